"""Open a case for notebooks and scripts: layers, verdicts and advances of a day are its own methods."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from pathlib import Path

import geopandas as gpd

from geo.analysis.bodies import Body, bodies_on
from geo.analysis.reconstruction import Reconstruction, reconstructions_on
from geo.analysis.reconstruction import reconstructions as reconstructions_of
from geo.consistency.engine import verdicts_on
from geo.consistency.fronts import FrontOfDay
from geo.consistency.verdict import Verdict
from geo.io import case_store
from geo.model import case as model
from geo.model.asof import AsOf
from geo.reports.layers import layer


class Case(model.Case):
    """A case as `geo.open_case` returns it: the engine's own, with what a notebook asks of it as methods.

    Every function of the engine takes it. What costs time (the border, the reconstructions, the verdicts' geometry) is
    made once a case. Where a method takes a day alone, it is meant as known today.
    """

    @classmethod
    def of(cls, case: model.Case) -> Case:
        """Return a case of the engine with these methods."""
        return cls(**{field.name: getattr(case, field.name) for field in fields(model.Case)})

    def layer(self, name: str, as_of: AsOf | date) -> gpd.GeoDataFrame:
        """Return one layer of a day, in EPSG:4326 (lon/lat); see `geo.reports.layers.layer`.

        Raises
        ------
        SelectionError
            When there is no such layer, or the day lies outside the case.
        """
        return layer(self, name, AsOf.of(as_of))

    def verdicts(self, as_of: AsOf | date, *, fronts: Iterable[FrontOfDay] = ()) -> list[Verdict]:
        """Return which claims about a day can be true together, worst first; see `geo.consistency.engine`.

        Raises
        ------
        SelectionError
            When the day lies outside the case.
        """
        return verdicts_on(self, AsOf.of(as_of), fronts=fronts)

    def bodies(self, as_of: AsOf | date) -> list[Body]:
        """Return what each side's and each claimant's claims of a day mean together; see `geo.analysis.bodies`.

        Raises
        ------
        SelectionError
            When the day lies outside the case.
        """
        return bodies_on(self, AsOf.of(as_of))

    def advances(self, as_of: AsOf | date | None = None) -> list[Reconstruction]:
        """Return the claimed advances in effect on a day, reconstructed; without a day every one of the case."""
        every = reconstructions_of(self)
        return list(every) if as_of is None else reconstructions_on(every, AsOf.of(as_of))


def open_case(case: str | Path) -> Case:
    """Open a case.

    Parameters
    ----------
    case : str or Path
        The folder of a case, or the name of a shipped one, such as ``"kursk-2024"``.

    Returns
    -------
    Case
        Coordinates in lon/lat degrees, WGS 84. Rows that can't be used are in its `faults`.

    Raises
    ------
    CaseError
        When there is no case, or its settings or border can't be used.
    """
    return Case.of(case_store.open_case(case))
