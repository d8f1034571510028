"""Hold the verdicts against worlds of known ground, true and spoilt: ``python -m benchmarks.verdicts_truth``.

    python -m benchmarks.verdicts_truth [--true 100] [--breaks 1] [--archive FOLDER] [--only TEXT] [--show 0] [--jobs 2]
        [--write FOLDER] [--minutes 600]

Half of the true worlds are plain, the others of the harder families, in equal shares. A break counts only where the
own oracle of the bench finds the figure to contradict the others. It is caught where a verdict of it is "inconsistent"
or "likely error" (where it is no slip, or nobody can say that it is false: where it is told); "told at all" counts an
"only if" as well. `--archive` takes a folder of owlmaps' files: half of the grounds are then polygons of that archive.
`--show N` prints the first N failures of each family and kind with their rows, `--write` puts them into case folders.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from multiprocessing import TimeoutError as TooLate
from multiprocessing import get_context
from multiprocessing.pool import IMapIterator
from pathlib import Path

from benchmarks.truth.facts import Grounds
from benchmarks.truth.families import FAMILIES, true_world
from benchmarks.truth.folders import write_folder
from benchmarks.truth.judging import Heard, depth_only_if, heard, judge
from benchmarks.truth.kinds import KINDS, attempts
from benchmarks.truth.land import Land
from benchmarks.truth.oracle import contradictions
from benchmarks.truth.rows import World
from geo.consistency.verdict import Verdict

#: Worlds handed to a process at a time.
CHUNK = 40


@dataclass
class Tally:
    """Counts of one family or one kind, and its failures in words."""

    name: str
    counts: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)


@lru_cache(maxsize=1)
def stocks(archive: Path | None) -> tuple[Grounds, ...]:
    """Return the grounds that worlds draw from: blobs, and an archive's polygons where there is one."""
    land = Land()
    drawn = land.drawn(archive) if archive else []
    return (Grounds(land), *([Grounds(land, shapes=drawn)] if drawn else []))


_SAID_BEFORE: dict[int, tuple[World, Heard]] = {}


def before(world: World) -> Heard:
    """Return what is said of a true world; it is asked once a process, since many kinds break the same world."""
    if id(world) not in _SAID_BEFORE:
        _SAID_BEFORE[id(world)] = world, heard(world)
    return _SAID_BEFORE[id(world)][1]


def true_tally(
    family: str, numbers: Sequence[int], *, archive: Path | None, show: int, write: Path | None = None
) -> Tally:
    """Count the true worlds of a family that are accused, and those of which a depth draws an "only if"."""
    tally, grounds = Tally(family), stocks(archive)
    for number in numbers:
        stock = grounds[number % len(grounds)]
        world = true_world(stock, family, number)
        for contradiction in contradictions(world, stock.land):
            raise AssertionError(f"{world.seed}: the bench's own world is not true: {contradiction}")
        said = heard(world)
        accused = said.accused or said.refused
        tally.counts.update(worlds=1, accused=int(bool(accused)), only_if=int(depth_only_if(said, world)))
        if accused and len(tally.failures) < show:
            tally.failures.append(_told(f"{world.seed} accused", world, said.accused, sorted(said.refused)))
            _keep(world, write, world.seed)
    return tally


def kind_tally(name: str, wanted: int, *, archive: Path | None, show: int, write: Path | None = None) -> Tally:
    """Count the breaks of a kind that are caught, that have the right reason, and that get a true figure blamed."""
    kind = next(kind for kind in KINDS if kind.name == name)
    tally, grounds = Tally(name), stocks(archive)
    for stock, count in zip(grounds, _shares(wanted, len(grounds)), strict=True):
        for attempt in attempts(kind, stock, count):
            if attempt.broken is None:
                tally.counts.update(nothing_to_break=1)
            elif not attempt.detectable:
                tally.counts.update(undetectable=1)
            else:
                after = heard(attempt.broken.world)
                judged = judge(kind, attempt.broken, before(attempt.true), after)
                tally.counts.update({"breaks": 1} | {name: int(value) for name, value in judged.marks.items()})
                right = judged.caught and judged.reasoned and not judged.blamed_true
                if not right and len(tally.failures) < show:
                    head = f"{name} #{attempt.number}: caught {judged.caught}, reason {judged.reasoned}"
                    head += f" (wanted {'/'.join(kind.slips)}), a true figure blamed {judged.blamed_true}"
                    said = judged.heard or after.verdicts
                    tally.failures.append(_told(head, attempt.broken.world, said, attempt.broken.false))
                    _keep(attempt.broken.world, write, f"{name} {attempt.number}")
    return tally


def _keep(world: World, write: Path | None, name: str) -> None:
    if write is not None:
        write.mkdir(parents=True, exist_ok=True)
        write_folder(world, write / re.sub(r"\W+", "-", name).strip("-"))


