"""The schema of layers: every frame keeps to it, and what does not is refused with a sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import GeometryCollection, Point

from geo.errors import InputError, SelectionError
from geo.export.dataset_schema import DATASET_SCHEMAS, DATED, PERIOD, TABLE_SCHEMAS
from geo.export.datasets import table
from geo.export.formats import kml, qgis, xlsx
from geo.export.release import release
from geo.export.scope import Scope
from geo.geometry.bands import BANDS
from geo.io.case_store import open_case
from geo.model.asof import AsOf
from geo.model.columns import Column, ColumnType, TableSchema
from geo.model.fronts import FrontFigures
from geo.model.layer_schema import LAYER_SCHEMAS
from geo.model.map_layers import CURVES, MAP_LAYER_LABELS, MAP_LAYERS, MAP_SWITCHES, PLOT_CURVES
from geo.model.places import Status
from geo.reports.layer_frames import check_layer, layer_faults, layer_frame, table_faults, typed
from geo.reports.layers import layer
from geo.webmap.payload import payload
from tests.cases import FIRST, LAST, small_case
from tests.publish_cases import public_case

KURSK = open_case(Path(__file__).parent.parent / "data" / "kursk-2024")
SMALL, PUBLIC = small_case(), public_case()
SCHEMAS = [*LAYER_SCHEMAS.values(), *DATASET_SCHEMAS.values(), *TABLE_SCHEMAS.values()]
ADVANCES = LAYER_SCHEMAS["advances"]


def advances() -> gpd.GeoDataFrame:
    """Return the bands of the shipped case on 12 August 2024."""
    return layer(KURSK, "advances", AsOf(date(2024, 8, 12)))


@pytest.mark.parametrize("name", LAYER_SCHEMAS)
@pytest.mark.parametrize("on", [KURSK.first_date, date(2024, 8, 12), date(2024, 9, 6), KURSK.last_date])
def test_every_layer_of_the_shipped_case_keeps_to_its_schema(name: str, on: date):
    """Columns, types, values, CRS and geometry are the schema's on every day, of an empty layer too."""
    assert list(layer_faults(layer(KURSK, name, AsOf(on)), LAYER_SCHEMAS[name])) == []


@given(st.sampled_from(sorted(LAYER_SCHEMAS)), st.dates(FIRST, LAST), st.none() | st.dates(FIRST, LAST))
def test_every_layer_of_a_case_keeps_to_its_schema(name: str, on: date, known: date | None):
    """The same of a case with fronts on any day, as known on any day."""
    frame = layer(PUBLIC, name, AsOf(on, known))
    assert list(layer_faults(frame, LAYER_SCHEMAS[name])) == []
    assert tuple(frame.columns) == (*LAYER_SCHEMAS[name].names, "geometry")


@pytest.mark.parametrize("name", TABLE_SCHEMAS)
@pytest.mark.parametrize("case", [KURSK, PUBLIC], ids=["shipped", "small"])
def test_every_exported_table_keeps_to_its_schema(name: str, case):
    """Types and absent values of the tables are those of the records' models."""
    scope = Scope.of_period(release(case))
    assert list(table_faults(table(scope, name), TABLE_SCHEMAS[name])) == []


