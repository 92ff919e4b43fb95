"""A rule or a message explained in the terminal, and the list of them all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from scheduler.render.text import BOLD, FAINT, folded, padded, styled, wrapped
from scheduler.rules.base import Rule
from scheduler.rules.registry import RULES
from scheduler.words import explained as words
from scheduler.words.explained_entry import Family
from scheduler.words.explained_rules import (
    AIMS,
    GROUPS,
    NUMBERS_ARE,
    OWN_LIMITS,
    STRENGTHS,
    TERMS,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scheduler.words.explained_entry import Explained

NARROWEST, WIDEST = 32, 80
ROOM_FOR_TWO_COLUMNS: Final = 64
INDENT: Final = "  "


def list_text(*, colour: bool = False, width: int = 80) -> str:
    """Every rule and every message code, each with a line, in groups."""
    wide = _wide(width)
    says = {rule.name: rule.says for rule in RULES}
    longest_name = max(map(len, says))
    longest_code = max(len(entry.code) for entry in words.EXPLAINED)
    lines = [_bold(words.RULES_HEAD, colour=colour)]
    for head, names in GROUPS:
        lines += ["", _faint(head, colour=colour)]
        lines += _table([(name, says[name]) for name in names], longest_name, wide)
    lines += ["", _bold(words.MESSAGES_HEAD, colour=colour)]
    for family in Family:
        entries = [entry for entry in words.EXPLAINED if entry.family is family]
        lines += ["", _faint(family.value, colour=colour)]
        lines += _table([(entry.code, entry.says) for entry in entries], longest_code, wide)
    return _text([*lines, "", *wrapped(words.LIST_END, wide)])


def topic_text(topic: Rule | Explained, *, colour: bool = False, width: int = 80) -> str:
    """One rule or one message, as far as ``width`` columns, from 32 to 80."""
    wide = _wide(width)
    if isinstance(topic, Rule):
        return _text(_rule_lines(topic, wide, colour=colour))
    return _text(_message_lines(topic, wide, colour=colour))


def _rule_lines(rule: Rule, wide: int, *, colour: bool) -> list[str]:
    """What it says, why, its numbers, what it rests on, and an example of each kind."""
    numbers = [f"{what}: {value}" for what, value in rule.limits]
    aims = [f"{what}: {value}" for what, value in AIMS.get(rule.name, ())]
    several = (words.SEVERAL,) if any(" or " in value for _, value in rule.limits) else ()
    source = (rule.source.citation, rule.source.url, words.WHERE.format(where=rule.source.where))
    messages = [entry.code for entry in words.EXPLAINED if rule.name in entry.see]
    strength = f"{words.STRENGTH}: {rule.strength}"
    parts = [
        (words.WHY, (rule.why,), ()),
        (words.NUMBERS, (), numbers),
        ("", (NUMBERS_ARE[rule.name], *several, *_own_limit(rule.name)), ()),
        (words.AIMS, (), aims),
        ("", (words.JUDGEMENT,) if aims else (), ()),
        (strength, (STRENGTHS[rule.strength.value],), ()),
        (words.SOURCE, tuple(part for part in source if part), ()),
        (words.KEEPS, (rule.examples.good,), ()),
        (words.BREAKS, (rule.examples.bad,), ()),
        (words.SEE, (", ".join(messages),) if messages else (), ()),
        (words.TERMS, (), _terms((rule.says, rule.why, *numbers, *aims))),
    ]
    head = [_bold(rule.name, colour=colour), *wrapped(rule.says, wide)]
    return [*head, *_parts(parts, wide, colour=colour)]


def _message_lines(entry: Explained, wide: int, *, colour: bool) -> list[str]:
    """What it means, why it is told, what to do, and how it reads."""
    numbers = [f"{what}: {value}" for what, value in entry.numbers]
    parts = [
        (words.WHAT, (entry.what,), ()),
        (words.WHY_TOLD, (entry.why,), ()),
        (words.TO_DO, (entry.do,), ()),
        (words.NUMBERS, (), numbers),
        ("", (words.JUDGEMENT,) if numbers else (), ()),
        (words.EXAMPLE, (entry.example,), ()),
        (words.SEE, (", ".join(entry.see),) if entry.see else (), ()),
        (words.TERMS, (), _terms((entry.what, entry.why, entry.do, *numbers))),
    ]
    head = [_bold(entry.code, colour=colour), *wrapped(entry.says, wide)]
    return [*head, *_parts(parts, wide, colour=colour)]


def _parts(
    parts: Iterable[tuple[str, Sequence[str], Sequence[str]]], width: int, *, colour: bool
) -> list[str]:
    """Each part under its head: paragraphs, then lines; one without a head follows the last."""
    lines: list[str] = []
    for head, paragraphs, listed in parts:
        if not paragraphs and not listed:
            continue
        if head:
            lines += ["", *(_bold(line, colour=colour) for line in folded(head, width))]
        for text in paragraphs:
            lines += wrapped(text, width, first=INDENT, later=INDENT)
        for text in listed:
            lines += wrapped(text, width, first=f"{INDENT}– ", later=f"{INDENT}  ")
    return lines


def _own_limit(rule: str) -> tuple[str, ...]:
    if rule not in OWN_LIMITS:
        return ()
    key, values, looser = OWN_LIMITS[rule]
    return (words.own_limit(key, values, looser=looser),)


def _terms(texts: Sequence[str]) -> list[str]:
    """What the words of ours mean that occur in some texts."""
    told = " ".join(texts)
    return [
        f"{term}: {meaning}"
        for term, meaning in TERMS.items()
        if re.search(rf"\b{re.escape(term)}", told, re.IGNORECASE)
    ]


def _table(rows: list[tuple[str, str]], names: int, width: int) -> list[str]:
    """Names in a column and words beside them, or below where the terminal is narrow."""
    lines = []
    for name, says in rows:
        if width < ROOM_FOR_TWO_COLUMNS:
            lines += [f"{INDENT}{name}", *wrapped(says, width, first=INDENT * 2, later=INDENT * 2)]
        else:
            first, later = (padded(INDENT + part, names + 2 * len(INDENT)) for part in (name, ""))
            lines += folded(first + says, width, later=later)
    return lines


def _wide(width: int) -> int:
    return max(NARROWEST, min(width, WIDEST))


def _bold(text: str, *, colour: bool) -> str:
    return styled(text, BOLD, colour=colour)


def _faint(text: str, *, colour: bool) -> str:
    return styled(text, FAINT, colour=colour)


def _text(lines: list[str]) -> str:
    return "\n".join(lines).rstrip("\n") + "\n"
