"""What becomes of the UIDs when a plan is published again: ``python -m tests.uid_table``.

Two shipped profiles are planned and published, and revised on the Wednesday of their sixth week
after one thing changed. Every event that was to come then, session or week note, is counted once:
kept byte for byte, moved to another day under its UID, changed otherwise, cancelled and kept in the
file, or back after it had been cancelled. New UIDs are counted too, and orphans: UIDs that were
published and are in the file no more.
"""

from __future__ import annotations

import sys
from dataclasses import astuple, dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from scheduler import read_profile
from scheduler.errors import CannotPlan
from scheduler.model.plan import Status
from scheduler.model.profile import LogEntry, LogWhat, Priority
from scheduler.resources import data_dir
from scheduler.revision import first_record, next_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from scheduler.model.plan import Note, Session
    from scheduler.model.profile import Profile
    from scheduler.model.record import Record

    Event = Session | Note

PLANNED_ON: Final = date(2026, 11, 22)
PROFILES: Final = ("marathon-three-injuries", "two-races-and-a-holiday")
WEEKS: Final = 5  # that are over when something changes
DAY: Final = timedelta(days=1)
MON, TUE, WED, SAT = 0, 1, 2, 5
COLUMNS: Final = ("kept", "moved", "other changes", "cancelled", "back", "new", "orphaned")


@dataclass(slots=True)
class Fates:
    """How many events met which fate."""

    kept: int = 0
    moved: int = 0
    changed: int = 0
    cancelled: int = 0
    back: int = 0
    new: int = 0
    orphaned: int = 0


def long_run_on_saturday(profile: Profile, today: date) -> Profile:
    """The long run on another day."""
    return replace(profile, week=replace(profile.week, long_run=SAT))


def long_run_missed(profile: Profile, today: date) -> Profile:
    """Last week's long run left out."""
    sunday = today - (today.weekday() + 1) * DAY
    return replace(profile, log=(LogEntry(date=sunday, what=LogWhat.MISSED),))


def ill_for_a_week(profile: Profile, today: date) -> Profile:
    """No run from Monday to Sunday of last week."""
    monday = today - (today.weekday() + 7) * DAY
    return replace(profile, log=(LogEntry(date=monday, what=LogWhat.ILL, until=monday + 6 * DAY),))


def no_wednesdays(profile: Profile, today: date) -> Profile:
    """A day less, and with it a run."""
    available = profile.week.available - {WED}
    return replace(profile, week=replace(profile.week, available=available))


def mondays_for_tuesdays(profile: Profile, today: date) -> Profile:
    """Another day for the same number of runs."""
    week = profile.week
    return replace(
        profile,
        week=replace(
            week,
            available=week.available - {TUE} | {MON},
            prefer_rest=week.prefer_rest - {MON},
        ),
    )


def last_race_moved(profile: Profile, weeks: int) -> Profile:
    """The goal race so many weeks later."""
    *others, goal = profile.races
    moved = replace(goal, date=goal.date + 7 * weeks * DAY)
    return replace(profile, races=(*others, moved))


def race_two_weeks_later(profile: Profile, today: date) -> Profile:
    """The last race moved away."""
    return last_race_moved(profile, 2)


def race_a_week_earlier(profile: Profile, today: date) -> Profile:
    """The last race moved nearer."""
    return last_race_moved(profile, -1)


def race_four_weeks_later(profile: Profile, today: date) -> Profile:
    """A plan four weeks longer."""
    return last_race_moved(profile, 4)


def b_race_removed(profile: Profile, today: date) -> Profile | None:
    """The small race left out; None where there is none."""
    goals = tuple(race for race in profile.races if race.priority is Priority.A)
    return None if goals == profile.races else replace(profile, races=goals)


def renamed(profile: Profile, today: date) -> Profile:
    """The same runner under another name."""
    return replace(profile, athlete=replace(profile.athlete, name="Alex"))


