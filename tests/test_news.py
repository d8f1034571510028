"""What changed: between two days of knowledge, and between two versions of a case; as text and as feeds."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import feedparser
import pytest
from defusedxml import ElementTree as SafeET
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import InputError, SelectionError
from geo.export.bundle import BundleOptions, bundle
from geo.export.changefeed import news_feed, news_text
from geo.export.changes import Change, News, news_between, news_of_versions, sort_changes
from geo.export.figures.figure import Look
from geo.export.formats.feeds import ATOM
from geo.export.release import release
from geo.export.scope import Scope
from geo.io.case_store import open_case, read_files
from geo.io.revisions import open_version
from geo.model.claims import Superseded
from geo.model.fronts import Snapshot
from geo.reports.view import View
from tests.cases import day, small_case
from tests.publish_cases import public_case, track

KURSK = Path(__file__).parent.parent / "data" / "kursk-2024"
HOSTILE = "<script>alert(1)</script> ]]> &amp; \x07 ${x}"


def told(news: list[News]) -> list[tuple[str, str]]:
    """Return (change, record) of each, in order of record."""
    return sorted((str(one.change), one.record) for one in news)


def with_claim(case, ident: str, **values):
    """Return a case with some fields of one claim changed."""
    claims = tuple(c.model_copy(update=values) if c.id == ident else c for c in case.claims)
    return replace(case, claims=claims)


def test_what_became_known_between_two_days():
    """Claims, words and orders whose day of knowledge is after the first day and not after the second; no others."""
    case = small_case()
    found = news_between(case, day(6), day(9))
    expected = {
        r.id
        for kind in (case.claims, case.control_events, case.orders)
        for r in kind
        if day(6) < r.known_date <= day(9)
    }
    assert {one.record for one in found} == expected
    assert all(day(6) < one.known_date <= day(9) for one in found)
    assert {"c08", "e07", "o2"} <= expected


@given(st.integers(0, 30), st.integers(1, 30), st.integers(1, 30))
def test_two_spans_that_meet_tell_what_the_whole_span_tells(start: int, first: int, second: int):
    """Nothing is told twice and nothing is lost where one span ends and the next begins."""
    case = public_case()
    middle, end = day(start + first), day(start + first + second)
    parts = news_between(case, day(start), middle) + news_between(case, middle, end)
    assert sorted(one.id for one in parts) == sorted(one.id for one in news_between(case, day(start), end))


def test_a_correction_is_told_on_the_day_it_was_known():
    """The claim that was corrected is told as corrected, with who did it and what took its place."""
    values = {
        "superseded": Superseded.CORRECTED,
        "superseded_by": "c07",
        "superseded_date": day(10),
        "superseded_who": "Governor",
    }
    case = with_claim(small_case(), "c01", **values)
    (corrected,) = [one for one in news_between(case, day(9), day(10)) if one.change is Change.CORRECTED]
    assert corrected.record == "c01"
    assert "corrected by Governor" in corrected.text
    assert "c07 took its place" in corrected.text
    withdrawn = with_claim(
        small_case(), "c01", **(values | {"superseded": Superseded.WITHDRAWN, "superseded_by": None})
    )
    assert ("withdrawn", "c01") in told(news_between(withdrawn, day(9), day(10)))


def test_a_drawing_is_told_and_a_file_that_came_back_changed_is_a_revision():
    """A front's first file of a day is drawn; the same file with other content is revised."""
    one = track("mine", "CC-BY-4.0")
    again = Snapshot(day(9), day(12), "mine-9.geojson", "f" * 64, revision=1)
    two = replace(one, snapshots=(*one.snapshots, again))
    case = replace(small_case(), fronts=(two,))
    fronts = [n for n in news_between(case, day(8), day(12)) if n.kind == "front"]
    assert [str(n.change) for n in fronts] == ["revised", "drawn"]
    assert "both are kept" in fronts[0].text
    before = replace(small_case(), fronts=(one,))
    assert [str(n.change) for n in news_of_versions(before, case)] == ["revised"]


def test_between_versions_every_row_that_differs_is_told_once():
    """Added, removed, edited with the field and both values, corrected; what is the same is not told."""
    before = small_case()
    after = with_claim(before, "c02", value=42.0)
    new = before.claims[0].model_copy(update={"id": "c99"})
    after = replace(
        after, claims=(*(c for c in after.claims if c.id != "c11"), new), control_events=before.control_events[1:]
    )
    found = news_of_versions(before, after)
    assert told(found) == [("added", "c99"), ("edited", "c02"), ("removed", "c11"), ("removed", "e01")]
    (edited,) = [one for one in found if one.change is Change.EDITED]
    assert "value: 40.0 → 42.0" in edited.text
    assert news_of_versions(before, before) == []
    back = {(str(one.change), one.record) for one in news_of_versions(after, before)}
    assert back == {("removed", "c99"), ("edited", "c02"), ("added", "c11"), ("added", "e01")}


def test_a_claim_newly_superseded_is_corrected_not_edited():
    """What its claimant took back is told as that."""
    values = {"superseded": Superseded.WITHDRAWN, "superseded_date": day(20), "superseded_who": "Commander"}
    found = news_of_versions(small_case(), with_claim(small_case(), "c06", **values))
    assert told(found) == [("withdrawn", "c06")]


