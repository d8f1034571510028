"""Read an archive's files in one pass: which drawings are new, known or changed, and what is wrong."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

import shapely
from shapely.geometry import LineString, Polygon, box

from geo.errors import GeometryError, InputError
from geo.geometry.crs import FARTHEST_DEG
from geo.geometry.enclosure import enclosed_by_border
from geo.geometry.topology.arcs import encode_pieces
from geo.geometry.topology.series import UNITS_PER_DEGREE
from geo.io.archive_files import ArchiveFile
from geo.io.area_pool import AreaPool, Pieces, pieces_of
from geo.io.drawing_gaps import DatedPieces, without_gaps
from geo.io.front_store import StoredArchive
from geo.io.mappers.drawing import Drawing
from geo.io.mappers.mapping import FieldMapping
from geo.io.mappers.registry import archive_format
from geo.io.side_assignment import SideAssigner, TrackKind
from geo.model.case import Case
from geo.model.faults import Fault, fault_of_file
from geo.model.fronts import FrontTrack, Snapshot

#: How far before and after the case's days a front may speak of: more than five years off is a wrong date.
MAX_OFF = timedelta(days=1830)
_TOO_FAR = (
    f"it draws ground more than {FARTHEST_DEG:g} degrees from the case's centre; it is drawn, and left out "
    "of area, depth and width. Nothing need be done"
)


class ArchiveReader:
    """What an import has read so far. A file with a fault changes nothing but the faults."""

    def __init__(
        self,
        case: Case,
        had: StoredArchive | None,
        format_name: str,
        mapping: FieldMapping,
        now: datetime,
        keep_raw: Callable[[str, bytes], None] = lambda _sha256, _data: None,
    ) -> None:
        self.format = archive_format(format_name)
        self.mapping = mapping
        self.now = now
        self.area = case.settings.area
        self.days = (
            case.settings.first_date - MAX_OFF,
            min(case.settings.last_date + MAX_OFF, now.date() + timedelta(1)),
        )
        self.placing = SideAssigner(case)
        self.pool = AreaPool(1 / UNITS_PER_DEGREE)
        self._keep_raw = keep_raw
        self.accepted: set[str] = set()
        self.faults: list[Fault] = []
        self.added = self.unchanged = self.revised = 0
        self.drawn: dict[TrackKind, list[DatedPieces]] = {}
        self.had = {} if had is None else {(track.holder, track.status): track for track in had.tracks}
        self._versions: dict[str, dict[int, str]] = {}
        self._file_of: dict[tuple[TrackKind, date], str] = {}
        for kind, track in self.had.items():
            for snapshot in track.snapshots:
                self._versions.setdefault(snapshot.file, {})[snapshot.revision] = snapshot.sha256
                self._file_of.setdefault((kind, snapshot.about_date), snapshot.file)

    @property
    def has_news(self) -> bool:
        """Whether a file is new or came back changed."""
        return bool(self.added or self.revised)

    def read(self, file: ArchiveFile) -> None:
        """Read one file; what is wrong with it becomes a fault and the rest of the archive is still read."""
        try:
            data = file.read()
            sha256 = hashlib.sha256(data).hexdigest()
            versions = self._versions.get(file.name)
            if versions and versions[max(versions)] == sha256:
                self.unchanged += 1
                return
            drawings, empty = _drawn(file.name, self.format.read(file.name, data, self.mapping))
            found = [self._placed(file.name, drawing) for drawing in drawings]
        except InputError as error:
            self.faults.append(fault_of_file(file.name, str(error)))
            return
        except OSError as error:
            self.faults.append(Fault(file.name, None, None, "", f"it can't be opened ({error.strerror})"))
            return
        self.faults += empty
        self._keep(file.name, sha256, data, list(zip(drawings, found, strict=True)))

    def _keep(self, name: str, sha256: str, data: bytes, found: list[tuple[Drawing, dict[TrackKind, Pieces]]]) -> None:
        revision = max(self._versions.get(name, {}), default=-1) + 1
        several = len(found) > 1
        self.faults += [fault for drawing, _ in found for fault in drawing.faults]
        self.accepted.add(name)
        news = [
            (kind, drawing, area)
            for drawing, grounds in found
            for kind, area in grounds.items()
            if not (several and revision and self._drawn_before(kind, name, drawing.about_date, area))
        ]
        if several and revision and not news:
            # Other bytes that draw every one of their days as before: written anew, nothing drawn anew.
            self.unchanged += 1
            return
        for kind, drawing, area in news:
            self.drawn.setdefault(kind, []).append((self._snapshot(name, sha256, drawing, revision), area))
            self._file_of[kind, drawing.about_date] = name
        self.revised += revision > 0
        self.added += revision == 0
        self._versions.setdefault(name, {})[revision] = sha256
        self._keep_raw(sha256, data)

    def _snapshot(self, name: str, sha256: str, drawing: Drawing, revision: int) -> Snapshot:
        stated = drawing.known_date if not revision else None
        known = stated or (self.now.date() if revision else drawing.about_date)
        assumed = stated is None and not revision
        return Snapshot(drawing.about_date, known, name, sha256, drawing.taken_at, revision, known_assumed=assumed)

    def _placed(self, name: str, drawing: Drawing) -> dict[TrackKind, Pieces]:
        """Check a drawing against the case, and return its ground by whose it is."""
        self._check_day(name, drawing.about_date)
        self._check_region(name, drawing)
        drawing = self._closed(name, drawing)
        tracks = self.placing.tracks(drawing.grounds, liberated_too=self.format.liberated_too)
        for kind in tracks if self.format.one_file_a_day else ():
            other = self._file_of.get((kind, drawing.about_date), name)
            if other != name:
                raise InputError(
                    f"{name} speaks of {drawing.about_date}, as {other} does; of each kind of ground this archive has "
                    "one file a day. Leave one of them out, or give the newer one the older one's name"
                )
        # As it will be kept: rounding alone would make some outlines cross themselves, and no measure could be taken.
        return {kind: self.pool.pieces(polygons, name) for kind, polygons in tracks.items()}

    def _closed(self, name: str, drawing: Drawing) -> Drawing:
        """Return a drawing with the ground between its lines and the border among its areas."""
        if not drawing.lines:
            return drawing
        grounds = dict(drawing.grounds)
        for kind, lines in drawing.lines.items():
            try:
                grounds[kind] = [*grounds.get(kind, []), *enclosed_by_border(lines, self.placing.border)]
            except GeometryError as error:
                raise InputError(f"{name}: {error}") from error
        return replace(drawing, grounds=grounds, lines={})

    def _check_day(self, name: str, day: date) -> None:
        first, last = self.days
        if not first <= day <= last:
            raise InputError(f"{name} speaks of {day}; a front of this case must lie between {first} and {last}")

    def _check_region(self, name: str, drawing: Drawing) -> None:
        drawn: list[Polygon | LineString] = [area for areas in drawing.grounds.values() for area in areas]
        drawn += [line for lines in drawing.lines.values() for line in lines]
        if not drawn:
            return
        west, south, east, north = shapely.total_bounds(drawn)
        area = box(self.area.west, self.area.south, self.area.east, self.area.north)
        if area.intersects(box(west, south, east, north)):
            if not self.placing.border.metric.is_near(box(west, south, east, north)):
                self.faults.append(fault_of_file(name, _TOO_FAR, is_note=True))
            return
        swapped = area.intersects(box(south, west, north, east))
        hint = "the numbers look like lat, lon order; lon comes first" if swapped else "it is of another region"
        raise InputError(
            f"{name} lies at {west:.1f} to {east:.1f}° E, {south:.1f} to {north:.1f}° N, outside the case's area "
            f"({area.bounds[0]:g} to {area.bounds[2]:g}° E, {area.bounds[1]:g} to {area.bounds[3]:g}° N); {hint}"
        )

    def _drawn_before(self, kind: TrackKind, name: str, day: date, pieces: Pieces) -> bool:
        """Whether the last version of a file of many days drew this day's ground alike."""
        track = self.had.get(kind)
        before = (
            [] if track is None else [n for n, s in enumerate(track.snapshots) if (s.file, s.about_date) == (name, day)]
        )
        if not before or track is None:
            return False
        return not encode_pieces([pieces_of(track.ground(before[-1])), pieces]).differs(1)

    def all_drawn(self) -> dict[TrackKind, list[DatedPieces]]:
        """Return every drawing in time order by track, those that the case has among them; gaps become faults."""
        found = {kind: list(_drawings(track)) for kind, track in self.had.items()}
        for kind, drawn in self.drawn.items():
            found.setdefault(kind, []).extend(drawn)
        kept = {}
        for kind, drawn in found.items():
            kept[kind], gaps = without_gaps(kind, sorted(drawn, key=lambda one: one[0].order))
            self.faults += gaps
        return kept


def _drawings(track: FrontTrack) -> Iterator[DatedPieces]:
    pieces: Pieces = ()
    for index, snapshot in enumerate(track.snapshots):
        if track.changed(index):
            pieces = pieces_of(track.ground(index))
        yield snapshot, pieces


def _drawn(file: str, drawings: Sequence[Drawing]) -> tuple[list[Drawing], list[Fault]]:
    """Return the drawings with an area, and what is wrong with the others; InputError when none has one."""
    drawn = [drawing for drawing in drawings if drawing.is_drawn]
    words = "an empty drawing is no drawing and never read as ground lost, so it is left out. Get the file again"
    if not drawn:
        days = ", ".join(sorted({str(drawing.about_date) for drawing in drawings}))
        raise InputError(f"{file} draws no area at all, for {days}; {words}")
    empty = [drawing.about_date for drawing in drawings if not drawing.is_drawn]
    return drawn, [Fault(file, None, None, "", f"it draws no area at all for {day}; {words}") for day in empty]
