"""What is wrong with a coach's template: which file, which line, in one sentence."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

from scheduler.errors import BadInput, Problem
from scheduler.words import templates as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from scheduler.template_files import Templates

MOST_LETTERS: Final = 200  # of what Jinja says of it
UNDEFINED: Final = re.compile(r"'(\w+)' is undefined|.* has no attribute '(\w+)'")
# What Jinja writes into the frames that it rewrites from compiled code to a template's lines.
OF_A_TEMPLATE: Final = "__jinja_exception__"


def is_in_a_coachs_line(fault: Exception, templates: Templates) -> bool:
    """Whether the innermost line of a template that a fault came from is a coach's."""
    *_, (name, _) = ("", 0), *_frames(fault)
    return templates.path_of(name) is not None


def refusal(fault: Exception, templates: Templates, names: Iterable[str]) -> BadInput:
    """The error of filling in: the innermost line that is a coach's, else which one of osteon's.

    ``names`` are those that a template could have meant.
    """
    frames = list(_frames(fault))
    message = _sentence(fault, names)
    for name, line in reversed(frames):
        path = templates.path_of(name)
        if path is not None:
            problem = Problem(place=words.line(line), text=words.not_filled(message))
            return BadInput(str(path), (problem,))
    text = words.no_longer_fits(*frames[-1], message) if frames else words.not_filled(message)
    return BadInput(str(templates.folder), (Problem(place="", text=text),))


def refusal_of_all(faults: Mapping[str, Exception], templates: Templates) -> BadInput:
    """The error of templates that cannot be read, each by its name."""
    found = [(name, _line(fault), _not_read(fault)) for name, fault in faults.items()]
    if len(found) == 1:
        name, line, text = found[0]
        return BadInput(str(templates.folder / name), (Problem(place=line, text=text),))
    return BadInput(
        str(templates.folder),
        tuple(
            Problem(place=" ".join((name, line)).strip(), text=text) for name, line, text in found
        ),
    )


def _frames(fault: Exception) -> Iterator[tuple[str, int]]:
    """The lines of templates on the way to a fault, each with its template, outermost first."""
    trace = fault.__traceback__
    while trace is not None:
        if OF_A_TEMPLATE in trace.tb_frame.f_globals:
            yield trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next


def _not_read(fault: Exception) -> str:
    """Why a template cannot be read; what Python itself refuses was nested too deeply."""
    if isinstance(fault, RecursionError | MemoryError | SyntaxError):
        return words.TOO_DEEP
    return words.not_read(_sentence(fault))


def _line(fault: Exception) -> str:
    return words.line(fault.lineno) if isinstance(fault, TemplateSyntaxError) else ""


def _sentence(fault: Exception, names: Iterable[str] = ()) -> str:
    """What went wrong, in a few words on one line."""
    if isinstance(fault, RecursionError):
        return words.ENDLESS
    if isinstance(fault, TemplateNotFound):
        return words.no_template(_on_a_line(", ".join(str(name) for name in fault.templates)))
    said = _on_a_line(fault.message or "" if isinstance(fault, TemplateSyntaxError) else str(fault))
    unknown = UNDEFINED.fullmatch(said) if isinstance(fault, UndefinedError) else None
    if unknown:
        name, part = unknown.groups()
        meant = get_close_matches(name, names, n=1) if name else []
        return words.undefined(name or part, "".join(meant))
    return said.rstrip(".") or type(fault).__name__


def _on_a_line(text: str) -> str:
    """A text on one line, of at most 200 letters that a terminal shows as such.

    >>> _on_a_line("Not a  template"), len(_on_a_line("x" * 999)), _on_a_line(chr(27) + "[31m")
    ('Not a template', 200, '?[31m')
    """
    shown = (letter if letter.isprintable() else "?" for letter in " ".join(text.split()))
    return "".join(shown)[:MOST_LETTERS]
