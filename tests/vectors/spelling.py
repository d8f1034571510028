"""Names across scripts and hands: folded, reduced to their fuzzy key, and the places that a typed text finds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from geo.io.case_store import open_case
from geo.model.case import Case
from geo.search.gazetteer import settlement_names, word_counts
from geo.search.place_index import PlaceIndex
from geo.search.transliteration import (
    FUZZY_KEY_FOLDS,
    TRANSLITERATION_SCHEMES,
    PlaceName,
    fuzzy_key,
    normalized,
    spellings,
)

DATA = Path(__file__).parent.parent.parent / "data"
TYPED = (
    "sudzha", "SUDJA", "Суджа", "sudzah", "козача локня", "Loknya", "Cherkaskoe Porechnoe", "nikolaevo daryino",
    "Вишневка", "Hyry", "tolp", "Obshchy Kolodez", "Viktorovca", "Викторовка", "a", "snagost'", "ёлка", "12", "  ",
    "Straße", "Ærø", "Їжакевич", "Згурівка", "под'їзд", "é́l", "_", "", "Ño-ño", "ﬁn",
)  # fmt: skip
LETTERS = "abcdefghijklmnopqrstuvwxyzабвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ'’- éöß1"


def vectors() -> Iterator[tuple[str, dict[str, Any]]]:
    """Write what names fold to, and what texts find among a case's places and among names that are nearly alike."""
    cases = [open_case(folder) for folder in sorted(path for path in DATA.iterdir() if path.is_dir())]
    names = sorted({name for case in cases for place in settlement_names(case) for name in place.names})
    random = Random(5)  # noqa: S311 - names, not secrets
    invented = ["".join(random.choices(LETTERS, k=random.randrange(1, 14))) for _ in range(300)]
    yield "names", {"tables": _tables(), "names": [_name(text) for text in [*TYPED, *names, *invented]]}
    for case in cases:
        yield f"index-{case.settings.id}", _index(settlement_names(case), word_counts(case), _texts(case, random))
    alike = [PlaceName(f"p{n}", (name.title(), name)) for n, name in enumerate(invented[:120]) if name.strip(" '’-")]
    # One of an astral plane: code points and UTF-16 units order it differently among its neighbours.
    alike += [PlaceName("astral", ("\U0001f3d4 Gora", "Gora")), PlaceName("private", ("\uf8ff Gora", "Gora"))]
    texts = [slipped(random.choice(invented), random) for _ in range(80)]
    yield "index-alike", _index(alike, {f"p{n}": float(n % 3) for n in range(120)}, [*texts, "gora", "ab", "ж"])


def _tables() -> dict[str, Any]:
    return {"schemes": list(TRANSLITERATION_SCHEMES.values()), "fuzzyKey": FUZZY_KEY_FOLDS}


def _name(text: str) -> list[Any]:
    return [text, normalized(text), sorted(spellings(text)), fuzzy_key(normalized(text))]


def _texts(case: Case, random: Random) -> list[str]:
    names = [name for place in settlement_names(case) for name in place.names]
    slips = [slipped(random.choice(names), random) for _ in range(150)]
    return [*TYPED, *slips, *(random.choice(names)[:4] for _ in range(40))]


def slipped(name: str, random: Random) -> str:
    """Return a name with one slip of the finger."""
    at = random.randrange(max(1, len(name) - 1))
    swapped = name[:at] + name[at + 1 : at + 2] + name[at : at + 1] + name[at + 2 :]
    return random.choice([name[:at] + name[at + 1 :], swapped, name[:at] + "x" + name[at:]])


def _index(places: list[PlaceName], weights: dict[str, float], texts: list[str]) -> dict[str, Any]:
    index = PlaceIndex(places, weights)
    things = [{"id": place.key, "names": place.names, "weight": weights.get(place.key, 0)} for place in places]
    found = [
        [text, limit, [[one.place.key, int(one.match), one.slips] for one in index.find(text, limit)]]
        for text in texts
        for limit in (8, 60)
    ]
    return {"tables": _tables(), "things": things, "found": found}
