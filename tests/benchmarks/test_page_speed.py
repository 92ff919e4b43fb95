"""A year's page, of the shipped profile with most on it, is light and opens at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import pytest

from scheduler.render.page import render_page
from scheduler.resources import data_dir
from tests.browser.chromium import chromium
from tests.browser.judged_pages import of_a_year

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

MOST_BYTES: Final = 300_000
TRIES: Final = 7
TIMES: Final = """() => new Promise(done => {
  const [opening] = performance.getEntriesByType("navigation");
  new PerformanceObserver(seen => done({
    loaded: opening.loadEventEnd - opening.startTime,
    painted: seen.getEntriesByName("first-contentful-paint")[0].startTime,
  })).observe({ type: "paint", buffered: true });
})"""


class Opening(NamedTuple):
    """Milliseconds until the page was loaded, until it was painted, and of work for both.

    The work is the time that the page's own thread had the processor: a busy machine makes the
    others longer, and not this one.
    """

    loaded: float
    painted: float
    work: float


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page, written to a file."""
    file = tmp_path_factory.mktemp("year") / "year.html"
    templates = data_dir("templates")
    file.write_bytes(
        render_page(of_a_year(), lambda name: templates.joinpath(name).read_text(encoding="utf-8"))
    )
    return file


def test_a_year_is_light(page: Path) -> None:
    assert len(of_a_year().weeks) == 52
    assert page.stat().st_size < MOST_BYTES


def opened(browser: Browser, page: Path, width: int) -> Opening:
    """Opens the page in a fresh window and closes it again."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    tab = context.new_page()
    thread = context.new_cdp_session(tab)
    thread.send("Performance.enable", {"timeDomain": "threadTicks"})
    tab.goto(page.as_uri())
    times = tab.evaluate(TIMES)
    counted = thread.send("Performance.getMetrics")["metrics"]
    work = next(one["value"] for one in counted if one["name"] == "TaskDuration")
    context.close()
    return Opening(times["loaded"], times["painted"], work * 1000)


@pytest.mark.parametrize("width", [390, 1280])
def test_a_year_opens_at_once(page: Path, width: int) -> None:
    """Some 110 ms of work at 1280 on the machine of DESIGN.md's table."""
    with chromium() as browser:
        tries = [opened(browser, page, width) for _ in range(TRIES)]
    assert min(one.work for one in tries) < 250
    assert min(max(one.loaded, one.painted) for one in tries) < 600
