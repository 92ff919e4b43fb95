"""What an earlier run left in the folder, and from what of it a plan goes on.

The record, where it is whole. Where it is lost, or broken and ``force`` says so, the calendar
beside it is read back; a calendar newer than the record goes before it. Nothing is written here.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, Final

from scheduler.errors import BadInput, Problem
from scheduler.files import read_if_there
from scheduler.words import lost_record as words

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.record import Record

MARKS: Final = {".ics": b"PRODID:-//osteon", ".html": b'content="osteon '}
MARK_WITHIN: Final = 4096  # bytes from the start in which a file says who wrote it


@dataclass(frozen=True, kw_only=True, slots=True)
class Earlier:
    """What the next revision follows.

    ``record`` is None for a first publication. ``in_words`` means that some of its sessions were
    read from a calendar, in words and without steps: ``record.completing`` makes them whole.
    ``published`` is the record as it stands in the folder, None where there is none to use.
    ``aside`` pairs files that cannot be used with the names under which they are kept; ``notes``
    say what was done.
    """

    record: Record | None = None
    in_words: bool = False
    published: Record | None = None
    aside: tuple[tuple[Path, Path], ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class _Place:
    """The files of one plan, and what its profile is read with."""

    profile: Path
    plan_id: str
    record: Path
    calendar: Path
    today: date


def earlier(profile_path: Path, out_dir: Path, today: date, *, force: bool = False) -> Earlier:
    """What of an earlier run the plan of a profile goes on from.

    Raises:
        BadInput: the record is another plan's; or it, or the calendar in its stead, cannot be used
            and ``force`` is not given.
    """
    from scheduler.profile import read_plan_id

    plan_id = read_plan_id(profile_path)
    if plan_id is None:
        return Earlier()
    record, calendar = (out_dir / f"{plan_id}{ending}" for ending in (".json", ".ics"))
    place = _Place(
        profile=profile_path, plan_id=plan_id, record=record, calendar=calendar, today=today
    )
    for path in (record, calendar):
        if path.is_dir():
            raise _bad(path, words.IN_THE_WAY)
    if read_if_there(record) is None:
        return _without_record(place, force=force)
    try:
        known = read_record(record)
    except BadInput as wrong:
        return _with_broken_record(place, wrong, force=force)
    return _with_record(place, known)


def read_record(path: Path) -> Record:
    """The record in a file.

    Raises:
        BadInput: the file is not there, or is no whole record.
    """
    from scheduler.record import from_json

    data = read_if_there(path)
    if data is None:
        raise _bad(path, words.NO_SUCH_FILE)
    return from_json(data, str(path))


def is_ours(name: str, data: bytes) -> bool:
    """Whether a calendar or page says of itself that osteon wrote it; other files always do."""
    mark = MARKS.get(Path(name).suffix)
    return mark is None or mark in data[:MARK_WITHIN]


def is_our_json(data: bytes) -> bool:
    """Whether JSON says of itself at its head that osteon wrote it, whole or not."""
    return b'"generator": "osteon ' in data[:MARK_WITHIN]


def _with_record(place: _Place, record: Record) -> Earlier:
    """The record, or the calendar beside it where that is of a later revision."""
    from scheduler.record.completing import overtaken

    if record.plan_id != place.plan_id:
        problem = Problem(place="plan_id", text=words.other_plan(record.plan_id))
        raise BadInput(str(place.record), (problem,))
    known = Earlier(record=record, published=record)
    data, name = read_if_there(place.calendar), place.calendar.name
    if data is None or sha256(data).hexdigest() == record.files.get(name):
        return known
    try:
        read = _told(place)
    except BadInput:
        return known  # the record is whole, and the calendar is written anew from it
    newer = None if read is None else overtaken(record, _filled(place, read))
    if newer is None:
        return known
    note = words.finished(name, newer.revision)
    return Earlier(record=newer, in_words=True, published=record, notes=(note,))


def _without_record(place: _Place, *, force: bool) -> Earlier:
    try:
        read = _told(place)
    except BadInput as wrong:
        if not force:
            raise _with_hint(wrong, words.FORCE_BEGINS_ANEW) from wrong
        return _anew(place.calendar)
    if read is None:
        return Earlier()
    note = words.read_back(place.record.name, place.calendar.name)
    return Earlier(record=_filled(place, read), in_words=True, notes=(note,))


def _with_broken_record(place: _Place, wrong: BadInput, *, force: bool) -> Earlier:
    broken = [place.record]
    try:
        read = _told(place)
    except BadInput:
        read = None
        broken.append(place.calendar)
    name = place.calendar.name
    if not force:
        hint = words.FORCE_BEGINS_ANEW if read is None else words.force_reads_back(name)
        raise _with_hint(wrong, hint) from wrong
    if read is None:
        return _anew(*broken)
    kept = _free(place.record)
    note = words.read_back_instead(place.record.name, name, kept.name)
    return Earlier(
        record=_filled(place, read), in_words=True, aside=((place.record, kept),), notes=(note,)
    )


def _anew(*broken: Path) -> Earlier:
    aside = tuple((path, _free(path)) for path in broken)
    kept = " and ".join(name.name for _, name in aside)
    return Earlier(aside=aside, notes=(words.begun_anew(kept),))


def _told(place: _Place) -> Record | None:
    """What the calendar in the folder tells of its record; None where osteon wrote none."""
    from scheduler.record.from_calendar import from_calendar

    data = read_if_there(place.calendar)
    if data is None or not is_ours(place.calendar.name, data):
        return None
    return from_calendar(data, str(place.calendar), place.plan_id)


def _filled(place: _Place, read: Record) -> Record:
    from scheduler.profile import read_profile
    from scheduler.record.filling import filled

    return filled(read, read_profile(place.profile, place.today, start=read.start))


def _free(path: Path) -> Path:
    """A name beside the file that nothing has yet."""
    numbers = chain([""], count(2))
    names = (path.with_name(f"{path.name}.broken{number}") for number in numbers)
    return next(name for name in names if not name.exists())


def _with_hint(wrong: BadInput, hint: str) -> BadInput:
    return BadInput(wrong.source, (*wrong.problems, Problem(place="", text=hint)))


def _bad(path: Path, text: str) -> BadInput:
    return BadInput(str(path), (Problem(place="", text=text),))
