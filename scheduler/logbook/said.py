"""What was said behind ``osteon log PROFILE``: the entries or the day that the words mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from scheduler.interview.amounts import minutes_or_distance
from scheduler.interview.question import Heard
from scheduler.interview.typed_days import typed_day
from scheduler.model.profile import LogEntry, LogWhat
from scheduler.profile.fields import Unfit, nearest
from scheduler.profile.fields import day as a_day
from scheduler.profile.log import MOST_MINUTES
from scheduler.profile.sport import FULL_WEEKDAYS
from scheduler.words import logbook as words
from scheduler.words.interview import NO_SUCH_DAY

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

FORGET: Final = "forget"
WHATS: Final = (*(str(what) for what in LogWhat), FORGET)
_FEWEST_LETTERS: Final = 2  # of a weekday's name: fewer are shared by two days


class Unclear(ValueError):  # noqa: N818 - it becomes wrong usage of the command line
    """Words that mean nothing here; the text says what was found and what would be right."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Forgotten:
    """An entry to be taken out: its day and, where that is said, what it is."""

    day: date
    what: LogWhat | None = None


def entries_said(what: str, said: Sequence[str], today: date, file: str) -> tuple[LogEntry, ...]:
    """The entries that are to be noted.

    Raises:
        Unclear: a day or a number is missing, too many or unknown.
    """
    means = LogWhat(what_said(what))
    if means is LogWhat.MISSED:
        days = _counted(said, 1, len(said), what, file)
        # The same day said twice is one day.
        return tuple(dict.fromkeys(LogEntry(date=day_said(d, today), what=means) for d in days))
    if means is LogWhat.DID:
        return (_run_said(_counted(said, 2, 4, what, file), today),)
    if means is LogWhat.ILL:
        first, last = _counted(said, 2, 2, what, file)
        until = day_said(last, today, ahead=True)
        return (LogEntry(date=day_said(first, today), what=means, until=until),)
    (day,) = _counted(said or ("today",), 1, 1, what, file)
    on = day_said(day, today, ahead=means is LogWhat.RESUME)
    return (LogEntry(date=on, what=means),)


def forgotten_said(said: Sequence[str], today: date, file: str) -> Forgotten:
    """The entry that is to be taken out.

    Raises:
        Unclear: the day is missing or unknown, or what the entry is.
    """
    day, *what = _counted(said, 1, 2, FORGET, file)
    return Forgotten(
        day=day_said(day, today),
        what=LogWhat(what_said(what[0], without=FORGET)) if what else None,
    )


def what_said(text: str, *, without: str = "") -> str:
    """What is to be noted, in upper or lower case.

    Raises:
        Unclear: it is none of the words, or is ``without``.
    """
    known = [what for what in WHATS if what != without]
    if text.casefold() not in known:
        raise Unclear(words.not_a_what(text, known, nearest(text, known)))
    return text.casefold()


def day_said(text: str, today: date, *, ahead: bool = False) -> date:
    """The day that was said; a weekday is the last one, today included.

    ``ahead``: the day may lie ahead, so that a weekday's name could mean either.

    >>> from datetime import date
    >>> day_said("thu", date(2027, 1, 20)).isoformat()
    '2027-01-14'

    Raises:
        Unclear: it is no day, or could be two.
    """
    plain = text.casefold().strip().rstrip(".,")
    names = [name for name in FULL_WEEKDAYS if name.startswith(plain)]
    if len(plain) >= _FEWEST_LETTERS and len(names) == 1:
        back = (today.weekday() - FULL_WEEKDAYS.index(names[0])) % 7
        day = today - timedelta(days=back)
        if ahead and back:
            raise Unclear(words.either_day(text, day, day + timedelta(days=7)))
        return day
    try:
        return a_day().read(typed_day(plain, today))
    except Unfit as unfit:
        possible = str(unfit) != NO_SUCH_DAY
        meant = nearest(plain, (*FULL_WEEKDAYS, "today", "yesterday")) if plain.isalpha() else None
        raise Unclear(words.not_a_day(text, meant, possible=possible)) from None


def _run_said(said: Sequence[str], today: date) -> LogEntry:
    """A day and its minutes, in the order in which they were said."""
    day, minutes = said[0], " ".join(said[1:])
    if _minutes(minutes, today) is None and _minutes(" ".join(said[:-1]), today) is not None:
        day, minutes = said[-1], " ".join(said[:-1])
    on, ran = day_said(day, today), _minutes(minutes, today)
    if ran is None or ran > MOST_MINUTES:
        raise Unclear(words.not_minutes(minutes, MOST_MINUTES))
    if ran == 0:
        return LogEntry(date=on, what=LogWhat.MISSED)
    return LogEntry(date=on, what=LogWhat.DID, minutes=ran)


def _minutes(text: str, today: date) -> int | None:
    try:
        read = minutes_or_distance().read(text, Heard(source="", today=today))
    except Unfit:
        return None
    return read if isinstance(read, int) else None


def _counted(said: Sequence[str], least: int, most: int, what: str, file: str) -> Sequence[str]:
    if not least <= len(said) <= max(least, most):
        raise Unclear(words.USAGE[what.casefold()].format(file=file))
    return said
