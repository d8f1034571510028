"""An import keeps what can be read, tells what can't, and changes the case at one stroke or not at all."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from shapely.geometry import Polygon, box

from geo.analysis.fronts import front_change
from geo.errors import CaseError, InputError, SelectionError
from geo.export.release import release
from geo.io.archive_files import ArchiveFile
from geo.io.case_store import fingerprint, open_case
from geo.io.front_import import ImportCancelledError, ImportOptions, import_archive
from geo.io.front_store import one_import_at_a_time, read_archive, read_fronts, remove_archive
from geo.io.import_report import ImportReport
from geo.io.mappers.mapping import FieldMapping
from geo.io.raw_files import raw_file
from geo.model.asof import AsOf
from geo.model.claims import Side
from geo.model.fronts import FrontState, FrontStatus, front_on
from geo.model.licences import NOT_STATED
from tests import archives
from tests.archives import AT_HOME, HELD, LARGER

KURSK = Path(__file__).parent.parent / "data" / "kursk-2024"
NOW = datetime(2024, 9, 1, 12, tzinfo=UTC)
LATER = datetime(2024, 9, 10, 12, tzinfo=UTC)
MIRROR = ImportOptions("deepstate-mirror")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the shipped case without fronts."""
    target = tmp_path / "case"
    shutil.copytree(KURSK, target, ignore=shutil.ignore_patterns("fronts"))
    return target


def bring(folder: Path, files: dict[str, bytes], options: ImportOptions = MIRROR, now: datetime = NOW) -> ImportReport:
    """Import files by name into a case."""
    given = [ArchiveFile(name, lambda data=data: data) for name, data in files.items()]  # type: ignore[misc]
    return import_archive(folder, open_case(folder), given, options, now=now)


def day_file(day: int) -> str:
    """Return the mirror's name of a day of August."""
    return f"deepstatemap_data_202408{day:02}.geojson"


