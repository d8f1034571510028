"""Find the place of a case that a row of somebody's table means: by id, by name in any spelling, or by its point."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import numpy as np

from geo.model.case import Case
from geo.model.places import Settlement
from geo.search.transliteration import spellings

#: A name or a point that is off by more than this is another place, whatever the case's own precision, metres.
MAX_OFF_M = 5000.0
_BY_ID = "name the place by its id"


class PlaceFinder:
    """Finds the place of a case that a row means."""

    def __init__(self, case: Case, place_column: str, point_columns: tuple[str, str]) -> None:
        self.place_column, self.border = place_column, case.border
        self.lon_column, self.lat_column = point_columns
        places = list(case.settlements.values())
        self.by_id = {place.id: place for place in places}
        for place in places:
            _, _, number = place.coordinate_reference.partition("GeoNames id ")
            if number:
                self.by_id.setdefault(number.split()[0].strip(";,"), place)
        names = [(key, place) for place in places for name in _names(place) for key in spellings(name)]
        times = Counter(key for key, _ in {(key, place.id): None for key, place in names})
        self.by_name = {key: place for key, place in names if times[key] == 1}
        self.placed = [place for place in places if place.lon is not None]
        area = case.settings.area
        self.bounds = (area.west, area.south, area.east, area.north)
        self.xy = self.border.metric.xy([p.lon or 0 for p in self.placed], [p.lat or 0 for p in self.placed])

    def find(self, row: Mapping[str, str]) -> tuple[Settlement | None, tuple[str, str] | None]:
        """Return the place of a row; else None with (value, why), or with None where the case has no such place."""
        name = row.get(self.place_column, "").strip() if self.place_column else ""
        if name in self.by_id:
            return self.by_id[name], None
        by_name = next((self.by_name[key] for key in spellings(name) if key in self.by_name), None) if name else None
        if not self.lon_column:
            return by_name, None
        near, problem = self._near(row)
        if by_name is None or (problem is not None and not problem[1].endswith(_BY_ID)):
            return near, problem
        # A name alone can be another village's: where the row has a point, it must lie near, too.
        return (by_name if self._lies_near(row, by_name) else None), None

    def _lies_near(self, row: Mapping[str, str], place: Settlement) -> bool:
        """Whether a row's point is the place's, or the place has none."""
        if place.lon is None or place.lat is None:
            return True
        at = self.border.metric.xy([place.lon, float(row[self.lon_column])], [place.lat, float(row[self.lat_column])])
        return bool(np.hypot(*(at[1] - at[0])) <= max(place.precision_m or 0.0, MAX_OFF_M))

    def _near(self, row: Mapping[str, str]) -> tuple[Settlement | None, tuple[str, str] | None]:
        cells = row[self.lon_column], row[self.lat_column]
        try:
            lon, lat = (float(cell) for cell in cells)
        except ValueError:
            return None, (", ".join(cells), "its place must be two numbers in degrees, longitude and latitude")
        west, south, east, north = self.bounds
        if not (west <= lon <= east and south <= lat <= north):
            return None, None
        off_m = np.hypot(*(self.xy - self.border.metric.xy(lon, lat)).T)
        near = [
            place
            for place, off in zip(self.placed, off_m.tolist(), strict=True)
            if off <= min(place.precision_m or 0, MAX_OFF_M)
        ]
        if len(near) > 1:
            return None, (
                ", ".join(cells),
                f"{' and '.join(p.name_en for p in near)} both lie there; name the place by its id",
            )
        return (near[0], None) if near else (None, None)


def _names(place: Settlement) -> Iterable[str]:
    return (name for name in (place.name_en, place.name_ru, place.name_uk) if name)
