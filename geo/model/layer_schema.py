"""The layers of a case and their columns: the one table that frames, exports, checks and papers follow.

Every layer is in EPSG:4326, longitude before latitude. `docs/layers.md` is made from this table.
"""

from __future__ import annotations

from enum import StrEnum

from geo.geometry.bands import BANDS
from geo.geometry.section import WidthMethod
from geo.model.ages import AgeState
from geo.model.bodies import BodyBasis, BodyKind
from geo.model.claims import Modality, Side
from geo.model.columns import Column, ColumnType, GeometryFamily, LayerSchema, Origin
from geo.model.evacuation import OrderKind, OrderScope
from geo.model.fronts import FrontState, FrontStatus
from geo.model.places import Hands, Status

_TEXT, _DAY, _NUMBER = ColumnType.TEXT, ColumnType.DAY, ColumnType.NUMBER
_WHOLE, _YES_NO = ColumnType.WHOLE, ColumnType.YES_NO
_SAID, _PLACED, _MEASURED, _RECORDED = Origin.SAID, Origin.PLACED, Origin.MEASURED, Origin.RECORDED


def _word(name: str, about: str, words: type[StrEnum], *, nullable: bool = False, origin: Origin = _SAID) -> Column:
    return Column(name, _TEXT, about, origin, nullable=nullable, choices=tuple(word.value for word in words))


def _measured(name: str, about: str, unit: str, *, nullable: bool = False) -> Column:
    return Column(name, _NUMBER, about, _MEASURED, unit, nullable)


_ABOUT_DATE = Column("about_date", _DAY, "the day it speaks of", _SAID)
_KNOWN_DATE = Column("known_date", _DAY, "the day it was published", _SAID)
_AGE_DAYS = Column("age_days", _WHOLE, "how old the word is on the chosen day", _RECORDED, "days")
_REPORTED = (
    Column("claimant", _TEXT, "who said it", _SAID),
    _word("side", "whose voice that is", Side),
    _ABOUT_DATE,
    _KNOWN_DATE,
    _AGE_DAYS,
    Column("publisher", _TEXT, "who published it", _SAID),
    Column("url", _TEXT, "the address of the page", _SAID),
)
_CLAIMED = Column("claimed", _YES_NO, "always yes: the ground is made from a claim and is no map of control", _RECORDED)
_DEPTH_CLAIM = Column("depth_claim", _TEXT, "the claim of the depth, by its id")
_WIDTH_CLAIM = Column("width_claim", _TEXT, "the claim of the width, by its id", nullable=True)
_DEPTH = (
    Column("depth_km", _NUMBER, "the claimed depth; of a range its upper end", _SAID, "km"),
    _word("depth_modality", "how sharp the depth was put", Modality),
)
_PLACEMENT = (
    Column("placed_by", _TEXT, "who put it on the border there", _PLACED),
    Column("reason", _TEXT, "why there", _PLACED),
)
_DRAWN = (
    *_DEPTH,
    Column("width_km", _NUMBER, "the claimed width; of a range its upper end", _SAID, "km", nullable=True),
    _word("reading", "how the width is read: straight, or along the border", WidthMethod, origin=_PLACED),
    _measured("width_chord_km", "the stretch of border as drawn, straight across", "km"),
    _measured("width_along_km", "the same stretch along the border", "km"),
    *_PLACEMENT,
)
_NAME_EN = Column("name_en", _TEXT, "name in Latin letters")
_NAME_RU = Column("name_ru", _TEXT, "Russian name", nullable=True)
#: What one drawing of a mapper measures; the fields of `geo.model.fronts.FrontFigures`.
_FIGURES = (
    _measured("area_km2", "all that was drawn", "km²"),
    _measured("target_km2", "the part beyond the border", "km²"),
    _measured("depth_max_km", "greatest distance of that part from the border", "km", nullable=True),
    _measured(
        "depth_mean_km",
        "area over straight width, a mean depth; none where it is above the greatest",
        "km",
        nullable=True,
    ),
    _measured("width_chord_km", "how far it extends along the smoothed border, straight", "km", nullable=True),
    _measured("width_along_km", "length of the real border beside it", "km", nullable=True),
    _measured("fill", "its area over greatest depth times straight width", "", nullable=True),
    _measured("gained_km2", "gained since the day before; absent without a drawing of that day", "km²", nullable=True),
    _measured("lost_km2", "lost since the day before; absent without a drawing of that day", "km²", nullable=True),
    _measured("contact_km", "how much of the border it touches, within 100 m", "km", nullable=True),
)

