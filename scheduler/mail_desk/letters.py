"""Letters that are due, made one at a time: as drafts in the folder, or on their way.

The journal in the folder learns what each athlete was mailed.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from scheduler.earlier import read_record
from scheduler.errors import BadInput, Problem
from scheduler.files import refuse_link_out, write_atomically
from scheduler.mail.facts import Fact, What
from scheduler.mail.journal import JOURNAL, Journal, held
from scheduler.mail.sending import send
from scheduler.mail_desk.post import Told
from scheduler.model.letter import about_plan
from scheduler.render.letter import plan_letter, week_letter
from scheduler.render.page import render_page
from scheduler.words import mail_told as words
from scheduler.words.sending import PLAN_CHANGED

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from scheduler.mail.report import Order, Progress, Report
    from scheduler.mail.settings import MailServer
    from scheduler.mail_desk.post import Plan, Post, Request
    from scheduler.model.letter import Letter
    from scheduler.model.record import Record

EML: Final = {False: ".eml", True: ".week.eml"}


def write_drafts(
    request: Request,
    post: Post,
    now: dt.datetime,
    on_done: Callable[[int, int], None] = lambda _done, _all: None,
) -> tuple[Told, ...]:
    """Write a draft of each letter that is due, and note it.

    ``on_done`` hears how many are done, and of how many.

    Raises:
        BadInput: another run is mailing from this folder, or the disk does not take a draft.
    """
    done: list[Told] = []
    if not post.due:
        return ()
    with held(post.home / JOURNAL) as journal:
        compose = composer(request, post, journal)
        for plan, order in post.due:
            told = _told_of_draft(plan, order)
            try:
                letter = compose(order)
                path = plan.record.with_name(f"{plan.plan_id}{EML[request.week]}")
                refuse_link_out(path, post.home)
                write_atomically(path, letter.data)
            except BadInput as wrong:
                done.append(replace(told, what="not-written", reason=str(wrong)))
            else:
                journal.note(_drafted(order, now))
                done.append(told)
            on_done(len(done), len(post.due))
    return tuple(done)


def send_letters(
    request: Request,
    post: Post,
    server: MailServer,
    *,
    clock: Callable[[], dt.datetime],
    sleep: Callable[[float], object],
    per_minute: int,
    on_progress: Callable[[Progress], object],
) -> Report:
    """Send each letter that is due; see ``scheduler.mail.sending.send``."""
    compose = composer(request, post, Journal.read(post.home / JOURNAL), clock)
    return send(
        [order for _, order in post.due],
        server,
        post.home / JOURNAL,
        compose=compose,
        clock=clock,
        sleep=sleep,
        per_minute=per_minute,
        again=request.again,
        on_progress=on_progress,
    )


def composer(
    request: Request,
    post: Post,
    journal: Journal,
    clock: Callable[[], dt.datetime] | None = None,
) -> Callable[[Order], Letter]:
    """What makes a letter of an order when it is due: a draft, or dated by the clock."""
    plans = {order.key: plan for plan, order in post.due}

    def more(record: Record) -> dict[str, Any]:
        """What the letter with a plan takes beside."""
        page = render_page(record, request.load) if request.with_page else None
        return {"page": page, "since": journal.mailed_before(record.plan_id, record.revision)}

    def compose(order: Order) -> Letter:
        record = read_record(plans[order.key].record)
        now = about_plan(record.revision, record.today)
        if not (request.week or order.about.startswith(now)):
            raise BadInput(order.plan_id, (Problem(place="", text=PLAN_CHANGED),))
        made = partial(
            week_letter if request.week else plan_letter,
            record,
            request.today,
            load=request.load,
            sender=request.sender,
            sent_at=clock() if clock else None,
        )
        letter = made() if request.week else made(**more(record))
        if letter is None:
            raise BadInput(order.plan_id, (Problem(place="", text=words.left("no-week", 1)),))
        return replace(letter, about=order.about)

    return compose


def _drafted(order: Order, now: dt.datetime) -> Fact:
    return Fact(
        plan_id=order.plan_id,
        about=order.about,
        what=What.DRAFTED,
        revision=order.revision,
        on=now,
    )


def _told_of_draft(plan: Plan, order: Order) -> Told:
    return Told(
        plan_id=plan.plan_id,
        name=plan.name,
        about=order.about,
        what="drafted",
        reason="" if plan.email else words.NO_TO,
    )


def told_of(post: Post, report: Report) -> Iterator[Told]:
    """What became of each letter that was to be sent."""
    names = {order.key: plan.name for plan, order in post.due}
    listed = [("sent", order, "") for order in report.sent]
    listed += [("unchanged", order, "") for order in report.skipped]
    listed += [("unsure", order, "") for order in report.unsure]
    listed += [("refused", each.order, each.reason) for each in report.refused]
    listed += [("not-tried", order, "") for order in report.not_tried]
    for what, order, reason in listed:
        yield Told(
            plan_id=order.plan_id,
            name=names[order.key],
            about=order.about,
            what=what,
            reason=reason,
        )
