"""Clean text for XML 1.0: control characters have no way to be written, not even as references."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    r"""Return text with a replacement sign for whatever XML can't hold.

    >>> xml_text("a\x07b")
    'a�b'
    """
    return _FORBIDDEN.sub("�", text)
