"""The command line: arguments in, results to stdout, messages to stderr, an exit code.

With ``coach_cli``, the only place that reads clock, terminal and environment. What a command needs
is loaded when it runs, so that ``osteon --help`` answers at once.
"""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scheduler import __version__, clock, coach_cli
from scheduler import arguments as given
from scheduler.console import colour as _colour
from scheduler.console import say as _say
from scheduler.console import width as _width
from scheduler.errors import BadInput, CannotPlan, OwnFault, SchedulerError
from scheduler.words import commands as words
from scheduler.words import logbook_help, mail_told, roster_told

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.record import Record

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help=words.OSTEON_HELP,
    epilog=words.OSTEON_END,
)


def _version(wanted: bool) -> None:
    if wanted:
        _say(f"osteon {__version__}")
        raise typer.Exit


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
    today: given.Today = None,
    quiet: given.Quiet = False,
    as_json: given.Json = False,
    force: Annotated[bool, typer.Option("--force", help=words.FORCE)] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=words.DRY_RUN)] = False,
    templates: given.TemplatesFolder = None,
) -> None:
    """Make and write the plan of one athlete."""
    from scheduler.plan_files import read_templates
    from scheduler.publish import publish

    own, day = read_templates(templates) if templates else None, today or clock.today()
    try:
        done = publish(profile, out, day, templates=own, force=force, dry_run=dry_run)
    except CannotPlan as refusal:
        if as_json:
            _say_refused(refusal)
            raise typer.Exit(refusal.exit_code) from refusal
        raise
    _say_notes(done.draft.notes)
    if as_json:
        _say_json(done.draft.record)
    elif not quiet:
        from scheduler.render.terminal_published import published_text

        _say(published_text(done, dry_run=dry_run, width=_width()))


@app.command(help=words.SHOW_HELP, epilog=words.SHOW_END)
def show(
    source: Annotated[
        Path, typer.Argument(metavar="PROFILE|RECORD", help="A .toml profile or a .json record.")
    ],
    week: Annotated[
        int | None, typer.Option(metavar="N", help="Only that week, counted from 1.")
    ] = None,
    now: Annotated[bool, typer.Option("--now", help="Only the week of today.")] = False,
    changes: Annotated[bool, typer.Option("--changes", help=words.SHOW_CHANGES)] = False,
    today: given.Today = None,
    as_json: given.Json = False,
) -> None:
    """Print a plan week by week."""
    from scheduler.earlier import read_record
    from scheduler.publish import draft

    day = today or clock.today()
    is_record = source.suffix.lower() == ".json"
    record = read_record(source) if is_record else draft(source, day).record
    if week is not None and not 1 <= week <= len(record.weeks):
        raise typer.BadParameter(words.week_out_of_range(len(record.weeks)), param_hint="'--week'")
    if as_json:
        _say_json(record)
        return
    if changes:
        from scheduler.render.terminal_changes import show_changes

        if not is_record:
            raise typer.BadParameter(words.NO_REVISIONS, param_hint="'--changes'")
        _say(show_changes(record, width=_width()))
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
    today: given.Today = None,
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
        raise typer.Exit(interview(path, today or clock.today(), width=_width(), colour=_colour()))
    try:
        text = starter(example)
    except BadInput as wrong:
        raise typer.BadParameter(wrong.problems[0].text, param_hint="'--from'") from wrong
    path = file or Path(f"{example}.toml")
    write_new(path, text.encode())
    _say(words.started(str(path)))


@app.command(help=logbook_help.LOG_HELP, epilog=logbook_help.LOG_END)
def log(
    profile: given.ProfileFile,
    what: given.What = None,
    said: given.Said = None,
    today: given.LogToday = None,
    quiet: given.LogQuiet = False,
) -> None:
    """Note what really happened."""
    _note(profile, what, said or [], today, quiet=quiet and what is not None)


@app.command(help=logbook_help.PAUSE_HELP, epilog=logbook_help.PAUSE_END)
def pause(
    profile: given.ProfileFile,
    day: given.OneDay = "today",
    today: given.LogToday = None,
    quiet: given.LogQuiet = False,
) -> None:
    """Note that running is paused."""
    _note(profile, "pause", [day], today, quiet=quiet)


@app.command(help=logbook_help.RESUME_HELP, epilog=logbook_help.RESUME_END)
def resume(
    profile: given.ProfileFile,
    day: given.OneDay = "today",
    today: given.LogToday = None,
    quiet: given.LogQuiet = False,
) -> None:
    """Note that running begins again."""
    _note(profile, "resume", [day], today, quiet=quiet)


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


app.command(help=roster_told.ROSTER_HELP, epilog=roster_told.ROSTER_END)(coach_cli.roster)
app.command(help=mail_told.MAIL_HELP, epilog=mail_told.MAIL_END)(coach_cli.mail)


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


def _say_json(record: Record) -> None:
    from scheduler.record import to_json

    _say(to_json(record))


def _say_refused(refusal: CannotPlan) -> None:
    import json

    refused = {"rule": refusal.rule, "text": refusal.text, "try": list(refusal.tries)}
    _say(json.dumps({"refused": refused}, ensure_ascii=False, default=str))


def _note(
    profile: Path, what: str | None, said: list[str], today: date | None, *, quiet: bool
) -> None:
    from scheduler.logbook import Unclear, answer
    from scheduler.render.text import wrapped

    try:
        lines = answer(profile, what, said, today or clock.today())
    except Unclear as unclear:
        raise typer.BadParameter(str(unclear)) from unclear
    if not quiet:
        indents = [line[: len(line) - len(line.lstrip())] for line in lines]
        parts = [wrapped(line, _width(), first=by) for line, by in zip(lines, indents, strict=True)]
        _say("\n".join(line for part in parts for line in part))


def _say_notes(notes: tuple[str, ...]) -> None:
    from scheduler.render.text import wrapped

    for note in notes:
        typer.echo("\n".join(wrapped(note, _width())), err=True)
