"""Every text can be read on what is really behind it: by day, by night, on grey paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

import pytest

from tests.browser.chromium import UNFOLD
from tests.browser.judged_pages import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

MEASURE: Final = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")
LEAST: Final = 4.5  # WCAG 2.2, 1.4.3: contrast is one of luminance, so it holds in grey too


class Look(NamedTuple):
    """One way to see the page; ``graphics`` is the print dialog's choice of that name."""

    media: Literal["screen", "print"]
    scheme: Literal["light", "dark"]
    width: int
    graphics: bool = True


LOOKS: Final = (
    Look("screen", "light", 320),
    Look("screen", "light", 1280),
    Look("screen", "dark", 320),
    Look("screen", "dark", 1280),
    Look("print", "light", 703),
    Look("print", "dark", 703, graphics=False),
)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def contrasts(page: Page, look: Look) -> list[tuple[float, str]]:
    """The weakest contrast of every text of an open page, unfolded, and the text's beginning."""
    page.emulate_media(media=look.media, color_scheme=look.scheme)
    page.set_viewport_size({"width": look.width, "height": 900})
    page.evaluate(UNFOLD)
    found: list[tuple[float, str]] = page.evaluate(
        MEASURE, {"printed": look.media == "print", "graphics": look.graphics}
    )
    return found


@pytest.mark.parametrize("name", PAGES)
def test_every_text_stands_out_from_what_is_behind_it(
    page: Page, page_of: Callable[[str], str], name: str
) -> None:
    page.goto(page_of(name))
    for look in LOOKS:
        found = contrasts(page, look)
        assert len(found) > 100
        assert [one for one in found if one[0] < LEAST] == [], look


@pytest.mark.parametrize(
    ("damage", "weak"),
    [
        ("h1 => { h1.style.color = '#888'; }", True),
        ("h1 => { h1.style.opacity = '.5'; }", True),
        ("h1 => { h1.style.background = 'linear-gradient(45deg, #fff, #777)'; }", True),
        ("h1 => { h1.style.background = '#000'; h1.style.color = '#fff'; }", False),
        (
            """h1 => {
                const ground = '<rect width="300" height="40"/>';
                h1.innerHTML = `<svg>${ground}<text y="20" fill="#222">Plan</text></svg>`;
            }""",
            True,
        ),
    ],
    ids=["grey", "faded", "on a gradient", "white on black", "on a dark shape"],
)
def test_a_weak_text_would_be_found(
    page: Page, page_of: Callable[[str], str], damage: str, weak: bool
) -> None:
    page.goto(page_of("novice-5k"))
    title = page.locator("h1")
    title.evaluate(damage)
    words = title.inner_text()[:40]
    found = [text for contrast, text in contrasts(page, LOOKS[1]) if contrast < LEAST]
    assert any(text in words for text in found) is weak
