"""Small cases made by hand, for every test that needs a case but not the ledger of a real one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from shapely.geometry import LineString, Polygon, box

from geo.model.case import Area, BorderSettings, Case, CaseSettings, InitialExtent
from geo.model.claims import Claim, Placement, Source
from geo.model.evacuation import EvacuationOrder, EvacuationZone
from geo.model.places import ControlEvent, Settlement

FIRST, LAST, START = date(2024, 8, 1), date(2024, 12, 31), date(2024, 8, 6)
BORDER = LineString([(34.2, 51.35), (34.7, 51.22), (35.1, 51.2), (35.3, 51.05), (35.75, 50.9)])
SIDE = {"Governor": "russia", "Ministry": "russia", "Commander": "ukraine", "Observer": "independent"}
_METRIC_CRS = "+proj=laea +lat_0=51.2 +lon_0=35.2 +datum=WGS84 +units=m"


def day(offset: int) -> date:
    """Return the day `offset` days after the case's start."""
    return START + timedelta(days=offset)


def settings() -> CaseSettings:
    """Return the settings of the small case: target side left of a border that runs east."""
    return CaseSettings(
        id="small",
        title="Small case, August 2024",
        summary="A case made by hand.",
        target="Russia",
        advancing="Ukraine",
        first_date=FIRST,
        last_date=LAST,
        start_date=START,
        ledger_until=date(2024, 9, 1),
        view=InitialExtent(lon=35.2, lat=51.25, zoom=9),
        area=Area(west=33, south=50, east=38, north=53),
        border=BorderSettings(target_side="left", laea_lon=35.2, laea_lat=51.2),
    )


def _word(key: str, who: str, about: int, known: int | None = None) -> dict[str, Any]:
    return {
        "id": key,
        "claimant": who,
        "side": SIDE[who],
        "role": "an office",
        "about_date": day(about),
        "known_date": day(about if known is None else known),
        "source": "s1" if SIDE[who] == "russia" else "s2",
        "summary": f"{who} says so.",
    }


def _claim(key: str, who: str, about: int, metric: str, value: float, **more: Any) -> Claim:
    known = more.pop("known", None)
    values: dict[str, Any] = {"metric": metric, "value": value, "modality": "about", "kind": "total", "basis": "stated"}
    return Claim(**_word(key, who, about, known), **(values | more))


def _claims() -> tuple[Claim, ...]:
    return (
        _claim("c01", "Governor", 6, "depth_km", 12),
        _claim("c02", "Governor", 6, "width_km", 40),
        _claim("c03", "Governor", 6, "settlements", 28, modality="exact"),
        _claim("c04", "Governor", 6, "people_moved", 121000, checked="confirmed"),
        _claim("c05", "Governor", 6, "people_planned", 180000),
        _claim("c06", "Commander", 6, "area_km2", 1000),
        _claim("c07", "Commander", 9, "depth_km", 35, known=10, modality="up_to"),
        _claim("c08", "Observer", 6, "settlements", 44, known=7, modality="at_least"),
        _claim("c09", "Observer", 6, "area_km2", 480, basis="computed", computed_from="12 km times 40 km"),
        _claim("c10", "Governor", 14, "depth_km", 8),
        _claim("c11", "Ministry", 20, "area_km2", 30, kind="retaken"),
        _claim("c12", "Commander", 14, "area_km2", 1150, modality="range", value_high=1250, known=18),
    )


def _events() -> tuple[ControlEvent, ...]:
    rows = [
        ("e01", "Commander", 3, "p1", "claimed", None),
        ("e02", "Observer", 2, "p1", "entered", 3),
        ("e03", "Ministry", 5, "p1", "denied", None),
        ("e04", "Commander", 4, "p2", "claimed", 8),
        ("e05", "Ministry", 30, "p2", "lost", 31),
        ("e06", "Observer", 5, "p3", "contested", None),
        ("e07", "Observer", 6, "p4", "photographed", 9),
        ("e08", "Ministry", 7, "p5", "denied", None),
        ("e09", "Commander", 9, "p6", "claimed", None),
        ("e10", "Commander", 2, "p3", "claimed", 12),
    ]
    return tuple(
        ControlEvent(**_word(k, who, about, known), settlement=p, status=s) for k, who, about, p, s, known in rows
    )


