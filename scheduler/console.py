"""The terminal that the command line speaks to: its width, its colour, and a reader that leaves."""

from __future__ import annotations

import os
import shutil
import sys

import typer

from scheduler.words import commands as words


def say(text: str | bytes) -> None:
    """Print to stdout; a reader that has seen enough (``| head``) is no error."""
    try:
        typer.echo(text, nl=text[-1:] not in ("\n", b"\n"))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as fault:
        typer.echo(words.CANNOT_PRINT.format(reason=fault.strerror), err=True)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(2)


def colour() -> bool:
    """Whether stdout is a terminal that may be coloured."""
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return wanted and sys.stdout.isatty()


def width() -> int:
    """The columns of the terminal, 80 where there is none."""
    return shutil.get_terminal_size().columns
