"""What happens to runners between two publications of their plan, thrown with dice.

Each event takes the profile, its record, the day and the dice, and gives the profile as it is
afterwards; None where it cannot happen on that day.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from scheduler.model.log import first_day_to_come, is_paused
from scheduler.model.plan import RUNS, Status
from scheduler.model.profile import Away, LogEntry, LogWhat, Priority
from scheduler.race_days import away_on, too_near

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from random import Random  # noqa: TID251 - a test's dice, thrown from a number

    from scheduler.model.profile import Profile
    from scheduler.model.record import Record

DAY = timedelta(days=1)


def _logged(profile: Profile, *entries: LogEntry) -> Profile:
    return replace(profile, log=(*profile.log, *entries))


def _past_runs(record: Record, profile: Profile, today: date) -> list[date]:
    said = {entry.date for entry in profile.log}
    return [
        one.date
        for one in record.sessions
        if one.kind in RUNS
        and one.status is Status.CONFIRMED
        and today - 21 * DAY <= one.date < today
        and one.date not in said
    ]


def _missed(profile: Profile, record: Record, today: date, dice: Random) -> Profile | None:
    days = _past_runs(record, profile, today)
    if not days:
        return None
    some = dice.sample(days, dice.randint(1, min(8, len(days))))
    return _logged(profile, *(LogEntry(date=day, what=LogWhat.MISSED) for day in sorted(some)))


def _did(profile: Profile, record: Record, today: date, dice: Random) -> Profile | None:
    days = _past_runs(record, profile, today)
    if not days:
        return None
    entries = [
        LogEntry(date=day, what=LogWhat.DID, minutes=dice.choice([10, 20, 35, 60, 150]))
        for day in dice.sample(days, dice.randint(1, min(4, len(days))))
    ]
    extra = today - dice.randint(1, 10) * DAY
    if extra >= profile.start and extra not in {e.date for e in (*profile.log, *entries)}:
        entries.append(LogEntry(date=extra, what=LogWhat.DID, minutes=30))
    return _logged(profile, *entries)


def _ill(profile: Profile, record: Record, today: date, dice: Random) -> Profile | None:
    first = today - dice.randint(0, 10) * DAY
    until = first + dice.randint(0, 12) * DAY
    days = [first + day * DAY for day in range((until - first).days + 1)]
    if first < profile.start or any(race.date in days for race in profile.races):
        return None
    return _logged(profile, LogEntry(date=first, what=LogWhat.ILL, until=until))


def _pause(profile: Profile, record: Record, today: date, dice: Random) -> Profile | None:
    day = today - dice.randint(0, 3) * DAY
    resumed = any(entry.date >= day for entry in profile.log if entry.what is LogWhat.RESUME)
    if resumed or day < profile.start:
        return None
    return _logged(profile, LogEntry(date=day, what=LogWhat.PAUSE))


def _back(profile: Profile, record: Record, today: date, dice: Random) -> Profile | None:
    if not is_paused(profile.log, today):
        return None
    health = replace(profile.health, pain_free_on=today)
    resumed = _logged(profile, LogEntry(date=today, what=LogWhat.RESUME))
    return replace(resumed, health=health)


def _away(profile: Profile, record: Record, today: date, dice: Random) -> Profile | None:
    first = today + dice.randint(0, 40) * DAY
    until = first + dice.choice([0, 0, 1, 4, 7, 10]) * DAY
    span = Away(from_day=first, until=until)
    if any(away_on(race.date, (span,)) for race in profile.races):
        return None
    return replace(profile, away=tuple(sorted((*profile.away, span), key=lambda one: one.from_day)))


def _race_moved(profile: Profile, record: Record, today: date, dice: Random) -> Profile | None:
    coming = [race for race in profile.races if race.date > today + 7 * DAY]
    if not coming:
        return None
    race = dice.choice(coming)
    moved = replace(race, date=race.date + dice.choice([-7, -1, 1, 7, 14, 28]) * DAY)
    others = [one for one in profile.races if one.id != race.id]
    near = any(too_near(one.date, moved.date) for one in others)
    if near or moved.date <= today or away_on(moved.date, profile.away):
        return None
    races = tuple(sorted((*others, moved), key=lambda one: one.date))
    return None if races[-1].priority is not Priority.A else replace(profile, races=races)


def _race_dropped(profile: Profile, record: Record, today: date, dice: Random) -> Profile | None:
    small = [one for one in profile.races if one.priority is not Priority.A and one.date > today]
    if not small:
        return None
    gone = dice.choice(small)
    return replace(profile, races=tuple(one for one in profile.races if one is not gone))


def _weekday_lost(profile: Profile, record: Record, today: date, dice: Random) -> Profile | None:
    free = profile.week.available
    if len(free) < 3:
        return None
    left = free - {dice.choice(sorted(free))}
    long_run = profile.week.long_run if profile.week.long_run in left else max(left)
    return replace(profile, week=replace(profile.week, available=left, long_run=long_run))


def _other_long_day(profile: Profile, record: Record, today: date, dice: Random) -> Profile | None:
    day = dice.choice(sorted(profile.week.available))
    return replace(profile, week=replace(profile.week, long_run=day))


def _stricter(profile: Profile, record: Record, today: date, dice: Random) -> Profile | None:
    stricter = dice.choice(
        [
            {"build_weeks": 2},
            {"rest_days": 3},
            {"growth_percent": 3},
            {"quality_percent": 4},
            {"deload_percent": 40},
        ]
    )
    return replace(profile, limits=replace(profile.limits, **stricter))


def _other_wishes(profile: Profile, record: Record, today: date, dice: Random) -> Profile | None:
    """Wishes of [running]; what was run before only while nothing of the plan was run."""
    running = profile.running
    weekly, runs = running.weekly_minutes, running.runs_per_week
    if first_day_to_come(profile.log, today) <= profile.start and dice.randint(0, 1):
        least, most = max(30, running.longest_run_minutes), running.longest_run_minutes * runs
        wishes = {"weekly_minutes": min(max(least, weekly + dice.randint(-20, 20)), most)}
    else:
        wishes = dice.choice(
            [
                {"most_weekly_minutes": weekly * 9 // 10, "aim_weekly_minutes": None},
                {"most_weekly_minutes": weekly + 30, "aim_weekly_minutes": None},
                {"most_weekly_minutes": None},
                {"aim_weekly_minutes": weekly + 40, "most_weekly_minutes": None},
                {"wanted_runs_per_week": runs + 1},
                {"wanted_runs_per_week": max(1, runs - 1)},
            ]
        )
    return replace(profile, running=replace(running, **wishes))


def _renamed(profile: Profile, record: Record, today: date, dice: Random) -> Profile | None:
    athlete = replace(profile.athlete, name=f"Any {dice.randint(1, 99)}")
    calendar = replace(profile.calendar, reminder_minutes=dice.choice([15, 30, 60]))
    return replace(profile, athlete=athlete, calendar=calendar)


EVENTS: dict[str, Callable[[Profile, Record, date, Random], Profile | None]] = {
    "missed": _missed,
    "did": _did,
    "ill": _ill,
    "pause": _pause,
    "back": _back,
    "away": _away,
    "race moved": _race_moved,
    "race dropped": _race_dropped,
    "weekday lost": _weekday_lost,
    "other long day": _other_long_day,
    "stricter": _stricter,
    "other wishes": _other_wishes,
    "renamed": _renamed,
}
