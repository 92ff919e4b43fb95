"""The examples of a page of documentation, as a person pastes them one after the other."""

from __future__ import annotations

import io
import re
from contextlib import redirect_stdout
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True, kw_only=True, slots=True)
class Example:
    """A block of Python, the line of the page that it begins on, and what it is said to print."""

    line: int
    code: str
    printed: str


def examples_of(page: Path) -> Iterator[Example]:
    """The blocks of Python of a page, each with the block of text that follows it at once."""
    text = page.read_text(encoding="utf-8")
    pattern = r"^```python\n(.*?)^```\n(?:\n```text\n(.*?)^```$)?"
    for found in re.finditer(pattern, text, re.DOTALL | re.MULTILINE):
        line = text.count("\n", 0, found.start()) + 2
        yield Example(line=line, code=found[1], printed=found[2] or "")


def run(examples: Iterator[Example], page: Path) -> Iterator[tuple[Example, str]]:
    """Run the examples in one place, and give each with what it printed."""
    names: dict[str, Any] = {"__name__": "__main__"}
    for example in examples:
        told = io.StringIO()
        code = compile("\n" * (example.line - 1) + example.code, str(page), "exec")
        with redirect_stdout(told):
            exec(code, names)  # noqa: S102 - our own documentation
        yield example, told.getvalue()