def everything(folder: Path) -> dict[str, bytes]:
    """Return every file of a case by its path, the lock aside."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != ".import.lock")
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_an_import_is_in_the_case(folder: Path) -> None:
    """What was drawn comes back as drawn, with its file, hash, days, figures and how it was read; the version moves."""
    before = open_case(folder)
    report = bring(folder, {day_file(11): archives.mirror(), day_file(12): archives.mirror(HELD)})
    assert (report.added, report.unchanged, report.revised, report.days) == (2, 0, 0, 2)
    case = open_case(folder)
    assert case.version != before.version
    (track,) = case.fronts
    assert (track.id, track.mapper, track.licence) == ("deepstate-mirror.russia.held", "DeepState", "not stated")
    assert not track.may_publish
    assert track.ground(1).equals(HELD)
    assert [snapshot.about_date.day for snapshot in track.snapshots] == [11, 12]
    record = read_archive(folder, "deepstate-mirror").record
    assert "day in the file's name" in record.date_rule
    assert [one.retrieved_at for one in record.imports] == ["2024-09-01T12:00:00+00:00"]
    archive = folder / "fronts" / "deepstate-mirror"
    assert raw_file(archive, track.snapshots[1].sha256) == archives.mirror(HELD)
    frame = (archive / "raw" / f"{track.snapshots[1].sha256}.zst").read_bytes()
    assert frame.startswith(b"\x28\xb5\x2f\xfd"), "a Zstandard frame, which any program for them unpacks"


def test_the_same_files_again_change_nothing(folder: Path) -> None:
    """A second import of the same bytes leaves every byte of the case as it was, at whatever time it comes."""
    files = {day_file(11): archives.mirror(), day_file(12): archives.mirror(HELD)}
    bring(folder, files)
    before, print_before = everything(folder), fingerprint(folder)
    report = bring(folder, files, now=LATER)
    assert (report.added, report.unchanged, report.revised) == (0, 2, 0)
    assert everything(folder) == before
    assert fingerprint(folder) == print_before


def test_a_file_that_came_back_changed_is_a_revision(folder: Path) -> None:
    """Both versions are kept; which one stands depends on the day of knowledge."""
    bring(folder, {day_file(12): archives.mirror(HELD)})
    report = bring(folder, {day_file(12): archives.mirror(LARGER)}, now=LATER)
    assert (report.added, report.revised) == (0, 1)
    (track,) = open_case(folder).fronts
    assert [snapshot.revision for snapshot in track.snapshots] == [0, 1]
    on = date(2024, 8, 12)
    assert track.ground(front_on(track, AsOf(on, date(2024, 9, 9))).index or 0).equals(HELD)
    assert track.ground(front_on(track, AsOf(on)).index or 0).equals(LARGER)


def test_a_file_that_is_taken_back_is_a_revision_too(folder: Path) -> None:
    """A file that returns to its first content is a third version: the latest word is the first one again."""
    for number, shape in enumerate((HELD, LARGER, HELD)):
        bring(folder, {day_file(12): archives.mirror(shape)}, now=LATER.replace(day=5 + number))
    (track,) = open_case(folder).fronts
    assert [snapshot.revision for snapshot in track.snapshots] == [0, 1, 2]
    assert track.ground(front_on(track, AsOf(date(2024, 8, 12))).index or 0).equals(HELD)


def test_the_last_version_again_changes_nothing(folder: Path) -> None:
    """After a file has come, changed and been taken back, the same file once more is the one that is there."""
    for number, shape in enumerate((HELD, LARGER, HELD)):
        bring(folder, {day_file(12): archives.mirror(shape)}, now=LATER.replace(day=5 + number))
    before = everything(folder)
    for number in range(2):
        report = bring(folder, {day_file(12): archives.mirror(HELD)}, now=LATER.replace(day=10 + number))
        assert (report.added, report.unchanged, report.revised) == (0, 1, 0)
    assert everything(folder) == before


def test_a_day_is_said_as_it_was_known_before_a_file_came_back_changed(folder: Path) -> None:
    """Three days alike, the middle one redrawn later: then, nothing had changed on any of them; today, two have."""
    bring(folder, {day_file(day): archives.mirror(HELD) for day in (11, 12, 13)})
    bring(folder, {day_file(12): archives.mirror(LARGER)}, now=LATER)
    (track,) = open_case(folder).fronts
    then, today = date(2024, 9, 9), None
    for day in (12, 13):
        found = front_on(track, AsOf(date(2024, 8, day), then))
        assert (found.state, found.gained_lost_km2) == (FrontState.UNCHANGED, (0.0, 0.0))
    states = [front_on(track, AsOf(date(2024, 8, day), today)) for day in (12, 13)]
    assert [one.state for one in states] == [FrontState.UPDATED, FrontState.UPDATED]
    (gained, none), (nothing, lost) = (one.gained_lost_km2 or (0, 0) for one in states)
    assert none == nothing == 0
    assert gained == pytest.approx(lost)
    assert gained > 1


def test_what_was_drawn_again_later_is_not_measured_as_of_then(folder: Path) -> None:
    """The stored change is of the newest drawings; of the day known before them it is said to be open."""
    bring(folder, {day_file(11): archives.mirror(LARGER), day_file(12): archives.mirror(HELD)})
    bring(folder, {day_file(11): archives.mirror(HELD)}, now=LATER)
    (track,) = open_case(folder).fronts
    then = front_on(track, AsOf(date(2024, 8, 12), date(2024, 9, 9)))
    assert (then.state, then.gained_lost_km2) == (FrontState.UPDATED, None)
    assert "drawn again later" in then.no_change_words
    first = front_on(track, AsOf(date(2024, 8, 11)))
    assert (first.gained_lost_km2, first.no_change_words) == (None, "there is no drawing of the day before")


def test_two_files_of_one_day_are_told_whatever_the_format(folder: Path) -> None:
    """A mapped archive too has one file a day and kind of ground; two kinds may come in two files."""
    classes = {"held": "ukraine.held", "unclear": "unclear"}
    options = ImportOptions("mapped", mapper="Desk", mapping=FieldMapping(class_column="kind", classes=classes))
    files = {
        "2024-08-12.geojson": archives.geojson((HELD, {"kind": "held"})),
        "front_20240812.geojson": archives.geojson((LARGER, {"kind": "held"})),
        "unclear_20240812.geojson": archives.geojson((LARGER, {"kind": "unclear"})),
    }
    report = bring(folder, files, options=options)
    (fault,) = report.rejected
    assert (report.added, fault.file) == (2, "front_20240812.geojson")
    assert "as 2024-08-12.geojson does" in fault.reason


def test_new_days_are_added_to_those_there_are(folder: Path) -> None:
    """An archive grows: the days there were stay, and the first new one is measured against the last old one."""
    bring(folder, {day_file(12): archives.mirror(HELD)})
    bring(folder, {day_file(13): archives.mirror(LARGER)}, now=LATER)
    (track,) = open_case(folder).fronts
    assert [snapshot.about_date.day for snapshot in track.snapshots] == [12, 13]
    gained = track.figures[1].gained_km2
    assert gained is not None
    assert gained == pytest.approx(track.figures[1].area_km2 - track.figures[0].area_km2, rel=1e-4)


BAD = {
    "deepstatemap_data_20240801.geojson": (archives.mirror()[:120], "not whole JSON"),
    "deepstatemap_data_20240802.geojson": (b"", "is empty"),
    "deepstatemap_data_20240803.geojson": (archives.mirror(box(50.6, 34.6, 50.9, 34.9)), "lat, lon order"),
    "deepstatemap_data_20240804.geojson": (
        archives.mirror(Polygon([(35, 51), (36, 52), (36, 51), (35, 52)])),
        "never cross itself",
    ),
    "deepstatemap_data_20240805.geojson": (archives.mirror().replace(b"34.9", b"NaN"), "NaN"),
    "deepstatemap_data_22020812.geojson": (archives.mirror(), "2202-08-12"),
    "deepstatemap_data_20240806.geojson": (archives.mirror(box(145, 43, 146, 44)), "of another region"),
    "deepstatemap_data_20240812_again.geojson": (archives.mirror(LARGER), "one file a day"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_told_and_the_rest_is_read(folder: Path, name: str) -> None:
    """A file that can't be used is named with the reason; every other file of the archive is kept."""
    data, words = BAD[name]
    report = bring(folder, {day_file(12): archives.mirror(HELD), name: data, day_file(13): archives.mirror(LARGER)})
    assert report.added == 2
    assert [fault.file for fault in report.rejected] == [name]
    assert words in report.rejected[0].reason
    assert [str(fault) for fault in read_archive(folder, "deepstate-mirror").rejected] == [str(report.rejected[0])]
    assert [s.about_date.day for s in open_case(folder).fronts[0].snapshots] == [12, 13]


