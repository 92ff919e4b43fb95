"""What is said of a plan that is paused, and of races that are over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.words.amounts import long_day

if TYPE_CHECKING:
    from datetime import date

PAUSED: Final = (
    "Running is paused: the runs to come are out of the calendar, and races stay in it. When you are back:"
    " osteon resume, for a fresh, gentle start."
)
PAUSED_TITLE: Final = "Running paused"
PAUSED_TEXT: Final = (
    "No runs until you are back. Nothing is lost: your plan picks up where your body is. Cycling, swimming"
    " and strength that don't hurt keep your fitness."
)
GATE_PAUSED: Final = (
    "Your published plan is paused until then: the runs to come are out of the new .ics. Import it again,"
    " so that your calendar knows."
)
STAYS: Final = (
    "What is published stays as it is until you choose: run no more than it says, and leave out what you are not"
    " well enough for. `osteon pause` takes the runs to come out of the calendar."
)
STAYS_BUT_DAYS_ILL: Final = (
    "What is published stays as it is until you choose, but for the days noted as ill: their runs are out of the"
    " .ics. Run no more than it says; `osteon pause` takes all runs to come out of the calendar."
)
STAYS_PAUSED: Final = "Until then running stays paused, and the calendar as it is."
WOULD_PAUSE: Final = (
    "Your published plan would be paused until then: the runs to come leave the calendar."
)
FIRST_PLAN_PAUSED: Final = (
    "No plan: [[log]] says that running is paused. Write down the day on which it goes on with"
    " `osteon resume`, or take the entry out, and plan again."
)


def another_runner(plan_id: str, name: str) -> str:
    """Said where a profile of somebody else has the plan_id of a published plan."""
    return (
        f"found {plan_id}, which is the plan of {name} in this folder; "
        "give this runner a plan_id of their own"
    )


def race_over(day: date) -> str:
    """Said of a race entered on a day that is over."""
    return (
        f"found {day}, which is over; a plan that has begun takes races from today on. "
        "Take it out, or write what was run with `osteon log`"
    )


def race_was_run(was: date, now: date) -> str:
    """Said of a race that is over and was given another date."""
    return (
        f"found {now}; this race stood in the plan on {long_day(was)}, and days that are over stay as they were. "
        "Give the new race an id of its own"
    )


def day_before_revision(asked: date, used: date) -> str:
    """Said where the plan was revised on a later day than the one asked for."""
    return f"The plan was last revised on {long_day(used)}, so it goes on from that day, not from {long_day(asked)}."
