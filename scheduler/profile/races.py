"""What the training is for: the [[race]] tables, or a [block] without a race."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from scheduler.model.profile import Block, Priority, Race
from scheduler.profile.fields import choice, day, text, whole
from scheduler.profile.identity import slug, zone
from scheduler.profile.sport import clock, distance, race_time
from scheduler.race_days import away_on, too_near
from scheduler.words.assumed import ONLY_RACE
from scheduler.words.races import one_line

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.profile import Away
    from scheduler.profile.table import Table

WEEKS_TO_RACE: Final = 104


def read_goal(
    root: Table, start: date | None, away: tuple[Away, ...]
) -> tuple[tuple[Race, ...], Block | None]:
    """The races by date, or the block; ``start`` None leaves the dates unjudged."""
    tables = root.tables("race")
    races = tuple(_race(table, start, alone=len(tables) == 1) for table in tables)
    given = any(key in root.raw for key in ("race", "block"))
    block = _block(root)
    if not given:
        root.report("race", "missing; give a [[race]], or a [block] to train without one")
    elif tables and root.has("block"):
        root.report("block", "a profile has races or a block, not both")
    elif root.raw.get("race") == []:
        root.report("race", "found none; give at least one below a line [[race]]")
    whole_races = tuple(race for race in races if race is not None)
    _check_together(root, tables, races)
    for table, race in zip(tables, races, strict=True):
        _check_at_home(table, race, away)
    return tuple(sorted(whole_races, key=lambda race: race.date)), block


def _race(table: Table, start: date | None, *, alone: bool) -> Race | None:
    name_id = table.required("id", slug())
    name = table.required("name", text())
    on = table.required("date", day())
    metres = table.required("distance", distance())
    priority = _priority(table, alone=alone)
    goal = table.optional("goal_time", race_time(metres))
    start_time = table.optional("start_time", clock())
    timezone = table.optional("timezone", zone())
    table.close()
    if on is not None and start is not None:
        _check_date(table, on, start)
    if name_id is None or name is None or on is None or metres is None or priority is None:
        return None
    return Race(
        id=name_id,
        name=name,
        date=on,
        distance_m=metres,
        priority=priority,
        goal_seconds=goal,
        start_time=start_time,
        timezone=timezone,
    )


def _priority(table: Table, *, alone: bool) -> Priority | None:
    if alone and not table.has("priority"):
        table.assume("priority", table.say(ONLY_RACE))
        return Priority.A
    return table.required("priority", choice(Priority))


def _check_date(table: Table, on: date, start: date) -> None:
    last = start + timedelta(weeks=WEEKS_TO_RACE)
    if on < start:
        table.report("date", f"found {on}; allowed: from the start of the plan, {start}")
    elif on > last:
        within = f"until {last}, {WEEKS_TO_RACE} weeks after the start"
        table.report("date", f"found {on}; allowed: {within}")


def _check_together(root: Table, tables: tuple[Table, ...], races: tuple[Race | None, ...]) -> None:
    ids: dict[str, str] = {}
    dates: dict[date, str] = {}
    for table, race in zip(tables, races, strict=True):
        if race is None:
            continue
        if race.id in ids:
            table.report("id", f'found "{race.id}" a second time; {ids[race.id]} has it already')
        if race.date in dates:
            told = f"found {race.date} a second time; {dates[race.date]} is on that day"
            table.report("date", f"{told}, and each race needs a week of its own")
        ids.setdefault(race.id, one_line(race.name))
        dates.setdefault(race.date, one_line(race.name))
    if races and None not in races:
        _check_goals(root, tables, tuple(race for race in races if race is not None))


def _check_goals(root: Table, tables: tuple[Table, ...], races: tuple[Race, ...]) -> None:
    """One race a week, none on days side by side, and a goal race at the end."""
    goals = [race for race in races if race.priority is Priority.A]
    if not goals:
        root.report("race", 'no race is the goal; give one of them priority = "A"')
        return
    last = max(goals, key=lambda race: race.date)
    after = {race.date for race in races if race.date > last.date}  # told once, as that
    for place, (table, race) in enumerate(zip(tables, races, strict=True)):
        if race.date > last.date:
            goal = f"{one_line(last.name)} on {last.date}"
            told = f"found {race.date}, after the last goal race, {goal}"
            table.report("date", f"{told}; keep it for the next plan, or leave it out")
            continue
        for other in races[:place]:
            if other.date in (race.date, *after):
                continue
            if too_near(race.date, other.date):
                told = f"found {race.date}, too near to {one_line(other.name)} on {other.date}"
                way = "one race a week (Monday to Sunday), with a day between two races at least"
                table.report("date", f"{told}; allowed: {way}; leave one of them out")


def _check_at_home(table: Table, race: Race | None, away: tuple[Away, ...]) -> None:
    span = None if race is None else away_on(race.date, away)
    if race is not None and span is not None:
        told = f"found {race.date}, while away from {span.from_day} until {span.until}"
        table.report("date", f"{told}; end the days away before it, or leave the race out")


def _block(root: Table) -> Block | None:
    table = root.table("block")
    if table is None:
        return None
    weeks = table.required("weeks", whole(1, WEEKS_TO_RACE))
    aim = table.required("aim", distance())
    table.close()
    return None if weeks is None or aim is None else Block(weeks=weeks, aim_m=aim)
