"""Words made fit for a mail: anyone's on one line each, and lines as wide as mail programs show."""

from __future__ import annotations

import re
import textwrap
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final

from scheduler.render.mail_message import WIDEST, one_line

NO_BREAK: Final = "\u00a0"
# A number and the word behind it, and the minutes of hours: kept on one line.
_AMOUNT: Final = re.compile(r"(?<=\d) (?=[^\W\d_])|(?<=\d h) (?=\d)")
_LED: Final = re.compile(r" *(?:[–*-] )?")


def tidied(content: Any) -> Any:
    """Each text in a value on one line, without controls and signs of direction.

    Tuples, mappings and frozen values are gone through; all else stays as it is.

    >>> tidied({"note": ("See you" + chr(0) + chr(10) + "soon",)})
    {'note': ('See you soon',)}
    """
    if isinstance(content, str):
        return one_line(content)
    if isinstance(content, tuple):
        return tuple(tidied(each) for each in content)
    if isinstance(content, dict):
        return {name: tidied(value) for name, value in content.items()}
    if is_dataclass(content) and not isinstance(content, type):
        own = {field.name: tidied(getattr(content, field.name)) for field in fields(content)}
        return replace(content, **own)
    return content


def fitted(text: str) -> str:
    r"""A text in lines of at most 76 characters, without blanks at their ends or doubled gaps.

    A line that begins with blanks or a dash goes on below its own first word. Blanks that hold two
    words together have done so then, and become plain ones.

    >>> fitted("– " + "easy " * 16)[-12:]
    'easy\n  easy\n'
    """
    lines = [line for told in text.splitlines() for line in _wrapped(told.rstrip())]
    return re.sub("\n{3,}", "\n\n", "\n".join(lines)).replace(NO_BREAK, " ").strip("\n") + "\n"


def together(words: str, at_most: int = 20) -> str:
    """Words that stay on one line, if they are short: at most so many letters."""
    return words.replace(" ", NO_BREAK) if len(words) <= at_most else words


def with_arrow(line: str) -> str:
    """A change with a sign that no mail program breaks in two, kept with what it leads from."""
    return line.replace(" -> ", f"{NO_BREAK}→ ")


def _wrapped(line: str) -> list[str]:
    if len(line) <= WIDEST:
        return [line]
    led = _LED.match(line)
    return textwrap.wrap(
        _AMOUNT.sub(NO_BREAK, line),
        WIDEST,
        subsequent_indent=" " * len(led[0]) if led else "",
        break_on_hyphens=False,
        replace_whitespace=False,
    )
