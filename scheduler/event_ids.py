"""Calendar identities: ``<plan_id>.<week's Monday>.<slot>@osteon``, a race's without the week."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

NUMBERED: Final = re.compile(r"(run|strength|rest|cross)(\d+)")


def uid_of(plan_id: str, slot: str, monday: date | None = None) -> str:
    """The calendar identity of an event: plan, week and slot; a race keeps its own without a week.

    >>> from datetime import date
    >>> uid_of("sam", "run1", date(2027, 1, 4)), uid_of("sam", "race.boston")
    ('sam.20270104.run1@osteon', 'sam.race.boston@osteon')
    """
    parts = [plan_id, *([] if monday is None else [monday.isoformat().replace("-", "")]), slot]
    return ".".join(parts) + "@osteon"


def role_of(slot: str) -> str:
    """What a numbered slot is for: run, strength, rest or cross; any other slot is its own role.

    >>> role_of("run12"), role_of("long"), role_of("race.boston1")
    ('run', 'long', 'race.boston1')
    """
    found = NUMBERED.fullmatch(slot)
    return found[1] if found else slot
