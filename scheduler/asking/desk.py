"""The interview with its files: the draft that is kept as it goes, the profile that it ends in."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from scheduler.errors import BadInput, Problem
from scheduler.files import read_if_there, write_atomically, write_new
from scheduler.interview import (
    DRAFT_SUFFIX,
    STOP,
    Interview,
    NotADraft,
    asks,
    closed_gates,
    draft_text,
    init_command,
    misfits,
    next_question,
    plan_command,
    profile_texts,
    read_draft,
    reopened,
    respond,
)
from scheduler.profile.parsing import health_name
from scheduler.words import interview as words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from scheduler.asking.page import Page


class Left(Exception):  # noqa: N818 - leaving is no error
    """The athlete typed stop."""


class Desk:
    """The terminal, the files and the interview so far."""

    def __init__(self, path: Path, today: date, page: Page) -> None:
        self.path = path
        self.health_path = path.with_name(health_name(path.name))
        self.draft = path.with_name(path.name + DRAFT_SUFFIX)
        self.page = page
        self.now = Interview(source=str(path), today=today, in_git=_in_git(path))

    def begin(self) -> None:
        """See that nothing is in the way, before the first question, and take a draft up."""
        for taken in (self.path, self.health_path):
            if _is_there(taken):
                raise _refused(taken, words.TAKEN)
        if not _is_there(self.path.absolute().parent):
            raise _refused(self.path, words.NOT_A_FOLDER)
        anew = self.now
        found = read_if_there(self.draft)
        if found is not None:
            self._take_up(found)
        for text in words.WELCOME:
            self.page.say(text.format(file=self.path))
        if self._answers() and not self._goes_on():
            self.now = anew
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
        if not self._answers():
            self.draft.unlink(missing_ok=True)
            self.page.say(words.LEFT_EMPTY)
            return
        count = words.answers(self._answers())
        command = init_command(str(self.path))
        for text in words.LEFT:
            self.page.say(text.format(draft=self.draft, answers=count, command=command))
        if self.now.in_git:
            self.page.say(words.LEFT_IN_GIT)

    def _answer(self) -> None:
        """Read lines until one of them answers the question, or goes back."""
        asked = self.now
        while self.now == asked:
            reply = respond(self.now, self.page.read())
            if reply.stop:
                raise Left
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
            self.now = read_draft(found.decode("utf-8"), self.now)
        except (NotADraft, UnicodeDecodeError):
            raise _refused(self.draft, words.OTHER_DRAFT) from None

    def _goes_on(self) -> bool:
        told = words.FOUND_DRAFT.format(draft=self.draft, answers=words.answers(self._answers()))
        self.page.say("")
        self.page.say(told)
        self.page.say(words.GO_ON)
        while (said := self.page.read().strip().casefold()) not in words.YES | words.NO | {""}:
            if said in STOP:
                raise Left
            self.page.say(words.GO_ON)
        return said not in words.NO

    def _answers(self) -> int:
        """How many answers there are, those taken back included."""
        return len(self.now.given) + len(self.now.before)

    def _keep(self) -> None:
        with _for_me_only():
            write_atomically(self.draft, draft_text(self.now).encode())

    def _reopen(self, wrong: tuple[tuple[str | None, Problem], ...]) -> None:
        self.page.say(words.READ_WHOLE)
        asked = asks(self.now)
        for key, problem in wrong:
            told = words.misfit(asked[key], problem.text) if key in asked else ""
            self.page.say(told or f"{problem.place}: {problem.text}", indent="  ")
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
        except BaseException:  # Ctrl-C too: nothing half done stays
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
        for text in list(closed.values())[:1]:  # all of them were told as they closed
            self.page.say("")
            self.page.say(text)
            self.page.say("")
        told = words.NEXT_GATE if closed else words.NEXT
        self.page.say(told.format(command=plan_command(str(self.path))))


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
    return any(_is_there(folder / ".git") for folder in path.resolve().parents)


def _is_there(path: Path) -> bool:
    """Whether anything has that name, a broken link too; what cannot be seen is told on writing."""
    try:
        return path.exists() or path.is_symlink()
    except OSError:
        return False
