"""axe-core finds nothing wrong with any page, light or dark, on a phone or a desk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

import pytest

from tests.browser.chromium import UNFOLD
from tests.browser.judged_pages import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

AXE: Final = Path(__file__).parent / "node_modules/axe-core/axe.min.js"
# Levels A and AA, what axe itself recommends beyond them, and what it still tries out.
RULES: Final = (
    *("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"),
    *("best-practice", "experimental"),
)
COLOURS: Final = ("cat.color",)
LEFT_OUT: Final = (
    "hidden-content",  # no check: it names what is hidden; every width is looked at here
    "color-contrast-enhanced",  # level AAA, which cat.color would bring along
)
# axe leaves short words and the ground of hatched rows open: test_contrast.py does not.
UNDECIDED: Final = {"color-contrast"}
# test_contrast.py looks at all pages by night.
AT_NIGHT: Final = ("masters-half", "revised")


class Look(NamedTuple):
    """One way to see the page, and the tags of the rules that may judge it differently."""

    scheme: Literal["light", "dark"]
    width: int
    rules: tuple[str, ...] = RULES
    left_out: tuple[str, ...] = LEFT_OUT


PHONE: Final = Look("light", 320, left_out=(*LEFT_OUT, "color-contrast"))  # as on the desk
DESK: Final = Look("light", 1280)
NIGHT: Final = Look("dark", 320, rules=COLOURS)  # only the colours are others


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def judged(page: Page, look: Look) -> dict[str, Any]:
    """What axe says of an open page in one look: its ``violations`` and what is ``incomplete``."""
    page.set_viewport_size({"width": look.width, "height": 900})
    page.emulate_media(color_scheme=look.scheme)
    page.evaluate(UNFOLD)
    found: dict[str, Any] = page.evaluate(
        """([tags, leftOut]) => axe.run(document, {
            runOnly: tags,
            rules: Object.fromEntries(leftOut.map(id => [id, { enabled: false }])),
            resultTypes: ["violations", "incomplete"],
        })""",
        [look.rules, look.left_out],
    )
    return found


def places(results: list[dict[str, Any]]) -> list[str]:
    """Each rule that is broken, with the first place where it is."""
    return [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in results]


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_no_violation(page: Page, page_of: Callable[[str], str], name: str) -> None:
    page.goto(page_of(name))
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for look in (PHONE, DESK, NIGHT) if name in AT_NIGHT else (PHONE, DESK):
        found = judged(page, look)
        unsure = [one for one in found["incomplete"] if one["id"] not in UNDECIDED]
        assert places(found["violations"]) == [], look
        assert places(unsure) == [], look


def test_axe_would_find_one(page: Page, page_of: Callable[[str], str]) -> None:
    page.goto(page_of("novice-5k"))
    page.evaluate(AXE.read_text(encoding="utf-8"))
    page.evaluate(
        """() => {
            document.documentElement.removeAttribute("lang");
            document.body.append(document.createElement("input"));
            document.querySelector("h1").outerHTML = '<p role="heading" aria-level="8">Plan</p>';
        }"""
    )
    broken = {one["id"] for one in judged(page, PHONE)["violations"]}
    assert {"html-has-lang", "label", "page-has-heading-one", "region"} <= broken
