"""A coach's page keeps two lines of the head: closed to the network, and known as osteon's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from markupsafe import escape

from scheduler.errors import BadInput, Problem
from scheduler.words import templates as words

if TYPE_CHECKING:
    from scheduler.template_files import Templates

TOP: Final = 4096  # bytes; further down no program looks for who wrote a file
POLICY: Final = '<meta http-equiv="Content-Security-Policy" content="{}">'
GENERATOR: Final = '<meta name="generator" content="{}">'
# A browser heeds a policy in the head alone, and for what comes after it.
BEFORE_THE_POLICY: Final = frozenset({"html", "head", "meta", "title"})


def refuse_open_page(page: str, policy: str, generator: str, templates: Templates) -> None:
    """Do nothing, unless a page made from a coach's templates lost one of two lines of its head.

    Raises:
        BadInput: the policy that forbids the network, or the line that says who wrote the page.
    """
    before, found, _ = page.partition(POLICY.format(escape(policy)))
    tags = {tag.lower() for tag in re.findall(r"<(\w+)", before)}
    problems = []
    if not found or "<!--" in before or not tags <= BEFORE_THE_POLICY:
        problems.append(words.NO_POLICY.format(line=POLICY.format("{{ policy }}")))
    if GENERATOR.format(escape(generator)).encode() not in page.encode()[:TOP]:
        problems.append(words.NO_GENERATOR.format(line=GENERATOR.format("{{ generator }}")))
    if problems:
        source = templates.path_of("plan.html.j2") or templates.folder
        raise BadInput(str(source), tuple(Problem(place="", text=text) for text in problems))
