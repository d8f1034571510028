"""The fonts that the browser tests are laid out with: the same on every machine, whatever is installed there."""

from __future__ import annotations

from pathlib import Path

import matplotlib as mpl

#: Families that a page may ask for by what they are, and the one of matplotlib's own fonts that stands for each.
FAMILIES = {
    "system-ui": "DejaVu Sans",
    "sans-serif": "DejaVu Sans",
    "serif": "DejaVu Serif",
    "monospace": "DejaVu Sans Mono",
}


def write_font_settings(folder: Path) -> Path:
    """Write a fontconfig file that knows matplotlib's fonts and no others; $FONTCONFIG_FILE takes it.

    A browser that is no Linux program does not read it, and is laid out with the fonts of its system.
    """
    fonts = Path(mpl.get_data_path()) / "fonts" / "ttf"
    aliases = "".join(
        f'<match target="pattern"><test name="family"><string>{asked}</string></test>'
        f'<edit name="family" mode="prepend" binding="strong"><string>{given}</string></edit></match>'
        for asked, given in FAMILIES.items()
    )
    file = folder / "fonts.conf"
    file.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
        f"<fontconfig><dir>{fonts}</dir><cachedir>{folder / 'cache'}</cachedir>{aliases}</fontconfig>",
        encoding="utf-8",
    )
    return file
