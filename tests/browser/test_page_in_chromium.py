"""The page as a browser shows and prints it: quiet, complete, inside its width and its paper."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

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
        "article.session data", "all => all.reduce((sum, each) => sum + Number(each.value), 0)"
    )
    in_table = page.eval_on_selector_all(
        "td .mark > b", "all => all.reduce((sum, each) => sum + Number(each.textContent), 0)"
    )
    assert page.locator("article.session").count() == len(standing)
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


@pytest.mark.parametrize(("width", "media"), [(703, "print"), (320, "screen"), (1280, "screen")])
def test_a_run_and_strength_stay_inside_their_day(
    browser: Browser, write_page: Write, width: int, media: str
) -> None:
    """703 pixels are the 186 mm between the margins of A4."""
    season = long_season(26)
    runs = tuple(
        replace(each, kind=SessionKind.STRIDES, minutes=55)
        if each.kind is SessionKind.EASY
        else each
        for each in season.sessions
    )
    page = opened(browser, write_page(replace(season, sessions=(*runs, *STRENGTH))), width)
    page.emulate_media(media="print" if media == "print" else "screen")
    spilled = page.evaluate(
        """() => [...document.querySelectorAll('.shared b, .shared .word, .shared .sign')]
          .filter(each => {
            const own = each.getBoundingClientRect();
            const cell = each.closest('td').getBoundingClientRect();
            return own.width > 1 && (own.left < cell.left - 1 || own.right > cell.right + 1);
          }).map(each => each.textContent)"""
    )
    assert page.locator("td.shared").count() == 26
    assert spilled == []
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_from_its_ground(
    browser: Browser, write_page: Write, scheme: str
) -> None:
    page = opened(browser, write_page(sample_record()), scheme=scheme)
    weakest = page.evaluate(
        """() => {
          const rgb = text => text.match(/[\\d.]+/g).slice(0, 3).map(Number);
          const light = text => rgb(text).map(v => v / 255)
            .map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
            .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
          const ground = light(getComputedStyle(document.body).backgroundColor);
          return Math.min(...[...document.querySelectorAll('body *')]
            .filter(each => each.textContent.trim() && !each.closest('svg, style'))
            .map(each => light(getComputedStyle(each).color))
            .map(ink => (Math.max(ink, ground) + .05) / (Math.min(ink, ground) + .05)));
        }"""
    )
    assert weakest >= 4.5
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
    page = opened(browser, write_page(long_season(20)))
    pdf = tmp_path / "page.pdf"
    page.pdf(path=pdf, prefer_css_page_size=True)
    page.context.close()
    sheets = words_on(pdf).split("\f")[:-1]
    weeks = [sheet for sheet in sheets if re.search(r"Week \d+ of 20", sheet)]
    assert sum(len(re.findall(r"Week \d+ of 20", sheet)) for sheet in weeks) == 20
    for sheet in weeks:
        lines = [line.strip() for line in sheet.splitlines() if line.strip()]
        heads = [i for i, line in enumerate(lines) if re.match(r"Week \d+ of 20", line)]
        for head in heads:
            own = lines[head : head + 25]
            assert sum("Easy 50 min" in line for line in own) >= 4
            assert any("Long run 1 h 50" in line for line in own)
        assert sheet.count("Run 50 min easy") == sheet.count("Easy 50 min")
