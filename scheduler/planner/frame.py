"""The frame: the plan's weeks, what the calendar asks of each, and which days may carry a run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from scheduler.model.distances import distance_class
from scheduler.model.plan import RUN_FREE, SessionKind
from scheduler.model.plan_weeks import monday_of
from scheduler.model.profile import Priority
from scheduler.planner.day_need import runnable_days
from scheduler.planner.race_frame import (
    days_taken,
    goals_of,
    is_early,
    is_long,
    planned_race,
    taper_shares,
)
from scheduler.planner.season_frame import Frame, SeasonFrame, SeasonWeek
from scheduler.planner.spans import spans_before
from scheduler.rules.week_off_too_late import WEEKS_BEYOND_TAPER, WISHED_WEEKS_TO_RACE

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.plan import PlannedRace, WeekKind
    from scheduler.model.profile import Away, Profile
    from scheduler.planner.past import Past

DAYS: Final = 7
TAPERED: Final = frozenset({Frame.TAPER, Frame.RACE})
RUN_FREE_FRAMES: Final = frozenset({Frame.AFTER_LONG_RACE, Frame.AWAY})


@dataclass(frozen=True, kw_only=True, slots=True)
class FrameWeek:
    """One week of the frame. ``index`` counts from 0; weekdays are 0 to 6.

    ``goal`` is the place of the A race that the week works for, ``race`` the race of any priority
    that stands in it. ``weeks_to_race`` counts to that goal, None in a block without one;
    ``weeks_to_taper`` to its taper, or to the end of a block. ``taper_percent`` is the share of the
    reference week in taper and race weeks. ``eve`` marks the full week right before a goal race
    early in the next: it is planned like a race week. ``span_before`` are the days of a run-free
    span that ends in the week, 0 for less than seven; ``back`` tells that an illness or a pause
    ends before its first run.

    In the running week ``from_day`` is today's weekday and ``ran`` are the weekdays before it with
    a run; else they are 0 and none. ``published`` is what the week was published as, ``is_lost``
    tells that it counts as a lighter one now, so much of it was missed.
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
    back: bool = False
    from_day: int = 0
    ran: frozenset[int] = frozenset()
    published: WeekKind | None = None
    is_lost: bool = False

    @property
    def race_day(self) -> int | None:
        """The weekday of this week's race."""
        return None if self.race is None else self.race.date.weekday()

    @property
    def is_raced(self) -> bool:
        """Whether this week's race was run before today."""
        return self.race_day is not None and self.race_day < self.from_day

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
    """All weeks, with the races by date; a block has none, and its last week is its end.

    The first ``over`` weeks of a running plan are over.
    """

    weeks: tuple[FrameWeek, ...]
    races: tuple[PlannedRace, ...]
    over: int = 0

    @property
    def to_come(self) -> tuple[FrameWeek, ...]:
        """The weeks that are not over."""
        return self.weeks[self.over :]

    @property
    def goals(self) -> tuple[PlannedRace, ...]:
        """The A races, by date."""
        return goals_of(self.races)

    def season(self) -> SeasonFrame:
        """What the season search needs of it: the weeks that are not over."""
        tune_ups = [
            week.index for week in self.weeks if week.race and week.race.priority is Priority.B
        ]
        asked = [
            (
                len(taper_shares(goal)) + WEEKS_BEYOND_TAPER,
                WISHED_WEEKS_TO_RACE[distance_class(goal.distance_m)],
            )
            for goal in self.goals
        ]
        return SeasonFrame(
            weeks=tuple(_season_week(week, tune_ups, asked) for week in self.to_come),
        )


def _season_week(week: FrameWeek, tune_ups: list[int], asked: list[tuple[int, int]]) -> SeasonWeek:
    """A week as the season search sees it; ``asked`` are the weeks before each goal."""
    least, wished = (0, 0) if week.weeks_to_race is None else asked[week.goal]
    return SeasonWeek(
        frame=week.frame,
        weeks_to_race=week.weeks_to_race,
        least_weeks_to_race=least,
        wished_weeks=wished,
        weeks_to_tune_up=next((at - week.index for at in tune_ups if at > week.index), None),
        span_before=week.span_before,
        back=week.back,
        published=week.published,
        begun=week.from_day > 0,
        has_run=bool(week.ran) or week.is_raced,
        is_lost=week.is_lost,
    )


def frame_of(
    profile: Profile, free: frozenset[int] = frozenset(), past: Past | None = None
) -> PlanFrame:
    """Lay out the weeks of a plan.

    ``free`` are ordinals of days that turned out to stay without a run beside days away: they are
    away too. Of a running plan the days before today are as run.
    """
    races = tuple(planned_race(race, profile) for race in profile.races)
    monday = monday_of(profile.start)
    if profile.block is not None:
        count = profile.block.weeks
    else:
        count = (races[-1].date - monday).days // DAYS + 2
    over = past.over if past else 0
    count = max(count, over + (past is not None and past.running is not None))
    calendar = _Calendar(profile, races, count, free, past)
    weeks = [calendar.week(index) for index in range(count)]
    to_come = spans_before(profile, weeks[over:], past)
    return PlanFrame(weeks=(*weeks[:over], *to_come), races=races, over=over)


