"""The words of strength and cross-training sessions: what to do, how hard, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.words.amounts import duration
from scheduler.words.language import ENGLISH

if TYPE_CHECKING:
    from scheduler.words.language import Language

STRENGTH: Final = "Strength {length}"
STRENGTH_AND_JUMPS: Final = "Strength and jumps {length}"
CROSS: Final = "{what} {length}, easy"
ROUNDS: Final = {2: "two", 3: "three"}
EXERCISES: Final = (
    "{rounds} rounds of 8 squats or step-ups, 10 calf raises on each leg, 8 hip hinges (a deadlift"
    " with whatever you have), a plank of 30 seconds."
)
WARM_UP: Final = "Five minutes to get warm, then {exercises}"
JUMPS: Final = (
    "Five minutes to get warm, then jumps while you are fresh: 2 × {each} small ones on both feet,"
    " 10 to 15 seconds before the next, two minutes between the sets, quiet landings. Then"
    " {exercises}"
)
EFFORT: Final = (
    "The last two repetitions are work, and two more would still be good ones. Rest as you like."
)
STRENGTH_WHY: Final = (
    "Strength work loads bone as distance running does not, and makes running a little easier."
    " Recommended; not shown to prevent injury in runners."
)
JUMPS_WHY: Final = (
    "Strength work and a few single jumps build bone, distance running hardly does. Recommended,"
    " not tested in runners."
)
CROSS_TEXT: Final = (
    "Slow enough to chat. An offer for a week without running: leaving it out is fine too.",
    "It keeps heart and legs used to work and asks next to nothing of bone.",
)


def strength_title(minutes: int, say: Language = ENGLISH, *, jumps: bool) -> str:
    """``Strength 25 min``, ``Strength and jumps 30 min``."""
    return say(STRENGTH_AND_JUMPS if jumps else STRENGTH, length=duration(minutes, say))


def strength_text(rounds: int, jumps: int, say: Language = ENGLISH) -> tuple[str, ...]:
    """What to do, how hard and why; ``jumps`` are the ground contacts of both sets, or 0."""
    exercises = say(EXERCISES, rounds=say(ROUNDS[rounds]))
    if not jumps:
        return (say(WARM_UP, exercises=exercises), say(EFFORT), say(STRENGTH_WHY))
    text = say(JUMPS, each=jumps // 2, exercises=exercises)
    return (text, say(EFFORT), say(JUMPS_WHY))


def cross_title(name: str, minutes: int, say: Language = ENGLISH) -> str:
    """``Cycling 40 min, easy``; the athlete's own word, its first letter made large."""
    words = " ".join(name.split())
    what = f"{words[:1].upper()}{words[1:]}"
    return say(CROSS, what=what, length=duration(minutes, say))
