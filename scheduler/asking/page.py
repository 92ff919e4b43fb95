"""The interview on the terminal: questions and sentences out, typed lines in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from scheduler.interview import Interview, offered
from scheduler.render.text import BOLD, FAINT, styled, wrapped
from scheduler.words import interview as words
from scheduler.words.amounts import long_date

if TYPE_CHECKING:
    from scheduler.interview.question import Question


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """Lines on the terminal, folded to ``width`` columns."""

    width: int
    colour: bool

    def say(self, text: str, *, indent: str = "", style: str = "") -> None:
        """Print a text, or an empty line."""
        for line in wrapped(text, self.width, first=indent, later=indent) or [""]:
            typer.echo(styled(line, style, colour=self.colour and bool(style)))

    def head(self, question: Question) -> str:
        """The title of the question's part; gives the part back."""
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
        """A line that was typed.

        Raises:
            EOFError: nothing more can be typed.
            KeyboardInterrupt: Ctrl-C.
        """
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
