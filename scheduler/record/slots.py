"""Slots for life: a session of a new plan takes over the slot of the published one that it is.

Same week, same role, nearest date; so that a calendar sees a run move instead of one vanish and
another appear. What is new takes the next free number; what is past keeps its slot.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from scheduler.event_ids import role_of, uid_of
from scheduler.model.plan import Session, Status
from scheduler.model.plan_weeks import monday_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NEW: Final = 100  # dearer than any move within a week
WAS_CANCELLED: Final = 1  # of two equally near, the one that stands
STEP: Final = 2  # a day's move, so that a cancelled one a day nearer still wins

_Key = tuple[date, str]


def with_slots(
    new: Iterable[Session], published: Iterable[Session], plan_id: str, today: date
) -> tuple[Session, ...]:
    """The sessions of a new plan from ``today`` on, with the slots of those published."""
    wanted: dict[_Key, list[Session]] = defaultdict(list)
    known: dict[_Key, list[Session]] = defaultdict(list)
    for session in new:
        if session.date >= today:
            wanted[_key(session)].append(session)
    for session in published:
        known[_key(session)].append(session)
    found: list[Session] = []
    for key, sessions in wanted.items():
        slots = _slots(_by_date(sessions), known[key], key[1], today)
        found += [_renamed(one, slot, plan_id) for one, slot in slots]
    return tuple(found)


def _key(session: Session) -> _Key:
    monday = monday_of(session.date)
    role = role_of(session.slot)
    return (date.min, role) if role.startswith("race.") else (monday, role)


def _by_date(sessions: Iterable[Session]) -> list[Session]:
    return sorted(sessions, key=lambda one: (one.date, one.slot))


def _slots(
    new: Sequence[Session], published: Sequence[Session], role: str, today: date
) -> list[tuple[Session, str]]:
    if role_of(f"{role}1") != role:
        return [(session, role) for session in new]  # one a week: the long run
    open_ones = _by_date(one for one in published if one.date >= today)
    pairs = _matched(new, open_ones)
    taken = {one.slot for one in published}
    slots, number = [], 1
    for session, match in pairs:
        if match is None:
            while f"{role}{number}" in taken:
                number += 1
            taken.add(slot := f"{role}{number}")
        else:
            slot = match.slot
        slots.append((session, slot))
    return slots


def _matched(
    new: Sequence[Session], published: Sequence[Session]
) -> list[tuple[Session, Session | None]]:
    """Each new session with the published one it is, in order of date, moved by the fewest days."""
    best: dict[tuple[int, int], tuple[int, list[tuple[Session, Session | None]]]]
    best = {(0, place): (0, []) for place in range(len(published) + 1)}
    for row, session in enumerate(new, start=1):
        for place in range(len(published) + 1):
            cost, pairs = best[row - 1, place]
            ways = [(cost + NEW, [*pairs, (session, None)])]
            if place:
                ways.append(best[row, place - 1])
                cost, pairs = best[row - 1, place - 1]
                match = published[place - 1]
                ways.append((cost + _cost(session, match), [*pairs, (session, match)]))
            best[row, place] = min(ways, key=lambda way: way[0])
    return best[len(new), len(published)][1]


def _cost(session: Session, published: Session) -> int:
    moved = abs((session.date - published.date).days) * STEP
    return moved + WAS_CANCELLED * (published.status is Status.CANCELLED)


def _renamed(session: Session, slot: str, plan_id: str) -> Session:
    if slot == session.slot:
        return session
    monday = monday_of(session.date)
    return replace(session, slot=slot, uid=uid_of(plan_id, slot, monday))