def without_depth(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Lose a column."""
    return frame.drop(columns="depth_km")


def with_more(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Gain a column."""
    return frame.assign(troops=1)


def as_text(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Hold an area as text."""
    return frame.assign(area_km2=frame["area_km2"].astype(str))


def of_no_one(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Lose who said the first row."""
    return frame.assign(claimant=pd.Series([None, *frame["claimant"][1:]], dtype="str"))


def of_unknown_side(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Name a side that there is not."""
    return frame.assign(side=pd.Series(["neutral"] * len(frame), dtype="str"))


def on_no_day(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Write a day as nobody here does."""
    return frame.assign(about_date=pd.Series(["12.08.2024"] * len(frame), dtype="str"))


def as_points(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Shrink bands to points."""
    return frame.set_geometry(gpd.GeoSeries([Point(35, 51)] * len(frame), crs=4326))


def as_mixture(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Put collections in place of bands."""
    return frame.set_geometry(gpd.GeoSeries([GeometryCollection([Point(35, 51)])] * len(frame), crs=4326))


def nowhere(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Lose the ground of the rows."""
    return frame.set_geometry(gpd.GeoSeries([None] * len(frame), crs=4326))


def in_metres(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Move to a metric CRS."""
    return frame.to_crs(32637)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (without_depth, "column depth_km is missing"),
        (with_more, "column troops is not one of its own, which are id, band, "),
        (as_text, "column area_km2 is of type str; it must be a number, which is float64"),
        (of_no_one, "column claimant is absent in 1 of 3 rows; it must never be"),
        (of_unknown_side, "column side holds 'neutral'; it must be one of ukraine, russia, independent"),
        (on_no_day, "column about_date holds '12.08.2024'; it must be a day such as 2024-08-12"),
        (as_points, "it holds a Point; its geometry must be Polygon or MultiPolygon"),
        (as_mixture, "it holds a GeometryCollection; its geometry must be Polygon or MultiPolygon"),
        (nowhere, "3 of its 3 rows have no geometry; each must have one"),
        (in_metres, "its CRS is EPSG:32637; it must be EPSG:4326"),
        (lambda frame: pd.DataFrame(frame.drop(columns="geometry")), "it has no geometry"),
    ],
)
def test_a_frame_that_is_not_as_its_schema_says_is_refused(spoil: Callable, sentence: str):
    """One fault, in a sentence that names layer and column, the value, and what would be right."""
    with pytest.raises(InputError, match=f"layer advances: {sentence}") as caught:
        check_layer(spoil(advances()), ADVANCES)
    assert str(caught.value).count("layer advances:") == 1


@pytest.mark.parametrize(
    ("column", "value", "kind"),
    [
        ("area_km2", "much", "number"),
        ("age_days", 1.5, "whole number"),
        ("claimed", "perhaps", "yes or no"),
        ("about_date", "12 August", "day"),
    ],
)
def test_a_value_that_is_not_of_its_type_is_refused(column: str, value: object, kind: str):
    """What comes from a file is read as its column's type, or refused with column, value and type."""
    frame = advances()
    frame[column] = pd.Series([value] * len(frame), dtype=object)
    with pytest.raises(InputError, match=f"advances: {column} is '{value}'; it must be a {kind}"):
        typed(frame, ADVANCES)


def test_a_row_without_what_it_must_have_makes_no_layer():
    """A layer's own frame is checked when it is made: an absent flag or text is refused."""
    row = {str(key): value for key, value in advances().iloc[0].to_dict().items()}
    for column in ("claimed", "age_days", "claimant"):
        with pytest.raises(InputError, match=f"layer advances: column {column}"):
            layer_frame([row | {column: None}], ADVANCES)


def test_typing_a_frame_twice_changes_nothing():
    """Days, flags and numbers in their types stay as they are, and so does what is absent."""
    once = typed(layer(PUBLIC, "fronts", AsOf(LAST)), LAYER_SCHEMAS["fronts"])
    assert len(once) > 0
    pd.testing.assert_frame_equal(typed(once, LAYER_SCHEMAS["fronts"]), once)
    assert {type(value) for value in once["about_date"]} == {date}


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda schema: f"{type(schema).__name__}-{schema.name}")
def test_a_schema_names_each_column_once_and_units_go_with_names(schema: TableSchema):
    """A column is declared once; a name that ends in a unit has it; what is told of a layer's column is told."""
    assert len(set(schema.names)) == len(schema.names)
    for column in schema.columns:
        unit = {"km2": "km²", "km": "km", "m": "m", "days": "days"}.get(column.name.rsplit("_", 1)[-1])
        if schema.name not in TABLE_SCHEMAS:
            assert column.about
            assert column.unit == (unit or "")
        assert unit is None or column.type in {ColumnType.NUMBER, ColumnType.WHOLE}
        assert not column.choices or column.type is ColumnType.TEXT


def test_a_column_has_one_type_wherever_it_stands():
    """Nobody who joins two layers meets one name with two types."""
    types: dict[str, set[ColumnType]] = {}
    for schema in SCHEMAS:
        for column in schema.columns:
            types.setdefault(column.name, set()).add(column.type)
    assert {name: found for name, found in types.items() if len(found) > 1} == {}


def test_a_column_that_is_not_there_is_named_with_those_that_are():
    """The message lists the columns."""
    with pytest.raises(SelectionError, match="border has no column 'width'; it has id, length_km"):
        LAYER_SCHEMAS["border"].column("width")


def test_what_a_front_measures_is_in_its_layer():
    """The figures of a drawing are columns of the layer, in their order, absent where the figures may be."""
    columns = {column.name: column for column in LAYER_SCHEMAS["fronts"].columns}
    names = [one.name for one in fields(FrontFigures)]
    assert [name for name in columns if name in names] == names
    assert {n for n in names if columns[n].nullable} == {f.name for f in fields(FrontFigures) if "None" in str(f.type)}


def test_the_writers_speak_of_columns_that_there_are():
    """What QGIS colours by, a balloon tells and a spreadsheet makes wide is a column of the layer or table."""
    exported: set[str] = {name for schema in DATASET_SCHEMAS.values() for name in schema.names}
    assert set(kml._TOLD) <= exported
    assert set(xlsx._WIDTHS) <= {name for schema in TABLE_SCHEMAS.values() for name in schema.names}
    band, status = (DATASET_SCHEMAS[layer].column(name) for layer, name in qgis.COLOURED_BY.items())
    assert band.choices == tuple(qgis._HATCHES) == BANDS
    assert status.choices == tuple(qgis._SHAPES) == tuple(Status)
    assert all(set(PERIOD) <= set(DATASET_SCHEMAS[name].names) for name in DATED)
    assert set(kml._STYLES) <= {*DATASET_SCHEMAS, *(f"advances-{band}" for band in BANDS)}
    assert set(qgis._SINGLE) | set(qgis.COLOURED_BY) == set(DATASET_SCHEMAS)


def test_a_switch_of_the_map_has_layers_of_its_own():
    """Names and labels are unique; a layer that is switched exists and has one switch; the script is told both."""
    switched = [name for one in MAP_SWITCHES for name in one.switches]
    assert len(set(switched)) == len(switched)
    assert set(switched) <= {*DATASET_SCHEMAS, *LAYER_SCHEMAS}
    assert set(DATED) <= set(switched)
    assert len(set(MAP_LAYERS)) == len(set(MAP_LAYER_LABELS.values())) == len(MAP_SWITCHES)
    told = payload(SMALL)
    assert list(told.layer_names.items()) == [(one.name, one.label) for one in MAP_SWITCHES]
    assert tuple(told.curves) == CURVES
    assert [told.curves[one.name].metric for one in PLOT_CURVES] == [one.metric for one in PLOT_CURVES]


def test_a_record_may_be_absent_where_its_model_says_so():
    """An optional field, or a text that may stay empty, may be absent; all others may not."""
    claim: dict[str, Column] = {column.name: column for column in TABLE_SCHEMAS["claims"].columns}
    assert {name for name in ("value", "side", "metric", "source", "checked") if claim[name].nullable} == set()
    assert all(claim[name].nullable for name in ("value_high", "note", "credibility", "superseded_date"))
    assert claim["metric"].choices[0] == "depth_km"
