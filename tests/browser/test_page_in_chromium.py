"""The page as a browser shows and prints it: quiet, complete, inside its width and its paper."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

import pytest

from scheduler.model.plan import RUNS, SessionKind, Status
from scheduler.model.record import PublicAthlete, Publication
from tests.unit.page_factory import long_season, monday, sample_record, session

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from scheduler.model.record import Record

    Write = Callable[[Record], str]


# The columns of the details on A4, in points, for pdftotext's crop.
COLUMNS: Final = (28, 306)
COLUMN: Final = ("-y", "0", "-W", "264", "-H", "800")
HOSTILE = "<script>alert(1)</script>" + "W" * 60 + "\n\u05e9\u05dc\u05d5\u05dd \U0001f3c3"
STRENGTH = tuple(
    session(
        monday(index) + timedelta(days=day),
        SessionKind.STRENGTH,
        25,
        "Strength 25 min",
        bone_load=0.0,
        distance_m=0,
    )
    for index in range(1, 27)
    for day in (1, 4)
)
RECORDS = {
    "strength on days with a run and without": replace(
        long_season(26), sessions=(*long_season(26).sessions, *STRENGTH)
    ),
    "thirteen weeks": sample_record(),
    "a year": long_season(52),
    "names of any kind": sample_record(
        athlete=PublicAthlete(name=HOSTILE, units="mi"),
        coach=HOSTILE,
        limits_set_by=HOSTILE,
        races=(replace(sample_record().races[0], name=HOSTILE),),
    ),
}


def opened(browser: Browser, address: str, width: int = 1280, scheme: str = "light") -> Page:
    """The page in a fresh context, noting what it says and what it asks for."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("dialog", lambda dialog: heard.append(dialog.message))
    page.on("request", lambda request: heard.append(request.url))
    page.goto(address)
    assert heard == [address]
    return page


def words_on(pdf: Path, *options: str) -> str:
    """The text of a printed page, read back by poppler."""
    tool = shutil.which("pdftotext")
    assert tool, "pdftotext is missing: install poppler-utils"
    done = subprocess.run(
        [tool, "-layout", *options, str(pdf), "-"], check=True, capture_output=True, text=True
    )
    return done.stdout


def on_page(number: int) -> tuple[str, ...]:
    """The options of pdftotext for one page, measured in points."""
    return ("-r", "72", "-f", str(number), "-l", str(number))


@pytest.mark.parametrize("name", RECORDS)
@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (360, "dark"), (1280, "light")])
def test_it_is_quiet_asks_for_nothing_and_fits_the_width(
    browser: Browser, write_page: Write, name: str, width: int, scheme: str
) -> None:
    page = opened(browser, write_page(RECORDS[name]), width, scheme)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    too_wide = page.evaluate(
        """width => [...document.querySelectorAll('main *, header *')]
            .filter(each => !each.closest('svg') && each.getBoundingClientRect().right > width + 1)
            .map(each => each.className + ' ' + each.textContent.slice(0, 40))""",
        width,
    )
    assert too_wide == []
    page.context.close()


@pytest.mark.parametrize("name", RECORDS)
def test_minutes_and_sessions_are_those_of_the_record(
    browser: Browser, write_page: Write, name: str
) -> None:
    record = RECORDS[name]
    standing = [each for each in record.sessions if each.status is Status.CONFIRMED]
    page = opened(browser, write_page(record))
    minutes = page.eval_on_selector_all(
        "article data", "all => all.reduce((sum, each) => sum + Number(each.value), 0)"
    )
    in_table = page.eval_on_selector_all(
        "td .mark > b", "all => all.reduce((sum, each) => sum + Number(each.textContent), 0)"
    )
    assert page.locator("article").count() == len(standing)
    assert minutes == sum(each.minutes for each in standing)
    assert in_table == sum(each.minutes for each in standing if each.kind in RUNS)
    page.context.close()


def test_numbers_in_the_table_do_not_touch_on_a_small_phone(
    browser: Browser, write_page: Write
) -> None:
    page = opened(browser, write_page(long_season(4)), 320)
    spilled = page.evaluate(
        """() => [...document.querySelectorAll('td b')].filter(each => {
            const own = each.getBoundingClientRect();
            const cell = each.closest('td').getBoundingClientRect();
            return own.left < cell.left - 1 || own.right > cell.right + 1;
        }).map(each => each.textContent)"""
    )
    assert spilled == []
    page.context.close()


def test_the_keyboard_sees_where_it_is(browser: Browser, write_page: Write) -> None:
    page = opened(browser, write_page(sample_record()))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#week-1"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.context.close()


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_it_prints_on_the_paper_of_the_profile(
    browser: Browser, write_page: Write, tmp_path: Path, paper: str, size: tuple[int, int]
) -> None:
    page = opened(browser, write_page(sample_record(publication=Publication(paper=paper))))
    pdf = tmp_path / "page.pdf"
    page.pdf(path=pdf, prefer_css_page_size=True, print_background=True)
    page.context.close()
    box = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", pdf.read_bytes())
    assert len(box) > 1
    assert {(round(float(x)), round(float(y))) for x, y in box} == {size}
    sheets = words_on(pdf).split("\f")[:-1]
    assert f"Page 1 of {len(sheets)}" in sheets[0]
    assert f"Page {len(sheets)} of {len(sheets)}" in sheets[-1]
    assert "When to stop" in sheets[0]


def test_no_heading_is_left_alone_and_no_session_is_torn(
    browser: Browser, write_page: Write, tmp_path: Path
) -> None:
    """Read column by column: below a week's heading stands a session, and each has its reason."""
    page = opened(browser, write_page(long_season(20)))
    pdf = tmp_path / "page.pdf"
    page.pdf(path=pdf, prefer_css_page_size=True)
    page.context.close()
    heads = titles = 0
    for number in range(2, len(words_on(pdf).split("\f"))):
        for left in COLUMNS:
            text = words_on(pdf, *on_page(number), "-x", str(left), *COLUMN)
            lines = [line for line in text.splitlines() if line.strip()]
            for place, line in enumerate(lines):
                if re.search(r"Week \d+ of 20 ", line):
                    heads += 1
                    assert "Easy 50 min" in " ".join(lines[place : place + 6])
            titles += text.count("Easy 50 min")
            assert (
                text.count("Easy 50 min") == text.count("50 min easy") == text.count("Rule 14, B")
            )
            assert text.count("Long run 1 h 50") == text.count("Rule 11, Daniels")
    assert (heads, titles) == (20, 80)


def test_a_week_that_is_closed_on_the_screen_is_printed_all_the_same(
    browser: Browser, write_page: Write, tmp_path: Path
) -> None:
    page = opened(browser, write_page(sample_record()))
    page.locator("summary").first.click()
    assert page.locator("details").first.get_attribute("open") is None
    assert not page.locator("details article").first.is_visible()
    pdf = tmp_path / "page.pdf"
    page.pdf(path=pdf, prefer_css_page_size=True)
    page.context.close()
    assert "Tue 8 Dec" in words_on(pdf)
