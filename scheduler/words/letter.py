"""The words of the mail that brings a plan, and of the headers it travels under."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.words.language import ENGLISH

if TYPE_CHECKING:
    from scheduler.words.language import Language

SUBJECT_FIRST: Final = "{goal}: your plan"
SUBJECT_CHANGED: Final = "{goal}: plan changed (revision {revision})"
SUBJECT_AGAIN: Final = "{goal}: your plan (revision {revision})"
SUBJECT_PAUSED: Final = "{goal}: running paused"
HELLO: Final = "Hello {name},"
FIRST: Final = "Here is your plan: {weeks}, from {day}."
CHANGED: Final = "Your plan has changed: this is revision {revision}."
AGAIN: Final = "Here is your plan as it stands: revision {revision}."
AGAIN_FIRST: Final = "Here is your plan as it stands."
ENDED: Final = (
    "The plan ended on {day}. Thank you for every run, and for every day of rest. Easy does it until"
    " the next one."
)
PAUSED: Final = (
    "Running is paused: no runs until you are back. Nothing is lost: your plan picks up where your"
    " body is. Cycling, swimming and strength that don't hurt keep your fitness. When you are back,"
    " reply to this mail: the start will be a fresh, gentle one."
)
CALENDAR: Final = "The calendar is attached: {file}."
CALENDAR_AND_PAGE: Final = (
    "Two files are attached: {file} for your calendar, and the page to print, {page}."
)
IMPORT_AGAIN: Final = "Import the new calendar, so that yours knows; the steps stand below."
THIS_WEEK: Final = "This week, {days}"
NEXT_WEEK: Final = "Next week, {days}"
FIRST_WEEK: Final = "The first week, {days}"
SECOND_WEEK: Final = "The second week, {days}"
LAST_WEEK: Final = "This is the last week of the plan."
SESSION_LENGTH: Final = "{title}, {length} in all"
RACE_LENGTH: Final = "{title}, {distance}, about {length}"
AHEAD_TITLE: Final = "Ahead"
RACE_AHEAD: Final = "{race}: {told}"
NEXT_OFF: Final = "The next week off: {days}."
NEXT_OFF_OTHER: Final = "The next week without running: {days}."
WEEKS_TO_GO: Final = "{told} · in {weeks}"
IN_THIS_WEEK: Final = "{told} · this week"
WAY_FIRST: Final = "The first time"
WAY_AGAIN: Final = "After a change"
WAY_KNOW: Final = "To know"
SET_BY: Final = "Some limits of this plan were set by {name}."

ONE_ADDRESS: Final = (
    "found {found}; one address is wanted, as in jo@example.org or Jo Brown <jo@example.org>"
)
NO_ADDRESS: Final = (
    "found {found}, which no mail can be sent to; an address looks like sam@example.org"
)
LOCAL_PART: Final = (
    "found {found}; letters outside a to z before the @ reach few mail servers, and osteon does not"
    " send to them. Ask for another address, or take this one out"
)


def hello(name: str, say: Language = ENGLISH) -> str:
    """The greeting."""
    return say(HELLO, name=name)


def subject(goal: str, text: str, revision: int, say: Language = ENGLISH) -> str:
    """What the mail is about, after one of the ``SUBJECT_`` texts; ``goal`` are the race's words."""
    return say(text, goal=goal, revision=revision)


def attached(file: str, page: str, say: Language = ENGLISH) -> str:
    """Which files came with the mail; ``page`` is "" where it did not."""
    return say(CALENDAR_AND_PAGE if page else CALENDAR, file=file, page=page)


def found(text: str) -> str:
    """What somebody wrote, for a message about it: on one line, cut where it is very long.

    >>> found("jo@@x"), found("a" * 90) == repr("a" * 60 + "…")
    ("'jo@@x'", True)
    """
    return repr(text if len(text) <= 60 else f"{text[:60]}…")
