"""What is drawn beside the weeks: bars along one axis, as shares that templates only place."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Final

STEPS_MINUTES: Final = (15, 30, 60, 120, 180, 240, 300, 600, 900)
MOST_STEPS: Final = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Axis:
    """From nought to ``steps`` times ``step`` minutes."""

    step: int
    steps: int

    def share(self, minutes: int) -> str:
        """How far along the axis so many minutes reach, as a length for SVG.

        >>> Axis(step=120, steps=3).share(90), Axis(step=120, steps=3).share(0)
        ('25%', '0%')
        """
        return f"{minutes * 100 / (self.step * self.steps):.4g}%"

    @property
    def ticks(self) -> tuple[int, ...]:
        """The minutes at its marks, the first 0.

        >>> Axis(step=120, steps=3).ticks
        (0, 120, 240, 360)
        """
        return tuple(self.step * number for number in range(self.steps + 1))


def axis_for(most: int) -> Axis:
    """The axis with the smallest even step on which ``most`` minutes still fit.

    >>> axis_for(338), axis_for(45), axis_for(0)
    (Axis(step=120, steps=3), Axis(step=15, steps=3), Axis(step=15, steps=1))
    """
    step = next(each for each in (*STEPS_MINUTES, most) if most <= MOST_STEPS * each)
    return Axis(step=step, steps=max(1, ceil(most / step)))
