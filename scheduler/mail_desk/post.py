"""Whose letters are due, and who is left out: the plans in a folder beside the journal of mails."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from scheduler.earlier import is_our_json, read_record
from scheduler.errors import BadInput, Problem
from scheduler.files import read_if_there
from scheduler.mail.journal import JOURNAL, Journal, State
from scheduler.mail.report import Order
from scheduler.model.letter import about_plan, about_week
from scheduler.model.plan_weeks import monday_of
from scheduler.model.roster import Standing
from scheduler.render.mail_address import athlete_mailbox, read_sender
from scheduler.roster.profiles import same_plan
from scheduler.roster.writing import ROSTER, last_roster
from scheduler.template_files import shipped
from scheduler.words import mail_told as words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from scheduler.model.record import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """What is to be mailed: ``source`` is a roster's folder or one record.

    ``week`` asks for the note of the week of ``today`` instead of the plan, ``everyone`` for those
    too whose last mail holds all there is, and ``again`` names plans whose letter shall go out
    though it did, or may have. ``load`` gives a template by its name.
    """

    source: Path
    today: dt.date
    week: bool = False
    everyone: bool = False
    sender: str = ""
    with_page: bool = False
    again: frozenset[str] = frozenset()
    load: Callable[[str], str] = shipped


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """What became of one letter; ``what`` is a key of ``words.mail_told``."""

    plan_id: str
    name: str
    about: str
    what: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """A published plan and whom it is for; its record is read again when its letter is made."""

    record: Path
    plan_id: str
    name: str
    email: str
    revision: int
    revised_on: dt.date
    has_week: bool
    removed: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Post:
    """The plans whose letters are due, those left out with why, and records that are broken.

    Of those due ``drafted`` have a draft already, which may have been sent by hand.
    """

    home: Path
    due: tuple[tuple[Plan, Order], ...]
    left_out: tuple[Told, ...]
    problems: tuple[str, ...]
    drafted: int = 0


def post_of(request: Request, *, sending: bool) -> Post:
    """Which letters are due; a draft that was made does not count where letters are sent.

    Raises:
        BadInput: the sender is no single address, there is no such folder, it holds no plan or none
            of those to mail again, or the journal is broken.
    """
    if request.sender:
        read_sender(request.sender)
    home, paths = _records(request.source)
    gone = _removed(home)
    plans, problems = [], []
    for path in paths:
        try:
            plans.append(_plan(path, request.today, gone))
        except BadInput as wrong:
            problems += str(wrong).splitlines()
    _refuse_twins(home, plans)
    _refuse_unknown(request.again - {plan.plan_id for plan in plans})
    journal, due, left_out, drafted = Journal.read(home / JOURNAL), [], [], 0
    for plan in sorted(plans, key=lambda one: (one.name.casefold(), one.plan_id)):
        about = _about(plan, request, journal, sending=sending)
        told = Told(plan_id=plan.plan_id, name=plan.name, about=about, what="")
        why = _left_out(plan, request, journal.state(plan.plan_id, about), sending=sending)
        if why:
            left_out.append(replace(told, what=why))
            continue
        try:
            due.append((plan, _order(plan, about)))
            drafted += journal.state(plan.plan_id, about) is State.DRAFTED
        except BadInput as wrong:
            left_out.append(replace(told, what="refused", reason=str(wrong)))
    return Post(
        home=home,
        due=tuple(due),
        left_out=tuple(left_out),
        problems=tuple(problems),
        drafted=drafted,
    )


def _refuse_twins(home: Path, plans: list[Plan]) -> None:
    """Two records of one plan are refused, as ``osteon plan -o`` leaves them beside a roster."""
    twins = same_plan((plan.plan_id, str(plan.record)) for plan in plans)
    problems = tuple(
        Problem(place="", text=words.TWINS.format(paths=" and ".join(paths)))
        for paths in twins.values()
    )
    if problems:
        raise BadInput(str(home), problems)


def _refuse_unknown(again: frozenset[str]) -> None:
    if again:
        text = words.NOBODY_AGAIN.format(plans=", ".join(sorted(again)))
        raise BadInput("--again", (Problem(place="", text=text),))


def _records(source: Path) -> tuple[Path, tuple[Path, ...]]:
    """The folder of the journal, and the records: one, or those of a roster's folder.

    An athlete's folder in a roster has its journal where the roster has it, one folder above.
    """
    whole = source.resolve()
    if (whole.parent / ROSTER).is_file() and (whole / f"{whole.name}.json").is_file():
        source, whole = (path / f"{whole.name}.json" for path in (source, whole))
    if whole.is_file():
        if whole.suffix != ".json":
            raise BadInput(str(source), (Problem(place="", text=words.NO_RECORD),))
        above = whole.parent.parent
        inside = whole.parent.name == whole.stem and (above / ROSTER).is_file()
        return (above if inside else source.parent), (source,)
    if not source.is_dir():
        raise BadInput(str(source), (Problem(place="", text=words.NO_SUCH),))
    beside = (path for path in source.glob("*.json") if path.is_file() and path.name != ROSTER)
    paths = [path for path in beside if is_our_json(read_if_there(path) or b"")]
    paths += [path for path in source.glob("*/*.json") if path.stem == path.parent.name]
    if not paths:
        raise BadInput(str(source), (Problem(place="", text=words.NO_RECORDS),))
    return source, tuple(sorted(paths))


def _removed(home: Path) -> frozenset[str]:
    roster = last_roster(home)
    rows = roster.athletes if roster else ()
    return frozenset(one.plan_id for one in rows if one.standing is Standing.REMOVED)


def _plan(path: Path, today: dt.date, gone: frozenset[str]) -> Plan:
    record = read_record(path)
    if record.plan_id != path.stem:
        raise BadInput(str(path), (Problem(place="plan_id", text=words.OTHER_NAME),))
    return Plan(
        record=path,
        plan_id=record.plan_id,
        name=" ".join(record.athlete.name.split()),
        email=record.athlete.email or "",
        revision=record.revision,
        revised_on=record.today,
        has_week=_has_week(record, today),
        removed=record.plan_id in gone,
    )


def _has_week(record: Record, today: dt.date) -> bool:
    return any(week.starts_on == monday_of(today) for week in record.weeks)


def _about(plan: Plan, request: Request, journal: Journal, *, sending: bool) -> str:
    """What the journal knows the letter by; one sent on an earlier day may be sent anew."""
    about = about_plan(plan.revision, plan.revised_on)
    if request.week:
        about = about_week(monday_of(request.today))
    if not (sending and request.everyone and journal.state(plan.plan_id, about) is State.SENT):
        return about
    on = journal.last_noted(plan.plan_id, about)
    is_over = on is not None and on.astimezone().date() < request.today
    return f"{about}, again {request.today}" if is_over else about


def _order(plan: Plan, about: str) -> Order:
    """The letter's order, its address as mail servers take it."""
    who = athlete_mailbox(plan.plan_id, plan.name, plan.email)
    return Order(plan_id=plan.plan_id, about=about, revision=plan.revision, recipient=who.address)


def _left_out(plan: Plan, request: Request, state: State, *, sending: bool) -> str:
    """Why a plan gets no letter, a key of ``words.mail_told``; "" where it gets one."""
    if plan.removed:
        return "removed"
    if request.week and not plan.has_week:
        return "no-week"
    if sending:
        return _not_to_send(plan, request, state)
    drafted = state in {State.DRAFTED, State.SENT, State.UNSURE}
    asked_for = request.everyone or plan.plan_id in request.again
    return "unchanged" if drafted and not asked_for else ""


def _not_to_send(plan: Plan, request: Request, state: State) -> str:
    if not plan.email:
        return "no-address"
    if plan.plan_id in request.again:
        return ""
    return {State.SENT: "unchanged", State.UNSURE: "unsure"}.get(state, "")
