"""What is said of a coach's own templates: which can be had, and what is wrong with one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

OPTION: Final = "A folder with templates of your own, each in place of osteon's."
NO_SUCH_FOLDER: Final = "is not there; give a folder with templates of your own"
NOT_A_FOLDER: Final = "is a file; give the folder that it lies in"
NO_FILE: Final = "is neither a file nor a folder"
LEADS_OUT: Final = "is a link that leads out of the folder; put the file itself there"
LINKED_FOLDER: Final = "is a link to a folder; put the folder itself there"
NOT_UTF_8: Final = "is not text in UTF-8; save it as UTF-8"
INDEX: Final = "belongs to the coach's index, which stays osteon's; page and mail are yours"
ENDS_THE_STYLE: Final = "holds </style, which would end the style sheet early; leave it out"
ENDLESS: Final = "includes or calls itself without end"
TOO_DEEP: Final = "is nested deeper than a template can be"
ESCAPING: Final = "what is filled in is always escaped, so there is no autoescape block"

NO_POLICY: Final = "the page lacks the line {line} in its head, before any style; it keeps the page closed to the network"
NO_GENERATOR: Final = (
    "the page lacks the line {line} near its top; by it osteon knows its own page again"
)


def cannot_be_read(reason: str) -> str:
    """Said of a folder that the system does not open."""
    return f"cannot be read: {reason}"


def too_large(most_bytes: int) -> str:
    """Said of a file that can be no template."""
    return f"is larger than {most_bytes // 1_000_000} MB, the most for a template"


def unknown(meant: str) -> str:
    """Said of a file that replaces nothing; ``meant`` is the name it is close to, or ""."""
    hint = f"; did you mean {meant}?" if meant else ""
    return f"is no name of a template{hint}"


def names_are(names: Iterable[str]) -> str:
    """All names that a coach's file may have."""
    return f"the templates are {', '.join(names)}"


def line(number: int) -> str:
    """A place in a file.

    >>> line(12)
    'line 12'
    """
    return f"line {number}"


def not_read(message: str) -> str:
    """Said where a template is not written as Jinja asks for."""
    return f"is not a whole template: {message}"


def not_filled(message: str) -> str:
    """Said where something that a template does goes wrong."""
    return f"cannot be filled in: {message}"


def undefined(name: str, meant: str) -> str:
    """Said of a name that a template does not get; ``meant`` is one that it does, or ""."""
    hint = f"; did you mean {meant}?" if meant else ""
    return f"nothing here is called {name}{hint}"


def not_multiplied(operator: str) -> str:
    """Said of a product of anything but two numbers, and of every power."""
    return f"{operator} is not for this: a template multiplies numbers alone"


def no_template(name: str) -> str:
    """Said of an include or import of what is not there."""
    return f"there is no template {name}"


def no_value(kind: str) -> str:
    """Said where a template prints what is neither text nor number."""
    if kind in {"tuple", "list", "dict"}:
        return "a list is no text; loop over it, or use join"
    return "this is neither text nor a number; print one of its parts"


def too_long(most_letters: int) -> str:
    """Said where a template writes without end."""
    return f"it writes more than {most_letters // 1_000_000} million letters"


def no_longer_fits(name: str, number: int, message: str) -> str:
    """Said where one of osteon's templates fails for what a coach's gives or leaves out."""
    return f"osteon's {name}, line {number}, does not work with these templates: {message}"
