"""The last look: the whole profile read as ``osteon plan`` will read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.errors import BadInput, Problem
from scheduler.interview.checking import key_at
from scheduler.interview.profile_text import profile_texts
from scheduler.profile.parsing import parse_profile

if TYPE_CHECKING:
    from scheduler.interview.question import Heard

PAIN: Final = "health.pain_free_on"


def misfits(heard: Heard) -> tuple[tuple[str | None, Problem], ...]:
    """What the written profile would be told, each with its question, None where none asks it.

    A day free of pain that could not be given is left blank, and is no misfit.
    """
    text, health_text = profile_texts(heard)
    try:
        parse_profile(text, heard.source, heard.today, health_text)
    except BadInput as wrong:
        blank = heard.answers.get(PAIN) == ""
        told = (each for each in wrong.problems if not (blank and each.place == PAIN))
        return tuple((key_at(heard, problem.place), problem) for problem in told)
    return ()
