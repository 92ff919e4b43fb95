"""The coach's index in a browser: closed, quiet, readable by everyone, on paper as on a phone."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

import pytest

from scheduler.model.roster import News
from tests.browser.chromium import UNFOLD
from tests.browser.judged_pages import MARKUP, SCRIPTS
from tests.browser.test_accessible import AXE, DESK, NIGHT, PHONE, UNDECIDED, judged, places
from tests.browser.test_closed_to_the_network import POLICY, listening, smuggled_into
from tests.browser.test_contrast import LEAST, LOOKS, contrasts
from tests.browser.test_valid_html import LEFT_OUT, said
from tests.browser.test_zoom_and_keyboard import LOST
from tests.roster_factory import SPIKE, athlete, many, roster, without_plan
from tests.roster_reader import page as html_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from scheduler.model.roster import Roster

LONG: Final = (
    "By 11 April your longest run reaches 2 h 01; a 3:55 marathon is nearly twice that. Choose:"
    " finish it with walk breaks and no time goal, the half that day, or `osteon pause`."
)


def hostile() -> Roster:
    """Names and texts of any kind, as long as anyone writes them."""
    told = (SPIKE, News(code="RACES-CLOSE", text=LONG))
    return roster(
        athlete(MARKUP, plan_id="m" * 64, races=((MARKUP, "B"), (SCRIPTS, "A")), news=told),
        athlete(SCRIPTS, plan_id="s" * 64, races=((SCRIPTS, "A"),), revision=12, changed="1 moved"),
        athlete(
            "\u05e0\u05d5\u05e2\u05d4 \u05dc\u05d5\u05d9",
            plan_id="noa",
            mailed=None,
            has_draft=True,
        ),
        *(replace(each, name=MARKUP, profile=SCRIPTS) for each in without_plan()),
    )


INDEXES: Final = {
    "forty": lambda: many(40),
    "a dozen": lambda: many(12),
    "names of any kind": hostile,
    "nobody": roster,
}
JUDGED: Final = ("a dozen", "names of any kind", "nobody")
# The names of people and races stand as they wrote them, also where they name a link.
AS_WRITTEN: Final = "is not in Unicode Normalization Form C."


@pytest.fixture(scope="module")
def index_of(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The address of each index."""
    folder = tmp_path_factory.mktemp("indexes")
    addresses = {}
    for name, made in INDEXES.items():
        file = folder / f"{name}.html"
        file.write_text(html_of(made()), encoding="utf-8")
        addresses[name] = file.as_uri()
    return addresses


def opened(browser: Browser, address: str, width: int = 1280, **context: object) -> Page:
    page = browser.new_context(viewport={"width": width, "height": 900}, **context).new_page()  # type: ignore[arg-type]
    page.goto(address)
    return page


