"""One Chromium for all tests of the page, and the page written to a file as people open it."""

from __future__ import annotations

import os
import shutil
from functools import cache
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from scheduler.render.page import render_page
from scheduler.resources import data_dir
from tests.browser.judged_pages import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from scheduler.model.record import Record

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def _chromium() -> str:
    named = os.environ.get("OSTEON_CHROMIUM")
    found = named or next((path for name in NAMES if (path := shutil.which(name))), None)
    if not found:
        pytest.fail("no Chromium found: install one, or set OSTEON_CHROMIUM to its path")
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=_chromium(), args=list(QUIET))
        yield chromium
        chromium.close()


@pytest.fixture
def write_page(tmp_path: Path) -> Callable[[Record], str]:
    """Writes a record's page and gives its address."""

    def write(record: Record) -> str:
        file = tmp_path / f"{record.plan_id}.html"
        file.write_bytes(render_page(record, _template))
        return file.as_uri()

    return write


@pytest.fixture(scope="session")
def page_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """Writes the page of one of ``PAGES``, once, and gives its address."""
    folder = tmp_path_factory.mktemp("judged")

    @cache
    def write(name: str) -> str:
        file = folder / f"{name}.html"
        file.write_bytes(render_page(PAGES[name](), _template))
        return file.as_uri()

    return write


def _template(name: str) -> str:
    return data_dir("templates").joinpath(name).read_text(encoding="utf-8")
