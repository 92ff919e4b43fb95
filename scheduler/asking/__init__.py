"""The interview at a terminal. What is decided is decided by ``scheduler.interview``."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final

import typer

from scheduler.asking.desk import Desk, Left
from scheduler.asking.page import Page

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

WIDEST: Final = 80
INTERRUPTED: Final = 130  # what shells make of Ctrl-C


def interview(path: Path, today: date, *, width: int = WIDEST, colour: bool = False) -> int:
    """Ask all questions and write the profile to ``path``; the exit code.

    Left early, the answers stay in a draft beside ``path``, and the next call goes on from it.

    Raises:
        BadInput: a file of that name is there, or the folder cannot be written to.
    """
    with contextlib.suppress(ImportError):  # line editing, where the system has it
        import readline  # noqa: F401, PLC0415
    desk = Desk(path, today, Page(width=min(width, WIDEST), colour=colour))
    try:
        desk.begin()
        desk.ask_all()
    except Left:
        pass
    except (EOFError, KeyboardInterrupt):
        typer.echo()
    except OSError:  # the terminal was closed; the draft is as it should be
        return INTERRUPTED
    else:
        return 0
    with contextlib.suppress(OSError, KeyboardInterrupt):
        desk.say_goodbye()
    return INTERRUPTED
