"""The HTML of a letter, as mail programs show it: on a phone, by night, with anyone's names."""

from __future__ import annotations

import email
from email import policy
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

import pytest

from scheduler.record import paused
from scheduler.render.letter import plan_letter
from tests.browser.judged_pages import MARKUP, SCRIPTS
from tests.browser.test_accessible import AXE, NIGHT, PHONE, judged
from tests.browser.test_contrast import LEAST, MEASURE
from tests.browser.test_valid_html import said
from tests.letter_plans import called, load, revised
from tests.shipped_people import TODAY, published

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from scheduler.model.record import Record


def html_of(record: Record, since: int | None = None) -> str:
    made = plan_letter(record, max(TODAY, record.today), load=load, page=b"", since=since)
    body = email.message_from_bytes(made.data, policy=policy.default).get_body(("html",))
    assert body is not None
    return str(body.get_content())


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("letters")
    texts = {
        "first": html_of(published("two-races-and-a-holiday")),
        "changed": html_of(revised()[0]),
        "paused": html_of(paused(published("fifty-k"), TODAY)),
        "markup": html_of(called(published("boston-marathon"), MARKUP)),
        "scripts": html_of(called(revised()[0], SCRIPTS)),
    }
    for name, text in texts.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8", newline="")
    return {name: folder / f"{name}.html" for name in texts}


# A letter stands within the page of a mail program, whose landmarks these are.
A_PAGE_S_OWN: Final = ("landmark-one-main", "region")
NAMES: Final = ("first", "changed", "paused", "markup", "scripts")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", NAMES)
def test_it_asks_for_nothing_and_runs_nothing(
    name: str, page: Page, letters: dict[str, Path]
) -> None:
    asked: list[str] = []
    told: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: told.append(message.text))
    page.on("dialog", lambda dialog: told.append(dialog.message))
    page.goto(letters[name].as_uri())
    assert asked == [letters[name].as_uri()]
    assert told == []
    assert page.locator("script, img, link, iframe, [src], [onclick]").count() == 0


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [320, 700])
def test_it_fits_a_phone(name: str, width: int, page: Page, letters: dict[str, Path]) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(letters[name].as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_by_day_and_by_night(
    name: str, scheme: Literal["light", "dark"], page: Page, letters: dict[str, Path]
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(letters[name].as_uri())
    found = page.evaluate(MEASURE, {"printed": False, "graphics": True})
    assert len(found) > 20
    assert [each for each in found if each[0] < LEAST] == []
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == {"light": "rgb(255, 254, 251)", "dark": "rgb(23, 23, 20)"}[scheme]


@pytest.mark.parametrize("name", ["changed", "markup"])
def test_axe_finds_nothing_wrong(name: str, page: Page, letters: dict[str, Path]) -> None:
    page.goto(letters[name].as_uri())
    page.add_script_tag(path=AXE)
    for look in (PHONE, NIGHT):
        here = look._replace(left_out=(*look.left_out, *A_PAGE_S_OWN))
        assert [each["id"] for each in judged(page, here)["violations"]] == []


def test_the_checker_has_nothing_to_say(letters: dict[str, Path]) -> None:
    messages = {f"{Path(one['url']).stem}: {one['message']}" for one in said(*letters.values())}
    assert {each for each in messages if "Unicode Normalization Form C" not in each} == set()
