"""The season on paper: rows shared evenly, the stop rule on every sheet, words inside their day."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from scheduler.model.plan import SessionKind, WeekKind
from scheduler.model.profile import Priority
from scheduler.model.record import Publication
from tests.browser.test_page_in_chromium import opened, words_on
from tests.unit.page_factory import long_season, monday, sample_record, session

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from scheduler.model.record import Record
    from tests.browser.test_page_in_chromium import Write

ROW = re.compile(r"^\s*(\d+)\s+\d+ [A-Z][a-z]{2}\b", re.MULTILINE)
KINDS = (
    SessionKind.THRESHOLD,
    SessionKind.RACE_PACE,
    SessionKind.STRIDES,
    SessionKind.HILLS,
    SessionKind.EASY,
)


def full_season(weeks: int, races: int = 1, paper: str = "a4") -> Record:
    """A season with every kind of run, strength beside two of them, races and weeks off."""
    season = long_season(weeks)
    runs = tuple(
        replace(each, kind=KINDS[place % len(KINDS)]) if each.kind is SessionKind.EASY else each
        for place, each in enumerate(season.sessions)
    )
    strength = tuple(
        session(monday(index) + timedelta(days=day), SessionKind.STRENGTH, 25, "Strength 25 min")
        for index in range(1, weeks + 1)
        for day in (0, 3)
    )
    (race,) = sample_record().races
    entered = tuple(
        replace(race, name=f"Race {n}", date=date(2027, n, 7), priority=Priority.A)
        for n in range(1, races + 1)
    )
    off = tuple(
        replace(week, kind=WeekKind.WEEK_OFF) if week.index % 9 == 0 else week
        for week in season.weeks
    )
    publication = Publication(paper=paper)
    return replace(
        season, sessions=runs + strength, races=entered, weeks=off, publication=publication
    )


@pytest.mark.parametrize(
    ("record", "rows"),
    [
        (full_season(17), [17]),
        (full_season(20), [20]),
        (full_season(21, races=3), [21]),
        (full_season(26, races=2), [26]),
        (full_season(27), [27]),
        (full_season(27, races=3), [13, 14]),
        (full_season(59, races=3), [19, 20, 20]),
        (full_season(16, paper="letter"), [16]),
        (full_season(23, races=2, paper="letter"), [23]),
        (full_season(47, races=2, paper="letter"), [23, 24]),
    ],
    ids=lambda value: str(value) if isinstance(value, list) else value.publication.paper,
)
def test_every_sheet_holds_its_share_of_the_weeks_and_the_stop_rule(
    browser: Browser, write_page: Write, tmp_path: Path, record: Record, rows: list[int]
) -> None:
    page = opened(browser, write_page(record))
    pdf = tmp_path / "page.pdf"
    page.pdf(path=pdf, prefer_css_page_size=True, print_background=True)
    page.context.close()
    sheets = words_on(pdf, "-l", str(len(rows) + 1)).split("\f")[:-1]
    found = [len(ROW.findall(sheet)) for sheet in sheets[: len(rows)]]
    assert found == rows
    assert [sheet.count("When to stop") for sheet in sheets] == [1] * len(rows) + [0]
    assert all(re.search(r"Mon\s+Tue\s+Wed", sheet) for sheet in sheets[: len(rows)])


@pytest.mark.parametrize("weeks", [17, 20, 24, 58])
def test_every_word_ends_before_the_next_day_begins(
    browser: Browser, write_page: Write, weeks: int
) -> None:
    """703 pixels are the 186 mm between the margins of A4."""
    page = opened(browser, write_page(full_season(weeks)), 703)
    page.emulate_media(media="print")
    close = page.evaluate(
        """() => [...document.querySelectorAll('tbody .mark :is(b, .word, .sign)')].filter(each => {
            const range = document.createRange();
            range.selectNodeContents(each);
            const text = range.getBoundingClientRect();
            const day = each.closest('td');
            const shown = each.getBoundingClientRect().width > 1 && text.width > 0;
            return shown && text.right > day.getBoundingClientRect().right - 2;
        }).map(each => each.textContent)"""
    )
    assert page.locator("tbody .mark.threshold").count() > 0
    assert close == []
    page.context.close()


@pytest.mark.parametrize(("weeks", "sign"), [(20, False), (24, True)])
def test_strength_beside_a_run_is_a_word_where_the_rows_have_room(
    browser: Browser, write_page: Write, weeks: int, sign: bool
) -> None:
    page = opened(browser, write_page(full_season(weeks)), 703)
    page.emulate_media(media="print")
    beside = page.locator("td.shared .mark.strength").first
    assert beside.locator(".sign").is_visible() is sign
    assert page.locator(".key").is_visible() is sign
    assert page.locator(".key :not(.beside):visible > b").count() == 0
    page.context.close()
