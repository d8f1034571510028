"""A place's story: short sentences that say no more than the records, and where it lies by a check of its own."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.analysis.place_ground import bands_of_places, border_offsets
from geo.analysis.reconstruction import reconstructions
from geo.analysis.story import MOST_TOLD, place_story, words_told
from geo.io.case_store import open_case
from geo.model.asof import AsOf
from geo.model.places import ControlEvent, Status
from tests.cases import small_case
from tests.cli import KURSK

CASE = open_case(KURSK)
DRAWN = reconstructions(CASE)


def word(n: int, who: str, status: str) -> ControlEvent:
    """One word about a place, a day after the other."""
    day = date(2024, 8, 1) + timedelta(n)
    said = {"id": f"e{n}", "claimant": who, "side": "russia", "source": "s1", "about_date": day, "known_date": day}
    return ControlEvent(**said, settlement="p1", status=status)


_words = st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from(list(Status))), max_size=14)


@given(_words)
def test_every_new_word_is_told_or_counted(said: list[tuple[str, Status]]) -> None:
    """One sentence is of the first; what is not told is counted; who denied is named; a repeat is not told again."""
    events = [word(n, who, status) for n, (who, status) in enumerate(said)]
    told = words_told(events)
    seen: dict[str, Status] = {}
    new = []
    for who, status in said:
        if seen.get(who) is not status:
            new.append(status)
        seen[who] = status
    denials = sum(status is Status.DENIED for status in new[1:])
    assert sum(sentence.startswith("First said by") for sentence in told) == bool(said)
    assert sum(sentence.startswith("Denied by") for sentence in told) == denials
    between = [int(sentence.split()[0]) for sentence in told if "in between" in sentence]
    then = sum(sentence.startswith("Then by") for sentence in told)
    assert then + sum(between) == max(0, len(new) - 1 - denials)
    assert then <= MOST_TOLD
    assert all(len(sentence) < 120 for sentence in told)


@given(_words)
def test_a_story_goes_forward_in_time(said: list[tuple[str, Status]]) -> None:
    """Sentences stand in the order of the days they name, denials too; words left out lie between their neighbours."""
    told = words_told([word(n, who, status) for n, (who, status) in enumerate(said)])
    days = [int(found[1]) if (found := re.search(r", (\d+) August", sentence)) else None for sentence in told]
    named = [day for day in days if day is not None]
    assert named == sorted(set(named))
    for at, count in enumerate(days):
        if count is None:
            left_out = int(told[at].split()[0])
            assert 0 < at < len(days) - 1
            before, last = days[at - 1], days[-1]
            assert before is not None
            assert last is not None
            assert last - before > left_out


@settings(max_examples=20)
@given(st.sampled_from(sorted(CASE.settlements)), st.integers(0, 60))
def test_the_band_that_is_told_holds_the_place(ident: str, offset: int) -> None:
    """A place that is said to be in a band is inside of it in degrees, too, and in no narrower one surely."""
    place = CASE.settlements[ident]
    as_of = AsOf(CASE.settings.start_date + timedelta(offset))
    story = place_story(CASE, ident, as_of, DRAWN)
    if place.lon is None or place.lat is None:
        assert "Its coordinates are not established." in story
        return
    at = shapely.Point(place.lon, place.lat)
    held = bands_of_places([place], DRAWN, CASE.border.metric)
    for drawn in DRAWN:
        found = held.get(drawn.id, {}).get(ident)
        if found is None or not found[1]:
            continue
        assert getattr(drawn, found[0]).contains(at)
        if found[0] == "outer" and drawn.inner is not None:
            assert not drawn.inner.buffer(-0.02).contains(at)
    km, _ = border_offsets([place], CASE.border)[ident]
    assert f"{round(km, 1):.1f} km from the border in a straight line" in " ".join(story)


def test_a_story_follows_both_clocks_and_the_filters() -> None:
    """What was said or published later is not told, nor what the filters hide."""
    full = place_story(CASE, "sudzha", AsOf(date(2024, 8, 20)), DRAWN)
    assert any(sentence.startswith("Denied by Aleksei Kondratyev") for sentence in full)
    early = place_story(CASE, "sudzha", AsOf(date(2024, 8, 12), date(2024, 8, 12)), DRAWN)
    assert not any("Denied" in sentence or "Syrskyi" in sentence for sentence in early)
    ukrainian = place_story(CASE, "sudzha", AsOf(date(2024, 8, 20)), DRAWN, lambda record: record.side == "ukraine")
    assert not any("Kondratyev" in sentence or "Smirnov" in sentence for sentence in ukrainian)


def test_of_a_place_nobody_spoke_of_only_its_ground_is_told() -> None:
    """Without words the story says where a place lies and nothing else."""
    case = replace(small_case(), control_events=())
    for ident in case.settlements:
        story = place_story(case, ident, AsOf(case.last_date), reconstructions(case))
        assert not [sentence for sentence in story if sentence.startswith(("First", "Then", "Denied"))]
        assert story
