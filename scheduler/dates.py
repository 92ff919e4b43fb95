"""The one place where arrow is used: starts and ends on a zone's clock.

Everywhere else days are ``datetime.date``. A day and a time of day are never taken for an instant
without a zone.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import arrow

if TYPE_CHECKING:
    from datetime import tzinfo


def start_of(day: date, at: time, zone: tzinfo) -> datetime:
    """The aware start of what begins on ``day`` at ``at`` by the clocks of ``zone``.

    A time that the clocks skip moves on by what they skip (02:30 becomes 03:30); of a time that
    comes twice it is the first.

    >>> from zoneinfo import ZoneInfo
    >>> start_of(date(2027, 3, 28), time(2, 30), ZoneInfo("Europe/Amsterdam")).isoformat()
    '2027-03-28T03:30:00+02:00'
    """
    wanted = arrow.Arrow.fromdatetime(datetime.combine(day, at.replace(fold=0)), zone)
    return wanted.to("utc").to(zone).datetime


def end_of(start: datetime, minutes: int) -> datetime:
    """The moment ``minutes`` after the aware ``start``, on the same zone's clocks.

    Elapsed time counts: a run over the hour that the clocks skip ends an hour later by the clock.
    """
    return (start.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(start.tzinfo)