def reminder(profile: Profile, today: date) -> Profile:
    """A reminder where there was none."""
    return replace(profile, calendar=replace(profile.calendar, reminder_minutes=30))


def paused(profile: Profile, today: date) -> Profile:
    """No running from today on."""
    return replace(profile, log=(LogEntry(date=today, what=LogWhat.PAUSE),))


def resumed(profile: Profile, today: date) -> Profile:
    """Running again, a week after ``paused``, with a new check for pain."""
    return replace(
        profile,
        health=replace(profile.health, pain_free_on=today),
        log=(*profile.log, LogEntry(date=today, what=LogWhat.RESUME)),
    )


EVENTS: Final[dict[str, Callable[[Profile, date], Profile | None]]] = {
    "long run Sunday to Saturday": long_run_on_saturday,
    "a long run missed": long_run_missed,
    "a week ill": ill_for_a_week,
    "a run a week less (no Wednesdays)": no_wednesdays,
    "Mondays for Tuesdays": mondays_for_tuesdays,
    "race two weeks later": race_two_weeks_later,
    "race a week earlier": race_a_week_earlier,
    "race four weeks later": race_four_weeks_later,
    "B race removed": b_race_removed,
    "athlete renamed": renamed,
    "a reminder": reminder,
    "paused": paused,
}
RESUMED: Final = "resumed a week later"


def events_of(record: Record) -> dict[str, Event]:
    """The sessions and notes of a record by UID."""
    every: list[Event] = [*record.sessions, *record.notes]
    return {event.uid: event for event in every}


def fates(before: Record, after: Record, today: date) -> Fates:
    """What became of the events to come.

    Raises:
        ValueError: an event that is over changed, or a SEQUENCE went down or stood still.
    """
    old, new = events_of(before), events_of(after)
    found = Fates(new=len(set(new) - set(old)), orphaned=len(set(old) - set(new)))
    for uid in set(old) & set(new):
        was, now = old[uid], new[uid]
        if was == now:
            was_to_come = was.date >= today and was.status is Status.CONFIRMED
            found.kept += was_to_come
            continue
        if was.date < today or now.sequence != was.sequence + 1:
            raise ValueError(uid)
        if now.status is Status.CANCELLED:
            found.cancelled += 1
        elif was.status is Status.CANCELLED:
            found.back += 1
        elif now.date != was.date:
            found.moved += 1
        else:
            found.changed += 1
    return found


def measured() -> Iterator[tuple[str, str, Fates | None]]:
    """What happened, whose plan, and the fates of its events; None where the plan was refused."""
    for name in PROFILES:
        path = Path(data_dir("profiles") / f"{name}.toml")
        profile = read_profile(path, PLANNED_ON)
        record = first_record(profile, PLANNED_ON)
        today = profile.start + (7 * WEEKS + WED) * DAY
        for event, change in EVENTS.items():
            asked = change(profile, today)
            if asked is not None:
                yield event, profile.athlete.name, _revised(asked, today, record)
        stopped = paused(profile, today)
        still = next_record(stopped, today, record)
        again = resumed(stopped, today + 7 * DAY)
        yield RESUMED, profile.athlete.name, _revised(again, today + 7 * DAY, still)


def _revised(profile: Profile, today: date, record: Record) -> Fates | None:
    try:
        return fates(record, next_record(profile, today, record), today)
    except CannotPlan:
        return None


def table() -> str:
    """The table as Markdown, the plans of an event below each other."""
    order = [*EVENTS, RESUMED]
    rows = sorted(measured(), key=lambda row: order.index(row[0]))
    lines = [f"| what changed | plan | {' | '.join(COLUMNS)} |"]
    lines.append("| --- " * (2 + len(COLUMNS)) + "|")
    for event, name, found in rows:
        counts = astuple(found) if found else ("refused", *("",) * (len(COLUMNS) - 1))
        lines.append(f"| {event} | {name} | {' | '.join(map(str, counts))} |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write(table() + "\n")
