"""The frame: the plan's weeks, what the calendar asks of each, and which days may carry a run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from scheduler.model.distances import distance_class
from scheduler.model.plan import PlannedRace
from scheduler.model.profile import Priority
from scheduler.paces import race_minutes
from scheduler.planner.season_frame import Frame, SeasonFrame, SeasonWeek
from scheduler.planner.spans import spans_before
from scheduler.rules.running_in_week_off import (
    RUN_FREE_DAYS_AFTER_SHORT_RACE,
    RUN_FREE_SPAN_DAYS,
    RUN_FREE_WEEK_FROM_M,
)
from scheduler.rules.taper_missing import EARLY_RACE_WEEKDAYS, TAPER_SHARE_PERCENT
from scheduler.rules.unavailable_day import SHORTEST_RUN_MINUTES
from scheduler.rules.week_off_too_late import WEEKS_BEYOND_TAPER, WISHED_WEEKS_TO_RACE

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.profile import Profile, Race

DAYS: Final = 7
RUN_FREE_FRAMES: Final = frozenset({Frame.AFTER_LONG_RACE, Frame.AWAY})


@dataclass(frozen=True, kw_only=True, slots=True)
class FrameWeek:
    """One week of the frame. ``index`` counts from 0; weekdays are 0 to 6.

    ``goal`` is the place of the A race that the week works for, ``race`` the race of any priority
    that stands in it. ``weeks_to_race`` counts to that goal, None in a block without one;
    ``weeks_to_taper`` to its taper, or to the end of a block. ``taper_percent`` is the share of the
    reference week in taper and race weeks. ``eve`` marks the full week right before a goal race
    early in the next: it is planned like a race week. ``span_before`` are the days of a run-free
    span that ends in the week, 0 for less than seven.
    """

    index: int
    starts_on: date
    frame: Frame
    first_day: int
    open_days: frozenset[int]
    taper_percent: int | None = None
    race: PlannedRace | None = None
    goal: int = 0
    weeks_to_race: int | None = None
    weeks_to_taper: int = 0
    eve: bool = False
    span_before: int = 0

    @property
    def race_day(self) -> int | None:
        """The weekday of this week's race."""
        return None if self.race is None else self.race.date.weekday()

    @property
    def is_goal(self) -> bool:
        """Whether this week's race is an A race."""
        return self.race is not None and self.race.priority is Priority.A

    @property
    def tune_up(self) -> PlannedRace | None:
        """The B or C race of the week."""
        return None if self.is_goal else self.race

    def ordinal(self, weekday: int) -> int:
        """The date ordinal of one of its weekdays."""
        return self.starts_on.toordinal() + weekday


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanFrame:
    """All weeks, with the races by date; a block has none, and its last week is its end."""

    weeks: tuple[FrameWeek, ...]
    races: tuple[PlannedRace, ...]

    @property
    def goals(self) -> tuple[PlannedRace, ...]:
        """The A races, by date."""
        return goals_of(self.races)

    def season(self) -> SeasonFrame:
        """What the season search needs of it."""
        tune_ups = [
            week.index for week in self.weeks if week.race and week.race.priority is Priority.B
        ]
        return SeasonFrame(weeks=tuple(self._season_week(week, tune_ups) for week in self.weeks))

    def _season_week(self, week: FrameWeek, tune_ups: list[int]) -> SeasonWeek:
        ahead = [place - week.index for place in tune_ups if place > week.index]
        goal = None if week.weeks_to_race is None else self.goals[week.goal]
        return SeasonWeek(
            frame=week.frame,
            weeks_to_race=week.weeks_to_race,
            least_weeks_to_race=len(taper_shares(goal)) + WEEKS_BEYOND_TAPER if goal else 0,
            wished_weeks=WISHED_WEEKS_TO_RACE[distance_class(goal.distance_m)] if goal else 0,
            weeks_to_tune_up=min(ahead, default=None),
            span_before=week.span_before,
        )


def frame_of(profile: Profile, free: frozenset[int] = frozenset()) -> PlanFrame:
    """Lay out the weeks of a plan.

    ``free`` are ordinals of days that turned out to stay without a run beside days away: they are
    away too.
    """
    races = tuple(planned_race(race, profile) for race in profile.races)
    monday = profile.start - timedelta(days=profile.start.weekday())
    if profile.block is not None:
        count = profile.block.weeks
    else:
        count = (races[-1].date - monday).days // DAYS + 2
    weeks = [_Laid(profile, races, index, count, free).week() for index in range(count)]
    return PlanFrame(weeks=spans_before(profile, weeks), races=races)


def planned_race(race: Race, profile: Profile) -> PlannedRace:
    """A race as entered, with the minutes that it is reckoned at."""
    return PlannedRace(
        id=race.id,
        name=race.name,
        date=race.date,
        distance_m=race.distance_m,
        priority=race.priority,
        minutes=race_minutes(race, profile.fitness),
    )


def goals_of(races: tuple[PlannedRace, ...]) -> tuple[PlannedRace, ...]:
    """The A races among them."""
    return tuple(race for race in races if race.priority is Priority.A)


