"""week-grows-too-fast: minutes and bone load grow against the best of the last four loading weeks.

Covers L1, L3, L4, L5 and I7. Studies of novices support no percentage for the week; 8, 6 or 4 %
are judgement. All caps are taken from published minutes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.model.limits import Tier
from scheduler.model.plan import LOADING, Token, WeekKind
from scheduler.rules.base import Breach, Examples, Rule, Strength, graded
from scheduler.rules.sources import GRADED_TRAINING_TRIAL
from scheduler.rules.view import breach_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scheduler.rules.brought import Brought
    from scheduler.rules.seen import Seen
    from scheduler.rules.weeks import WeekSeen

GROWTH_PERCENT: Final = {Tier.BASE: 8, Tier.RAISED: 6, Tier.HIGH: 4}
GROWTH_AT_LEAST_MINUTES: Final = {Tier.BASE: 8, Tier.RAISED: 6, Tier.HIGH: 4}
HELD_GROWTH_PERCENT: Final = {Tier.BASE: 12, Tier.RAISED: 9, Tier.HIGH: 4}
RECOVERY_KEEPS_PERCENT: Final = 50

NAME: Final = "week-grows-too-fast"
GROWING: Final = frozenset({Token.VOLUME, None})
ROUNDING_TENTHS: Final = 1


def check(seen: Seen) -> Iterator[Breach]:
    """Minutes of every week, its bone load, and whether the week row says what its days hold."""
    for week, brought in seen.weeks_with_brought():
        yield from _more_than_published(week) if week.begun else _row_differs(week)
        allowed, why = _minutes_allowed(seen, week, brought)
        if week.exceeds(allowed):
            words = f"{week.minutes} min, at most {allowed} {why}"
            yield breach_in(week, NAME, found=week.minutes, allowed=allowed, words=words)
        yield from _besides_race(week, brought)
        yield from _load_grows(seen, week, brought)


def grown(seen: Seen, reference: int) -> int:
    """The most minutes of a growing week after a reference week; more up to minutes once held."""
    limits, held = seen.limits, seen.profile.running.held_weekly_minutes
    most = _grown_by(reference, limits.growth_percent, limits.growth_at_least_minutes)
    if held is None or reference >= held:
        return most
    back = _grown_by(reference, limits.held_growth_percent, limits.growth_at_least_minutes)
    return max(most, min(held, back))


def _grown_by(reference: int, percent: int, at_least: int) -> int:
    return max(reference * (100 + percent) // 100, reference + at_least)


def _minutes_allowed(seen: Seen, week: WeekSeen, brought: Brought) -> tuple[int, str]:
    """The most minutes of a week and the words for why; an own ceiling counts everywhere."""
    allowed, why = _by_kind(seen, week, brought)
    ceiling = seen.profile.running.most_weekly_minutes
    if ceiling is not None and ceiling < allowed:
        return ceiling, "under the ceiling asked for"
    return allowed, why


def _by_kind(seen: Seen, week: WeekSeen, brought: Brought) -> tuple[int, str]:
    reference = brought.reference
    if week.kind is WeekKind.RECOVERY or week.starts_on in seen.recovering:
        return RECOVERY_KEEPS_PERCENT * reference // 100, "in an easy week after a race"
    if week.kind is WeekKind.TUNE_UP:
        return reference, f"with a race in it, after a best of {reference}"
    if week.full and week.kind in LOADING and not brought.loading_weeks:
        return seen.profile.running.weekly_minutes, "in the first full week, as run before"
    growing = week.kind is WeekKind.BUILD and week.full and not brought.on_ladder
    if growing and week.token in GROWING:
        return grown(seen, reference), f"after a best of {reference} in four loading weeks"
    return max(reference, brought.before_minutes if brought.on_ladder else 0), (
        f"in a week that does not grow, after a best of {reference}"
    )


def _besides_race(week: WeekSeen, brought: Brought) -> Iterator[Breach]:
    """A race takes the long run's place, and the other runs take none of what it leaves."""
    trained, allowed = sum(run.minutes for run in week.training), brought.best_besides
    judged = bool(week.races) and week.kind is WeekKind.TUNE_UP and week.can_change
    if judged and trained > allowed:
        words = f"{trained} min besides a race, at most {allowed}, as besides a long run"
        yield breach_in(week, NAME, found=trained, allowed=allowed, words=words)


def _load_grows(seen: Seen, week: WeekSeen, brought: Brought) -> Iterator[Breach]:
    """Bone load of training against the best of four loading weeks; the baseline's is not known."""
    if not week.full or not week.can_change or not brought.loading_weeks:
        return
    best = max(brought.best_load, brought.before_load if brought.on_ladder else 0)
    reference = max(1, brought.reference)
    percent = 100 + seen.limits.growth_percent
    by_percent = -(-best * percent // 100)
    by_minutes = -(-best * grown(seen, reference) // reference)
    allowed = max(by_percent, by_minutes) + ROUNDING_TENTHS
    found = week.training_tenths
    if best and found > allowed:
        words = (
            f"a bone load of {found / 10} easy kilometres, at most {allowed / 10}"
            f" after a best of {best / 10}"
        )
        yield breach_in(week, NAME, found=found / 10, allowed=allowed / 10, words=words)


def _row_differs(week: WeekSeen) -> Iterator[Breach]:
    if week.row.minutes != week.minutes:
        words = f"the week says {week.row.minutes} min, its days hold {week.minutes}"
        yield breach_in(week, NAME, found=week.row.minutes, allowed=week.minutes, words=words)
    said = round(week.row.bone_load * 10)
    if said != week.load_tenths:
        words = f"the week says a bone load of {said / 10}, its days hold {week.load_tenths / 10}"
        yield breach_in(week, NAME, found=said / 10, allowed=week.load_tenths / 10, words=words)


def _more_than_published(week: WeekSeen) -> Iterator[Breach]:
    """Nothing is made up for: the days to come of a begun week hold no more than was published.

    A week that was published without a run has nothing to be held against: a pause ended in it.
    """
    found, allowed = sum(run.minutes for run in week.to_come), week.row.minutes
    if allowed and found > allowed:
        words = f"{found} min to come, published were {allowed} in the whole week"
        yield breach_in(week, NAME, found=found, allowed=allowed, words=words)


RULE: Final = Rule(
    name=NAME,
    says="A week grows only a little over the best of your last four loading weeks.",
    why=(
        "No percentage for the week is proven: a trial with 532 novices found as many injuries"
        " with a 10 % rule as without, and a study of 5,205 runners saw no link with the change"
        " from week to week. The numbers here are judgement, between 3 and 10 % and smaller where"
        " more lies behind; that minutes once held every week for a month may come back faster is"
        " judgement too. Bone load, which counts faster kilometres as more, may grow no faster"
        " than the minutes may."
    ),
    source=GRADED_TRAINING_TRIAL,
    strength=Strength.CONVENTION,
    covers=("L1", "L3", "L4", "L5", "I7"),
    limits=(
        ("growth over the best of the last four loading weeks", graded(GROWTH_PERCENT, "%")),
        ("or, where that is more", graded(GROWTH_AT_LEAST_MINUTES, "min")),
        ("growth up to minutes once held for a month", graded(HELD_GROWTH_PERCENT, "%")),
        ("an easy week after a race keeps, of the best", f"{RECOVERY_KEEPS_PERCENT} %"),
    ),
    check=check,
    examples=Examples(
        good="A best week of 240 minutes, then 259.",
        bad="A best week of 240 minutes, then 280.",
    ),
)
