"""Arguments and options that commands share, as the command line reads them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Annotated, Final

import typer

from scheduler.words import commands as words
from scheduler.words import logbook_help, mail_told, templates

YEARS: Final = (2000, 2200)  # between them every sum of dates and weeks stays a date


def read_date(text: str) -> date:
    """A day written as 2026-11-22.

    Raises:
        typer.BadParameter: it is none.
    """
    try:
        day = date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None
    except ValueError:
        day = None
    if day is None or not YEARS[0] <= day.year < YEARS[1]:
        raise typer.BadParameter(words.not_a_date(text))
    return day


Today = Annotated[
    date | None,
    typer.Option(parser=read_date, metavar="DATE", help="Plan as on that day, as in 2026-11-22."),
]
Json = Annotated[bool, typer.Option("--json", help="Print the record, for programs.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print no summary.")]
TemplatesFolder = Annotated[
    Path | None, typer.Option("--templates", metavar="DIR", help=templates.OPTION)
]

ProfileFile = Annotated[Path, typer.Argument(metavar="PROFILE", help="The athlete's .toml.")]
What = Annotated[
    str | None, typer.Argument(metavar="[WHAT]", help=logbook_help.WHAT, show_default=False)
]
Said = Annotated[
    list[str] | None,
    typer.Argument(metavar="[DATE]...", help=logbook_help.SAID, show_default=False),
]
OneDay = Annotated[str, typer.Argument(metavar="[DATE]", help=logbook_help.DAY)]
LogToday = Annotated[
    date | None,
    typer.Option(parser=read_date, metavar="DATE", help=logbook_help.TODAY),
]
LogQuiet = Annotated[bool, typer.Option("--quiet", "-q", help=logbook_help.QUIET)]

MailSource = Annotated[Path, typer.Argument(metavar="DIR|RECORD", help=mail_told.SOURCE)]
MailSender = Annotated[
    str,
    typer.Option(
        "--from",
        metavar="ADDRESS",
        help=mail_told.SENDER,
        envvar="OSTEON_MAIL_FROM",
        show_envvar=False,
    ),
]
MailHost = Annotated[str | None, typer.Option("--host", metavar="NAME", help=mail_told.HOST)]
MailPort = Annotated[str | None, typer.Option("--port", metavar="N", help=mail_told.PORT)]
MailUser = Annotated[str | None, typer.Option("--user", metavar="NAME", help=mail_told.USER)]
MailSecurity = Annotated[
    str | None, typer.Option("--security", metavar="KIND", help=mail_told.SECURITY)
]
PerMinute = Annotated[int, typer.Option(min=1, metavar="N", help=mail_told.PER_MINUTE)]
MailAgain = Annotated[
    list[str] | None, typer.Option("--again", metavar="PLAN_ID", help=mail_told.AGAIN)
]
