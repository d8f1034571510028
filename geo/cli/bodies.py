"""The command `bodies`: what each side's and each claimant's claims of a day mean together on the ground."""

from __future__ import annotations

import json
from typing import Any

import typer

from geo.analysis.bodies import Body, bodies_on
from geo.analysis.body_words import body_sentence, stale_words
from geo.cli.options import CaseArgument, JsonOption, KnownOption, OnOption
from geo.geometry.implied import Range, area_text
from geo.io.case_store import open_case
from geo.model.asof import AsOf
from geo.model.case import Case


def bodies(case: CaseArgument, on: OnOption, known: KnownOption = None, as_json: JsonOption = False) -> None:
    """Say what depth, width, area and places of each side and claimant mean together on a day, and how old that is.

    Example: python -m geo bodies kursk-2024 --on 2024-08-20
    """
    opened = open_case(case)
    found = bodies_on(opened, AsOf(on.date(), known.date() if known else None))
    if as_json:
        plain = [_plain(opened, body) for body in found]
        typer.echo(json.dumps(plain, indent=2, ensure_ascii=False))
        return
    typer.echo("\n\n".join(_text(opened, body) for body in found) or "Nothing that is in effect makes a body.")


def _text(case: Case, body: Body) -> str:
    areas = [f"{band} {area_text(area_km2)}" for band, (_, area_km2) in body.shape.bands.items()]
    lines = [body.evidence.who, body_sentence(body), stale_words(case, body), ", ".join(areas)]
    lines += [f"from {piece.sentence}" for piece in body.shape.used]
    lines += [f"left out {one.sentence}" for one in body.evidence.left_out]
    return "\n  ".join(line for line in lines if line)


def _plain(case: Case, body: Body) -> dict[str, Any]:
    shape, evidence = body.shape, body.evidence
    return {
        "id": body.id,
        "who": evidence.who,
        "side": evidence.side.value,
        "of_side": evidence.of_side,
        "basis": shape.basis.value,
        "made_of": shape.kind.value,
        "areas_km2": {band: round(area_km2, 1) for band, (_, area_km2) in shape.bands.items()},
        "depth_km": _rounded(shape.depth_km),
        "width_chord_km": _rounded(shape.chord_km),
        "width_along_km": _rounded(shape.along_km),
        "swatch_radius_km": None if shape.swatch_km is None else round(shape.swatch_km, 1),
        "age": body.state.value,
        "age_days": body.figures_age_days,
        "stale": stale_words(case, body),
        "sentence": body_sentence(body),
        "evidence": [
            {"ids": piece.ids, "what": piece.text, "claimant": piece.claimant, "about_date": str(piece.about_date)}
            | {"known_date": str(piece.known_date), "age_days": piece.age_days}
            for piece in shape.used
        ],
        "left_out": [one.sentence for one in evidence.left_out],
    }


def _rounded(span: Range | None) -> list[float] | None:
    return None if span is None else [round(value, 1) for value in span]
