"""The sheets for the fridge as a browser lays them out: all in its place, readable, all weeks."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import pytest

from scheduler.model.plan import RUNS, SessionKind, Status, WeekKind
from scheduler.model.profile import Priority
from scheduler.model.record import PublicAthlete, Publication
from scheduler.words.language import LANGUAGES
from tests.browser.layout import MEASURE, WIDTHS, laid_out
from tests.browser.test_page_in_chromium import opened, words_on
from tests.long_words import LONG_WORDS
from tests.page_soak import planned, wrong_with
from tests.shipped_people import PEOPLE, published
from tests.unit.page_factory import long_season, monday, sample_record, session

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from scheduler.model.record import Record
    from tests.browser.test_page_in_chromium import Write

SIZES: Final = (1, 4, 12, 16, 20, 26, 27, 52, 104)
KINDS: Final = (
    SessionKind.THRESHOLD,
    SessionKind.RACE_PACE,
    SessionKind.STRIDES,
    SessionKind.HILLS,
)
TWELVE, SIXTY = "Berlin 21 km", "Grossglockner Hochalpenstrassen Berglauf Marathon 2027 Finale"[:60]


def full_season(weeks: int, races: int = 1, paper: str = "a4", name: str = TWELVE) -> Record:
    """A season with every kind of run and week, strength beside easy runs, and races."""
    season = long_season(weeks)
    kept = tuple(
        replace(each, kind=KINDS[place // 5 % 4]) if place % 5 == 2 else each
        for place, each in enumerate(season.sessions)
    )
    strength = tuple(
        session(monday(index) + timedelta(days=day), SessionKind.STRENGTH, 25, "Strength 25 min")
        for index in range(1, weeks + 1)
        for day in (0, 2)
    )
    (race,) = sample_record().races
    entered = tuple(
        replace(race, name=name, date=monday(n) + timedelta(days=5), priority=Priority.A)
        for n in range(1, races + 1)
    )
    run = tuple(
        session(race.date, SessionKind.RACE, race.minutes, f"Race: {race.name}") for race in entered
    )
    kinds = tuple(WeekKind)
    off = tuple(
        replace(week, kind=kinds[week.index % len(kinds)]) if week.index % 2 else week
        for week in season.weeks
    )
    days = {race.date for race in entered}
    return replace(
        season,
        sessions=(*(each for each in kept if each.date not in days), *strength, *run),
        races=entered,
        weeks=off,
        publication=Publication(paper=paper),
    )


def hardest(paper: str) -> Record:
    """As many weeks as a sheet holds, goals with sixty letters, a coach, three digits each day."""
    season = full_season(27, races=5, paper=paper, name=SIXTY)
    runs = tuple(
        replace(each, minutes=188) if each.kind in RUNS else each for each in season.sessions
    )
    athlete = PublicAthlete(name="Annegret von Wolkenstein-Trostburg")
    return replace(season, athlete=athlete, coach="Konstantin Oberhuber-Niedermayr", sessions=runs)


def printed(page: Page, file: Path, number: int) -> list[str]:
    """The words of so many of the first pages that the browser prints."""
    page.pdf(path=file, prefer_css_page_size=True, print_background=True, page_ranges=f"1-{number}")
    return words_on(file).split("\f")[:-1]


PLANS: Final[dict[str, Callable[[], Record]]] = {
    **{name: partial(published, name) for name in PEOPLE},
    **{f"{weeks} weeks": partial(full_season, weeks) for weeks in SIZES},
}


@pytest.mark.parametrize("paper", WIDTHS)
@pytest.mark.parametrize("name", PLANS)
def test_weeks_fill_as_few_sheets_as_hold_27_and_nothing_runs_over(
    browser: Browser, write_page: Write, tmp_path: Path, name: str, paper: str
) -> None:
    record = PLANS[name]()
    record = replace(record, publication=replace(record.publication, paper=paper))
    address = write_page(record)
    assert laid_out(browser, address, paper) == []
    sheets = math.ceil(len(record.weeks) / 27)
    page = opened(browser, address)
    rows: list[list[str]] = page.eval_on_selector_all(
        ".sheet",
        "all => all.map(s => [...s.querySelectorAll('.monday')].map(one => one.textContent))",
    )
    pages = printed(page, tmp_path / "page.pdf", sheets + 1)
    page.context.close()
    counts = [len(mondays) for mondays in rows]
    assert (len(counts), sum(counts)) == (sheets, len(record.weeks))
    assert max(counts) - min(counts) <= 1
    for text, mondays in zip(pages, rows, strict=False):
        assert mondays[0] in text
        assert mondays[-1] in text
    assert ["When to stop" in text for text in pages] == [True] * sheets + [False]
    assert "About this plan" in pages[sheets]
    assert "Page 1 of " in pages[0]


@pytest.mark.parametrize("widest", [False, True], ids=["own fonts", "widest font"])
@pytest.mark.parametrize("paper", WIDTHS)
def test_the_fullest_sheet_with_the_longest_names_keeps_all_in_its_place(
    browser: Browser, write_page: Write, paper: str, widest: bool
) -> None:
    assert laid_out(browser, write_page(hardest(paper)), paper, widest=widest) == []


@pytest.mark.parametrize("widest", [False, True], ids=["own fonts", "widest font"])
@pytest.mark.parametrize("paper", WIDTHS)
def test_words_as_long_as_german_ones_keep_their_place(
    browser: Browser,
    write_page: Write,
    monkeypatch: pytest.MonkeyPatch,
    paper: str,
    widest: bool,
) -> None:
    monkeypatch.setitem(LANGUAGES, "de", LONG_WORDS)
    for record in (full_season(27, races=3, paper=paper), published("two-races-and-a-holiday")):
        german = replace(
            record,
            athlete=replace(record.athlete, language="de"),
            publication=Publication(paper=paper),
        )
        address = write_page(german)
        assert laid_out(browser, address, paper, widest=widest) == []


@pytest.mark.parametrize("number", [13, 25, 30])
def test_a_random_athlete_s_page_is_in_order(browser: Browser, tmp_path: Path, number: int) -> None:
    record = planned(number)
    assert record is not None
    assert wrong_with(record, browser, tmp_path) == []


def test_what_is_too_high_too_wide_or_on_another_text_is_found(
    browser: Browser, write_page: Write
) -> None:
    """The measure itself: each damage is seen."""
    context = browser.new_context(viewport={"width": WIDTHS["a4"], "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.goto(write_page(full_season(27)))
    page.emulate_media(media="print")
    for style, seen in (
        (".sheet-title { padding-bottom: 60mm; }", "too high"),
        (".mark b { font-size: 15pt !important; }", "minutes smaller than 16 pt"),
        (".mark span { font-size: 5pt !important; }", "smaller than 6 pt: easy"),
        (".mark b { letter-spacing: 12mm !important; }", "outside its cell: 50"),
        (".mark span { margin-top: -3mm !important; }", "50 meets easy"),
        (".box { width: 9mm !important; }", "box meets 50"),
        (":root { --row: 6mm !important; }", "row lower than 7.4 mm"),
    ):
        sheet = page.add_style_tag(content=style)
        found: list[str] = page.evaluate(f"({MEASURE})()")
        assert any(seen in one for one in found), style
        sheet.evaluate("each => each.remove()")
    context.close()


def days_of(record: Record) -> list[date]:
    return [week.starts_on + timedelta(days=day) for week in record.weeks for day in range(7)]


@pytest.mark.parametrize("name", PEOPLE)
def test_boxes_minutes_dates_and_totals_are_those_of_the_record(
    browser: Browser, write_page: Write, name: str
) -> None:
    record = published(name)
    page = opened(browser, write_page(record))
    cells: list[dict[str, Any]] = page.eval_on_selector_all(
        "tbody td:not(.total)",
        """all => all.map(cell => ({
            date: cell.querySelector('small')?.textContent ?? '',
            boxes: cell.querySelectorAll('.box').length,
            minutes: [...cell.querySelectorAll('.mark > b')].map(b => Number(b.textContent)),
        }))""",
    )
    totals = page.eval_on_selector_all(
        "tbody td.total", "all => all.map(cell => cell.querySelector('b')?.textContent ?? '')"
    )
    page.context.close()
    standing = [each for each in record.sessions if each.status is Status.CONFIRMED]
    to_do = Counter(each.date for each in standing if each.kind is not SessionKind.REST)
    days = days_of(record)
    assert len(cells) == len(days)
    for day, cell in zip(days, cells, strict=True):
        runs = [each.minutes for each in standing if each.date == day and each.kind in RUNS]
        idle = 1 if day >= record.start and not record.is_away(day) else 0
        assert cell["minutes"] == runs
        assert cell["boxes"] == (to_do[day] or idle)
        assert cell["date"] == (str(day.day) if day >= record.start else "")
    numbers = [int(total) if total.isdigit() else 0 for total in totals]
    assert numbers == [week.minutes for week in record.weeks]


def test_rows_grow_where_there_is_room_and_the_figures_with_them(
    browser: Browser, write_page: Write
) -> None:
    heights, figures = [], []
    for weeks in (27, 21, 12):
        page = opened(browser, write_page(full_season(weeks)), WIDTHS["a4"])
        page.emulate_media(media="print")
        heights.append(
            page.evaluate("document.querySelector('tbody tr').getBoundingClientRect().height")
        )
        figures.append(
            page.evaluate(
                "parseFloat(getComputedStyle(document.querySelector('.mark b')).fontSize)"
            )
        )
        page.context.close()
    millimetres = [round(height / 96 * 25.4, 1) for height in heights]
    assert millimetres == [7.5, 9.6, 13.0]
    assert [round(size * 0.75, 1) for size in figures] == [16.0, 16.3, 18.0]


def test_each_bar_ends_where_the_axis_says(browser: Browser, write_page: Write) -> None:
    """Week 12 of the sample has 180 minutes and is the whole axis of three hours."""
    page = opened(browser, write_page(sample_record()), WIDTHS["a4"])
    page.emulate_media(media="print")
    ends = page.evaluate(
        """() => {
            const middle = each => {
                const { left, right } = each.getBoundingClientRect();
                return (left + right) / 2;
            };
            const right = each => each.getBoundingClientRect().right;
            const ticks = [...document.querySelectorAll('.axis text')].map(middle);
            const row = document.querySelectorAll('tbody tr')[11];
            return [ticks[0], ticks[3], right(row.querySelector('.all')),
                    right(row.querySelector('.bars :last-child'))];
        }"""
    )
    page.context.close()
    zero, three_hours, whole, longest = ends
    assert whole == pytest.approx(three_hours, abs=4)
    assert longest == pytest.approx(zero + (whole - zero) * 85 / 180, abs=3)
