"""The layers and columns of a vector file that a mapping means, and the class of each of its rows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from geo.errors import InputError
from geo.geometry.parts import flat_parts
from geo.io.kml_styles import NO_STYLE
from geo.io.mappers.days import without_days
from geo.io.mappers.mapping import IGNORE, MEANINGS, FieldMapping
from geo.io.vector_layers import Row, VectorLayer
from geo.model.faults import Fault, fault_of_file

#: Where formats keep the colour of an area: KML, the simplestyle of GeoJSON, Leaflet, MapInfo's and OGR's exports.
STYLE_COLUMNS = ("style", "fill", "fillColor", "color", "OGR_STYLE")


def layers_meant(
    file: str, layers: Sequence[VectorLayer], mapping: FieldMapping
) -> tuple[list[VectorLayer], list[Fault]]:
    """Return the layers that have a mapping's columns, and a note of each that has not.

    Raises
    ------
    InputError
        When the layer that the mapping names is not there, or no layer has the columns; it says which there are.
    """
    chosen = [layer for layer in layers if mapping.layer in {"", layer.name}]
    if not chosen:
        names = ", ".join(repr(layer.name) for layer in layers)
        raise InputError(f"{file} has no layer {mapping.layer!r}; its layers are {names}. Name one of them (--layer)")
    wanted = [
        column
        for column in (mapping.date_column, mapping.until_column, mapping.class_column, mapping.name_column)
        if column
    ]
    missing = {layer.name: [one for one in wanted if one not in layer.columns] for layer in chosen}
    having = [layer for layer in chosen if not missing[layer.name]]
    if not having:
        first = next(one for found in missing.values() for one in found)
        there = "; ".join(
            f"{f'in layer {layer.name!r} ' if len(chosen) > 1 else ''}its columns are "
            f"{', '.join(layer.columns) or 'none'}"
            for layer in chosen
        )
        raise InputError(f"{file} has no column {first!r}; {there}. Name one of them")
    notes = [
        fault_of_file(
            file,
            f"its layer {layer.name!r} has no column {missing[layer.name][0]!r} and is passed over; its columns are "
            f"{', '.join(layer.columns) or 'none'}",
            is_note=True,
        )
        for layer in chosen
        if missing[layer.name]
    ]
    return having, notes


def class_of_row(layer: VectorLayer, row: Row, mapping: FieldMapping) -> str:
    """Return a row's class: its cell in the column of classes, else the layer's name without the days in it."""
    if mapping.class_column:
        value = row.properties.get(mapping.class_column)
        return "" if value is None else str(value).strip()
    return without_days(layer.name)


def check_styles(file: str, layers: Iterable[VectorLayer], mapping: FieldMapping) -> None:
    """Refuse to make one front of areas in several styles where a layer's name is all that says whose they are."""
    if mapping.class_column:
        return
    styles: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for layer in layers:
        column = next((name for name in STYLE_COLUMNS if name in layer.columns), None)
        for row in layer.rows if column else ():
            if row.geometry is not None and any(part.geom_type == "Polygon" for part in flat_parts(row.geometry)):
                named = str(row.properties.get(str(column)) or NO_STYLE)
                styles[without_days(layer.name)][str(column), named] += 1
    for name, found in styles.items():
        if len(found) > 1 and mapping.classes.get(name, IGNORE) != IGNORE:
            raise InputError(_styles_words(file, name, found))


def _styles_words(file: str, name: str, found: Counter[tuple[str, str]]) -> str:
    listed = ", ".join(f"{style} ({count})" for (_, style), count in found.most_common())
    typed = " ".join(f"--class '{style}=MEANING'" for (_, style), _ in found.most_common())
    column = next(iter(found))[0]
    return (
        f"{file}: the areas of {name} have {len(found)} styles in the column {column!r}: {listed}. Maps colour the "
        f"sides differently, so they are not made one front. Say what each style means: --class-column {column} "
        f"{typed}, each one of {', '.join(MEANINGS)}"
    )
