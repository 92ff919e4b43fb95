"""The example of docs/templates.md as files."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
FOLDER: Final = "harbour"


def example_files() -> dict[str, str]:
    """The files that the page names before its blocks of code, in its order, each with its text."""
    page = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
    example = page.split("## An example\n")[1].split("\n## ")[0]
    names = re.findall(rf"`{FOLDER}/([^`]+)`", example)
    blocks = re.findall(r"^```(?:jinja|css)\n(.*?)^```$", example, re.DOTALL | re.MULTILINE)
    return dict(zip(names, blocks, strict=True))


def write_example(folder: Path) -> Path:
    """Write the example into a folder, and give the folder of its templates."""
    for name, text in example_files().items():
        path = folder / FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / FOLDER
