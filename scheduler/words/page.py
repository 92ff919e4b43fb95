"""The words of the printable page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.model.plan import SessionKind, WeekKind
from scheduler.units import distance_text
from scheduler.words.amounts import count, day_span, duration, short_day
from scheduler.words.language import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date

LANGUAGE: Final = "en"
AWAY: Final = "away"
AWAY_SIGN: Final = "a"  # on a phone, as in the terminal
AWAY_DAYS: Final = "Away: {days}."

WEEK_WORDS: Final = {
    WeekKind.BUILD: "build",
    WeekKind.RETURN: "first week back",
    WeekKind.DELOAD: "lighter",
    WeekKind.WEEK_OFF: "no running, on purpose",
    WeekKind.OFF: "no running",
    WeekKind.TAPER: "taper",
    WeekKind.RACE: "race week",
    WeekKind.TUNE_UP: "tune-up race",
    WeekKind.RECOVERY: "recovery",
}
WEEK_SENTENCES: Final = {
    WeekKind.BUILD: "",
    WeekKind.RETURN: "Easy, however the legs feel. The full minutes come back step by step.",
    WeekKind.DELOAD: "Lighter on purpose. The minutes left out are not added back later.",
    WeekKind.WEEK_OFF: "On purpose. A week costs very little fitness and gives bone time. Bike, swim, walk, lift; no jumping.",
    WeekKind.OFF: "No running this week, and nothing to make up afterwards.",
    WeekKind.TAPER: "Less on purpose, so that you arrive rested.",
    WeekKind.RACE: "Training is done. Sleep, eat, worn-in shoes.",
    WeekKind.TUNE_UP: "A race on the way. It is part of the week, not on top of it.",
    WeekKind.RECOVERY: "Easy days after a race. There is nothing to prove.",
}
NO_RUNS: Final = "Nothing to run, and nothing to make up. Rest counts."

# The word stands on paper and wide screens, the sign on a phone.
KIND_WORDS: Final = {
    SessionKind.EASY: "easy",
    SessionKind.LONG: "long",
    SessionKind.STRIDES: "strides",
    SessionKind.HILLS: "hills",
    SessionKind.THRESHOLD: "threshold",
    SessionKind.RACE_PACE: "race pace",
    SessionKind.RACE: "race",
    SessionKind.STRENGTH: "strength",
    SessionKind.CROSS_TRAINING: "cross",
    SessionKind.REST: "rest",
}
KIND_SIGNS: Final = {
    SessionKind.EASY: "",
    SessionKind.LONG: "L",
    SessionKind.STRIDES: "S",
    SessionKind.HILLS: "H",
    SessionKind.THRESHOLD: "T",
    SessionKind.RACE_PACE: "P",
    SessionKind.RACE: "R",
    SessionKind.STRENGTH: "+",
    SessionKind.CROSS_TRAINING: "×",
    SessionKind.REST: "–",
}

BESIDE_SIGN: Final = KIND_SIGNS[SessionKind.STRENGTH]  # on a tight sheet, beside a run's minutes
DAY_COLUMNS: Final = tuple((day[:3], day) for day in WEEKDAYS)
SKIP: Final = "Skip to the weeks"
WEEK_COLUMN: Final = "Week"
TOTAL_COLUMN: Final = "Total"
SEASON_TITLE: Final = "The season"
SEASON_CAPTION: Final = "Minutes of running for each day."
DRAWN: Final = (
    "Tick what is done; rest days have a box too. Under a total: the week, its filled part the"
    " longest run."
)
OUTSIDE: Final = "not in the plan"
RACE_ADDED: Final = "+ race"
OFF_TOTAL: Final = "off"

ALL_NAMED: Final = 2  # so many goals make a title; of more the first and the last
AFTER_RACE: Final = "After the race"
STOP_TITLE: Final = "When to stop"
STOP_RULE: Final = (
    "Pain in one spot on a bone, growing as you run, a limp, or pain at night: stop, and don't run"
    " again until a clinician has seen it. Groin or front of the hip: weight off it, seen within a"
    " day."
)
NOTES_TITLE: Final = "Good to know"
CHANGES_TITLE: Final = "What changed"
WEEKS_TITLE: Final = "Week by week"
BONE_LOAD_LINE: Final = (
    "Bone load tells a run as so much easy running, its faster parts counting for more: a weight to"
    " plan with, from a model of the shin, with how far it may be off; not a risk."
)
RULES_TITLE: Final = "The rules and their sources"
RULES_INTRO: Final = (
    "What every week of this plan keeps to. The strength says how well each is known: most are"
    " recommended by experts and have not been tested in runners."
)
STRENGTH_LABEL: Final = "Strength"
SOURCE_LABEL: Final = "Source"
READING_TITLE: Final = "How to read this plan"
READING_MINUTES: Final = (
    "Minutes count, {unit} follow. A number is a ceiling; stopping a little short is fine."
)
READING_EASY: Final = "Slow enough to chat in whole sentences. Most of the running is easy."
READING_BUILD: Final = "A little more than before, one thing at a time, or the same again."
READING_MISSED: Final = "Leave it out. Nothing to make up."
READING_STRENGTH: Final = (
    "About half an hour beside the running, never on a hard day or the day before one. The table's"
    " minutes are running alone."
)
NOT_ADVICE: Final = (
    "A planning aid, not medical advice. It does not replace a clinician who knows you."
)
SET_BY: Final = "Some limits of this plan were set by"
FACT_ATHLETE: Final = "Runner"
FACT_COACH: Final = "Coach"
FACT_RACE: Final = "Race"
FACT_GOAL: Final = "Goal race"
FACT_START: Final = "Starts"
FACT_LENGTH: Final = "Length"
FACT_PEAK: Final = "Fullest week"
FACT_LONGEST: Final = "Longest run"
FACT_VERSION: Final = "Version"
STEPS_LABEL: Final = "Steps"


def reading(
    units: str, week_kinds: Collection[WeekKind], *, strength: bool
) -> tuple[tuple[str, str], ...]:
    """How to read the plan, with the kinds of week that it has and no other."""
    unit = "miles" if units == "mi" else "kilometres"
    sentences = {**WEEK_SENTENCES, WeekKind.BUILD: READING_BUILD}
    return (
        ("Minutes", READING_MINUTES.format(unit=unit)),
        ("Easy", READING_EASY),
        *(
            (f"Week: {WEEK_WORDS[kind]}", sentences[kind])
            for kind in WeekKind
            if kind in week_kinds
        ),
        *((("Strength", READING_STRENGTH),) if strength else ()),
        ("Missed a day", READING_MISSED),
    )


def race_fact(day: str, metres: int, units: str, minutes: int) -> str:
    """When, how far and how long a race is: ``Sunday 11 April 2027 · 42.2 km · about 3 h 55``."""
    return f"{day} · {distance_text(metres, units)} · about {duration(minutes)}"


def version_fact(revision: int, day: str) -> str:
    """Which version of the plan this is."""
    return f"revision {revision}, {day}" if revision else f"first, {day}"


def week_title(index: int, weeks: int) -> str:
    """``Week 4 of 13``; weeks after the last race are not counted."""
    return f"Week {index} of {weeks}" if index <= weeks else AFTER_RACE


def week_totals(minutes: int, runs: int, longest: int, race_minutes: int) -> str:
    """``3 h 45 · 4 runs · longest 1 h 35``; empty without running."""
    race = f"race about {duration(race_minutes)}" if race_minutes else ""
    training = [duration(minutes), count(runs, "run", "runs")] if runs else []
    if longest and runs > 1:
        training.append(f"longest {duration(longest)}")
    return " · ".join([*training, race] if race else training)


def week_bone_load(load: str, *, goal_race: bool) -> str:
    """A week's bone load: ``This week: bone load 39.5 easy km``; a goal race's is left out of it."""
    return f"This week without the race: {load}" if goal_race else f"This week: {load}"


def away_days(spans: Iterable[tuple[date, date]]) -> str:
    """The days away of a week by their first and last, as in ``Away: 19 – 20 June.``, in a line."""
    told = (day_span(*span) if span[0] != span[1] else short_day(span[0]) for span in spans)
    return AWAY_DAYS.format(days=" and ".join(told))


def title_parts(goals: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Names of goals, each with our own words behind it.

    >>> title_parts(("Spring Half", "Autumn Marathon"))
    (('Spring Half', ' and '), ('Autumn Marathon', ''))
    >>> title_parts(("Spring Half", "Summer 10", "Autumn Marathon"))
    (('Spring Half', ' to '), ('Autumn Marathon', ', 3 goal races'))
    """
    if len(goals) <= ALL_NAMED:
        return tuple(zip(goals, (" and ", "")[-len(goals) :], strict=True))
    return ((goals[0], " to "), (goals[-1], f", {len(goals)} goal races"))


def session_distance(metres: int, units: str) -> str:
    """``about 7.3 km``; empty where there is none."""
    return f"about {distance_text(metres, units)}" if metres else ""
