"""A coach's templates tried on an example: a fault is met once, and before any athlete's plan.

What a template does only for a plan unlike these is met where that plan is made.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from scheduler.model.record import Change
from scheduler.planner import make_plan
from scheduler.profile import read_profile
from scheduler.record import paused, record_of
from scheduler.render.letter_view import letter_content
from scheduler.render.letter_week import week_content
from scheduler.render.page import render_page
from scheduler.render.templates import fill
from scheduler.resources import data_dir
from scheduler.words.language import language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scheduler.model.record import Record
    from scheduler.template_files import Templates

EXAMPLE: Final = "two-races-and-a-holiday.toml"
DAY: Final = date(2026, 11, 22)  # on which all examples plan
EVERY_WEEKS: Final = 5  # of the example: a week off, a return, a recovery and a race are among them
COACH: Final = "Jo Brown"
NOTE: Final = "Well done.\nSee you on Tuesday."


def try_on(templates: Templates) -> None:
    """Fill every template in, for a plan that is new, one that has changed and one that is paused.

    Raises:
        BadInput: one of them is broken.
    """
    for record in _examples():
        say = language(record.athlete.language)
        render_page(record, templates)
        for week in record.weeks[::EVERY_WEEKS]:
            letter = letter_content(record, week.starts_on, say, since=None, page=False)
            fill(templates, "letter.txt.j2", letter)
            fill(templates, "letter.html.j2", letter)
            fill(templates, "week.txt.j2", week_content(record, week, week.starts_on, say))


def _examples() -> Iterator[Record]:
    first = record_of(make_plan(read_profile(data_dir("profiles") / EXAMPLE, DAY), DAY))
    yield first
    told = Change(
        revision=1, on=DAY, uid=first.sessions[0].uid, what="moved", old=f"{DAY}", new=f"{DAY}"
    )
    yield replace(
        first,
        revision=1,
        changes=(told,),
        coach=COACH,
        limits_set_by=COACH,
        publication=replace(first.publication, note=NOTE),
    )
    yield paused(first, first.start)
