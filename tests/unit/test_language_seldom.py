"""What plans seldom say is asked of the language too, called here one by one."""

from __future__ import annotations

from datetime import date, time
from types import SimpleNamespace
from typing import Any, Final, cast

import pytest

from scheduler.model.plan import PlannedRace, SessionKind, Step, WeekKind
from scheduler.model.profile import Priority
from scheduler.model.record import Change
from scheduler.words import (
    amounts,
    assumed,
    changes,
    messages,
    news,
    race_day,
    season_messages,
    sessions,
    steps,
    strength,
)
from tests.pseudo_language import in_plain_letters, pseudo_language

SAY: Final = pseudo_language()
DAY, NEXT = date(2026, 12, 7), date(2026, 12, 8)
HALF: Final = PlannedRace(
    id="half", name="Half", date=DAY, distance_m=21_097, priority=Priority.A, minutes=115
)
TEN: Final = PlannedRace(
    id="ten", name="Ten", date=NEXT, distance_m=10_000, priority=Priority.B, minutes=48
)
NAMES: Final = ("Half", "Ten", "Cycling")


def change(what: str, old: str, new: str) -> Change:
    return Change(revision=1, on=DAY, uid="1@2", what=what, old=old, new=new)


def outcome(races: tuple[PlannedRace, ...]) -> Any:
    return cast("Any", SimpleNamespace(say=SAY, frame=SimpleNamespace(races=races)))


EASY, REST = Step(kind="run", seconds=320), Step(kind="recover", seconds=90)
RACE_STEP: Final = Step(kind="run", seconds=3725, effort="race", pace_s_per_km=(300, 310))
TOLD: Final = [
    *[messages.race_spike(HALF, 90, SAY, finish=x, named=y) for x in (0, 1) for y in (0, 1)],
    *[messages.volume_short(90, 120, bound, None, SAY) for bound in messages.BOUND_WORDS],
    messages.volume_short(90, 120, "time", HALF, SAY),
    *[messages.run_dropped(why, n, SAY) for why in messages.RUN_DROPPED for n in (1, 2)],
    *[messages.better_start(DAY, fewer, 60, 50, SAY) for fewer in (0, 1, 2)],
    *[messages.goal_ahead(HALF, 100, SAY, named=named) for named in (False, True)],
    messages.goal_alone(HALF, 150, SAY),
    *[messages.run_dropped_usual(5, 4, SAY, asked=asked) for asked in (False, True)],
    messages.assumed_pace("7:30 /km", (HALF,), SAY),
    messages.assumed_pace("7:30 /km", (HALF, TEN), SAY),
    *[messages.bound_most(b, outcome(r)) for b in messages.BOUND_MOST for r in ((), (HALF,))],
    *[messages.minutes_dropped(weeks, 75, SAY) for weeks in (1, 3)],
    messages.longest_run_too_old(DAY, SAY),
    messages.stub(DAY, SAY),
    season_messages.waived_late(2, 3, SAY),
    season_messages.break_late(4, 6, SAY),
    *[season_messages.block_13(HALF, SAY, named=x, waived=y) for x in (0, 1) for y in (0, 1)],
    season_messages.races_close(HALF, TEN, 3, SAY),
    season_messages.holiday_as_break(DAY, NEXT, SAY),
    season_messages.holiday_in_taper(HALF, SAY),
    season_messages.race_on_return(TEN, SAY),
    *[news.missed([DAY] * number, SAY) for number in (1, 2, 6)],
    *[news.otherwise(DAY, 50, planned, SAY) for planned in (0, 40)],
    assumed.no_start(DAY, SAY),
    assumed.long_run_day(6, SAY),
    assumed.no_run([0, 2], 10, 15, SAY),
    *[amounts.aimed_at(metres, "km", SAY) for metres in (5_000, 21_097, 42_195, 50_000, 15_000)],
    amounts.bone_load(7.3, 7.1, 7.4, "mi", SAY),
    *[race_day.start_line(at, SAY) for at in (None, time(10, 0))],
    *race_day.pace_lines(21_097, 6900, (5_000,), 5_000, units="mi", say=SAY),
    race_day.walk_line(SAY),
    *[race_day.food_line(minutes, SAY) for minutes in (40, 200)],
    *[race_day.after_line(n, run, SAY) for n in (0, 1, 7) for run in (None, (NEXT, 30))],
    *[sessions.repeats_title(kind, 1, 150, SAY) for kind in sessions.REPEATED],
    sessions.repeats_title(SessionKind.HILLS, 6, 60, SAY),
    sessions.strides_title(45, 4, SAY),
    sessions.race_title("Half", SAY),
    *[text for longest in (60, 90) for text in sessions.long_why(90, longest, SAY)],
    *[text for kind in WeekKind for text in sessions.week_why(kind, SAY)],
    *[text for jumps in (0, 30) for text in strength.strength_text(2, jumps, SAY)],
    strength.strength_title(30, SAY, jumps=True),
    strength.cross_title("cycling", 40, SAY),
    *steps.step_lines((EASY, RACE_STEP, REST), "km", SAY),
    *steps.step_lines((Step(kind="repeat", times=4, steps=(EASY, REST, REST)),), "km", SAY),
    changes.heading(2, [], SAY),
    changes.dated_heading(2, DAY, [change("added", "", "2026-12-07")], SAY),
    *changes.on_page([change("added", "", "2026-12-07 07:00 5")] * 25, SAY),
    *changes.on_page([change("changed", "2026-12-07 5", "2026-12-07 5")] * 9, SAY),
    *changes.on_page(
        [
            change("moved", "2026-12-07 07:00 5", "2026-12-07 5"),
            change("moved", "2026-12-07 07:00 5", "2026-12-08 08:00 5"),
            change("moved", "2026-12-07 5", "2026-12-07 5"),
            change("changed", "2026-12-07 5", "2026-12-07 5"),
            change("longer", "2026-12-07 5", "2026-12-07 6"),
            change("cancelled", "2026-12-07 5", ""),
        ],
        SAY,
    ),
]


@pytest.mark.parametrize("text", TOLD)
def test_it_is_told_in_the_language(text: str) -> None:
    assert in_plain_letters(text, NAMES) == []
    assert text
