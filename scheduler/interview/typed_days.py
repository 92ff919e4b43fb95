"""Days as people type them: ``2027-04-11``, ``11 Apr 2027``, ``April 11, 2027``, ``yesterday``.

Numbers alone, as in 11/04/2027, mean one day here and another there: they are refused.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from scheduler.interview.question import Kind
from scheduler.profile.fields import Unfit, day
from scheduler.profile.running import UNSURE
from scheduler.profile.sport import WEEKDAYS
from scheduler.words import interview as words
from scheduler.words.amounts import long_day
from scheduler.words.language import MONTHS

if TYPE_CHECKING:
    from scheduler.interview.question import Heard

_YEAR_FIRST: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)
_DAY_FIRST: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.? ([a-z]+)\.? (\d{4})", re.ASCII)
_MONTH_FIRST: Final = re.compile(r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)? (\d{4})", re.ASCII)
_MONTH: Final = re.compile(r"(?:([a-z]+)\.? (\d{4})|(\d{4})-(\d{1,2}))", re.ASCII)
_DAYS_FROM_TODAY: Final = {"yesterday": -1, "today": 0, "tomorrow": 1}
_SPAN: Final = re.compile(r"\s+(?:to|until|till|through|-|–|\.\.)\s+|\.\.", re.IGNORECASE)
# One month for both days: "13-20 feb 2027", "feb 13-20, 2027".
_DAYS_OF_MONTH: Final = re.compile(
    r"(\d{1,2}) ?[-–] ?(\d{1,2}) ([a-z]+\.?,? \d{4})", re.ASCII | re.IGNORECASE
)
_MONTH_AND_DAYS: Final = re.compile(
    r"([a-z]+\.?) (\d{1,2}) ?[-–] ?(\d{1,2}),? (\d{4})", re.ASCII | re.IGNORECASE
)
_UNSURE: Final = frozenset({UNSURE, "not sure", "don't know", "dont know", "no idea", "unknown"})


def typed_day(text: str, today: date) -> date:
    """The day that was typed.

    >>> typed_day("Sun 11 Apr 2027", date(2026, 11, 22)).isoformat()
    '2027-04-11'

    Raises:
        Unfit: it is none, or there is no such day.
    """
    plain = " ".join(text.casefold().replace(",", " ").split())
    if plain in _DAYS_FROM_TODAY:
        return today + timedelta(days=_DAYS_FROM_TODAY[plain])
    first, _, rest = plain.partition(" ")
    if rest and first.rstrip(".")[:3] in WEEKDAYS and first.rstrip(".").isalpha():
        plain = rest
    if match := _YEAR_FIRST.fullmatch(plain):
        return _made(int(match[1]), int(match[2]), int(match[3]))
    if match := _DAY_FIRST.fullmatch(plain):
        return _made(int(match[3]), _month(match[2]), int(match[1]))
    if match := _MONTH_FIRST.fullmatch(plain):
        return _made(int(match[3]), _month(match[1]), int(match[2]))
    raise Unfit(words.DAY_HINT if any(c.isdigit() for c in plain) else "")


def typed_about(text: str, today: date) -> date:
    """A day, or a month alone: its last day, but not after today, as the careful reading.

    >>> typed_about("Mar 2025", date(2026, 11, 22)).isoformat()
    '2025-03-31'

    Raises:
        Unfit: it is neither.
    """
    match = _MONTH.fullmatch(" ".join(text.casefold().split()))
    if match is None:
        return typed_day(text, today)
    year = int(match[2] or match[3])
    month = int(match[4]) if match[4] else _month(match[1])
    first = _made(year, month, 1)
    last = date(year, month, monthrange(year, month)[1])
    return min(last, today) if first <= today else last


def exact_day() -> Kind:
    """A day."""
    return Kind(allowed=day().allowed, read=_day, told=_told)


def about_day() -> Kind:
    """A day or a month."""
    return Kind(allowed=words.DAY_OR_MONTH, read=_about, told=_told)


def day_or_unsure() -> Kind:
    """A day, or that nobody knows it."""

    def read(text: str, heard: Heard) -> object:
        return UNSURE if text.casefold() in _UNSURE else _day(text, heard)

    return Kind(allowed=f"{day().allowed}, or {UNSURE}", read=read, told=_told)


def no_pain() -> Kind:
    """No: the day of the check is today; yes: there is none, ""; or a day: that one."""

    def read(text: str, heard: Heard) -> object:
        said = text.casefold()
        if said in words.NO:
            return heard.today
        return "" if said in words.YES else _day(text, heard)

    def show(value: object) -> str:
        return str(value) or "yes"

    def told(value: object) -> str:
        return words.FREE_OF_PAIN.format(day=long_day(value)) if isinstance(value, date) else "yes"

    return Kind(allowed=words.YES_OR_NO, read=read, show=show, told=told)


def span() -> Kind:
    """A day, or two with "to" between them."""

    def read(text: str, heard: Heard) -> object:
        plain = " ".join(text.split())
        if match := _DAYS_OF_MONTH.fullmatch(plain):
            plain = match.expand(r"\1 \3 to \2 \3")
        elif match := _MONTH_AND_DAYS.fullmatch(plain):
            plain = match.expand(r"\1 \2 \4 to \1 \3 \4")
        ends = _SPAN.split(plain)
        if len(ends) == 1 and len(text.split()) == 2 and text.count("-") == 4:
            ends = text.split()
        if len(ends) > 2:
            raise Unfit
        days: list[date] = [typed_day(end, heard.today) for end in _completed(ends)]
        return {"from": days[0], "until": days[-1]}

    def told(value: object) -> str:
        days = list(value.values()) if isinstance(value, dict) else []
        return " to ".join(dict.fromkeys(map(long_day, days)))

    def show(value: object) -> str:
        return " to ".join(map(str, value.values())) if isinstance(value, dict) else str(value)

    return Kind(allowed=words.A_SPAN, read=read, show=show, told=told)


def _completed(ends: list[str]) -> list[str]:
    """Both ends of a span with month and year, which the first may leave to the last.

    >>> _completed(["15", "21 Feb 2027"]), _completed(["27 Feb", "5 Mar 2027"])
    (['15 Feb 2027', '21 Feb 2027'], ['27 Feb 2027', '5 Mar 2027'])
    """
    first, last = ends[0].split(), ends[-1].split()
    if len(first) < len(last) == 3 and last[0].isdecimal() and first[:1] and first[0].isdecimal():
        first += last[len(first) :]
    return [" ".join(first), *(" ".join(end.split()) for end in ends[1:])]


def _day(text: str, heard: Heard) -> date:
    return typed_day(text, heard.today)


def _about(text: str, heard: Heard) -> date:
    return typed_about(text, heard.today)


def _told(value: object) -> str:
    return long_day(value) if isinstance(value, date) else str(value)


def _month(name: str) -> int:
    for number, month in enumerate(MONTHS, start=1):
        if len(name) >= 3 and month.casefold().startswith("sep" if name == "sept" else name):
            return number
    raise Unfit(words.DAY_HINT)


def _made(year: int, month: int, number: int) -> date:
    try:
        return date(year, month, number)
    except ValueError:
        raise Unfit(words.NO_SUCH_DAY) from None
