"""The commands for coaches, ``roster`` and ``mail``: arguments in, results out, as in ``cli``."""

from __future__ import annotations

import os
import sys
import time
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from scheduler import arguments as given
from scheduler import clock
from scheduler.console import say, width
from scheduler.errors import BadInput, Problem
from scheduler.words import commands, mail_told, roster_told

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scheduler.mail.report import Progress, Report
    from scheduler.mail.settings import MailServer
    from scheduler.mail_desk.post import Post, Request, Told
    from scheduler.roster import RosterRun

    Mailed = tuple[Post, tuple[Told, ...], Report | None]

Result = TypeVar("Result")


def roster(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=roster_told.FOLDER)],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help=roster_told.OUT)] = Path(),
    today: given.Today = None,
    quiet: given.Quiet = False,
    as_json: Annotated[bool, typer.Option("--json", help=roster_told.JSON)] = False,
    force: Annotated[bool, typer.Option("--force", help=commands.FORCE)] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=roster_told.DRY_RUN)] = False,
    jobs: Annotated[int | None, typer.Option(min=1, metavar="N", help=roster_told.JOBS)] = None,
    templates: given.TemplatesFolder = None,
) -> None:
    """Plan every profile of a folder."""
    from scheduler.record import roster_to_json
    from scheduler.render.terminal_roster import roster_text
    from scheduler.roster import run_roster

    planned = partial(
        run_roster,
        folder,
        out,
        today or clock.today(),
        templates=_templates(templates),
        force=force,
        dry_run=dry_run,
        jobs=jobs,
    )
    run = _until_stopped(planned, roster_told.PLANNING, roster_told.STOPPED, quiet=quiet)
    if as_json:
        say(b"".join(roster_to_json(run.roster)))
    elif not quiet:
        index = str(out / "index.html")
        written = roster_told.written(run.written, str(out), index, dry_run=dry_run)
        say(f"{roster_text(run.roster, str(folder), width=width())}\n\n{written}")
    _tell_beside(run, quiet=quiet)
    raise typer.Exit(run.exit_code)


def _tell_beside(run: RosterRun, *, quiet: bool) -> None:
    """What stood in the way, and what was left alone."""
    if run.strangers and not quiet:
        names = ", ".join(run.strangers)
        typer.echo(roster_told.STRANGERS.format(names=names), err=True)
    if run.problems:
        typer.echo("\n".join((roster_told.BAD, *run.problems)), err=True)


def mail(
    source: given.MailSource,
    week: Annotated[bool, typer.Option("--week", help=mail_told.WEEK)] = False,
    everyone: Annotated[bool, typer.Option("--all", help=mail_told.EVERYONE)] = False,
    page: Annotated[bool, typer.Option("--page", help=mail_told.PAGE)] = False,
    send: Annotated[bool, typer.Option("--send", help=mail_told.SEND)] = False,
    yes: Annotated[bool, typer.Option("--yes", help=mail_told.YES)] = False,
    sender: given.MailSender = "",
    host: given.MailHost = None,
    port: given.MailPort = None,
    user: given.MailUser = None,
    security: given.MailSecurity = None,
    per_minute: given.PerMinute = 30,
    again: given.MailAgain = None,
    templates: given.TemplatesFolder = None,
    today: given.Today = None,
    quiet: given.Quiet = False,
    as_json: Annotated[bool, typer.Option("--json", help=mail_told.JSON)] = False,
) -> None:
    """Mail the plans that changed, as drafts or by a mail server."""
    from scheduler.mail_desk.post import Request

    _refuse_idle(send, yes, week and page, (host, port, user, security))
    request = Request(
        source=source,
        today=today or clock.today(),
        week=week,
        everyone=everyone,
        sender=sender,
        with_page=page,
        again=frozenset(again or ()),
        load=_templates(templates),
    )
    if send:
        server = _server(sender, host, port, user, security)
        look = None if yes else partial(_ask, request, server, may_ask=not as_json)
        post, told, report = _sent(request, server, per_minute, look, quiet=quiet)
    else:
        post, told, report = _drafted(request, quiet=quiet)
    _say_mailed(post, told, report, quiet=quiet, as_json=as_json, week=week)


def _templates(folder: Path | None) -> Callable[[str], str]:
    """A coach's own templates where a folder is given, else osteon's."""
    from scheduler.plan_files import read_templates
    from scheduler.template_files import shipped

    return read_templates(folder) if folder else shipped


def _until_stopped(work: Callable[..., Result], label: str, stopped: str, *, quiet: bool) -> Result:
    """Do work that tells ``on_done`` how far it is; Ctrl-C ends it in words and with 130."""
    with ExitStack() as open_meanwhile:
        try:
            return work(on_done=_progress(open_meanwhile, label, quiet=quiet))
        except KeyboardInterrupt:
            typer.echo(f"\n{stopped}", err=True)
            raise typer.Exit(130) from None


def _progress(until_done: ExitStack, label: str, *, quiet: bool) -> Callable[[int, int], None]:
    """What hears of each athlete done, and moves a bar on a terminal."""
    if quiet or not sys.stderr.isatty():
        return lambda _done, _all: None
    bars: list[Any] = []

    def moved(done: int, whole: int) -> None:
        if not bars:
            shown = typer.progressbar(length=whole, label=label, file=sys.stderr)
            bars.append(until_done.enter_context(shown))
        bars[0].update(done - bars[0].pos)

    return moved


