"""How the season's rows go on paper."""

from __future__ import annotations

import pytest

from scheduler.render.sheets import Sheets, shared_evenly, sheets_for

ONE_RACE = ("Goal race Sunday 11 April 2027", "Runner Sam")


@pytest.mark.parametrize(
    ("rows", "sizes"),
    [
        (1, [1]),
        (27, [27]),
        (28, [14, 14]),
        (43, [21, 22]),
        (54, [27, 27]),
        (59, [19, 20, 20]),
        (105, [26, 26, 26, 27]),
    ],
)
def test_rows_are_shared_evenly_and_the_first_sheet_never_has_more(
    rows: int, sizes: list[int]
) -> None:
    sheets = sheets_for(rows, "a4", "Spring Half", ONE_RACE)
    bodies = shared_evenly(tuple(range(rows)), sheets.number)
    assert [len(body) for body in bodies] == sizes
    assert [row for body in bodies for row in body] == list(range(rows))


@pytest.mark.parametrize(
    ("rows", "height", "roomy", "tight"),
    [
        (4, 11.5, True, False),
        (18, 11.5, True, False),
        (21, 10.3, False, False),
        (24, 8.8, False, True),
    ],
)
def test_few_rows_are_high_and_many_are_low(
    rows: int, height: float, roomy: bool, tight: bool
) -> None:
    sheets = sheets_for(rows, "a4", "Spring Half", ONE_RACE)
    assert sheets == Sheets(number=1, row_mm=height)
    assert (sheets.is_roomy, sheets.is_tight) == (roomy, tight)


def test_a_long_head_and_a_short_paper_leave_room_for_fewer_rows() -> None:
    note = "Come as you are. " * 30
    assert sheets_for(27, "a4", "Spring Half", (*ONE_RACE, note)).number == 2
    assert sheets_for(26, "letter", "Spring Half", ONE_RACE).number == 2
    assert sheets_for(25, "letter", "Spring Half", ONE_RACE).number == 1
    assert sheets_for(27, "a4", "Spring Half " * 5, ONE_RACE).number == 2


def test_a_head_that_fills_the_sheet_still_leaves_a_row_on_each() -> None:
    assert sheets_for(3, "a4", "A" * 3000, ()) == Sheets(number=3, row_mm=7.6)


def test_a_plan_without_weeks_has_one_sheet() -> None:
    assert sheets_for(0, "a4", "", ()) == Sheets(number=1, row_mm=11.5)
