"""What people type in the interview of init: whole runs of answers, and a way to give them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from scheduler.interview import Interview, Reply, next_question, respond

if TYPE_CHECKING:
    from collections.abc import Mapping

TODAY: Final = date(2026, 11, 22)
# A runner with one race and one injury; what is not here is answered with Enter.
SAM: Final = {
    "athlete.adult": "y",
    "health.out_of_scope": "n",
    "health.pain_free_on": "no",
    "health.thirty_minutes": "yes",
    "athlete.name": "Sam",
    "goal": "race",
    "race.0.name": "Rotterdam Marathon",
    "race.0.date": "11 Apr 2027",
    "race.0.distance": "marathon",
    "race.0.goal_time": "3:55",
    "week.available": "tue wed thu sat sun",
    "fitness.easy_pace": "6:10",
    "running.runs_per_week": "4",
    "running.weekly": "4h",
    "running.longest_run": "95",
    "running.longest_run_date": "15 Nov 2026",
    "running.last_week_off_ended": "2026-10-11",
    "health.injuries": "1",
    "health.last_injury": "Mar 2025",
    "health.serious_site": "no",
    "health.cleared_by": "clinician",
    "health.cleared_on": "2025-06-20",
    "health.other_risks": "no",
}


def begun(*, in_git: bool = False) -> Interview:
    """An interview before its first question."""
    return Interview(source="sam.toml", today=TODAY, in_git=in_git)


def up_to(key: str, answers: Mapping[str, str], interview: Interview | None = None) -> Interview:
    """The interview at the question with that key; every answer before it must be accepted."""
    now = interview or begun()
    while (question := next_question(now)) is not None and question.key != key:
        reply = respond(now, answers.get(question.key, ""))
        assert reply.interview != now, (question.key, reply.said)
        now = reply.interview
    return now


def finished(answers: Mapping[str, str], interview: Interview | None = None) -> Interview:
    """The interview after its last question."""
    return up_to("", answers, interview)


def said_to(key: str, line: str, answers: Mapping[str, str] = SAM) -> Reply:
    """The reply to a line that is typed at a question."""
    return respond(up_to(key, answers), line)
