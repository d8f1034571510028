"""The corpus of passages that the reading of articles is held against, and how drafts are scored by it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from geo.io.case_store import open_case
from geo.model.case import Case
from geo.model.claims import Metric
from geo.model.places import Settlement
from geo.reading.article import article_from_text
from geo.reading.drafts import Draft
from geo.reading.reader import read_drafts
from geo.search.transliteration import fuzzy_key, is_cyrillic, spellings
from tests.cases import BORDER, settings

FOLDER = Path(__file__).parent / "reading"
LANGUAGES = ("en", "uk", "ru")
#: What is scored of a claim: the number with its metric, and each field with both.
FIELDS = ("metric and value", "modality", "claimant", "about-day", "kind")
_ELSEWHERE = {
    "goma": ("Goma", "Гома", "Гома"),
    "sake": ("Sake", "Саке", "Саке"),
    "jermuk": ("Jermuk", "Джермук", "Джермук"),
    "vovchansk": ("Vovchansk", "Волчанск", "Вовчанськ"),
    "lyptsi": ("Lyptsi", "Липцы", "Липці"),
}


@dataclass(frozen=True)
class ExpectedClaim:
    """A claim that a passage holds; `claimant` None where nobody need be named."""

    metric: str
    value: float | None
    high: float | None
    modality: str
    kind: str
    claimant: str | None
    about: str


@dataclass(frozen=True)
class Passage:
    """A text with its right drafts: claims, and the other tables' as they stand in the corpus."""

    text: str
    published: date
    case: str
    claims: tuple[ExpectedClaim, ...]
    others: tuple[tuple[str, ...], ...]


@cache
def case_of(name: str) -> Case:
    """Return the case that a passage is read for: the shipped one, or a small one without ledger, far from Kursk."""
    if name == "kursk":
        return open_case("kursk-2024")
    places = {key: Settlement(id=key, name_en=en, name_ru=ru, name_uk=uk) for key, (en, ru, uk) in _ELSEWHERE.items()}
    elsewhere = settings().model_copy(update={"id": "elsewhere", "target": "elsewhere", "advancing": "somebody"})
    return Case(elsewhere, BORDER, settlements=places)


def passages(name: str) -> list[Passage]:
    """Read a file of passages."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    blocks = "\n".join(line for line in text.splitlines() if not line.startswith("#")).strip().split("\n\n")
    return [_passage(block.splitlines()) for block in blocks]


def sentences_without_a_claim(name: str = "no-claims") -> list[str]:
    """Read the sentences that hold nothing for a ledger."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _passage(lines: list[str]) -> Passage:
    published, case = lines[0].split()
    text = "\n".join(line for line in lines[1:] if not line.startswith("> "))
    said = [line[2:] for line in lines[1:] if line.startswith("> ")]
    claims = tuple(_expected(line) for line in said if line.split()[0] in set(Metric))
    others = tuple(tuple(line.split(maxsplit=2)) for line in said if line.split()[0] not in set(Metric))
    return Passage(text, date.fromisoformat(published), case, claims, others)


def _expected(line: str) -> ExpectedClaim:
    figure, claimant, about = (part.strip() for part in line.split("|"))
    metric, number, modality, kind = figure.split()
    low, _, high = number.partition("-")
    return ExpectedClaim(
        metric,
        None if low == "?" else float(low),
        float(high) if high else None,
        modality,
        kind,
        None if claimant == "?" else claimant,
        about,
    )


def drafts_of(passage: Passage) -> list[Draft]:
    """Read a passage as the command does."""
    return read_drafts(article_from_text(passage.text), case_of(passage.case), passage.published)


def other_rows(drafts: list[Draft]) -> list[tuple[str, ...]]:
    """Return the drafts of the other tables as the corpus writes them."""
    found: list[tuple[str, ...]] = []
    for draft in drafts:
        row = draft.row
        if draft.table == "evacuation_orders":
            found.append(("order", row["zone"] or "-", row["kind"]))
        elif draft.table == "control_events":
            found.append(("control", row["settlement"] or "-", row["status"]))
        elif draft.table == "statements":
            found.append(("statement", *row["speaker"].split(maxsplit=1)))
    return found


@dataclass
class Score:
    """How many drafts were made, how many were right, how many there should have been, by field."""

    made: Counter[str]
    right: Counter[str]
    due: Counter[str]

    def precision(self, field: str) -> float:
        """Return the share of what was made that is right."""
        return self.right[field] / self.made[field] if self.made[field] else 1.0

    def recall(self, field: str) -> float:
        """Return the share of what is there that was found."""
        return self.right[field] / self.due[field] if self.due[field] else 1.0


def score(passages_read: list[tuple[Passage, list[Draft]]]) -> Score:
    """Hold drafts against the corpus: a field is right where the draft's metric and value are, and the field too."""
    found = Score(Counter(), Counter(), Counter())
    for passage, drafts in passages_read:
        claims = [draft for draft in drafts if draft.table == "claims"]
        pairs = list(_paired(passage, claims))
        for field in FIELDS:
            found.made[field] += len(claims)
            found.due[field] += len(passage.claims)
            found.right[field] += sum(_right(field, expected, draft) for expected, draft in pairs)
        said, due = Counter(other_rows(drafts)), Counter(passage.others)
        found.made["other tables"] += said.total()
        found.due["other tables"] += due.total()
        found.right["other tables"] += (said & due).total()
    return found


def _paired(passage: Passage, claims: list[Draft]) -> Iterator[tuple[ExpectedClaim, Draft]]:
    left = list(claims)
    for expected in passage.claims:
        fitting = [draft for draft in left if _same_figure(expected, draft)]
        if fitting:
            best = max(fitting, key=lambda draft: sum(_right(field, expected, draft) for field in FIELDS))
            left.remove(best)
            yield expected, best


def _same_figure(expected: ExpectedClaim, draft: Draft) -> bool:
    row = draft.row
    if row["metric"] != expected.metric or row["value"] is None or expected.value is None:
        return bool(row["metric"] == expected.metric and row["value"] is expected.value)
    same = abs(row["value"] - expected.value) <= 0.005 * expected.value
    high = row["value_high"]
    return (
        same and (high is None) == (expected.high is None) and (high is None or abs(high - (expected.high or 0)) < 0.05)
    )


def _right(field: str, expected: ExpectedClaim, draft: Draft) -> bool:
    row = draft.row
    if field == "modality":
        return expected.modality == "?" or bool(row["modality"] == expected.modality)
    if field == "claimant":
        return expected.claimant is None or same_claimant(expected.claimant, row["claimant"] or "")
    if field == "about-day":
        return expected.about == "?" or bool(row["about_date"] == expected.about)
    if field == "kind":
        return expected.kind == "?" or bool(row["kind"] == expected.kind)
    return True


def same_claimant(expected: str, name: str) -> bool:
    """Whether two names are one claimant: all words of the shorter are in the longer, in any script."""
    due, given = _words(expected), _words(name)
    return bool(due and given) and (due <= given or given <= due)


def _words(name: str) -> frozenset[str]:
    words = re.findall(r"[\w'’-]+", name.casefold().removeprefix("the "))
    return frozenset(min((fuzzy_key(s) for s in spellings(word) if not is_cyrillic(s)), default=word) for word in words)