def test_a_file_that_is_read_by_now_has_no_old_faults(folder: Path) -> None:
    """Once a bad file was replaced by a good one, its fault is gone."""
    bring(folder, {day_file(12): archives.mirror(), day_file(13): b""})
    assert read_archive(folder, "deepstate-mirror").rejected
    bring(folder, {day_file(13): archives.mirror()})
    assert not read_archive(folder, "deepstate-mirror").rejected


def test_an_archive_without_one_good_file_changes_nothing(folder: Path) -> None:
    """Where nothing can be read, the error names the reasons and the case is as it was."""
    before = everything(folder)
    with pytest.raises(InputError, match=r"(?s)none of the 2 files .*11\.geojson: it is emp.*12\.geojson: it is emp"):
        bring(folder, {day_file(12): b"", day_file(11): b""})
    assert everything(folder) == before


@pytest.mark.parametrize("stop_after", [0, 1, 2, 3])
def test_a_stopped_import_leaves_the_case_as_it_was(folder: Path, stop_after: int) -> None:
    """Cancelled while reading or while measuring, the case is byte for byte what it was, and can be imported into."""
    bring(folder, {day_file(11): archives.mirror()})
    before = everything(folder)
    calls = iter(range(100))
    files = [ArchiveFile(day_file(12), lambda: archives.mirror(HELD)), ArchiveFile(day_file(13), archives.mirror)]
    with pytest.raises(ImportCancelledError, match="as it was"):
        import_archive(folder, open_case(folder), files, MIRROR, now=LATER, cancelled=lambda: next(calls) >= stop_after)
    assert everything(folder) == before
    assert bring(folder, {day_file(12): archives.mirror(HELD)}).added == 1


@pytest.mark.parametrize("step", ["to_bytes", "_swap"])
def test_an_import_that_dies_while_writing_leaves_the_case_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """A failure while the new archive is written, or before it is put in place, leaves the old one."""
    bring(folder, {day_file(11): archives.mirror()})
    before = everything(folder)

    def fail(*_: object) -> Iterator[None]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(f"geo.io.front_store.{step}", fail)
    with pytest.raises(OSError, match="No space"):
        bring(folder, {day_file(12): archives.mirror()})
    assert everything(folder) == before


