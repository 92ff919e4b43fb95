"""The words for what a revision changed: how many of each, and a line for every session."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING, Final

from scheduler.words.amounts import clock, count, dated_day, long_date, short_day
from scheduler.words.language import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scheduler.model.record import Change
    from scheduler.words.language import Language

COUNTED: Final = {
    "moved": "{number} moved",
    "longer": "{number} longer",
    "shorter": "{number} shorter",
    "changed": "{number} changed",
    "added": "{number} added",
    "cancelled": "{number} cancelled",
}
ORDER: Final = tuple(COUNTED)
HEADING: Final = "Changed in revision {revision}: {counted}"
DATED_HEADING: Final = "Revision {revision}, {day}: {counted}"
AND_MORE: Final = "and {number} more"
ALL_DAY: Final = "all day"
ALIKE_FROM: Final = 4  # so many sessions that only read otherwise are told in one line
ON_PAGE: Final = 20
NONE: Final = "No revision yet: the plan stands as it was first published."
NO_SESSION: Final = "no session; only notes, names or the page"
MORE: Final = "and {number} more: osteon show {record} --changes"
OTHER_ZONE: Final = "{title}, in another time zone"
OTHER_TEXT: Final = "{title}, other steps or words"
ALIKE: Final = "{sessions}, same day and minutes: steps, words, units or reminder"
_SAID: Final = re.compile(r"(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d))?(?: (.*))?", re.DOTALL)


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangeTold:
    """A change in three columns, and the day it is listed by; no day for many told as one."""

    what: str
    when: str
    title: str
    on: date = date.max


@dataclass(frozen=True, kw_only=True, slots=True)
class _Side:
    """A session before or after, as the record tells it."""

    day: date
    clock: str
    title: str


def counted(changes: Sequence[Change], say: Language = ENGLISH) -> str:
    """How many of each: ``3 moved, 2 shorter, 1 cancelled``."""
    numbers = Counter(change.what for change in changes)
    known = (*ORDER, *sorted(set(numbers) - set(ORDER)))
    told = (
        say(COUNTED.get(what, f"{{number}} {what}"), number=numbers[what])
        for what in known
        if numbers[what]
    )
    return ", ".join(told) or say(NO_SESSION)


def heading(revision: int, changes: Sequence[Change], say: Language = ENGLISH) -> str:
    """The revision with its counts."""
    return say(HEADING, revision=revision, counted=counted(changes, say))


def dated_heading(
    revision: int, on: date, changes: Sequence[Change], say: Language = ENGLISH
) -> str:
    """The revision, its day and its counts."""
    day = long_date(on, say)
    return say(DATED_HEADING, revision=revision, day=day, counted=counted(changes, say))


def rows(changes: Sequence[Change], say: Language = ENGLISH) -> list[ChangeTold]:
    """By day; where many sessions only read otherwise, they are told as one, last of all."""
    alike = [change for change in changes if change.what == "changed" and change.old == change.new]
    as_one = len(alike) >= ALIKE_FROM
    listed = [told(each, say) for each in changes if not (as_one and each in alike)]
    listed.sort(key=lambda row: (row.on, row.title))
    return [*listed, told_as_one(len(alike), say)] if as_one else listed


def on_page(changes: Sequence[Change], say: Language = ENGLISH) -> tuple[str, ...]:
    """The counts, then a line for each change, as many as a page has room for."""
    lines = in_lines(changes, ON_PAGE, say)
    return (counted(changes, say), *lines) if lines else ()


def in_lines(changes: Sequence[Change], at_most: int, say: Language = ENGLISH) -> tuple[str, ...]:
    """A line for each change, at most so many, and then how many more there are."""
    listed = rows(changes, say)
    lines = [
        " ".join(filter(None, (f"{row.what}:", row.when, row.title))) for row in listed[:at_most]
    ]
    left = len(listed) - at_most
    return (*lines, *([say(AND_MORE, number=left)] if left > 0 else []))


def told(change: Change, say: Language = ENGLISH) -> ChangeTold:
    """One change, with its old and new day."""
    old, new = _side(change.old, say), _side(change.new, say)
    either, what = new or old, say(change.what)
    if either is None:
        return ChangeTold(what=what, when="", title=change.uid)
    if old is None or new is None:
        when = f"{short_day(either.day, say)} {either.clock}".rstrip()
        return ChangeTold(what=what, when=when, title=either.title, on=either.day)
    return ChangeTold(
        what=what,
        when=_when(old, new, say),
        title=_title(change.what, old, new, say),
        on=min(old.day, new.day),
    )


def told_as_one(number: int, say: Language = ENGLISH) -> ChangeTold:
    """Many sessions that keep day, minutes and title."""
    title = say(ALIKE, sessions=count(number, "session", "sessions", say))
    return ChangeTold(what=say("changed"), when="", title=title)


def _side(said: str, say: Language) -> _Side | None:
    known = _SAID.fullmatch(said)
    if known is None:
        return None
    day, at, title = known.groups(default="")
    starts = clock(time.fromisoformat(at), say) if at else ""
    return _Side(day=date.fromisoformat(day), clock=starts, title=title)


def _when(old: _Side, new: _Side, say: Language) -> str:
    if old.day == new.day:
        if old.clock == new.clock:
            return short_day(new.day, say)
        was, is_ = (side.clock or say(ALL_DAY) for side in (old, new))
        return f"{short_day(new.day, say)} {was} -> {is_}"
    clocks = old.clock != new.clock
    day = short_day if old.day.year == new.day.year else dated_day
    sides = (
        day(side.day, say) + (f" {side.clock}" if clocks and side.clock else "")
        for side in (old, new)
    )
    return " -> ".join(sides)


def _rest(old: str, new: str) -> str:
    """The new title without the words that both begin with, up to the first number.

    >>> _rest("Long run 1 h 40", "Long run 2 h"), _rest("Easy 40 min", "Hills 6 × 1 min")
    ('2 h', 'Hills 6 × 1 min')
    """
    words = new.split(" ")
    same = 0
    for was, is_ in zip(old.split(" "), words[:-1], strict=False):
        if was != is_ or not is_.isalpha():
            break
        same += 1
    return " ".join(words[same:])


def _title(what: str, old: _Side, new: _Side, say: Language) -> str:
    if old.title != new.title:
        return f"{old.title} -> {_rest(old.title, new.title)}"
    if (old.day, old.clock) != (new.day, new.clock):
        return new.title
    text = {"moved": OTHER_ZONE, "changed": OTHER_TEXT}.get(what)
    return say(text, title=new.title) if text else new.title
