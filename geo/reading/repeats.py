"""Drafts of one text held against each other: what it says twice is one draft, and a part names its whole."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from geo.model.claims import Kind, Metric
from geo.reading.drafts import Draft


def _key(draft: Draft) -> tuple[Any, ...]:
    row = draft.row
    if draft.table == "claims":
        return draft.table, row["metric"], row["value"], row["value_high"], row["value"] is None and draft.span
    if draft.table == "evacuation_orders":
        return draft.table, row["zone"], row["kind"], row["scope_note"]
    if draft.table == "control_events":
        return draft.table, row["settlement"], row["status"], row["settlement"] is None and draft.span
    return draft.table, draft.span


def once_each(found: list[Draft]) -> list[Draft]:
    """Keep one draft of what a text says twice, as headline and body do: the one with the fewest fields open."""
    kept: list[Draft] = []
    for draft in found:
        for place, other in enumerate(kept):
            named = draft.row.get("claimant"), other.row.get("claimant")
            if _key(other) == _key(draft) and (
                named[0] == named[1] or None in named or "claimant" in (*draft.unsure, *other.unsure)
            ):
                if len(draft.unsure) < len(other.unsure):
                    kept[place] = draft
                break
        else:
            kept.append(draft)
    return sorted(kept, key=lambda draft: draft.span)


_WHOLE_OF = {Metric.CHILDREN_WOUNDED: Metric.CIVILIANS_WOUNDED}


def with_wholes(found: list[Draft]) -> list[Draft]:
    """Say of each part, by the number that its draft will have, which draft it is part of."""
    made = []
    for number, draft in enumerate(found):
        if draft.table == "claims" and draft.row["kind"] == Kind.SUBSET.value:
            metric = Metric(draft.row["metric"])
            whole = _WHOLE_OF.get(metric, metric).value
            above = [place for place in range(number) if found[place].row.get("metric") == whole]
            if above:
                made.append(
                    replace(draft, row={**draft.row, "part_of": f"draft-{draft.text_sha256[:8]}-{above[-1] + 1}"})
                )
                continue
        made.append(draft)
    return made
