"""What a screen reader makes of the page: landmarks, headings, the table and every cell of it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import pytest

from scheduler.model.plan import RUNS, Status
from tests.browser.chromium import UNFOLD
from tests.browser.judged_pages import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser

LINE: Final = re.compile(
    r"^(?P<deep> *)- '?(?P<role>[a-z]+)(?: \"(?P<name>[^\"]*)\")?(?P<rest>.*)$"
)
LEVEL: Final = re.compile(r"\[level=(\d)\]")
DAYS: Final = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


class Spoken:
    """The page as the browser tells it to a screen reader: roles with their names, in order."""

    def __init__(self, snapshot: str) -> None:
        self.lines = snapshot.splitlines()
        found = [(line, LINE.match(line)) for line in self.lines]
        self.parts = [
            (match["role"], match["name"] or "", match["rest"]) for _, match in found if match
        ]

    def names(self, role: str) -> list[str]:
        """The names of all parts with a role, in order; "" where there is none."""
        return [name for each, name, _ in self.parts if each == role]

    def levels(self) -> list[int]:
        """The levels of all headings, in order."""
        return [
            int(level[1])
            for role, _, rest in self.parts
            if role == "heading" and (level := LEVEL.search(rest))
        ]


@pytest.fixture(
    scope="module", params=["masters-half", "two-races-and-a-holiday", "boston-marathon", "paused"]
)
def name(request: pytest.FixtureRequest) -> str:
    chosen: str = request.param
    return chosen


@pytest.fixture(scope="module")
def spoken(browser: Browser, page_of: Callable[[str], str], name: str) -> Spoken:
    page = browser.new_context().new_page()
    page.goto(page_of(name))
    page.evaluate(UNFOLD)
    snapshot = page.locator("body").aria_snapshot()
    page.context.close()
    return Spoken(snapshot)


def test_it_begins_with_a_way_past_the_top_and_has_each_landmark_once(spoken: Spoken) -> None:
    assert spoken.parts[0][0] == "link"
    outermost = [line for line in spoken.lines if line.startswith("- ")]
    assert [line.rstrip(":") for line in outermost[1:]] == ["- banner", "- main", "- contentinfo"]
    regions = spoken.names("region") + spoken.names("complementary")
    assert all(regions)
    assert len(regions) == len(set(regions)) > 4


def test_headings_go_down_a_level_at_a_time_from_the_one_title(spoken: Spoken) -> None:
    levels = spoken.levels()
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert max(lower - upper for upper, lower in pairwise(levels)) == 1
    assert all(spoken.names("heading"))


def test_every_table_has_its_name_its_days_and_its_weeks(spoken: Spoken, name: str) -> None:
    weeks = len(PAGES[name]().weeks)
    tables = spoken.names("table")
    heads = spoken.names("columnheader")
    assert all(tables)
    assert len(tables) == -(-weeks // 27)
    assert len(heads) == 9 * len(tables)
    assert heads[0] == "Week"
    assert heads[1:8] == DAYS
    assert heads[8].startswith("Total")
    assert len(spoken.names("rowheader")) == weeks
    assert len(spoken.names("cell")) == 8 * weeks


def test_every_run_is_told_as_its_minutes_and_its_kind(spoken: Spoken, name: str) -> None:
    """A number beside a number would be heard as one: "10 40 easy"."""
    cells = spoken.names("cell")
    days = [cell for place, cell in enumerate(cells) if place % 8 != 7]
    runs = [
        one.minutes
        for one in sorted(PAGES[name]().sessions, key=lambda one: one.date)
        if one.status is Status.CONFIRMED and one.kind in RUNS
    ]
    assert [cell for cell in cells if re.search(r"\d\W+\d", cell)] == []
    assert [cell for cell in days if not re.search(r"[a-z]{3}", cell)] == []
    assert [int(told) for cell in days for told in re.findall(r"(\d+) [a-z]", cell)] == runs


def test_the_drawing_is_told_in_words(spoken: Spoken) -> None:
    told = spoken.names("img")
    assert told
    assert all(len(text.split()) > 5 for text in told)


def test_nothing_is_told_that_is_empty(spoken: Spoken) -> None:
    empty = [
        line.strip()
        for line, following in zip(spoken.lines, [*spoken.lines[1:], ""], strict=True)
        if re.fullmatch(r" *- (paragraph|heading|listitem|link|article|list|cell|definition)", line)
        and not following.startswith(" " * (len(line) - len(line.lstrip()) + 2))
    ]
    assert empty == []


def test_no_ornament_is_read_aloud(spoken: Spoken) -> None:
    """Dashes and boxes that the style sheet adds have ``/ ""`` beside them."""
    marks = [line.strip() for line in spoken.lines if re.search(r'["\s][–—•☐+▸▾]"?:?$', line)]
    lists = [line.strip() for line in spoken.lines if re.search(r'listitem: "?[–—•☐+▸▾]', line)]
    assert marks + lists == []
