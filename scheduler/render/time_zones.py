"""A true VTIMEZONE for each zone that a calendar names.

Half of the programs that read calendars go by the zone's name, the others believe what the file
says about it (RFC 5545, 3.6.5), so both must be right. Yearly rules where the zone keeps to them,
as every reader understands these; else one observance for each real change. Never a list of RDATEs:
Thunderbird reads only the first.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from scheduler.zone_data import UTC_NAMES, Onset, YearlyChange, onsets, yearly_changes, zone

if TYPE_CHECKING:
    from collections.abc import Iterable

_DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LAST_WEEK: Final = 5
_FIRST_YEAR: Final = 1970
_LOOK_BACK: Final = timedelta(days=400)  # far enough to meet the change before a plan's first day
_MARGIN: Final = timedelta(days=2)  # local days reach beyond UTC days, and runs beyond midnight

RecurrenceRule = dict[str, str | int | list[int]]


def vtimezone(tzid: str, first_day: date, last_day: date) -> Timezone | None:
    """The VTIMEZONE of an IANA zone, true from ``first_day`` to ``last_day`` (both included).

    None for UTC, whose times are written with a Z.

    Raises:
        ZoneInfoNotFoundError: The tzdata package has no such zone.
    """
    if tzid in UTC_NAMES:
        return None
    begin = datetime.combine(first_day, time(), tzinfo=UTC) - _MARGIN
    end = datetime.combine(last_day, time(), tzinfo=UTC) + _MARGIN
    written = Timezone()
    written.add("TZID", tzid)
    for observance in _observances(tzid, begin, end):
        written.add_component(observance)
    return written


def recurrence(change: YearlyChange) -> RecurrenceRule | None:
    """The yearly RRULE of a change of the clock, None where no single rule can say it.

    A time before midnight or past 24 h belongs to a neighbouring day: the fourth Thursday at 26:00
    is the Friday among the 23rd to the 29th. Such a week that leaves its month has no rule.
    """
    rule: RecurrenceRule = {"FREQ": "YEARLY", "BYMONTH": change.month}
    shift = change.time // timedelta(days=1)
    day = _DAYS[(change.weekday + shift) % 7]
    if not shift:
        week = -1 if change.week == _LAST_WEEK else change.week
        return rule | {"BYDAY": f"{week}{day}"}
    length = monthrange(_FIRST_YEAR, change.month)[1]
    first = (length - 6 if change.week == _LAST_WEEK else 7 * change.week - 6) + shift
    if first < 1 or first + 6 > length or (change.month == 2 and change.week == _LAST_WEEK):
        return None
    return rule | {"BYDAY": day, "BYMONTHDAY": list(range(first, first + 7))}


def _observances(
    tzid: str, begin: datetime, end: datetime
) -> list[TimezoneStandard | TimezoneDaylight]:
    changes = yearly_changes(tzid)
    rules = [recurrence(change) for change in changes]
    real = onsets(tzid, begin, end)
    if changes and all(rules) and _foreseen(changes, tzid, begin, end) == real:
        return [
            _observance(change.onset(_FIRST_YEAR), rule)
            for change, rule in zip(changes, rules, strict=True)
        ]
    if not real:
        return [_observance(_as_it_stands(tzid, begin))]
    earlier = onsets(tzid, begin - _LOOK_BACK, begin)[-1:] or (_as_it_stands(tzid, begin),)
    return [_observance(onset) for onset in (*earlier, *real)]


def _foreseen(
    changes: Iterable[YearlyChange], tzid: str, begin: datetime, end: datetime
) -> tuple[Onset, ...] | None:
    """The changes that the yearly rules give; None where they start from another offset."""
    years = range(begin.year - 1, end.year + 2)
    every = sorted(
        (change.onset(year) for change in changes for year in years), key=lambda onset: onset.at
    )
    at_begin = next(onset.after for onset in reversed(every) if onset.at <= begin)
    if at_begin != begin.astimezone(zone(tzid)).utcoffset():
        return None
    return tuple(onset for onset in every if begin < onset.at <= end)


def _as_it_stands(tzid: str, at: datetime) -> Onset:
    """A first observance without a change, for a clock that stood still before the plan."""
    there = at.astimezone(zone(tzid))
    offset = there.utcoffset() or timedelta()
    midnight = datetime(_FIRST_YEAR, 1, 1, tzinfo=UTC)
    return Onset(at=midnight - offset, before=offset, after=offset, name=there.tzname() or "")


def _observance(
    onset: Onset, rule: RecurrenceRule | None = None
) -> TimezoneStandard | TimezoneDaylight:
    # The later clock is called DAYLIGHT, Dublin's too: that is the pair that readers look for.
    made = TimezoneDaylight() if onset.after > onset.before else TimezoneStandard()
    made.add("DTSTART", onset.local)
    if rule:
        made.add("RRULE", rule)
    made.add("TZOFFSETFROM", onset.before)
    made.add("TZOFFSETTO", onset.after)
    made.add("TZNAME", onset.name)
    return made
