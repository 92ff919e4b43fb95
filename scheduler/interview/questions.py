"""The questions, in the order in which they are asked; words stand in ``scheduler.words``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from scheduler.interview import kinds
from scheduler.interview.amounts import (
    goal_time,
    how_far,
    minutes_or_distance,
    pace,
    race_result,
    times_of_day,
    windows,
)
from scheduler.interview.question import Heard, Kind, Question
from scheduler.interview.typed_days import about_day, day_or_unsure, exact_day, no_pain, span
from scheduler.words.interview import Part
from scheduler.words.interview_questions import ASKED, MORE_RACES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from scheduler.words.interview import Asked

RACE: Final = "race"
MOST_RACES: Final = 20
MOST_AWAY: Final = 30
RISKS: Final = ("no", "discussed", "not-yet", "rather-not-say")


def _ask(
    part: Part,
    key: str,
    kind: Kind,
    *,
    when: Callable[[Heard], bool] = lambda _: True,
    default: Callable[[Heard], object] = lambda _: None,
    optional: bool = False,
) -> Question:
    return Question(
        key=key,
        part=part,
        words=ASKED[key],
        kind=kind,
        when=when,
        default=default,
        optional=optional,
    )


def _long_run(heard: Heard) -> object:
    free = _free(heard)
    return next((day for day in ("sun", "sat") if day in free), free[-1] if free else None)


def _free(heard: Heard) -> list[str]:
    found = heard.answers.get("week.available")
    return found if isinstance(found, list) else []


def _hurt(heard: Heard) -> bool:
    return heard.answers.get("health.injuries") != 0


def _wanted(heard: Heard) -> bool:
    return heard.answers.get("extras") is True


def _timed(heard: Heard) -> bool:
    return heard.answers.get("calendar.times") is not None


SAFETY: Final = (
    _ask(Part.SAFETY, "athlete.adult", kinds.yes_or_no()),
    _ask(Part.SAFETY, "health.out_of_scope", kinds.yes_or_no()),
    _ask(Part.SAFETY, "health.pain_free_on", no_pain()),
    _ask(Part.SAFETY, "health.thirty_minutes", kinds.yes_or_no()),
)
GOAL: Final = (
    _ask(Part.RACE, "athlete.name", kinds.plain()),
    _ask(Part.RACE, "goal", kinds.one_of((RACE, "block"))),
)
BLOCK: Final = (
    _ask(Part.RACE, "block.weeks", kinds.number("weeks", "week")),
    _ask(Part.RACE, "block.aim", how_far()),
)
START: Final = _ask(Part.RACE, "start", exact_day(), optional=True)
DAYS: Final = (
    _ask(Part.DAYS, "week.available", kinds.weekdays()),
    _ask(
        Part.DAYS,
        "week.long_run",
        kinds.one_weekday(),
        when=lambda heard: len(_free(heard)) > 1,
        default=_long_run,
    ),
    _ask(Part.DAYS, "week.most_minutes", windows(), optional=True),
)
AWAY: Final = _ask(Part.DAYS, "away", span(), optional=True)
RUNNING: Final = (
    _ask(
        Part.RUNNING,
        "athlete.units",
        kinds.one_of(("km", "mi"), {"kilometres": "km", "kilometers": "km", "miles": "mi"}),
        default=lambda _: "km",
    ),
    _ask(Part.RUNNING, "fitness.easy_pace", pace(), optional=True),
    _ask(Part.RUNNING, "running.runs_per_week", kinds.number("runs", "times", "x")),
    _ask(Part.RUNNING, "running.weekly", minutes_or_distance()),
    _ask(Part.RUNNING, "running.longest_run", minutes_or_distance()),
    _ask(Part.RUNNING, "running.longest_run_date", exact_day(), optional=True),
    _ask(Part.RUNNING, "running.last_week_off_ended", day_or_unsure()),
    _ask(
        Part.RUNNING,
        "running.fast_minutes",
        kinds.number("minutes", "min"),
        default=lambda _: 0,
    ),
    _ask(Part.RUNNING, "fitness.result", race_result(), optional=True),
)
HEALTH: Final = (
    _ask(
        Part.HEALTH,
        "health.file",
        kinds.one_of(("here", "own")),
        default=lambda heard: "own" if heard.in_git else "here",
    ),
    _ask(Part.HEALTH, "health.injuries", kinds.number()),
    _ask(Part.HEALTH, "health.last_injury", about_day(), when=_hurt),
    _ask(
        Part.HEALTH,
        "health.serious_site",
        kinds.one_of(
            ("yes", "no", "unknown"),
            {"y": "yes", "n": "no", "unsure": "unknown", "not sure": "unknown"}
            | dict.fromkeys(("don't know", "dont know"), "unknown"),
            ASKED["health.serious_site"].hint,
        ),
        when=_hurt,
    ),
    _ask(
        Part.HEALTH,
        "health.cleared_by",
        kinds.one_of(
            ("clinician", "self", "nobody"), {"doctor": "clinician", "physio": "clinician"}
        ),
        when=_hurt,
    ),
    _ask(
        Part.HEALTH,
        "health.cleared_on",
        about_day(),
        when=lambda heard: _hurt(heard) and heard.said("health.cleared_by") != "nobody",
    ),
    _ask(
        Part.HEALTH,
        "health.other_risks",
        kinds.one_of(RISKS, {"n": "no"}, ASKED["health.other_risks"].hint),
    ),
    _ask(
        Part.HEALTH,
        "health.discussed_on",
        exact_day(),
        when=lambda heard: heard.said("health.other_risks") == "discussed",
    ),
)
EXTRAS: Final = (
    _ask(Part.EXTRAS, "extras", kinds.yes_or_no(), default=lambda _: False),
    _ask(Part.EXTRAS, "calendar.times", times_of_day(), when=_wanted, optional=True),
    _ask(
        Part.EXTRAS,
        "athlete.timezone",
        kinds.time_zone(),
        when=lambda heard: _wanted(heard) and _timed(heard),
    ),
    _ask(Part.EXTRAS, "week.strength", kinds.weekdays(), when=_wanted, optional=True),
    _ask(Part.EXTRAS, "week.cross_training", kinds.several(), when=_wanted, optional=True),
    _ask(
        Part.EXTRAS,
        "page.paper",
        kinds.one_of(("a4", "letter")),
        when=_wanted,
        default=lambda _: "a4",
    ),
)


def course(heard: Heard) -> Iterator[Question]:
    """The questions that apply, as far as the answers so far can tell."""
    yield from SAFETY
    yield from GOAL
    if heard.said("goal") == RACE:
        yield from _races(heard)
    else:
        yield from BLOCK
    yield START
    yield from (question for question in DAYS if question.when(heard))
    for number in range(MOST_AWAY):
        key = f"away.{number}"
        words = ASKED["away.more"] if number else AWAY.words
        yield replace(AWAY, key=key, words=words)
        if heard.answers.get(key) is None:
            break
    for question in (*RUNNING, *HEALTH, *EXTRAS):
        if question.when(heard):
            yield question


def _races(heard: Heard) -> Iterator[Question]:
    small = [n for n in range(MOST_RACES) if heard.said(f"race.{n}.priority") in ("B", "C")]
    for number in range(MOST_RACES):
        yield from _race(number, heard.said(f"race.{number}.name"))
        if number + 1 < MOST_RACES:
            yield _more(number, hinted=small[:1] == [number])
        if heard.answers.get(f"race.{number}.more") is not True:
            return


def _race(number: int, name: str) -> Iterator[Question]:
    """The questions about one race; the first one is the goal and is not asked what it is for."""
    here = f"race.{number}"

    def ask(key: str, words: Asked, kind: Kind, *, optional: bool = False) -> Question:
        named = replace(words, ask=words.ask.format(name=name))
        return Question(
            key=f"{here}.{key}", part=Part.RACE, words=named, kind=kind, optional=optional
        )

    yield ask("name", ASKED["other.name" if number else "race.name"], kinds.plain())
    yield ask("date", ASKED["race.date"], exact_day())
    yield ask("distance", ASKED["race.distance"], how_far())
    if number:
        yield ask("priority", ASKED["race.priority"], kinds.one_of(("A", "B", "C")))
    yield ask("goal_time", ASKED["race.goal_time"], goal_time(f"{here}.distance"), optional=True)


def _more(number: int, *, hinted: bool) -> Question:
    """Whether another race follows; ``hinted`` tells of a quicker way to many small ones."""
    asked = ASKED["race.more"]
    return Question(
        key=f"race.{number}.more",
        part=Part.RACE,
        words=replace(asked, listed=(MORE_RACES,)) if hinted else asked,
        kind=kinds.yes_or_no(),
        default=lambda _: False,
    )
