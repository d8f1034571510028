"""What a notebook asks of a case: its own layers, verdicts and advances, the same as the engine's functions give."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.analysis.reconstruction import reconstructions
from geo.consistency.engine import verdicts_on
from geo.errors import SelectionError
from geo.model.asof import AsOf
from geo.notebook import Case
from geo.reports.layers import LAYERS, layer
from tests.cases import day, small_case

CASE = Case.of(small_case())


@pytest.mark.parametrize("name", LAYERS)
def test_a_layer_is_the_engines(name: str) -> None:
    """A case's own layer is that of the engine, for a day alone and for a day as known on another."""
    for as_of in (AsOf(day(9)), AsOf(day(9), day(9))):
        assert CASE.layer(name, as_of).equals(layer(CASE, name, as_of))
    assert CASE.layer(name, day(9)).equals(layer(CASE, name, AsOf(day(9))))


def test_verdicts_and_advances_are_the_engines() -> None:
    """Verdicts and advances of a day are those of the functions; without a day every advance is returned."""
    assert CASE.verdicts(day(6)) == verdicts_on(CASE, AsOf(day(6)))
    assert [one.id for one in CASE.advances()] == [one.id for one in reconstructions(CASE)] == ["a1", "a2"]
    assert [one.id for one in CASE.advances(AsOf(day(9), day(9)))] == ["a1"]
    with pytest.raises(SelectionError, match="this case runs from"):
        CASE.layer("advances", AsOf(day(1000)))


def test_what_costs_time_is_made_once_and_shared_by_filtered_copies() -> None:
    """The border and the reconstructions are one object for a case, and the same ones for a copy with other rows."""
    copy = replace(CASE, control_events=())
    assert isinstance(copy, Case)
    assert CASE.border is CASE.border is copy.border
    assert reconstructions(CASE) is reconstructions(CASE)
    assert all(one is other for one, other in zip(reconstructions(CASE), reconstructions(copy), strict=True))


def test_a_changed_claim_or_border_is_reconstructed_anew() -> None:
    """What is shared never outlives the rows it was made from: another depth, side or smoothing gives another shape."""
    deeper = tuple(c.model_copy(update={"value": 5.0}) if c.id == "c01" else c for c in CASE.claims)
    other = reconstructions(replace(CASE, claims=deeper))[0]
    assert other.outer is not None
    assert reconstructions(CASE)[0].outer is not None
    assert other.outer.area < reconstructions(CASE)[0].outer.area
    settings = CASE.settings.border.model_copy(update={"target_side": "right"})
    turned = replace(CASE, settings=CASE.settings.model_copy(update={"border": settings}))
    assert turned.border is not CASE.border
    assert turned.border.target_side == "right"
