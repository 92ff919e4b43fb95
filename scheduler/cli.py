"""The command line: arguments in, results to stdout, messages to stderr, an exit code.

The only place that reads the clock, the terminal and the environment. What a command needs is
loaded when it runs, so that ``osteon --help`` answers at once.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import traceback
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from scheduler import __version__
from scheduler.errors import BadInput, CannotPlan, OwnFault, SchedulerError
from scheduler.words import commands as words

if TYPE_CHECKING:
    from scheduler.model.record import Record
    from scheduler.publish import Published

YEARS: Final = (2000, 2200)  # between them every sum of dates and weeks stays a date

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help=words.OSTEON_HELP,
    epilog=words.OSTEON_END,
)


def _date(text: str) -> date:
    try:
        day = date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None
    except ValueError:
        day = None
    if day is None or not YEARS[0] <= day.year < YEARS[1]:
        raise typer.BadParameter(words.not_a_date(text))
    return day


def _version(wanted: bool) -> None:
    if wanted:
        _say(f"osteon {__version__}")
        raise typer.Exit


Today = Annotated[
    date | None,
    typer.Option(parser=_date, metavar="DATE", help="Plan as on that day, as in 2026-11-22."),
]
Json = Annotated[bool, typer.Option("--json", help="Print the record, for programs.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print no summary.")]


@app.callback()
def osteon(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """What all commands share."""


@app.command(help=words.PLAN_HELP, epilog=words.PLAN_END)
def plan(
    profile: Annotated[Path, typer.Argument(metavar="PROFILE", help="The athlete's .toml.")],
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="DIR", help="The folder to write to.")
    ] = Path(),
    today: Today = None,
    quiet: Quiet = False,
    as_json: Json = False,
    force: Annotated[
        bool, typer.Option("--force", help="Replace files that osteon did not write.")
    ] = False,
) -> None:
    """Make and write the plan of one athlete."""
    from scheduler.publish import publish

    try:
        done = publish(profile, out, today or _today(), force=force)
    except CannotPlan as refusal:
        if as_json:
            _say_refused(refusal)
            raise typer.Exit(refusal.exit_code) from refusal
        raise
    for note in done.draft.notes:
        typer.echo(note, err=True)
    if as_json:
        _say_json(done.draft.record)
    elif not quiet:
        _say_published(done)


@app.command(help=words.SHOW_HELP, epilog=words.SHOW_END)
def show(
    source: Annotated[
        Path, typer.Argument(metavar="PROFILE|RECORD", help="A .toml profile or a .json record.")
    ],
    week: Annotated[
        int | None, typer.Option(metavar="N", help="Only that week, counted from 1.")
    ] = None,
    now: Annotated[bool, typer.Option("--now", help="Only the week of today.")] = False,
    today: Today = None,
    as_json: Json = False,
) -> None:
    """Print a plan week by week."""
    from scheduler.earlier import read_record
    from scheduler.publish import draft

    day = today or _today()
    is_record = source.suffix.lower() == ".json"
    record = read_record(source) if is_record else draft(source, day).record
    if week is not None and not 1 <= week <= len(record.weeks):
        raise typer.BadParameter(words.week_out_of_range(len(record.weeks)), param_hint="'--week'")
    if as_json:
        _say_json(record)
        return
    from scheduler.render.terminal import show_plan

    today_only = day if now else None
    _say(show_plan(record, week=week, now=today_only, colour=_colour(), width=_width()))


@app.command(help=words.INIT_HELP, epilog=words.INIT_END)
def init(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="Default: profile.toml, or NAME.toml with --from."),
    ] = None,
    example: Annotated[
        str | None, typer.Option("--from", metavar="NAME", help="Copy this example, ask nothing.")
    ] = None,
    list_examples: Annotated[bool, typer.Option("--list", help="Name the examples.")] = False,
    today: Today = None,
) -> None:
    """Write a profile from questions, or from an example."""
    from scheduler.files import write_new
    from scheduler.profile import shipped_profiles, starter

    if list_examples:
        _say("\n".join(shipped_profiles()))
        return
    if example is None:
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            names = ", ".join(shipped_profiles())
            typer.echo(f"{words.NO_TERMINAL}\n{words.examples(names)}", err=True)
            raise typer.Exit(2)
        from scheduler.asking import interview

        path = file or Path("profile.toml")
        raise typer.Exit(interview(path, today or _today(), width=_width(), colour=_colour()))
    try:
        text = starter(example)
    except BadInput as wrong:
        raise typer.BadParameter(wrong.problems[0].text, param_hint="'--from'") from wrong
    path = file or Path(f"{example}.toml")
    write_new(path, text.encode())
    _say(words.started(str(path)))


@app.command(help=words.EXPLAIN_HELP, epilog=words.EXPLAIN_END)
def explain(
    name: Annotated[
        str | None, typer.Argument(metavar="[RULE|MESSAGE]", help="Default: list them all.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print it for programs.")] = False,
) -> None:
    """Say what a rule or a message means, why, and what it rests on."""
    from scheduler.explain import TOPICS, explained_json, one_topic
    from scheduler.render.terminal_explain import list_text, topic_text

    try:
        topic = None if name is None else one_topic(name)
    except LookupError as unknown:
        raise typer.BadParameter(str(unknown), param_hint="'[RULE|MESSAGE]'") from unknown
    if as_json:
        _say(explained_json(tuple(TOPICS.values()) if topic is None else (topic,)))
    elif topic is None:
        _say(list_text(colour=_colour(), width=_width()))
    else:
        _say(topic_text(topic, colour=_colour(), width=_width()))


def main() -> None:
    """Run the command line; every error becomes a message on stderr and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        app(prog_name="osteon")
    except SchedulerError as error:
        _say_error(error)
        sys.exit(error.exit_code)
    except Exception as fault:  # a traceback helps no runner
        place = traceback.extract_tb(fault.__traceback__)[-1]
        where = f"{Path(place.filename).name}:{place.lineno}, osteon {__version__}"
        typer.echo(words.own_fault(f"{type(fault).__name__}: {fault}", where), err=True)
        sys.exit(OwnFault.exit_code)