def test_the_newest_day_comes_first():
    """And of one day what takes something back comes before what adds."""
    found = news_between(public_case(), day(0))
    days = [one.known_date for one in found]
    assert days == sorted(days, reverse=True)
    assert sort_changes(reversed(found)) == found


def test_days_that_make_no_span_are_refused():
    """The message says what would be right."""
    with pytest.raises(SelectionError, match="until must be the later day"):
        news_between(small_case(), day(6), day(6))
    with pytest.raises(SelectionError, match="since is 2020"):
        news_between(small_case(), date(2020, 1, 1))
    other = small_case()
    other = replace(other, settings=other.settings.model_copy(update={"id": "other"}))
    with pytest.raises(SelectionError, match="are two cases"):
        news_of_versions(small_case(), other)


def hostile() -> list[News]:
    """Return the news of a case with a hostile claimant and summary."""
    return news_between(with_claim(small_case(), "c08", claimant=HOSTILE, summary=HOSTILE), day(6), day(7))


def test_the_atom_feed_is_atom():
    """Parsed as XML it has what RFC 4287 asks of a feed and of each entry, each id once, and no markup in texts."""
    root = SafeET.fromstring(news_feed(small_case(), hostile(), "atom", "https://salient.example/"))
    tag = f"{{{ATOM}}}"
    assert root.tag == f"{tag}feed"
    assert all(len(root.findall(f"{tag}{name}")) == 1 for name in ("id", "title", "updated", "author"))
    entries = root.findall(f"{tag}entry")
    assert len(entries) == len(hostile()) > 0
    ids = [entry.findtext(f"{tag}id") for entry in entries]
    assert len(set(ids)) == len(ids)
    for entry in entries:
        assert entry.findtext(f"{tag}title")
        assert (entry.findtext(f"{tag}updated") or "").endswith("T00:00:00Z")
        content = entry.find(f"{tag}content")
        assert content is not None
        assert (content.get("type"), len(content)) == ("text", 0)
    assert root.findtext(f"{tag}updated") == f"{max(one.known_date for one in hostile())}T00:00:00Z"
    assert "<script>" in " ".join(entry.findtext(f"{tag}title") or "" for entry in entries)


def test_a_feed_reader_reads_it():
    """Feedparser finds every entry with its link, and finds nothing wrong with the feed."""
    news = news_between(small_case(), day(0))
    parsed = feedparser.parse(news_feed(small_case(), news, "atom"))
    assert not parsed.bozo
    assert [entry.title for entry in parsed.entries] == [f"{one.change.capitalize()}: {one.title}" for one in news]
    assert {entry.link for entry in parsed.entries} == {"https://one.example/a", "https://two.example/b"}


def test_the_json_feed_is_a_json_feed():
    """Version 1.1: each item has an id that is a text, plain content, and a moment by RFC 3339."""
    news = hostile()
    feed = json.loads(news_feed(small_case(), news, "json", "https://salient.example/"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["home_page_url"] == "https://salient.example/"
    assert len({item["id"] for item in feed["items"]}) == len(news)
    for item, one in zip(feed["items"], news, strict=True):
        assert set(item) <= {"id", "title", "content_text", "date_published", "external_url", "tags"}
        assert item["date_published"] == f"{one.known_date}T00:00:00Z"
        assert str(one.change) in item["tags"]
    assert any(HOSTILE in item["content_text"] for item in feed["items"])


def test_the_text_names_each_record():
    """Day, change, title, record and address of each; without news it says so."""
    text = news_text(news_between(small_case(), day(6), day(7)))
    assert "13 August 2024" in text
    assert "added: Observer: at least 44 (settlements, total, stated) [c08]" in text
    assert "https://two.example/b" in text
    assert news_text([]) == "Nothing changed."


def test_an_earlier_version_is_a_folder_a_revision_or_a_bundle(tmp_path: Path):
    """All three give the same case; the change made since is told."""
    folder = tmp_path / "repository" / "kursk-2024"
    shutil.copytree(KURSK, folder)
    identity = ["-c", "user.name=T", "-c", "user.email=t@example.org"]
    for command in (["init", "-q"], ["add", "-A"], [*identity, "commit", "-qm", "one"]):
        subprocess.run(["git", "-C", str(folder.parent), *command], check=True, capture_output=True)
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    scope = Scope(release(open_case(folder)), View(date(2024, 8, 12)))
    zipped = tmp_path / "b.zip"
    zipped.write_bytes(bundle(scope, read_files(folder), BundleOptions(date(2026, 11, 25), look=Look(dpi=50)))[1])
    claims = folder / "claims.csv"
    claims.write_text(claims.read_text(encoding="utf-8").replace(",about,12,", ",about,14,", 1), encoding="utf-8")
    now = open_case(folder)
    for name in (str(copy), str(zipped), "HEAD"):
        assert told(news_of_versions(open_version(folder, name), now)) == [("edited", "C0002")], name


@pytest.mark.parametrize("name", ["--output=/tmp/x", "no-such-revision", "a b"])
def test_what_is_no_version_is_refused(name: str):
    """An option of git in the place of a revision never reaches git."""
    with pytest.raises(InputError, match="git"):
        open_version(KURSK, name)
