"""What a run consists of: its kind, its steps, and how its quality minutes are cut into repeats.

The seconds of the steps, repeats expanded, are the run's minutes x 60 exactly; the quality minutes
are exactly those asked for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from scheduler.model.plan import SessionKind, Step
from scheduler.words import sessions as words
from scheduler.words.language import ENGLISH

if TYPE_CHECKING:
    from scheduler.paces import Paces
    from scheduler.words.language import Language

WARM_UP_S: Final = 600
COOL_DOWN_S: Final = 300
STRIDE_REST_S: Final = 60
HILLS_UP_TO_MINUTES: Final = 8
HILL_WEEKS: Final = 2  # weeks with short hills before threshold follows
_EFFORT: Final = {
    SessionKind.HILLS: "hills",
    SessionKind.THRESHOLD: "threshold",
    SessionKind.RACE_PACE: "race",
}
_WHY: Final = {
    SessionKind.HILLS: words.HILLS_WHY,
    SessionKind.THRESHOLD: words.THRESHOLD_WHY,
    SessionKind.RACE_PACE: words.RACE_PACE_WHY,
}
_RACE_PIECE_S: Final = (150, 180, 300, 600, 600)  # by distance class


@dataclass(frozen=True, kw_only=True, slots=True)
class Workout:
    """A run without its date: what stands in a session."""

    kind: SessionKind
    title: str
    minutes: int
    steps: tuple[Step, ...]
    why: tuple[str, ...]
    quality_minutes: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Repeats:
    """Quality minutes in ``times`` pieces of ``seconds``, ``recover`` seconds after each."""

    kind: SessionKind
    times: int
    seconds: int
    recover: int

    @property
    def needed_minutes(self) -> int:
        """The shortest run that holds them with a warm-up and a cool-down."""
        return -(-(WARM_UP_S + COOL_DOWN_S + self.times * (self.seconds + self.recover)) // 60)


def quality_kind(
    quality_weeks: int, *, used_to_fast: bool, minutes: int, near_race: bool
) -> SessionKind:
    """Short hills first, then threshold, and race pace near the race."""
    if quality_weeks < HILL_WEEKS and not used_to_fast and minutes <= HILLS_UP_TO_MINUTES:
        return SessionKind.HILLS
    if near_race and (quality_weeks > HILL_WEEKS or used_to_fast):
        return SessionKind.RACE_PACE
    return SessionKind.THRESHOLD


def repeats_of(kind: SessionKind, minutes: int, race_class: int) -> Repeats:
    """Cut quality minutes into equal pieces of whole half minutes, exactly."""
    seconds = minutes * 60
    if kind is SessionKind.HILLS:
        return Repeats(kind=kind, times=minutes, seconds=60, recover=90)
    wished = (
        _RACE_PIECE_S[race_class] if kind is SessionKind.RACE_PACE else _threshold_piece(minutes)
    )
    times = min(
        (times for times in range(1, 13) if seconds % (times * 30) == 0),
        key=lambda times: (abs(seconds // times - wished), times),
    )
    piece = seconds // times
    return Repeats(kind=kind, times=times, seconds=piece, recover=60 if piece <= 300 else 120)


def _threshold_piece(minutes: int) -> int:
    """Pieces grow with the sum: 3, 4, 5, 6, then 8 minutes."""
    for up_to, piece in ((8, 180), (12, 240), (16, 300), (24, 360)):
        if minutes <= up_to:
            return piece
    return 480


def easy_run(minutes: int, paces: Paces, say: Language = ENGLISH) -> Workout:
    """An easy run."""
    return Workout(
        kind=SessionKind.EASY,
        title=words.easy_title(minutes, say),
        minutes=minutes,
        steps=(_step("run", minutes * 60, "easy", paces),),
        why=say.all(words.EASY_WHY),
    )


def long_run(minutes: int, longest_before: int, paces: Paces, say: Language = ENGLISH) -> Workout:
    """The week's long run; ``longest_before`` is the longest of the past 30 days in minutes."""
    return Workout(
        kind=SessionKind.LONG,
        title=words.long_title(minutes, say),
        minutes=minutes,
        steps=(_step("run", minutes * 60, "easy", paces),),
        why=words.long_why(minutes, longest_before, say),
    )


def strides_run(minutes: int, strides_weeks: int, paces: Paces, say: Language = ENGLISH) -> Workout:
    """An easy run with strides near its end: 4 x 15 s growing to 6 x 20 s."""
    times = min(4 + strides_weeks // 2, 6)
    seconds = 20 if strides_weeks >= 6 else 15
    easy = minutes * 60 - times * (seconds + STRIDE_REST_S)
    stride = _step("run", seconds, "strides", paces)
    rest = _step("recover", STRIDE_REST_S, "easy", paces)
    return Workout(
        kind=SessionKind.STRIDES,
        title=words.strides_title(minutes, times, say),
        minutes=minutes,
        steps=(
            _step("run", easy, "easy", paces),
            Step(kind="repeat", times=times, steps=(stride, rest)),
        ),
        why=(say(words.STRIDES_WHY),),
    )


def quality_run(
    minutes: int, repeats: Repeats, paces: Paces, say: Language = ENGLISH, *, touch: bool = False
) -> Workout:
    """A run with quality minutes; the easy rest is shared between warm-up and cool-down."""
    effort = _EFFORT[repeats.kind]
    slack = minutes * 60 - repeats.times * (repeats.seconds + repeats.recover)
    cool_down = max(COOL_DOWN_S, min(slack - WARM_UP_S, slack * 2 // 5 // 60 * 60))
    piece = _step("run", repeats.seconds, effort, paces)
    rest = _step("recover", repeats.recover, "easy", paces)
    why = (words.RACE_TOUCH_WHY,) if touch else (_WHY[repeats.kind], words.QUALITY_WHY)
    return Workout(
        kind=repeats.kind,
        title=words.repeats_title(repeats.kind, repeats.times, repeats.seconds, say),
        minutes=minutes,
        quality_minutes=repeats.times * repeats.seconds // 60,
        steps=(
            _step("warm-up", slack - cool_down, "easy", paces),
            Step(kind="repeat", times=repeats.times, steps=(piece, rest)),
            _step("cool-down", cool_down, "easy", paces),
        ),
        why=say.all(why),
    )


def race_run(
    name: str, minutes: int, paces: Paces, say: Language = ENGLISH, *, walk_breaks: bool
) -> Workout:
    """Race day; with walk breaks it goes by feel, without a pace."""
    why = (words.RACE_WHY, words.WALK_BREAKS_WHY) if walk_breaks else (words.RACE_WHY,)
    step = _step("run", minutes * 60, "race", paces)
    return Workout(
        kind=SessionKind.RACE,
        title=words.race_title(name, say),
        minutes=minutes,
        steps=(replace(step, pace_s_per_km=None) if walk_breaks else step,),
        why=say.all(why),
    )


def _step(kind: str, seconds: int, effort: str, paces: Paces) -> Step:
    return Step(kind=kind, seconds=seconds, effort=effort, pace_s_per_km=paces.shown.get(effort))