def test_a_swap_that_was_cut_short_still_opens(folder: Path) -> None:
    """Killed between the two renames, the archive that was there is read, and the next import goes on from it."""
    bring(folder, {day_file(11): archives.mirror()})
    archive = folder / "fronts" / "deepstate-mirror"
    archive.rename(archive.with_name("deepstate-mirror.old"))
    assert len(open_case(folder).fronts[0].snapshots) == 1
    bring(folder, {day_file(12): archives.mirror()})
    assert len(open_case(folder).fronts[0].snapshots) == 2
    assert len(list((archive / "raw").iterdir())) == 1


def test_one_import_at_a_time(folder: Path) -> None:
    """While one import runs another one is refused with a sentence, not queued."""
    with one_import_at_a_time(folder), pytest.raises(InputError, match="another import"):
        bring(folder, {day_file(11): archives.mirror()})


def test_unclear_and_liberated_ground_goes_where_it_lies(folder: Path) -> None:
    """Unclear ground is towards the side on whose enemy's ground it lies; ground liberated at home is no advance."""
    data = archives.history((HELD, "status.dismissed"), (AT_HOME, "status.dismissed"), (LARGER, "status.unknown"))
    bring(folder, {"1723492591.geojson": data}, ImportOptions("deepstate-history"))
    tracks = {(track.holder, track.status): track for track in open_case(folder).fronts}
    assert tracks[Side.UKRAINE, FrontStatus.HELD].ground(0).equals(HELD)
    assert tracks[Side.UKRAINE, FrontStatus.UNCLEAR].ground(0).equals(LARGER)
    assert tracks[Side.RUSSIA, FrontStatus.UNCLEAR].ground(0).is_empty
    assert tracks[Side.UKRAINE, FrontStatus.HELD].figures[0].depth_max_km is not None


def test_several_snapshots_a_day_are_kept_in_order(folder: Path) -> None:
    """Two moments of one day are both kept; the day shows the later one."""
    files = {
        "1723492591.geojson": archives.history((LARGER, "status.dismissed")),
        "1723460000.geojson": archives.history((HELD, "status.dismissed")),
    }
    bring(folder, files, ImportOptions("deepstate-history"))
    track = open_case(folder).fronts[0]
    assert [s.file for s in track.snapshots] == ["1723460000.geojson", "1723492591.geojson"]
    found = front_on(track, AsOf(date(2024, 8, 12)))
    assert found.state is FrontState.UPDATED
    assert track.ground(found.index or 0).equals(LARGER)


def test_a_mapping_is_said_once(folder: Path) -> None:
    """What was said of columns and classes is kept, so that the next import need not say it."""
    said = ImportOptions("mapped", "own", "My desk", mapping=FieldMapping("day", "kind", "", {"held": "ukraine.held"}))
    first = archives.geojson((HELD, {"day": "2024-08-12", "kind": "held"}))
    second = archives.geojson((LARGER, {"day": "2024-08-13", "kind": "held"}))
    bring(folder, {"a.geojson": first}, said)
    report = bring(folder, {"b.geojson": second}, ImportOptions("mapped", "own"))
    assert (report.rejected, report.days) == ((), 2)
    assert read_archive(folder, "own").record.mapping.classes == {"held": "ukraine.held"}


def test_a_file_of_many_days_revises_only_the_days_that_changed(folder: Path) -> None:
    """When a table grew by a day, the days that are drawn as before are no revisions."""
    said = ImportOptions("mapped", "own", "My desk", mapping=FieldMapping("day", "kind", "", {"held": "ukraine.held"}))
    rows = [(HELD, {"day": "2024-08-12", "kind": "held"}), (HELD, {"day": "2024-08-13", "kind": "held"})]
    bring(folder, {"a.geojson": archives.geojson(*rows)}, said)
    rows = [rows[0], (LARGER, rows[1][1]), (LARGER, {"day": "2024-08-14", "kind": "held"})]
    report = bring(folder, {"a.geojson": archives.geojson(*rows)}, said, now=LATER)
    assert report.revised == 1
    (track,) = open_case(folder).fronts
    assert [(s.about_date.day, s.revision) for s in track.snapshots] == [(12, 0), (13, 0), (13, 1), (14, 1)]