_ADVANCES = LayerSchema(
    name="advances",
    title="Ground that a claimed depth and width can mean, in three nested bands",
    geometry=(GeometryFamily.POLYGON,),
    dated=True,
    columns=(
        Column("id", _TEXT, "the placement"),
        Column("band", _TEXT, "which of the three nested bands", _PLACED, choices=BANDS),
        _CLAIMED,
        _measured("area_km2", "area of the band", "km²"),
        Column("convention", _TEXT, "how depth and width were made into ground", _PLACED),
        _DEPTH_CLAIM,
        _WIDTH_CLAIM,
        *_DRAWN,
        *_REPORTED,
    ),
)
_REACH = LayerSchema(
    name="reach",
    title="How deep a claim says that troops were, where no width was claimed",
    geometry=(GeometryFamily.LINE,),
    dated=True,
    columns=(Column("id", _TEXT, "the placement"), _CLAIMED, _DEPTH_CLAIM, *_DEPTH, *_PLACEMENT, *_REPORTED),
)
_STRETCHES = LayerSchema(
    name="stretches",
    title="The stretch of border along which a claim is drawn",
    geometry=(GeometryFamily.LINE,),
    dated=True,
    columns=(Column("id", _TEXT, "the placement"), _CLAIMED, _DEPTH_CLAIM, _WIDTH_CLAIM, *_DRAWN, *_REPORTED),
)
_BODIES = LayerSchema(
    name="bodies",
    title="Ground that all a claimant, or a side, says of a time can mean together, in up to three nested bands",
    geometry=(GeometryFamily.POLYGON,),
    dated=True,
    columns=(
        Column("id", _TEXT, "the claimant or the side; the same from day to day"),
        Column("band", _TEXT, "which of the nested bands; of places alone there is only inner", _PLACED, choices=BANDS),
        _CLAIMED,
        Column("who", _TEXT, "whose claims it is made of", _SAID),
        _word("side", "whose voice that is", Side),
        Column("of_side", _YES_NO, "whether it is made of all that a side's claimants say"),
        _word("basis", "stated, or implied by what was said", BodyBasis, origin=_PLACED),
        _word("made_of", "what it is made of", BodyKind, origin=_PLACED),
        _measured("area_km2", "area of the band", "km²"),
        _measured("depth_low_km", "the depth that goes with it, low end", "km", nullable=True),
        _measured("depth_high_km", "the depth that goes with it, high end", "km", nullable=True),
        _measured("width_chord_low_km", "the border that it needs, straight, low end", "km", nullable=True),
        _measured("width_chord_high_km", "the border that it needs, straight, high end", "km", nullable=True),
        _measured("width_along_low_km", "the same along the border, low end", "km", nullable=True),
        _measured("width_along_high_km", "the same along the border, high end", "km", nullable=True),
        Column("places", _TEXT, "the places named as held that go in", _SAID, nullable=True),
        Column("evidence", _TEXT, "the records that go in, by their ids"),
        Column("oldest_date", _DAY, "the day of which the oldest of them speaks", _SAID),
        Column("newest_date", _DAY, "the day of which the newest of them speaks", _SAID),
        Column("known_date", _DAY, "the day by which all of them were known", _SAID),
        Column("age_days", _WHOLE, "how old its newest figure is; of places alone the newest place", _RECORDED, "days"),
        _word("age", "what that age means by the case's table of ages", AgeState, origin=_RECORDED),
        Column("stale", _TEXT, "what to say of its age; absent where there is nothing to say", nullable=True),
        Column("sentence", _TEXT, "how it was made, and what could not be done", _PLACED),
    ),
)
_FRONTS = LayerSchema(
    name="fronts",
    title="What mappers drew as held or unclear",
    geometry=(GeometryFamily.POLYGON,),
    dated=True,
    columns=(
        Column("id", _TEXT, "the track: archive, holder and status"),
        Column("mapper", _TEXT, "who drew it", _SAID),
        _word("holder", "who holds the ground, by the mapper", Side),
        _word("status", "what the mapper says of the ground", FrontStatus),
        _word("state", "what the track can say of the chosen day", FrontState, origin=_RECORDED),
        _ABOUT_DATE,
        _KNOWN_DATE,
        Column("known_assumed", _YES_NO, "whether nobody stated when it was published, so its day was taken"),
        _AGE_DAYS,
        _word("age", "what that age means by the case's table of ages", AgeState, origin=_RECORDED),
        Column("file", _TEXT, "the file that it was read from"),
        Column("sha256", _TEXT, "SHA-256 of that file"),
        *_FIGURES,
        Column("licence", _TEXT, "the licence of the drawing", nullable=True),
        Column("may_publish", _YES_NO, "whether its archive is marked as one that may be published"),
    ),
)
_SETTLEMENTS = LayerSchema(
    name="settlements",
    title="Places of which somebody said who is there",
    geometry=(GeometryFamily.POINT,),
    dated=True,
    columns=(
        Column("id", _TEXT, "the place"),
        _NAME_EN,
        _NAME_RU,
        Column("name_uk", _TEXT, "Ukrainian name", nullable=True),
        _word("status", "the newest word on the place", Status),
        _word("hands", "in whose hands that word puts it: of the side that advances, the other's or both", Hands),
        Column("said_by", _TEXT, "the sides by whose latest words it is in these hands"),
        Column("disputed", _YES_NO, "whether claimants' latest words contradict each other"),
        Column("words", _TEXT, "the latest word of each claimant, with its day", _SAID),
        Column("precision_m", _NUMBER, "how far off the point may be, estimated", _RECORDED, "m"),
        *_REPORTED,
    ),
)
_ZONES = LayerSchema(
    name="zones",
    title="Evacuation zones with an order, an advice or a denial in effect",
    geometry=(GeometryFamily.POLYGON,),
    dated=True,
    columns=(
        Column("id", _TEXT, "the zone"),
        _NAME_EN,
        _NAME_RU,
        Column("extent", _TEXT, "how well its outline is known: approximate or official"),
        _word("order", "the strictest word in effect", OrderKind),
        _word("scope", "how much of the zone that word covers", OrderScope),
        Column("conflicting", _YES_NO, "whether one claimant denies an order that another gave"),
        Column("licence", _TEXT, "the licence of the outline", nullable=True),
        *_REPORTED,
    ),
)
_BORDER = LayerSchema(
    name="border",
    title="The border on which everything is measured",
    geometry=(GeometryFamily.LINE,),
    dated=False,
    columns=(Column("id", _TEXT, "the case"), _measured("length_km", "its length with every meander", "km")),
)
_BASE = LayerSchema(
    name="base",
    title="Outlines and towns for orientation, never measured on",
    geometry=(GeometryFamily.POLYGON, GeometryFamily.LINE, GeometryFamily.POINT),
    dated=False,
    columns=(
        Column("kind", _TEXT, "what it is: an oblast, a limit of one, a town or the seat of a district", nullable=True),
        Column("name_en", _TEXT, "name in Latin letters", nullable=True),
        Column("source", _TEXT, "where it comes from", nullable=True),
        Column("licence", _TEXT, "its licence", nullable=True),
    ),
)

#: The layers of a case by name: those that change with the day first.
LAYER_SCHEMAS = {
    schema.name: schema
    for schema in (_ADVANCES, _REACH, _STRETCHES, _BODIES, _FRONTS, _SETTLEMENTS, _ZONES, _BORDER, _BASE)
}
