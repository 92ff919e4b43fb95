"""Days, durations and counts in words, as page and terminal print them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.model.distances import NAMED_M
from scheduler.units import distance_text

if TYPE_CHECKING:
    from datetime import date

WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
KM_IN_A_MILE: Final = 1.609344
MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

DISTANCE_WORDS: Final = {
    "5k": "5 km",
    "10k": "10 km",
    "half": "a half marathon",
    "marathon": "a marathon",
    "50k": "50 km",
}


def short_date(day: date) -> str:
    """Day and month, as in ``7 Dec``."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def short_day(day: date) -> str:
    """Weekday, day and month, as in ``Mon 7 Dec``."""
    return f"{WEEKDAYS[day.weekday()][:3]} {short_date(day)}"


def long_day(day: date) -> str:
    """Weekday, day, month and year, as in ``Monday 7 December 2026``."""
    return f"{WEEKDAYS[day.weekday()]} {long_date(day)}"


def long_date(day: date) -> str:
    """Day, month and year, as in ``7 December 2026``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_span(first: date, last: date) -> str:
    """Two days, both included: ``7 – 13 December``, ``28 December – 3 January``."""
    until = f"{last.day} {MONTHS[last.month - 1]}"
    if first.month == last.month:
        return f"{first.day} – {until}"
    return f"{first.day} {MONTHS[first.month - 1]} – {until}"


def duration(minutes: int) -> str:
    """Whole minutes in words: ``45 min``, ``2 h``, ``1 h 35``.

    >>> duration(95)
    '1 h 35'
    """
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{minutes} min"
    return f"{hours} h {rest:02d}" if rest else f"{hours} h"


def bone_load(middle: float, low: float, high: float, units: str) -> str:
    """Kilometres of easy running ("mi": miles), with the band where there is one.

    >>> bone_load(7.3, 7.1, 7.4, "km"), bone_load(6.4, 6.4, 6.4, "mi")
    ('bone load 7.3 easy km (7.1–7.4)', 'bone load 4.0 easy mi')
    """
    each = KM_IN_A_MILE if units == "mi" else 1.0
    at, least, most = (f"{load / each:.1f}" for load in (middle, low, high))
    band = "" if least == most else f" ({least}–{most})"
    return f"bone load {at} easy {units}{band}"


def aimed_at(metres: int, units: str) -> str:
    """A distance as something to work towards.

    >>> aimed_at(21_097, "km"), aimed_at(15_000, "km")
    ('a half marathon', '15 km')
    """
    named = next((name for name, known in NAMED_M.items() if known == metres), None)
    return DISTANCE_WORDS[named] if named else distance_text(metres, units)


def count(number: int, one: str, many: str) -> str:
    """A number with its noun: ``1 run``, ``4 runs``."""
    return f"{number} {one if number == 1 else many}"
