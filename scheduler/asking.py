"""The interview at a terminal: it prints the questions, reads the lines and keeps the draft.

All that is decided is decided by ``scheduler.interview``; here are only terminal and files.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import typer

from scheduler.errors import BadInput, Problem
from scheduler.files import read_if_there, write_atomically, write_new
from scheduler.interview import (
    DRAFT_SUFFIX,
    Interview,
    NotADraft,
    closed_gates,
    draft_text,
    init_command,
    misfits,
    next_question,
    offered,
    plan_command,
    profile_texts,
    read_draft,
    reopened,
    respond,
)
from scheduler.profile.parsing import health_name
from scheduler.render.text import BOLD, FAINT, styled, wrapped
from scheduler.words import interview as words
from scheduler.words.amounts import long_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from scheduler.interview.question import Question

WIDEST: Final = 80
INTERRUPTED: Final = 130  # what shells make of Ctrl-C


def interview(path: Path, today: date, *, width: int = WIDEST, colour: bool = False) -> int:
    """Ask all questions and write the profile to ``path``; the exit code.

    Left early, the answers stay in a draft beside ``path``, and the next call goes on from it.

    Raises:
        BadInput: a file of that name is there, or the folder cannot be written to.
    """
    with contextlib.suppress(ImportError):  # line editing, where the system has it
        import readline  # noqa: F401, PLC0415
    desk = _Desk(path, today, min(width, WIDEST), colour)
    try:
        desk.begin()
        desk.ask_all()
    except _Left:
        pass
    except (EOFError, KeyboardInterrupt):
        typer.echo()
    except OSError:  # the terminal was closed; the draft is as it should be
        return INTERRUPTED
    else:
        return 0
    with contextlib.suppress(OSError):
        desk.say_goodbye()
    return INTERRUPTED


class _Left(Exception):  # noqa: N818 - leaving is no error
    """The athlete typed stop."""


class _Desk:
    """The terminal, the files and the interview so far."""

    def __init__(self, path: Path, today: date, width: int, colour: bool) -> None:
        self.path = path
        self.health_path = path.with_name(health_name(path.name))
        self.draft = path.with_name(path.name + DRAFT_SUFFIX)
        self.page = _Page(width=width, colour=colour)
        self.now = Interview(source=str(path), today=today, in_git=_in_git(path))

    def begin(self) -> None:
        """See that nothing is in the way, before the first question, and take a draft up."""
        for taken in (self.path, self.health_path):
            if taken.exists():
                raise _refused(taken, words.TAKEN)
        if not self.path.absolute().parent.is_dir():
            raise _refused(self.path, words.NOT_A_FOLDER)
        for text in words.WELCOME:
            self.page.say(text.format(file=self.path))
        found = read_if_there(self.draft)
        if found is not None:
            self._take_up(found)
        self._keep()

    def ask_all(self) -> None:
        """Ask until nothing is left to ask and the whole reads well; then write it."""
        part = ""
        while True:
            question = next_question(self.now)
            if question is None:
                wrong = misfits(self.now.heard)
                if not wrong:
                    self._write()
                    return
                self._reopen(wrong)
                continue
            if question.part != part:
                part = self.page.head(question)
            self.page.ask(question, self.now)
            self._answer()

    def say_goodbye(self) -> None:
        """Where the answers are and how to go on; without any answer no draft is left."""
        if not self.now.given:
            self.draft.unlink(missing_ok=True)
            self.page.say(words.LEFT_EMPTY)
            return
        count = words.answers(len(self.now.given))
        told = words.LEFT.format(
            draft=self.draft, answers=count, command=init_command(str(self.path))
        )
        self.page.say(told)
        if self.now.in_git:
            self.page.say(words.LEFT_IN_GIT)

    def _answer(self) -> None:
        """Read lines until one of them answers the question, or goes back."""
        asked = self.now
        while self.now == asked:
            reply = respond(self.now, self.page.read())
            if reply.stop:
                raise _Left
            self.now = reply.interview
            if self.now != asked:
                self._keep()
            for text in reply.said:
                self.page.say(text, indent="  ")
            for text in reply.gates:
                self.page.say("")
                self.page.say(text)
                self.page.say(words.GO_ON_OR_STOP)

    def _take_up(self, found: bytes) -> None:
        try:
            kept = read_draft(found.decode("utf-8"), self.now)
        except (NotADraft, UnicodeDecodeError):
            raise _refused(self.draft, words.OTHER_DRAFT) from None
        if not kept.given and not kept.before:
            return
        count = words.answers(len(kept.given) + len(kept.before))
        self.page.say("")
        self.page.say(words.FOUND_DRAFT.format(draft=self.draft, answers=count))
        self.page.say(words.GO_ON)
        while (said := self.page.read().strip().casefold()) not in words.YES | words.NO | {""}:
            self.page.say(words.GO_ON)
        if said not in words.NO:
            self.now = kept

    def _keep(self) -> None:
        with _for_me_only():
            write_atomically(self.draft, draft_text(self.now).encode())

    def _reopen(self, wrong: tuple[tuple[str | None, Problem], ...]) -> None:
        self.page.say(words.READ_WHOLE)
        for _, problem in wrong:
            self.page.say(words.sentence(f"{problem.place}: {problem.text}"), indent="  ")
        keys = [key for key, _ in wrong if key is not None]
        if not keys:
            raise BadInput(str(self.path), tuple(problem for _, problem in wrong))
        self.now = reopened(self.now, keys[0])

    def _write(self) -> None:
        text, health = profile_texts(self.now.heard)
        files = {self.path: text} if health is None else {self.health_path: health, self.path: text}
        written: list[Path] = []
        try:
            for path, content in files.items():
                private = health is None or path == self.health_path
                with _for_me_only() if private else contextlib.nullcontext():
                    write_new(path, content.encode())
                written.append(path)
        except BadInput:
            for path in written:
                path.unlink(missing_ok=True)
            raise
        self.draft.unlink(missing_ok=True)
        self._say_written([path for path in (self.path, self.health_path) if path in written])

    def _say_written(self, written: list[Path]) -> None:
        own = len(written) > 1
        self.page.say("")
        self.page.say(words.WRITTEN.format(files=" and ".join(map(str, written))))
        if own:
            self.page.say(words.IGNORE_OWN if self.now.in_git else words.IGNORE_OWN_LATER)
        elif self.now.in_git:
            self.page.say(words.IGNORE_WHOLE.format(file=self.path.name))
        closed = closed_gates(self.now.heard)
        for text in closed.values():
            self.page.say("")
            self.page.say(text)
        if closed:
            self.page.say("")
        told = words.NEXT_GATE if closed else words.NEXT
        self.page.say(told.format(command=plan_command(str(self.path))))


@dataclass(frozen=True, kw_only=True, slots=True)
class _Page:
    """Lines on the terminal, folded to its width."""

    width: int
    colour: bool

    def say(self, text: str, *, indent: str = "", style: str = "") -> None:
        for line in wrapped(text, self.width, first=indent, later=indent) or [""]:
            typer.echo(styled(line, style, colour=self.colour and bool(style)))

    def head(self, question: Question) -> str:
        parts = list(type(question.part))
        number = parts.index(question.part) + 1
        told = words.PART.format(name=question.part, number=number, parts=len(parts))
        typer.echo()
        self.say(told.upper(), style=BOLD)
        return question.part

    def ask(self, question: Question, now: Interview) -> None:
        """The question, why it is asked, where the answer goes, and what may be typed."""
        asked = question.words
        typer.echo()
        self.say(asked.ask, style=BOLD)
        for line in asked.listed:
            self.say(f"- {line}", indent="  ")
        self.say(words.WHY.format(why=asked.why, goes=asked.goes), indent="  ", style=FAINT)
        told = words.ANSWER.format(answer=asked.answer)
        if enter := _enter(question, now):
            told = f"{told} {enter}"
        self.say(told, indent="  ")

    def read(self) -> str:
        while True:
            try:
                return input(words.PROMPT)
            except UnicodeDecodeError:
                self.say(words.UNREADABLE)


def _enter(question: Question, now: Interview) -> str:
    """What Enter alone means, "" where it means nothing."""
    offer = offered(now, question)
    if offer is None:
        return ""
    if not offer:
        monday = long_date(now.heard.next_monday)
        return words.ENTER.format(offer=question.words.enter.format(monday=monday))
    kept = question.key in dict(now.before)
    return (words.ENTER_KEEPS if kept else words.ENTER).format(offer=offer)


def _refused(path: Path, text: str) -> BadInput:
    return BadInput(str(path), (Problem(place="", text=text),))


@contextlib.contextmanager
def _for_me_only() -> Iterator[None]:
    """Files made meanwhile are readable by their owner alone: they may hold health answers."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


def _in_git(path: Path) -> bool:
    return any((folder / ".git").exists() for folder in path.resolve().parents)
