"""The words of the calendar file, apart from titles, notes and reasons, which the record holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.model.plan import RUNS, SessionKind
from scheduler.model.profile import Priority
from scheduler.words.amounts import aimed_at, count
from scheduler.words.page import SET_BY, STOP_RULE

if TYPE_CHECKING:
    from scheduler.model.plan import RunDays
    from scheduler.model.record import Record

CANCELLED_TITLE: Final = "Cancelled: {title}"
CANCELLED_TEXT: Final = "No longer in the plan, and nothing to make up."
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


def calendar_name(record: Record) -> str:
    """Whose plan for what: ``Sam: Rotterdam Marathon``, the last A race, else the last race."""
    goals = [race for race in record.races if race.priority is Priority.A] or record.races
    goal = max(goals, key=lambda race: race.date).name if goals else block_title(record)
    return f"{record.athlete.name}: {goal}"


def calendar_text(record: Record) -> str:
    """What the calendar says of itself: the revision, who set limits, and when to stop, once."""
    set_by = [f"{SET_BY} {record.limits_set_by}."] if record.limits_set_by else []
    waivers = [message.text for message in record.messages if message.code == "WAIVER"]
    return "\n".join([f"{revision_line(record.revision)}.", *set_by, *waivers, STOP_RULE])


def block_title(record: Record) -> str:
    """A plan without a race: so many weeks, towards what."""
    weeks = count(record.weeks_to_count, "week", "weeks")
    if record.aim_m is None:
        return f"{weeks} of running"
    return f"{weeks} towards {aimed_at(record.aim_m, record.athlete.units)}"


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


def revision_line(revision: int) -> str:
    """At which revision of the plan an event last changed."""
    return f"Plan revision {revision}"


def categories(kind: SessionKind) -> tuple[str, ...]:
    """The categories of a session, which Outlook and Thunderbird colour by."""
    own = KIND_CATEGORIES[kind]
    return (RUN_CATEGORY, own) if kind in RUNS else (own,)
