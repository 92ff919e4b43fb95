"""TOML text to plain values, with one plain sentence about the line that is not TOML."""

from __future__ import annotations

import re
import tomllib
from typing import Any, Final

_PLACE: Final = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_SAID_BETTER: Final = {
    "Invalid date or datetime": "there is no such date or time",
    "Cannot overwrite a value": "a key is given twice",
    "Invalid value": "a value is missing or is not TOML; words need quotes",
    "Unterminated string": "a quote is not closed",
    "Expected newline or end of document after a statement": (
        'the value is not TOML: words and times need quotes, dates are written "2027-04-11" without'
    ),
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
    line = place[1] or str(text.rstrip().count("\n") + 1)
    said = message[: place.start()]
    told = _SAID_BETTER.get(said) or f"not TOML: {said[:1].lower()}{said[1:]}"
    return f"line {line}: {told}"
