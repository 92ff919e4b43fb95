"""What lies behind a published plan: its weeks as published and its runs as run.

A week has begun when its Monday lies before today, and is over when today is past its Sunday. The
weeks that are over are folded into the planner's state; the running week keeps its past days.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Final

from scheduler.model.log import illnesses, pauses
from scheduler.model.plan import (
    LOADING,
    RUN_FREE,
    Session,
    Token,
    Week,
    WeekKind,
)
from scheduler.model.plan_weeks import WEEK, monday_of, with_sums
from scheduler.model.profile import Away, LogEntry, LogWhat, Priority, Race
from scheduler.planner.as_run import at_paces, published_runs, runs_as_run
from scheduler.planner.first_state import last_run_before_plan
from scheduler.planner.state import Back, goes_back, is_stub
from scheduler.rules.missing_deload_week import LOADS_FROM_PERCENT
from scheduler.rules.running_in_week_off import RUN_FREE_SPAN_DAYS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scheduler.model.plan import PlannedRace
    from scheduler.model.profile import Profile
    from scheduler.model.record import Record

DAY: Final = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Past:
    """The past of a plan that goes on today.

    ``rows`` are the weeks of the record. ``published`` are its runs and races that stand, ``ran``
    those before today as run. ``goals`` are the slots of A races, ``backs`` the days from which
    running starts gently again, ``last_before`` the ordinal of the day before the start where it
    counts as a run.
    """

    today: date
    rows: tuple[Week, ...]
    published: tuple[Session, ...]
    ran: tuple[Session, ...]
    goals: frozenset[str]
    backs: tuple[Back, ...] = ()
    last_before: int | None = None

    @cached_property
    def over(self) -> int:
        """How many weeks are over."""
        return sum(row.starts_on + WEEK <= self.today for row in self.rows)

    @cached_property
    def running(self) -> Week | None:
        """The week that has begun and is not over; None on a Monday and after the end."""
        rest = self.rows[self.over : self.over + 1]
        return next((row for row in rest if row.starts_on < self.today), None)

    @cached_property
    def _first_weeks_back(self) -> dict[date, bool]:
        """Mondays of weeks with the first run after days without; whether the log tells of them."""
        found: dict[date, bool] = {}
        last = self.last_before
        for run in self.ran:
            day = run.date.toordinal()
            told = bool(goes_back(last, day, self.backs))
            if told or (last is not None and day - last > RUN_FREE_SPAN_DAYS):
                found[monday_of(run.date)] = told
            last = day
        return found

    def row_of(self, monday: date) -> Week | None:
        """The week of the record that begins on a Monday."""
        return self._row_of.get(monday)

    @cached_property
    def _row_of(self) -> dict[date, Week]:
        return {row.starts_on: row for row in self.rows}

    @cached_property
    def _ran_in(self) -> dict[date, list[Session]]:
        return _by_week(self.ran)

    @cached_property
    def _published_in(self) -> dict[date, list[Session]]:
        return _by_week(self.published)

    def ran_in(self, monday: date) -> Sequence[Session]:
        """The runs of a week as run."""
        return self._ran_in.get(monday, ())

    def published_in(self, monday: date) -> Sequence[Session]:
        """The runs of a week as published."""
        return self._published_in.get(monday, ())

    def to_come_in(self, monday: date) -> list[Session]:
        """The published runs of a week from today on."""
        return [run for run in self.published_in(monday) if run.date >= self.today]

    def counted(self, row: Week) -> Week:
        """A week as the planner counts it: far less than published, or none, makes it lighter."""
        row = self._as_first_week_back(row)
        ran = [*self.ran_in(row.starts_on), *self.to_come_in(row.starts_on)]
        if ran and ran == list(self.published_in(row.starts_on)):
            return replace(row, bone_load=with_sums(row, ran, self.goals).bone_load)
        return self.counted_as(row, ran)

    def _as_first_week_back(self, row: Week) -> Week:
        """A week with the first run after days without is one back, whatever it was to be."""
        told = self._first_weeks_back.get(row.starts_on)
        renamed = {WeekKind.BUILD, WeekKind.DELOAD} | (RUN_FREE if told else frozenset())
        if told is None or is_stub(row) or row.kind not in renamed:
            return row
        return replace(row, kind=WeekKind.RETURN, token=Token.RETURN)

    def counted_as(self, row: Week, runs: Sequence[Session]) -> Week:
        """A published week with these runs in it, as the planner counts it."""
        week = with_sums(row, runs, self.goals)
        lost = not runs or week.minutes * 100 < LOADS_FROM_PERCENT * row.minutes
        if row.kind in LOADING and not is_stub(row) and lost:
            return replace(week, kind=WeekKind.DELOAD, token=None)
        return week

    @cached_property
    def is_lost(self) -> bool:
        """Whether so much of the running week was missed that it counts as a lighter one."""
        row = self.running
        return row is not None and row.kind in LOADING and self.counted(row).kind not in LOADING


def past_of(record: Record, profile: Profile, today: date) -> Past | None:
    """The past of a published plan; None while it has none, nor days ill that reach into it."""
    stopped = [last for _, last in (*illnesses(profile.log), *pauses(profile.log)) if last]
    if today <= record.start and max(stopped, default=date.min) < record.start:
        return None
    published = at_paces(published_runs(record, withdrawn_on=today), profile.fitness)
    return Past(
        today=today,
        rows=record.weeks,
        published=published,
        ran=runs_as_run(published, profile.log, profile.away, today),
        goals=frozenset(f"race.{race.id}" for race in record.races if race.priority is Priority.A),
        backs=_backs(profile.log),
        last_before=last_run_before_plan(profile),
    )


def has_news(profile: Profile, today: date, record: Record) -> bool:
    """Whether something is told of days that were still to come when the record was planned."""
    day_itself = {LogWhat.MISSED, LogWhat.DID}
    for entry in profile.log:
        if entry.date > record.seam:
            return True
        if entry.date == record.seam < today and entry.what in day_itself:
            return True
    published = published_runs(record)
    since = [run for run in published if record.seam <= run.date < today]
    ran = runs_as_run(published, profile.log, profile.away, today)
    return since != [run for run in ran if run.date >= record.seam]


def as_begun(profile: Profile, record: Record, past: Past) -> Profile:
    """The profile with the races that were run as published, and days to stay free as away.

    A race of the past that was missed is left out: nothing is to be got over.
    """
    ran = {run.slot for run in past.ran}
    over = [
        _as_entered(race, profile)
        for race in record.races
        if race.date < past.today and f"race.{race.id}" in ran
    ]
    coming = [race for race in profile.races if race.date >= past.today]
    if profile.block is None and not any(race.priority is Priority.A for race in over + coming):
        # The goal was missed, and nothing is to come: what is left of the plan is as it was.
        known = {race.id for race in over}
        over += [
            _as_entered(race, profile)
            for race in record.races
            if race.priority is Priority.A and race.id not in known
        ]
    stopped = [*illnesses(profile.log), *pauses(profile.log)]
    closed = [
        Away(from_day=max(first, past.today), until=last)
        for first, last in stopped
        if last is not None and last >= past.today
    ]
    return replace(
        profile,
        races=tuple(sorted((*over, *coming), key=lambda race: race.date)),
        away=(*profile.away, *closed),
    )


def _as_entered(race: PlannedRace, profile: Profile) -> Race:
    """A race that is over as a race to lay weeks out round."""
    entered = next((one for one in profile.races if one.id == race.id), None)
    if entered is not None:
        return replace(entered, date=race.date, priority=race.priority)
    return Race(
        id=race.id,
        name=race.name,
        date=race.date,
        distance_m=race.distance_m,
        priority=race.priority,
    )


def with_pauses(profile: Profile, record: Record, today: date) -> Profile:
    """The profile with a log that holds the record's pauses too: those that a gate began.

    One that lasted until now ends today.
    """
    known = [(first, last or today) for first, last in pauses(profile.log)]
    entries = list(profile.log)
    for pause in record.paused:
        until = pause.until or today - DAY
        if not any(first <= until and pause.from_day <= last for first, last in known):
            entries.append(LogEntry(date=pause.from_day, what=LogWhat.PAUSE))
            entries.append(LogEntry(date=until + DAY, what=LogWhat.RESUME))
    return replace(profile, log=tuple(entries))


def _backs(log: Sequence[LogEntry]) -> tuple[Back, ...]:
    """The days after illnesses and pauses, by date."""
    backs = [Back(ordinal=(last + DAY).toordinal(), paused=False) for _, last in illnesses(log)]
    ended = [last for _, last in pauses(log) if last is not None]
    backs += [Back(ordinal=(last + DAY).toordinal(), paused=True) for last in ended]
    return tuple(sorted(backs, key=lambda back: back.ordinal))


def _by_week(runs: Sequence[Session]) -> dict[date, list[Session]]:
    found: dict[date, list[Session]] = defaultdict(list)
    for run in runs:
        found[monday_of(run.date)].append(run)
    return found
