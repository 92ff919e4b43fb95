"""Bone load: a session's cost in easy kilometres, linear in distance and convex in speed.

A planning aid for the tibia, never a risk: no published study links such a number to injury. The
cost of one kilometre at speed v, with v0 the athlete's easy speed, is (steps(v) / steps(v0)) x
(strain(v) / strain(v0)) ** 6.6, where strain rises by 9 % for each metre a second (7 % and 15 %
give the band). Sources: Edwards 2009 (MSSE 41:2177) for the exponent's use, Baggaley (arXiv
2305.04139) for the strain.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scheduler.model.plan import Step
    from scheduler.paces import Paces

EXPONENT: Final = 6.6
STRAIN_PER_M_S: Final = 0.09
STRAIN_LOW: Final = 0.07
STRAIN_HIGH: Final = 0.15
_REFERENCE_M_S: Final = 3.33


@dataclass(frozen=True, kw_only=True, slots=True)
class BoneLoad:
    """Easy-km equivalents with their band, rounded once to the published tenth, and the metres."""

    metres: float
    load: float
    low: float
    high: float


def cost_per_km(
    speed: float, easy: float, *, strain: float = STRAIN_PER_M_S, cadence_spm: int | None = None
) -> float:
    """What a kilometre at ``speed`` costs next to one at ``easy`` (both metres a second).

    >>> round(cost_per_km(1000 / 240, 1000 / 360), 2)
    1.63
    """
    steps = _steps_per_km(speed, easy, cadence_spm) / _steps_per_km(easy, easy, cadence_spm)
    strained = (1 + strain * (speed - _REFERENCE_M_S)) / (1 + strain * (easy - _REFERENCE_M_S))
    return float(steps * strained**EXPONENT)


def bone_load(steps: tuple[Step, ...], paces: Paces) -> BoneLoad:
    """The load of a session's steps at the athlete's speeds."""
    easy = paces.speed["easy"]
    metres = load = low = high = 0.0
    for effort, seconds in _efforts(steps):
        speed = paces.speed[effort]
        kilometres = speed * seconds / 1000
        metres += speed * seconds
        cost, least, most = _costs(speed, easy, paces.cadence_spm)
        load += kilometres * cost
        low += kilometres * least
        high += kilometres * most
    return BoneLoad(metres=metres, load=round(load, 1), low=round(low, 1), high=round(high, 1))


@lru_cache(maxsize=64)
def _costs(speed: float, easy: float, cadence_spm: int | None) -> tuple[float, float, float]:
    """What a kilometre costs at the strain of the middle, and at either end of the band."""
    if speed == easy:
        return (1.0, 1.0, 1.0)
    middle, *ends = (
        cost_per_km(speed, easy, strain=strain, cadence_spm=cadence_spm)
        for strain in (STRAIN_PER_M_S, STRAIN_LOW, STRAIN_HIGH)
    )
    return (middle, min(middle, *ends), max(middle, *ends))


def _steps_per_km(speed: float, easy: float, cadence_spm: int | None) -> float:
    per_minute = 133 + 9.25 * speed
    if cadence_spm is not None:  # the athlete's own at easy pace, with everyone's slope
        per_minute = cadence_spm + 9.25 * (speed - easy)
    return per_minute * 1000 / (60 * speed)


def _efforts(steps: tuple[Step, ...], times: int = 1) -> Iterator[tuple[str, int]]:
    for step in steps:
        if step.kind == "repeat":
            yield from _efforts(step.steps, times * step.times)
        else:
            yield step.effort, step.seconds * times
