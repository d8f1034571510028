"""The fronts page in a real browser: an archive goes in, a running import stops, a host changes nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from benchmarks.serving import server
from geo.io.archive_files import ArchiveFile
from geo.io.case_store import open_case
from geo.io.front_import import ImportOptions, import_archive
from geo.io.mappers.mapping_file import read_mapping
from tests import archives
from tests.archives import HELD, LARGER

pytestmark = pytest.mark.browser
PATIENCE_MS = 90_000
KURSK = Path(__file__).parent.parent.parent / "data" / "kursk-2024"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the shipped case without fronts."""
    target = tmp_path_factory.mktemp("fronts") / "case"
    shutil.copytree(KURSK, target, ignore=shutil.ignore_patterns("fronts"))
    return target


@pytest.fixture(scope="module")
def address(case: Path) -> Iterator[str]:
    """Start the app on the copy, as `make run` does: its pages may change the case."""
    with server(case=case, edit=True) as (where, _):
        yield where


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A desktop page; it may complain of nothing."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    found = context.new_page()
    complaints: list[str] = []
    found.on("pageerror", lambda error: complaints.append(str(error)))
    yield found
    context.close()
    assert complaints == []


def choose(page: Page, label: str, option: str) -> None:
    """Choose an option of a select box by the beginning of its words, once the page rests."""
    expect(page.locator("[data-test-script-state=notRunning]")).to_be_attached(timeout=PATIENCE_MS)
    box = page.get_by_role("combobox", name=label)
    box.focus()
    box.press("ArrowDown")  # not a click: the scroll that brings the box into sight may close its list again
    page.get_by_role("option", name=option).click()


def test_an_archive_goes_in_with_its_faults_told(page: Page, address: str, case: Path) -> None:
    """Files are chosen, imported and reported; the archive, its licence and its days are on the page, and on disk."""
    page.goto(f"{address}fronts")
    expect(page.get_by_text("No fronts have been imported")).to_be_visible(timeout=PATIENCE_MS)
    choose(page, "Format", "owlmaps")
    files = {"20240812.json": HELD, "20240813.json": LARGER}
    given = [
        {"name": name, "mimeType": "application/json", "buffer": archives.owlmap(shape)}
        for name, shape in files.items()
    ]
    broken = {"name": "20240814.json", "mimeType": "application/json", "buffer": archives.owlmap()[:90]}
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files([*given, broken])
    page.get_by_role("button", name="Import", exact=True).click()
    expect(page.get_by_text("2 files new")).to_be_visible(timeout=PATIENCE_MS)
    expect(page.get_by_text("20240814.json: it is not whole JSON")).to_be_visible()
    page.get_by_role("button", name="Done").click()
    expect(page.get_by_text("owlmaps: owlmap, 2 days from 2024-08-12 to 2024-08-13")).to_be_visible()
    expect(page.get_by_text("It is not recorded that this layer may be published")).to_be_visible()
    expect(page.get_by_text("Day by day")).to_be_visible()
    assert (case / "fronts" / "owlmap" / "archive.json").is_file()


def test_what_was_filled_in_outlives_a_mistake(page: Page, address: str, case: Path) -> None:
    """A name that can't be one, and files that can't be read, are told; files and fields stay to be corrected."""
    page.goto(f"{address}fronts")
    expect(page.get_by_role("combobox", name="Format")).to_be_visible(timeout=PATIENCE_MS)
    broken = [
        {"name": f"deepstatemap_data_2024081{n}.geojson", "mimeType": "application/json", "buffer": b"{"}
        for n in (2, 3)
    ]
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(broken)
    name = page.get_by_role("textbox", name="Name in the case")
    page.get_by_role("textbox", name="Licence, as stated").fill("MIT")
    for typed, told in (
        ("Not A Name", "small letters, digits and hyphens"),
        ("mine", "none of the 2 files could be read"),
    ):
        name.fill(typed)
        name.press("Enter")
        page.get_by_role("button", name="Import", exact=True).click()
        expect(page.get_by_text(told)).to_be_visible(timeout=PATIENCE_MS)
        if typed == "mine":
            expect(page.get_by_text("deepstatemap_data_20240812.geojson: it is not whole JSON")).to_be_visible()
            expect(page.get_by_text("deepstatemap_data_20240813.geojson: it is not whole JSON")).to_be_visible()
        page.get_by_role("button", name="Close, and correct it").click()
        expect(page.get_by_role("button", name="Import", exact=True)).to_be_enabled(timeout=PATIENCE_MS)
        expect(name).to_have_value(typed)
        expect(page.get_by_role("textbox", name="Licence, as stated")).to_have_value("MIT")
    assert not (case / "fronts" / "mine").exists()


