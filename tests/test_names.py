"""Names of places across scripts, transliterations and typing errors."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from geo.io.case_store import open_case
from geo.search.gazetteer import place_names
from geo.search.nearest_names import LEAST, Near, NearestNames, closest
from geo.search.transliteration import TRANSLITERATION_SCHEMES, PlaceName, is_cyrillic, likeness, transliterate

KURSK = open_case(Path(__file__).parent.parent / "data" / "kursk-2024")
PLACES = place_names(KURSK)
NAMES = NearestNames(PLACES)
RUSSIAN = sorted({place.name_ru for place in KURSK.settlements.values()})


@pytest.mark.parametrize(
    ("name", "scheme", "latin"),
    [
        ("Обуховка", "BGN/PCGN", "obukhovka"),
        ("Николаевка", "BGN/PCGN", "nikolayevka"),
        ("Елецкое", "BGN/PCGN", "yeletskoye"),
        ("Юнаковка", "GOST R 52535.1", "iunakovka"),
        ("Троицкое", "GOST R 52535.1", "troitckoe"),
        ("Згурівка", "Ukrainian national", "zghurivka"),
        ("Єнакієве", "Ukrainian national", "yenakiieve"),
        ("Гоща", "Ukrainian national", "hoshcha"),
        ("Їжакевич", "Ukrainian national", "yizhakevych"),
    ],
)
def test_names_are_written_as_the_systems_say(name: str, scheme: str, latin: str):
    """Examples of each system, signs left out."""
    assert transliterate(name, scheme) == latin


@given(st.sampled_from(RUSSIAN), st.sampled_from(sorted(TRANSLITERATION_SCHEMES)))
def test_a_name_is_the_same_in_every_scheme(name: str, scheme: str):
    """A transliterated name is that name, upper case or lower, with or without its hyphens."""
    latin = transliterate(name, scheme)
    assert not is_cyrillic(latin)
    assert likeness(latin.upper(), name) == likeness(latin.replace("-", " "), name) == 1


@given(st.text(max_size=20), st.text(max_size=20))
def test_likeness_is_a_share_and_has_no_direction(one: str, other: str):
    """Between 0 and 1, the same both ways, whatever the text."""
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, other) == pytest.approx(likeness(other, one))


def names_of(place) -> set[str]:
    """Return the names of a place without a bracket that tells it from another."""
    return {place.name_en.partition(" (")[0], place.name_ru}


@given(st.sampled_from([place for place in KURSK.settlements.values() if place.kind == "settlement"]), st.data())
def test_a_typing_error_still_finds_the_place(place, data):
    """One letter left out, doubled or swapped with the next, in either script: the place is among the three offered."""
    long_ones = sorted(name for name in names_of(place) if len(name) > 6)
    assume(long_ones)
    name = data.draw(st.sampled_from(long_ones))
    at = data.draw(st.integers(1, len(name) - 2))
    left_out, doubled = name[:at] + name[at + 1 :], name[:at] + name[at] + name[at:]
    swapped = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    offered = NAMES.nearest(data.draw(st.sampled_from([left_out, doubled, swapped])))
    assert any(set(near.place.names) & names_of(place) for near in offered)


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("Sudja", "Sudzha (Суджа)"),
        ("Свердликове", "Sverdlikovo (Свердликово)"),
        ("Juravli", "Zhuravli (Журавли)"),
        ("Sudzhanskiy", "Sudzhansky (Суджанский)"),
        ("Kazacha Loknia", "Kazachya Loknya (Казачья Локня)"),
        ("Snagost'", "Snagost (Снагость)"),
        ("Краснооктябрське", "Krasnooktyabrskoye (Краснооктябрьское)"),
    ],
)
def test_the_nearest_name_is_offered_in_both_scripts(typed: str, label: str):
    """What the English press, Ukrainian outlets and tired fingers write leads to the place."""
    assert NAMES.nearest(typed)[0].place.label == label


def test_nothing_near_is_nothing():
    """A name of nowhere offers nothing."""
    assert NAMES.nearest("Qqqqqqq") == []
    assert NearestNames([PlaceName("a", ("A",))]).nearest("") == []


def compared_one_by_one(text: str) -> list[Near]:
    """Return what is nearest to a text by the likeness of every name to it."""
    found = [Near(place, max(likeness(text, name) for name in place.names)) for place in PLACES]
    kept = [near for near in found if near.likeness >= LEAST]
    return sorted(kept, key=lambda near: (-near.likeness, near.place.key))[:3]


#: Real names, cut and mixed, so that many are near; and any text at all.
TYPED = st.text(max_size=20) | st.builds(
    lambda one, other, at: one[:at] + other[at:],
    st.sampled_from([name for place in PLACES for name in place.names]),
    st.sampled_from([name for place in PLACES for name in place.names]),
    st.integers(0, 12),
)


@given(TYPED)
def test_the_index_of_names_says_what_comparing_each_would(text: str):
    """The nearest names, their order and their likeness are those that a comparison with every name gives."""
    assert NAMES.nearest(text) == compared_one_by_one(text)
    assert NAMES.knows(text) == any(likeness(text, name) == 1 for place in PLACES for name in place.names)


IDS = sorted(KURSK.sources)


@given(
    st.text(max_size=30)
    | st.builds(
        lambda one, at, more: one[:at] + more + one[at + 1 :],
        st.sampled_from(IDS),
        st.integers(0, 25),
        st.text("abz-0123456789", max_size=4),
    )
)
def test_the_closest_ids_are_those_of_difflib(text: str):
    """The ids that are offered, and their order, are those of `difflib.get_close_matches`."""
    assert closest(text, IDS) == difflib.get_close_matches(text, IDS, n=3)
