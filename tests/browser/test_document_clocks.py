"""The as-of rule in the browser equals the rule in Python, on every pair of days."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from geo.io.case_store import open_case
from geo.model.case import Case
from geo.reports.view import View
from geo.webmap.document import build_map
from tests.cases import day, small_case
from tests.conftest import OpenDocument, Opened, wait_for
from tests.tracks import fronts_case
from tests.vectors.generated import generated
from tests.vectors.selection import in_effect

pytestmark = pytest.mark.browser

KURSK = Path(__file__).parent.parent.parent / "data" / "kursk-2024"
STEP_THROUGH = """async (pairs) => {
  const found = [];
  for (const [on, known] of pairs) {
    const hash = '#on=' + on + (known ? '&known=' + known : '');
    if (location.hash !== hash) {
      const arrived = new Promise((go) => addEventListener('hashchange', go, { once: true }));
      location.hash = hash;
      await arrived;
    }
    const { advances, settlements, zones, fronts } = window.salient.snapshot();
    found.push({ advances, settlements, zones, fronts });
  }
  return found;
}"""


def expected(case: Case, view: View) -> dict[str, Any]:
    """Say what must be on the map: what the vectors hold, less what has no place on it."""
    found = in_effect(case, view)
    place_keys = ("status", "side", "age", "disputed", "saidBy", "words")
    zone_keys = ("kind", "scope", "age", "conflicting", "words")
    return {
        "advances": {
            ident: {"age": age, "state": state, "bands": bands} for ident, age, state, bands in found["advances"]
        },
        "settlements": {
            ident: dict(zip(place_keys, state, strict=True))
            for ident, state in found["places"].items()
            if case.settlements[ident].lon is not None
        },
        "zones": {
            ident: dict(zip(zone_keys, state, strict=True))
            for ident, *state in found["zones"]
            if case.zones[ident].geometry is not None
        },
        "fronts": {
            ident: {"state": state, "index": index, "age": age} for ident, state, index, age, *_ in found["fronts"]
        },
    }


def shown(found: dict[str, dict[str, dict[str, Any]]]) -> dict[str, Any]:
    """Leave out of a snapshot what says how things are drawn, not which."""
    drawing = {"fronts": "drawn"}
    return {
        layer: {
            ident: {key: value for key, value in state.items() if key != drawing.get(layer)}
            for ident, state in things.items()
        }
        for layer, things in found.items()
    }


def compare(opened: Opened, case: Case, pairs: list[tuple[date, date | None]]) -> None:
    """Step the document through every pair of days and hold it against production Python."""
    given = [(on.isoformat(), known and known.isoformat()) for on, known in pairs]
    steps = opened.page.evaluate(STEP_THROUGH, given)
    for (on, known), found in zip(pairs, steps, strict=True):
        assert shown(found) == expected(case, View(on, known)), f"on {on}, known {known}"


def test_every_pair_of_days_of_the_small_case(open_document: OpenDocument) -> None:
    """For 32 days and 32 days of knowledge the browser shows exactly what Python selects, fronts among it."""
    case = fronts_case()
    days = [date(2024, 8, 1) + timedelta(n) for n in range(32)]
    opened = open_document(build_map(case).html())
    compare(opened, case, [(on, known) for on in days for known in (None, *days)])


@pytest.mark.parametrize("seed", range(6))
def test_generated_cases(open_document: OpenDocument, seed: int) -> None:
    """The page itself, not its rules alone, shows what Python selects of cases full of ties, repeats and ends."""
    case = generated(seed)
    opened = open_document(build_map(case).html())
    days = [case.first_date + timedelta(n) for n in range(20)]
    compare(opened, case, [(on, known) for on in days for known in (None, days[5], days[9], on)])


def test_a_withdrawn_depth_leaves_the_map(open_document: OpenDocument) -> None:
    """A depth withdrawn on day 15 is drawn under every earlier day of knowledge and under none from then on."""
    case = small_case()
    withdrawn = {"superseded": "withdrawn", "superseded_date": day(15), "superseded_who": "Commander"}
    claims = tuple(c.model_copy(update=withdrawn) if c.id == "c07" else c for c in case.claims)
    case = dataclasses.replace(case, claims=claims)
    opened = open_document(build_map(case).html())
    compare(opened, case, [(day(n), known) for n in (9, 12, 16) for known in (None, day(14), day(15))])


def test_the_kursk_case(open_document: OpenDocument) -> None:
    """The embedded case: every day as known today, and every ninth day as known on every seventh."""
    case = open_case(KURSK)
    first, last = case.settings.first_date, case.settings.last_date
    days = [first + timedelta(n) for n in range((last - first).days + 1)]
    pairs: list[tuple[date, date | None]] = [(on, None) for on in days]
    pairs += [(on, known) for on in days[::9] for known in days[::7]]
    compare(open_document(build_map(case).html()), case, pairs)


def test_nothing_before_it_was_known(open_document: OpenDocument) -> None:
    """What was known only later does not show under an earlier day of knowledge; before the start there is nothing."""
    case = small_case()
    opened = open_document(build_map(case).html(), address="#on=2024-08-15&known=2024-08-15")
    assert "a2" not in opened.snapshot()["advances"]
    early = open_document(build_map(case).html(), address="#on=2024-08-05")
    assert early.snapshot()["advances"] == {}
    assert early.page.inner_text("#summary") == "Nothing claimed by this day"


#: How many days have a bar, by side: a striped bar is many pieces, all of which start at the left of their day.
BARS = (
    "[...document.querySelectorAll('#histogram .bar')].map((side) => "
    "new Set(side.getAttribute('d').match(/(?<=M)[^ ]+/g)).size)"
)
#: How much of the histogram a step of the day changes.
REDRAWN = """() => {
  let changes = 0;
  const watch = new MutationObserver((found) => { changes += found.length; });
  watch.observe(document.getElementById('histogram'), { subtree: true, attributes: true });
  document.getElementById('next').click();
  return new Promise((done) => setTimeout(() => done(changes), 200));
}"""


def test_the_histogram_obeys_the_second_clock(open_document: OpenDocument) -> None:
    """A claim stands in the histogram once it was known; a step of the day does not draw it anew."""
    case = small_case()
    opened = open_document(build_map(case).html(), address=f"#on={day(12)}&known={day(9)}")
    known = [claim for claim in case.claims if claim.known_date <= day(9)]
    bars = [len({c.known_date for c in known if c.side == side}) for side in ("ukraine", "russia", "independent")]
    assert opened.page.evaluate(BARS) == bars
    ticks = opened.page.evaluate(
        "document.querySelector('#histogram .advance-ticks').getAttribute('d').match(/M/g).length"
    )
    assert ticks == 1, "the depth of day 9 was known on day 10"
    assert opened.page.evaluate(REDRAWN) == 0
    opened.page.click("#known-today")
    every = [
        len({c.known_date for c in case.claims if c.side == side}) for side in ("ukraine", "russia", "independent")
    ]
    assert opened.page.evaluate(BARS) == every != bars


@pytest.mark.parametrize(("outside", "kept"), [("2030-01-01", ""), ("1999-07-20", "2024-08-10")])
def test_a_day_of_knowledge_outside_the_case_is_given_up(open_document: OpenDocument, outside: str, kept: str) -> None:
    """The field goes back to what the map shows, on leaving it and after a while, and the range is said."""
    case = small_case()
    opened = open_document(build_map(case).html(), address=f"#on=2024-08-12{kept and '&known=' + kept}")
    page = opened.page
    page.fill("#known", outside)
    page.locator("#known").blur()
    assert page.input_value("#known") == kept
    words = f"{outside} is outside this case; choose a day from 1 August 2024 to 31 December 2024"
    assert page.inner_text("#hint") == words
    assert page.inner_text("#live") == words
    assert opened.snapshot()["known"] == (kept or None)
    page.fill("#known", outside)
    wait_for(page, f"document.getElementById('known').value === '{kept}'")


def test_a_date_can_be_typed_key_by_key(open_document: OpenDocument) -> None:
    """While a year or a month is half typed the date is outside of the case; the field waits for the rest."""
    case = small_case()
    opened = open_document(build_map(case).html(), address="#on=2024-10-20&known=2024-08-10")
    page = opened.page
    page.focus("#known")
    page.keyboard.type("12")
    page.keyboard.type("15")
    page.keyboard.type("2024")
    wait_for(page, "window.salient.snapshot().known === '2024-12-15'")
