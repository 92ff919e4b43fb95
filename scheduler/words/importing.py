"""How a plan gets into a calendar: one source for terminal, page and README.

What is said of Thunderbird was measured; of Google, Apple and Outlook it was gathered from public
reports, and ``GATHERED`` says so wherever the long form stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from scheduler.words.language import ENGLISH

if TYPE_CHECKING:
    from scheduler.words.language import Language


@dataclass(frozen=True, kw_only=True, slots=True)
class Way:
    """The way into one calendar program: the first time, and again after a change.

    ``short`` is the terminal's line for both; without one the program is told of in the long form
    alone.
    """

    program: str
    first: str
    again: str
    short: str = ""


WAYS: Final = (
    Way(
        program="Google",
        first=(
            "On the web: Settings > Add calendar > Create new calendar. Then Settings > Import &"
            " export: the .ics, into that calendar."
        ),
        again=(
            "The same way. Changed events are replaced, cancelled ones vanish. Reminders are"
            " dropped; Google uses its own."
        ),
        short=(
            "Google, on the web: Settings > Add calendar, then Import & export. Its own reminders"
            " apply, not the plan's."
        ),
    ),
    Way(
        program="Apple",
        first=(
            "On a Mac: open the .ics and choose New Calendar. On an iPhone: make the calendar first,"
            " then open the .ics and add all events to it."
        ),
        again=(
            "The same way, into the same calendar. Events are updated; cancelled ones stay, struck"
            " through."
        ),
        short="Apple: open the .ics and choose New Calendar; later files go into the same one.",
    ),
    Way(
        program="Outlook",
        first=(
            "Classic: open the .ics, and it becomes a calendar of its own. New, and on the web: Add"
            " calendar > Create blank calendar, then Upload from file."
        ),
        again="Delete the plan's calendar first. Imported twice, every event doubles.",
        short=(
            "Outlook: classic opens the .ics as a calendar of its own. Delete that one before the"
            " next import: imported twice, every event doubles."
        ),
    ),
    Way(
        program="Thunderbird",
        first="Make a new calendar, then import the .ics into it.",
        again=(
            "Delete the plan's calendar first. Events that it knows are refused, and nothing moves."
        ),
    ),
)
OWN_CALENDAR: Final = "Give the plan a calendar of its own."
CANNOT: Final = (
    "An import adds and changes events. It never deletes one: what a later plan drops stays, marked"
    " as cancelled."
)
WAY_OUT: Final = (
    "The clean way in any program: delete the plan's calendar, then import the new file."
)
NEWEST: Final = (
    "Import the newest file: an older one brings the older plan back. Cancelled events stay in the"
    " file for the plan's life, so a fresh import shows them too, marked."
)
BY_ITSELF: Final = (
    "An import is a copy of one day. For changes that come by themselves, subscribe to the file at"
    " a web address, or keep the plan on a CalDAV server."
)
GATHERED: Final = (
    "What is said of Google, Apple and Outlook was gathered from public reports and not tried;"
    " Thunderbird was."
)
PAPER: Final = "Paper: open the .html and print the page."
# The terminal's: three programs, what no import can do, and paper.
HOW_TO: Final = (
    f"{OWN_CALENDAR} An import never deletes: the clean way is to delete the plan's calendar and"
    " import the new file.",
    *(way.short for way in WAYS if way.short),
    PAPER,
)

# In a mail: for each program the first time, after a change, and what to know, a short line each.
IN_MAIL: Final = {
    "Google": (
        "On the web: Settings > Add calendar > Create new calendar. Then Settings > Import & export:"
        " the .ics, into that calendar.",
        "The new .ics, the same way: changed events are replaced, cancelled ones vanish.",
        "Reminders are dropped; Google uses its own.",
    ),
    "Apple": (
        "On a Mac: open the .ics and choose New Calendar. On an iPhone: make the calendar first, then"
        " open the .ics and add all events to it.",
        "The new .ics, the same way, into the same calendar: events are updated.",
        "Cancelled events stay, struck through.",
    ),
    "Outlook": (
        "Classic: open the .ics, and it becomes a calendar of its own. New, and on the web: Add"
        " calendar > Create blank calendar, then Upload from file.",
        "Delete the plan's calendar, then import the new .ics as if for the first time.",
        "Imported twice, every event doubles.",
    ),
    "Thunderbird": (
        "Make a calendar for the plan; then Add, in the bar above this mail, and choose it.",
        "Never Update, which doubles what changed. Delete the plan's calendar, make a new one, then"
        " Add.",
        "The box above this mail shows one event; all are added.",
    ),
}
MAIL_LIMITS: Final = (
    "An import never deletes: what a later plan drops stays, marked as cancelled. The clean way in"
    " any program is to delete the plan's calendar and import the new file. What is said of Google,"
    " Apple and Outlook was gathered from public reports and not tried; Thunderbird was."
)

AGAIN: Final = "After a change"
INTRO: Final = "The .ics file that came with this page holds the plan."
AGAIN_TOO: Final = "{first} {after_a_change}: {again}"
PAGE_TITLE: Final = "Into a calendar"
LIMITS: Final = "What an import cannot do"
SUBSCRIBE: Final = "Changes by themselves"


def page_intro(say: Language = ENGLISH) -> str:
    """What stands above the page's ways."""
    return f"{say(INTRO)} {say(OWN_CALENDAR)} {say(GATHERED)}"


def page_ways(say: Language = ENGLISH) -> tuple[tuple[str, str], ...]:
    """The page's list, names and texts: each program, then what holds for all of them."""
    return (
        *((way.program, _both_times(way, say)) for way in WAYS),
        (say(LIMITS), f"{say(CANNOT)} {say(WAY_OUT)}"),
        (say(SUBSCRIBE), say(BY_ITSELF)),
    )


def readme_text() -> str:
    """The README's part as Markdown: what holds for all, and a row for each program."""
    return "\n".join(
        (
            f"{OWN_CALENDAR} {CANNOT}",
            f"**{WAY_OUT}** {NEWEST}",
            "",
            "| calendar | the first time | after a change |",
            "| --- | --- | --- |",
            *(f"| {way.program} | {way.first} | {way.again} |" for way in WAYS),
            "",
            f"{BY_ITSELF} {GATHERED}",
        )
    )


def _both_times(way: Way, say: Language) -> str:
    """The first time, and again after a change, in one text."""
    again = _lowered(say(way.again))
    return say(AGAIN_TOO, first=say(way.first), after_a_change=say(AGAIN), again=again)


def _lowered(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