def test_a_file_is_tried_before_it_is_imported(page: Page, address: str, case: Path) -> None:
    """What a file holds is shown, its columns are asked for, a try says and draws what would be; nothing is written."""
    page.goto(f"{address}fronts")
    expect(page.get_by_role("combobox", name="Format")).to_be_visible(timeout=PATIENCE_MS)
    choose(page, "Format", "Any other file")
    rows = [(HELD, {"kind": "held", "day": "12.08.2024"}), (LARGER, {"kind": "held", "day": "13.08.2024"})]
    page.locator("input[type=file]").first.set_input_files(
        {"name": "mine.geojson", "mimeType": "application/json", "buffer": archives.geojson(*rows)}
    )
    page.get_by_text("What the file holds").click()
    expect(page.get_by_text("days, if spelled DD.MM.YYYY")).to_be_visible(timeout=PATIENCE_MS)
    expect(page.get_by_role("button", name="Try it first")).to_be_enabled(timeout=PATIENCE_MS)
    expect(page.get_by_text("What each class means")).to_be_visible(timeout=PATIENCE_MS)
    choose(page, "The day is in", "day")
    page.get_by_role("textbox", name="Days are spelled").fill("DD.MM.YYYY")
    page.keyboard.press("Tab")
    choose(page, "The class is in", "kind")
    choose(page, "held", "ukraine.held")
    page.get_by_label("Who drew it").fill("My desk")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Try it first").click()
    expect(page.get_by_text("ukraine.held: 2 days, 2024-08-12 to 2024-08-13")).to_be_visible(timeout=PATIENCE_MS)
    expect(page.get_by_text("Ground that would be drawn")).to_be_visible(timeout=PATIENCE_MS)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save the mapping").click()
    said = read_mapping(Path(saved.value.path()).read_bytes(), "m.json")
    assert (said.mapper, said.mapping.date_pattern) == ("My desk", "DD.MM.YYYY")
    assert said.mapping.classes == {"held": "ukraine.held"}
    assert not (case / "fronts" / "mapped").exists()


def test_an_import_can_be_stopped(page: Page, address: str, case: Path) -> None:
    """Cancelled while it runs, an import says so and leaves no trace in the case."""
    page.goto(f"{address}fronts")
    expect(page.get_by_role("combobox", name="Format")).to_be_visible(timeout=PATIENCE_MS)
    days = [f"2024-08-{day:02}" for day in range(1, 29)]
    many = [
        {
            "name": f"deepstatemap_data_{day.replace('-', '')}.geojson",
            "mimeType": "application/json",
            "buffer": crowded(n),
        }
        for n, day in enumerate(days)
    ]
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(many)
    page.get_by_role("button", name="Import", exact=True).click()
    page.get_by_role("button", name="Cancel").click(timeout=PATIENCE_MS)
    expect(page.get_by_text("the import was stopped; the case is as it was")).to_be_visible(timeout=PATIENCE_MS)
    assert [path.name for path in (case / "fronts").iterdir() if path.is_dir()] in ([], ["owlmap"])


def crowded(seed: int) -> bytes:
    """Return a day with a long outline, so that reading a month of them takes seconds."""
    shape = archives.AT_HOME.buffer(0.3, quad_segs=9000).buffer(0.001 * seed)
    return archives.mirror(shape)


@pytest.mark.parametrize("team", [False, True])
def test_a_host_shows_what_it_may_and_changes_nothing(
    chromium: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, team: bool
) -> None:
    """A host's page has no form; a front that may not be published is left out and named, but where a team is alone."""
    folder = tmp_path / "case"
    shutil.copytree(KURSK, folder, ignore=shutil.ignore_patterns("fronts"))
    file = ArchiveFile("20240812.json", lambda: archives.owlmap(HELD))
    import_archive(folder, open_case(folder), [file], ImportOptions("owlmap"), now=datetime(2024, 9, 1, tzinfo=UTC))
    monkeypatch.setenv("SALIENT_TEAM", "1" if team else "")
    with server(case=folder) as (where, _):
        context = chromium.new_context()
        page = context.new_page()
        page.goto(f"{where}fronts")
        expect(page.get_by_text("This server shows the case and changes nothing")).to_be_visible(timeout=PATIENCE_MS)
        assert page.get_by_test_id("stFileUploaderDropzoneInput").count() == 0
        assert page.get_by_role("button", name="Remove").count() == 0
        assert page.get_by_text("Day by day").count() == team
        assert page.get_by_text("Anybody may be looking").count() == (not team)
        page.goto(where)
        legend = page.frame_locator("iframe").first.locator("#legend")
        expect(legend).to_be_attached(timeout=PATIENCE_MS)
        assert page.get_by_text("Some mappers’ fronts are not shown here").count() == (not team)
        assert (legend.locator(".front-key").count() > 0) == team
        context.close()
