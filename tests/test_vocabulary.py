"""Whoever adds a word to the vocabulary is told every place that must know it: labels, pages and pictures."""

from __future__ import annotations

from enum import StrEnum

import pytest

from geo.consistency.verdict import HEADINGS, VERDICT_ORDER, VerdictKind
from geo.export.datafiles import DATA_FORMATS
from geo.export.figures.style import STATUSES
from geo.io.mappers.registry import ARCHIVE_FORMATS
from geo.model import labels
from geo.model.claims import SIDE_ORDER, Basis, Checked, DateBasis, Kind, Metric, Side
from geo.model.evacuation import OrderKind
from geo.model.fronts import FrontState, FrontStatus
from geo.model.places import Status
from ui.components.import_form import ARCHIVE_LABELS
from ui.data.verdicts import VERDICT_WORDS
from ui.pages.publish import DATA_LABELS

LABELS: list[tuple[str, type[StrEnum]]] = [
    ("METRIC_LABELS", Metric),
    ("KIND_LABELS", Kind),
    ("BASIS_LABELS", Basis),
    ("CHECKED_LABELS", Checked),
    ("DATE_BASIS_LABELS", DateBasis),
    ("SIDE_LABELS", Side),
    ("STATUS_LABELS", Status),
    ("ORDER_LABELS", OrderKind),
    ("FRONT_STATUS_LABELS", FrontStatus),
    ("FRONT_STATE_LABELS", FrontState),
]


@pytest.mark.parametrize(("name", "words"), LABELS, ids=[name for name, _ in LABELS])
def test_every_word_has_its_label(name: str, words: type[StrEnum]) -> None:
    """Each value of a vocabulary has one label, in geo/model/labels.py, and no label is left over."""
    assert set(getattr(labels, name)) == set(words)


def test_every_kind_has_a_scale_or_is_part_of_another_figure() -> None:
    """What is added and what is a part have no scale; every other kind has, and no two scales have one name."""
    assert set(Kind) - set(labels.SCALE_KINDS) == {Kind.ADDITIONAL, Kind.SUBSET}
    names = [labels.scale_label(metric, kind) for metric in Metric for kind in labels.SCALE_KINDS]
    assert len(set(names)) == len(names)


def test_every_kind_of_verdict_has_a_heading_and_a_rank() -> None:
    """A verdict of any kind can be sorted, and has words on the pages and in the terminal."""
    assert set(VERDICT_ORDER) == set(HEADINGS) == set(VERDICT_WORDS) == set(VerdictKind)


def test_every_side_and_status_can_be_drawn() -> None:
    """Each side has its turn wherever several speak, and each status its sign in print."""
    assert set(SIDE_ORDER) == set(Side)
    assert set(STATUSES) == set(Status)


def test_every_format_has_words_on_its_page() -> None:
    """What the command line can read or write, the pages offer in words."""
    assert set(ARCHIVE_LABELS) == set(ARCHIVE_FORMATS)
    assert set(DATA_LABELS) == set(DATA_FORMATS)
