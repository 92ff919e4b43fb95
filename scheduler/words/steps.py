"""The steps of a session in lines, the same in calendar, page and terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.units import pace_text
from scheduler.words.amounts import duration

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scheduler.model.plan import Step

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


def step_lines(steps: Iterable[Step], units: str) -> tuple[str, ...]:
    """One line for each step, a repeat in a single line; paces in ``units``, "km" or "mi".

    What a repeat runs once is told step by step.

    >>> from scheduler.model.plan import Step
    >>> work = Step(kind="run", seconds=360, effort="threshold", pace_s_per_km=(285, 295))
    >>> rest = Step(kind="recover", seconds=120)
    >>> step_lines((Step(kind="repeat", times=4, steps=(work, rest)),), "km")
    ('4 × 6 min threshold at 4:45–4:55 /km, 2 min easy after each',)
    """
    return tuple(
        _repeat(step, units)
        if step.kind == "repeat"
        else f"{STEP_NAMES.get(step.kind, step.kind.capitalize())} {_part(step, units)}"
        for step in _told_apart(steps)
    )


def span_text(seconds: int) -> str:
    """How long a step lasts: whole minutes without seconds.

    >>> span_text(20), span_text(90), span_text(360), span_text(5700)
    ('20 s', '1 min 30 s', '6 min', '1 h 35')
    """
    minutes, rest = divmod(seconds, 60)
    if not rest:
        return duration(minutes)
    return f"{duration(minutes)} {rest} s" if minutes else f"{rest} s"


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


def _repeat(step: Step, units: str) -> str:
    first, *others = step.steps
    work = f"({_repeat(first, units)})" if first.kind == "repeat" else _part(first, units)
    line = f"{step.times} × {work}"
    if not others:
        return line
    between = " and ".join(
        f"({_repeat(other, units)})" if other.kind == "repeat" else _part(other, units)
        for other in others
    )
    return f"{line}, {between} after each"


def _part(step: Step, units: str) -> str:
    if step.kind == "recover":  # walked or jogged until it feels fresh: a pace would only mislead
        return f"{span_text(step.seconds)} {_effort(step)}"
    if step.pace_s_per_km is None:
        return f"{span_text(step.seconds)} {BY_FEEL.get(step.effort) or _effort(step)}"
    return f"{span_text(step.seconds)} {_effort(step)} at {pace_range(step.pace_s_per_km, units)}"


def _effort(step: Step) -> str:
    return EFFORTS.get(step.effort, step.effort)