def test_a_file_of_many_days_that_is_only_written_anew_changes_nothing(folder: Path) -> None:
    """Other bytes with every day drawn as before are no revision, however often they come; a day redrawn is one."""
    said = ImportOptions("mapped", "own", "My desk", mapping=FieldMapping("day", "kind", "", {"held": "ukraine.held"}))
    rows = [(HELD, {"day": "2024-08-12", "kind": "held"}), (HELD, {"day": "2024-08-13", "kind": "held"})]
    bring(folder, {"a.geojson": archives.geojson(*rows)}, said)
    before = everything(folder)
    for number in range(2):
        anew = b" " * (number + 1) + archives.geojson(*rows)
        report = bring(folder, {"a.geojson": anew}, said, now=LATER)
        assert (report.unchanged, report.revised) == (1, 0)
    assert everything(folder) == before
    redrawn = archives.geojson(rows[0], (LARGER, rows[1][1]))
    assert bring(folder, {"a.geojson": redrawn}, said, now=LATER).revised == 1


def test_what_is_said_of_an_archive_later_is_kept(folder: Path) -> None:
    """Where it was had is kept when it is said at a later import, though not one file is new."""
    files = {day_file(12): archives.mirror(HELD)}
    bring(folder, files)
    bring(folder, files, ImportOptions("deepstate-mirror", source="https://example.org/mirror"))
    assert read_archive(folder, "deepstate-mirror").record.source == "https://example.org/mirror"


@pytest.mark.parametrize("said", [replace(MIRROR, licence="CC BY 4.0"), replace(MIRROR, may_publish=True)])
def test_a_later_import_gives_no_rights(folder: Path, said: ImportOptions) -> None:
    """A stored archive is not relicensed by an option, with old files or with new ones."""
    bring(folder, {day_file(12): archives.mirror(HELD)})
    before = everything(folder)
    for day in (12, 13):
        with pytest.raises(SelectionError, match="an import does not change that"):
            bring(folder, {day_file(day): archives.mirror(HELD)}, said)
    assert everything(folder) == before
    bring(folder, {day_file(13): archives.mirror(HELD)}, ImportOptions("deepstate-mirror", licence="not stated"))


def test_a_permission_in_the_archives_own_file_is_none(folder: Path) -> None:
    """Only licences.csv, which names who gave it and when, permits; a word in archive.json does not."""
    bring(folder, {day_file(12): archives.mirror(HELD)})
    file = folder / "fronts" / "deepstate-mirror" / "archive.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | {"permission": "by word of mouth"}))
    assert release(open_case(folder)).case.fronts == ()


def test_a_folder_of_ones_own_beside_the_archives_is_left_alone(folder: Path) -> None:
    """Notes under fronts/ keep nobody from opening the case; an archive without its record does, and says so."""
    bring(folder, {day_file(12): archives.mirror()})
    (folder / "fronts" / "notes").mkdir()
    (folder / "fronts" / "notes" / "read-me.txt").write_text("mine")
    assert len(open_case(folder).fronts) == 1
    (folder / "fronts" / "deepstate-mirror" / "archive.json").unlink()
    with pytest.raises(CaseError, match="fronts/deepstate-mirror can't be read"):
        open_case(folder)


def test_two_mappers_stand_side_by_side_and_one_can_go(folder: Path) -> None:
    """Each archive is a folder of its own; taking one out leaves the other."""
    bring(folder, {day_file(12): archives.mirror()})
    bring(folder, {"20240812.json": archives.owlmap()}, ImportOptions("owlmap"))
    assert [archive.record.id for archive in read_fronts(folder)] == ["deepstate-mirror", "owlmap"]
    remove_archive(folder, "owlmap")
    assert [track.archive for track in open_case(folder).fronts] == ["deepstate-mirror"]
    with pytest.raises(CaseError, match="the case has deepstate-mirror"):
        remove_archive(folder, "owlmap")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (ImportOptions("deepstate"), "must be one of"),
        (ImportOptions("owlmap", name="../up"), "small letters"),
        (ImportOptions("mapped", name="own"), "who drew these fronts"),
    ],
)
def test_what_is_said_wrongly_is_refused(folder: Path, options: ImportOptions, words: str) -> None:
    """A format, a name or a missing mapper is a sentence, and nothing is changed."""
    before = everything(folder)
    with pytest.raises(SelectionError, match=words):
        bring(folder, {"20240812.json": archives.owlmap()}, options)
    assert everything(folder) == before


def test_an_archive_s_name_belongs_to_one_format(folder: Path) -> None:
    """An archive that was read as one format is not read on as another."""
    bring(folder, {day_file(12): archives.mirror()}, ImportOptions("deepstate-mirror", name="mine"))
    with pytest.raises(SelectionError, match="was read as deepstate-mirror"):
        bring(folder, {"20240812.json": archives.owlmap()}, ImportOptions("owlmap", name="mine"))


