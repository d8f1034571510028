"""Days as names of files and columns of tables spell them, by themselves or by a pattern that a person gives."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from geo.errors import InputError, SelectionError

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
#: A month by its English name or the beginning of it, alone or where a small letter meets a capital ("AdvancesAUG").
_MONTH = (
    "(?P<m>(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    "oct(?:ober)?|nov(?:ember)?|dec(?:ember)?))(?![a-z])"
)
_DATES = (
    re.compile(r"(?<!\d)(?P<y>\d{4})[-_.]?(?P<m>\d{2})[-_.]?(?P<d>\d{2})(?!\d)"),
    re.compile(rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[-_ ]?{_MONTH}[-_ ,]{{0,2}}(?P<y>\d{{4}})(?!\d)"),
    re.compile(
        rf"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])){_MONTH}[-_ ]?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[-_ ,]{{0,2}}"
        r"(?P<y>\d{4})(?!\d)"
    ),
)
_PARTS = {"YYYY": r"(?P<y>\d{4})", "YY": r"(?P<y>\d{2})", "MM": r"(?P<m>\d{1,2})", "DD": r"(?P<d>\d{1,2})"}
#: Spellings that are never taken by themselves, as they can be read in several ways; offered where one would fit.
_OFFERED = ("YYMMDD", "YY_MM_DD", "YY-MM-DD", "DD.MM.YYYY", "DD-MM-YYYY", "DDMMYYYY", "DD.MM.YY")
#: Milliseconds and seconds since 1970, as ArcGIS and Unix keep a time; both are whole numbers from 2001 to 2286.
_MILLISECONDS, _SECONDS = (10**12, 10**13), (10**9, 10**10)


def date_in(text: str, file: str, pattern: str = "") -> date:
    """Find the one day that a name holds, as 20240812, 2024-08-12, 12AUG2024 or August 12, 2024, or by a pattern.

    Raises
    ------
    InputError
        When it holds none, two different ones, or one that is no day of the calendar.

    Examples
    --------
    >>> date_in("AssessedControl12AUG2024", "x.zip"), date_in("Advances August 12, 2024", "x.zip")
    (datetime.date(2024, 8, 12), datetime.date(2024, 8, 12))
    >>> date_in("240812_0349", "x.json", "YYMMDD")
    datetime.date(2024, 8, 12)
    """
    found = _days_in(text, file, (_searched(pattern),)) if pattern else set()
    found = found or _days_in(text, file, _DATES)
    if len(found) == 1:
        return found.pop()
    if found:
        what = f"{len(found)} days ({', '.join(map(str, sorted(found)))})"
        raise InputError(f"{file}: its name {text!r} holds {what}; it must hold one, such as 2024-08-12 or 12AUG2024")
    raise InputError(
        f"{file}: its name {text!r} holds no day; it must hold one, such as 2024-08-12 or 12AUG2024. {_remedy(text)}"
    )


def without_days(text: str) -> str:
    """Return a name without the days in it and what parts them from the rest; all of it where nothing is left.

    >>> without_days("Ukrainian Advances August 12, 2024"), without_days("2024-08-12")
    ('Ukrainian Advances', '2024-08-12')
    """
    rest = text
    for pattern in _DATES:
        rest = re.sub(rf"[-_ ]*(?:{pattern.pattern})[-_ ]*", "", rest)
    return rest or text


def cell_day(value: Any, pattern: str = "") -> date | None:
    """Return the day that a cell states: a date, ISO text, milliseconds or seconds since 1970 (UTC), or by a pattern.

    >>> cell_day("12.08.2024", "DD.MM.YYYY"), cell_day(1723420800000), cell_day("12.08.2024")
    (datetime.date(2024, 8, 12), datetime.date(2024, 8, 12), None)
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if pattern:
        return _by_pattern(_whole_text(value), pattern)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _since_1970(value)
    try:
        return datetime.fromisoformat(value.strip()).date() if isinstance(value, str) else None
    except ValueError:
        return None


def check_pattern(pattern: str) -> str:
    """Return a pattern of days as it is; SelectionError where it does not say year, month and day once each."""
    if pattern:
        _compiled(pattern)
    return pattern


def patterns_for(text: str) -> list[str]:
    """Return the patterns by which a text would hold a day of the years 2014 to 2049, for a person to choose from.

    >>> patterns_for("240812_0349"), patterns_for("12.08.2024"), patterns_for("notes")
    (['YYMMDD'], ['DD.MM.YYYY'], [])
    """
    found = []
    for pattern in _OFFERED:
        days = [_made(match) for match in _searched(pattern).finditer(text)]
        if days and all(day is not None and 2014 <= day.year < 2050 for day in days):
            found.append(pattern)
    return found


def _by_pattern(text: str, pattern: str) -> date | None:
    match = re.fullmatch(rf"(?:{_compiled(pattern).pattern})(?:[ T].*)?", text)
    return None if match is None else _made(match)


def _whole_text(value: Any) -> str:
    """Write a cell as text: a table that holds 240812 as a number means 240812 and not 240812.0."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value or "").strip()


def _since_1970(value: float) -> date | None:
    for (low, high), scale in ((_MILLISECONDS, 1000), (_SECONDS, 1)):
        if low <= value < high:
            return datetime.fromtimestamp(value / scale, UTC).date()
    return None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    pieces = re.split(r"(YYYY|YY|MM|DD)", pattern)
    given = sorted(piece[0] for piece in pieces if piece in _PARTS)
    if given != ["D", "M", "Y"] or any(re.search(r"[A-Za-z0-9]", piece) for piece in pieces if piece not in _PARTS):
        raise SelectionError(
            f"the pattern of days is {pattern!r}; it must hold YYYY or YY, MM and DD once each and no other letters, "
            "such "
            "as YYMMDD or DD.MM.YYYY"
        )
    close = all(not piece for piece in pieces[2:-2:2])
    parts = {name: form.replace("{1,2}", "{2}") for name, form in _PARTS.items()} if close else _PARTS
    return re.compile("".join(parts.get(piece, re.escape(piece)) for piece in pieces))


@cache
def _searched(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\d)(?:{_compiled(pattern).pattern})(?!\d)")


def _days_in(text: str, file: str, patterns: tuple[re.Pattern[str], ...]) -> set[date]:
    found = set()
    for pattern in patterns:
        for match in pattern.finditer(text):
            day = _made(match)
            if day is None:
                raise InputError(
                    f"{file}: {match[0]!r} in its name is no day of the calendar; it must be such as 20240812"
                )
            found.add(day)
    return found


def _made(match: re.Match[str]) -> date | None:
    month, year = match["m"], int(match["y"])
    number = int(month) if month.isdigit() else _MONTHS.index(month.lower()[:3]) + 1
    try:
        return date(year if year > 99 else 2000 + year, number, int(match["d"]))
    except ValueError:
        return None


def _remedy(text: str) -> str:
    fitting = patterns_for(text)
    if fitting:
        return f"If it is spelled in another way, say how: --date-pattern {' or '.join(fitting)}"
    return "Name the column that holds it (--date-column), or the day of this one file (--on 2024-08-12)"
