"""The page asks for nothing, and would be refused what somebody smuggled into it."""

from __future__ import annotations

import re
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

import pytest

from tests.browser.judged_pages import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

POLICY: Final = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
SMUGGLED: Final = """
<img src="{server}/image" onerror="document.body.dataset.ran = 'handler'" alt="">
<script>document.body.dataset.ran = "script";</script>
<script src="{server}/script"></script>
<link rel="stylesheet" href="{server}/style-sheet">
<link rel="icon" href="{server}/icon">
<style>@import "{server}/import"; h1 {{ color: rgb(1, 2, 3); }}</style>
<p id="styled" style="color: rgb(1, 2, 3); background: url({server}/attribute)">Hello</p>
<svg><image href="{server}/drawing" width="9" height="9"></image></svg>
<iframe src="{server}/frame"></iframe>
<object data="{server}/object"></object>
<video src="{server}/film" autoplay></video>
"""


@contextmanager
def listening() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine: its address, and the paths that it was asked for."""
    asked: list[str] = []

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Says nothing: what was asked is kept."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", asked
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def smuggled_into(html: str, server: str) -> str:
    """A page with everything in it that a page could ask for or run."""
    return html.replace("</body>", SMUGGLED.format(server=server) + "</body>")


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_asked_for_and_nothing_is_said(
    page: Page, page_of: Callable[[str], str], name: str
) -> None:
    heard: list[str] = []
    page.on("request", lambda request: heard.append(request.url))
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.goto(page_of(name))
    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size({"width": 320, "height": 568})
    assert heard == [page_of(name)]
    assert page.locator("script, link, img, iframe, object, [style], [src]").count() == 0


@pytest.mark.parametrize("is_guarded", [True, False], ids=["as it is", "without the policy"])
def test_the_policy_keeps_everything_smuggled_from_the_network(
    page: Page, page_of: Callable[[str], str], tmp_path: Path, is_guarded: bool
) -> None:
    html = Path(unquote(urlsplit(page_of("masters-half")).path)).read_text(encoding="utf-8")
    assert len(POLICY.findall(html)) == 1
    file = tmp_path / "smuggled.html"
    with listening() as (server, asked):
        whole = smuggled_into(html, server)
        file.write_text(whole if is_guarded else POLICY.sub("", whole), encoding="utf-8")
        page.goto(file.as_uri())
        fetched = page.evaluate(
            "url => fetch(url).then(() => 'answered', () => 'refused')", f"{server}/fetch"
        )
    ran = page.evaluate("document.body.dataset.ran ?? null")
    coloured = page.locator("#styled, h1").evaluate_all(
        "all => all.filter(each => getComputedStyle(each).color === 'rgb(1, 2, 3)').length"
    )
    if is_guarded:
        assert (asked, fetched, ran, coloured) == ([], "refused", None, 0)
    else:
        assert {"/image", "/script", "/style-sheet", "/import", "/attribute", "/fetch"} < set(asked)
        assert (fetched, ran, coloured) == ("answered", "handler", 2)


def test_the_policy_lets_in_the_style_of_the_page_itself(
    page: Page, page_of: Callable[[str], str]
) -> None:
    page.goto(page_of("masters-half"))
    assert page.evaluate("document.styleSheets.length") == 1
    assert page.evaluate("document.styleSheets[0].cssRules.length") > 50
