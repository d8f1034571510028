"""The licence filter: what is publishable, what is withheld and why, and that no flag opens it."""

from __future__ import annotations

import dataclasses
import inspect
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from geo.errors import InputError
from geo.export.release import public_view, release
from geo.io.case_store import open_case
from geo.model.licences import OPEN_LICENCES, LayerLicence, is_open, licence_of
from tests.cases import small_case
from tests.publish_cases import CLOSED_FRONT, OPEN_FRONT, public_case, track

KURSK = Path(__file__).parent.parent / "data" / "kursk-2024"
PERMISSION = {"permission": "letter in the archive", "permitted_by": "Theirs", "permitted_on": "2026-11-01"}


def archives(case) -> list[str]:
    """Return the archives of a case's fronts."""
    return [front.archive for front in case.fronts]


def test_a_closed_licence_keeps_a_front_in_and_says_why():
    """The front with an open licence goes out; the other is named with its licence and the way out."""
    released = release(public_case())
    assert archives(released.case) == [OPEN_FRONT]
    (left,) = released.withheld
    assert (left.layer, left.items, left.licence) == ("fronts", ("theirs.ukraine.held",), "all rights reserved")
    assert "written permission" in str(left)
    assert "Theirs (credit)" not in released.case.attributions
    assert "Mine (credit)" in released.case.attributions


@pytest.mark.parametrize(
    ("licence", "flag", "goes_out"),
    [
        ("all rights reserved", True, False),
        ("not stated", True, False),
        ("", True, False),
        ("CC-BY-NC-4.0", True, False),
        ("All rights reserved: own work", True, False),
        ("Not for publication: CC0-1.0", True, False),
        ("CC-BY-4.0 (no redistribution, NC)", True, False),
        ("CC BY 4.0 (proprietary)", True, False),
        ("CC-BY-4.0", False, False),
        ("CC-BY-4.0", True, True),
        ("CC-BY-4.0 (areas)", True, True),
    ],
)
def test_a_flag_alone_opens_nothing(licence: str, flag: bool, goes_out: bool):
    """Whatever `may_publish` says, a closed licence stays closed, however it is dressed; the flag can only keep in."""
    case = replace(public_case(), fronts=(track("x", licence, may_publish=flag),))
    assert bool(release(case).case.fronts) is goes_out


def test_a_permission_is_for_one_archive():
    """A permission recorded in licences.csv lets its own archive out, and none whose name merely begins alike."""
    case = public_case()
    row = LayerLicence(layer="fronts", source=CLOSED_FRONT, licence="all rights reserved", **PERMISSION)
    both = (*case.fronts, track(CLOSED_FRONT + "-2", "all rights reserved"))
    released = release(replace(case, fronts=both, licences=(*case.licences, row)))
    assert archives(released.case) == [OPEN_FRONT, CLOSED_FRONT]
    said = [decision.reason for decision in released.credits if decision.items == ("theirs.ukraine.held",)]
    assert said == ["by written permission of Theirs, 2026-11-01: letter in the archive"]


@pytest.mark.parametrize("missing", ["permission", "permitted_by", "permitted_on"])
def test_half_a_permission_is_no_row(missing: str):
    """A permission without its giver or its day is rejected when the file is read."""
    given = {name: value for name, value in PERMISSION.items() if name != missing}
    with pytest.raises(ValidationError, match="given together"):
        LayerLicence(layer="zones", source="a", licence="x", **given)


def test_a_permission_for_all_fronts_at_once_is_no_row():
    """Fronts, zones and the base come from several owners, so a permission names the one it is of."""
    with pytest.raises(ValidationError, match="names the one source"):
        LayerLicence(layer="fronts", licence="x", **PERMISSION)


@pytest.mark.parametrize("layer", ["claims", "border"])
def test_without_claims_or_border_nothing_is_published(layer: str):
    """An export that would have to leave them out is refused with the reason."""
    case = public_case()
    with pytest.raises(InputError, match=f"{layer} .*no licence is recorded"):
        release(replace(case, licences=tuple(row for row in case.licences if row.layer != layer)))


def test_a_case_that_says_nothing_of_licences_stays_in():
    """No licences.csv means no public export, not a free one."""
    with pytest.raises(InputError, match=r"licences\.csv"):
        release(small_case())


