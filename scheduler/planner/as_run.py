"""What was really run of a published plan: its runs before today, corrected by the log.

Where the log is silent, planned counts as done. Nothing of this changes what was published; it is
what the planner's state is folded from, and what the audit judges.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from scheduler.model.log import illnesses, pauses
from scheduler.model.plan import RUNS, Session, SessionKind, Status
from scheduler.model.plan_weeks import monday_of
from scheduler.model.profile import LogWhat
from scheduler.paces import paces_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from scheduler.model.profile import Away, Fitness, LogEntry
    from scheduler.model.record import Record

AS_PLANNED_FROM_PERCENT: Final = 90  # of the week's minutes, and of its longest run
UNPLANNED_SLOT: Final = "did"
OTHER_PACE_PERCENT: Final = 3  # less is the rounding of short runs to tenths


def published_runs(record: Record, withdrawn_on: date | None = None) -> tuple[Session, ...]:
    """The runs and races that stand in a record, by date.

    Those that were cancelled on that day only count too: a change taken back at once leaves no hole
    in the running week.
    """
    return tuple(
        session
        for session in record.sessions
        if session.kind in RUNS
        and (
            session.status is Status.CONFIRMED
            or (withdrawn_on is not None and session.revised_on >= withdrawn_on <= session.date)
        )
    )


def at_paces(published: tuple[Session, ...], fitness: Fitness) -> tuple[Session, ...]:
    """The runs with their bone load at today's paces, week by week where these are others now.

    Load is told in kilometres at the easy pace, and a new one would make old weeks look lighter or
    fuller than they were.
    """
    now = paces_for(fitness, None).speed["easy"] * 60 / 1000
    weeks: dict[date, list[Session]] = defaultdict(list)
    for run in published:
        weeks[monday_of(run.date)].append(run)
    found: list[Session] = []
    for runs in weeks.values():
        then = _easy_load(runs, 1)
        same = not then or abs(now / then - 1) * 100 < OTHER_PACE_PERCENT
        found += runs if same else [_scaled(run, now / then) for run in runs]
    return tuple(found)


def _scaled(run: Session, by: float) -> Session:
    return replace(
        run,
        bone_load=round(run.bone_load * by, 1),
        bone_load_low=round(run.bone_load_low * by, 1),
        bone_load_high=round(run.bone_load_high * by, 1),
    )


def runs_as_run(
    published: Sequence[Session], log: tuple[LogEntry, ...], away: Iterable[Away], today: date
) -> tuple[Session, ...]:
    """The runs before ``today`` as they were run, by date; ``published`` are all that stand.

    A week that lost a little, by runs missed or cut short on their planned days alone, is taken as
    planned.
    """
    past = {run.date: run for run in published if run.date < today}
    missed = {entry.date for entry in log if entry.what is LogWhat.MISSED}
    stopped = set(_days_stopped(log, away, today))
    minutes = {
        day: run.minutes for day, run in past.items() if day not in missed and day not in stopped
    }
    did = {e.date: e.minutes or 0 for e in log if e.what is LogWhat.DID and e.date < today}
    minutes |= did
    for monday in {monday_of(day) for day in did}:
        minutes |= _within_published(minutes, published, monday, today)
    ran = {
        day: _at(past.get(day), minutes[day], day, published)
        for day in sorted(minutes)
        if minutes[day]
    }
    for monday in _near_enough(published, past, ran, stopped):
        ran |= {day: run for day, run in past.items() if monday_of(day) == monday}
    return tuple(ran[day] for day in sorted(ran))


def _days_stopped(log: tuple[LogEntry, ...], away: Iterable[Away], today: date) -> Iterator[date]:
    """Days before today that were not run on: ill, paused, or away as was told later."""
    eve = today - timedelta(days=1)
    spans = [(span.from_day, span.until) for span in away]
    spans += list(illnesses(log))
    spans += [(first, last or eve) for first, last in pauses(log)]
    for first, last in spans:
        for ordinal in range(first.toordinal(), min(last, eve).toordinal() + 1):
            yield date.fromordinal(ordinal)


def _within_published(
    minutes: Mapping[date, int], published: Sequence[Session], monday: date, today: date
) -> dict[date, int]:
    """The days of a week with what was run beyond the plan cut off, the last day first.

    A long run moved to another day counts whole. More than the week was to hold, or a run longer
    than its longest, gives nothing to grow from; but a day that was run on stays one.
    """
    planned = {run.date: run.minutes for run in published if monday_of(run.date) == monday}
    if not planned:
        return {}
    week = {day: one for day, one in minutes.items() if monday_of(day) == monday}
    to_come = sum(one for day, one in planned.items() if day >= today)
    beyond = sum(week.values()) + to_come - sum(planned.values())
    for day in sorted(week, reverse=True):
        more = max(0, week[day] - planned.get(day, 1))
        cut = max(0, min(more, max(beyond, week[day] - max(planned.values()))))
        week[day] -= cut
        beyond -= cut
    return week


def _at(planned: Session | None, minutes: int, day: date, published: Sequence[Session]) -> Session:
    """A day's run at so many minutes: quality and load in proportion, what is more was easy."""
    if planned is None:
        return Session(
            uid="",
            date=day,
            slot=UNPLANNED_SLOT,
            kind=SessionKind.EASY,
            title="",
            minutes=minutes,
            bone_load=round(_easy_load(published, minutes), 1),
            revised_on=day,
        )
    if minutes == planned.minutes:
        return planned
    more = max(0, minutes - planned.minutes)
    part = min(minutes, planned.minutes) / max(1, planned.minutes)
    return replace(
        planned,
        minutes=minutes,
        quality_minutes=int(planned.quality_minutes * part),
        bone_load=round(planned.bone_load * part + _easy_load(published, more), 1),
    )


def _easy_load(published: Sequence[Session], minutes: int) -> float:
    """What so many easy minutes weigh, by the plan's own easy and long runs."""
    easy = [run for run in published if run.kind in {SessionKind.EASY, SessionKind.LONG}]
    run_for = sum(run.minutes for run in easy)
    return minutes * sum(run.bone_load for run in easy) / run_for if run_for else 0.0


def _near_enough(
    published: Sequence[Session],
    past: dict[date, Session],
    ran: dict[date, Session],
    stopped: set[date],
) -> Iterator[date]:
    """Mondays of weeks near enough to what was planned, with what is still to come in them."""
    touched: dict[date, bool] = defaultdict(lambda: True)
    for day in {*past, *ran}:
        if past.get(day) != ran.get(day):
            touched[monday_of(day)] &= day in past and day not in stopped
    for monday, plainly in touched.items():
        planned = [run for run in published if monday_of(run.date) == monday]
        done = [run.minutes for day, run in ran.items() if monday_of(day) == monday]
        done += [run.minutes for run in planned if run.date not in past]
        if plainly and planned and _nearly(done, [run.minutes for run in planned]):
            yield monday


def _nearly(done: list[int], planned: list[int]) -> bool:
    """Whether as much was run as planned, or a little less; more is told as it was."""
    for found, asked in ((sum(done), sum(planned)), (max(done, default=0), max(planned))):
        if not AS_PLANNED_FROM_PERCENT * asked <= found * 100 <= 100 * asked:
            return False
    return True
