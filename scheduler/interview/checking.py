"""What an answer breaks, and which gates are closed, judged by the profile and the planner.

After every answer the profile as it stands is read by ``scheduler.profile``: what that says of
places answered so far is said at once, in the same words. Gates are the planner's own.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from scheduler.errors import BadInput, CannotPlan, Problem
from scheduler.interview.apart import too_close
from scheduler.interview.tables import place_of, raw_tables
from scheduler.model.profile import (
    Athlete,
    Block,
    ClearedBy,
    Health,
    OtherRisks,
    Profile,
    Running,
    WeekShape,
)
from scheduler.planner.gates import check_enough, check_gates
from scheduler.profile.parsing import read_tables
from scheduler.profile.races import WEEKS_TO_RACE
from scheduler.profile.running import UNSURE
from scheduler.words import interview as words

if TYPE_CHECKING:
    from scheduler.interview.question import Heard

HURTS: Final = "HURTS"
# The answer that a gate hangs on, as one that opens it: so the next gate can be seen behind it.
_OPENED: Final[dict[str, dict[str, Any]]] = {
    HURTS: {"health.pain_free_on": None},
    "NOT-ADULT": {"athlete.adult": True},
    "OUT-OF-SCOPE": {"health.out_of_scope": False},
    "NOT-CLEARED": {"health.cleared_by": ClearedBy.CLINICIAN, "health.cleared_on": None},
    "TWO-WEEKS": {"health.last_injury": date(1990, 1, 1)},
    "PAIN-CHECK-OLD": {"health.pain_free_on": None},
    "THIRTY-MINUTES": {"health.thirty_minutes": True},
    "TOO-LITTLE": {"running.weekly": None},
}


def problems(heard: Heard) -> tuple[tuple[str, Problem], ...]:
    """What is wrong with the answers so far, each with the question that it belongs to.

    What was not asked yet is no problem.
    """
    try:
        read_tables(_ready(heard), heard.source, heard.today)
    except BadInput as wrong:
        found = ((key_at(heard, problem.place), problem) for problem in wrong.problems)
        told = tuple((key, problem) for key, problem in found if key is not None)
        if told:
            return told
    close = too_close(heard)
    return () if close is None else (close,)


def key_at(heard: Heard, place: str) -> str | None:
    """The answered question that fills a dotted place, None where there is none."""
    for key, value in heard.answers.items():
        filled = place_of(key, value)
        if filled is None or value in (None, ""):
            continue
        if place == filled or place.startswith((f"{filled}.", f"{filled}[")):
            return key
    return None


def closed_gates(heard: Heard) -> dict[str, str]:
    """The gates that the answers so far close, by code, each with its next step.

    What was not asked yet is taken to open them.
    """
    answers, closed = dict(heard.answers), dict[str, str]()
    while True:
        code, text = _first_closed(replace(heard, answers=answers))
        if code is None or code in closed:
            return closed
        closed[code] = text
        answers |= _OPENED.get(code, {})


def _first_closed(heard: Heard) -> tuple[str | None, str]:
    if heard.answers.get("health.pain_free_on") == "":
        return HURTS, words.HURTS
    profile = _best_case(heard)
    try:
        check_gates(profile, heard.today, published=False)
        check_enough(profile.running)
    except CannotPlan as refusal:
        return refusal.rule, refusal.text
    return None, ""


def _ready(heard: Heard) -> dict[str, Any]:
    """The tables so far; what a cross-check waits for is given, so that it speaks now."""
    raw = raw_tables(heard)
    if "running" in raw:
        raw["running"].setdefault("last_week_off_ended", UNSURE)
    for race in raw.get("race", []):  # judged with the others before the rest of it is known
        for key, value in (("distance", "5k"), ("priority", "C")):
            race.setdefault(key, value)
    if any(key.endswith(".more") and value is False for key, value in heard.answers.items()):
        return raw
    if raw.get("race"):  # a goal race may still follow, so that none so far is the last
        start = heard.answers.get("start") or heard.next_monday
        assert isinstance(start, date)  # noqa: S101 - the answer's kind says so
        last = start + timedelta(weeks=WEEKS_TO_RACE)
        later = {"id": "a-later-one", "name": "-", "date": last, "distance": "5k", "priority": "A"}
        raw["race"].append(later)
    return raw


def _best_case(heard: Heard) -> Profile:
    """A profile that passes every gate but those that an answer closes."""
    answers = heard.answers
    hurt_on = _day(answers.get("health.last_injury")) or date(1990, 1, 1)
    minutes = answers.get("running.weekly")
    minutes = minutes if isinstance(minutes, int) else 600
    return Profile(
        plan_id="-",
        start=_day(answers.get("start")) or heard.next_monday,
        athlete=Athlete(name="-", adult=answers.get("athlete.adult") is not False),
        block=Block(weeks=1, aim_m=5_000),
        running=Running(
            weekly_minutes=minutes,
            longest_run_minutes=minutes,
            runs_per_week=1,
            last_week_off_ended=None,
        ),
        health=Health(
            pain_free_on=_day(answers.get("health.pain_free_on")) or heard.today,
            thirty_minutes=answers.get("health.thirty_minutes") is not False,
            injuries=int(str(answers.get("health.injuries") or 0)),
            last_injury=_day(answers.get("health.last_injury")),
            serious_site=answers.get("health.serious_site") in ("yes", "unknown"),
            cleared_by=ClearedBy(str(answers.get("health.cleared_by") or ClearedBy.CLINICIAN)),
            cleared_on=_day(answers.get("health.cleared_on")) or hurt_on,
            other_risks=OtherRisks.NO,
            discussed_on=None,
            out_of_scope=answers.get("health.out_of_scope") is True,
        ),
        week=WeekShape(available=frozenset(range(7))),
    )


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None
