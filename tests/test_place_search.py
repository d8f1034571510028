"""Search for a place: any spelling, either script, one typo, as it is typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from geo.io.case_store import open_case
from geo.search.gazetteer import settlement_names, word_counts
from geo.search.place_index import Match, PlaceIndex, typos_allowed
from geo.search.transliteration import TRANSLITERATION_SCHEMES, PlaceName, transliterate

KURSK = open_case(Path(__file__).parent.parent / "data" / "kursk-2024")
INDEX = PlaceIndex(settlement_names(KURSK), word_counts(KURSK))
PLACES = [place for place in KURSK.settlements.values() if place.kind == "settlement"]


def found(text: str) -> list[str]:
    """Return the ids that a text finds."""
    return [one.place.key for one in INDEX.find(text)]


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("sudzha", "sudzha"),
        ("SUDJA", "sudzha"),
        ("Суджа", "sudzha"),
        ("Sudzha ", "sudzha"),
        ("sudzah", "sudzha"),
        ("козача локня", "kazachya-loknya"),
        ("Loknya", "malaya-loknya"),
        ("Cherkaskoe Porechnoe", "cherkasskoye-porechnoye"),
        ("nikolaevo daryino", "nikolaevo-daryino"),
        ("Вишневка", "vishnyovka"),
        ("плехово", "plekhovo"),
        ("Hyry", "giri"),
        ("tolp", "tolpino"),
        ("Obshchy Kolodez", "obshchy-kolodez"),
    ],
)
def test_a_place_is_found_by_what_people_type(typed: str, place: str):
    """Other scripts, spellings and schemes, swapped letters, a later word, the beginning of a name, no coordinates."""
    assert place in found(typed)[:3]


def test_both_viktorovkas_are_offered():
    """One name, two places, whatever the script."""
    assert (
        set(found("Викторовка")[:2])
        == set(found("viktorovka")[:2])
        == {
            "viktorovka-korenevsky",
            "viktorovka-sudzhansky",
        }
    )


@given(st.sampled_from(PLACES), st.sampled_from(sorted(TRANSLITERATION_SCHEMES)))
def test_a_name_in_any_system_finds_its_place_first(place, scheme):
    """The Russian name written by each system is the same name; only a namesake may stand before it."""
    latin = transliterate(place.name_ru, scheme)
    best = INDEX.find(latin)
    assert best[0].match is Match.SAME
    assert place.id in [one.place.key for one in best if one.match is Match.SAME]


@given(st.sampled_from([place for place in PLACES if len(place.name_en) >= 8]), st.data())
def test_one_typo_still_finds_the_place(place, data):
    """A letter left out, doubled or changed inside a name of eight letters or more."""
    name = place.name_en.partition(" (")[0]
    at = data.draw(st.integers(1, len(name) - 2))
    kind = data.draw(st.sampled_from(("left out", "doubled", "changed")))
    typed = {
        "left out": name[:at] + name[at + 1 :],
        "doubled": name[: at + 1] + name[at:],
        "changed": name[:at] + "x" + name[at + 1 :],
    }[kind]
    assert place.id in found(typed)


@given(st.text(max_size=100))
def test_any_text_is_answered(text):
    """No text breaks the search, none finds a place twice, and what it finds comes best first."""
    results = INDEX.find(text)
    assert len({one.place.key for one in results}) == len(results) <= 8
    assert [(one.match, one.slips) for one in results] == sorted((one.match, one.slips) for one in results)


@given(st.text("abdehiklnorstuvz", min_size=1, max_size=12), st.text("abdehiklnorstuvz", min_size=1, max_size=12))
def test_typos_are_those_of_the_optimal_string_alignment(typed, name):
    """A name is found as a typo only within the allowed number of typos, by the library's own distance."""
    for one in PlaceIndex([PlaceName("p", (name,))]).find(typed):
        if one.match is Match.SLIP:
            assert one.slips <= typos_allowed(len(typed))
            assert one.slips <= OSA.distance(typed, name)


def test_the_more_spoken_of_comes_first():
    """Of two that answer equally the one with more words about it is offered first."""
    places = [PlaceName("a", ("Novo",)), PlaceName("b", ("Novo",))]
    assert [one.place.key for one in PlaceIndex(places, {"b": 3}).find("novo")] == ["b", "a"]
