"""Measure the reading of articles against the corpus: ``python -m benchmarks.reading [--wrong] [FILE …]``."""

from __future__ import annotations

import sys
import time

from geo.reading.drafts import Draft
from tests.reading_corpus import (
    FIELDS,
    FOLDER,
    Passage,
    case_of,
    drafts_of,
    other_rows,
    passages,
    score,
    sentences_without_a_claim,
)


def main(names: list[str], *, wrong: bool) -> None:
    """Print precision and recall of each field, by file and in all, drafts without a claim, and ms a passage."""
    chosen = names or sorted(path.stem for path in FOLDER.glob("*-??.txt") if not path.stem.startswith("report"))
    read: list[tuple[Passage, list[Draft]]] = []
    for name in chosen:
        here = [(passage, drafts_of(passage)) for passage in passages(name)]
        _table(name, here)
        read += here
        if wrong:
            _wrong(here)
    if len(chosen) > 1:
        _table("in all", read)
    for name in sorted(path.stem for path in FOLDER.glob("no-claims*.txt")):
        _without(name, wrong=wrong)
    _speed([passage for passage, _ in read])


def _table(name: str, read: list[tuple[Passage, list[Draft]]]) -> None:
    found = score(read)
    print(f"{name}: {len(read)} passages, {found.due['kind']} claims")
    for field in (*FIELDS, "other tables"):
        print(f"  {field:17} precision {found.precision(field):.3f}  recall {found.recall(field):.3f}")


def _wrong(read: list[tuple[Passage, list[Draft]]]) -> None:
    for passage, drafts in read:
        found = score([(passage, drafts)])
        if all(found.precision(field) == found.recall(field) == 1 for field in (*FIELDS, "other tables")):
            continue
        print(f"\n  {passage.published} {passage.text}")
        for expected in passage.claims:
            print(
                f"    due  {expected.metric} {expected.value} {expected.high or ''} {expected.modality} "
                f"{expected.kind} | {expected.claimant} | {expected.about}"
            )
        for draft in drafts:
            row = draft.row
            if draft.table == "claims":
                print(
                    f"    made {row['metric']} {row['value']} {row['value_high'] or ''} {row['modality']} "
                    f"{row['kind']} | {row['claimant']} | {row['about_date']}  “{draft.quote}”"
                )
        if passage.others or other_rows(drafts):
            print(f"    others due {passage.others}, made {other_rows(drafts)}")


def _without(name: str, *, wrong: bool) -> None:
    lines = sentences_without_a_claim(name)
    made = [
        (line, draft)
        for line in lines
        for case in ("kursk", "elsewhere")
        for draft in drafts_of(Passage(line, passages("corpus-en")[0].published, case, (), ()))
    ]
    print(f"{name}: {len(made)} drafts from {len(lines)} sentences, each read for two cases")
    if wrong:
        for line, draft in made:
            print(
                f"    {draft.table} {draft.row.get('metric') or draft.row.get('status') or draft.row.get('kind')} "
                f"“{draft.quote}” in: {line}"
            )


def _speed(read: list[Passage]) -> None:
    for name in {passage.case for passage in read}:
        case_of(name)
    times = []
    for _ in range(3):
        for passage in read:
            start = time.process_time()
            drafts_of(passage)
            times.append((time.process_time() - start) * 1000)
    times.sort()
    shares = times[len(times) // 2], times[int(len(times) * 0.95)]
    print(f"time: median {shares[0]:.1f} ms of processor a passage, 95 % within {shares[1]:.1f} ms")


if __name__ == "__main__":
    main([name for name in sys.argv[1:] if not name.startswith("--")], wrong="--wrong" in sys.argv)
