"""What a row of the coach's index tells of an athlete, and the small drawing of the season."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

import pytest

from scheduler.model.plan import WeekKind
from scheduler.model.profile import Priority
from scheduler.model.roster import News, RosterRace, RosterWeek, Standing
from scheduler.render.roster_season import season_view
from scheduler.render.roster_view import athlete_view
from scheduler.words import roster as words
from tests.roster_factory import (
    PAUSED,
    TODAY,
    athlete,
    roster,
    season,
)
from tests.roster_reader import page, row_of

WHY: Final = News(code="NO-WEEK", text="Why.")
SINCE: Final = "Changed since the last mail "
LONG: Final = (
    "By 11 April your longest run reaches 2 h 01; a 3:55 marathon is nearly twice that. Choose:"
    " finish it with walk breaks and no time goal, the half that day, or a marathon from 23 May."
)


def test_a_row_tells_race_week_week_off_version_season_and_mail() -> None:
    sam = athlete(begun=7, mailed_how="drafted")
    assert row_of(sam) == [
        "Sam Okafor sam-rotterdam-2027",
        "Rotterdam Marathon 21 Feb 2027 · A race",
        "12 weeks",
        "Lighter 2 h 35",
        "14 Dec in 3 weeks",
        "",
        "First version 28 Sep",
        "Week 8 of 20",
        "Calendar Drafted 28 Sep",
    ]


def test_the_next_race_is_told_and_the_next_goal_where_it_is_another_one() -> None:
    races = (("City Five", "C"), ("Spring Half", "B"), ("Rotterdam Marathon", "A"), ("Two", "A"))
    row = row_of(athlete(races=races))
    assert row[1] == "City Five 17 Jan 2027 · C race Rotterdam Marathon 14 Mar 2027 · A race"


@pytest.mark.parametrize(
    ("changes", "column", "told"),
    [
        ({"races": (), "weeks_to_race": None}, 1, "No race to come"),
        ({"races": (), "weeks_to_race": None}, 2, ""),
        ({"weeks_to_race": 1}, 2, "1 week"),
        ({"weeks_to_race": 0}, 2, "0 race week"),
        ({"this_week": None}, 3, "Starts this week"),
        ({"next_week_off": None}, 4, "None to come"),
        ({"next_week_off": date(2026, 11, 30)}, 4, "30 Nov next week"),
        ({"news": (PAUSED,)}, 5, "Paused. Since 12 November 2026."),
        ({"standing": Standing.PAUSED}, 5, "Paused."),
        ({"standing": Standing.FAULT}, 5, "osteon's own fault."),
        ({"standing": Standing.REFUSED, "news": (WHY,)}, 5, "No new plan. Why. NO-WEEK"),
        (
            {"revision": 3, "revised_on": TODAY, "changed": "3 moved"},
            6,
            "Revision 3 today · 3 moved",
        ),
        ({"revision": 2, "revised_on": date(2025, 12, 1)}, 6, "Revision 2 1 Dec 2025"),
        ({"mailed": None, "mailed_on": None}, 8, "Not mailed yet"),
        ({"mailed": None, "has_draft": True}, 8, "Draft Not mailed yet"),
        ({"mailed": None, "has_email": False}, 8, "No e-mail address"),
        ({"revision": 2, "mailed": 1}, 8, SINCE + "Mailed 16 Nov: revision 1"),
        ({"revision": 1, "mailed": 0, "mailed_on": None}, 8, SINCE + "Mailed: first version"),
        ({"revision": 2, "mailed": 1, "has_email": False}, 8, SINCE + "Mailed 16 Nov: revision 1"),
    ],
)
def test_what_is_missing_new_or_late_is_told_in_its_column(
    changes: dict[str, Any], column: int, told: str
) -> None:
    assert row_of(athlete(**changes))[column].removeprefix("Calendar ") == told


def test_before_its_first_week_a_plan_starts_and_after_its_last_it_is_over() -> None:
    early = athlete(begun=-2, today=TODAY, this_week=None)
    late = replace(
        athlete(begun=19), this_week=None, weeks=tuple(season(starts_on=date(2026, 1, 5)))
    )
    assert row_of(early)[3] == "Starts 7 Dec"
    assert row_of(late)[3] == "Plan is over"
    assert row_of(early)[7] == "20 weeks"


def test_long_news_are_told_to_the_end_of_a_sentence_and_the_rest_is_folded() -> None:
    (news,) = athlete_view(athlete(news=(News(code="X", text=LONG),)), TODAY).news
    assert news.lead == (LONG[:82],)
    assert news.lead[0].endswith("nearly twice that.")
    assert " ".join((*news.lead, *news.rest)) == LONG


def test_what_is_typed_stands_out_from_what_is_said() -> None:
    typed = News(code="X", text="Run `osteon pause` and wait.")
    assert "Run <code>osteon pause</code> and wait." in page(roster(athlete(news=(typed,))))


def test_the_season_is_a_path_for_each_way_that_a_week_is_drawn() -> None:
    weeks = season("bdoutR", most=100)
    view = season_view(weeks, weeks[1])
    assert [week.minutes for week in weeks] == [60, 47, 0, 84, 55, 25]
    assert (view.width, view.bar, view.height) == (36, 5, 30)
    assert {shape.css: shape.path for shape in view.shapes} == {
        "now": "M9 26l3 4h-6z",
        "run": "M3 25v-12M21 25v-18M33 25v-5",
        "light": "M9 25v-10M27 25v-11",
        "off": "M12 25h5",
        "race": "M33 0l3 3-3 3-3-3z",
        "tune-up": "M21 0l3 3-3 3-3-3z",
    }
    assert view.told == (
        "Week 2 of 6. Lighter: 2, 5. No running: 3. Tune-up race: 4. Race week: 6."
        " Fullest: week 4, 1 h 24."
    )


@pytest.mark.parametrize(("weeks", "width"), [(1, 6), (27, 162), (32, 160), (52, 156), (104, 208)])
def test_a_season_of_any_length_has_bars_of_whole_pixels(weeks: int, width: int) -> None:
    assert season_view(season("b" * weeks), None).width == width


@pytest.mark.parametrize("kind", WeekKind)
def test_every_kind_of_week_is_drawn_and_named(kind: WeekKind) -> None:
    minutes = 0 if kind in {WeekKind.OFF, WeekKind.WEEK_OFF} else 60
    week = RosterWeek(index=1, starts_on=TODAY, kind=kind, minutes=minutes, longest_minutes=minutes)
    assert season_view([week], None).shapes
    assert row_of(athlete(this_week=week))[3].startswith(words.KINDS[kind])


def test_a_week_whose_runs_were_taken_out_is_one_without_running() -> None:
    first, second = season("bR")
    weeks = (replace(first, minutes=0), replace(second, minutes=0))
    shapes = {shape.css: shape.path for shape in season_view(weeks, weeks[0]).shapes}
    assert shapes == {"now": "M3 26l3 4h-6z", "off": "M0 25h5", "race": "M9 0l3 3-3 3-3-3z"}
    assert row_of(athlete(weeks=weeks, this_week=weeks[0]))[3] == "No running"
    assert row_of(athlete(weeks=weeks, this_week=weeks[1]))[3] == "Race week"


def test_a_season_without_weeks_is_not_drawn() -> None:
    assert season_view((), None).shapes == ()
    assert "<svg" not in page(roster(athlete(weeks=(), this_week=None))).partition("</table>")[0]


def test_a_race_and_its_day_sort_by_the_day() -> None:
    races = (
        RosterRace(name="Ten", date=TODAY + timedelta(days=9), priority=Priority.B),
        RosterRace(name="Marathon", date=TODAY + timedelta(days=99), priority=Priority.A),
    )
    view = athlete_view(replace(athlete(), races=races), TODAY)
    assert (view.race_key, view.changed.key, view.week_off.key) == (
        "20261202",
        "20261116",
        "20270201",
    )
    assert (view.to_go.key, view.week.key, view.season_place.key, view.mail.key) == (
        "19",
        "180",
        "1",
        "20261116",
    )
