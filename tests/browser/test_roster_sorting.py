"""The index sorted and searched: by mouse and by keyboard, every column, quickly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.roster_factory import FIFTY_TWO, PAUSED, SPIKE, TODAY, athlete, many, roster
from tests.roster_reader import page as html_of

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

# By name: Ann, ann 2, Ann 10, Émile, Zoë. Zoë has no race and is the last by it, either way round.
FIVE: Final = roster(
    athlete("Ann 10", plan_id="a", begun=2, revision=2, revised_on=TODAY, mailed=1),
    athlete("ann 2", plan_id="b", begun=12, kinds=FIFTY_TWO, mailed=None),
    athlete("Zoë", plan_id="c", begun=3, races=(), this_week=None, next_week_off=None),
    athlete("Émile", plan_id="d", begun=9, news=(SPIKE, PAUSED), has_email=False, mailed=None),
    athlete(
        "Ann",
        plan_id="e",
        begun=6,
        races=(("City Five", "C"), ("Marathon", "A")),
        news=(SPIKE,),
    ),
)
COLUMNS: Final = {
    "Athlete": ("ascending", "e b a d c", "c d a b e"),
    "Next race": ("ascending", "e d a b c", "b a d e c"),
    "To go": ("ascending", "d e a b c", "b a e d c"),
    "This week": ("descending", "d e a b c", "b a e d c"),
    "Next week off": ("ascending", "d e a b c", "b a e d c"),
    "Needs you": ("descending", "e d b a c", "b a c e d"),
    "Changed": ("descending", "a c e d b", "b d e c a"),
    "Season": ("ascending", "a e d b c", "b d e a c"),
    "Calendar and mail": ("ascending", "a b d e c", "c e d b a"),
}
FOUND: Final = {
    "emile": "d",
    "ÉMI": "d",
    "ann": "e b a",
    "city": "e",
    "  marathon   ann ": "e b a",
    "nobody": "",
    "": "e b a d c",
}
ORDER: Final = """() => [...document.querySelectorAll("tbody tr")]
  .filter(row => row.checkVisibility()).map(row => row.querySelector("small").textContent).join(" ")
"""
SORTED_BY: Final = """() => [...document.querySelectorAll("[aria-sort]")]
  .map(head => `${head.textContent} ${head.getAttribute("aria-sort")}`)"""
# The quicker of two, as the machine may have other work.
TIMED: Final = """() => [...document.querySelectorAll("thead button")].map(button =>
  Math.min(...[1, 2].map(() => {
    const before = performance.now();
    button.click();
    document.body.getBoundingClientRect();
    return performance.now() - before;
  })))"""


@pytest.fixture(scope="module")
def five(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of an index of five."""
    file: Path = tmp_path_factory.mktemp("sorted") / "index.html"
    file.write_text(html_of(FIVE), encoding="utf-8")
    return file.as_uri()


def opened(browser: Browser, address: str, width: int = 1280) -> Page:
    page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
    page.goto(address)
    return page


def other(direction: str) -> str:
    return "descending" if direction == "ascending" else "ascending"


def test_at_first_who_needs_the_coach_comes_first_and_the_heading_says_so(
    browser: Browser, five: str
) -> None:
    page = opened(browser, five)
    assert page.evaluate(ORDER).split()[:2] == ["e", "d"]
    assert page.evaluate(SORTED_BY) == ["Needs you descending"]
    page.context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_every_heading_sorts_by_its_column_and_once_more_the_other_way_round(
    browser: Browser, five: str, width: int
) -> None:
    page = opened(browser, five, width)
    for heading, (first, order, turned) in COLUMNS.items():
        button = page.get_by_role("button", name=heading, exact=True)
        button.click()
        assert (heading, page.evaluate(ORDER)) == (heading, order)
        assert page.evaluate(SORTED_BY) == [f"{heading} {first}"]
        button.click()
        assert (heading, page.evaluate(ORDER)) == (heading, turned)
        assert page.evaluate(SORTED_BY) == [f"{heading} {other(first)}"]
    page.context.close()


def test_the_keyboard_reaches_every_heading_in_order_and_sorts_by_it(
    browser: Browser, five: str
) -> None:
    page = opened(browser, five)
    page.get_by_role("checkbox").focus()
    for place, (heading, (first, order, turned)) in enumerate(COLUMNS.items()):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == heading
        assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"
        page.keyboard.press("Enter" if place % 2 else "Space")
        assert page.evaluate(ORDER) == order
        assert page.evaluate(SORTED_BY) == [f"{heading} {first}"]
        page.keyboard.press("Space" if place % 2 else "Enter")
        assert page.evaluate(ORDER) == turned
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Zoë"
    page.context.close()


def test_a_part_of_a_name_or_of_a_race_finds_them(browser: Browser, five: str) -> None:
    page = opened(browser, five)
    page.get_by_role("button", name="Athlete").click()
    for typed, order in FOUND.items():
        page.get_by_label("Find an athlete or a race").fill("")
        page.get_by_label("Find an athlete or a race").press_sequentially(typed)
        assert (typed, page.evaluate(ORDER)) == (typed, order)
        shown = f"{len(order.split())} of 5 shown"
        assert page.get_by_role("status").inner_text() == shown
    page.context.close()


def test_only_who_needs_the_coach_can_be_shown_found_and_sorted(
    browser: Browser, five: str
) -> None:
    page = opened(browser, five)
    page.get_by_label("Only who needs me").check()
    assert page.evaluate(ORDER) == "e d"
    page.get_by_role("button", name="To go").click()
    assert page.evaluate(ORDER) == "d e"
    page.get_by_label("Find an athlete or a race").fill("ann")
    assert page.evaluate(ORDER) == "e"
    page.get_by_label("Find an athlete or a race").press("Enter")
    assert page.evaluate(ORDER) == "e"
    page.get_by_label("Only who needs me").uncheck()
    assert page.evaluate(ORDER) == "e a b"
    page.context.close()


def test_the_address_keeps_the_order_and_nothing_else_does(browser: Browser, five: str) -> None:
    page = opened(browser, five)
    page.get_by_role("button", name="To go").click()
    page.get_by_role("button", name="To go").click()
    assert page.url == f"{five}#to-go:descending"
    page.reload()
    assert page.evaluate(ORDER) == "b a e d c"
    assert page.evaluate(SORTED_BY) == ["To go descending"]
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [
        0,
        0,
        "",
    ]
    page.goto(f"{five}#athlete:ascending")
    page.wait_for_function("document.querySelector('[aria-sort]').textContent === 'Athlete'")
    assert page.evaluate(ORDER) == "e b a d c"
    for unknown in ("#nonsense:ascending", "#athlete:upwards", "#removed", "#<b>"):
        page.goto(five)
        page.goto(five + unknown)
        page.reload()
        assert page.evaluate(SORTED_BY) == ["Needs you descending"]
    page.context.close()


def test_a_thousand_athletes_are_sorted_in_less_than_half_a_second(
    browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "index.html"
    file.write_text(html_of(many(1000, kinds=FIFTY_TWO)), encoding="utf-8")
    page = opened(browser, file.as_uri())
    assert page.get_by_role("status").inner_text() == "1000 of 1000 shown"
    times = page.evaluate(TIMED)
    assert len(times) == 9
    assert max(times) < 500
    page.get_by_label("Find an athlete or a race").fill("priya runner-0678")
    assert page.get_by_role("status").inner_text() == "1 of 1000 shown"
    page.context.close()
