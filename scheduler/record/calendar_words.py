"""What a calendar says of an event beyond the record, by its look; and the way back from it.

A record holds titles and texts as they were written. Steps, the mark of a cancelled event and the
last line are put into words when the calendar is, in the language and units of the event's day.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from scheduler.model.plan import Session, Status
from scheduler.words import calendar as words
from scheduler.words.language import LANGUAGES, language
from scheduler.words.steps import step_lines

if TYPE_CHECKING:
    from scheduler.model.plan import Note
    from scheduler.model.record import Look
    from scheduler.words.language import Language

PRODUCT_PARTS: Final = 4  # -//owner//product//language


class LastLine(NamedTuple):
    """The line that ends every event: in which language it stands, and which revision it names."""

    say: Language
    revision: int


def put_into_words(event: Session | Note, look: Look) -> tuple[object, ...]:
    """What the calendar says of an event under a look; equal where no byte of it would change."""
    say = language(look.language)
    last_line = words.revision_line(0, say)
    if event.status is Status.CANCELLED:
        return (words.cancelled_title("", say), say(words.CANCELLED_TEXT), last_line)
    if not isinstance(event, Session):
        return (last_line,)
    timed = event.starts_at is not None and event.timezone is not None and event.minutes > 0
    reminder = look.reminder_minutes if timed else None
    return (step_lines(event.steps, look.units, say), reminder, last_line)


def language_told(product: str) -> Language:
    """The language that a calendar's PRODID names.

    >>> language_told("-//osteon//osteon 0.1.0//EN-US").tag
    'en-US'
    """
    parts = product.split("//")
    return language(parts[-1] if len(parts) == PRODUCT_PARTS else "")


def last_line(text: str, say: Language) -> LastLine | None:
    """The last line of an event, in the calendar's language or one that osteon spoke before."""
    for tongue in (say, *LANGUAGES.values()):
        found = _revision(tongue).match(text)
        if found is not None:
            return LastLine(tongue, int(found[1]))
    return None


def title_of_cancelled(title: str, say: Language) -> str:
    """The title that a cancelled event had before."""
    before, _, after = say(words.CANCELLED_TITLE).partition("{title}")
    return title.removeprefix(before).removesuffix(after)


@lru_cache(maxsize=64)
def _revision(say: Language) -> re.Pattern[str]:
    before, _, after = say(words.REVISION).partition("{revision}")
    return re.compile(rf"{re.escape(before)}(\d+){re.escape(after)}\.?$", re.MULTILINE)
