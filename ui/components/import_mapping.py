"""Ask what the columns and classes of somebody's files mean, beside what the files hold, and keep it as a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from geo.errors import InputError, SelectionError
from geo.io.archive_files import ArchiveFile, of_day
from geo.io.front_import import unknown_classes
from geo.io.looking import FileLook, look_into, look_lines
from geo.io.mappers.mapping import IGNORE, MEANINGS, TO_BORDER, FieldMapping
from geo.io.mappers.mapping_file import SavedMapping, mapping_text, read_mapping

#: So many files are looked into before an import: enough to know an archive, and no wait.
MOST_LOOKED = 20
_FROM_NAME = "the file's name"
_FROM_PERSON = "nowhere: I say it"
_FROM_LAYER = "the layer's name"
_NONE = "no column"


@dataclass(frozen=True, slots=True)
class AskedMapping:
    """What a person said of some files, and the files with the day that was said of them."""

    mapping: FieldMapping
    files: list[ArchiveFile]


def ask_mapping(files: Sequence[ArchiveFile], kept: FieldMapping | None) -> AskedMapping:
    """Show what the first files hold, and ask what their layers, columns and classes mean."""
    looks = [look_into(file) for file in files[:MOST_LOOKED]]
    with st.expander(f"What {'the file holds' if len(files) == 1 else 'the first files hold'}"):
        st.code("\n".join(line for one in looks for line in look_lines(one)), language=None, wrap_lines=True)
    saved = _saved()
    start = saved.mapping.over(kept) if saved is not None else (kept or FieldMapping())
    st.markdown("**What the columns mean**")
    said = _columns(looks, start, several=len(files) > 1)
    mapping, day = said
    given = [of_day(files[0], day)] if day is not None and len(files) == 1 else list(files)
    classes = _classes(given[:MOST_LOOKED], mapping.over(start))
    return AskedMapping(FieldMapping(**_texts(mapping), classes={**start.classes, **classes}), given)


def offer_mapping(saved: SavedMapping) -> None:
    """Offer what was said of the files as a file, to keep and to hand to others."""
    st.download_button(
        "Save the mapping", mapping_text(saved), f"{saved.format}-mapping.json", "application/json", on_click="ignore"
    )


def _saved() -> SavedMapping | None:
    given = st.file_uploader("A saved mapping, if somebody gave you one", ["json"], max_upload_size=1)
    if given is None:
        return None
    try:
        return read_mapping(given.getvalue(), given.name)
    except InputError as error:
        st.error(str(error))
        return None


def _columns(looks: Sequence[FileLook], start: FieldMapping, *, several: bool) -> tuple[FieldMapping, date | None]:
    layers = list(dict.fromkeys(layer.name for one in looks for layer in one.layers))
    columns = list(dict.fromkeys(c.name for one in looks for layer in one.layers for c in layer.columns))
    patterns = [*dict.fromkeys(p for one in looks for p in _patterns(one))]
    first, second, third = st.columns(3)
    layer = ""
    if len(layers) > 1:
        layer = _choice(first, "Layer", ["every layer that has the columns", *layers], start.layer)
    place = _choice(
        first, "The day is in", [_FROM_NAME, *([] if several else [_FROM_PERSON]), *columns], start.date_column
    )
    day = first.date_input("Day of the file", value=None) if place == _FROM_PERSON else None
    column = "" if place in {"", _FROM_PERSON} else place
    until = _choice(first, "The last day of a span is in", [_NONE, *columns], start.until_column) if column else ""
    pattern = second.text_input(
        "Days are spelled",
        value=start.date_pattern,
        placeholder=", ".join(patterns) or "as 2024-08-12",
        help="Such as YYMMDD or DD.MM.YYYY; empty where they are as 2024-08-12.",
    )
    kind = _choice(second, "The class is in", [_FROM_LAYER, *columns], start.class_column)
    label = _choice(third, "A name is in", [_NONE, *columns], start.name_column)
    lines = third.checkbox("Lines bound the ground up to the border", value=start.lines == TO_BORDER)
    try:
        chosen = FieldMapping(column, kind, label, {}, until, pattern.strip(), layer, TO_BORDER if lines else "")
    except SelectionError as error:
        st.error(str(error))
        chosen = FieldMapping(column, kind, label, {}, "", "", layer, TO_BORDER if lines else "")
    return chosen, day if isinstance(day, date) else None


def _choice(column: st.delta_generator.DeltaGenerator, label: str, options: list[str], before: str) -> str:
    """Ask for one of some columns; the first option is none of them and comes back as an empty text."""
    index = options.index(before) if before in options else 0
    chosen = column.selectbox(label, options, index=index)
    return "" if chosen == options[0] else str(chosen)


def _patterns(look: FileLook) -> list[str]:
    return [*look.patterns, *(p for layer in look.layers for column in layer.columns for p in column.patterns)]


def _classes(files: Sequence[ArchiveFile], known: FieldMapping) -> dict[str, str]:
    unknown = unknown_classes(files, known)
    if unknown:
        st.markdown("**What each class means**")
    return {
        name: str(
            st.selectbox(_plain(name), list(MEANINGS), index=list(MEANINGS).index(IGNORE), key=f"class {number} {name}")
        )
        for number, name in enumerate(unknown)
    }


def _plain(name: str) -> str:
    """Return a class's name for a label, in which Streamlit reads Markdown: signs that mean something are escaped."""
    shown = "".join(f"\\{letter}" if letter in "\\`*_{}[]()#+-.!|<>~:$^" else letter for letter in name)
    return shown or "(empty)"


def _texts(mapping: FieldMapping) -> dict[str, str]:
    names = ("date_column", "class_column", "name_column", "until_column", "date_pattern", "layer", "lines")
    return {name: getattr(mapping, name) for name in names}