def _say_error(error: SchedulerError) -> None:
    """Bad input stays one problem a line; a refusal is prose, and asks to be read."""
    if not isinstance(error, CannotPlan):
        typer.echo(str(error), err=True)
        return
    from scheduler.render.text import wrapped

    more = words.EXPLAIN_REFUSAL.format(rule=error.rule)
    lines = [line for text in (error.text, more) for line in wrapped(text, _width())]
    typer.echo("\n".join(lines), err=True)


def _today() -> date:
    return date.today()


def _colour() -> bool:
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return wanted and sys.stdout.isatty()


def _say(text: str | bytes) -> None:
    """Print to stdout; a reader that has seen enough (``| head``) is no error."""
    try:
        typer.echo(text, nl=text[-1:] not in ("\n", b"\n"))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as fault:
        typer.echo(words.CANNOT_PRINT.format(reason=fault.strerror), err=True)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(2)


def _say_json(record: Record) -> None:
    from scheduler.record import to_json

    _say(to_json(record))


def _say_refused(refusal: CannotPlan) -> None:
    import json

    refused = {"rule": refusal.rule, "text": refusal.text, "try": list(refusal.tries)}
    _say(json.dumps({"refused": refused}, ensure_ascii=False, default=str))


def _say_published(done: Published) -> None:
    from scheduler.render.terminal import summary
    from scheduler.render.text import clean, wrapped
    from scheduler.words.importing import HOW_TO

    record, width = done.draft.record, _width()
    told = {message.text for message in record.messages}
    assumed = tuple(each for each in done.draft.assumptions if each.text not in told)
    said = words.written if done.written else words.unchanged
    names = ", ".join(path.name for path in done.written or done.paths)
    parts = [summary(record, assumptions=assumed, width=width).rstrip("\n")]
    if done.changes:
        parts.append("\n".join(map(clean, words.changed(record.revision, done.changes))))
    parts.append(said(names, str(done.paths[0].parent)))
    if done.written:
        parts.append("\n".join(line for text in HOW_TO for line in wrapped(text, width)))
    _say("\n\n".join(parts))


def _width() -> int:
    return shutil.get_terminal_size().columns