def _server(
    sender: str, host: str | None, port: str | None, user: str | None, security: str | None
) -> MailServer:
    """The mail server; all that is missing for sending is told at once."""
    from scheduler.mail.settings import read_settings

    missing = () if sender else (Problem(place="--from", text=mail_told.NO_SENDER),)
    try:
        server = read_settings(os.environ, host=host, port=port, user=user, security=security)
    except BadInput as wrong:
        raise BadInput(mail_told.FOR_SENDING, (*missing, *wrong.problems)) from wrong
    if missing:
        raise BadInput(mail_told.FOR_SENDING, missing)
    return server


def _drafted(request: Request, *, quiet: bool) -> Mailed:
    from scheduler.mail_desk.letters import write_drafts
    from scheduler.mail_desk.post import post_of

    post = post_of(request, sending=False)
    written = partial(write_drafts, request, post, clock.now())
    told = _until_stopped(written, mail_told.WRITING, mail_told.STOPPED_BY_YOU, quiet=quiet)
    return post, told, None


def _ask(request: Request, server: MailServer, post: Post, *, may_ask: bool) -> None:
    """Show what would go out, and go on after a yes only; a program that reads cannot say it."""
    from scheduler.mail.journal import JOURNAL, Journal
    from scheduler.mail_desk.letters import composer
    from scheduler.render.terminal_mail import preview_text

    if not (may_ask and _at_a_terminal()):
        typer.echo(mail_told.NEEDS_YES, err=True)
        raise typer.Exit(2)
    compose = composer(request, post, Journal.read(post.home / JOURNAL))
    first = compose(post.due[0][1])
    say(preview_text(post, server, request.sender, first, width=width()))
    ask = mail_told.ASK.format(letters=mail_told.letters(len(post.due)))
    try:
        agreed = typer.confirm(f"\n{ask}")
    except typer.Abort:
        say(f"\n{mail_told.NOTHING_SENT}")
        raise typer.Exit(130) from None
    if not agreed:
        say(mail_told.NOTHING_SENT)
        raise typer.Exit(0)


def _at_a_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _sent(
    request: Request,
    server: MailServer,
    per_minute: int,
    look: Callable[[Post], None] | None,
    *,
    quiet: bool,
) -> Mailed:
    """Send what is due, after a look at it where one is wanted."""
    from scheduler.mail_desk.letters import send_letters, told_of
    from scheduler.mail_desk.post import post_of

    post = post_of(request, sending=True)
    if post.due and look:
        look(post)
    with ExitStack() as open_while_sending:
        moved = _progress(open_while_sending, mail_told.SENDING, quiet=quiet)

        def told(progress: Progress) -> None:
            if progress.wait_s and not quiet:
                text = mail_told.WAITING.format(seconds=progress.wait_s, reason=progress.reason)
                typer.echo(f"\n{text}", err=True)
            moved(progress.done, progress.total)

        report = send_letters(
            request,
            post,
            server,
            clock=clock.now,
            sleep=time.sleep,
            per_minute=per_minute,
            on_progress=told,
        )
    return post, tuple(told_of(post, report)), report


def _say_mailed(
    post: Post,
    told: Sequence[Told],
    report: Report | None,
    *,
    quiet: bool,
    as_json: bool,
    week: bool,
) -> None:
    """What became of the letters; ends with 3 where one is not known to have gone out."""
    from scheduler.render.terminal_mail import mailed_json, mailed_text

    every = (*told, *post.left_out)
    if as_json:
        say(mailed_json(every))
    elif not quiet:
        nobody = mail_told.NO_ONE_THIS_WEEK if week else mail_told.NO_ONE
        hint = mail_told.OPEN_THEM if any(one.what == "drafted" for one in told) else ""
        head = "" if told or post.problems else nobody
        parts = (mailed_text(every, width=width()), head, hint)
        say("\n\n".join(part for part in parts if part))
    problems = (*post.problems, *_index_follows(post))
    for problem in problems:
        typer.echo(problem, err=True)
    if report and report.stopped:
        typer.echo(mail_told.STOPPED.format(reason=report.stopped), err=True)
    if report and report.interrupted:
        typer.echo(mail_told.STOPPED_BY_YOU, err=True)
        raise typer.Exit(130)
    failed = {"refused", "unsure", "not-tried", "not-written"} & {one.what for one in every}
    raise typer.Exit(3 if failed or problems else 0)


def _index_follows(post: Post) -> tuple[str, ...]:
    """Tell the coach's index what was mailed; in lines what stood in the way."""
    from scheduler.roster.mailed import refresh

    try:
        refresh(post.home)
    except BadInput as wrong:
        return tuple(str(wrong).splitlines())
    return ()


def _refuse_idle(
    send: bool, yes: bool, page_of_week: bool, options: tuple[str | None, ...]
) -> None:
    """Options that would do nothing."""
    if page_of_week:
        raise typer.BadParameter(mail_told.NO_PAGE, param_hint="'--page'")
    names = ("--host", "--port", "--user", "--security")
    idle = [name for name, value in zip(names, options, strict=True) if value is not None]
    idle += ["--yes"] if yes else []
    if idle and not send:
        raise typer.BadParameter(mail_told.WITH_SEND, param_hint=f"'{idle[0]}'")
