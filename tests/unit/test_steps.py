"""The steps of a session read the same in calendar, page and terminal."""

from __future__ import annotations

from scheduler.model.plan import Step
from scheduler.words.steps import step_lines
from tests.factories import THRESHOLD_STEPS


def test_a_threshold_session_in_kilometres_and_miles() -> None:
    assert step_lines(THRESHOLD_STEPS, "km") == (
        "Warm-up 10 min easy",
        "3 × 6 min threshold at 4:45–4:55 /km, 2 min easy after each",
        "Cool-down 11 min easy",
    )
    assert step_lines(THRESHOLD_STEPS, "mi")[1] == (
        "3 × 6 min threshold at 7:39–7:55 /mi, 2 min easy after each"
    )


def test_without_a_pace_the_effort_is_told_in_words() -> None:
    work = Step(kind="run", seconds=180, effort="threshold")
    assert step_lines((work, Step(kind="run", seconds=2700)), "km") == (
        "Run 3 min threshold (a few words at a time)",
        "Run 45 min easy",
    )


def test_strides_last_seconds() -> None:
    stride = Step(kind="run", seconds=20, effort="strides")
    repeat = Step(kind="repeat", times=6, steps=(stride, Step(kind="recover", seconds=75)))
    assert step_lines((repeat,), "km") == (
        "6 × 20 s strides (quick and relaxed), 1 min 15 s easy after each",
    )


def test_a_repeat_without_recovery_and_a_repeat_of_repeats() -> None:
    hill = Step(kind="run", seconds=45, effort="hills")
    hills = Step(kind="repeat", times=4, steps=(hill,))
    rest = Step(kind="recover", seconds=180)
    assert step_lines((hills, Step(kind="repeat", times=2, steps=(hills, rest))), "km") == (
        "4 × 45 s uphill (strong)",
        "2 × (4 × 45 s uphill (strong)), 3 min easy after each",
    )
    assert step_lines((Step(kind="repeat", times=2, steps=(rest, hills)),), "km") == (
        "2 × 3 min easy, (4 × 45 s uphill (strong)) after each",
    )


def test_a_single_piece_is_told_step_by_step() -> None:
    work = Step(kind="run", seconds=360, effort="race", pace_s_per_km=(290, 300))
    piece = Step(kind="repeat", times=1, steps=(work, Step(kind="recover", seconds=120)))
    assert step_lines((Step(kind="warm-up", seconds=600), piece), "km") == (
        "Warm-up 10 min easy",
        "Run 6 min race effort at 4:50–5:00 /km",
        "Recover 2 min easy",
    )
    hill = Step(kind="repeat", times=4, steps=(Step(kind="run", seconds=45, effort="hills"),))
    assert step_lines((Step(kind="repeat", times=1, steps=(hill,)),), "km") == (
        "4 × 45 s uphill (strong)",
    )


def test_a_single_pace_stands_alone() -> None:
    race = Step(kind="run", seconds=300, effort="race", pace_s_per_km=(330, 330))
    assert step_lines((race,), "km") == ("Run 5 min race effort at 5:30 /km",)


def test_a_recovery_has_no_pace_to_keep() -> None:
    rest = Step(kind="recover", seconds=60, pace_s_per_km=(370, 390))
    stride = Step(kind="run", seconds=15, effort="strides")
    repeat = Step(kind="repeat", times=4, steps=(stride, rest))
    assert step_lines((repeat, rest), "km") == (
        "4 × 15 s strides (quick and relaxed), 1 min easy after each",
        "Recover 1 min easy",
    )
