"""The [running] and [fitness] tables: what was really run, and how fast."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from scheduler.model.profile import Fitness, Result, Running
from scheduler.profile.fields import Field, Unfit, day, shown, whole
from scheduler.profile.sport import distance, pace, plain_distance, race_time
from scheduler.units import UNKNOWN_EASY_S_PER_KM, pace_text, seconds_for
from scheduler.words import assumed as words

if TYPE_CHECKING:
    from scheduler.profile.table import Table

UNSURE: Final = "unsure"
WEEK_MINUTES: Final = (5, 3_000)
RUN_MINUTES: Final = (5, 900)
MOST_WEEKLY_M: Final = 400_000
MOST_RUN_M: Final = 200_000
RUN_FREE_DAYS: Final = 7


def read_fitness(root: Table, units: str, today: date) -> Fitness:
    """The [fitness] table; empty where it is not given."""
    table = root.table("fitness")
    if table is None:
        return Fitness()
    result = table.table("result")
    fitness = Fitness(
        result=None if result is None else _result(result, today),
        easy_pace_s_per_km=table.optional("easy_pace", pace(units)),
        cadence_spm=table.optional("cadence_spm", whole(120, 230)),
    )
    table.close()
    return fitness


def read_running(
    root: Table, units: str, easy_s_per_km: int | None, today: date, start: date | None
) -> Running | None:
    """The [running] table, distances turned into minutes; None where it does not stand up."""
    table = root.table("running", required=True)
    if table is None:
        return None
    runs = table.required("runs_per_week", whole(1, 14))
    week_s = _seconds(table, "weekly", WEEK_MINUTES, MOST_WEEKLY_M, (units, easy_s_per_km))
    longest_s = _seconds(table, "longest_run", RUN_MINUTES, MOST_RUN_M, (units, easy_s_per_km))
    off = table.required("last_week_off_ended", _day_or_unsure())
    fast = table.optional("fast_minutes", whole(0, 600))
    longest_on = table.optional("longest_run_date", day())
    light = table.optional("last_light_week", day())
    held = table.optional("held_weekly_minutes", whole(*WEEK_MINUTES))
    aim = table.optional("aim_weekly_minutes", whole(*WEEK_MINUTES))
    most = table.optional("most_weekly_minutes", whole(*WEEK_MINUTES))
    wanted = table.optional("wanted_runs_per_week", whole(1, 7))
    _check_before_start(table, {"last_week_off_ended": off, "last_light_week": light}, start)
    _check_longest_run_date(table, longest_on, off, today)
    _check_aim(table, aim, most)
    _assume(table)
    table.close()
    if runs is None or week_s is None or longest_s is None or off is None:
        return None
    _check_amounts(table, runs, week_s, longest_s, fast)
    return Running(
        # Rounding distances down may leave a minute that the longest runs cannot hold.
        weekly_minutes=min(week_s // 60, longest_s // 60 * runs),
        longest_run_minutes=longest_s // 60,
        runs_per_week=runs,
        last_week_off_ended=off if isinstance(off, date) else None,
        longest_run_date=longest_on,
        fast_minutes=fast or 0,
        last_light_week=light,
        held_weekly_minutes=held,
        aim_weekly_minutes=aim,
        most_weekly_minutes=most,
        wanted_runs_per_week=wanted,
    )


def _check_aim(table: Table, aim: int | None, most: int | None) -> None:
    if aim is not None and most is not None and aim > most:
        allowed = f"up to most_weekly_minutes, {most}"
        table.report("aim_weekly_minutes", f"found {aim}; allowed: {allowed}")


def _result(table: Table, today: date) -> Result | None:
    metres = table.required("distance", distance())
    seconds = table.required("time", race_time(metres))
    on = table.required("date", day())
    table.close()
    if on is not None and on > today:
        table.report("date", f"found {on}; allowed: until today, {today}")
    if metres is None or seconds is None or on is None:
        return None
    return Result(distance_m=metres, seconds=seconds, date=on)


def _seconds(
    table: Table, name: str, minutes: tuple[int, int], most_m: int, speed: tuple[str, int | None]
) -> int | None:
    by_minutes, by_distance = f"{name}_minutes", f"{name}_distance"
    if not table.has(by_distance):
        read = table.required(by_minutes, whole(*minutes))
        return None if read is None else read * 60
    if table.has(by_minutes):
        table.report(by_distance, f"{by_minutes} is given too; keep one of the two")
        return None
    metres = table.required(by_distance, plain_distance(most_m))
    if metres is None:
        return None
    units, easy = speed
    seconds = seconds_for(metres, easy or UNKNOWN_EASY_S_PER_KM)
    found, at_pace = table.raw[by_distance], pace_text(easy or UNKNOWN_EASY_S_PER_KM, units)
    if not minutes[0] * 60 <= seconds <= minutes[1] * 60 + 59:
        within = f"from {minutes[0]} to {minutes[1]} minutes"
        told = f"found {shown(found)}, {seconds // 60} minutes at {at_pace}"
        table.report(by_distance, f"{told}; allowed: {within}")
        return None
    if easy is None:
        counted = seconds // 60
        taken = table.say(words.BY_DISTANCE, distance=found, minutes=counted, pace=at_pace)
        table.assume(by_distance, taken)
    return seconds


def _day_or_unsure() -> Field[date | str]:
    def read(value: object) -> date | str:
        if isinstance(value, str) and not value[:4].isdecimal():
            if value.strip().casefold() != UNSURE:
                raise Unfit
            return UNSURE
        return day().read(value)

    return Field(allowed=f'{day().allowed}, or "{UNSURE}"', read=read)


def _check_before_start(
    table: Table, days: dict[str, date | str | None], start: date | None
) -> None:
    for key, value in days.items():
        if isinstance(value, date) and start is not None and value >= start:
            table.report(key, f"found {value}; allowed: before the start of the plan, {start}")


def _check_longest_run_date(
    table: Table, longest_on: date | None, off: date | str | None, today: date
) -> None:
    if longest_on is None:
        return
    if longest_on > today:
        table.report("longest_run_date", f"found {longest_on}; allowed: until today, {today}")
    elif isinstance(off, date) and 0 <= (off - longest_on).days < RUN_FREE_DAYS:
        told = f"but the {RUN_FREE_DAYS} days up to {off} were without a run"
        table.report("longest_run_date", f"found {longest_on}, {told}")


def _check_amounts(table: Table, runs: int, week_s: int, longest_s: int, fast: int | None) -> None:
    week, longest = week_s // 60, longest_s // 60
    if longest_s > week_s:
        key = "longest_run_distance" if table.has("longest_run_distance") else "longest_run_minutes"
        table.report(key, f"found {longest} minutes; allowed: up to the whole week, {week} minutes")
    elif week_s > longest_s * runs:
        key = "weekly_distance" if table.has("weekly_distance") else "weekly_minutes"
        most = f"{runs} x the longest run, {runs * longest} minutes"
        table.report(key, f"found {week} minutes; allowed: up to {most}")
    if fast is not None and fast > week:
        table.report("fast_minutes", f"found {fast}; allowed: up to the whole week, {week} minutes")


def _assume(table: Table) -> None:
    unsure = table.raw.get("last_week_off_ended") == UNSURE
    if unsure:
        table.assume("last_week_off_ended", table.say(words.WEEK_OFF_UNSURE))
    if not table.has("longest_run_date"):
        table.assume("longest_run_date", table.say(words.NO_LONGEST_DATE))
    if not table.has("last_light_week"):
        text = words.NO_LIGHT_WEEK_UNSURE if unsure else words.NO_LIGHT_WEEK
        table.assume("last_light_week", table.say(text))
    if not table.has("fast_minutes"):
        table.assume("fast_minutes", table.say(words.NO_FAST_MINUTES))