def taper_shares(race: PlannedRace) -> tuple[int, ...]:
    """Percent of the reference week for each tapered week, race week last.

    A race on Monday to Wednesday has next to no race week: the table's last share then belongs to
    the week before, and race week gets the same share for the few days it has.
    """
    shares = TAPER_SHARE_PERCENT[distance_class(race.distance_m)]
    return (*shares, shares[-1]) if race.date.weekday() in EARLY_RACE_WEEKDAYS else shares


def runnable_days(profile: Profile) -> frozenset[int]:
    """The weekdays that are free for a run of the shortest length at least."""
    return frozenset(
        day
        for day in profile.week.available
        if (most := profile.week.most_minutes[day]) is None or most >= SHORTEST_RUN_MINUTES
    )


def is_long(race: PlannedRace) -> bool:
    """Whether a whole week without running follows the race."""
    return race.distance_m >= RUN_FREE_WEEK_FROM_M


class _Laid:
    """One week while it is laid out: the goal ahead of it, the one behind, the race in it."""

    def __init__(
        self,
        profile: Profile,
        races: tuple[PlannedRace, ...],
        index: int,
        count: int,
        free: frozenset[int],
    ) -> None:
        self.profile, self.races, self.index, self.count = profile, races, index, count
        self.free = free
        self.goals = goals_of(races)
        self.monday = profile.start + timedelta(weeks=index, days=-profile.start.weekday())
        self.first_day = max(0, (profile.start - self.monday).days)
        self.race = next((race for race in races if self.weeks_to(race) == 0), None)
        ahead = [place for place, race in enumerate(self.goals) if self.weeks_to(race) >= 0]
        self.goal = ahead[0] if ahead else len(self.goals) - 1
        self.behind = self.goals[self.goal - (1 if ahead else 0)] if self._has_behind() else None

    def _has_behind(self) -> bool:
        return any(self.weeks_to(race) < 0 for race in self.goals)

    def weeks_to(self, race: PlannedRace) -> int:
        """Weeks from this one to a race's."""
        return (race.date - self.monday).days // DAYS

    def week(self) -> FrameWeek:
        """The week as laid out."""
        goal = self.goals[self.goal] if self.goals else None
        to_race = None if goal is None or self.weeks_to(goal) < 0 else self.weeks_to(goal)
        shares = taper_shares(goal) if goal else ()
        open_days = self._open_days()
        frame = self._frame(to_race, len(shares), open_days)
        tapered = frame in {Frame.TAPER, Frame.RACE} and to_race is not None
        early = goal is not None and goal.date.weekday() in EARLY_RACE_WEEKDAYS
        return FrameWeek(
            index=self.index,
            starts_on=self.monday,
            frame=frame,
            first_day=self.first_day,
            open_days=frozenset() if frame in RUN_FREE_FRAMES else open_days,
            taper_percent=shares[-1 - to_race] if tapered and to_race is not None else None,
            race=self.race,
            goal=max(self.goal, 0),
            weeks_to_race=to_race,
            weeks_to_taper=self._weeks_to_taper(to_race, len(shares)),
            eve=tapered and to_race == 1 and early,
        )

    def _weeks_to_taper(self, to_race: int | None, tapered: int) -> int:
        if to_race is None:
            return self.count - self.index if not self.goals else 0
        return max(0, to_race + 1 - tapered)

    def _frame(self, to_race: int | None, tapered: int, open_days: frozenset[int]) -> Frame:
        """What the calendar asks of the week; the first that fits."""
        if to_race == 0:
            return Frame.RACE
        if self.behind is not None and self.weeks_to(self.behind) == -1:
            short = Frame.AFTER_SHORT_RACE if open_days else Frame.AWAY
            return Frame.AFTER_LONG_RACE if is_long(self.behind) else short
        empty = not open_days and self.race is None
        if to_race is not None and to_race < tapered:
            return Frame.AWAY if empty and not self.first_day else Frame.TAPER
        if self.race is not None:
            return Frame.TUNE_UP
        if self.first_day:
            return Frame.EMPTY_STUB if empty else Frame.STUB
        return Frame.AWAY if empty else self._between_races()

    def _between_races(self) -> Frame:
        """A week that the season may lay out, but for the one after a B race."""
        before = next((race for race in self.races if self.weeks_to(race) == -1), None)
        return (
            Frame.FREE if before is None or before.priority is Priority.C else Frame.AFTER_TUNE_UP
        )

    def _open_days(self) -> frozenset[int]:
        return frozenset(
            day
            for day in runnable_days(self.profile)
            if day >= self.first_day and self._is_open(self.monday + timedelta(days=day))
        )

    def _is_open(self, day: date) -> bool:
        """No run while away, on a race day, or on the day before a goal race and the days after."""
        away = any(span.from_day <= day <= span.until for span in self.profile.away)
        if away or day.toordinal() in self.free:
            return False
        return not any(_taken(day, race) for race in self.races)


def _taken(day: date, race: PlannedRace) -> bool:
    days = (day - race.date).days
    if race.priority is not Priority.A:
        return days == 0
    to_sunday = 6 - race.date.weekday()
    free = max(to_sunday, RUN_FREE_SPAN_DAYS if is_long(race) else RUN_FREE_DAYS_AFTER_SHORT_RACE)
    return -1 <= days <= free
