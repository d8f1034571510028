"""The method in words: the same text in the app, in published pages and in citations."""

from __future__ import annotations

import re
from importlib import resources

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
    return re.sub("|".join(map(re.escape, words)), lambda found: words[found[0]], text)


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
