"""The browser of the tests: Debian's Chromium, or the one that OSTEON_CHROMIUM names."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import pytest
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

# Lays out the whole page: folds open, and nothing left out for being out of sight.
UNFOLD: Final = """() => {
  for (const each of document.querySelectorAll("*")) {
    if (each.matches("details")) each.open = true;
    if (getComputedStyle(each).contentVisibility === "auto") {
      each.style.contentVisibility = "visible";
    }
  }
}"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """One Chromium that asks the network for nothing of its own; the test fails without any."""
    named = os.environ.get("OSTEON_CHROMIUM")
    found = named or next((path for name in NAMES if (path := shutil.which(name))), None)
    if not found:
        pytest.fail("no Chromium found: install one, or set OSTEON_CHROMIUM to its path")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(QUIET))
        yield browser
        browser.close()
