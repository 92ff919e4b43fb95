"""One Chromium for all tests of the page, and the page written to a file as people open it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from scheduler.render.page import render_page
from scheduler.resources import data_dir
from tests.browser.chromium import chromium
from tests.browser.judged_pages import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from scheduler.model.record import Record


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


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
