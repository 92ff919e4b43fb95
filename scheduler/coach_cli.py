"""The commands for coaches, ``roster`` and ``mail``: arguments in, results out, as in ``cli``."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from scheduler import arguments as given
from scheduler import clock
from scheduler.console import say, width
from scheduler.words import commands, roster_told

if TYPE_CHECKING:
    from collections.abc import Callable


def roster(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=roster_told.FOLDER)],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help=roster_told.OUT)] = Path(),
    today: given.Today = None,
    quiet: given.Quiet = False,
    as_json: Annotated[bool, typer.Option("--json", help=roster_told.JSON)] = False,
    force: Annotated[bool, typer.Option("--force", help=commands.FORCE)] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=roster_told.DRY_RUN)] = False,
    jobs: Annotated[int | None, typer.Option(min=1, metavar="N", help=roster_told.JOBS)] = None,
) -> None:
    """Plan every profile of a folder."""
    from scheduler.record import roster_to_json
    from scheduler.render.terminal_roster import roster_text
    from scheduler.roster import run_roster

    day = today or clock.today()
    with ExitStack() as open_while_planning:
        on_done = _progress(open_while_planning, roster_told.PLANNING, quiet=quiet)
        try:
            run = run_roster(
                folder, out, day, force=force, dry_run=dry_run, jobs=jobs, on_done=on_done
            )
        except KeyboardInterrupt:
            typer.echo(f"\n{roster_told.STOPPED}", err=True)
            raise typer.Exit(130) from None
    if as_json:
        say(roster_to_json(run.roster))
    elif not quiet:
        written = roster_told.written(
            run.written, str(out), str(out / "index.html"), dry_run=dry_run
        )
        say(f"{roster_text(run.roster, str(folder), width=width())}\n\n{written}")
    if run.problems:
        typer.echo("\n".join((roster_told.BAD, *run.problems)), err=True)
    raise typer.Exit(run.exit_code)


def _progress(until_done: ExitStack, label: str, *, quiet: bool) -> Callable[[int, int], None]:
    """What hears of each athlete done, and moves a bar on a terminal."""
    if quiet or not sys.stderr.isatty():
        return lambda _done, _all: None
    bars: list[Any] = []

    def moved(_done: int, whole: int) -> None:
        if not bars:
            shown = typer.progressbar(length=whole, label=label, file=sys.stderr)
            bars.append(until_done.enter_context(shown))
        bars[0].update(1)

    return moved