def test_a_damaged_archive_in_a_case_says_which(folder: Path) -> None:
    """A series that does not fit its table is an error that names the archive."""
    bring(folder, {day_file(12): archives.mirror()})
    archive = folder / "fronts" / "deepstate-mirror"
    rows = (archive / "snapshots.csv").read_text(encoding="utf-8").splitlines()
    (archive / "snapshots.csv").write_text("\n".join([*rows, rows[1]]), encoding="utf-8")
    with pytest.raises(CaseError, match=r"fronts/deepstate-mirror can't be read \(.*1 areas and 2 snapshots"):
        open_case(folder)


def test_a_change_is_between_two_days_that_were_drawn(folder: Path) -> None:
    """Gained and lost ground of an imported front, whole and beyond the border; across a gap there is none."""
    days = {"20240812.json": HELD, "20240813.json": LARGER, "20240816.json": HELD}
    bring(folder, {name: archives.owlmap(shape) for name, shape in days.items()}, ImportOptions("owlmap"))
    case = open_case(folder)
    track = next(track for track in case.fronts if track.holder is Side.UKRAINE)
    border = case.border
    found = front_change(track, date(2024, 8, 12), date(2024, 8, 13), border)
    assert found.gained.equals(LARGER.difference(HELD))
    assert found.lost.is_empty
    assert found.gained_km2 == pytest.approx(track.figures[1].area_km2 - track.figures[0].area_km2, rel=1e-4)
    assert found.gained_beyond_km2 == pytest.approx(track.figures[1].gained_km2 or 0, rel=1e-6)
    back = front_change(track, date(2024, 8, 13), date(2024, 8, 16), border)
    assert back.lost_km2 == pytest.approx(found.gained_km2)
    with pytest.raises(SelectionError, match="carried forward"):
        front_change(track, date(2024, 8, 12), date(2024, 8, 15), border)


@pytest.fixture(scope="module")
def archive_folder() -> Path:
    """Return the folder of real archives, or skip."""
    folder = os.environ.get("SALIENT_ARCHIVE")
    if not folder:
        pytest.skip("SALIENT_ARCHIVE is not set: it must name a folder with real archives")
    return Path(folder)


@pytest.mark.parametrize(
    ("name", "track", "target_km2", "depth_km"),
    [
        ("owlmap", "owlmap.ukraine.held", 620.9, 25.16),
        ("deepstate-history", "deepstate-history.ukraine.held", 312.8, 19.10),
        ("deepstate-history", "deepstate-history.ukraine.unclear", 268.8, 21.7),
    ],
)
def test_real_archives_measure_as_an_independent_script_did(
    folder: Path, archive_folder: Path, name: str, track: str, target_km2: float, depth_km: float
) -> None:
    """12 August 2024 in two real archives: area within 0.1 km², depth within 0.1 km; not one file is rejected."""
    files = [ArchiveFile(path.name, path.read_bytes) for path in sorted((archive_folder / name).iterdir())]
    report = import_archive(folder, open_case(folder), files, ImportOptions(name), now=LATER)
    assert report.rejected == ()
    found = front_on(next(one for one in open_case(folder).fronts if one.id == track), AsOf(date(2024, 8, 12)))
    assert found.figures is not None
    assert found.figures.target_km2 == pytest.approx(target_km2, abs=0.1)
    assert found.figures.depth_max_km == pytest.approx(depth_km, abs=0.1)


def test_the_columns_are_those_of_the_data_page(folder: Path) -> None:
    """The table in data/README.md names the columns of snapshots.csv, in their order."""
    bring(folder, {day_file(12): archives.mirror()})
    text = (KURSK.parent / "README.md").read_text(encoding="utf-8").split("\n`snapshots.csv`:\n")[1]
    header = (folder / "fronts" / "deepstate-mirror" / "snapshots.csv").read_text(encoding="utf-8").splitlines()[0]
    assert re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE) == header.split(",")


def test_the_record_is_plain_json(folder: Path) -> None:
    """`archive.json` can be read by a person and holds no path of a machine."""
    bring(folder, {day_file(12): archives.mirror()})
    text = (folder / "fronts" / "deepstate-mirror" / "archive.json").read_text(encoding="utf-8")
    assert json.loads(text)["mapper"] == "DeepState"
    assert str(folder) not in text
    assert NOT_STATED in text
