"""The command `feed`: what changed in a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from geo.cli.export_options import AddressOption, day_of, write
from geo.cli.options import CaseArgument
from geo.errors import SelectionError
from geo.export.changefeed import WRITERS, news_feed, news_text
from geo.export.changes import news_between, news_of_versions
from geo.export.release import release
from geo.io.case_store import open_case
from geo.io.revisions import holds_fronts, open_version
from geo.io.shipped import find_case


def feed(
    case: CaseArgument,
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="After this day.")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="Up to this day.")
    ] = None,
    before: Annotated[
        str, typer.Option("--before", metavar="VERSION", help="A folder, a citation bundle or a git revision.")
    ] = "",
    form: Annotated[str, typer.Option("--as", metavar="FORMAT", help=f"text, {', '.join(WRITERS)}.")] = "text",
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="The file to write; else print.")] = None,
    address: AddressOption = "",
) -> None:
    """Say what changed: what became known after a day, or since an earlier version of the case.

    Example: python -m geo feed kursk-2024 --since 2024-08-12 --until 2024-08-13
    """
    if (since is None) == (not before):
        raise SelectionError("say what to compare with: either --since DATE or --before VERSION")
    if form not in {"text", *WRITERS}:
        raise SelectionError(f"format is {form!r}; a feed is one of text, {', '.join(WRITERS)}")
    folder = find_case(case)
    now = release(open_case(folder)).case
    if since is not None:
        news = news_between(now, since.date(), day_of(until))
    else:
        # What may go out is decided by what is recorded now; an older version may know nothing of licences.
        then = replace(open_version(folder, before), licences=now.licences)
        news = news_of_versions(release(then).case, now, fronts=holds_fronts(before))
        if now.fronts and not holds_fronts(before):
            typer.echo(f"{before} can hold no fronts, so nothing is said of those", err=True)
    text = f"{news_text(news)}\n" if form == "text" else news_feed(now, news, form, address)
    if out is None:
        typer.echo(text, nl=False)
    else:
        write(out, text.encode())
