"""What a roster's run writes beside its athletes: ``roster.json`` and the coach's index page."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Final

from filelock import FileLock, Timeout

from scheduler.earlier import is_our_json, is_ours
from scheduler.errors import BadInput, Problem
from scheduler.files import (
    holds,
    make_folder,
    read_if_there,
    refuse_file,
    refuse_link_out,
    sweep,
    write_pieces,
)
from scheduler.record import roster_from_json, roster_to_json
from scheduler.template_files import shipped
from scheduler.words import commands
from scheduler.words import roster_news as words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from scheduler.model.roster import Roster

ROSTER: Final = "roster.json"
INDEX: Final = "index.html"
LOCK: Final = ".osteon.lock"


class AtWorkError(BadInput):
    """Another run is at work in the folder, and writes its own roster and index at its end."""


@contextmanager
def begin(out: Path, *, force: bool = False, dry_run: bool = False) -> Iterator[None]:
    """Make the folder, and keep other runs out of it until this one is done.

    Raises:
        BadInput: it cannot be written, another run is at work in it, or a file of this name there
            is not osteon's and ``force`` is not given.
    """
    refuse_file(out)
    _refuse_foreign(out, force=force)
    if dry_run:
        yield
        return
    make_folder(out)
    lock = FileLock(out / LOCK, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise AtWorkError(str(out), (Problem(place="", text=words.AT_WORK),)) from None
    except OSError as wrong:
        raise _bad(out, f"cannot be written: {(wrong.strerror or str(wrong)).lower()}") from wrong
    try:
        sweep(out, (INDEX, ROSTER))
        yield
    finally:
        lock.release()


def last_roster(out: Path) -> Roster | None:
    """What the last finished run told; None where there was none, or its file is damaged."""
    path = out / ROSTER
    data = read_if_there(path)
    try:
        return None if data is None else roster_from_json(data, str(path))
    except BadInput:
        return None


def write_roster(out: Path, roster: Roster) -> int:
    """Write index and ``roster.json`` where they changed; how many did.

    ``roster.json`` comes last: what it tells of was told.
    """
    from scheduler.render.roster_page import render_roster

    made = {
        out / INDEX: partial(render_roster, roster, shipped),
        out / ROSTER: partial(roster_to_json, roster),
    }
    changed = [path for path, pieces in made.items() if not holds(path, pieces())]
    for path in changed:
        write_pieces(path, made[path]())
    return len(changed)


def _refuse_foreign(out: Path, *, force: bool) -> None:
    """Neither replace what osteon did not write, nor follow a link out of the folder."""
    problems = []
    for name in (ROSTER, INDEX):
        path = out / name
        refuse_link_out(path, out)
        data = read_if_there(path)
        if data and not force and not _is_ours(name, data):
            problems.append(Problem(place=name, text=commands.NOT_OURS))
    if problems:
        raise BadInput(str(out), tuple(problems))


def _is_ours(name: str, data: bytes) -> bool:
    return is_our_json(data) if name == ROSTER else is_ours(name, data)


def _bad(path: Path, text: str) -> BadInput:
    return BadInput(str(path), (Problem(place="", text=text),))
