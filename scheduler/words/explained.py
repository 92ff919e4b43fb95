"""What ``osteon explain`` says: every message code with its words, and the words around them.

A code that is not here cannot be told: the tests keep the catalogue and the code in step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.words.explained_notes import ALWAYS, LONG_RUN, RACE
from scheduler.words.explained_refusals import GATES, REFUSALS
from scheduler.words.explained_weeks import DAYS, WEEKS

if TYPE_CHECKING:
    from scheduler.words.explained_entry import Explained

EXPLAINED: Final[tuple[Explained, ...]] = (
    *ALWAYS,
    *RACE,
    *LONG_RUN,
    *WEEKS,
    *DAYS,
    *REFUSALS,
    *GATES,
)

RULES_HEAD: Final = "The rules every plan keeps"
MESSAGES_HEAD: Final = "The messages"
LIST_END: Final = (
    "One of them: osteon explain missing-rest-day. The first letters are enough where only one"
    " begins so: osteon explain horizon."
)

WHAT: Final = "What it means"
WHY: Final = "Why"
WHY_TOLD: Final = "Why it is told"
TO_DO: Final = "What to do"
NUMBERS: Final = "Its numbers"
SEVERAL: Final = "Where several stand, the answers in [health] decide which one holds."
OWN_LOOSER: Final = (
    "Yours to set in [limits]: {key}, {values}. Looser than the rule needs set_by, and stands on"
    " every output."
)
OWN_STRICTER: Final = "Yours to set stricter in [limits]: {key}, {values}; never looser."
AIMS: Final = "What the plan aims for"
JUDGEMENT: Final = "All of this is judgement."
STRENGTH: Final = "How well it is known"
SOURCE: Final = "Source"
WHERE: Final = "In it: {where}"
KEEPS: Final = "Keeps the rule"
BREAKS: Final = "Breaks it"
EXAMPLE: Final = "It reads like this"
TERMS: Final = "Words"
SEE: Final = "See also"

NEAR_MISS: Final = "no rule or message is called {asked!r}; did you mean {near}?"
UNKNOWN: Final = "no rule or message is called {asked!r}; osteon explain lists them all"
SEVERAL_BEGIN: Final = "several begin with {asked!r}: {near}"


def own_limit(key: str, values: str, *, looser: bool) -> str:
    """Which key of the profile's [limits] changes a rule, and within what."""
    return (OWN_LOOSER if looser else OWN_STRICTER).format(key=key, values=values)


def not_found(asked: str, near: tuple[str, ...]) -> str:
    """Said where a name is none of ours; ``near`` are the names that may have been meant."""
    return (NEAR_MISS if near else UNKNOWN).format(asked=asked, near=" or ".join(near))


def several(asked: str, names: tuple[str, ...]) -> str:
    """Said where the first letters of a name fit more than one."""
    return SEVERAL_BEGIN.format(asked=asked, near=", ".join(names))
