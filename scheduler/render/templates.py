"""Templates filled in: Jinja2 in a sandbox, since a template may be a coach's own.

A template loops and places; every number and sentence comes to it ready. What it gets is text,
numbers, and frozen values of them: no module, and nothing that formats text by names that a
template gives, as both lead to what the sandbox is there to keep away.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from jinja2 import (
    BytecodeCache,
    FunctionLoader,
    StrictUndefined,
    TemplateSyntaxError,
    Undefined,
    pass_context,
)
from jinja2.ext import Extension
from jinja2.sandbox import ImmutableSandboxedEnvironment

from scheduler.render.template_faults import is_in_a_coachs_line, refusal, refusal_of_all
from scheduler.template_files import Templates, shipped
from scheduler.words import templates as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from types import CodeType, ModuleType

    from jinja2 import Environment
    from jinja2.bccache import Bucket
    from jinja2.lexer import Token, TokenStream
    from jinja2.runtime import Context

    from scheduler.words.language import Language

MOST_LETTERS: Final = 20_000_000  # no page is near it; a loop without end is stopped by it
NOT_THE_SAME_TWICE: Final = "random"
NOT_ESCAPED: Final = "safe"
LOREM: Final = "lipsum"


@dataclass(frozen=True, kw_only=True, slots=True)
class Speech:
    """``say`` as a template has it: a text in the athlete's language, and that language's tag.

    Names in braces stay as they are: filling them in could reach into any value.
    """

    tag: str
    texts: Mapping[str, str]

    def __call__(self, english: str) -> str:
        """The text in this language, in English where it has none."""
        return self.texts.get(english, english)


def speech(say: Language) -> Speech:
    """A language as templates get it."""
    return Speech(tag=say.tag, texts=say.texts)


def texts_of(module: ModuleType) -> dict[str, str]:
    """The texts of a module of words by their names, as templates get them."""
    return {
        name: value
        for name, value in vars(module).items()
        if name.isupper() and isinstance(value, str)
    }


def fill(load: Callable[[str], str], name: str, content: Mapping[str, Any]) -> str:
    """The text of a template with its names filled in, escaped where its name says HTML.

    ``load`` gives a template's text by its name below ``templates/`` and raises LookupError for a
    name that it does not know; ``content`` is what the template may name. The same template and
    content give the same text.

    Raises:
        BadInput: a coach's template is broken; it says where and how.
    """
    if not isinstance(load, Templates):
        return _filled(load, name, content)
    check(load)
    try:
        return _filled(load, name, content)
    except Exception as fault:
        if not is_in_a_coachs_line(fault, load):
            _filled(shipped, name, content)  # where that fails too, the fault is osteon's own
        raise refusal(fault, load, content) from fault


@lru_cache(maxsize=8)
def check(templates: Templates) -> None:
    """Do nothing, unless a coach's templates are not whole.

    Raises:
        BadInput: with every template that Jinja cannot read.
    """
    faults: dict[str, Exception] = {}
    for name, text in templates.texts:
        if name.endswith(".j2"):
            try:
                _sandbox(templates, escaped=name.endswith(".html.j2")).compile(text, name)
            except Exception as fault:
                faults[name] = fault
    if faults:
        raise refusal_of_all(faults, templates)


def _filled(load: Callable[[str], str], name: str, content: Mapping[str, Any]) -> str:
    template = _sandbox(load, escaped=name.endswith(".html.j2")).get_template(name)
    parts, letters = [], 0
    for part in template.generate(content):
        parts.append(part)
        letters += len(part)
        if letters > MOST_LETTERS:
            raise OverflowError(words.too_long(MOST_LETTERS))
    return "".join(parts)


def _sandbox(load: Callable[[str], str], *, escaped: bool) -> Environment:
    """Where templates run: a new one each time, so that none leaves anything behind in it."""

    def found(name: str) -> tuple[str, str, None] | None:
        try:
            return load(name), name, None
        except LookupError:
            return None

    sandbox = _Sandbox(
        loader=FunctionLoader(found),
        autoescape=escaped,
        undefined=StrictUndefined,
        finalize=_printed,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=_compiled(load, escaped=escaped),
        extensions=[_EscapingStaysOn],
    )
    del sandbox.filters[NOT_THE_SAME_TWICE], sandbox.filters[NOT_ESCAPED], sandbox.globals[LOREM]
    return sandbox


class _Compiled(BytecodeCache):
    """Templates as Python code, which takes ten times as long to make as to run."""

    def __init__(self) -> None:
        self._codes: dict[str, CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get(bucket.key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._codes[bucket.key] = bucket.code


@lru_cache(maxsize=8)
def _compiled(load: Callable[[str], str], *, escaped: bool) -> _Compiled:  # noqa: ARG001 - the key
    return _Compiled()


@pass_context  # or Jinja would pass constants by
def _printed(_: Context, value: Any) -> Any:
    """What a template prints, if that is text or a number; a slip is not written into a plan."""
    if isinstance(value, str | int | float | Undefined):
        return value
    raise TypeError(words.no_value(type(value).__name__))


class _Sandbox(ImmutableSandboxedEnvironment):
    """Reaches no file, module or hidden attribute, changes no value, and multiplies numbers alone.

    A short product of text, or a power, would fill the memory.
    """

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        numbers = isinstance(left, int | float) and isinstance(right, int | float)
        if operator == "**" or not numbers:
            raise TypeError(words.not_multiplied(operator))
        return super().call_binop(context, operator, left, right)


class _EscapingStaysOn(Extension):
    """Refuses the block that would turn escaping off: a name may be anyone's words."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        begun = False
        for token in stream:
            if begun and token.test("name:autoescape"):
                raise TemplateSyntaxError(words.ESCAPING, token.lineno)
            begun = token.type == "block_begin"
            yield token
