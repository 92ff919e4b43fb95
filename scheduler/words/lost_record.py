"""What is said where a record is lost, broken or not this plan's, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

CALENDAR_UNREADABLE: Final = "cannot be read as a whole calendar of osteon's"
EVENT_UNREADABLE: Final = "is not as osteon writes an event, so the plan cannot go on from it"
NO_SUCH_FILE: Final = "is not there"
IN_THE_WAY: Final = "is a folder; move it away, or give another folder with -o"
FORCE_BEGINS_ANEW: Final = (
    "put it back from a copy; without one, --force keeps it aside and begins anew, "
    "and calendars that hold the plan may then pass over changes"
)
DELETE_THERE: Final = (
    "Calendars that hold this plan may keep old events and pass over changes: "
    "delete it there, then import the new file."
)


def other_calendar(plan_id: str) -> str:
    """Said of a calendar in which nothing belongs to the plan."""
    return f"holds no event of {plan_id}, so it is not this plan's calendar"


def other_plan(plan_id: str) -> str:
    """Said of a record that holds another plan than its name tells."""
    return f"is {plan_id}, another plan; give this one its own folder or put the record back"


def other_record(plan_id: str) -> str:
    """Said of a profile that is to go on from the record of another plan."""
    return f"the record is that of {plan_id}, another plan"


def other_start(start: date) -> str:
    """Said of a profile that was read without the start of the record it is to go on from."""
    return f"differs from the record's; read the profile with start={start}"


def read_back(record: str, calendar: str) -> str:
    """Said where the plan goes on from its calendar, as there is no record."""
    return (
        f"{record} is not there, so the plan goes on from {calendar}: every event keeps its place "
        "in your calendar. What a calendar does not hold, [running] above all, is taken from the "
        "profile as it is now."
    )


def read_back_instead(record: str, calendar: str, kept: str) -> str:
    """Said where the plan goes on from its calendar, as the record cannot be used."""
    return (
        f"{record} cannot be used and is kept as {kept}; the plan goes on from {calendar}: every "
        "event keeps its place in your calendar. What a calendar does not hold, [running] above "
        "all, is taken from the profile as it is now."
    )


def begun_anew(kept: str) -> str:
    """Said where neither record nor calendar could be used, and --force begins anew."""
    return f"The plan begins anew; what could not be used is kept as {kept}. {DELETE_THERE}"


def force_reads_back(calendar: str) -> str:
    """What --force would do about a record that cannot be used."""
    return (
        f"put it back from a copy; without one, --force keeps it aside and goes on from {calendar}"
    )


def finished(calendar: str, revision: int) -> str:
    """Said where the calendar is newer than the record: a run was cut short, or a copy is old."""
    return (
        f"{calendar} is at revision {revision} and newer than the record, as after a run that was "
        "cut short: the plan goes on from it."
    )
