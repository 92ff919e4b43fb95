"""The sheet for the fridge: rows shared evenly, what a cell says, the drawing, no health word."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from scheduler.model.plan import SessionKind, WeekKind
from scheduler.model.profile import Priority
from scheduler.model.record import Pause, Publication, Record
from scheduler.render.drawing import axis_for
from scheduler.render.page import render_page
from scheduler.render.page_rules import behind_session, behind_week
from scheduler.render.page_sheet import Row, drawing_of, shared_evenly, sheets_of
from scheduler.resources import data_dir
from scheduler.words.language import ENGLISH
from tests.shipped_people import PEOPLE, published
from tests.unit.page_factory import long_season, monday, sample_record, session

TELLING = re.compile(
    r"bone load|injur|fractur|stress|physio|doctor|health|tier|risk", re.IGNORECASE
)


def page(record: Record) -> str:
    folder = data_dir("templates")
    return render_page(record, lambda name: folder.joinpath(name).read_text("utf-8")).decode()


def rows_of(record: Record) -> tuple[Row, ...]:
    return tuple(row for sheet in sheets_of(record, ENGLISH) for row in sheet.rows)


@pytest.mark.parametrize(
    ("weeks", "sizes"),
    [
        (1, [1]),
        (4, [4]),
        (26, [26]),
        (27, [27]),
        (28, [14, 14]),
        (43, [21, 22]),
        (52, [26, 26]),
        (54, [27, 27]),
        (59, [19, 20, 20]),
        (104, [26, 26, 26, 26]),
    ],
)
def test_weeks_are_shared_evenly_over_as_few_sheets_as_hold_27_each(
    weeks: int, sizes: list[int]
) -> None:
    season = long_season(weeks)
    parts = shared_evenly(season.weeks)
    assert [len(part) for part in parts] == sizes
    assert [week for part in parts for week in part] == list(season.weeks)
    assert f"--rows: {max(sizes)};" in page(season)


def test_a_plan_without_weeks_has_one_empty_sheet() -> None:
    (sheet,) = sheets_of(sample_record(weeks=(), sessions=(), notes=()), ENGLISH)
    assert sheet.rows == ()
    assert sheet.to_tick == "0 sessions and 0 rest days to tick. Rest counts."


def test_each_sheet_of_several_tells_its_weeks_its_days_and_its_races() -> None:
    (race,) = sample_record().races
    autumn = replace(race, id="late", name="Autumn Ten", date=date(2027, 7, 4))
    first, second = sheets_of(replace(long_season(30), races=(race, autumn)), ENGLISH)
    assert (first.title, first.span) == ("Weeks 1 to 15", "7 December 2026 – 21 March 2027")
    assert (second.title, second.span) == ("Weeks 16 to 30", "22 March 2027 – 4 July 2027")
    assert [told.name for told in first.races] == ["Park Ten", "Autumn Ten"]
    assert [told.name for told in second.races] == ["Autumn Ten"]


def test_a_lone_race_is_named_in_the_title_and_a_season_s_races_each_on_a_line() -> None:
    (sheet,) = sheets_of(sample_record(), ENGLISH)
    assert [(told.name, told.detail) for told in sheet.races] == [
        ("", "Saturday 6 March 2027 · 10 km · about 52 min")
    ]


def test_of_many_races_the_weightiest_are_told_and_the_rest_counted() -> None:
    (race,) = sample_record().races
    races = tuple(
        replace(race, name=f"Race {n}", date=monday(n + 1), priority=Priority(letter))
        for n, letter in enumerate("CCBCAC", start=1)
    )
    (sheet,) = sheets_of(sample_record(races=races), ENGLISH)
    assert [told.name for told in sheet.races] == ["Race 3", "Race 5", ""]
    assert sheet.races[-1].detail == "and 4 more races, told week by week"


def test_a_cell_tells_the_date_the_minutes_the_kind_and_a_first_of_the_month_apart() -> None:
    row = rows_of(sample_record())[3]
    days = [(day.number, day.begins_month, [mark.word for mark in day.marks]) for day in row.days]
    assert days == [
        ("28", False, ["rest"]),
        ("29", False, ["easy"]),
        ("30", False, ["rest"]),
        ("31", False, ["easy"]),
        ("1", True, ["rest"]),
        ("2", False, ["rest"]),
        ("3", False, ["long"]),
    ]
    assert [mark.minutes for day in row.days for mark in day.marks if mark.minutes] == [
        "30",
        "30",
        "50",
    ]
    assert (row.total, row.word, row.monday) == ("110", "lighter", "28 Dec")


def test_boxes_are_counted_as_sessions_and_rest_days() -> None:
    record = sample_record()
    strength = session(monday(1) + timedelta(days=1), SessionKind.STRENGTH, 25, "Strength 25 min")
    (sheet,) = sheets_of(replace(record, sessions=(*record.sessions, strength)), ENGLISH)
    assert sheet.to_tick == "37 sessions and 55 rest days to tick. Rest counts."


@pytest.mark.parametrize(("training", "total", "added"), [(60, "60", "+ race"), (0, "", "race")])
def test_the_total_of_a_race_week_leaves_the_race_out_and_says_so(
    training: int, total: str, added: str
) -> None:
    record = sample_record()
    kept = tuple(
        each
        for each in record.sessions
        if training or each.date < monday(13) or each.kind is SessionKind.RACE
    )
    weeks = (*record.weeks[:-1], replace(record.weeks[-1], minutes=training))
    row = rows_of(replace(record, weeks=weeks, sessions=kept))[-1]
    assert (row.total, row.race) == (total, added)


def test_a_week_without_running_says_off() -> None:
    off = rows_of(sample_record())[6]
    assert (off.total, off.word, off.run_free) == ("off", "week off", True)
    assert (off.bar, off.longest_bar) == ("0%", "0%")


def test_the_bars_are_drawn_along_one_axis_with_its_unit() -> None:
    """180 minutes are the fullest week: three hours in steps of one."""
    record = sample_record()
    drawing = drawing_of(record, ENGLISH)
    assert drawing.ticks == (("0%", "0"), ("33.33%", "1"), ("66.67%", "2"), ("100%", "3 h"))
    assert drawing.told == (
        "Drawn: the minutes of running of each week, at most 180 in week 12, and its longest run,"
        " at most 85 in week 12."
    )
    rows = rows_of(record)
    assert (rows[11].bar, rows[11].longest_bar) == ("100%", "47.22%")
    assert (rows[0].bar, rows[0].longest_bar) == ("72.22%", "33.33%")


@pytest.mark.parametrize("most", [0, 1, 45, 46, 90, 180, 181, 360, 700, 1799, 2700, 9000])
def test_every_axis_has_at_most_three_steps_and_holds_the_most(most: int) -> None:
    axis = axis_for(most)
    assert 1 <= axis.steps <= 3
    assert axis.ticks[-1] >= most


def test_a_name_of_more_than_sixty_letters_ends_in_dots_on_the_sheet_alone() -> None:
    (race,) = sample_record().races
    sixty, longer = "R" * 60, "S" * 61
    text = page(sample_record(races=(replace(race, name=sixty),)))
    assert text.count(f"<bdi>{sixty}</bdi>") == 3
    text = page(sample_record(races=(replace(race, name=longer),)))
    assert text.count(f"<bdi>{longer}</bdi>") == 2
    assert f'<p class="sheet-title middle"><bdi>{"S" * 59}…</bdi>' in text


def test_the_coach_is_named_on_the_sheet_and_the_note_is_not() -> None:
    """Guests read the sheet; a note may speak of the body."""
    text = page(sample_record(coach="Jo", publication=Publication(note="Mind your left shin.")))
    sheet = text.split('<section class="sheet"')[1].split("</section>")[0]
    assert "Coach <bdi>Jo</bdi>" in sheet
    assert "shin" not in sheet
    assert text.count("Mind your left shin.") == 2


@pytest.mark.parametrize("name", PEOPLE)
def test_but_for_the_stop_rule_the_sheet_has_no_word_of_load_or_injury(name: str) -> None:
    for after in page(published(name)).split('<section class="sheet"')[1:]:
        sheet = after.split("</section>")[0]
        told = sheet.split('<div class="stop')[0]
        assert not TELLING.search(told)
        assert sheet.count("Pain in one spot on a bone") == 1


def test_every_kind_of_week_has_its_own_word_or_its_own_look() -> None:
    words = {rows_of(weeks_of(kind))[0].word for kind in WeekKind}
    assert len(words) == len(WeekKind)


def weeks_of(kind: WeekKind) -> Record:
    record = sample_record()
    return replace(record, weeks=(replace(record.weeks[0], kind=kind),))


def test_a_run_stands_before_what_else_there_is_to_do_on_its_day() -> None:
    """Strength without a time of day comes first by the clock, and still beside the run."""
    record = sample_record()
    run = next(each for each in record.sessions if each.kind is SessionKind.EASY)
    strength = session(run.date, SessionKind.STRENGTH, 25, "Strength 25 min")
    timed = replace(run, starts_at=time(7), timezone="Europe/Amsterdam")
    marks = rows_of(replace(record, sessions=(strength, timed)))[0].days[1].marks
    assert [mark.word for mark in marks] == ["easy", "strength"]


def test_a_paused_plan_says_so_on_every_sheet() -> None:
    paused = sample_record(paused=(Pause(from_day=date(2027, 1, 4)),))
    assert [sheet.paused for sheet in sheets_of(paused, ENGLISH)] == ["Running paused"]
    assert '<p class="sheet-race"><b>Running paused</b></p>' in page(paused)
    assert "Running paused" not in page(sample_record())


def test_every_sheet_tells_the_goal_even_where_it_comes_later() -> None:
    (race,) = sample_record().races
    goal = replace(race, id="late", name="Autumn Ten", date=date(2027, 7, 4))
    first, _ = sheets_of(replace(long_season(30), races=(goal,)), ENGLISH)
    assert [told.detail for told in first.races] == ["Sunday 4 July 2027 · 10 km · about 52 min"]


def cited(kind: SessionKind, week: WeekKind) -> list[str]:
    made = session(monday(1), kind, 40, "A session")
    return [rule.text for rule in behind_session(made, week, ENGLISH)]


def test_a_long_run_of_a_lighter_week_is_told_with_the_rule_that_shortened_it() -> None:
    assert cited(SessionKind.LONG, WeekKind.BUILD) == [
        "Rule 10, Frandsen et al. 2025",
        "Rule 11, Daniels",
    ]
    assert "Rule 4, Volante PT" in cited(SessionKind.LONG, WeekKind.DELOAD)
    assert cited(SessionKind.EASY, WeekKind.DELOAD) == ["Rule 14, Baggaley et al."]


def test_a_week_without_running_cites_a_rule_only_after_a_goal_race() -> None:
    week = replace(sample_record().weeks[0], kind=WeekKind.OFF, token=None)
    assert behind_week(week, ENGLISH, after_goal=False) == ()
    (after,) = behind_week(week, ENGLISH, after_goal=True)
    assert after.text == "Rule 6, Volante PT"


@pytest.mark.parametrize("kind", SessionKind)
def test_every_kind_of_session_has_a_rule_behind_it(kind: SessionKind) -> None:
    assert cited(kind, WeekKind.BUILD)
