"""The page for those who enlarge it, who read without motion or colours, and who have no mouse."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.browser.chromium import UNFOLD

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

LOST: Final = (Path(__file__).parent / "lost.js").read_text(encoding="utf-8")
GROUND: Final = """() => {
  const [own] = [document.body, document.documentElement]
    .map(each => getComputedStyle(each).backgroundColor).filter(one => !/, 0\\)$/.test(one));
  const sheet = document.body.appendChild(document.createElement("div"));
  sheet.style.backgroundColor = own ?? "Canvas";
  const ground = getComputedStyle(sheet).backgroundColor;
  sheet.remove();
  return ground;
}"""
# Borders of what is empty and can be seen, and the grounds and fills that tell things apart.
WORDLESS: Final = """() => {
  const empty = [...document.querySelectorAll("main *")].filter(each =>
    !each.textContent && !each.childElementCount && each.checkVisibility()
      && !(each instanceof SVGElement) && each.getBoundingClientRect().width > 4);
  const framed = empty.map(each => getComputedStyle(each))
    .filter(style => parseFloat(style.borderTopWidth) > 0 && parseFloat(style.borderLeftWidth) > 0);
  const shapes = [...document.querySelectorAll("main svg rect, main svg path")]
    .filter(each => each.checkVisibility()).map(each => getComputedStyle(each).fill);
  const grounds = framed.map(style => style.backgroundColor).filter(one => !/, 0\\)$/.test(one));
  return {
    boxes: framed.map(style => style.borderTopColor),
    grounds: [...new Set(grounds)],
    fills: [...new Set(shapes)].filter(one => one.startsWith("rgb")),
  };
}"""
FOCUSED: Final = """() => {
  const element = document.activeElement;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return {
    place: [...document.querySelectorAll("*")].indexOf(element),
    name: element.textContent.trim().slice(0, 40),
    outline: `${outlineStyle} ${outlineColor}`,
    thick: parseFloat(outlineWidth),
    isInside: left >= 0 && top >= 0 && right <= innerWidth + 1 && bottom <= innerHeight + 1,
  };
}"""


def opened(browser: Browser, address: str, width: int, **context: Any) -> Page:
    """The page, unfolded, in a window so wide."""
    page = browser.new_context(viewport={"width": width, "height": 900}, **context).new_page()
    page.goto(address)
    page.evaluate(UNFOLD)
    return page


@pytest.mark.parametrize("name", ["two-races-and-a-holiday", "masters-half", "names of markup"])
@pytest.mark.parametrize(("width", "zoom"), [(1280, 2), (1280, 4), (800, 2)])
def test_enlarged_it_needs_no_scrolling_sideways_and_loses_nothing(
    browser: Browser, page_of: Callable[[str], str], name: str, width: int, zoom: int
) -> None:
    """A browser that enlarges has a window of fewer, larger pixels."""
    page = opened(browser, page_of(name), width // zoom, device_scale_factor=zoom)
    assert page.evaluate("document.documentElement.scrollWidth") <= width // zoom
    assert page.evaluate(LOST) == []
    page.context.close()


@pytest.mark.parametrize("name", ["two-races-and-a-holiday", "masters-half", "names of markup"])
@pytest.mark.parametrize("width", [1280, 768])
def test_with_letters_of_twice_the_size_it_loses_nothing(
    browser: Browser, page_of: Callable[[str], str], name: str, width: int
) -> None:
    page = opened(browser, page_of(name), width)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("getComputedStyle(document.body).fontSize") == "32px"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(LOST) == []
    page.context.close()


def test_nothing_moves_for_those_who_asked_for_no_motion(
    browser: Browser, page_of: Callable[[str], str]
) -> None:
    page = opened(browser, page_of("masters-half"), 1280, reduced_motion="reduce")
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].flatMap(element =>
            [null, "::before", "::after", "::details-content", "::marker"].map(pseudo => {
              const style = getComputedStyle(element, pseudo);
              const times = `${style.transitionDuration}, ${style.animationDuration}`;
              const isStill = times.split(",").every(time => parseFloat(time) < 0.01);
              return isStill && style.scrollBehavior !== "smooth" ? null : element.outerHTML;
            })).filter(Boolean)"""
    )
    assert moving == []
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_boxes_bars_and_their_key_outlive_the_colours_of_the_system(
    browser: Browser, page_of: Callable[[str], str], scheme: Any
) -> None:
    """Where the system has its own colours, backgrounds go: what has no words needs more."""
    page = opened(browser, page_of("masters-half"), 1280, color_scheme=scheme)
    before = page.evaluate(WORDLESS)
    page.emulate_media(forced_colors="active")
    after = page.evaluate(WORDLESS)
    ground = page.evaluate(GROUND)
    assert len(before["boxes"]) > 100
    assert len(after["boxes"]) == len(before["boxes"])
    assert min(contrast(border, ground) for border in after["boxes"]) >= 3
    assert len(after["fills"]) == len(before["fills"]) > 1
    assert len(after["grounds"]) == len(before["grounds"]) > 1
    assert max(contrast(fill, ground) for fill in after["fills"]) >= 3
    page.context.close()


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_tab_reaches_every_link_and_every_fold_in_order_and_shows_where_it_is(
    browser: Browser, page_of: Callable[[str], str], width: int, scheme: Any
) -> None:
    page = opened(browser, page_of("masters-half"), width, color_scheme=scheme)
    reachable = page.evaluate(
        """() => {
          const all = [...document.querySelectorAll("*")];
          return all.filter(each => each.matches("a[href], summary") && each.checkVisibility())
            .map(each => all.indexOf(each));
        }"""
    )
    ground = page.evaluate(GROUND)
    reached = []
    for _ in reachable:
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUSED)
        reached.append(focus["place"])
        assert focus["isInside"], focus
        assert focus["thick"] >= 2, focus
        assert focus["outline"].startswith("solid"), focus
        assert contrast(focus["outline"], ground) >= 3, focus
    assert len(reached) > 16
    assert reached == reachable
    page.context.close()


def test_every_link_inside_the_page_arrives(
    browser: Browser, page_of: Callable[[str], str]
) -> None:
    page = opened(browser, page_of("masters-half"), 1280)
    astray = page.evaluate(
        """() => [...document.querySelectorAll('a[href^="#"]')]
            .map(each => each.getAttribute("href"))
            .filter(href => !document.getElementById(href.slice(1)))"""
    )
    assert astray == []
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    target = page.evaluate("document.querySelector(':target').getBoundingClientRect().top")
    assert abs(target) < 100
    page.context.close()


def test_folds_open_from_the_keyboard(browser: Browser, page_of: Callable[[str], str]) -> None:
    page = opened(browser, page_of("masters-half"), 320)
    folds = page.locator("summary")
    for place in range(min(folds.count(), 3)):
        fold = folds.nth(place)
        was_open = fold.evaluate("each => each.parentElement.open")
        fold.focus()
        page.keyboard.press("Enter")
        assert fold.evaluate("each => each.parentElement.open") is not was_open
    page.context.close()


def luminance(colour: str) -> float:
    """The relative luminance of an ``rgb()`` colour, by WCAG 2."""
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
    return sum(v * w for v, w in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
