"""The method in words: the same text in the app, in published pages and in citations."""

from __future__ import annotations

import re
from importlib import resources

from geo.consistency.hypotheses import APART_BITS, MARGIN_BITS, MOST_EVIDENCE_BITS, READINGS, SLIPS
from geo.consistency.links import Link
from geo.geometry.bands import DEFAULT
from geo.model.ages import Ages


def method_markdown(ages: Ages) -> str:
    """Return the method as Markdown, with the figures of the conventions in use and the case's table of ages.

    >>> "{" in method_markdown(Ages())
    False
    """
    text = resources.files("geo.export").joinpath("static", "method.md").read_text(encoding="utf-8")
    words = {"{convention}": DEFAULT.description.capitalize()}
    words |= {f"{{{name}}}": str(days) for name, days in ages.model_dump().items()}
    words |= _verdict_words()
    return re.sub("|".join(map(re.escape, words)), lambda found: words[found[0]], text)


def _verdict_words() -> dict[str, str]:
    """Return the figures of the verdicts, and their table of hypotheses as a list."""
    table = [(one, f"{one.bits:g} {'bit' if one.bits == 1 else 'bits'}") for one in (*READINGS, *SLIPS)]
    rows = [f"- *{one.name.replace('-', ' ').capitalize()}* ({cost}): {one.words}." for one, cost in table]
    return {
        "{hypotheses}": "\n".join(rows),
        "{margin}": f"{MARGIN_BITS:g}",
        "{most_evidence}": f"{MOST_EVIDENCE_BITS:g}",
        "{apart_root}": f"{APART_BITS[Link.ROOT]:g}",
        "{apart_none}": f"{APART_BITS[Link.NONE]:g}",
    }


def method_sections(ages: Ages) -> list[tuple[str, list[str]]]:
    """Return the method as (heading, paragraphs) of plain text.

    >>> [heading for heading, _ in method_sections(Ages())][0]
    'What you see'
    """
    sections: list[tuple[str, list[str]]] = []
    for block in re.split(r"\n\s*\n|\n(?=- )", method_markdown(ages)):
        text = re.sub(r"\s+", " ", re.sub(r"\*\*|(?<!\w)\*|\*(?!\w)", "", block)).strip().removeprefix("- ")
        if text.startswith("### "):
            sections.append((text.removeprefix("### "), []))
        elif text and sections:
            sections[-1][1].append(text)
    return sections
