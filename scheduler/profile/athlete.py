"""The tables that name people and places: [athlete], [calendar] and [page]."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scheduler.model.profile import Athlete, CalendarOptions, PageOptions
from scheduler.profile.fields import text, truth, whole, word
from scheduler.profile.identity import email, language, zone
from scheduler.profile.sport import DAY_KEYS, WEEKDAYS, clock

if TYPE_CHECKING:
    from datetime import time

    from scheduler.model.profile import WeekShape
    from scheduler.profile.table import Table


def read_athlete(root: Table) -> Athlete | None:
    """The [athlete] table, None where it does not stand up."""
    table = root.table("athlete", required=True)
    if table is None:
        return None
    name = table.required("name", text())
    adult = table.required("adult", truth())
    units = table.optional("units", word(("km", "mi"))) or "km"
    timezone = _zone(table, root)
    address = table.optional("email", email())
    tongue = table.optional("language", language()) or "en"
    table.close()
    if name is None or adult is None:
        return None
    return Athlete(
        name=name, adult=adult, units=units, timezone=timezone, email=address, language=tongue
    )


def read_calendar(root: Table, week: WeekShape | None) -> CalendarOptions:
    """The [calendar] table; with ``times``, every available day must have one."""
    table = root.table("calendar")
    if table is None:
        return CalendarOptions()
    times = _times(table, week)
    reminder = table.optional("reminder_minutes", whole(0, 1440))
    if reminder is not None and not any(times) and not table.has("times"):
        table.report("reminder_minutes", f"found {reminder}; a reminder needs calendar.times")
    options = CalendarOptions(
        times=times,
        strength_time=table.optional("strength_time", clock()),
        reminder_minutes=reminder,
        rest_days=table.optional("rest_days", truth()) or False,
        busy=table.optional("busy", truth()) or False,
        feed=table.optional("feed", truth()) or False,
    )
    table.close()
    return options


def read_page(root: Table) -> PageOptions:
    """The [page] table."""
    table = root.table("page")
    if table is None:
        return PageOptions()
    options = PageOptions(
        paper=table.optional("paper", word(("a4", "letter"))) or "a4",
        coach=table.optional("coach", text()),
        note=table.optional("note", text(2000)),
    )
    table.close()
    return options


def _zone(table: Table, root: Table) -> str | None:
    timed = _time_of_day(root)
    if timed is None:
        return table.optional("timezone", zone())
    wanted = f"{zone().allowed}, because {timed} is a time of day"
    return table.required("timezone", replace(zone(), allowed=wanted))


def _time_of_day(root: Table) -> str | None:
    """The first place that needs the athlete's time zone."""
    calendar, races = root.raw.get("calendar"), root.raw.get("race")
    if isinstance(calendar, dict):
        for key in ("times", "strength_time"):
            if calendar.get(key):
                return f"calendar.{key}"
    for i, race in enumerate(races if isinstance(races, list) else []):
        if isinstance(race, dict) and "start_time" in race and "timezone" not in race:
            return f"race[{i}].start_time"
    return None


def _times(calendar: Table, week: WeekShape | None) -> tuple[time | None, ...]:
    table = calendar.table("times")
    if table is None:
        return (None,) * 7
    by_key = {key: table.optional(key, clock()) for key in DAY_KEYS}
    untimed = [
        name
        for i, name in enumerate(WEEKDAYS)
        if table.raw and week and i in week.available and not (table.raw.keys() & {name, "default"})
    ]
    table.close()
    if untimed:
        table.report("", f"no time for {', '.join(untimed)}; add them or a default")
    default = by_key["default"]
    return tuple(default if by_key[name] is None else by_key[name] for name in WEEKDAYS)
