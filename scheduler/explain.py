"""Which rule or message a name means, and both as values for programs."""

from __future__ import annotations

import json
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, Final

from scheduler.rules.base import Rule
from scheduler.rules.registry import RULES
from scheduler.words.explained import EXPLAINED, not_found, several
from scheduler.words.explained_rules import AIMS, NUMBERS_ARE, OWN_LIMITS, STRENGTHS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scheduler.words.explained_entry import Explained


NEAR_MISSES: Final = 3
LEAST_LIKENESS: Final = 0.7
LEAST_PART: Final = 3  # letters: fewer stand in too many names
SCHEMA: Final = 1


def name_of(topic: Rule | Explained) -> str:
    """A rule's name or a message's code, as osteon prints it."""
    return topic.name if isinstance(topic, Rule) else topic.code


_TOPICS: Final[tuple[Rule | Explained, ...]] = (*RULES, *EXPLAINED)
TOPICS: Final = {name_of(topic).lower(): topic for topic in _TOPICS}


def one_topic(asked: str) -> Rule | Explained:
    """The rule or message of that name, or the only one that begins so. Case does not matter.

    >>> name_of(one_topic("Missing_Rest"))
    'missing-rest-day'

    Raises:
        LookupError: no name fits, or several do; says which may have been meant.
    """
    key = _key(asked)
    if key in TOPICS:
        return TOPICS[key]
    found = [topic for name, topic in TOPICS.items() if key and name.startswith(key)]
    if not found:
        raise LookupError(not_found(asked, _near_misses(key)))
    if len(found) > 1:
        raise LookupError(several(asked, tuple(name_of(topic) for topic in found)))
    return found[0]


def _near_misses(key: str) -> tuple[str, ...]:
    """Names that may have been meant, the likeliest first: those that hold it, those like it."""
    alike = {name: _likeness(key, name) for name in TOPICS}
    best = sorted(TOPICS, key=lambda name: -alike[name])
    near = [name for name in best if alike[name] >= LEAST_LIKENESS]
    return tuple(name_of(TOPICS[name]) for name in near[:NEAR_MISSES])


def _likeness(key: str, name: str) -> float:
    """From 0 to 1: how like a name, or its beginning, what was typed is; 1 for a part of it."""
    if len(key) >= LEAST_PART and key in name:
        return 1.0
    begins = name[: len(key) + 1]
    return max(SequenceMatcher(None, key, part).ratio() for part in (name, begins))


def explained_json(topics: Sequence[Rule | Explained]) -> str:
    """The topics for programs: ``{"schema": 1, "rules": [...], "messages": [...]}``."""
    rules = [_rule_values(topic) for topic in topics if isinstance(topic, Rule)]
    messages = [_message_values(topic) for topic in topics if not isinstance(topic, Rule)]
    told = {"schema": SCHEMA, "rules": rules, "messages": messages}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _key(asked: str) -> str:
    return "-".join(asked.lower().replace("_", " ").replace("-", " ").split())


def _rule_values(rule: Rule) -> dict[str, Any]:
    return {
        "name": rule.name,
        "says": rule.says,
        "why": rule.why,
        "numbers": _lines(rule.limits),
        "numbers_are": NUMBERS_ARE[rule.name],
        "own_limit": OWN_LIMITS[rule.name][0] if rule.name in OWN_LIMITS else None,
        "aims": _lines(AIMS.get(rule.name, ())),
        "strength": rule.strength.value,
        "strength_means": STRENGTHS[rule.strength.value],
        "source": {
            "citation": rule.source.citation,
            "url": rule.source.url,
            "where": rule.source.where,
        },
        "examples": {"good": rule.examples.good, "bad": rule.examples.bad},
    }


def _message_values(entry: Explained) -> dict[str, Any]:
    return {
        "code": entry.code,
        "family": entry.family.name.lower(),
        "says": entry.says,
        "what": entry.what,
        "why": entry.why,
        "do": entry.do,
        "numbers": _lines(entry.numbers),
        "example": entry.example,
        "see": list(entry.see),
    }


def _lines(lines: tuple[tuple[str, str], ...]) -> list[dict[str, str]]:
    return [{"what": what, "value": value} for what, value in lines]
