"""missing-deload-week: at most three loading weeks in a row, those before the start too (M1, M7).

The rule slides: it is not "weeks 4, 8 and 12". A return week counts as loading. Plans without
labels are judged on their minutes: no four full weeks in a row without one at 80 % or less of the
three before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.model.plan import RUN_FREE, WeekKind
from scheduler.rules.base import Breach, Examples, Rule, Strength
from scheduler.rules.sources import TRAINING_AFTER_BONE_INJURY
from scheduler.rules.spans import loading_weeks_before
from scheduler.rules.view import breach_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scheduler.rules.seen import Seen
    from scheduler.rules.weeks import WeekSeen

LOADING_WEEKS_IN_A_ROW: Final = 3
LIGHT_WITHOUT_LABEL_PERCENT: Final = 80
LOADS_FROM_PERCENT: Final = 60  # of its published minutes: run less, and a week was a lighter one

NAME: Final = "missing-deload-week"


def check(seen: Seen) -> Iterator[Breach]:
    """Loading weeks in a row by their labels; by minutes where no week carries a label.

    Of what lies behind at most as many count as are allowed, and a week that has begun is not
    charged: its label is published.
    """
    return _by_minutes(seen) if _unlabelled(seen.weeks) else _by_label(seen)


def _by_label(seen: Seen) -> Iterator[Breach]:
    allowed = seen.limits.loading_weeks_in_a_row
    returns = seen.returns
    in_a_row = loading_weeks_before(seen.plan)
    for week in seen.weeks:
        if week.stub and not week.runs:
            continue  # days left empty before a week off are neither load nor rest
        if not week.loads:
            in_a_row = 0
            continue
        in_a_row = 1 if week.starts_on in returns else in_a_row + 1
        if week.begun:
            in_a_row = min(in_a_row, allowed)
        elif in_a_row > allowed:
            words = f"loading week {in_a_row} in a row, at most {allowed}"
            yield breach_in(week, NAME, found=in_a_row, allowed=allowed, words=words)


def _unlabelled(weeks: tuple[WeekSeen, ...]) -> bool:
    full = [week for week in weeks if week.full]
    plain = all(
        week.kind in RUN_FREE or (week.kind is WeekKind.BUILD and week.token is None)
        for week in full
    )
    return plain and any(week.minutes for week in full)


def _by_minutes(seen: Seen) -> Iterator[Breach]:
    full = [week for week in seen.weeks if week.full]
    most = seen.limits.loading_weeks_in_a_row
    since_light = 0
    for place, week in enumerate(full):
        before = max((one.minutes for one in full[max(0, place - 3) : place]), default=0)
        light = 100 * week.minutes <= LIGHT_WITHOUT_LABEL_PERCENT * before
        since_light = 0 if light else since_light + 1
        if week.begun:
            since_light = min(since_light, most)
        elif since_light > most:
            allowed = LIGHT_WITHOUT_LABEL_PERCENT * before // 100
            words = (
                f"{week.minutes} min, at most {allowed} in one of any {most + 1} weeks:"
                f" {since_light} in a row are not lighter"
            )
            yield breach_in(week, NAME, found=week.minutes, allowed=allowed, words=words)


RULE: Final = Rule(
    name=NAME,
    says="After at most three loading weeks comes a lighter one.",
    why=(
        "Bone clears away worn material before it lays down new, and for some weeks it is a"
        " little weaker. A lighter week every fourth week is expert advice for runners with a"
        " past bone injury, recommended and not tested in runners; that it is the fourth and not"
        " the third, and what counts as lighter in a plan without labels, is convention. Weeks"
        " before the plan count, and a week off takes the place of a lighter week."
    ),
    source=TRAINING_AFTER_BONE_INJURY,
    strength=Strength.RECOMMENDED,
    covers=("M1", "M7"),
    limits=(
        ("loading weeks in a row, at most", f"{LOADING_WEEKS_IN_A_ROW}"),
        (
            "where weeks carry no label, one of any four is at most, of the three before it",
            f"{LIGHT_WITHOUT_LABEL_PERCENT} %",
        ),
        (
            "a week counts as lighter with less run, of its planned minutes, than",
            f"{LOADS_FROM_PERCENT} %",
        ),
    ),
    check=check,
    examples=Examples(
        good="240, 259 and 279 minutes, then a lighter week of 209, then 279 again.",
        bad="240, 259, 279 and 301 minutes, week upon week.",
    ),
)
