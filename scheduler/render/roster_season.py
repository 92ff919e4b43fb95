"""The small drawing of a season: a bar a week, a path for each way that a week is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from scheduler.model.plan import RUN_FREE, WeekKind
from scheduler.words import roster as words
from scheduler.words.page import week_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scheduler.model.roster import RosterWeek

# In pixels: a week's width with its gap, whole so that bars are crisp, up to so many weeks.
WEEK_WIDTHS: Final = ((27, 6), (32, 5), (40, 4), (54, 3))
LEAST_WIDTH: Final = 2
HEIGHT: Final = 30
GROUND: Final = 25
FULLEST: Final = 18
LEAST_BAR: Final = 2  # a week of few minutes is no gap
LIGHTER: Final = frozenset({WeekKind.DELOAD, WeekKind.TAPER, WeekKind.RECOVERY})
RACES: Final = {WeekKind.TUNE_UP: "tune-up", WeekKind.RACE: "race"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Shape:
    """Weeks that are drawn alike: a class of the style sheet and the data of an SVG path."""

    css: str
    path: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SeasonView:
    """A drawing in pixels: its size, the width of a bar, its shapes, and all of it in words."""

    width: int
    bar: int
    shapes: tuple[Shape, ...]
    told: str
    height: int = HEIGHT


@dataclass(frozen=True, kw_only=True, slots=True)
class KeySign:
    """One sign of the drawing with what it stands for."""

    css: str
    path: str
    means: str


def season_view(
    weeks: Sequence[RosterWeek], now: RosterWeek | None, length: int | None = None
) -> SeasonView:
    """The season with ``now`` marked; heights are shares of the fullest week.

    ``length`` counts its weeks up to the last race, where one more follows.
    """
    wide = next((width for most, width in WEEK_WIDTHS if len(weeks) <= most), LEAST_WIDTH)
    most = max((week.minutes for week in weeks), default=0)
    paths = {"now": "", "run": "", "light": "", "off": "", "race": "", "tune-up": ""}
    for place, week in enumerate(weeks):
        x = place * wide + wide // 2
        if now is not None and week.index == now.index:
            paths["now"] += f"M{x} {GROUND + 1}l3 4h-6z"
        if is_without_running(week):
            paths["off"] += f"M{place * wide} {GROUND}h{wide - 1}"
        elif week.minutes:
            tall = max(LEAST_BAR, FULLEST * week.minutes // most)
            paths["light" if week.kind in LIGHTER else "run"] += f"M{x} {GROUND}v-{tall}"
        if week.kind in RACES:
            paths[RACES[week.kind]] += f"M{x} 0l3 3-3 3-3-3z"
    return SeasonView(
        width=wide * len(weeks),
        bar=wide - 1,
        shapes=tuple(Shape(css=css, path=path) for css, path in paths.items() if path),
        told=_told(weeks, now, length or len(weeks)),
    )


def is_without_running(week: RosterWeek) -> bool:
    """Whether nobody runs in a week, planned or taken out; a race week has its race at least."""
    return week.kind in RUN_FREE or (not week.minutes and week.kind is not WeekKind.RACE)


def season_key() -> tuple[KeySign, ...]:
    """Each sign once, drawn as in the seasons, on a ground of 12 by 30."""
    bars = f"M3 {GROUND}v-10M9 {GROUND}v-14"
    signs = (
        ("run", bars, words.KEY_RUNNING),
        ("light", bars, words.KEY_LIGHTER),
        ("off", f"M1 {GROUND}h10", words.KEY_OFF),
        ("race", f"M6 {GROUND - 9}l3 3-3 3-3-3z", words.KEY_RACE),
        ("tune-up", f"M6 {GROUND - 9}l3 3-3 3-3-3z", words.KEY_TUNE_UP),
        ("now", f"M6 {GROUND - 4}l3 4h-6z", words.KEY_NOW),
    )
    return tuple(KeySign(css=css, path=path, means=means) for css, path, means in signs)


def _told(weeks: Sequence[RosterWeek], now: RosterWeek | None, length: int) -> str:
    """The drawing for those who do not see it, and for a pointer that rests on it."""
    if not weeks:
        return ""
    off = [week.index for week in weeks if is_without_running(week)]
    light = [week.index for week in weeks if week.kind in LIGHTER and week.index not in off]
    races = {
        css: [week.index for week in weeks if week.kind is kind] for kind, css in RACES.items()
    }
    by_kind = {"light": light, "off": off, **races}
    full = max(weeks, key=lambda week: week.minutes)
    return " ".join(
        (
            place_told(length, now) + ".",
            *(words.in_kind(words.LOOKS[css], those) for css, those in by_kind.items() if those),
            *((words.fullest(full.index, full.minutes),) if full.minutes else ()),
        )
    )


def place_told(length: int, now: RosterWeek | None) -> str:
    """Which week of how many it is, or how many there are before and after the plan."""
    return words.how_many_weeks(length) if now is None else week_title(now.index, length)
