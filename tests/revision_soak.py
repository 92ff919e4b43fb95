"""Live with random plans for months: ``python -m tests.revision_soak 1000 FIRST``.

Each history is a random athlete whose plan is published, and then five times revised on later days
after something happened: runs missed or cut short, illness, a pause, days away, a moved race, other
days, stricter limits, another name. After each revision the laws of publishing again are checked
(``broken_laws``) and the plan is audited. Prints counts, refusals by what happened, and the first
histories that went wrong; exit code 1 where a law broke, a plan breached a rule or the planner
failed.
"""

from __future__ import annotations

import sys
import time
import traceback
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random  # noqa: TID251 - a test's dice, thrown from a number
from typing import TYPE_CHECKING

from scheduler.errors import CannotPlan, OwnFault
from scheduler.model.log import is_paused
from scheduler.model.plan import RUNS, Status
from scheduler.model.profile import Away, LogEntry, LogWhat, Priority
from scheduler.race_days import away_on, too_near
from scheduler.record import from_json, to_json
from scheduler.revision import first_record, next_record

sys.path.insert(0, str(Path(__file__).parent))

from random_athletes import TODAY, random_athlete

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from scheduler.model.profile import Profile
    from scheduler.model.record import Record

REVISIONS = 5
DAY = timedelta(days=1)


def history(number: int) -> Iterator[tuple[str, Record, Record, Profile, date]]:
    """Revisions of the plan of an athlete: what happened, before, after, the profile and the day.

    Raises:
        CannotPlan: the athlete has no plan to begin with.
    """
    dice = Random(number)  # noqa: S311
    profile = random_athlete(number)
    record = first_record(profile, TODAY)
    today, last = TODAY, record.weeks[-1].starts_on + 7 * DAY
    for _ in range(REVISIONS):
        today += timedelta(days=dice.randint(0, max(1, (last - TODAY).days // 4)))
        names = list(EVENTS) if not is_paused(profile.log, today) else ["back"]
        name = dice.choice(names)
        changed = EVENTS[name](profile, record, today, dice)
        if changed is None:
            continue
        try:
            after = next_record(changed, today, record)
        except OwnFault as fault:
            yield f"failed after {name}: {fault}", record, record, changed, today
            continue
        except CannotPlan as refusal:
            yield f"refused {refusal.rule} after {name}", record, record, profile, today
            continue
        yield name, record, after, changed, today
        profile, record = changed, after


def broken_laws(before: Record, after: Record, profile: Profile, today: date) -> Iterator[str]:
    """What publishing again broke of its laws."""
    old = {one.uid: one for one in (*before.sessions, *before.notes)}
    new = {one.uid: one for one in (*after.sessions, *after.notes)}
    if len(new) != len(after.sessions) + len(after.notes):
        yield "a uid stands twice"
    for uid, event in old.items():
        if uid not in new:
            yield f"{uid} is an orphan"
        elif event.date < today and new[uid] != event:
            yield f"{uid} is over and changed"
        elif (new[uid] == event) != (new[uid].sequence == event.sequence):
            yield f"{uid} changed without its sequence"
        elif new[uid].sequence not in {event.sequence, event.sequence + 1}:
            yield f"{uid} went from sequence {event.sequence} to {new[uid].sequence}"
    for uid, event in new.items():
        if event.date < today and uid not in old:
            yield f"{uid} is new and over"
    if from_json(to_json(after), "record") != after:
        yield "the record does not come back from its file"
    for later in (0, 1, 3, 8, 20):
        again = next_record(profile, today + later * DAY, after)
        if again != after:
            what = [(one.what, one.old, one.new) for one in again.changes[len(after.changes) :]]
            yield f"nothing changed, and {later} days later {what[:3]} did"
            break


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
    "renamed": _renamed,
}


def main(count: int, first: int) -> int:
    """Live through so many histories."""
    began, seen, wrong = time.monotonic(), Counter[str](), Counter[str]()
    examples: dict[str, str] = {}
    for number in range(first, first + count):
        try:
            for name, before, after, profile, today in history(number):
                if name.startswith("failed"):
                    text = name.splitlines()[-1]
                    wrong[text.split(":")[0]] += 1
                    examples.setdefault(text.split(":")[0], f"{number} on {today} {name}")
                    continue
                seen[name] += 1
                for text in broken_laws(before, after, profile, today):
                    kind = text.split(":")[0] if ":" in text else text[-40:]
                    wrong[kind[:60]] += 1
                    examples.setdefault(kind[:60], f"{number} on {today} after {name}: {text}")
        except CannotPlan:
            seen["no plan to begin with, or none while nothing changed"] += 1
        except Exception as fault:
            kind = f"{type(fault).__name__} {fault}"[:60]
            wrong[kind] += 1
            examples.setdefault(kind, f"{number}: {traceback.format_exc()}")
    for name, times in sorted(seen.items()):
        print(f"{times:6} {name}")
    for name, times in wrong.most_common():
        print(f"{times:6} {name}\n       {examples[name]}")
    print(f"{count} histories in {time.monotonic() - began:.0f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