def test_what_is_left_of_places_and_zones():
    """A withheld place or zone stays in the lists and loses its position; withheld features of the base are gone."""
    case = public_case()
    closed = {key: replace(zone, licence="no licence") for key, zone in case.zones.items()}
    rows = tuple(row for row in case.licences if row.layer != "settlements")
    base = ({**case.base[0], "properties": {"kind": "town"}}, *case.base[1:])
    released = release(replace(case, zones=closed, licences=rows, base=base)).case
    assert all(zone.geometry is None for zone in released.zones.values())
    assert {place.lon for place in released.settlements.values()} == {None}
    assert set(released.settlements) == set(case.settlements)
    assert len(released.base) == len(case.base) - 1


def test_a_population_goes_out_by_its_own_licence():
    """The figure and its source stay in where no licence covers that source, whatever that of the point allows."""
    case = public_case()
    ident, place = next((key, place) for key, place in case.settlements.items() if place.lon is not None)
    told = place.model_copy(update={"population": 640, "population_source": "a closed census"})
    kept = release(replace(case, settlements={**case.settlements, ident: told})).case.settlements[ident]
    assert (kept.population, kept.population_source, kept.lon) == (None, "", place.lon)
    row = LayerLicence(layer="populations", source="a closed", licence="CC0-1.0")
    opened = release(replace(case, settlements={**case.settlements, ident: told}, licences=(*case.licences, row))).case
    assert opened.settlements[ident] == told


def test_anybody_sees_no_front_that_may_not_go_out():
    """A closed front is left out and named, an open one stays; nothing else is touched, licensed or not."""
    case = public_case()
    bare = replace(case, licences=())
    seen = public_view(bare)
    assert archives(seen.case) == [OPEN_FRONT]
    assert [(decision.layer, decision.licence) for decision in seen.withheld] == [("fronts", "all rights reserved")]
    assert replace(seen.case, fronts=()) == replace(bare, fronts=())


@pytest.mark.parametrize("licence", ["", "not stated", "not stated: the user's file"])
def test_where_no_licence_is_recorded_the_gate_says_so(licence: str):
    """An import that was told no licence is not said to have one that forbids: what is missing is the record."""
    (left,) = release(replace(public_case(), fronts=(track("x", licence),))).withheld
    assert str(left) == (
        "fronts (x.ukraine.held): left out; no licence is recorded; name it, or record the written permission in "
        "licences.csv"
    )
    assert left.why_not == "no licence is recorded"


@pytest.mark.parametrize(
    ("licence", "flag", "why"),
    [
        ("all rights reserved", True, "licence all rights reserved"),
        ("CC-BY-4.0", False, "it is marked as not to be published"),
    ],
)
def test_what_keeps_a_front_in_is_said_in_few_words(licence: str, flag: bool, why: str):
    """The licence that forbids it, or the mark of its keeper."""
    (left,) = release(replace(public_case(), fronts=(track("x", licence, may_publish=flag),))).withheld
    assert left.why_not == why


def test_nothing_outside_the_case_is_asked():
    """The filter takes the case and nothing else: there is no argument by which a caller could open it."""
    assert list(inspect.signature(release).parameters) == ["case"]


def test_the_shipped_case_goes_out_whole():
    """Every layer of the Kursk case has an open licence, and the claims, places and zones are all there."""
    case = open_case(KURSK)
    released = release(case)
    assert released.withheld == ()
    changed = {"attributions"}
    for field in dataclasses.fields(case):
        if field.name not in changed:
            assert getattr(released.case, field.name) == getattr(case, field.name), field.name


@given(st.lists(st.sampled_from(sorted(OPEN_LICENCES)), min_size=1), st.sampled_from(["; ", ", ", " AND "]))
def test_one_closed_part_closes_the_whole(parts: list[str], between: str):
    """Several open licences are open together; with one that is not known they are not."""
    assert is_open(between.join(parts))
    assert is_open(between.join(part.upper() for part in parts))
    assert not is_open(between.join([*parts, "all rights reserved"]))


def test_the_closest_row_speaks():
    """Of two rows that cover a record, the one with the longer source is about it."""
    wide = LayerLicence(layer="settlements", licence="own work")
    close = LayerLicence(layer="settlements", source="GeoNames", licence="CC-BY-4.0")
    assert licence_of([close, wide], "settlements", "GeoNames cities500") is close
    assert licence_of([close, wide], "settlements", "other") is wide
    assert licence_of([close], "settlements", "other") is None
