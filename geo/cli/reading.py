"""The command `read`: draft claims from the text of an article."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from geo.cli.options import CaseOption, JsonOption
from geo.io.case_store import open_case
from geo.reading.article import article_from_bytes
from geo.reading.drafts import Draft
from geo.reading.reader import read_drafts


def read_file(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An article, plain text or HTML; - is standard input.")],
    case: CaseOption,
    published: Annotated[
        datetime, typer.Option("--published", formats=["%Y-%m-%d"], metavar="DATE", help="The day of publication.")
    ],
    source: Annotated[
        str | None, typer.Option("--source", metavar="URL", help="Its address; without it the drafts have none.")
    ] = None,
    as_json: JsonOption = False,
    text_only: Annotated[
        bool, typer.Option("--text", help="Print the text in which the spans count, and no drafts.")
    ] = False,
) -> None:
    """Read a text into draft claims, each with the words that it rests on and what is unsure; nothing is written.

    English, Ukrainian or Russian. Example: python -m geo read article.html --case kursk-2024 --published 2024-08-12
    """
    content = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    article = article_from_bytes(content, "standard input" if str(file) == "-" else file.name)
    if text_only:
        typer.echo(article.text)
        return
    drafts = read_drafts(article, open_case(case), published.date(), source)
    if as_json:
        typer.echo(json.dumps([draft.as_json() for draft in drafts], indent=2, ensure_ascii=False))
        return
    for draft in drafts:
        typer.echo(_line(draft))
    without = "; no source: give --source URL" if source is None else ""
    typer.echo(f"{len(drafts)} drafts of text {article.sha256[:12]}, each for a person to check{without}")


def _line(draft: Draft) -> str:
    row = draft.row
    words = row.get("summary") or f"{row.get('speaker')}: a statement, to be put into words"
    settle = f"; open: {', '.join(draft.unsure)}" if draft.unsure else ""
    about = row.get("about_date") or "day open"
    return f"{draft.table} [{draft.span[0]}:{draft.span[1]}] {about} {words} “{' '.join(draft.quote.split())}”{settle}"
