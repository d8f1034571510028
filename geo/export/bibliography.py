"""Cite a view: one entry as BibTeX, the same as CSL-JSON."""

from __future__ import annotations

import json
import re
from datetime import date

from geo.export.figures.figure import clocks_words
from geo.export.scope import Scope

_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}


def citation_key(scope: Scope) -> str:
    """Return the entry's key: case, day and version."""
    case = scope.case
    return f"salient-{case.settings.id}-{scope.on}-{case.version[:12]}"


def bibtex(scope: Scope, day: date, link: str, issued: date) -> str:
    """Write a view as a BibTeX entry; `issued` is the day on which it was made."""
    case = scope.case
    fields = {
        "author": "{Salient}",
        "title": f"{{{_latex(_title(scope))}}}",
        "year": str(issued.year),
        "month": str(issued.month),
        "day": str(issued.day),
        "version": case.version,
        "url": _address(link),
        "note": _latex(f"Map of claims, not of control: {clocks_words(scope, day)}. Version {case.version[:12]}"),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{citation_key(scope)},", *lines, "}", ""])


def csl_json(scope: Scope, day: date, link: str, issued: date) -> str:
    """Write the same as CSL-JSON, type map."""
    entry = {
        "id": citation_key(scope),
        "type": "map",
        "title": _title(scope),
        "author": [{"literal": "Salient"}],
        "issued": {"date-parts": [[issued.year, issued.month, issued.day]]},
        "version": scope.case.version,
        "note": f"Map of claims, not of control: {clocks_words(scope, day)}",
    }
    if link.startswith("http"):
        entry["URL"] = link
    return json.dumps([entry], indent=2, ensure_ascii=False) + "\n"


def _title(scope: Scope) -> str:
    return f"{scope.case.settings.title}: claimed advances, {scope.on}"


def _address(link: str) -> str:
    """Return an address as a url field takes it: percent signs stay, brackets and backslashes are encoded."""
    return re.sub(r"[{}\\]", lambda found: f"%{ord(found[0]):02X}", link) if link.startswith("http") else ""


def _latex(text: str) -> str:
    return "".join(_LATEX.get(sign, sign) for sign in text)
