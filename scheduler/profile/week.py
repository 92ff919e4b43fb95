"""The [week] table and the [[away]] spans: days for running."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from scheduler.model.plan_weeks import monday_of
from scheduler.model.profile import Away, WeekShape
from scheduler.profile.fields import day, text, whole
from scheduler.profile.sport import DAY_KEYS, WEEKDAYS, weekday
from scheduler.rules.unavailable_day import SHORTEST_RUN_MINUTES
from scheduler.words import assumed as words

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.profile import Block, Race
    from scheduler.profile.table import Table

ALL_DAY: Final = 1440  # minutes of a day without a ceiling


def read_week(root: Table) -> WeekShape | None:
    """The [week] table with a long-run day, chosen where none is given; None without a free day."""
    table = root.table("week", required=True)
    if table is None:
        return None
    available = _days(table, "available", required=True)
    if table.raw.get("available") == []:
        table.report("available", "found no day; give at least one day on which you can run")
    windows = _windows(table)
    long_run = _long_run(table, available, windows)
    _check_windows(table, available, windows)
    shape = WeekShape(
        available=frozenset(available),
        long_run=long_run,
        prefer_rest=frozenset(_days(table, "prefer_rest")),
        most_minutes=windows,
        strength=tuple(sorted(_days(table, "strength"))),
        cross_training=table.several("cross_training", text(60)),
    )
    table.close()
    return shape if available else None


def read_away(root: Table) -> tuple[Away, ...]:
    """The [[away]] spans by date, their last day included; those that touch are one."""
    spans = []
    for table in root.tables("away"):
        first, last = table.required("from", day()), table.required("until", day())
        table.close()
        if first is None or last is None:
            continue
        if not 0 <= (last - first).days <= 365:
            table.report("until", f"found {last}; allowed: from {first} to a year later")
        spans.append(Away(from_day=first, until=last))
    return _joined(sorted(spans, key=lambda span: (span.from_day, span.until)))


def tell_idle_away(
    root: Table,
    away: tuple[Away, ...],
    start: date | None,
    goal: tuple[tuple[Race, ...], Block | None],
) -> None:
    """Note the days away that no day of the plan meets; nothing where start or goal is amiss."""
    races, block = goal
    if start is None or not (races or block):
        return
    monday = monday_of(start)
    # A plan ends with the week after its last race, or with the last week of its block.
    weeks = block.weeks if block else (races[-1].date - monday).days // 7 + 2
    last = monday + timedelta(days=weeks * 7 - 1)
    for span in away:
        if start <= span.until and span.from_day <= last:
            continue
        text = words.AWAY_BEFORE if span.until < start else words.AWAY_AFTER
        root.assume("away", root.say(text, first=span.from_day, last=span.until))


def _joined(spans: list[Away]) -> tuple[Away, ...]:
    """Spans by date, without those that overlap or follow on the day after."""
    joined: list[Away] = []
    for span in spans:
        before = joined[-1] if joined else None
        if before and (span.from_day - before.until).days <= 1:
            joined[-1] = Away(from_day=before.from_day, until=max(before.until, span.until))
        else:
            joined.append(span)
    return tuple(joined)


def _days(table: Table, key: str, *, required: bool = False) -> tuple[int, ...]:
    found = table.several(key, weekday(), required=required)
    for number in sorted({each for each in found if found.count(each) > 1}):
        table.report(key, f'found "{WEEKDAYS[number]}" more than once')
    return found


def _long_run(
    table: Table, available: tuple[int, ...], windows: tuple[int | None, ...]
) -> int | None:
    given = table.optional("long_run", weekday())
    if given is not None and available and given not in available:
        free = ", ".join(WEEKDAYS[number] for number in sorted(set(available)))
        told = f'found "{WEEKDAYS[given]}"; allowed: one of the available days, {free}'
        table.report("long_run", told)
    if table.has("long_run") or not available:
        return given
    chosen = max(available, key=lambda day: (windows[day] or ALL_DAY, day == 6, day == 5, day))
    table.assume("long_run", words.long_run_day(chosen, table.say))
    return chosen


def _check_windows(
    table: Table, available: tuple[int, ...], windows: tuple[int | None, ...]
) -> None:
    short = {day: windows[day] or ALL_DAY for day in sorted(set(available))}
    short = {day: most for day, most in short.items() if most < SHORTEST_RUN_MINUTES}
    if available and len(short) == len(set(available)):
        told = f"no available day has {SHORTEST_RUN_MINUTES} minutes, the shortest run"
        table.report("most_minutes", told)
        return
    for most in sorted(set(short.values())):
        days = [day for day in short if short[day] == most]
        told = words.no_run(days, most, SHORTEST_RUN_MINUTES, table.say)
        table.assume("most_minutes", told)


def _windows(week: Table) -> tuple[int | None, ...]:
    table = week.table("most_minutes")
    if table is None:
        return (None,) * 7
    by_key = {key: table.optional(key, whole(10, 900)) for key in DAY_KEYS}
    table.close()
    return tuple(by_key["default"] if by_key[d] is None else by_key[d] for d in WEEKDAYS)
