"""The words of the calendar file, apart from titles, notes and reasons, which the record holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.model.plan import RUNS, SessionKind
from scheduler.model.profile import Priority
from scheduler.words.amounts import aimed_at, count
from scheduler.words.language import ENGLISH
from scheduler.words.page import SET_BY, STOP_RULE

if TYPE_CHECKING:
    from scheduler.model.plan import RunDays
    from scheduler.model.record import Record
    from scheduler.words.language import Language

CANCELLED_TITLE: Final = "Cancelled: {title}"
CANCELLED_TEXT: Final = "No longer in the plan, and nothing to make up."
REVISION: Final = "Plan revision {revision}"
BLOCK: Final = "{weeks} of running"
BLOCK_TOWARDS: Final = "{weeks} towards {aim}"
BUSY: Final = "Busy"
NOTE_CATEGORY: Final = "Training week"
RUN_CATEGORY: Final = "Running"
KIND_CATEGORIES: Final = {
    SessionKind.EASY: "Easy run",
    SessionKind.LONG: "Long run",
    SessionKind.STRIDES: "Strides",
    SessionKind.HILLS: "Hills",
    SessionKind.THRESHOLD: "Threshold",
    SessionKind.RACE_PACE: "Race pace",
    SessionKind.RACE: "Race",
    SessionKind.STRENGTH: "Strength",
    SessionKind.CROSS_TRAINING: "Cross-training",
    SessionKind.REST: "Rest",
}
# CSS3 names: RFC 7986 allows no other colours.
NOTE_COLOR: Final = "slategray"
KIND_COLORS: Final = {
    SessionKind.EASY: "mediumseagreen",
    SessionKind.LONG: "steelblue",
    SessionKind.STRIDES: "yellowgreen",
    SessionKind.HILLS: "peru",
    SessionKind.THRESHOLD: "darkorange",
    SessionKind.RACE_PACE: "tomato",
    SessionKind.RACE: "crimson",
    SessionKind.STRENGTH: "mediumpurple",
    SessionKind.CROSS_TRAINING: "cadetblue",
    SessionKind.REST: "silver",
}


def calendar_name(record: Record, say: Language = ENGLISH) -> str:
    """Whose plan for what: ``Sam: Rotterdam Marathon``, the last A race, else the last race."""
    goals = [race for race in record.races if race.priority is Priority.A] or record.races
    goal = max(goals, key=lambda race: race.date).name if goals else block_title(record, say)
    return f"{record.athlete.name}: {goal}"


def calendar_text(record: Record, say: Language = ENGLISH) -> str:
    """What the calendar says of itself: the revision, who set limits, and when to stop, once."""
    set_by = [f"{say(SET_BY)} {record.limits_set_by}."] if record.limits_set_by else []
    waivers = [message.text for message in record.messages if message.code == "WAIVER"]
    revision = revision_line(record.revision, say)
    return "\n".join([f"{revision}.", *set_by, *waivers, say(STOP_RULE)])


def block_title(record: Record, say: Language = ENGLISH) -> str:
    """A plan without a race: so many weeks, towards what."""
    weeks = count(record.weeks_to_count, "week", "weeks", say)
    if record.aim_m is None:
        return say(BLOCK, weeks=weeks)
    return say(BLOCK_TOWARDS, weeks=weeks, aim=aimed_at(record.aim_m, record.athlete.units, say))


def run_days_word(days: RunDays | None) -> str:
    """The weekdays of a week's runs, of its long run and of quality, for programs.

    >>> from scheduler.model.plan import RunDays
    >>> run_days_word(RunDays(runs=(1, 3, 6), long=6)), run_days_word(None)
    ('136.6.', '')
    """
    if days is None:
        return ""
    parts = (days.runs, *(() if day is None else (day,) for day in (days.long, days.quality)))
    return ".".join("".join(map(str, part)) for part in parts)


def revision_line(revision: int, say: Language = ENGLISH) -> str:
    """At which revision of the plan an event last changed."""
    return say(REVISION, revision=revision)


def cancelled_title(title: str, say: Language = ENGLISH) -> str:
    """``Cancelled: Easy 45 min``."""
    return say(CANCELLED_TITLE, title=title)


def categories(kind: SessionKind) -> tuple[str, ...]:
    """The categories of a session, in English for all: programs colour by the very word.

    Who has chosen colours in Outlook or Thunderbird keeps them when the language changes, and a
    coach has the same ones for athletes of several languages.
    """
    own = KIND_CATEGORIES[kind]
    return (RUN_CATEGORY, own) if kind in RUNS else (own,)
