"""What is worth telling about the season: weeks off, days away, races close to others."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from scheduler.model.distances import distance_class
from scheduler.model.limits import BLOCK_13, BREAK_LATE
from scheduler.model.plan import RUN_FREE, Message, WeekKind
from scheduler.planner.apart import leaves_no_training, weeks_between
from scheduler.planner.frame import DAYS
from scheduler.planner.race_frame import taper_shares
from scheduler.planner.season_frame import Frame
from scheduler.rules.running_in_week_off import RUN_FREE_SPAN_DAYS
from scheduler.rules.week_off_too_late import WEEKS_BEYOND_TAPER, WISHED_WEEKS_TO_RACE
from scheduler.words import season_messages as words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from scheduler.model.plan import PlannedRace, Week
    from scheduler.model.profile import Profile
    from scheduler.planner.outcome import Outcome

LONGEST_BLOCK: Final = 13


def season_messages(profile: Profile, outcome: Outcome) -> Iterator[Message]:
    """All that apply, in the order they matter to the athlete."""
    yield from _races_close(outcome)
    yield from _weeks_off(outcome)
    yield from _away(profile, outcome)
    yield from _races_on_return(outcome)


def _message(code: str, text: str, **data: Any) -> Message:
    return Message(code=code, text=text, data=data)


def _races_close(outcome: Outcome) -> Iterator[Message]:
    """Goal races with no room for training between them."""
    for before, race in pairwise(outcome.frame.goals):
        weeks = weeks_between(before, race)
        if leaves_no_training(before, race):
            text = words.races_close(before, race, weeks, outcome.say)
            yield _message("RACES-CLOSE", text, races=[before.id, race.id], weeks=weeks)


def _weeks_off(outcome: Outcome) -> Iterator[Message]:
    for week, row in outcome.framed():
        if row.kind is not WeekKind.WEEK_OFF or week.weeks_to_race is None:
            continue
        goal = outcome.frame.goals[week.goal]
        to_race, wished = week.weeks_to_race, WISHED_WEEKS_TO_RACE[distance_class(goal.distance_m)]
        least = len(taper_shares(goal)) + WEEKS_BEYOND_TAPER
        if to_race < least:
            text = words.waived_late(to_race, least, outcome.say)
            yield _message("WAIVER", text, name=BREAK_LATE, weeks=to_race, least=least)
        elif to_race < wished:
            text = words.break_late(to_race, wished, outcome.say)
            yield _message("BREAK-LATE", text, weeks=to_race, wished=wished)
    yield from _long_blocks(outcome)


def _long_blocks(outcome: Outcome) -> Iterator[Message]:
    """Blocks of thirteen running weeks that end in a goal race."""
    running, limits = outcome.running_weeks_before, outcome.limits
    for week, row in outcome.framed():
        if row.kind in RUN_FREE:
            running = 0
            continue
        running = running * (not week.span_before) + (row.runs > 0 or week.is_goal)
        if week.race is not None and week.is_goal and running == LONGEST_BLOCK:
            waived = limits.running_weeks_before_race < LONGEST_BLOCK
            named = len(outcome.frame.races) > 1
            text = words.block_13(week.race, outcome.say, named=named, waived=waived)
            if waived:
                yield _message("WAIVER", text, name=BLOCK_13, weeks=running)
            elif limits.running_weeks < LONGEST_BLOCK:
                yield _message("BLOCK-13", text, weeks=running)


def _away(profile: Profile, outcome: Outcome) -> Iterator[Message]:
    """Days away that serve as a week off, and those that take a piece of the taper."""
    run_days = outcome.run_days()
    for first, last in _spans_in_plan(profile, outcome):
        before = max((day for day in run_days if day < first), default=None)
        after = min((day for day in run_days if day > last), default=None)
        began = before or profile.start - timedelta(days=1)
        if after is not None and (after - began).days > RUN_FREE_SPAN_DAYS:
            days = {"from": first.isoformat(), "until": last.isoformat()}
            text = words.holiday_as_break(first, last, outcome.say)
            yield _message("HOLIDAY-AS-BREAK", text, **days)
        race = _tapered(outcome, first, last)
        if race is not None:
            text = words.holiday_in_taper(race, outcome.say)
            yield _message("HOLIDAY-IN-TAPER", text, race=race.id)


def _spans_in_plan(profile: Profile, outcome: Outcome) -> list[tuple[date, date]]:
    """The days away between start and end of the plan; spans that touch are one."""
    end = outcome.weeks[-1].starts_on + timedelta(days=6)
    merged: list[tuple[date, date]] = []
    for span in profile.away:
        first, last = max(span.from_day, profile.start), min(span.until, end)
        if first > last:
            continue
        if merged and (first - merged[-1][1]).days <= 1:
            first, last = merged[-1][0], max(last, merged.pop()[1])
        merged.append((first, last))
    return merged


def _tapered(outcome: Outcome, first: date, last: date) -> PlannedRace | None:
    """The race whose taper loses a week to these days, or begins anew after them."""
    for week, _ in outcome.framed():
        touched = (last - week.starts_on).days >= 0 and (first - week.starts_on).days < DAYS
        goal = None if week.weeks_to_race is None else outcome.frame.goals[week.goal]
        if goal is None or week.weeks_to_race is None or not touched:
            continue
        lost = week.frame is Frame.AWAY or week.span_before
        if week.weeks_to_race < len(taper_shares(goal)) and lost:
            return goal
    return None


def _races_on_return(outcome: Outcome) -> Iterator[Message]:
    """B and C races in the first week back."""
    before: Week | None = None
    for week, row in outcome.framed():
        race = week.tune_up
        back = week.span_before or (before is not None and before.kind in RUN_FREE)
        if race is not None and back and row.kind is WeekKind.TUNE_UP:
            yield _message("RACE-ON-RETURN", words.race_on_return(race, outcome.say), race=race.id)
        before = row
