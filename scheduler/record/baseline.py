"""What was run before the plan, and is wished for: [running] under the profile's own keys."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any, Final

from scheduler.model.profile import Running

UNSURE: Final = "unsure"
DAYS: Final = ("last_week_off_ended", "longest_run_date", "last_light_week")
OPTIONAL: Final = (
    "held_weekly_minutes",
    "aim_weekly_minutes",
    "most_weekly_minutes",
    "wanted_runs_per_week",
)
WISHES: Final = ("aim_weekly_minutes", "most_weekly_minutes", "wanted_runs_per_week")


def baseline_of(running: Running) -> dict[str, Any]:
    """[running] as JSON values: days as ISO dates, an unsure last week off as ``"unsure"``.

    >>> from scheduler.model.profile import Running
    >>> baseline_of(
    ...     Running(
    ...         weekly_minutes=240,
    ...         longest_run_minutes=95,
    ...         runs_per_week=4,
    ...         last_week_off_ended=None,
    ...     )
    ... )["last_week_off_ended"]
    'unsure'
    """
    known = {field.name: _plain(getattr(running, field.name)) for field in fields(running)}
    if known["last_week_off_ended"] is None:
        known["last_week_off_ended"] = UNSURE
    return known


def running_of(baseline: dict[str, Any]) -> Running:
    """[running] as the plan was made with it.

    Raises:
        ValueError: where the baseline does not hold what a published one holds.
    """
    known: dict[str, Any] = {field.name: baseline.get(field.name) for field in fields(Running)}
    if known["last_week_off_ended"] == UNSURE:
        known["last_week_off_ended"] = None
    for key, value in known.items():
        if key in DAYS:
            known[key] = _day(value)
        elif type(value) is not int and not (value is None and key in OPTIONAL):
            raise ValueError(f"{key} is not a whole number")
    return Running(**known)


def running_once_begun(baseline: dict[str, Any], now: Running) -> Running:
    """[running] of a plan that has begun: what was run stays as it was, wishes are today's."""
    wishes = {key: getattr(now, key) for key in WISHES}
    return replace(running_of(baseline), **wishes)


def _day(value: object) -> date | None:
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{value!r} is not a day")
    return None if value is None else date.fromisoformat(value)


def _plain(value: date | int | None) -> str | int | None:
    return value.isoformat() if isinstance(value, date) else value
