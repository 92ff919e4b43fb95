"""From a race result or an easy pace to training speeds, by the Daniels-Gilbert formula.

Speeds are metres a second; paces are whole seconds per kilometre. Without a result, sessions go by
effort and talk test: their speeds then only serve to estimate distance and bone load, and no pace
is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import ceil, exp, sqrt
from typing import TYPE_CHECKING, Final

from scheduler.model.distances import MARATHON_M
from scheduler.units import UNKNOWN_EASY_S_PER_KM

if TYPE_CHECKING:
    from scheduler.model.profile import Fitness, Race

EASY_SHARE: Final = 0.64  # of VDOT: the slow half of the printed easy range, as bone prefers
EASY_SHARES: Final = (0.66, 0.62)
THRESHOLD_SHARES: Final = (0.88, 0.86)
HILLS_SHARE: Final = 0.975
STRIDES_SHARE: Final = 1.05
# Relative to easy speed where there is no result; the ratios that a VDOT of 40 gives.
EFFORT_SPEED: Final = {"threshold": 1.27, "hills": 1.4, "strides": 1.48, "race": 1.2}
EASY_PACE_SPREAD_S: Final = 10
MARATHON_MARGIN: Final = 1.05  # the formula is too fast for most from the marathon up


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Paces:
    """Speeds by effort (easy, strides, hills, threshold, race), and the paces shown for some.

    ``shown`` maps an effort to (fast, slow) seconds per km; an effort that is missing goes by feel.
    Paces are told apart by identity, so that runs made for them can be kept.
    """

    speed: dict[str, float]
    shown: dict[str, tuple[int, int]]
    cadence_spm: int | None = None


def vdot(distance_m: float, seconds: float) -> float:
    """Daniels and Gilbert's running index of a race.

    >>> round(vdot(5000, 27 * 60), 3)
    34.963
    """
    minutes = seconds / 60
    return _oxygen(distance_m / minutes) / _fraction(minutes)


@lru_cache(maxsize=64)
def race_seconds(index: float, distance_m: float) -> float:
    """The time that an index predicts, by bisection: the index falls as the time grows.

    >>> round(race_seconds(40, 10_000))
    3001
    """
    fast, slow = distance_m / 10, distance_m * 2.0
    for _ in range(60):
        middle = (fast + slow) / 2
        if vdot(distance_m, middle) > index:
            fast = middle
        else:
            slow = middle
    return slow


def speed_at(index: float, share: float) -> float:
    """Metres a second at a share of an index.

    >>> round(1000 / speed_at(50, 0.88), 1)
    255.2
    """
    oxygen = index * share
    per_minute = (-0.182258 + sqrt(0.182258**2 + 4 * 0.000104 * (oxygen + 4.60))) / (2 * 0.000104)
    return per_minute / 60


def race_minutes(race: Race, fitness: Fitness) -> int:
    """Minutes to reckon with: the longer of goal and prediction, else the distance at easy pace."""
    known = []
    if race.goal_seconds is not None:
        known.append(float(race.goal_seconds))
    if fitness.result is not None:
        index = vdot(fitness.result.distance_m, fitness.result.seconds)
        margin = MARATHON_MARGIN if race.distance_m >= MARATHON_M else 1.0
        known.append(race_seconds(index, race.distance_m) * margin)
    if not known:
        known.append(race.distance_m / 1000 * (fitness.easy_pace_s_per_km or UNKNOWN_EASY_S_PER_KM))
    return ceil(max(known) / 60)


def paces_for(fitness: Fitness, race: Race | None) -> Paces:
    """The training speeds of an athlete on the way to a race."""
    shown: dict[str, tuple[int, int]] = {}
    if fitness.result is not None:
        index = vdot(fitness.result.distance_m, fitness.result.seconds)
        easy = speed_at(index, EASY_SHARE)
        speed = {
            "easy": easy,
            "threshold": speed_at(index, sum(THRESHOLD_SHARES) / 2),
            "hills": speed_at(index, HILLS_SHARE),
            "strides": speed_at(index, STRIDES_SHARE),
        }
        shown["easy"] = _range(index, EASY_SHARES)
        shown["threshold"] = _range(index, THRESHOLD_SHARES)
    else:
        easy = 1000 / (fitness.easy_pace_s_per_km or UNKNOWN_EASY_S_PER_KM)
        speed = {effort: easy * ratio for effort, ratio in EFFORT_SPEED.items()}
    if fitness.easy_pace_s_per_km is not None:
        easy = 1000 / fitness.easy_pace_s_per_km
        shown["easy"] = (
            fitness.easy_pace_s_per_km,
            fitness.easy_pace_s_per_km + EASY_PACE_SPREAD_S,
        )
    speed["easy"] = easy
    if race is not None and (race.goal_seconds is not None or fitness.result is not None):
        speed["race"] = race.distance_m / (race_minutes(race, fitness) * 60)
        pace = round(1000 / speed["race"])
        shown["race"] = (pace, pace + 5)
    speed.setdefault("race", speed["threshold"])
    return Paces(speed=speed, shown=shown, cadence_spm=fitness.cadence_spm)


def _oxygen(metres_per_minute: float) -> float:
    return -4.60 + 0.182258 * metres_per_minute + 0.000104 * metres_per_minute**2


def _fraction(minutes: float) -> float:
    return 0.8 + 0.1894393 * exp(-0.012778 * minutes) + 0.2989558 * exp(-0.1932605 * minutes)


def _range(index: float, shares: tuple[float, float]) -> tuple[int, int]:
    fast, slow = (round(1000 / speed_at(index, share)) for share in shares)
    return fast, slow
