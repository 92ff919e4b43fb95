"""An athlete's row of the roster, from the record alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from scheduler.model.plan import RUN_FREE
from scheduler.model.profile import Priority
from scheduler.model.roster import News, RosterRace, RosterWeek, Standing
from scheduler.words import roster_news as words
from scheduler.words.changes import counted
from scheduler.words.races import one_line

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.plan import Message, Week
    from scheduler.model.record import Record
    from scheduler.model.roster import RosterAthlete

# Messages that ask a coach for a decision; the others tell how a plan came to be what it is.
FOR_THE_COACH: Final = frozenset(
    {"RACE-SPIKE", "BREAK-LATE", "RACES-CLOSE", "RACE-ON-RETURN", "HOLIDAY-IN-TAPER"}
)
# Where the plan stands as the profile asks for it.
STANDS: Final = frozenset({Standing.NEW, Standing.REVISED, Standing.UNCHANGED, Standing.PAUSED})


def with_record(row: RosterAthlete, record: Record, today: date) -> RosterAthlete:
    """The row with what the record tells of the plan as of ``today``; its own news come first."""
    weeks = tuple(_week(week) for week in record.weeks)
    this_week = next((week for week in weeks if 0 <= (today - week.starts_on).days < 7), None)
    races = _races(record, today)
    goals = [race for race in races if race.priority is Priority.A] or races
    return replace(
        row,
        name=one_line(record.athlete.name),
        has_email=record.athlete.email is not None,
        races=tuple(races),
        weeks_to_race=_weeks_between(today, goals[0].date) if goals else None,
        this_week=this_week if today >= record.start else None,
        next_week_off=next(
            (week.starts_on for week in weeks if week.kind in RUN_FREE and week.starts_on > today),
            None,
        ),
        revision=record.revision,
        revised_on=record.today,
        changed=_changed(record),
        news=(*row.news, *_news(row, record, today, races)),
        length=record.weeks_to_count,
        weeks=weeks,
    )


def _week(week: Week) -> RosterWeek:
    return RosterWeek(
        index=week.index,
        starts_on=_shared(week.starts_on),
        kind=week.kind,
        minutes=week.minutes,
        longest_minutes=week.longest_minutes,
    )


@lru_cache(maxsize=1_000)
def _shared(day: date) -> date:
    """One value for a Monday that a thousand athletes have."""
    return day


def _races(record: Record, today: date) -> list[RosterRace]:
    known = sorted(record.races, key=lambda race: race.date)
    return [
        RosterRace(name=one_line(race.name), date=race.date, priority=race.priority)
        for race in known
        if race.date >= today
    ]


def _weeks_between(today: date, day: date) -> int:
    """Weeks from that of one day to that of a later one."""
    monday = today - timedelta(days=today.weekday())
    return (day - monday).days // 7


def _changed(record: Record) -> str:
    if record.revision == 0:
        return ""
    return counted([one for one in record.changes if one.revision == record.revision])


def _news(
    row: RosterAthlete, record: Record, today: date, races: list[RosterRace]
) -> tuple[News, ...]:
    """That it is paused, and its notes, unless they are those of a plan to be made anew."""
    since = [record.paused[-1].from_day] if record.is_paused else []
    days = {race.date for race in races}
    ahead = {race.id for race in record.races if race.date in days}
    off = any(week.kind in RUN_FREE and week.starts_on > today for week in record.weeks)
    return (
        *(News(code=Standing.PAUSED.code, text=words.paused(day)) for day in since),
        *(
            News(code=message.code, text=message.text)
            for message in record.messages
            if row.standing in STANDS and _is_ahead(message, ahead, week_off=off)
        ),
    )


def _is_ahead(message: Message, races: set[str], *, week_off: bool) -> bool:
    """Whether a message is for the coach, and its race or its week off still to come."""
    if message.code not in FOR_THE_COACH:
        return False
    race = message.data.get("race")
    return week_off if message.code == "BREAK-LATE" else race is None or race in races
