"""TOML text to plain values, with one plain sentence about the line that is not TOML."""

from __future__ import annotations

import re
import tomllib
from typing import Any, Final

_PLACE: Final = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_DATE_LIKE: Final = re.compile(r"=\s*\d{4}-\d{1,2}-\d{1,2}\b", re.ASCII)
_NO_SUCH_DATE: Final = "there is no such date or time; a date is such as 2027-04-11"
_SAID_BETTER: Final = {
    "Invalid date or datetime": _NO_SUCH_DATE,
    "Cannot overwrite a value": "a key is given twice",
    "Cannot declare": "a table is given twice",
    "Invalid value": "a value is missing or cannot be read; words need quotes",
    "Unterminated string": "a quote is not closed",
    "Illegal character '\\n'": "a quote is not closed",
    "Expected newline": "this value cannot be read; words and times of day need quotes",
}


class NotToml(ValueError):  # noqa: N818 - it is reported as a Problem and never leaves this package
    """The text is not TOML; says the line and what is wrong with it."""


def load_toml(text: str) -> dict[str, Any]:
    """The values of a TOML text.

    Raises:
        NotToml: it is none; the message names the line.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise NotToml(_in_words(str(error), text)) from None
    except RecursionError:
        raise NotToml("arrays or tables are nested too deeply") from None
    except ValueError:  # a number of thousands of digits
        raise NotToml("a number has too many digits") from None


def _in_words(message: str, text: str) -> str:
    place = _PLACE.search(message)
    if place is None:
        return f"not TOML: {message}"
    line = int(place[1] or text.rstrip().count("\n") + 1)
    return f"line {line}: {_told(message[: place.start()], text.split(chr(10))[line - 1])}"


def _told(said: str, line: str) -> str:
    if said.startswith("Expected newline") and _DATE_LIKE.search(line):
        return _NO_SUCH_DATE
    for beginning, told in _SAID_BETTER.items():
        if said.startswith(beginning):
            return told
    return f"not TOML: {said[:1].lower()}{said[1:]}"