def _settlements() -> dict[str, Settlement]:
    rows = [
        ("p1", "Sudzha", "Суджа", 35.271, 51.191),
        ("p2", "Sverdlikovo", "Свердликово", 35.118, 51.251),
        ("p3", "Lyubimovka", "Любимовка", 35.021, 51.309),
        ("p4", "Martynovka", "Мартыновка", 35.31, 51.25),
        ("p5", "Korenevo", "Коренево", 34.9, 51.41),
        ("p6", "Nowhere", "", None, None),
    ]
    return {
        key: Settlement(id=key, name_en=name, name_ru=ru, lon=lon, lat=lat, precision_m=None if lon is None else 700)
        for key, name, ru, lon, lat in rows
    }


def _zone(key: str, name: str, shape: Polygon, extent: str) -> EvacuationZone:
    return EvacuationZone(key, name, "", "", "Kursk", "russia", "district", extent, "made by hand", "CC0-1.0", shape)  # type: ignore[arg-type]


def _orders() -> tuple[EvacuationOrder, ...]:
    return (
        EvacuationOrder(**_word("o1", "Governor", 1), zone="z1", kind="voluntary", end_date=day(20)),
        EvacuationOrder(
            **_word("o2", "Ministry", 6, 8), zone="z1", kind="mandatory", scope="part", scope_note="six villages"
        ),
        EvacuationOrder(**_word("o3", "Governor", 5), zone="z2", kind="in_progress"),
        EvacuationOrder(**_word("o4", "Governor", 9), zone="z2", kind="mandatory"),
        EvacuationOrder(**_word("o5", "Governor", 25), zone="z2", kind="no_order"),
    )


def _base() -> tuple[dict[str, Any], ...]:
    def point(name: str, lon: float, lat: float, kind: str) -> dict[str, Any]:
        return {
            "type": "Feature",
            "properties": {"kind": kind, "name_en": name},
            "geometry": {"type": "Point", "coordinates": [lon, lat]},
        }

    ring = [[34.2, 51.36], [34.3, 52.1], [36.6, 52.1], [36.4, 51.0], [35.76, 50.92], [34.2, 51.36]]
    return (
        {
            "type": "Feature",
            "properties": {"kind": "oblast", "name_en": "Kursk oblast"},
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        },
        point("Kursk", 36.19, 51.73, "town"),
        point("Sumy", 34.8, 50.91, "town"),
        point("Sudzha", 35.271, 51.191, "district_seat"),
        point("Belaya", 35.72, 51.05, "district_seat"),
    )


def small_case() -> Case:
    """Return a case with 12 claims, 6 places (one without coordinates), 2 zones and 2 placed advances."""
    return Case(
        settings=settings(),
        border_lonlat=BORDER,
        claims=_claims(),
        sources={
            "s1": Source(id="s1", publisher="Paper One", title="A page", url="https://one.example/a", published=day(6)),
            "s2": Source(id="s2", publisher="Paper Two", url="https://two.example/b", published=day(7)),
        },
        settlements=_settlements(),
        control_events=_events(),
        zones={
            "z1": _zone("z1", "West district", box(34.4, 51.32, 35.05, 51.6), "approximate"),
            "z2": _zone("z2", "East district", box(35.3, 51.1, 35.9, 51.4), "official"),
        },
        orders=_orders(),
        placements=(
            Placement(
                id="a1",
                depth_claim="c01",
                width_claim="c02",
                reading="chord",
                lon=35.1,
                lat=51.2,
                placed_by="Salient",
                reason="the villages named lie there",
            ),
            Placement(
                id="a2",
                depth_claim="c07",
                reading="chord",
                extent_km=40,
                lon=35.1,
                lat=51.2,
                placed_by="Salient",
                reason="the same sector",
            ),
        ),
        base=_base(),
        attributions=("Border made by hand, CC0",),
        version="0" * 64,
    )
