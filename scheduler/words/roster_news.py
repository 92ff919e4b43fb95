"""What a coach is told of a roster's run: news of each athlete, without any word of health."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.words.amounts import count, long_date

if TYPE_CHECKING:
    from datetime import date

PAUSED: Final = "Since {day}."
PAUSED_FIRST: Final = "There is no plan yet."
RENEW: Final = "No plan until an answer on health or age is given or renewed. Which one: `{how}`"
BAD_INPUT: Final = "{problems} in {profile}. All of them: `{how}`"
FILES: Final = "The plan's files cannot be used or written. Why: `{how}`"
FAULT: Final = "osteon stopped on a fault of its own here; please report the line it printed."
NO_PROFILES: Final = "holds no profile (.toml); osteon init writes one"
NO_FOLDER: Final = "there is no such folder; give the one that holds the profiles"
IS_A_FILE: Final = "is a file; give the folder that holds it, or use osteon plan"
HEALTH_ANSWERS: Final = "[health]: {answers} to give or renew. Which: {how}"
AT_WORK: Final = "another osteon is at work in this folder; wait until it is done"
PUBLISHED_BESIDE: Final = (
    "the files of this plan lie beside their folder; move {files} into {folder}/ first, so that the"
    " calendar goes on from them"
)


def paused(since: date) -> str:
    """Said of a plan after a word for its being paused."""
    return PAUSED.format(day=long_date(since))


def bad_input(number: int, profile: str, how: str) -> str:
    """Said of a profile that cannot be used; what is wrong in it stays out of the index."""
    problems = count(number, "problem", "problems")
    return BAD_INPUT.format(problems=problems, profile=profile, how=how)


def health_answers(number: int, how: str) -> str:
    """Said in the place of problems in [health], whose answers stay with the athlete."""
    return HEALTH_ANSWERS.format(answers=count(number, "answer", "answers"), how=how)


def same_plan_id(plan_id: str, names: str) -> str:
    """Said of profiles that would write the same files."""
    return f'{names} have the same plan_id, "{plan_id}"; give each runner one of their own'
