"""The sheets laid out for paper in a browser, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MEASURE: Final = (Path(__file__).parent / "sheet_layout.js").read_text(encoding="utf-8")
WIDTHS: Final = {"a4": 718, "letter": 740}  # pixels of 190 and 195.9 mm between the margins
WIDEST: Final = ':root { --text: "DejaVu Sans" !important; --title: "DejaVu Serif" !important; }'


def laid_out(browser: Browser, address: str, paper: str, *, widest: bool = False) -> list[str]:
    """What is wrong with the sheets on a paper, also in the widest font likely on a machine."""
    context = browser.new_context(
        viewport={"width": WIDTHS[paper], "height": 900}, bypass_csp=widest
    )
    page = context.new_page()
    page.goto(address)
    page.emulate_media(media="print")
    if widest:
        page.add_style_tag(content=WIDEST)
    found: list[str] = page.evaluate(f"({MEASURE})()")
    context.close()
    return found
