"""The draft that keeps an unfinished interview: the answers as they would be typed, in JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Final

from scheduler.interview.state import Interview, as_typed, resumed

SCHEMA: Final = 1
DRAFT_SUFFIX: Final = ".draft"


class NotADraft(ValueError):  # noqa: N818 - said to people in words of its own
    """The text is no draft of an interview."""


def draft_text(interview: Interview) -> str:
    """The interview as a text that ``read_draft`` takes up again."""
    kept = {
        "schema": SCHEMA,
        "osteon init": interview.source,
        "given": [list(pair) for pair in as_typed(interview)],
        "before": [list(pair) for pair in interview.before],
    }
    return json.dumps(kept, ensure_ascii=False, indent=1) + "\n"


def read_draft(text: str, interview: Interview) -> Interview:
    """An interview at its beginning, with the answers of a draft.

    Raises:
        NotADraft: the text is none.
    """
    try:
        kept = json.loads(text)
        given, before = _pairs(kept["given"]), _pairs(kept["before"])
        schema = kept["schema"]
    except (KeyError, TypeError, ValueError, RecursionError):
        raise NotADraft from None
    if schema != SCHEMA:
        raise NotADraft
    return resumed(replace(interview, before=before), given)


def _pairs(found: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(found, list):
        raise TypeError
    pairs = tuple((key, text) for key, text in found)
    if not all(isinstance(word, str) for pair in pairs for word in pair):
        raise TypeError
    return pairs
