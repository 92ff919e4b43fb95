"""What ``osteon plan`` prints: the plan in short, what changed, what was written, what is next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scheduler.render.terminal import summary
from scheduler.render.terminal_changes import revision_text
from scheduler.render.text import wrapped
from scheduler.words import commands as words
from scheduler.words.importing import HOW_TO
from scheduler.words.language import language

if TYPE_CHECKING:
    from scheduler.publish import Published


def published_text(done: Published, *, dry_run: bool = False, width: int = 80) -> str:
    """The summary of a run; of a dry run what it would have changed and written."""
    record = done.draft.record
    told = {message.text for message in record.messages}
    assumed = tuple(each for each in done.draft.assumptions if each.text not in told)
    parts = [summary(record, assumptions=assumed, width=width).rstrip("\n")]
    if done.revised:
        path = None if dry_run else str(done.paths[-1])
        say = language(record.athlete.language)
        parts.append(
            revision_text(record.revision, done.changes, record=path, width=width, say=say)
        )
    parts.append(_written(done, dry_run=dry_run))  # never wrapped: names are there to be copied
    if any(path.suffix == ".ics" for path in done.written) and not dry_run:
        parts.append("\n".join(line for text in HOW_TO for line in wrapped(text, width)))
    return "\n\n".join(parts)


def _written(done: Published, *, dry_run: bool) -> str:
    names = ", ".join(path.name for path in done.written or done.paths)
    folder = str(done.paths[0].parent)
    if dry_run:
        return words.would_write(names, folder) if done.written else words.WOULD_WRITE_NOTHING
    if done.written and all(path.suffix == ".json" for path in done.written):
        return words.only_noted(names, folder)
    return (words.written if done.written else words.unchanged)(names, folder)
