"""An article as plain text, with its SHA-256: the text in which a draft's span counts characters."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from geo.errors import InputError

#: The most that is read of one article, in bytes: a newspaper page with its pictures left out is a tenth of it.
MAX_ARTICLE_BYTES = 5_000_000
#: The most characters of text, which a book chapter has.
MAX_ARTICLE_CHARACTERS = 500_000
_HTML = re.compile(rb"<\s*(?:!doctype\s+html|html|head|body|article|p|div)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Article:
    """The text that is read, and its SHA-256 in UTF-8."""

    text: str
    sha256: str


def article_from_text(text: str) -> Article:
    """Return a pasted text as it stands; InputError where it is longer than any article.

    >>> article_from_text("28 villages").sha256[:8]
    '7ed9e108'
    """
    if len(text) > MAX_ARTICLE_CHARACTERS:
        raise InputError(f"the text has {len(text):,} characters; an article may have {MAX_ARTICLE_CHARACTERS:,}")
    return Article(text, hashlib.sha256(text.encode()).hexdigest())


def article_from_bytes(content: bytes, name: str = "the article") -> Article:
    """Return the text of a saved article: plain text in UTF-8, or the main text of an HTML page.

    Of a page, menus, captions of other stories and footers are left out by trafilatura; nothing is fetched.

    Raises
    ------
    InputError
        The file or its text is too long, is no UTF-8 text, or is a page without any text.
    """
    if len(content) > MAX_ARTICLE_BYTES:
        raise InputError(f"{name} has {len(content):,} bytes; an article may have {MAX_ARTICLE_BYTES:,}")
    if _HTML.search(content[:4096]):
        return article_from_text(_page_text(content, name))
    try:
        return article_from_text(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(f"{name} is no text in UTF-8 (byte {error.start}); save it as UTF-8 or as HTML") from error


def _page_text(content: bytes, name: str) -> str:
    import trafilatura  # noqa: PLC0415 - half a second and 60 MB, and only a page needs it

    text = trafilatura.extract(content, include_comments=False, include_tables=True, favor_recall=True)
    if not text:
        raise InputError(f"{name} is a page in which no article's text was found; paste the text itself")
    return str(text)
