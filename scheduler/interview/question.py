"""What a question of the interview is: frozen data, and what it may look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scheduler.model.plan_weeks import monday_after

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from scheduler.words.interview import Asked, Part


@dataclass(frozen=True, kw_only=True, slots=True)
class Heard:
    """The answers before a question, by key, and what is known without asking.

    An answer is the value that the profile will hold, None where it was left out. ``in_git`` tells
    that the folder of ``source``, the file to write, is a git work tree.
    """

    source: str
    today: date
    in_git: bool = False
    answers: Mapping[str, object] = field(default_factory=dict)

    @property
    def next_monday(self) -> date:
        """The day on which a plan starts that names no other."""
        return monday_after(self.today)

    def said(self, key: str) -> str:
        """An answer that is a word, "" where there is none."""
        value = self.answers.get(key)
        return value if isinstance(value, str) else ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """How an answer is typed.

    ``read`` turns what was typed into the profile's value, or raises ``Unfit`` with a hint; then
    ``allowed`` says what would do. ``show`` is a way to type a value: ``read`` gives it back.
    ``told`` says an accepted value in words, where these say more than ``show``.
    """

    allowed: str
    read: Callable[[str, Heard], object]
    show: Callable[[object], str] = str
    told: Callable[[object], str] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """One question: when it is asked, how it is answered, and what Enter alone gives.

    ``default`` gives None where Enter takes nothing; with ``optional``, Enter leaves it out.
    """

    key: str
    part: Part
    words: Asked
    kind: Kind
    when: Callable[[Heard], bool] = lambda _: True
    default: Callable[[Heard], object] = lambda _: None
    optional: bool = False
