"""The words of the race-day card: a line each for start, pace, warm-up, food and what comes after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.model.profile import Priority
from scheduler.units import UNIT_MM, duration_text
from scheduler.words.amounts import clock, count, distance, duration, short_day
from scheduler.words.language import ENGLISH
from scheduler.words.sessions import RACE_WHY, WALK_BREAKS_WHY

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, time

    from scheduler.words.language import Language

# Of a race on the way nothing hangs: it stands in for the week's long run.
OPENING: Final = {
    Priority.A: RACE_WHY,
    Priority.B: "A race to practise on: shoes, food and a calm start, as on the day that counts.",
    Priority.C: "A race as training: run it as it comes, nothing hangs on it.",
}
START: Final = (
    "Start {at}: a meal you know two or three hours before, at the line with time to spare."
)
NO_START: Final = "A meal you know two or three hours before, at the line with time to spare."
RECKONED: Final = "Reckoned at {length}, an even {pace}{splits}."
FIRST: Final = "First {distance} not under {time}, however easy it feels."
# By distance class: up to 7.5, 16.1, 30 and 45 km, and longer.
BY_FEEL: Final = (
    "By feel: a few words at a time, and the first kilometre easier than that.",
    "By feel: short sentences in the first half, a few words at a time after it.",
    "By feel: whole sentences in the first third, short ones after it.",
    "By feel: whole sentences until well past halfway.",
    "By feel: whole sentences, all day.",
)
WALKS: Final = "A minute of walking in every ten is a good beginning."
_JOG: Final = (
    "Warm-up: ten minutes, walking and then easy jogging, done ten minutes before the start."
)
_WALK: Final = "Warm-up: a walk; the first minutes of the race are the rest of it."
WARM_UP: Final = (_JOG, _JOG, _WALK, _WALK, _WALK)
SHORT_FOOD: Final = "On the way: nothing to eat, drink if you are thirsty."
LONG_FOOD: Final = (
    "On the way: eat as you did on long runs, every half hour or so; drink to thirst."
)
FOOD_FROM_MINUTES: Final = 76
AFTER: Final = "After: walk a little, dry clothes, eat within the hour."
FREE_THEN_RUN: Final = "Then {days} without running; next run {day}, {length}."
NEXT_RUN: Final = "Next run {day}, {length}."
FREE: Final = "Then {days} without running at least."
STOP: Final = "Pain in one spot on a bone, growing as you run: stop, today too."


def start_line(at: time | None, say: Language = ENGLISH) -> str:
    """When it starts, and what comes before."""
    return say(NO_START) if at is None else say(START, at=clock(at, say))


def pace_lines(
    distance_m: int,
    seconds: int,
    splits: Sequence[int],
    calm_to: int,
    *,
    units: str,
    say: Language = ENGLISH,
) -> tuple[str, str]:
    """The time reckoned with, the even pace and its splits in metres; how fast up to ``calm_to``."""
    told = " · ".join(
        f"{distance(metres, units, say)} {_at(metres, distance_m, seconds)}" for metres in splits
    )
    pace = f"{_at(UNIT_MM[units] // 1000, distance_m, seconds)} /{units}"
    splits_told = f": {told}" if told else ""
    length = duration(seconds // 60, say)
    calm_time = _at(calm_to, distance_m, seconds)
    return (
        say(RECKONED, length=length, pace=pace, splits=splits_told),
        say(FIRST, distance=distance(calm_to, units, say), time=calm_time),
    )


def _at(metres: int, distance_m: int, seconds: int) -> str:
    return duration_text(round(seconds * metres / distance_m))


def walk_line(say: Language = ENGLISH) -> str:
    """How to walk and run, without a clock."""
    return f"{say(WALK_BREAKS_WHY)} {say(WALKS)}"


def food_line(minutes: int, say: Language = ENGLISH) -> str:
    """What to eat and drink on the way."""
    return say(LONG_FOOD if minutes >= FOOD_FROM_MINUTES else SHORT_FOOD)


def after_line(free_days: int, next_run: tuple[date, int] | None, say: Language = ENGLISH) -> str:
    """What comes after: so many days without running, and the next run with its minutes."""
    days = count(free_days, "day", "days", say)
    if next_run is None:
        return f"{say(AFTER)} {say(FREE, days=days)}" if free_days else say(AFTER)
    day, minutes = next_run
    text = FREE_THEN_RUN if free_days else NEXT_RUN
    then = say(text, days=days, day=short_day(day, say), length=duration(minutes, say))
    return f"{say(AFTER)} {then}"
