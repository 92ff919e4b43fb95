"""The steps of a session in lines, the same in calendar, page and terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.units import pace_text
from scheduler.words.amounts import duration
from scheduler.words.language import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scheduler.model.plan import Step
    from scheduler.words.language import Language

STEP_NAMES: Final = {
    "warm-up": "Warm-up",
    "run": "Run",
    "recover": "Recover",
    "cool-down": "Cool-down",
}
EFFORTS: Final = {
    "easy": "easy",
    "strides": "strides (quick and relaxed)",
    "hills": "uphill (strong)",
    "threshold": "threshold",
    "race": "race effort",
}
BY_FEEL: Final = {"threshold": "threshold (a few words at a time)"}
SECONDS: Final = "{seconds} s"
AT_PACE: Final = "{part} at {pace}"
AFTER_EACH: Final = "{repeat}, {rest} after each"
AND: Final = " and "


def step_lines(steps: Iterable[Step], units: str, say: Language = ENGLISH) -> tuple[str, ...]:
    """One line for each step, a repeat in a single line; paces in ``units``, "km" or "mi".

    What a repeat runs once is told step by step.

    >>> from scheduler.model.plan import Step
    >>> work = Step(kind="run", seconds=360, effort="threshold", pace_s_per_km=(285, 295))
    >>> rest = Step(kind="recover", seconds=120)
    >>> step_lines((Step(kind="repeat", times=4, steps=(work, rest)),), "km")
    ('4 × 6 min threshold at 4:45–4:55 /km, 2 min easy after each',)
    """
    return tuple(
        _repeat(step, units, say)
        if step.kind == "repeat"
        else f"{say(STEP_NAMES.get(step.kind, step.kind.capitalize()))} {_part(step, units, say)}"
        for step in _told_apart(steps)
    )


def span_text(seconds: int, say: Language = ENGLISH) -> str:
    """How long a step lasts: whole minutes without seconds.

    >>> span_text(20), span_text(90), span_text(360), span_text(5700)
    ('20 s', '1 min 30 s', '6 min', '1 h 35')
    """
    minutes, rest = divmod(seconds, 60)
    if not rest:
        return duration(minutes, say)
    short = say(SECONDS, seconds=rest)
    return f"{duration(minutes, say)} {short}" if minutes else short


def pace_range(pace_s_per_km: tuple[int, int], units: str) -> str:
    """A range of paces, the fast end first; a single pace where both ends read the same.

    >>> pace_range((370, 390), "km"), pace_range((370, 370), "mi")
    ('6:10–6:30 /km', '9:55 /mi')
    """
    fast, slow = (pace_text(pace, units) for pace in pace_s_per_km)
    return fast if fast == slow else f"{fast.partition(' ')[0]}–{slow}"


def _told_apart(steps: Iterable[Step]) -> Iterator[Step]:
    """The steps, a repeat of one as its own steps: a single piece has no "each"."""
    for step in steps:
        if step.kind == "repeat" and step.times == 1:
            yield from _told_apart(step.steps)
        else:
            yield step


def _repeat(step: Step, units: str, say: Language) -> str:
    work, *others = (
        f"({_repeat(part, units, say)})" if part.kind == "repeat" else _part(part, units, say)
        for part in step.steps
    )
    line = f"{step.times} × {work}"
    return say(AFTER_EACH, repeat=line, rest=say(AND).join(others)) if others else line


def _part(step: Step, units: str, say: Language) -> str:
    effort = EFFORTS.get(step.effort, step.effort)
    span = span_text(step.seconds, say)
    if step.kind == "recover":  # walked or jogged until it feels fresh: a pace would only mislead
        return f"{span} {say(effort)}"
    if step.pace_s_per_km is None:
        return f"{span} {say(BY_FEEL.get(step.effort, effort))}"
    pace = pace_range(step.pace_s_per_km, units)
    return say(AT_PACE, part=f"{span} {say(effort)}", pace=pace)
