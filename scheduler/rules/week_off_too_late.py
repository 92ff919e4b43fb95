"""week-off-too-late: no planned week off close to a race (M4).

A week off needs its return ladder and some weeks of training before the taper. Weeks that life
takes are not judged here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.model.limits import BREAK_LATE
from scheduler.model.plan import WeekKind
from scheduler.rules.base import Breach, Examples, Rule, Strength
from scheduler.rules.sources import TRAINING_AFTER_BONE_INJURY
from scheduler.rules.taper_missing import taper_weeks
from scheduler.rules.view import breach_in, weeks_between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scheduler.rules.seen import Seen

WEEKS_BEYOND_TAPER: Final = 2
WISHED_WEEKS_TO_RACE: Final = (5, 6, 8, 10, 8)  # by distance class

NAME: Final = "week-off-too-late"


def check(seen: Seen) -> Iterator[Breach]:
    """Weeks from each planned week off to the next A race; none right before a smaller race."""
    weeks = seen.weeks
    beyond = WEEKS_BEYOND_TAPER - (BREAK_LATE in seen.limits.waivers)
    for place, week in enumerate(weeks):
        if week.kind is not WeekKind.WEEK_OFF:
            continue
        race = seen.next_goal(week.starts_on)
        if race is not None:
            found = weeks_between(week.starts_on, race.date)
            allowed = taper_weeks(race) + beyond
            if found < allowed:
                words = f"a week off {found} weeks before {race.name}, at least {allowed}"
                yield breach_in(week, NAME, found=found, allowed=allowed, words=words)
        if any(after.races for after in weeks[place + 1 : place + 2]):
            words = "a week off right before a week with a race, at least 1 week between them"
            yield breach_in(week, NAME, found=0, allowed=1, words=words)


RULE: Final = Rule(
    name=NAME,
    says="A week off comes well before the taper, never inside it.",
    why=(
        "The weeks after a week off bring minutes and long run back step by step. A week off"
        " right before the taper would leave the race without that, so at least two weeks of"
        " running lie between. How many weeks are better still is convention; the plan aims for"
        " more than the least."
    ),
    source=TRAINING_AFTER_BONE_INJURY,
    strength=Strength.CONVENTION,
    covers=("M4",),
    limits=(
        ("weeks of running between a week off and the taper, at least", f"{WEEKS_BEYOND_TAPER}"),
        (
            "weeks from a week off to the race aimed at, to 7.5, 16, 30, 45 km and longer",
            ", ".join(str(weeks) for weeks in WISHED_WEEKS_TO_RACE),
        ),
    ),
    check=check,
    examples=Examples(
        good="A week off in February for a marathon in late April.",
        bad="A week off in the middle of a marathon's three-week taper.",
    ),
)
