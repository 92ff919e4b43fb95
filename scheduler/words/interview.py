"""What `osteon init` says around its questions: the frame, the answers, the way out and back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from scheduler.words.amounts import count
from scheduler.words.page import STOP_RULE


class Part(StrEnum):
    """The parts of the interview, in their order."""

    SAFETY = "Safety"
    RACE = "You and your goal"
    DAYS = "Your days"
    RUNNING = "Your running"
    HEALTH = "Bone health"
    EXTRAS = "Extras"


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """The words of a question.

    ``answer`` says what may be typed, ``more`` is the longer explanation behind "?", ``listed``
    are lines below the question, ``hint`` meets an answer that cannot be used, ``enter`` says what
    Enter alone means where that leaves the answer out.
    """

    ask: str
    why: str
    goes: str
    answer: str
    more: str
    listed: tuple[str, ...] = ()
    hint: str = ""
    enter: str = "leave it out"


YES: Final = frozenset({"yes", "y", "true", "yep", "yeah", "sure"})
NO: Final = frozenset({"no", "n", "false", "nope"})

# What the answers may be ---------------------------------------------------------------------
YES_OR_NO: Final = "yes or no"
DAY_OR_MONTH: Final = "a date such as 2025-03-10, or a month such as Mar 2025"
SOME_DAYS: Final = "days such as tue thu sun, all, or all except mon"
SOME_WINDOWS: Final = "minutes such as tue 40, or 60 sun 180 (60 on all other days)"
SOME_TIMES: Final = "a time such as 7:00, or 7:00 sun 9:00"
AN_AMOUNT: Final = "minutes or a distance, such as 240, 4h or 40 km"
A_SPAN: Final = "a day such as 2027-02-15, or two with to between them"
A_RESULT: Final = "a distance, a time and a day, such as 10k 48:30 2026-10-04"
RESULT: Final = "{distance} in {time} on {date}"
DAY_HINT: Final = "with the year, and the month as a word or as in 2027-04-11"
NO_SUCH_DAY: Final = "there is no such day"
NO_WEEKDAY: Final = "{text!r} is no day of the week"
FREE_OF_PAIN: Final = "none of these, as of {day}"

# Around the questions ------------------------------------------------------------------------
WELCOME: Final = (
    "About five minutes. Your answers become {file}, a text file that you can edit.",
    "Enter takes what is offered; ? tells more; back goes one question back; stop, or Ctrl-C, leaves"
    " and keeps your answers.",
    "Some questions are about health: they decide whether there is a plan, and how careful it is."
    " Those answers stay in a file of yours; no calendar, page, mail or record shows them.",
)
PART: Final = "{name}, part {number} of {parts}"
WHY: Final = "Why: {why} Kept in: {goes}."
ANSWER: Final = "Answer: {answer}."
ENTER: Final = "Enter: {offer}."
ENTER_KEEPS: Final = "Enter keeps {offer}."
PROMPT: Final = "> "
ECHO: Final = "= {told}"
NEEDED: Final = "This one needs an answer; ? tells more, stop leaves and keeps the rest."
FIRST: Final = "This is the first question."
UNREADABLE: Final = "That line could not be read; please type it again."
FROM_TODAY: Final = "Found {found}; allowed: from today, {today}, on."
AGAIN_OR_BACK: Final = "Give this answer again, or type back to change the one before."
HURTS: Final = (
    f"No plan today. {STOP_RULE} Come back after two weeks without pain, and their yes: set"
    " health.pain_free_on to that day. Meanwhile: cycling, swimming and strength that don't hurt."
)
GO_ON_OR_STOP: Final = (
    "You can go on, so that the rest is ready by then, or type stop: your answers are kept."
)
READ_WHOLE: Final = "Reading it as a whole, this does not fit yet:"

# Leaving and coming back ---------------------------------------------------------------------
FOUND_DRAFT: Final = "{draft} holds {answers} from before."
GO_ON: Final = "Go on with them? Enter: yes; no starts anew and drops them."
OTHER_DRAFT: Final = "is no draft of osteon init; move it, or give another name"
TAKEN: Final = "is there already and is never overwritten; give another name"
NOT_A_FOLDER: Final = "there is no such folder; make it, or give another name"
LEFT: Final = ("Kept in {draft}: {answers}.", "Go on at any time: {command}")
LEFT_EMPTY: Final = "Nothing was answered, nothing is kept."
LEFT_IN_GIT: Final = "It may hold health answers: keep *.draft out of git."
WRITTEN: Final = "Written: {files}."
NEXT: Final = "Next: {command}"
NEXT_GATE: Final = "Once that has changed, bring the answers up to date; then: {command}"
IGNORE_OWN: Final = (
    "This folder is under git. To keep health answers out, .gitignore needs the line: *.health.toml"
)
IGNORE_OWN_LATER: Final = (
    "Should this folder come under git: the line *.health.toml in .gitignore keeps them out."
)
IGNORE_WHOLE: Final = (
    "This folder is under git, and {file} holds health answers: list it in .gitignore, or do not share"
    " the repository."
)


def sentence(text: str) -> str:
    """A finding of the profile's readers as a sentence of its own."""
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith("?") else ".")


def misfit(ask: str, text: str) -> str:
    """A finding at an answer, by its question."""
    return f"“{ask}”: {text}"


def against(ask: str, text: str) -> str:
    """A finding at an earlier answer."""
    return f"That does not go with “{ask}”: {text}."


def answers(number: int) -> str:
    """How many answers."""
    return count(number, "answer", "answers")
