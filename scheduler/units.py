"""Distance, pace and time: arithmetic in whole metres and seconds, reading and writing.

Values are rounded once, half up, when a text is read or written. A mile is 1609.344 m exactly.
"""

from __future__ import annotations

import re
from typing import Final

from scheduler.model.distances import NAMED_M

MILE_MM: Final = 1_609_344
KM_MM: Final = 1_000_000
UNIT_MM: Final = {"km": KM_MM, "mi": MILE_MM}
UNKNOWN_EASY_S_PER_KM: Final = 450  # 7:30 /km where no easy pace is known, told as assumed

_DISTANCE = re.compile(r"(\d{1,6})(?:\.(\d{1,6}))?\s*(km|k|miles|mile|mi)", re.ASCII)
_PACE = re.compile(r"(\d{1,2}):([0-5]\d)(?:\s*/\s*(km|mi))?", re.ASCII)
_DURATION = re.compile(r"(?:(\d{1,3}):([0-5]\d)|(\d{1,3})):([0-5]\d)", re.ASCII)
_SYNONYMS: Final = {"half marathon": "half", "half-marathon": "half"}


def parse_distance(text: str) -> int:
    """Metres of a named distance (``5k 10k half marathon 50k``) or of "15 km", "10 mi".

    >>> parse_distance("half"), parse_distance("15 km"), parse_distance("10 mi")
    (21097, 15000, 16093)

    Raises:
        ValueError: the text is neither.
    """
    word = " ".join(text.casefold().split())
    word = _SYNONYMS.get(word, word)
    if word in NAMED_M:
        return NAMED_M[word]
    match = _DISTANCE.fullmatch(word)
    if not match:
        raise ValueError(f"not a distance: {text!r}")
    whole, decimals, unit = match[1], match[2] or "", match[3]
    unit_mm = KM_MM if unit.startswith("k") else MILE_MM
    return _half_up(int(whole + decimals) * unit_mm, 1000 * 10 ** len(decimals))


def parse_pace(text: str, units: str) -> int:
    """Seconds per km of "6:10" per ``units`` ("km" or "mi"), or of "6:10 /km", "9:55 /mi".

    >>> parse_pace("6:10", "km"), parse_pace("10:00", "mi"), parse_pace("10:00 /mi", "km")
    (370, 373, 373)

    Raises:
        ValueError: the text is not a pace.
    """
    match = _PACE.fullmatch(text.strip())
    if not match:
        raise ValueError(f"not a pace: {text!r}")
    seconds = int(match[1]) * 60 + int(match[2])
    return _half_up(seconds * KM_MM, UNIT_MM[match[3] or units])


def parse_duration(text: str) -> int:
    """Seconds of a race time, "48:30" or "3:55:00".

    >>> parse_duration("48:30"), parse_duration("3:55:00"), parse_duration("75:00")
    (2910, 14100, 4500)

    Raises:
        ValueError: the text is not a time, or its minutes pass 59 after an hour.
    """
    match = _DURATION.fullmatch(text.strip())
    if not match:
        raise ValueError(f"not a race time: {text!r}")
    return int(match[1] or 0) * 3600 + int(match[2] or match[3]) * 60 + int(match[4])


def duration_text(seconds: int) -> str:
    """A race time as people write it.

    >>> duration_text(2910), duration_text(14100), duration_text(9)
    ('48:30', '3:55:00', '0:09')
    """
    hours, rest = divmod(seconds, 3600)
    if hours:
        return f"{hours}:{rest // 60:02d}:{rest % 60:02d}"
    return f"{rest // 60}:{rest % 60:02d}"


def pace_text(s_per_km: int, units: str) -> str:
    """A pace in the athlete's units.

    >>> pace_text(370, "km"), pace_text(370, "mi")
    ('6:10 /km', '9:55 /mi')
    """
    seconds = _half_up(s_per_km * UNIT_MM[units], KM_MM)
    return f"{seconds // 60}:{seconds % 60:02d} /{units}"


def distance_text(distance_m: int, units: str) -> str:
    """A distance in the athlete's units, to one decimal where there is one.

    >>> distance_text(7_300, "km"), distance_text(10_000, "km"), distance_text(42_195, "mi")
    ('7.3 km', '10 km', '26.2 mi')
    """
    tenths = _half_up(distance_m * 10_000, UNIT_MM[units])
    whole, decimal = divmod(tenths, 10)
    return f"{whole}.{decimal} {units}" if decimal else f"{whole} {units}"


def seconds_for(distance_m: int, s_per_km: int) -> int:
    """How long a distance takes at a pace, in whole seconds.

    >>> seconds_for(42_195, 450)
    18988
    """
    return _half_up(distance_m * s_per_km, 1000)


def _half_up(numerator: int, denominator: int) -> int:
    return (2 * numerator + denominator) // (2 * denominator)