def _shares(wanted: int, count: int) -> list[int]:
    return [wanted // count + (number < wanted % count) for number in range(count)]


def _told(head: str, world: World, verdicts: Iterable[Verdict], marked: Iterable[str]) -> str:
    """Write a failure with the rows that it is about."""
    shown = list(verdicts)
    ids = {ident for verdict in shown for ident in verdict.claims} | set(marked)
    rows = [
        f"  {'>' if row.id in marked else ' '} {row}"
        for row in (*world.said, *world.named, *world.ordered)
        if row.id in ids
    ]
    words = [
        f"  = {v.kind} {v.rule} {getattr(v, 'hypothesis', '')}: {v.reason} [{v.mistake}] [{v.assumption}]"
        for v in shown
    ]
    return "\n".join([head, *rows, *words])


def run(tasks: Sequence[Callable[[], Tally]], jobs: int, minutes: float) -> list[Tally]:
    """Run the counts in so many processes; what is not done after so many minutes is left out."""
    end = time.monotonic() + 60 * minutes
    with get_context("fork").Pool(jobs) as pool:
        return list(_until(end, pool.imap_unordered(_call, tasks)))


def _until(end: float, results: IMapIterator[Tally]) -> Iterator[Tally]:
    """Yield results until there are no more, or it is too late."""
    while True:
        try:
            yield results.next(max(0.1, end - time.monotonic()))
        except (StopIteration, TooLate):
            return


def _call(task: Callable[[], Tally]) -> Tally:
    return task()


def folded(tallies: Iterable[Tally]) -> dict[str, Tally]:
    """Add up the tallies of one name."""
    found: dict[str, Tally] = {}
    for tally in tallies:
        whole = found.setdefault(tally.name, Tally(tally.name))
        whole.counts.update(tally.counts)
        whole.failures.extend(tally.failures)
    names = [*FAMILIES, *(kind.name for kind in KINDS)]
    return {name: found[name] for name in names if name in found}


def family_counts(total: int) -> dict[str, int]:
    """Share true worlds out: half plain, the rest by family."""
    harder = [name for name in FAMILIES if name != "plain"]
    shares = _shares(total - total // 2, len(harder))
    return {"plain": total // 2, **dict(zip(harder, shares, strict=True))}


def main() -> None:
    """Print the table of the method page."""
    options = _options()
    share = {"archive": options.archive, "show": options.show, "write": options.write}
    tasks: list[Callable[[], Tally]] = []
    for family, count in family_counts(options.true).items():
        numbers = range(count) if options.only.casefold() in family else range(0)
        chunks = [numbers[at : at + CHUNK] for at in range(0, len(numbers), CHUNK)]
        tasks += [partial(true_tally, family, chunk, **share) for chunk in chunks]
    names = [kind.name for kind in KINDS if options.only.casefold() in kind.name.casefold()]
    tasks += [partial(kind_tally, name, options.breaks, **share) for name in names if options.breaks]
    stocks(options.archive)
    start = time.perf_counter()
    done = run(tasks, options.jobs, options.minutes)
    found = folded(done)
    seconds = time.perf_counter() - start
    for line in table(found, seconds, options.jobs):
        print(line)
    if len(done) < len(tasks):
        print(f"stopped after {options.minutes:g} minutes: {len(done)} of {len(tasks)} pieces of work are counted")
    for tally in found.values():
        for failure in tally.failures[: options.show]:
            print(f"\n{failure}")


def table(found: dict[str, Tally], seconds: float, jobs: int) -> list[str]:
    """Return the lines of the table, in Markdown."""
    families = [tally for name, tally in found.items() if name in FAMILIES]
    kinds = [tally for name, tally in found.items() if name not in FAMILIES]
    lines = ["| true worlds | worlds | accused | a depth draws an “only if” |", "|---|---|---|---|"]
    for tally in families:
        counts = tally.counts
        lines.append(
            f"| {tally.name} | {counts['worlds']:,} | {counts['accused']} | {_part(counts, 'only_if', 'worlds')} |"
        )
    whole = sum((tally.counts for tally in families), Counter[str]())
    lines.append(f"| all | {whole['worlds']:,} | {whole['accused']} | {_part(whole, 'only_if', 'worlds')} |")
    lines += ["", "| break | breaks | told at all | caught | right reason | a true figure blamed | not detectable |"]
    lines += ["|---|---|---|---|---|---|---|"]
    lines += [_kind_line(tally.name, tally.counts) for tally in kinds]
    whole = sum((tally.counts for tally in kinds), Counter[str]())
    lines.append(_kind_line(f"all {len(kinds)} kinds", whole))
    weak = sum(tally.counts["caught"] < 0.9 * tally.counts["breaks"] for tally in kinds)
    lines.append(f"\nkinds of which fewer than 90 % are caught: {weak}; {seconds:.0f} s in {jobs} processes")
    return lines


def _kind_line(name: str, counts: Counter[str]) -> str:
    parts = [_part(counts, key, "breaks") for key in ("told", "caught", "reasoned")]
    return (
        f"| {name} | {counts['breaks']:,} | {' | '.join(parts)} | {counts['blamed_true']} | {counts['undetectable']} |"
    )


def _part(counts: Counter[str], part: str, whole: str) -> str:
    return f"{100 * counts[part] / counts[whole]:.0f} %" if counts[whole] else "–"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--true", type=int, default=100, metavar="N", help="true worlds in all")
    parser.add_argument("--breaks", type=int, default=1, metavar="N", help="detectable breaks of each kind")
    parser.add_argument("--archive", type=Path, help="a folder of owlmaps' files")
    parser.add_argument("--only", default="", metavar="TEXT", help="families and kinds whose name holds this")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="failures to print of each family and kind")
    parser.add_argument("--write", type=Path, metavar="FOLDER", help="where the failures shown are put as cases")
    parser.add_argument("--minutes", type=float, default=600, metavar="N", help="stop then, and count what is done")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="processes")
    return parser.parse_args()


if __name__ == "__main__":
    main()
