"""The plan in the terminal: the season at a glance, one week with its steps, the summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scheduler.model.plan import WeekKind
from scheduler.render.terminal_season import season_lines
from scheduler.render.terminal_week import week_lines
from scheduler.render.text import clean, folded, wrapped
from scheduler.words import page as page_words
from scheduler.words import terminal as words
from scheduler.words.amounts import dated_day, distance
from scheduler.words.calendar import block_title
from scheduler.words.language import language

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.profile import Assumption
    from scheduler.model.record import Record

NARROWEST, WIDEST = 32, 96


def show_plan(
    record: Record,
    *,
    week: int | None = None,
    now: date | None = None,
    colour: bool = False,
    width: int = 80,
) -> str:
    """The season at a glance, or one week with its steps and reasons.

    ``week`` counts from 1; ``now`` picks the week that holds that day and marks the day. The text
    ends with a line break and keeps to ``width`` columns, from 32 up. ``colour`` adds bold, faint.

    Raises:
        BadInput: the plan has no such week.
    """
    wide = max(NARROWEST, min(width, WIDEST))
    if week is None and now is None:
        lines = [
            *_head(record, wide),
            "",
            *season_lines(record, wide, colour=colour),
            "",
            *_told(record, wide),
        ]
    else:
        lines = week_lines(record, week, now, wide, colour=colour)
    return "\n".join(lines).rstrip("\n") + "\n"


def summary(record: Record, *, assumptions: tuple[Assumption, ...] = (), width: int = 80) -> str:
    """What ``osteon plan`` prints: the plan in a few lines, what to know, what was assumed.

    An assumption that a message of the record tells already is not repeated.
    """
    wide = max(NARROWEST, min(width, WIDEST))
    weeks = record.weeks
    lines = _head(record, wide)
    if weeks and not record.is_paused:
        counted = weeks[: record.weeks_to_count]
        fullest = max(counted, key=lambda week: week.minutes)
        longest = max(counted, key=lambda week: week.longest_minutes)
        peak = words.peak_line(
            fullest.minutes, fullest.index, longest.longest_minutes, longest.index
        )
        lighter = words.lighter_line(
            [week.index for week in weeks if week.kind is WeekKind.DELOAD],
            [week.index for week in weeks if week.kind is WeekKind.WEEK_OFF],
            [week.index for week in weeks[: record.weeks_to_count] if week.kind is WeekKind.OFF],
            after_race=any(week.kind is WeekKind.OFF for week in weeks[record.weeks_to_count :]),
        )
        lines += [line for text in (peak, lighter) if text for line in wrapped(text, wide)]
    if record.messages:
        lines += ["", *_told(record, wide)]
    told_already = {message.text for message in record.messages}
    assumed = tuple(each.text for each in assumptions if each.text not in told_already)
    if assumed:
        lines += ["", words.ASSUMED, *_listed(assumed, wide)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _head(record: Record, width: int) -> list[str]:
    say = language(record.athlete.language)
    races = [
        words.race_line(
            dated_day(race.date, say),
            distance(race.distance_m, record.athlete.units, say),
            race.minutes,
            clean(race.name),
        )
        for race in record.races
    ]
    plan = words.plan_line(
        record.weeks_to_count,
        dated_day(record.start, say),
        record.revision,
        clean(record.athlete.name),
    )
    set_by = [f"{page_words.SET_BY} {clean(record.limits_set_by)}"] if record.limits_set_by else []
    block = [] if record.aim_m is None else [block_title(record, say)]
    told = (record.plan_id, *races, *block, plan, *set_by)
    return [line for text in told for line in folded(text, width)]


def _told(record: Record, width: int) -> list[str]:
    if not record.messages:
        return []
    told = _listed(tuple(each.text for each in record.messages), width)
    codes = list(dict.fromkeys(each.code for each in record.messages))
    line = words.EXPLAINED if len(codes) > 1 else words.EXPLAINED_ONE
    return [words.MESSAGES, *told, *wrapped(line.format(codes=", ".join(codes)), width)]


def _listed(texts: tuple[str, ...], width: int) -> list[str]:
    return [line for text in texts for line in wrapped(text, width, first="– ", later="  ")]
