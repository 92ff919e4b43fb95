"""Cross-training in weeks off: up to three easy sessions of what the athlete named, as an offer.

As long as an easy run of theirs, from 30 to 45 minutes, all-day and never asked for. Cycling and
swimming ask next to nothing of bone, so their bone load is 0 (judgement).
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations, cycle, pairwise
from typing import TYPE_CHECKING, Final

from scheduler.event_ids import uid_of
from scheduler.model.plan import Session, SessionKind, WeekKind
from scheduler.words.language import language
from scheduler.words.strength import CROSS_TEXT, cross_title

if TYPE_CHECKING:
    from scheduler.model.plan import Week
    from scheduler.model.profile import Profile, Running

A_WEEK: Final = 3
SHORTEST, LONGEST = 30, 45
STEP: Final = 5


def cross_training_sessions(
    profile: Profile, weeks: tuple[Week, ...], today: date
) -> tuple[Session, ...]:
    """The cross-training of all planned weeks off, by date; none where nothing is named.

    Never more a week than the athlete runs, on days on which they could run, not away, side by side
    only where it cannot be helped. What they named takes turns, from one week off to the next.
    """
    names = cycle(profile.week.cross_training)
    return tuple(
        _session(profile, today, week, place, name)
        for week in weeks
        if week.kind is WeekKind.WEEK_OFF and profile.week.cross_training
        for place, name in zip(enumerate(_days(profile, week), start=1), names, strict=False)
    )


def _days(profile: Profile, week: Week) -> tuple[date, ...]:
    """Days of a week off: as many as wanted, the fewest side by side, then none with strength."""
    away = [(one.from_day, one.until) for one in profile.away]
    fitting = []
    for number in sorted(profile.week.available):
        day = week.starts_on + timedelta(days=number)
        most = profile.week.most_minutes[number]
        here = day >= profile.start and not any(first <= day <= last for first, last in away)
        if here and (most is None or most >= SHORTEST):
            fitting.append(number)
    many = min(A_WEEK, profile.running.runs_per_week, len(fitting))
    strength = set(profile.week.strength)

    def price(days: tuple[int, ...]) -> tuple[int, int, int, tuple[int, ...]]:
        gaps = [later - earlier for earlier, later in pairwise(days)]
        side_by_side = sum(gap == 1 for gap in gaps)
        return side_by_side, len(strength & set(days)), -min(gaps, default=0), days

    best = min(combinations(fitting, many), key=price)
    return tuple(week.starts_on + timedelta(days=number) for number in best)


def _usual_minutes(running: Running) -> int:
    """About an easy run's minutes: what the long run leaves, shared by the others."""
    others = max(1, running.runs_per_week - 1)
    easy = (running.weekly_minutes - running.longest_run_minutes) // others
    return max(SHORTEST, min(LONGEST, easy // STEP * STEP))


def _session(
    profile: Profile, today: date, week: Week, place: tuple[int, date], name: str
) -> Session:
    number, day = place
    most = profile.week.most_minutes[day.weekday()] or LONGEST
    minutes = min(_usual_minutes(profile.running), most)
    slot, say = f"cross{number}", language(profile.athlete.language)
    return Session(
        uid=uid_of(profile.plan_id, slot, week.starts_on),
        date=day,
        slot=slot,
        kind=SessionKind.CROSS_TRAINING,
        title=cross_title(name, minutes, say),
        minutes=minutes,
        why=say.all(CROSS_TEXT),
        revised_on=today,
    )
