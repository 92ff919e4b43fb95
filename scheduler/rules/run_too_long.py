"""run-too-long: no run far longer than the longest of the past thirty days (S1).

The limit is the study's first category edge, 10 %, in minutes. Under half an hour 10 % is less
than the three minutes that a short run may always grow by.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.model.plan import SessionKind
from scheduler.rules.base import Breach, Examples, Rule, Source, Strength
from scheduler.rules.view import breach_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scheduler.rules.seen import Seen

LONGER_BY_PERCENT: Final = 10
WINDOW_DAYS: Final = 30
SHORT_RUN_MINUTES: Final = 30
SHORT_RUN_EXTRA_MINUTES: Final = 3
EMPTY_WINDOW_MINUTES: Final = 15

NAME: Final = "run-too-long"


def longest_allowed(longest: int) -> int:
    """How long a run may be after a longest run of the past thirty days, in minutes; 0 for no run.

    >>> [longest_allowed(longest) for longest in (0, 10, 22, 30, 95)]
    [15, 15, 25, 33, 104]
    """
    if longest < SHORT_RUN_MINUTES:
        return max(longest + SHORT_RUN_EXTRA_MINUTES, EMPTY_WINDOW_MINUTES)
    return longest * (100 + LONGER_BY_PERCENT) // 100


def check(seen: Seen) -> Iterator[Breach]:
    """Every run but a race against the longest run of the thirty days before it."""
    for run in seen.runs:
        if run.kind is SessionKind.RACE:
            continue
        longest = seen.history.longest_before(run.date, races=True)
        allowed = longest_allowed(longest)
        if run.minutes > allowed:
            past = f"{longest} min" if longest else "no run"
            words = (
                f"a run of {run.minutes} min, at most {allowed} after {past}"
                f" as the longest of the past {WINDOW_DAYS} days"
            )
            yield breach_on(run.date, NAME, found=run.minutes, allowed=allowed, words=words)


RULE: Final = Rule(
    name=NAME,
    says="No run is more than a tenth longer than your longest of the past 30 days.",
    why=(
        "In 5,205 runners followed for 18 months, overuse injuries were more frequent after a"
        " single run more than 10 % longer than the longest of the past 30 days; the change from"
        " week to week showed no such link. The study counted injuries of every tissue and"
        " measured distance, and 10 % was the edge of its first category, not a cliff. Races are"
        " left out and shown. That a run under 30 minutes may grow by 3 minutes, and that after"
        " 30 days without a run the first one is 15 minutes, is judgement."
    ),
    source=Source(
        short="Frandsen et al. 2025",
        citation="Frandsen et al. 2025, British Journal of Sports Medicine 59:1203",
        url="https://doi.org/10.1136/bjsports-2024-109380",
        where="abstract: session-specific running distance",
    ),
    strength=Strength.FIELD_STUDY,
    covers=("S1",),
    limits=(
        ("a run may be longer than the longest of the past 30 days by", f"{LONGER_BY_PERCENT} %"),
        ("a run under 30 minutes may be longer by", f"{SHORT_RUN_EXTRA_MINUTES} min"),
        ("the first run after 30 days without one", f"{EMPTY_WINDOW_MINUTES} min"),
    ),
    check=check,
    examples=Examples(
        good="Longest run of the past 30 days 95 minutes, next long run 104 minutes.",
        bad="Longest run of the past 30 days 95 minutes, next long run 110 minutes.",
    ),
)
