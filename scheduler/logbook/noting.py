"""The log of a profile on disk: read, judged, written whole, and what is said about it.

Nothing is written before the new text has been read back and says what it should.
"""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scheduler.errors import BadInput, Problem
from scheduler.files import write_atomically
from scheduler.logbook.said import FORGET, WHATS, Unclear, entries_said, forgotten_said, what_said
from scheduler.logbook.toml_edit import parsed, with_entries, without_entry
from scheduler.model.log import illnesses
from scheduler.model.profile import LogEntry, LogWhat
from scheduler.profile.contradictions import contradictions
from scheduler.profile.fields import day
from scheduler.profile.files import MOST_BYTES, read_whole
from scheduler.profile.identity import slug
from scheduler.profile.log import read_entries
from scheduler.profile.table import Findings, Table
from scheduler.profile.toml_text import NotToml
from scheduler.words import logbook as words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from scheduler.profile.contradictions import Clash


@dataclass(frozen=True, kw_only=True, slots=True)
class Book:
    """The log of one profile: the file's text, its entries by place, and the start if known."""

    path: Path
    text: str
    entries: Mapping[int, LogEntry]
    start: date | None

    @property
    def file(self) -> str:
        """The profile's name as it is typed."""
        return shlex.quote(str(self.path))


def answer(path: Path, what: str | None, said: Sequence[str], today: date) -> tuple[str, ...]:
    """Do what was said behind ``osteon log PROFILE``, and say it back, a line each.

    Args:
        path: the profile.
        what: missed, did, ill, pause, resume or forget; None lists what is noted.
        said: the days and the minutes, as typed.
        today: no run, illness or pause begins later.

    Raises:
        Unclear: the words mean nothing here; nothing was written.
        BadInput: the profile cannot be used, or what is said contradicts what is noted; nothing
            was written.
    """
    if path.name.casefold() in WHATS and not path.exists():
        raise Unclear(words.PROFILE_FIRST.format(what=path.name.casefold()))
    if what is None:
        book = _opened(path)
        return words.listed(tuple(book.entries.values()), today, book.file)
    file = shlex.quote(str(path))
    if what_said(what) == FORGET:
        wish = forgotten_said(said, today, file)
        return _forget(_opened(path), wish.day, wish.what, today)
    entries = entries_said(what, said, today, file)
    return _note(_opened(path), entries, today)


def _opened(path: Path) -> Book:
    if path.suffix.lower() == ".json":
        raise _bad(path, words.A_RECORD)
    text = read_whole(path, words.ABSENT)
    findings = Findings()
    try:
        root = Table(parsed(text), "", findings)
    except NotToml as error:
        raise _bad(path, str(error)) from None
    if not root.has("plan_id"):
        raise _bad(path, words.NO_PROFILE)
    root.optional("plan_id", slug())
    start = root.optional("start", day())
    entries, _ = read_entries(root)
    if findings.problems:
        raise BadInput(str(path), tuple(findings.problems))
    return Book(path=path, text=text, entries=entries, start=start)


def _note(book: Book, said: Sequence[LogEntry], today: date) -> tuple[str, ...]:
    new = [entry for entry in said if not _is_noted(entry, book.entries)]
    told = [words.noted_before(entry, today) for entry in said if entry not in new]
    if not new:
        return (*told, words.NOTHING_WRITTEN)
    _refuse_contradictions(book, new, today)
    longer = with_entries(book.text, new)
    if longer is None:
        raise _bad(book.path, words.LOG_TAKES_NONE)
    _write(book.path, longer)
    return (*told, *words.noted(new, today, book.file))


def _is_noted(entry: LogEntry, entries: Mapping[int, LogEntry]) -> bool:
    """Whether the log says so already: the same entry, or days of an illness that it holds."""
    if entry.what is LogWhat.ILL and entry.until is not None and entry.until >= entry.date:
        spans = illnesses(entries.values())
        return any(first <= entry.date and entry.until <= last for first, last in spans)
    return entry in entries.values()


def _refuse_contradictions(book: Book, new: Sequence[LogEntry], today: date) -> None:
    """Refuse a log that is at odds with itself, then the entries that are at odds with it."""
    clashes = contradictions(book.entries, today, book.start)
    problems = [
        Problem(
            place=f"log[{clash.index}].{clash.key}",
            text=words.in_file(clash, book.entries, today, book.start),
        )
        for clash in clashes
    ]
    if not problems:
        first = len(book.entries)
        every = {**book.entries, **dict(enumerate(new, start=first))}
        problems = [
            Problem(place="", text=_said_of(clash, every, first, book, today))
            for clash in contradictions(every, today, book.start)
        ]
    if problems:
        raise BadInput(str(book.path), tuple(problems))


def _said_of(
    clash: Clash, every: Mapping[int, LogEntry], first_new: int, book: Book, today: date
) -> str:
    if clash.other is None:
        entry = every[clash.index]
        return words.said_alone(clash.why, entry, today, book.start, book.file)
    new, old = sorted((clash.index, clash.other), key=lambda index: index < first_new)
    change = _change(book, every[old])
    return words.said_together(
        clash.why, every[new], every[old], today, file=book.file, change=change
    )


def _change(book: Book, entry: LogEntry) -> str:
    """The command that takes an entry out."""
    others = [each for each in book.entries.values() if each.date == entry.date]
    which = f" {entry.what}" if len(others) > 1 else ""
    return f"osteon log {book.file} {FORGET} {entry.date}{which}"


def _forget(book: Book, on: date, what: LogWhat | None, today: date) -> tuple[str, ...]:
    found = {
        index: entry
        for index, entry in book.entries.items()
        if entry.date == on and what in {None, entry.what}
    }
    if not found:
        raise _bad(book.path, words.nothing_on(on, what, _holding(book, on), today))
    if len(set(found.values())) > 1:
        raise _bad(book.path, words.several_on(tuple(found.values()), today, book.file))
    place, entry = found.popitem()
    left = {index: each for index, each in book.entries.items() if index != place}
    now = contradictions(left, today, book.start)
    if len(now) > max(0, len(contradictions(book.entries, today, book.start)) - 1):
        raise _bad(book.path, words.needed(entry, left[now[0].index], today))
    shorter = without_entry(book.text, place)
    if shorter is None:
        raise _bad(book.path, words.BY_HAND)
    _write(book.path, shorter)
    return words.forgotten(entry, today, book.file)


def _holding(book: Book, on: date) -> LogEntry | None:
    """The illness that the day lies in, or None."""
    return next(
        (
            each
            for each in book.entries.values()
            if each.until is not None and each.date < on <= each.until
        ),
        None,
    )


def _write(path: Path, text: str) -> None:
    data = text.encode()
    if len(data) > MOST_BYTES:
        raise _bad(path, words.TOO_LARGE)
    write_atomically(path, data)


def _bad(path: Path, text: str) -> BadInput:
    return BadInput(str(path), (Problem(place="", text=text),))
