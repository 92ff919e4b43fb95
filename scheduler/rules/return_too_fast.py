"""return-too-fast: the weeks after a week off come back in steps (M5, L2, S2).

The ladder counts loading weeks really run, not calendar weeks. Its steps are judgement: about 70
to 80 % in the first week back after a planned week off, lower after two weeks without a run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.model.limits import Tier
from scheduler.model.plan import WeekKind
from scheduler.rules import running_in_week_off
from scheduler.rules.base import Breach, Examples, Rule, Strength, graded_steps
from scheduler.rules.sources import RETURN_GUIDELINE
from scheduler.rules.unavailable_day import SHORTEST_RUN_MINUTES
from scheduler.rules.view import breach_in, breach_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scheduler.rules.brought import Brought
    from scheduler.rules.seen import Seen
    from scheduler.rules.weeks import WeekSeen

LADDER_PERCENT: Final = {Tier.BASE: (80, 100), Tier.RAISED: (75, 90, 100), Tier.HIGH: (70, 85, 100)}
LONG_LADDER_PERCENT: Final = {
    Tier.BASE: (60, 80, 100),
    Tier.RAISED: (50, 70, 85, 100),
    Tier.HIGH: (50, 70, 85, 100),
}
LONG_SPAN_DAYS: Final = running_in_week_off.LONG_SPAN_DAYS
CUT_SHORT_PERCENT: Final = running_in_week_off.CUT_SHORT_PERCENT
HOLD_AFTER_LADDER: Final = {Tier.BASE: False, Tier.RAISED: False, Tier.HIGH: True}

NAME: Final = "return-too-fast"
FIRST_WEEK_BACK: Final = frozenset(
    {WeekKind.RETURN, WeekKind.TUNE_UP, WeekKind.TAPER, WeekKind.RACE, WeekKind.RECOVERY}
)


def check(seen: Seen) -> Iterator[Breach]:
    """The first week back by its label; minutes and longest run of the weeks on the ladder.

    A label is history once its week has begun; a run before an illness in that week is no return.
    """
    returns = seen.returns
    for week in seen.weeks:
        labelled = not week.stub and not week.begun
        if week.starts_on in returns and labelled and week.kind not in FIRST_WEEK_BACK:
            words = f"the first week back is called {week.kind}, it should be {WeekKind.RETURN}"
            yield breach_in(week, NAME, found=week.kind, allowed=WeekKind.RETURN, words=words)
    for week, brought in seen.weeks_with_brought():
        if brought.on_ladder:
            yield from _on_ladder(week, brought)
        elif seen.limits.hold_after_ladder and brought.step == len(brought.ladder):
            yield from _holding(week, brought)


def _on_ladder(week: WeekSeen, brought: Brought) -> Iterator[Breach]:
    allowed = brought.share_of(brought.before_minutes)
    if week.exceeds(allowed):
        words = f"{week.minutes} min, at most {allowed} this soon after days without running"
        yield breach_in(week, NAME, found=week.minutes, allowed=allowed, words=words)
    longest = max(brought.share_of(brought.before_longest), SHORTEST_RUN_MINUTES)
    for run in week.training:
        back = brought.since is None or run.date >= brought.since
        if back and run.minutes > longest:
            words = (
                f"a run of {run.minutes} min, at most {longest} this soon after days without"
                " running"
            )
            yield breach_on(run.date, NAME, found=run.minutes, allowed=longest, words=words)


def _holding(week: WeekSeen, brought: Brought) -> Iterator[Breach]:
    growing = week.kind is WeekKind.BUILD and week.full
    if growing and week.can_change and week.minutes > brought.reference:
        allowed = brought.reference
        words = f"{week.minutes} min, at most {allowed} in the first week after the return"
        yield breach_in(week, NAME, found=week.minutes, allowed=allowed, words=words)


RULE: Final = Rule(
    name=NAME,
    says="After a week off, minutes and long run come back in steps.",
    why=(
        "Bone gets its sensitivity back in a rest, but muscle and tendon have rested too, and"
        " the first weeks are the easiest to overdo. Guidelines for the return after an injury"
        " build up in steps: recommended, not tested in runners. How large the steps are is"
        " judgement; so is the start lower down after two weeks and more without a run."
    ),
    source=RETURN_GUIDELINE,
    strength=Strength.RECOMMENDED,
    covers=("M5", "L2", "S2"),
    limits=(
        (
            "share of the minutes before, week by week, after 7 to"
            f" {LONG_SPAN_DAYS - 1} days without a run",
            graded_steps(LADDER_PERCENT),
        ),
        (
            f"share of the minutes before, week by week, after {LONG_SPAN_DAYS} days and more,"
            " a week ill, or a pause",
            graded_steps(LONG_LADDER_PERCENT),
        ),
        (
            "weeks at the full minutes before they grow again, at least",
            " or ".join(sorted({str(int(holds)) for holds in HOLD_AFTER_LADDER.values()})),
        ),
    ),
    check=check,
    examples=Examples(
        good="300 minutes before the week off, 240 in the first week back, 300 in the second.",
        bad="300 minutes before the week off, and 300 in the first week back.",
    ),
)
