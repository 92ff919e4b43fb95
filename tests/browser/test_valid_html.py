"""The Nu HTML checker, which judges HTML, SVG, ARIA and CSS, has nothing to say about any page."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote, urlsplit

from tests.browser.judged_pages import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable

CHECKER: Final = Path(__file__).parent / "node_modules/vnu-jar/build/dist/vnu.jar"
LEFT_OUT: Final = (
    # The names of people and races stand as they wrote them, composed letters or not.
    "Text run is not in Unicode Normalization Form C.",
    # Its CSS ends before container queries (CSS Containment 3), which browsers have since 2023.
    "CSS: Unrecognized at-rule “@container”",
    "CSS: “container-type”: Property “container-type” doesn't exist.",
)


def said(*files: Path) -> list[dict[str, Any]]:
    """Every message of the checker, errors, warnings and mere information, about some files."""
    java = shutil.which("java")
    assert java, "java is missing: install default-jre-headless"
    # The first compiler is enough for a second's work, and needs a deeper stack than is usual.
    quick = ("-Xss4m", "-XX:TieredStopAtLevel=1")
    done = subprocess.run(
        [java, *quick, "-jar", str(CHECKER), "--format", "json", *map(str, files)],
        check=False,
        capture_output=True,
    )
    messages: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    return messages


def test_the_checker_has_nothing_to_say(page_of: Callable[[str], str]) -> None:
    files = [Path(unquote(urlsplit(page_of(name)).path)) for name in PAGES]
    messages = {
        f"{Path(one['url']).stem}: {one['message']}"
        for one in said(*files)
        if not one["message"].startswith(LEFT_OUT)
    }
    assert sorted(messages) == []


def test_the_checker_would_say_something(page_of: Callable[[str], str], tmp_path: Path) -> None:
    sound = Path(unquote(urlsplit(page_of("novice-5k")).path)).read_text(encoding="utf-8")
    torn, misspelt = tmp_path / "torn.html", tmp_path / "misspelt.html"
    torn.write_text(sound.replace("</h1>", "</h2>", 1), encoding="utf-8")
    misspelt.write_text(sound.replace("margin:", "margn:", 1), encoding="utf-8")
    errors = [one["message"] for one in said(torn, misspelt) if one["type"] == "error"]
    assert any("h2" in error for error in errors)
    assert any("margn" in error for error in errors)
