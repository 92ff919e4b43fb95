"""What revisions changed, in the terminal: the counts in a line, then a line for every session."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from scheduler.render.text import clean, columns, folded, padded, wrapped
from scheduler.words import changes as words
from scheduler.words.language import ENGLISH, language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scheduler.model.record import Change, Record
    from scheduler.words.language import Language

NARROWEST, WIDEST = 32, 96
TOLD: Final = 12
COLUMN: Final = 2 + max(len(what) for what in words.ORDER)


def revision_text(
    revision: int,
    changes: Sequence[Change],
    *,
    record: str | None = None,
    width: int = 80,
    say: Language = ENGLISH,
) -> str:
    """What one revision changed, without a line break at the end.

    With the path of the written ``record``, a dozen sessions at most and where to read the others.
    """
    wide = max(NARROWEST, min(width, WIDEST))
    rows = words.rows(changes, say)
    told = rows if record is None else rows[:TOLD]
    lines = wrapped(words.heading(revision, changes, say), wide)
    lines += [line for row in told for line in _lines(row, wide)]
    if len(rows) > len(told):
        lines.append(words.MORE.format(number=len(rows) - len(told), record=record))
    return "\n".join(lines)


def show_changes(record: Record, *, width: int = 80) -> str:
    """What every revision changed, all of it, the newest first; the text ends with a line break."""
    wide = max(NARROWEST, min(width, WIDEST))
    parts, say = [], language(record.athlete.language)
    for revision, group in groupby(reversed(record.changes), key=lambda change: change.revision):
        changes = list(group)
        lines = wrapped(words.dated_heading(revision, changes[0].on, changes, say), wide)
        lines += [line for row in words.rows(changes, say) for line in _lines(row, wide)]
        parts.append("\n".join(lines))
    return "\n\n".join(parts or wrapped(words.NONE, wide)) + "\n"


def _lines(row: words.ChangeTold, width: int) -> list[str]:
    """One line, or the title below the days where both are too long for one."""
    blank = " " * COLUMN
    title = clean(row.title)
    line = padded(row.what, COLUMN) + (f"{row.when}  " if row.when else "") + title
    if columns(line) <= width or not row.when:
        return folded(line, width, later=blank)
    return [
        *folded(padded(row.what, COLUMN) + row.when, width, later=blank),
        *folded(blank + title, width, later=blank),
    ]
