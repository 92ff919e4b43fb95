"""The words of the printable page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.model.plan import SessionKind, WeekKind
from scheduler.words.amounts import about_distance, day_span, distance, duration, short_day
from scheduler.words.language import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date

    from scheduler.model.plan import Session
    from scheduler.words.language import Language

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

# The word stands on paper and wide screens, ten letters at most; the sign on a phone and for what
# is done beside a run.
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

SKIP: Final = "Skip to the weeks"
CITED: Final = "Rule {number}, {source}"
REST_DAYS: Final = "Rest: {days}."

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
CITED_LINE: Final = (
    "Behind a reason stands the rule it comes from, with its source; all are told at the end."
)
BONE_LOAD_LINE: Final = (
    "Bone load counts a run as so much easy running, its faster parts for more: a weight to plan"
    " with, from a model of the shin, with how far it may be off; not a risk."
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
FACT_RACES: Final = "Races"
FACT_GOALS: Final = "Goal races"
FACT_START: Final = "Starts"
FACT_LENGTH: Final = "Length"
FACT_PEAK: Final = "Fullest week"
FACT_LONGEST: Final = "Longest run"
FACT_VERSION: Final = "Version"
ABOUT_TITLE: Final = "About this plan"
RULE_LABEL: Final = "Rule"


def reading(
    units: str, week_kinds: Collection[WeekKind], say: Language, *, strength: bool
) -> tuple[tuple[str, str], ...]:
    """How to read the plan, with the kinds of week that it has and no other."""
    unit = say("miles") if units == "mi" else say("kilometres")
    sentences = {**WEEK_SENTENCES, WeekKind.BUILD: READING_BUILD}
    return (
        (say("Minutes"), say(READING_MINUTES, unit=unit)),
        (say("Easy"), say(READING_EASY)),
        *(
            (say("Week: {kind}", kind=say(WEEK_WORDS[kind])), say(sentences[kind]))
            for kind in WeekKind
            if kind in week_kinds
        ),
        *(((say("Strength"), say(READING_STRENGTH)),) if strength else ()),
        (say("Missed a day"), say(READING_MISSED)),
    )


def race_fact(day: str, metres: int, units: str, minutes: int, say: Language) -> str:
    """When, how far and how long a race is: ``Sunday 11 April 2027 · 42.2 km · about 3 h 55``."""
    return say(
        "{day} · {distance} · about {length}",
        day=day,
        distance=distance(metres, units, say),
        length=duration(minutes, say),
    )


def version_fact(revision: int, day: str, say: Language) -> str:
    """Which version of the plan this is."""
    if revision:
        return say("revision {revision}, {day}", revision=revision, day=day)
    return say("first, {day}", day=day)


def week_title(index: int, weeks: int, say: Language = ENGLISH) -> str:
    """``Week 4 of 13``; weeks after the last race are not counted."""
    return (
        say("Week {index} of {weeks}", index=index, weeks=weeks)
        if index <= weeks
        else say(AFTER_RACE)
    )


def week_totals(
    minutes: int, runs: int, longest: int, race_minutes: int, say: Language = ENGLISH
) -> str:
    """``3 h 45 · 4 runs · longest 1 h 35``; empty without running."""
    race = say("race about {length}", length=duration(race_minutes, say)) if race_minutes else ""
    training = [duration(minutes, say), say.count(runs, "run", "runs")] if runs else []
    if longest and runs > 1:
        training.append(say("longest {length}", length=duration(longest, say)))
    return " · ".join([*training, race] if race else training)


def week_bone_load(load: str, *, goal_race: bool, say: Language = ENGLISH) -> str:
    """A week's bone load: ``This week: bone load 39.5 easy km``; a goal race's is left out of it."""
    if goal_race:
        return say("This week without the race: {load}", load=load)
    return say("This week: {load}", load=load)


def away_days(spans: Iterable[tuple[date, date]], say: Language = ENGLISH) -> str:
    """The days away of a week by their first and last, as in ``Away: 19 – 20 June.``, in a line."""
    told = (
        day_span(*span, say) if span[0] != span[1] else short_day(span[0], say) for span in spans
    )
    return say(AWAY_DAYS, days=say(" and ").join(told))


def rest_days(days: Sequence[date], say: Language) -> str:
    """The days of rest of a week: ``Rest: Monday and Friday.``; empty without one.

    >>> from datetime import date
    >>> rest_days((date(2026, 12, 7), date(2026, 12, 9), date(2026, 12, 11)), ENGLISH)
    'Rest: Monday, Wednesday and Friday.'
    """
    if not days:
        return ""
    *others, last = (say.weekdays[day.weekday()] for day in days)
    told = say("{days} and {last}", days=", ".join(others), last=last) if others else last
    return say(REST_DAYS, days=told)


def title_parts(goals: Sequence[str], say: Language = ENGLISH) -> tuple[tuple[str, str], ...]:
    """Names of goals, each with our own words behind it.

    >>> title_parts(("Spring Half", "Autumn Marathon"))
    (('Spring Half', ' and '), ('Autumn Marathon', ''))
    >>> title_parts(("Spring Half", "Summer 10", "Autumn Marathon"))
    (('Spring Half', ' to '), ('Autumn Marathon', ', 3 goal races'))
    """
    if len(goals) <= ALL_NAMED:
        return tuple(zip(goals, (say(" and "), "")[-len(goals) :], strict=True))
    number = say(", {number} goal races", number=len(goals))
    return ((goals[0], say(" to ")), (goals[-1], number))


def session_distance(session: Session, units: str, say: Language) -> str:
    """``about 7.3 km``; a race's is exact, and empty where there is none."""
    if not session.distance_m:
        return ""
    if session.kind is SessionKind.RACE:
        return distance(session.distance_m, units, say)
    return about_distance(session.distance_m, units, say)
