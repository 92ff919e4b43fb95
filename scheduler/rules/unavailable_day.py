"""unavailable-day: runs on the athlete's days, inside the plan and the day's minutes (A1, A2, S4).

A race may fall on any day but one away. Fifteen minutes as the shortest run is convention.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from scheduler.model.plan import RUNS, SessionKind, Status
from scheduler.model.plan_weeks import monday_of
from scheduler.rules.base import Breach, Examples, Rule, Strength
from scheduler.rules.sources import OWN_WORD
from scheduler.rules.told import stops_of
from scheduler.rules.view import breach_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from scheduler.model.plan import Session
    from scheduler.rules.seen import Seen
    from scheduler.rules.told import Stop

SHORTEST_RUN_MINUTES: Final = 15

NAME: Final = "unavailable-day"
DAY: Final = timedelta(days=1)
DAY_WORDS: Final = (
    "Mondays",
    "Tuesdays",
    "Wednesdays",
    "Thursdays",
    "Fridays",
    "Saturdays",
    "Sundays",
)


def check(seen: Seen) -> Iterator[Breach]:
    """Everything inside the plan, nothing while away, every run on a free day and within it."""
    mondays = frozenset(week.starts_on for week in seen.weeks)
    start, last, away = seen.profile.start, seen.last_day, bool(seen.profile.away)
    stops = stops_of(seen.profile.log)
    for session in seen.sessions:
        if not start <= session.date <= last:
            yield _beyond(seen, session.date, session.title)
        elif monday_of(session.date) not in mondays:
            words = f"{session.title} in a week that the plan does not have"
            yield breach_on(session.date, NAME, found=str(session.date), allowed="", words=words)
        yield from _stopped(stops, session)
        if away and session.kind is not SessionKind.REST:
            yield from _away(seen, session)
        if session.kind in RUNS and session.kind is not SessionKind.RACE:
            yield from _not_free(seen, session)
            yield from _length(seen, session)
    for note in seen.plan.notes:
        if note.status is not Status.CANCELLED and not (
            seen.profile.start <= note.date < note.ends_before <= seen.last_day + DAY
        ):
            yield _beyond(seen, note.date, note.title)


def _beyond(seen: Seen, day: date, title: str) -> Breach:
    first, last = seen.profile.start, seen.last_day
    words = f"{title} outside the plan, which goes from {first} to {last}"
    return breach_on(day, NAME, found=str(day), allowed=f"{first}..{last}", words=words)


def _away(seen: Seen, session: Session) -> Iterator[Breach]:
    for away in seen.profile.away:
        if away.from_day <= session.date <= away.until:
            words = f"{session.title} while away from {away.from_day} until {away.until}"
            yield breach_on(session.date, NAME, found=session.minutes, allowed=0, words=words)


def _stopped(stops: tuple[Stop, ...], session: Session) -> Iterator[Breach]:
    """No run but a race in an illness or a pause; nothing else either while a plan is paused."""
    if session.kind in {SessionKind.RACE, SessionKind.REST}:
        return
    for stop in stops:
        if stop.holds(session.date) and (session.kind in RUNS or stop.last is None):
            until = "" if stop.last is None else f" until {stop.last}"
            words = f"{session.title} while no running is planned, from {stop.first}{until}"
            yield breach_on(session.date, NAME, found=session.minutes, allowed=0, words=words)


def _not_free(seen: Seen, session: Session) -> Iterator[Breach]:
    weekday = session.date.weekday()
    if weekday not in seen.profile.week.available:
        words = f"a run on a day that is not free: {DAY_WORDS[weekday]} are not available"
        yield breach_on(session.date, NAME, found=session.minutes, allowed=0, words=words)


def _length(seen: Seen, session: Session) -> Iterator[Breach]:
    if session.minutes < SHORTEST_RUN_MINUTES:
        words = f"a run of {session.minutes} min, at least {SHORTEST_RUN_MINUTES}"
        yield breach_on(
            session.date, NAME, found=session.minutes, allowed=SHORTEST_RUN_MINUTES, words=words
        )
    most = seen.profile.week.most_minutes[session.date.weekday()]
    if most is not None and session.minutes > most:
        words = (
            f"a run of {session.minutes} min, at most {most} on {DAY_WORDS[session.date.weekday()]}"
        )
        yield breach_on(session.date, NAME, found=session.minutes, allowed=most, words=words)


RULE: Final = Rule(
    name=NAME,
    says="Runs stand only on days that are free, and fit into them.",
    why=(
        "A plan that asks for a run on a day that is not free ends in two runs the day after."
        " What does not fit is left out, not moved. A run under 15 minutes is hardly worth the"
        " shoes: the week gets one run fewer instead. That number is convention."
    ),
    source=OWN_WORD,
    strength=Strength.CONVENTION,
    covers=("A1", "A2", "S4"),
    limits=(("the shortest run", f"{SHORTEST_RUN_MINUTES} min"),),
    check=check,
    examples=Examples(
        good="Free on Tuesday, Thursday and Sunday: runs on these days, none while away.",
        bad="Free on Tuesday, Thursday and Sunday: a run on a Monday.",
    ),
)
