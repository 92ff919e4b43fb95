"""Pages of many random athletes, measured in a browser: ``python -m tests.page_soak 100 FIRST``.

Each plan is laid out on its paper in the browser's own font and in the widest, and on a narrow
screen. Prints what is wrong, and exits with 1 where anything is.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from scheduler.errors import CannotPlan
from scheduler.plan_files import render_files
from scheduler.revision import first_record
from tests.browser.chromium import chromium
from tests.browser.layout import laid_out
from tests.random_athletes import TODAY, random_athlete

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from scheduler.model.record import Record

PAPERS: Final = ("a4", "letter")
NARROW: Final = 320


def planned(number: int) -> Record | None:
    """The plan of the random athlete of that number; None where none is possible."""
    try:
        record = first_record(random_athlete(number), TODAY)
    except CannotPlan:
        return None
    paper = PAPERS[number % 2]
    return replace(record, publication=replace(record.publication, paper=paper))


def wrong_with(record: Record, browser: Browser, folder: Path) -> list[str]:
    """What is wrong with a plan's page on paper and on a narrow screen."""
    file = folder / "plan.html"
    file.write_bytes(render_files(record)[f"{record.plan_id}.html"])
    address, paper = file.as_uri(), record.publication.paper
    found = laid_out(browser, address, paper) + laid_out(browser, address, paper, widest=True)
    page = browser.new_page(viewport={"width": NARROW, "height": 800})
    page.goto(address)
    width = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    return [*found, *([f"{width} wide on a screen of {NARROW}"] if width > NARROW else [])]


def main(count: int, first: int) -> int:
    """Measure so many athletes, and say what is wrong."""
    plans = wrong = 0
    with chromium() as browser, TemporaryDirectory() as folder:
        for number in range(first, first + count):
            record = planned(number)
            if record is None:
                continue
            plans += 1
            for text in wrong_with(record, browser, Path(folder)):
                wrong += 1
                print(f"{number}: {text}")  # noqa: T201 - a tool for the terminal
    print(f"{plans} plans, {wrong} places wrong")  # noqa: T201
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*(int(number) for number in sys.argv[1:])))