class _Calendar:
    """What the weeks are laid out from: the weeks of the races, and the days without a run."""

    def __init__(
        self,
        profile: Profile,
        races: tuple[PlannedRace, ...],
        count: int,
        free: frozenset[int],
        past: Past | None,
    ) -> None:
        self.start, self.count = profile.start, count
        self.monday = monday_of(profile.start)
        self.race_in = {self._week_of(race): race for race in races}
        self.goals = [(self._week_of(race), taper_shares(race)) for race in goals_of(races)]
        self.runnable = runnable_days(profile)
        ends = self.monday + timedelta(weeks=count)
        away = (_away(span, self.monday, ends) for span in profile.away)
        self.closed = free.union(*away, *map(days_taken, races))
        self.past = past

    def _week_of(self, race: PlannedRace) -> int:
        return (race.date - self.monday).days // DAYS

    def week(self, index: int) -> FrameWeek:
        """One week as laid out, on the way to the next goal or after the last."""
        monday = self.monday + timedelta(weeks=index)
        first_day = max(0, (self.start - monday).days)
        from_day, ran, published = self._so_far(monday)
        open_days = self._open_days(monday, max(first_day, from_day))
        if from_day and self.past is not None:
            open_days = ran | (open_days & self._published_days(monday))
        if index in self.race_in and published in RUN_FREE:
            published = None  # a pause left it without training, and its race stands
        goal, to_race, shares = self._goal(index)
        frame = self._frame(
            index, to_race, len(shares), open_days=bool(open_days), stub=first_day > 0
        )
        percent, eve = None, False
        if to_race is not None and frame in TAPERED:
            percent = shares[-1 - to_race]
            eve = to_race == 1 and is_early(self.race_in[index + 1])
        return FrameWeek(
            index=index,
            starts_on=monday,
            frame=frame,
            first_day=first_day,
            open_days=frozenset() if frame in RUN_FREE_FRAMES else open_days,
            taper_percent=percent,
            race=self.race_in.get(index),
            goal=goal,
            weeks_to_race=to_race,
            weeks_to_taper=self._weeks_to_taper(index, to_race, len(shares)),
            eve=eve,
            from_day=from_day,
            ran=ran,
            published=published,
            is_lost=from_day > 0 and self.past is not None and self.past.is_lost,
        )

    def _so_far(self, monday: date) -> tuple[int, frozenset[int], WeekKind | None]:
        """Today's weekday and the run days before it in the running week; what it was called."""
        if self.past is None:
            return 0, frozenset(), None
        today, row = self.past.today, self.past.row_of(monday)
        published = row.kind if row else None
        if not monday < today < monday + timedelta(days=DAYS):
            return 0, frozenset(), published
        ran = (run for run in self.past.ran_in(monday) if run.kind is not SessionKind.RACE)
        return today.weekday(), frozenset(run.date.weekday() for run in ran), published

    def _published_days(self, monday: date) -> frozenset[int]:
        """The days of the running week with a published run to come: none moves any more."""
        runs = self.past.to_come_in(monday) if self.past else ()
        return frozenset(run.date.weekday() for run in runs if run.kind is not SessionKind.RACE)

    def _goal(self, index: int) -> tuple[int, int | None, tuple[int, ...]]:
        """The place of the goal that a week works for, the weeks to it and its taper."""
        for place, (week, shares) in enumerate(self.goals):
            if week >= index:
                return place, week - index, shares
        return max(0, len(self.goals) - 1), None, ()

    def _weeks_to_taper(self, index: int, to_race: int | None, tapered: int) -> int:
        if to_race is None:
            return 0 if self.goals else self.count - index
        return max(0, to_race + 1 - tapered)

    def _frame(
        self, index: int, to_race: int | None, tapered: int, *, open_days: bool, stub: bool
    ) -> Frame:
        """What the calendar asks of the week; the first that fits."""
        race, before = self.race_in.get(index), self.race_in.get(index - 1)
        empty = race is None and not open_days
        if to_race == 0:
            return Frame.RACE
        if before is not None and before.priority is Priority.A:
            short = Frame.AFTER_SHORT_RACE if open_days else Frame.AWAY
            return Frame.AFTER_LONG_RACE if is_long(before) else short
        if to_race is not None and to_race < tapered:
            return Frame.AWAY if empty and not stub else Frame.TAPER
        if race is not None:
            return Frame.TUNE_UP
        if stub:
            return Frame.EMPTY_STUB if empty else Frame.STUB
        after_tune_up = before is not None and before.priority is Priority.B
        free = Frame.AFTER_TUNE_UP if after_tune_up else Frame.FREE
        return Frame.AWAY if empty else free

    def _open_days(self, monday: date, first_day: int) -> frozenset[int]:
        """The days of a week that may carry a run."""
        first = monday.toordinal()
        return frozenset(
            [day for day in self.runnable if day >= first_day and first + day not in self.closed]
        )


def _away(span: Away, begins: date, ends: date) -> range:
    """The days of a span that lie in the plan, as ordinals."""
    return range(
        max(span.from_day, begins).toordinal(), min(span.until.toordinal() + 1, ends.toordinal())
    )
