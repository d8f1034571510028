"""The table of ages: what a word, a figure or a drawing is once it is so many days old, one table for all of a case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from geo.model.claims import Record


class AgeState(StrEnum):
    """What a claim is by its age; see `Ages`."""

    FRESH = "fresh"
    FADED = "faded"
    DOUBTFUL = "doubtful"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class AgeStep:
    """Days in a row, both included, on which a word has one state."""

    first: date
    last: date
    state: AgeState


class Ages(Record):
    """How a claim ages, in days after the day it speaks of: a choice of the case, the same for all that read it.

    Up to `beside` days a verdict holds it against what is said of the day: older ones speak of other ground. After
    `fades` a claim or a mapper's drawing leaves the fill to an outline, and a depth without a width leaves the map;
    after `doubtful` it is called doubtful; after `ended` it no longer stands: no body, bar, verdict or front is made of
    it.
    """

    beside: Annotated[int, Field(ge=0)] = 1
    fades: Annotated[int, Field(ge=0)] = 7
    doubtful: Annotated[int, Field(ge=0)] = 30
    ended: Annotated[int, Field(ge=1, le=365)] = 180

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not self.beside <= self.fades <= self.doubtful <= self.ended:
            raise ValueError(
                f"beside is {self.beside}, fades {self.fades}, doubtful {self.doubtful}, ended {self.ended} days; none "
                "may be above the next"
            )
        return self

    def state(self, age_days: int) -> AgeState:
        """Return what a claim of this age is.

        >>> [Ages().state(days).value for days in (7, 8, 31, 181)]
        ['fresh', 'faded', 'doubtful', 'ended']
        """
        if age_days <= self.fades:
            return AgeState.FRESH
        if age_days <= self.doubtful:
            return AgeState.FADED
        return AgeState.DOUBTFUL if age_days <= self.ended else AgeState.ENDED

    def steps(self, said: date, last: date) -> Iterator[AgeStep]:
        """Cut the days from the one a word speaks of to `last`, both included, by what the word is on them.

        Days on which it has ended are in no step.

        >>> steps = Ages().steps(date(2024, 8, 1), date(2024, 8, 12))
        >>> [(step.first.day, step.last.day, step.state.value) for step in steps]
        [(1, 8, 'fresh'), (9, 12, 'faded')]
        """
        first = said
        for days, state in (
            (self.fades, AgeState.FRESH),
            (self.doubtful, AgeState.FADED),
            (self.ended, AgeState.DOUBTFUL),
        ):
            end = min(last, said + timedelta(days=days))
            if first <= end:
                yield AgeStep(first, end, state)
            first = max(first, end + timedelta(days=1))
