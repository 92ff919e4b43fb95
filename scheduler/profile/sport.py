"""Fields in the words of running: distances, race times, paces, weekdays, times of day."""

from __future__ import annotations

import re
from datetime import time
from typing import Final

from scheduler.model.distances import NAMED_M
from scheduler.profile.fields import Field, Unfit, did_you_mean, either
from scheduler.units import duration_text, pace_text, parse_distance, parse_duration, parse_pace

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FULL_WEEKDAYS: Final = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)
DAY_KEYS: Final = ("default", *WEEKDAYS)
SHORTEST_RACE_M: Final = 1_000
LONGEST_RACE_M: Final = 300_000
FASTEST_RACE_S_PER_KM: Final = 130  # a little under any world record from 1 km up
SLOWEST_RACE_S_PER_KM: Final = 1_800
_CLOCK: Final = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)", re.ASCII)


def weekday() -> Field[int]:
    """A day of the week, 0 (Monday) to 6; full names are taken too."""

    def read(value: object) -> int:
        if not isinstance(value, str):
            raise Unfit
        name = value.strip().casefold()
        for names in (WEEKDAYS, FULL_WEEKDAYS):
            if name in names:
                return names.index(name)
        raise Unfit(did_you_mean(name, WEEKDAYS))

    return Field(allowed=either(WEEKDAYS), read=read)


def clock() -> Field[time]:
    """A time of day in whole minutes, as text or as a TOML time."""

    def read(value: object) -> time:
        if isinstance(value, time) and not (value.second or value.microsecond):
            return value
        if not isinstance(value, str):
            raise Unfit
        match = _CLOCK.fullmatch(value.strip())
        if match:
            return time(int(match[1]), int(match[2]))
        meant = value.strip().replace(".", ":").replace("h", ":")
        raise Unfit(f'did you mean "{meant}"?' if _CLOCK.fullmatch(meant) else "")

    return Field(allowed='a time of day from "00:00" to "23:59"', read=read)


def distance(low_m: int = SHORTEST_RACE_M, high_m: int = LONGEST_RACE_M) -> Field[int]:
    """A distance in metres, both ends included."""

    def read(value: object) -> int:
        if not isinstance(value, str):
            raise Unfit
        try:
            metres = parse_distance(value)
        except ValueError:
            raise Unfit(_meant_distance(value)) from None
        if not low_m <= metres <= high_m:
            raise Unfit
        return metres

    names = ", ".join(f'"{name}"' for name in NAMED_M)
    within = f"from {low_m // 1000} km to {high_m // 1000} km"
    return Field(allowed=f'{names}, or such as "15 km" or "10 mi", {within}', read=read)


def plain_distance(high_m: int) -> Field[int]:
    """A distance that was run, in metres, from 1 km up."""
    read = distance(high_m=high_m).read
    return Field(
        allowed=f'a distance such as "40 km" or "25 mi", from 1 km to {high_m // 1000} km',
        read=read,
    )


def race_time(distance_m: int | None) -> Field[int]:
    """A race time in seconds, within what anyone runs; any time while the distance is unknown."""

    def read(value: object) -> int:
        if not isinstance(value, str):
            raise Unfit("write it in quotes")
        try:
            seconds = parse_duration(value)
        except ValueError:
            raise Unfit(_meant_time(value)) from None
        if distance_m is not None:
            _check_race_pace(seconds, distance_m)
        return seconds

    return Field(allowed='a time such as "48:30" or "3:55:00"', read=read)


def pace(units: str) -> Field[int]:
    """An easy pace, read per unit of the athlete, in seconds per km."""

    def read(value: object) -> int:
        if not isinstance(value, str):
            raise Unfit("write it in quotes, with a colon")
        try:
            s_per_km = parse_pace(value, units)
        except ValueError:
            raise Unfit(_meant_time(value)) from None
        if not 180 <= s_per_km <= 900:
            raise Unfit
        return s_per_km

    low, high = pace_text(180, units), pace_text(900, units)
    return Field(allowed=f'a pace such as "6:10", from {low} to {high}', read=read)


def _check_race_pace(seconds: int, distance_m: int) -> None:
    s_per_km = seconds * 1000 // distance_m
    if s_per_km < FASTEST_RACE_S_PER_KM:
        meant = seconds * 60 * 1000 // distance_m
        likely = FASTEST_RACE_S_PER_KM <= meant <= SLOWEST_RACE_S_PER_KM
        hint = f'; did you mean "{duration_text(seconds * 60)}"?' if likely else ""
        raise Unfit(f"that is {pace_text(s_per_km, 'km')}, faster than anyone{hint}")
    if s_per_km > SLOWEST_RACE_S_PER_KM:
        raise Unfit(f"that is {pace_text(s_per_km, 'km')}, slower than a walk")


def _meant_distance(found: str) -> str:
    spaced = found.strip().replace(",", ".")
    for meant in (spaced, f"{spaced} km"):
        try:
            parse_distance(meant)
        except ValueError:
            continue
        other = f' or "{spaced} mi"' if meant != spaced else ""
        return f'did you mean "{meant}"{other}?'
    return did_you_mean(found, NAMED_M)


def _meant_time(found: str) -> str:
    meant = re.sub(r"[.,;'h ]", ":", found.strip())
    try:
        parse_duration(meant)
    except ValueError:
        return ""
    return f'did you mean "{meant}"?'
