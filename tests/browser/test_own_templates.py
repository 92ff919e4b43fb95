"""A coach's own style counts in the page's policy, and what it would fetch is not fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scheduler.plan_files import read_templates, render_files
from tests.browser.test_closed_to_the_network import listening
from tests.shipped_people import published
from tests.template_example import write_example

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

COLOUR = "getComputedStyle(document.querySelector('.club')).color"


@pytest.fixture
def opened(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def address_of(folder: Path) -> str:
    record = published("novice-5k")
    files = render_files(record, templates=read_templates(folder))
    file = folder.parent / "page.html"
    file.write_bytes(files[f"{record.plan_id}.html"])
    return file.as_uri()


def test_the_examples_line_has_its_colour_in_light_and_dark(opened: Page, tmp_path: Path) -> None:
    folder = write_example(tmp_path)
    own = folder / "own.css"
    own.write_bytes(b"\xef\xbb\xbf" + own.read_bytes().replace(b"\n", b"\r\n"))
    heard: list[str] = []
    opened.on("console", lambda message: heard.append(message.text))
    opened.on("pageerror", lambda error: heard.append(str(error)))
    opened.goto(address_of(folder))
    assert opened.locator(".club").inner_text() == "Harbour Runners · Ann"
    assert opened.evaluate(COLOUR) == "rgb(11, 93, 102)"
    opened.emulate_media(color_scheme="dark")
    assert opened.evaluate(COLOUR) == "rgb(127, 209, 218)"
    assert heard == []


def test_a_style_that_names_a_network_fetches_nothing(opened: Page, tmp_path: Path) -> None:
    folder = write_example(tmp_path)
    with listening() as (server, asked):
        style = f'@import "{server}/more"; .club {{ background: url({server}/logo); color: teal; }}'
        (folder / "own.css").write_text(style, encoding="utf-8")
        opened.goto(address_of(folder))
        assert opened.evaluate(COLOUR) == "rgb(0, 128, 128)"
        opened.wait_for_load_state("networkidle")
        assert asked == []
