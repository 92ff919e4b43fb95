"""What stands in each column of the coach's index: words, and the number it is sorted by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scheduler.model.plan import WeekKind
from scheduler.render.roster_season import is_without_running, place_told
from scheduler.words import roster as words
from scheduler.words.amounts import duration, short_date
from scheduler.words.races import one_line

if TYPE_CHECKING:
    import datetime as dt

    from scheduler.model.roster import RosterAthlete


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    """What stands in a column, first line and second, and the number that it is sorted by.

    ``key`` is "" where there is nothing to sort by: such rows come last, either way round.
    """

    key: str = ""
    first: str = ""
    second: str = ""
    stands_out: bool = False


def is_to_mail(athlete: RosterAthlete) -> bool:
    """Whether a plan stands that its athlete has not been mailed, and could be."""
    # Without an address a draft is for the coach to address.
    could_be = athlete.has_email or athlete.mailed is not None
    return could_be and athlete.revision is not None and athlete.mailed != athlete.revision


def key_of(day: dt.date) -> str:
    """A day as a number that grows with it."""
    return f"{day:%Y%m%d}"


def to_go(athlete: RosterAthlete) -> Cell:
    """Weeks to the next goal."""
    weeks = athlete.weeks_to_race
    if weeks is None:
        return Cell()
    if weeks == 0:
        return Cell(key="0", first="0", second=words.RACE_WEEK_NOW)
    return Cell(key=str(weeks), first=str(weeks), second=words.weeks_noun(weeks))


def this_week(athlete: RosterAthlete, today: dt.date) -> Cell:
    """This week's kind and minutes; outside the plan, when it starts or that it is over."""
    week, weeks = athlete.this_week, athlete.weeks
    if week is None:
        if weeks and today < weeks[-1].starts_on:
            return Cell(second=words.starts(weeks[0].starts_on, today))
        return Cell(second=words.PLAN_OVER)
    is_taken_out = is_without_running(week) and week.kind is not WeekKind.WEEK_OFF
    kind = words.KINDS[WeekKind.OFF if is_taken_out else week.kind]
    minutes = duration(week.minutes) if week.minutes else ""
    return Cell(key=str(week.minutes), first=kind, second=minutes)


def week_off(athlete: RosterAthlete, today: dt.date) -> Cell:
    """The Monday of the next week without running, and how far away it is."""
    day = athlete.next_week_off
    if day is None:
        return Cell(second=words.NO_WEEK_OFF)
    weeks = ((day - today).days + today.weekday()) // 7
    return Cell(key=key_of(day), first=short_date(day), second=words.in_weeks(weeks))


def changed(athlete: RosterAthlete, today: dt.date) -> Cell:
    """Which version stands, since when, and what it changed; a change of today stands out."""
    on = athlete.revised_on
    day = "" if on is None else words.TODAY if on == today else words.day(on, today)
    return Cell(
        key=key_of(on) if on else "",
        first=words.revision(athlete.revision or 0),
        second=words.PARTED.join(filter(None, (day, one_line(athlete.changed)))),
        stands_out=on == today and athlete.revision != 0,
    )


def season_place(athlete: RosterAthlete) -> Cell:
    """Which week of the season it is."""
    now = athlete.this_week
    return Cell(
        key=str(now.index) if now else "",
        second=place_told(athlete.length or len(athlete.weeks), now) if athlete.weeks else "",
    )


def mail(athlete: RosterAthlete, today: dt.date) -> Cell:
    """Sorted as a coach works: first what is to mail, then who has no address, then by the day."""
    on = athlete.mailed_on
    day = words.day(on, today) if on else ""
    if is_to_mail(athlete):
        if athlete.mailed is None:
            return Cell(key="2", first=words.NOT_MAILED, stands_out=True)
        last = words.mailed(athlete.mailed_how, day, athlete.mailed)
        return Cell(key="1", first=words.CHANGED_SINCE, second=last, stands_out=True)
    if athlete.mailed is None:
        return Cell(key="3", second=words.NO_ADDRESS)
    is_latest = athlete.mailed == athlete.revision
    last = words.mailed(athlete.mailed_how, day, None if is_latest else athlete.mailed)
    return Cell(key=key_of(on) if on else "4", second=last)
