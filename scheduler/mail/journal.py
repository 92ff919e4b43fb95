"""What went out by mail, a line a fact, so that nothing goes out twice.

The file holds which plan and which letter, never an address, a name or a server's words. A line is
on disk before what it tells happens: "sending" before a letter's last byte leaves, so a "sending"
without an end means a letter that may or may not have arrived.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from scheduler.errors import BadInput, Problem
from scheduler.files import read_if_there
from scheduler.mail.appending import AppendedFile
from scheduler.mail.facts import Fact, What, facts_of, is_fact, line_of
from scheduler.model.letter import A_PLAN
from scheduler.words import sending as words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator
    from pathlib import Path

JOURNAL: Final = "mail.jsonl"
LOCK: Final = ".mail.lock"


class State(StrEnum):
    """How things stand with a letter; ``unsure`` may or may not have arrived."""

    NEW = "new"
    DRAFTED = "drafted"
    REFUSED = "refused"
    UNSURE = "unsure"
    SENT = "sent"


@dataclass(frozen=True, kw_only=True, slots=True)
class Mailed:
    """The revision of a plan last mailed: when, about what, and whether ``sent`` or ``drafted``."""

    about: str
    revision: int
    on: dt.datetime
    how: What


@dataclass(slots=True)
class _Letter:
    """What the lines so far say of one letter; an attempt that ends leaves earlier ones open."""

    last: State = State.NEW
    sent: bool = False
    under_way: bool = False
    left_open: bool = False
    on: dt.datetime | None = None

    def told(self, what: What, on: dt.datetime) -> None:
        self.on = on
        if what is What.SENDING:
            self.left_open = self.left_open or self.under_way
            self.under_way = True
            return
        self.last = State(what)
        self.sent = self.sent or what is What.SENT
        if what is not What.DRAFTED:
            self.under_way = False

    @property
    def state(self) -> State:
        if self.sent:
            return State.SENT
        return State.UNSURE if self.under_way or self.left_open else self.last


class Journal:
    """The facts of a journal, in their order."""

    def __init__(self, facts: Iterable[Fact] = ()) -> None:
        """See the class."""
        self._letters: dict[tuple[str, str], _Letter] = {}
        self._mailed: dict[str, Mailed] = {}
        self._revisions: dict[str, set[int]] = {}
        for fact in facts:
            self._learn(fact)

    @classmethod
    def read(cls, path: Path) -> Journal:
        """The journal as it stands; without a file it is empty.

        Raises:
            BadInput: a line is broken (one that a kill cut off at the end is left out), or the file
                cannot be read.
        """
        return cls(facts_of(path, read_if_there(path) or b""))

    def state(self, plan_id: str, about: str) -> State:
        """How things stand with one letter; once sent it stays so."""
        letter = self._letters.get((plan_id, about))
        return letter.state if letter else State.NEW

    def last_noted(self, plan_id: str, about: str) -> dt.datetime | None:
        """When something was last noted of a letter; None where nothing was."""
        letter = self._letters.get((plan_id, about))
        return letter.on if letter else None

    def last_mailed(self, plan_id: str) -> Mailed | None:
        """The plan's revision last sent or drafted; notes of a week and unsure letters are none."""
        return self._mailed.get(plan_id)

    def mailed_before(self, plan_id: str, revision: int) -> int:
        """The newest revision of a plan sent or drafted before this one; -1 where there is none."""
        earlier = (one for one in self._revisions.get(plan_id, ()) if one < revision)
        return max(earlier, default=-1)

    def _learn(self, fact: Fact) -> None:
        letter = self._letters.setdefault((fact.plan_id, fact.about), _Letter())
        letter.told(fact.what, fact.on)
        if fact.what in {What.SENT, What.DRAFTED} and fact.about.startswith(A_PLAN):
            self._revisions.setdefault(fact.plan_id, set()).add(fact.revision)
            self._mailed[fact.plan_id] = Mailed(
                about=fact.about, revision=fact.revision, on=fact.on, how=fact.what
            )


class HeldJournal(Journal):
    """A journal that this process alone may write; see ``held``."""

    def __init__(self, file: AppendedFile, facts: Iterable[Fact]) -> None:
        """See ``held``."""
        super().__init__(facts)
        self._file = file

    def note(self, fact: Fact) -> None:
        """Put the fact on disk; it is there when this returns.

        Raises:
            BadInput: the disk is full, or the system does not allow it; nothing was noted.
        """
        self._file.append(line_of(fact))
        self._learn(fact)


@contextmanager
def held(path: Path) -> Iterator[HeldJournal]:
    """The journal at ``path``, made if need be, for writing; no other process has it meanwhile.

    The lock ends with the process, however that ends. A last line that a kill cut off is taken
    away: what it would have told had not happened yet.

    Raises:
        BadInput: another process holds it, a line is broken, or the system does not allow it.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - loaded only where mail is written

    lock = FileLock(path.with_name(LOCK), timeout=0, mode=0o600)
    try:
        lock.acquire()
    except Timeout:
        problem = Problem(place="", text=words.ANOTHER_IS_SENDING)
        raise BadInput(str(path), (problem,)) from None
    except OSError as wrong:
        text = f"cannot be written: {(wrong.strerror or str(wrong)).lower()}"
        raise BadInput(str(path.parent), (Problem(place="", text=text),)) from wrong
    try:
        with AppendedFile(path) as file:
            facts = tuple(facts_of(path, file.whole))
            file.mend(whole=is_fact(file.whole.rpartition(b"\n")[2]))
            yield HeldJournal(file, facts)
    finally:
        lock.release()
