"""Changes of a case as text, as JSON Feed and as Atom."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from geo.export.changes import News
from geo.export.formats.feeds import Feed, FeedEntry, atom, json_feed
from geo.model.case import Case
from geo.model.labels import format_date


def news_text(news: Sequence[News]) -> str:
    """Write changes as text, the newest day first, one a paragraph.

    >>> news_text([])
    'Nothing changed.'
    """
    return "\n".join(_lines(news)) if news else "Nothing changed."


def news_feed(case: Case, news: Sequence[News], format_: str, home: str = "") -> str:
    """Write changes as a feed: ``json`` (JSON Feed 1.1) or ``atom``; `home` is the app's address, if any."""
    days = [one.known_date for one in news] or [case.settings.start_date]
    feed = Feed(
        id=f"urn:salient:{case.settings.id}:news",
        title=f"{case.settings.title}: what became known",
        subtitle="Claims, not control: added, corrected, withdrawn; fronts drawn and revised",
        author="Salient",
        updated=max(days),
        entries=[_entry(case, one) for one in news],
        home=home,
    )
    return WRITERS[format_](feed)


WRITERS: dict[str, Callable[[Feed], str]] = {"json": json_feed, "atom": atom}


def _entry(case: Case, one: News) -> FeedEntry:
    ident = f"urn:salient:{case.settings.id}:{one.id}"
    return FeedEntry(
        ident, f"{one.change.capitalize()}: {one.title}", one.text, one.known_date, one.url, (one.change, one.kind)
    )


def _lines(news: Sequence[News]) -> Iterator[str]:
    for day, told in groupby(news, key=lambda one: one.known_date):
        yield format_date(day)
        for one in told:
            yield f"  {one.change}: {one.title} [{one.record}]"
            yield f"    {one.text}"
            if one.url:
                yield f"    {one.url}"
