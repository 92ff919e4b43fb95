"""The words of a session: its title and why it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.words.amounts import duration

if TYPE_CHECKING:
    from scheduler.model.plan import WeekKind

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


def easy_title(minutes: int) -> str:
    """``Easy 45 min``."""
    return f"Easy {duration(minutes)}"


def long_title(minutes: int) -> str:
    """``Long run 1 h 35``."""
    return f"Long run {duration(minutes)}"


def strides_title(minutes: int, times: int) -> str:
    """``Easy 45 min + 4 strides``."""
    return f"Easy {duration(minutes)} + {times} strides"


def repeats_title(word: str, times: int, seconds: int) -> str:
    """``Threshold 4 × 6 min``, ``Hills 6 × 1 min``, ``Race pace 5 min`` for a single one."""
    minutes, rest = divmod(seconds, 60)
    length = f"{minutes}:{rest:02d} min" if rest else f"{minutes} min"
    return f"{word} {times} × {length}" if times > 1 else f"{word} {length}"


def race_title(name: str) -> str:
    """``Race: Rotterdam Marathon``; line breaks in a name become blanks."""
    return f"Race: {' '.join(name.split())}"


def long_why(minutes: int, longest_before: int) -> tuple[str, ...]:
    """Why this long, and how."""
    fine = max(15, (minutes * 85 // 100) // 5 * 5)
    more = minutes - longest_before
    step = LONG_GROWS.format(more=duration(more).capitalize()) if more > 0 else LONG_HOLDS
    ceiling = LONG_WHY.format(minutes=duration(minutes), fine=duration(fine))
    return (ceiling, step, LONG_FOOD) if minutes >= 75 else (ceiling, step)


def week_why(kind: WeekKind) -> tuple[str, ...]:
    """What the week's kind adds to every session of it."""
    return {
        "deload": (DELOAD_WHY,),
        "taper": (TAPER_WHY,),
        "race": (TAPER_WHY,),
        "return": (RETURN_WHY,),
    }.get(kind.value, ())
