"""The words of a session: its title and why it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.model.plan import SessionKind, WeekKind
from scheduler.words.amounts import MINUTES, duration
from scheduler.words.language import ENGLISH

if TYPE_CHECKING:
    from scheduler.words.language import Language

EASY: Final = "Easy {length}"
LONG: Final = "Long run {length}"
STRIDES: Final = "Easy {length} + {times} strides"
REPEATS: Final = "{kind} {times} × {length}"
ONCE: Final = "{kind} {length}"
REPEATED: Final = {
    SessionKind.HILLS: "Hills",
    SessionKind.THRESHOLD: "Threshold",
    SessionKind.RACE_PACE: "Race pace",
}
RACE: Final = "Race: {name}"
REST: Final = "Rest"
REST_WHY: Final = ("A day without running lets bone catch up. It counts as done.",)
EASY_WHY: Final = (
    "Slow enough to chat in whole sentences.",
    "Easy minutes carry the plan; stopping a little short costs nothing.",
)
LONG_GROWS: Final = (
    "{more} past your longest of the last 30 days; the next minute can wait for another week."
)
LONG_HOLDS: Final = "No longer than what your legs know from the last 30 days."
LONG_WHY: Final = "Slow enough to chat. {minutes} is the ceiling; {fine} is fine."
LONG_FOOD: Final = "Eat before, and within the hour after."
STRIDES_WHY: Final = (
    "Short, quick and relaxed, never a sprint; walk or jog until you feel fresh again."
)
HILLS_WHY: Final = (
    "A gentle hill lets you work hard without running fast. Strong, not all out; jog back down."
)
THRESHOLD_WHY: Final = (
    "Comfortably hard: a few words at a time, never gasping. Back off if it hurts."
)
RACE_PACE_WHY: Final = "The effort of race day in small pieces, to know how it feels."
RACE_TOUCH_WHY: Final = "A few minutes at race effort, so that the day feels known. Then enough."
QUALITY_WHY: Final = "It comes late and in small steps, because faster running asks most of bone."
RACE_WHY: Final = (
    "Training is done. Start slower than feels right; nothing new today: shoes, food, pace."
)
WALK_BREAKS_WHY: Final = "Plan walk breaks from the start and leave the clock at home."
DELOAD_WHY: Final = "A lighter week: shorter on purpose. Don't add the minutes back."
TAPER_WHY: Final = "Less each week, so that you stand rested at the start."
RETURN_WHY: Final = "On the way back after time off: easy, however good it feels."
WEEK_WHY: Final = {
    WeekKind.DELOAD: (DELOAD_WHY,),
    WeekKind.TAPER: (TAPER_WHY,),
    WeekKind.RACE: (TAPER_WHY,),
    WeekKind.RETURN: (RETURN_WHY,),
}


def easy_title(minutes: int, say: Language = ENGLISH) -> str:
    """``Easy 45 min``."""
    return say(EASY, length=duration(minutes, say))


def long_title(minutes: int, say: Language = ENGLISH) -> str:
    """``Long run 1 h 35``."""
    return say(LONG, length=duration(minutes, say))


def strides_title(minutes: int, times: int, say: Language = ENGLISH) -> str:
    """``Easy 45 min + 4 strides``."""
    return say(STRIDES, length=duration(minutes, say), times=times)


def repeats_title(kind: SessionKind, times: int, seconds: int, say: Language = ENGLISH) -> str:
    """``Threshold 4 × 6 min``, ``Hills 6 × 1 min``, ``Race pace 5 min`` for a single one."""
    minutes, rest = divmod(seconds, 60)
    told = f"{minutes}:{rest:02d}" if rest else str(minutes)
    length = say(MINUTES, minutes=told)
    text = REPEATS if times > 1 else ONCE
    return say(text, kind=say(REPEATED[kind]), times=times, length=length)


def race_title(name: str, say: Language = ENGLISH) -> str:
    """``Race: Rotterdam Marathon``; line breaks in a name become blanks."""
    return say(RACE, name=" ".join(name.split()))


def long_why(minutes: int, longest_before: int, say: Language = ENGLISH) -> tuple[str, ...]:
    """Why this long, and how."""
    fine = max(15, (minutes * 85 // 100) // 5 * 5)
    more = minutes - longest_before
    step = say(LONG_GROWS, more=duration(more, say)) if more > 0 else say(LONG_HOLDS)
    ceiling = say(LONG_WHY, minutes=duration(minutes, say), fine=duration(fine, say))
    return (ceiling, step, say(LONG_FOOD)) if minutes >= 75 else (ceiling, step)


def week_why(kind: WeekKind, say: Language = ENGLISH) -> tuple[str, ...]:
    """What the week's kind adds to every session of it."""
    return say.all(WEEK_WHY.get(kind, ()))
