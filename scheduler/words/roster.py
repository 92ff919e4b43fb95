"""The words of the coach's index page, which is in English as the terminal is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.model.plan import WeekKind
from scheduler.model.roster import Standing
from scheduler.words.amounts import count, duration, short_date

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

TITLE: Final = "Athletes"
CAPTION: Final = "Every athlete with a plan, as of {day}"
COUNTED_ATHLETES: Final = ("athlete", "athletes")
COUNTED_NEEDING: Final = ("needs you", "need you")
COUNTED_TO_MAIL: Final = ("changed and not mailed", "changed and not mailed")
COUNTED_WITHOUT: Final = ("without a plan", "without a plan")
COUNTED_REMOVED: Final = ("without a profile", "without a profile")
NOBODY: Final = "No athlete has a plan here yet."

ATHLETE: Final = "Athlete"
RACE: Final = "Next race"
TO_GO: Final = "To go"
THIS_WEEK: Final = "This week"
WEEK_OFF: Final = "Next week off"
NEEDS_YOU: Final = "Needs you"
CHANGED: Final = "Changed"
SEASON: Final = "Season"
FILES: Final = "Calendar and mail"
SORT_BY: Final = "Sort by"

FIND: Final = "Find an athlete or a race"
ONLY_NEEDING: Final = "Only who needs me"
SHOWN: Final = "{shown} of {all} shown"  # filled in by the page's own script

KINDS: Final = {
    WeekKind.BUILD: "Build",
    WeekKind.RETURN: "First week back",
    WeekKind.DELOAD: "Lighter",
    WeekKind.WEEK_OFF: "Week off",
    WeekKind.OFF: "No running",
    WeekKind.TAPER: "Taper",
    WeekKind.RACE: "Race week",
    WeekKind.TUNE_UP: "Tune-up race",
    WeekKind.RECOVERY: "Recovery",
}
STANDINGS: Final = {
    Standing.NEW: "New",
    Standing.REVISED: "Revised",
    Standing.UNCHANGED: "Unchanged",
    Standing.PAUSED: "Paused",
    Standing.REFUSED: "No new plan",
    Standing.BAD_INPUT: "Profile to mend",
    Standing.FAULT: "osteon's own fault",
    Standing.REMOVED: "No profile any more",
}
NO_PLAN: Final = "No plan"
PARTED: Final = " · "
GOAL_LETTER: Final = "{priority} race"
NO_RACE: Final = "No race to come"
RACE_WEEK_NOW: Final = "race week"
STARTS: Final = "Starts {day}"
STARTS_THIS_WEEK: Final = "Starts this week"
PLAN_OVER: Final = "Plan is over"
NO_WEEK_OFF: Final = "None to come"
NEXT_WEEK: Final = "next week"
IN_WEEKS: Final = "in {weeks}"
FIRST_VERSION: Final = "First version"
REVISION: Final = "Revision {revision}"
TODAY: Final = "today"

CALENDAR: Final = "Calendar"
DRAFT: Final = "Draft"
LINK_OF: Final = "{file} of {name}"
NOT_MAILED: Final = "Not mailed yet"
NO_ADDRESS: Final = "No e-mail address"
CHANGED_SINCE: Final = "Changed since the last mail"
HOW: Final = {"drafted": "Drafted", "sent": "Mailed"}
MAILED: Final = "Mailed"
MAILED_ON: Final = "{how} {day}"

KEY_TITLE: Final = "How to read the seasons"
KEY_RUNNING: Final = "running"
KEY_LIGHTER: Final = "lighter, taper, recovery"
KEY_OFF: Final = "no running"
KEY_RACE: Final = "race week"
KEY_TUNE_UP: Final = "tune-up race"
KEY_NOW: Final = "this week"
KEY_SCALE: Final = "A bar is a week, its height the minutes, each season by its own fullest week. Minutes of a goal race are left out."
WITHOUT_TITLE: Final = "Without a plan yet"
WITHOUT_INTRO: Final = "Mend what is told here, then run osteon roster again."
REMOVED_TITLE: Final = "No profile any more"
REMOVED_INTRO: Final = "Their files are left where they are. Take the folder away yourself once nobody follows the calendar."
PRIVACY: Final = (
    "No health data on this page: that an answer is to be renewed is told, never which."
)

LOOKS: Final = {
    "light": "Lighter",
    "off": "No running",
    "tune-up": "Tune-up race",
    "race": "Race week",
}
IN_KIND: Final = "{kind}: {weeks}."
FULLEST: Final = "Fullest: week {index}, {minutes}."


def day(on: date, today: date) -> str:
    """Day and month, and the year where it is another one than today's.

    >>> from datetime import date
    >>> day(date(2026, 12, 7), date(2026, 11, 23)), day(date(2027, 4, 11), date(2026, 11, 23))
    ('7 Dec', '11 Apr 2027')
    """
    return short_date(on) if on.year == today.year else f"{short_date(on)} {on.year}"


def starts(monday: date, today: date) -> str:
    """When a plan's first week comes, or that it is this one."""
    return STARTS_THIS_WEEK if monday <= today else STARTS.format(day=day(monday, today))


def in_weeks(weeks: int) -> str:
    """How far away a Monday is that many weeks from this week's.

    >>> in_weeks(1), in_weeks(5)
    ('next week', 'in 5 weeks')
    """
    return NEXT_WEEK if weeks == 1 else IN_WEEKS.format(weeks=count(weeks, "week", "weeks"))


def how_many_weeks(number: int) -> str:
    """The length of a season."""
    return count(number, "week", "weeks")


def weeks_noun(number: int) -> str:
    """What so many are: a week, or weeks."""
    return "week" if number == 1 else "weeks"


def revision(number: int) -> str:
    """Which version of a plan stands; the first is no revision."""
    return REVISION.format(revision=number) if number else FIRST_VERSION


def revision_within(number: int) -> str:
    """The same within a sentence."""
    return revision(number).lower()


def fullest(index: int, minutes: int) -> str:
    """Which week has most minutes."""
    return FULLEST.format(index=index, minutes=duration(minutes))


def in_kind(kind: str, weeks: Sequence[int]) -> str:
    """The weeks of a kind by their numbers, those in a row as one span.

    >>> in_kind("Lighter", [4, 8, 18, 19, 20])
    'Lighter: 4, 8, 18–20.'
    """
    spans: list[list[int]] = []
    for week in weeks:
        if spans and week == spans[-1][-1] + 1:
            spans[-1] = [spans[-1][0], week]
        else:
            spans.append([week])
    return IN_KIND.format(kind=kind, weeks=", ".join("–".join(map(str, one)) for one in spans))


def standing(one: Standing, *, has_plan: bool = True) -> str:
    """A standing in words; a refusal reads otherwise where no plan stands yet."""
    return STANDINGS[one] if has_plan or one is not Standing.REFUSED else NO_PLAN


def mailed(how: str, on: str, revision: int | None) -> str:
    """When a plan was last mailed or drafted, if that is known, and which revision if that is told.

    >>> mailed("sent", "29 Jun", None), mailed("drafted", "29 Jun", 2), mailed("", "", 0)
    ('Mailed 29 Jun', 'Drafted 29 Jun: revision 2', 'Mailed: first version')
    """
    done = HOW.get(how, MAILED)
    when = MAILED_ON.format(how=done, day=on) if on else done
    return when if revision is None else f"{when}: {revision_within(revision)}"
