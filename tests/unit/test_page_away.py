"""Days away on the page: named, without a box, in the table and week by week."""

from __future__ import annotations

import re
from datetime import date

from scheduler.model.profile import Away
from scheduler.render.page import render_page
from scheduler.render.page_sheet import sheets_of
from scheduler.resources import data_dir
from scheduler.words.language import ENGLISH
from tests.unit.page_factory import monday, sample_record


def page(*spans: tuple[date, date], **changes: object) -> str:
    away = tuple(Away(from_day=first, until=last) for first, last in spans)
    folder = data_dir("templates")
    record = sample_record(away=away, **changes)
    return render_page(record, lambda name: folder.joinpath(name).read_text("utf-8")).decode()


def test_a_day_away_is_named_and_has_no_box_to_tick() -> None:
    text = page((date(2027, 1, 18), date(2027, 1, 24)))
    assert text.count('class="box"') == 84
    assert text.count('<div data-sign="a" class="mark away"><span>away</span>') == 7
    (key,) = re.findall(r'<span class="signs".*?</p>', text)
    assert re.findall(r"<b>(.)</b> ([a-z ]+)<", key)[-2:] == [("–", "rest"), ("a", "away")]


def test_without_days_away_nothing_speaks_of_them() -> None:
    text = page()
    assert 'class="mark away"' not in text
    assert "Away:" not in text
    assert "<b>a</b>" not in text


def test_each_week_says_which_of_its_days_are_away() -> None:
    text = page((date(2027, 1, 2), date(2027, 1, 4)), (date(2027, 1, 8), date(2027, 1, 8)))
    told = re.findall(r'<p class="week-text" dir="auto">(Away: .*?)</p>', text)
    assert told == ["Away: 2 – 3 January.", "Away: Mon 4 Jan and Fri 8 Jan."]


def test_before_the_start_and_after_the_last_race_nobody_is_away() -> None:
    spans = (
        Away(from_day=date(2026, 12, 1), until=date(2026, 12, 9)),
        Away(from_day=date(2027, 3, 5), until=date(2027, 3, 20)),
    )
    (sheet,) = sheets_of(sample_record(start=date(2026, 12, 9), away=spans), ENGLISH)
    rows = sheet.rows
    assert [[mark.kind for mark in day.marks] for day in rows[0].days[:4]] == [
        [],
        [],
        ["away"],
        ["easy"],
    ]
    assert [[mark.kind for mark in day.marks] for day in rows[12].days[4:]] == [
        ["away"],
        ["race"],
        ["rest"],
    ]


def test_a_week_that_has_no_other_words_still_tells_its_days_away() -> None:
    text = page((monday(1), monday(1)), notes=())
    assert '<p class="week-text" dir="auto">Away: Mon 7 Dec.</p>' in text
