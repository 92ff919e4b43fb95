"""The words of the terminal view and of the summary after planning."""

from __future__ import annotations

from typing import Final

from scheduler.model.plan import SessionKind, WeekKind
from scheduler.words.amounts import count, duration

# Eight letters at most: the column is as wide.
WEEK_WORDS: Final = {
    WeekKind.BUILD: "build",
    WeekKind.RETURN: "return",
    WeekKind.DELOAD: "lighter",
    WeekKind.WEEK_OFF: "week off",
    WeekKind.OFF: "off",
    WeekKind.TAPER: "taper",
    WeekKind.RACE: "race",
    WeekKind.TUNE_UP: "tune-up",
    WeekKind.RECOVERY: "recovery",
}
KIND_SIGNS: Final = {
    SessionKind.LONG: ("L", "long"),
    SessionKind.STRIDES: ("S", "strides"),
    SessionKind.HILLS: ("H", "hills"),
    SessionKind.THRESHOLD: ("T", "threshold"),
    SessionKind.RACE_PACE: ("P", "race pace"),
    SessionKind.RACE: ("R", "race"),
    SessionKind.STRENGTH: ("+", "strength"),
    SessionKind.CROSS_TRAINING: ("×", "cross-training"),
}
HEAD_WEEK: Final = "Wk"
HEAD_MONDAY: Final = "Monday"
HEAD_KIND: Final = "Week"
HEAD_TOTAL: Final = "Min"
HEAD_LONGEST: Final = "Long"
HEAD_DAYS: Final = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
NO_RUN: Final = "·"
AWAY_SIGN: Final = ("a", "away")
TODAY: Final = "today"
MESSAGES: Final = "Good to know"
EXPLAINED: Final = "Why: osteon explain with one of {codes}"
EXPLAINED_ONE: Final = "Why: osteon explain {codes}"
ASSUMED: Final = "Assumed"
NO_RUNS: Final = "Nothing to run, and nothing to make up. Rest counts."
MORE: Final = "One week with its steps: --week N"


def key(kinds: list[SessionKind], *, away: bool) -> tuple[str, ...]:
    """What the signs of the days mean, for what occurs: ``L long``, ``R race``, ``a away``."""
    signs = [sign for kind, sign in KIND_SIGNS.items() if kind in kinds]
    return tuple(" ".join(sign) for sign in [*signs, *([AWAY_SIGN] if away else [])])


def race_line(day: str, distance: str, minutes: int, name: str) -> str:
    """A race, the name last: whatever its direction of writing, nothing stands behind it."""
    return f"{day} · {distance} · about {duration(minutes)} · {name}"


def plan_line(weeks: int, start: str, revision: int, name: str) -> str:
    """How long the plan is, from when, which revision and whose, the name last."""
    version = f"revision {revision}" if revision else "first version"
    return f"{count(weeks, 'week', 'weeks')} from {start} · {version} · {name}"


def peak_line(minutes: int, week: int, longest: int, longest_week: int) -> str:
    """The fullest week and the longest run."""
    return (
        f"Fullest week {duration(minutes)} (week {week}),"
        f" longest run {duration(longest)} (week {longest_week})."
    )


def lighter_line(
    lighter: list[int], weeks_off: list[int], away: list[int], *, after_race: bool
) -> str:
    """Which weeks are lighter and which are without running, planned or for another reason."""
    parts = []
    if lighter:
        parts.append(f"Lighter: {_weeks(lighter)}.")
    if weeks_off:
        parts.append(f"No running, on purpose: {_weeks(weeks_off)}.")
    if away:
        parts.append(f"No running: {_weeks(away)}.")
    if after_race:
        parts.append("After the race: a week without running.")
    return " ".join(parts)


def before_plan(start: str) -> str:
    """Said where the day asked for lies before the plan."""
    return f"The plan starts on {start}. Until then, run as you do now."


def after_plan(end: str) -> str:
    """Said where the day asked for lies after the plan."""
    return f"The plan ended on {end}. Easy does it until the next one."


def no_such_week(week: int, weeks: int) -> str:
    """Said where the plan has no week of that number."""
    return f"there is no week {week}; the plan has weeks 1 to {weeks}"


def _weeks(indices: list[int]) -> str:
    if len(indices) == 1:
        return f"week {indices[0]}"
    *first, last = indices
    return f"weeks {', '.join(str(index) for index in first)} and {last}"
