"""intensity-too-early: fast running after enough easy weeks, never new near a race (I1, I5, I6).

Guidelines allow speed from 50 to 60 % of the distance before an injury; counting loading weeks
instead is judgement, since a plan knows its own weeks and not that distance.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.model.limits import Tier
from scheduler.model.plan import SessionKind, Token, WeekKind
from scheduler.model.plan_weeks import monday_of
from scheduler.rules.base import Breach, Examples, Rule, Strength, graded
from scheduler.rules.long_run_target import long_run_target
from scheduler.rules.sources import RETURN_GUIDELINE
from scheduler.rules.taper_missing import taper_weeks
from scheduler.rules.view import breach_in, breach_on, weeks_between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scheduler.model.plan import Session, Step
    from scheduler.rules.brought import Brought
    from scheduler.rules.seen import Seen
    from scheduler.rules.weeks import WeekSeen

GATE_WEEKS: Final = {Tier.BASE: 3, Tier.RAISED: 6, Tier.HIGH: 9}
REGAINED_PERCENT: Final = 95
WEEKS_BEYOND_TAPER: Final = 2

NAME: Final = "intensity-too-early"
EASY_WEEKS: Final = frozenset(
    {
        WeekKind.RETURN,
        WeekKind.DELOAD,
        WeekKind.WEEK_OFF,
        WeekKind.OFF,
        WeekKind.TUNE_UP,
        WeekKind.RECOVERY,
    }
)
WITHOUT_STRIDES: Final = EASY_WEEKS - {WeekKind.DELOAD}
RACE_WEEK_QUALITY_MINUTES: Final = 6


def check(seen: Seen) -> Iterator[Breach]:
    """Quality and strides of every week, the plan's first quality, the long run before it grows.

    Fast minutes behind today are history; after a pause they are new again.
    """
    before = seen.profile.running.fast_minutes > 0
    anew = frozenset(monday_of(way.first) for way in seen.ways_back if way.paused)
    for week, brought in seen.weeks_with_brought():
        before = before and week.starts_on not in anew
        if week.faster_to_come:
            yield from _quality(seen, week, brought, before=before)
        yield from _strides(seen, week, brought)
        before = before or (week.quality > 0 and week.starts_on not in anew)


def _quality(seen: Seen, week: WeekSeen, brought: Brought, *, before: bool) -> Iterator[Breach]:
    allowed, why = _quality_allowed(seen, week, brought, before=before)
    if week.quality > allowed:
        words = f"{week.quality} fast min, at most {allowed} {why}"
        yield breach_in(week, NAME, found=week.quality, allowed=allowed, words=words)
    if week.quality and not before:
        yield from _new_close_to_race(seen, week)
    if week.token is Token.INTENSITY:
        yield from _not_regained(seen, week)


def _quality_allowed(
    seen: Seen, week: WeekSeen, brought: Brought, *, before: bool
) -> tuple[int, str]:
    """The most quality minutes of a week, and the words for why."""
    gate = seen.limits.quality_gate_weeks
    easy_ladder = brought.on_ladder and not seen.limits.quality_in_ladder
    cases = (
        (not seen.limits.quality_allowed, 0, "where all running is easy"),
        (week.kind in EASY_WEEKS, 0, f"in a {week.kind} week"),
        (week.stub, 0, "in a first week that is not whole"),
        (easy_ladder or week.starts_on in seen.returns, 0, "this soon after a week off"),
        (week.loads and not brought.step, 0, "this soon after a week off"),
        (bool(week.races), 0, "in a week with a race"),
        (week.kind is WeekKind.RACE and not before, 0, "in the race week, where it is new"),
        (week.kind is WeekKind.RACE, RACE_WEEK_QUALITY_MINUTES, "in the week of the race"),
        (
            brought.gate_weeks < gate,
            brought.fast_before,
            f"before {gate} loading weeks are done",
        ),
    )
    return next(((most, why) for holds, most, why in cases if holds), (week.quality, ""))


def _new_close_to_race(seen: Seen, week: WeekSeen) -> Iterator[Breach]:
    race = seen.next_goal(week.starts_on)
    if race is None:
        return
    found = weeks_between(week.starts_on, race.date)
    allowed = taper_weeks(race) + WEEKS_BEYOND_TAPER
    if found < allowed:
        words = f"fast running is new {found} weeks before {race.name}, at least {allowed}"
        yield breach_in(week, NAME, found=found, allowed=allowed, words=words)


def _not_regained(seen: Seen, week: WeekSeen) -> Iterator[Breach]:
    peak = seen.history.most_before(week.starts_on)
    wanted = min(peak, long_run_target(seen, week.starts_on))
    longest = seen.history.longest_before(week.starts_on, races=True)
    if 100 * longest < REGAINED_PERCENT * wanted:
        allowed = -(-REGAINED_PERCENT * wanted // 100)
        words = f"fast minutes grow after a longest run of {longest} min, at least {allowed} first"
        yield breach_in(week, NAME, found=longest, allowed=allowed, words=words)


def _strides(seen: Seen, week: WeekSeen, brought: Brought) -> Iterator[Breach]:
    gate = seen.limits.quality_gate_weeks
    closed = not seen.limits.quality_allowed or brought.gate_weeks < gate
    easy = week.kind in WITHOUT_STRIDES or week.starts_on in seen.returns or week.races
    if not closed and not easy:
        return
    for run in week.training:
        if has_strides(run):
            why = (
                f"strides come after {gate} loading weeks, not in the first week back nor in the"
                " weeks of a smaller race and after a race"
            )
            yield breach_on(run.date, NAME, found="strides", allowed="easy", words=why)


def has_strides(run: Session) -> bool:
    """Whether a run holds strides, by its kind or by its steps."""
    return run.kind is SessionKind.STRIDES or any(_is_stride(step) for step in run.steps)


def _is_stride(step: Step) -> bool:
    return step.effort == "strides" or any(_is_stride(part) for part in step.steps)


RULE: Final = Rule(
    name=NAME,
    says="Duration before intensity: faster running starts late, never right before a race.",
    why=(
        "Strain in bone rises with speed, and fatigue rises far faster than strain, so minutes"
        " come back first: recommended, not tested in runners. A guideline for the time after an"
        " injury allows speed from 50 to 60 % of the distance before it; we count loading weeks"
        " instead, and how many is judgement. So is the rest: the long run back first, and nothing"
        " new in the last weeks before a race, where it could not help any more."
    ),
    source=RETURN_GUIDELINE,
    strength=Strength.RECOMMENDED,
    covers=("I1", "I5", "I6"),
    limits=(
        ("loading weeks before the first faster running", graded(GATE_WEEKS, "weeks")),
        ("no first fast minutes in the taper and so long before it", f"{WEEKS_BEYOND_TAPER} weeks"),
        ("of the longest run so far, regained before fast minutes grow", f"{REGAINED_PERCENT} %"),
        ("fast minutes in the week of a race, at most", f"{RACE_WEEK_QUALITY_MINUTES} min"),
    ),
    check=check,
    examples=Examples(
        good="Six easy loading weeks, the long run back at its best, then four fast minutes.",
        bad="Four fast minutes for the first time two weeks before the race.",
    ),
)
