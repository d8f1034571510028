"""A list of entries as JSON Feed 1.1 and as Atom (RFC 4287); all of it text, nothing of it markup."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as ET

from geo.export.formats.xml import xml_text

ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry: a name that never changes, title, plain text, the day it belongs to, address and tags if any."""

    id: str
    title: str
    text: str
    day: date
    url: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: name, title, what it is about, who publishes it, the page it belongs to, and its entries."""

    id: str
    title: str
    subtitle: str
    author: str
    updated: date
    entries: Sequence[FeedEntry]
    home: str = ""


def json_feed(feed: Feed) -> str:
    """Write a feed as JSON Feed 1.1. Days are written as their first moment in UTC: no page says the hour."""
    document: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.subtitle,
        "language": "en",
        "authors": [{"name": feed.author}],
    }
    if feed.home:
        document["home_page_url"] = feed.home
    document["items"] = [
        {"id": one.id, "title": one.title, "content_text": one.text, "date_published": _moment(one.day)}
        | ({"external_url": one.url} if one.url else {})
        | ({"tags": list(one.tags)} if one.tags else {})
        for one in feed.entries
    ]
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def atom(feed: Feed) -> str:
    """Write a feed as Atom."""
    ET.register_namespace("", ATOM)
    root = ET.Element(_tag("feed"))
    for name, text in (("id", feed.id), ("title", feed.title), ("subtitle", feed.subtitle)):
        _text(root, name, text)
    _text(root, "updated", _moment(feed.updated))
    _text(ET.SubElement(root, _tag("author")), "name", feed.author)
    if feed.home:
        ET.SubElement(root, _tag("link"), rel="alternate", href=feed.home)
    for one in feed.entries:
        entry = ET.SubElement(root, _tag("entry"))
        _text(entry, "id", one.id)
        _text(entry, "title", one.title)
        _text(entry, "updated", _moment(one.day))
        _text(entry, "content", one.text)
        if one.url:
            ET.SubElement(entry, _tag("link"), rel="alternate", href=one.url)
        for tag in one.tags:
            ET.SubElement(entry, _tag("category"), term=tag)
    ET.indent(root, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _text(parent: ET.Element, name: str, text: str) -> None:
    """Add an element with plain text."""
    element = ET.SubElement(parent, _tag(name))
    element.text = xml_text(text)
    if name in {"title", "subtitle", "content"}:
        element.set("type", "text")


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _tag(name: str) -> str:
    return f"{{{ATOM}}}{name}"
