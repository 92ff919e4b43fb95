"""Templates filled in: Jinja2 in a sandbox, since a template may be a coach's own.

A template loops and places; every number and sentence comes to it ready.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import FunctionLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def fill(load: Callable[[str], str], name: str, content: Mapping[str, Any]) -> str:
    """The text of a template with its names filled in, escaped where its name says HTML.

    ``load`` gives a template's text by its name below ``templates/``, ``content`` what the template
    may name. The same template and content give the same text. Raises whatever ``load`` raises for
    a name that it does not know.
    """
    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(load),
        autoescape=name.endswith(".html.j2"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(name).render(content)