@pytest.mark.parametrize("name", JUDGED)
def test_it_asks_for_nothing_says_nothing_and_fits_every_width(
    browser: Browser, index_of: dict[str, str], name: str
) -> None:
    page = browser.new_context().new_page()
    heard: list[str] = []
    page.on("request", lambda request: heard.append(request.url))
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("dialog", lambda dialog: heard.append(dialog.message))
    page.goto(index_of[name])
    for width in (320, 360, 600, 768, 1024, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert heard == [index_of[name]]
    assert page.locator("link, img, iframe, object, [style], [src]").count() == 0
    page.context.close()


@pytest.mark.parametrize("width", [320, 768, 1280, 1920])
def test_no_text_of_forty_athletes_is_lost(
    browser: Browser, index_of: dict[str, str], width: int
) -> None:
    page = opened(browser, index_of["forty"], width)
    page.evaluate(UNFOLD)
    assert page.evaluate(LOST) == []
    page.context.close()


@pytest.mark.parametrize("width", [1280, 768])
def test_with_letters_of_twice_the_size_it_loses_nothing(
    browser: Browser, index_of: dict[str, str], width: int
) -> None:
    page = opened(browser, index_of["a dozen"], width)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate(UNFOLD)
    assert page.evaluate(LOST) == []
    page.context.close()


@pytest.mark.parametrize("is_guarded", [True, False], ids=["as it is", "without the policy"])
def test_the_policy_keeps_what_is_smuggled_in_from_network_and_running(
    browser: Browser, index_of: dict[str, str], tmp_path: Path, is_guarded: bool
) -> None:
    html = Path(unquote(urlsplit(index_of["forty"]).path)).read_text(encoding="utf-8")
    assert len(POLICY.findall(html)) == 1
    file = tmp_path / "smuggled.html"
    with listening() as (server, asked):
        whole = smuggled_into(html, server)
        file.write_text(whole if is_guarded else POLICY.sub("", whole), encoding="utf-8")
        page = opened(browser, file.as_uri())
        fetched = page.evaluate(
            "url => fetch(url).then(() => 'answered', () => 'refused')", f"{server}/fetch"
        )
    ran = page.evaluate("document.body.dataset.ran ?? null")
    if is_guarded:
        assert (asked, fetched, ran) == ([], "refused", None)
        assert page.locator("thead button").count() == 9  # the page's own script does run
    else:
        assert {"/image", "/script", "/style-sheet", "/fetch"} < set(asked)
        assert (fetched, ran) == ("answered", "handler")
    page.context.close()


@pytest.mark.parametrize("name", JUDGED)
def test_axe_finds_no_violation(browser: Browser, index_of: dict[str, str], name: str) -> None:
    page = opened(browser, index_of[name])
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for look in (PHONE, DESK, NIGHT):
        found = judged(page, look)
        unsure = [one for one in found["incomplete"] if one["id"] not in UNDECIDED]
        assert places(found["violations"]) == [], look
        assert places(unsure) == [], look
    page.context.close()


def test_the_checker_of_html_has_nothing_to_say(index_of: dict[str, str]) -> None:
    files = [Path(unquote(urlsplit(index_of[name]).path)) for name in JUDGED]
    messages = {
        f"{Path(one['url']).stem}: {one['message']}"
        for one in said(*files)
        if not one["message"].startswith(LEFT_OUT) and AS_WRITTEN not in one["message"]
    }
    assert sorted(messages) == []


def test_every_text_stands_out_from_what_is_behind_it(
    browser: Browser, index_of: dict[str, str]
) -> None:
    page = opened(browser, index_of["a dozen"])
    for look in LOOKS:
        found = contrasts(page, look)
        assert len(found) > 150
        assert [one for one in found if one[0] < LEAST] == [], look
    page.context.close()


def test_without_a_script_it_is_whole_and_shows_no_control(
    browser: Browser, index_of: dict[str, str]
) -> None:
    for width in (1280, 320):
        page = opened(browser, index_of["a dozen"], width, java_script_enabled=False)
        assert page.locator("tbody tr:visible").count() == 12
        assert page.locator("button:visible, input:visible, output:visible").count() == 0
        page.context.close()


def test_bars_and_marks_outlive_the_colours_of_the_system(
    browser: Browser, index_of: dict[str, str]
) -> None:
    page = opened(browser, index_of["a dozen"], color_scheme="dark", forced_colors="active")
    strokes = page.evaluate(
        """() => [".run", ".light", ".off", ".tune-up"].map(kind =>
            getComputedStyle(document.querySelector(`td ${kind}`)).stroke)"""
    )
    assert set(strokes) == {page.evaluate("getComputedStyle(document.body).color")}
    page.context.close()


def test_forty_athletes_take_three_sheets_with_the_headings_on_each(
    browser: Browser, index_of: dict[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "index.pdf"
    page = opened(browser, index_of["forty"])
    page.pdf(path=file, prefer_css_page_size=True)
    page.context.close()
    tool = shutil.which("pdftotext")
    assert tool, "pdftotext is missing: install poppler-utils"
    done = subprocess.run(
        [tool, "-layout", str(file), "-"], check=True, capture_output=True, text=True
    )
    sheets = done.stdout.removesuffix("\f").split("\f")
    assert len(sheets) == 3
    with_rows = [sheet for sheet in sheets if "runner-" in sheet]
    assert all(re.search(r"Athlete +Next race +To go", sheet) for sheet in with_rows)
    assert len(set(re.findall(r"runner-\d{4}", done.stdout))) == 40
    assert "Find an athlete" not in done.stdout
    assert "without a time goal." in done.stdout


def test_what_is_folded_is_printed(browser: Browser, index_of: dict[str, str]) -> None:
    page = opened(browser, index_of["names of any kind"])
    rest = page.locator("details p").first
    assert not rest.is_visible()
    page.emulate_media(media="print")
    assert rest.bounding_box()
    page.context.close()
