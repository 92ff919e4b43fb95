"""Every rule in one tuple, a rule by its name, and the audit: all checks over one plan."""

from __future__ import annotations

from bisect import bisect_left
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from scheduler.rules import (
    deload_not_lighter,
    hard_days_adjacent,
    intensity_too_early,
    long_run_too_large_share,
    missing_deload_week,
    missing_rest_day,
    no_week_off,
    race_missing,
    return_too_fast,
    run_too_long,
    running_in_week_off,
    taper_missing,
    too_many_run_days_in_a_row,
    too_much_intensity,
    unavailable_day,
    volume_and_intensity_together,
    week_grows_too_fast,
    week_off_too_late,
)
from scheduler.rules.seen import see
from scheduler.rules.told import paused
from scheduler.rules.weeks import has_begun

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.plan import Plan
    from scheduler.rules.base import Breach, Rule
    from scheduler.rules.seen import Seen

RULES: Final[tuple[Rule, ...]] = (
    missing_rest_day.RULE,
    too_many_run_days_in_a_row.RULE,
    missing_deload_week.RULE,
    deload_not_lighter.RULE,
    no_week_off.RULE,
    running_in_week_off.RULE,
    week_off_too_late.RULE,
    return_too_fast.RULE,
    week_grows_too_fast.RULE,
    run_too_long.RULE,
    long_run_too_large_share.RULE,
    volume_and_intensity_together.RULE,
    intensity_too_early.RULE,
    too_much_intensity.RULE,
    hard_days_adjacent.RULE,
    taper_missing.RULE,
    race_missing.RULE,
    unavailable_day.RULE,
)
WHILE_PAUSED: Final = (race_missing.RULE, unavailable_day.RULE)


def rule_for(name: str) -> Rule:
    """The rule of that name, such as "missing-rest-day".

    Raises:
        KeyError: no rule has that name.
    """
    for rule in RULES:
        if rule.name == name:
            return rule
    raise KeyError(name)


def audit_plan(plan: Plan) -> tuple[Breach, ...]:
    """Everything that breaks a rule in what is still to come, by week; empty is good.

    What lies before the plan's ``today`` is history: a breach there cannot be mended, and may not
    lock an athlete out. A day counts from today on; a week that has begun counts only with a run
    still to come. While the plan is paused, only its races and its days are judged.
    """
    seen = see(plan)
    stopped = paused(plan.profile.log, plan.today)
    rules = WHILE_PAUSED if stopped else RULES
    found = (breach for rule in rules for breach in rule.check(seen))
    order = {rule.name: place for place, rule in enumerate(RULES)}
    return tuple(
        sorted(
            (one for one in found if _counts(seen, one) and not (stopped and one.date is None)),
            key=lambda breach: (breach.week_starts_on, _last_day(breach), order[breach.rule]),
        )
    )


def _counts(seen: Seen, breach: Breach) -> bool:
    last = _last_day(breach)
    if (
        last < seen.today
        or breach.date is not None
        or not has_begun(seen.plan, breach.week_starts_on)
    ):
        return last >= seen.today
    place = bisect_left(seen.run_days, seen.today)
    return place < len(seen.run_days) and seen.run_days[place] <= last


def _last_day(breach: Breach) -> date:
    return breach.date or breach.week_starts_on + timedelta(days=6)
