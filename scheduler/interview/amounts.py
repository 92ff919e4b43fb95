"""Amounts of running as people type them: minutes, hours, distances, race times, clock times."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from scheduler.interview.kinds import weekday
from scheduler.interview.question import Kind
from scheduler.interview.typed_days import typed_day
from scheduler.profile.fields import Unfit
from scheduler.profile.sport import DAY_KEYS, WEEKDAYS, clock, distance, race_time
from scheduler.units import parse_distance
from scheduler.words import interview as words
from scheduler.words.amounts import duration, long_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from scheduler.interview.question import Heard

_MINUTES: Final = re.compile(r"(\d{1,4})\s*(?:minutes|mins?|m|')?", re.ASCII)
_HOURS: Final = re.compile(r"(\d{1,2})\s*h(?:ours?|rs?)?\s*(?:([0-5]?\d)\s*(?:m|min)?)?", re.ASCII)
_CLOCKED: Final = re.compile(r"(\d|1\d|2[0-3]):([0-5]\d)", re.ASCII)
_DECIMAL_COMMA: Final = re.compile(r"(?<=\d),(?=\d)")
_ALONE: Final = re.compile(r"(\d{1,2}):([0-5]\d)", re.ASCII)
_THOUSAND: Final = re.compile(r"([\d.]+)\s*k", re.ASCII | re.IGNORECASE)
_PACE: Final = re.compile(r"(\d{1,2})\s*(?:minutes|min)?", re.ASCII | re.IGNORECASE)
_HALF_DAY: Final = re.compile(
    r"\b(\d{1,2})(?::(\d\d))?\s*([ap])\.?m\b\.?", re.ASCII | re.IGNORECASE
)
_RESULT: Final = re.compile(
    r"(?P<distance>.+?)\s+(?:in\s+)?(?P<time>\d{1,3}(?::\d\d){1,2}|\d{1,2}\s?h(?:\s?\d\d)?)"
    r"(?:\s+on)?\s+(?P<day>\S.*)"
)


def minutes_or_distance() -> Kind:
    """Whole minutes as a number (``4h``, ``3:30``, ``95``), or a distance as text."""

    def read(text: str, _: Heard) -> object:
        said = text.casefold()
        if match := _MINUTES.fullmatch(said):
            return int(match[1])
        if match := _HOURS.fullmatch(said) or _CLOCKED.fullmatch(said):
            return int(match[1]) * 60 + int(match[2] or 0)
        metric = _DECIMAL_COMMA.sub(".", text)
        try:
            parse_distance(metric)
        except ValueError:
            raise Unfit from None
        kilometres = _THOUSAND.fullmatch(metric)
        return f"{kilometres[1]} km" if kilometres else metric

    def told(value: object) -> str:
        if not isinstance(value, int):
            return str(value)
        return f"{value} min" + (f", {duration(value)}" if value >= 60 else "")

    return Kind(allowed=words.AN_AMOUNT, read=read, told=told)


def pace() -> Kind:
    """A pace; minutes alone are whole ones, as in ``7``."""

    def read(text: str, _: Heard) -> object:
        match = _PACE.fullmatch(text)
        return f"{match[1]}:00" if match else text

    return Kind(allowed="", read=read)


def how_far() -> Kind:
    """A distance, with a comma or a point in it."""
    return Kind(allowed="", read=lambda text, _: _DECIMAL_COMMA.sub(".", text))


def goal_time(distance_key: str) -> Kind:
    """A race time; 3:55 is three hours where that fits the distance and minutes do not."""

    def read(text: str, heard: Heard) -> object:
        return _race_time(text, heard.said(distance_key))

    return Kind(allowed="", read=read)


def race_result() -> Kind:
    """A distance, a time and a day, as in ``10k 48:30 2026-10-04``."""

    def read(text: str, heard: Heard) -> object:
        match = _RESULT.fullmatch(" ".join(text.split()))
        if match is None:
            raise Unfit
        day = typed_day(match["day"], heard.today)
        time = _race_time(match["time"], match["distance"])
        return {"distance": match["distance"], "time": time, "date": day}

    def told(value: object) -> str:
        found = dict(value) if isinstance(value, dict) else {}
        return words.RESULT.format(**found | {"date": long_day(found["date"])})

    return Kind(allowed=words.A_RESULT, read=read, show=_spaced, told=told)


def windows() -> Kind:
    """The most minutes by day, as in ``60, sat 90, sun 180``; without a day for all others."""

    def minutes(text: str) -> object:
        match = _MINUTES.fullmatch(text) or _HOURS.fullmatch(text)
        if match is None:
            raise Unfit
        return int(match[1]) if match.re is _MINUTES else int(match[1]) * 60 + int(match[2] or 0)

    return Kind(
        allowed=words.SOME_WINDOWS, read=lambda text, _: _by_day(text, minutes), show=_show_by_day
    )


def times_of_day() -> Kind:
    """Times of day by day, as in ``7:00, sun 9:00``; without a day for all others."""

    def time(text: str) -> object:
        bare = text if ":" in text else f"{text}:00"
        return f"{clock().read(bare):%H:%M}"

    return Kind(
        allowed=words.SOME_TIMES,
        read=lambda text, _: _by_day(_HALF_DAY.sub(_of_24_hours, text), time),
        show=_show_by_day,
    )


def _of_24_hours(match: re.Match[str]) -> str:
    """``9 pm`` as ``21:00``; an hour that no half day has stays as it is, and is refused."""
    hour = int(match[1])
    if not 1 <= hour <= 12:
        return match[0]
    return f"{hour % 12 + 12 * (match[3] in 'pP')}:{match[2] or '00'}"


def _by_day(text: str, value: Callable[[str], object]) -> dict[str, object]:
    """The value of each day that is named before it; one without a day is the default."""
    found: dict[str, object] = {}
    days: list[str] = []
    for part in re.split(r"[\s,;=]+", text.casefold().strip(" ,;")):
        if part in ("min", "minutes", "and"):
            continue
        if part[:1].isdigit():
            for day in days or ["default"]:
                found[day] = value(part)
            days = []
        else:
            days.append(part if part in DAY_KEYS else weekday(part))
    if days:
        raise Unfit
    return {key: found[key] for key in DAY_KEYS if key in found}


def _show_by_day(value: object) -> str:
    items = value.items() if isinstance(value, dict) else ()
    return ", ".join(f"{key} {item}" if key in WEEKDAYS else str(item) for key, item in items)


def _race_time(text: str, how_far: str) -> str:
    said = " ".join(text.casefold().split())
    if match := _HOURS.fullmatch(said):
        said = f"{int(match[1])}:{int(match[2] or 0):02d}:00"
    elif _ALONE.fullmatch(said) and not _runs(said, how_far) and _runs(f"{said}:00", how_far):
        said = f"{said}:00"
    return said


def _runs(time: str, how_far: str) -> bool:
    """Whether anyone runs the distance in that time."""
    try:
        race_time(distance().read(how_far)).read(time)
    except Unfit:
        return False
    return True


def _spaced(value: object) -> str:
    return " ".join(map(str, value.values())) if isinstance(value, dict) else str(value)
