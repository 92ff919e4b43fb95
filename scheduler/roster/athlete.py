"""One athlete of a roster: planned, and told as a row. Whatever goes wrong stays this athlete's.

What is wrong in a profile is told in full, but for its health answers: a coach's terminal may be a
log that others read.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import traceback
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from scheduler import __version__
from scheduler.earlier import read_record
from scheduler.errors import BadInput, CannotPlan, OwnFault, Problem
from scheduler.files import read_if_there, refuse_link_out, sweep
from scheduler.model.roster import RENEW, News, RosterAthlete, Standing
from scheduler.planner.gates import GATES
from scheduler.publish import publish
from scheduler.record.roster_row import with_record
from scheduler.words import commands
from scheduler.words import roster_news as words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from scheduler.model.record import Record

KINDS: Final = (".ics", ".html", ".json", ".busy.ics")


@dataclass(frozen=True, kw_only=True, slots=True)
class Task:
    """A profile to plan: its plan's files go to ``out / plan_id``.

    ``plan_id`` is "" where the profile does not tell it; then nothing can be written. ``told`` is
    the revision that the last finished run told of, and its day; None where it knew of no plan.
    """

    profile: Path
    plan_id: str
    out: Path
    today: date
    told: tuple[int | None, str | None] = (None, None)
    templates: Callable[[str], str] | None = None
    force: bool = False
    dry_run: bool = False

    @property
    def how_to_see(self) -> str:
        """The command that tells all of this athlete, and writes nothing."""
        out = str(self.out / self.plan_id)
        command = ("osteon", "plan", str(self.profile), "-o", out, "--dry-run")
        return subprocess.list2cmdline(command) if os.name == "nt" else shlex.join(command)


@dataclass(frozen=True, kw_only=True, slots=True)
class Done:
    """The athlete's row, what was wrong in lines for the terminal, and how many files changed."""

    athlete: RosterAthlete
    problems: tuple[str, ...] = ()
    written: int = 0


def plan_athlete(task: Task) -> Done:
    """Plan one profile as ``osteon plan`` does, and tell what came of it; never raises."""
    row = RosterAthlete(
        plan_id=task.plan_id, profile=task.profile.name, standing=Standing.UNCHANGED
    )
    try:
        return _planned(task, row)
    except CannotPlan as refusal:
        return Done(athlete=_with_published(task, _refused(task, row, refusal)))
    except BadInput as wrong:
        row = _bad_input(task, row, wrong)
        return Done(athlete=_with_published(task, row), problems=_lines(task, wrong))
    except Exception as fault:  # one athlete's fault stops no other
        told = str(fault) if isinstance(fault, OwnFault) else _place_of(fault)
        news = News(code=Standing.FAULT.code, text=words.FAULT)
        row = replace(row, standing=Standing.FAULT, news=(news,))
        return Done(athlete=_with_published(task, row), problems=(f"{task.profile}: {told}",))


def removed(folder: Path, today: date) -> RosterAthlete | None:
    """The row of a plan whose profile is gone; None where the folder holds no plan of osteon's."""
    row = RosterAthlete(plan_id=folder.name, profile="", standing=Standing.REMOVED)
    record = _published(folder / f"{folder.name}.json")
    return None if record is None else replace(with_record(row, record, today), news=())


def _planned(task: Task, row: RosterAthlete) -> Done:
    folder = task.out / task.plan_id
    if task.plan_id:
        _refuse_links(task.out, folder, task.plan_id)
        _refuse_beside(task.out, folder, task.plan_id)
        if not task.dry_run:
            sweep(folder, [f"{task.plan_id}{kind}" for kind in KINDS])
    done = publish(
        task.profile,
        folder,
        task.today,
        templates=task.templates,
        force=task.force,
        dry_run=task.dry_run,
    )
    row = replace(row, standing=_standing(done.draft.record, task.told))
    row = with_record(row, done.draft.record, task.today)
    return Done(athlete=row, written=len(done.written))


def _standing(record: Record, told: tuple[int | None, str | None]) -> Standing:
    """What the coach has not been told of, also where a run was interrupted before it told."""
    if record.is_paused:
        return Standing.PAUSED
    if told[0] is None:
        return Standing.NEW
    same = told == (record.revision, record.today.isoformat())
    return Standing.UNCHANGED if same else Standing.REVISED


def _refused(task: Task, row: RosterAthlete, refusal: CannotPlan) -> RosterAthlete:
    """The row of a refusal; which gate is closed is the athlete's."""
    if refusal.rule == "PAUSED":
        news = News(code=Standing.PAUSED.code, text=words.PAUSED_FIRST)
        return replace(row, standing=Standing.PAUSED, news=(news,))
    news = News(code=refusal.rule, text=refusal.text.partition("\n\n")[0])
    if refusal.rule in GATES:
        news = News(code=RENEW, text=words.RENEW.format(how=task.how_to_see))
    return replace(row, standing=Standing.REFUSED, news=(news,))


def _bad_input(task: Task, row: RosterAthlete, wrong: BadInput) -> RosterAthlete:
    """The row of what cannot be used: the profile, or the plan's files."""
    news = News(code=Standing.BAD_INPUT.code, text=words.FILES.format(how=task.how_to_see))
    if all(_is_health(problem) for problem in wrong.problems):
        news = News(code=RENEW, text=words.RENEW.format(how=task.how_to_see))
    elif wrong.source == str(task.profile):
        number = len(wrong.problems)
        news = replace(news, text=words.bad_input(number, row.profile, task.how_to_see))
    return replace(row, standing=Standing.BAD_INPUT, news=(news,))


def _with_published(task: Task, row: RosterAthlete) -> RosterAthlete:
    """The row with what is published of the plan, where something is."""
    record = None
    if task.plan_id:
        record = _published(task.out / task.plan_id / f"{task.plan_id}.json")
    return row if record is None else with_record(row, record, task.today)


def _published(path: Path) -> Record | None:
    try:
        record = read_record(path)
    except BadInput:
        return None
    return record if record.plan_id == path.stem else None


def _lines(task: Task, wrong: BadInput) -> tuple[str, ...]:
    """Each problem with its place; health answers as a count."""
    hidden = sum(_is_health(problem) for problem in wrong.problems)
    told = [problem for problem in wrong.problems if not _is_health(problem)]
    lines = str(BadInput(wrong.source, tuple(told))).splitlines() if told else []
    if hidden:
        lines.append(f"{task.profile}: {words.health_answers(hidden, task.how_to_see)}")
    return tuple(lines)


def _is_health(problem: Problem) -> bool:
    return problem.place == "health" or problem.place.startswith("health.")


def _place_of(fault: Exception) -> str:
    place = traceback.extract_tb(fault.__traceback__)[-1]
    where = f"{Path(place.filename).name}:{place.lineno}, osteon {__version__}"
    return commands.own_fault(f"{type(fault).__name__}: {fault}", where)


def _refuse_links(out: Path, folder: Path, plan_id: str) -> None:
    """Nothing is written through a link to a place outside of ``out``."""
    files = [folder / f"{plan_id}{kind}" for kind in KINDS]
    for path in (folder, *files):
        refuse_link_out(path, out)


def _refuse_beside(out: Path, folder: Path, plan_id: str) -> None:
    """A plan that ``osteon plan`` wrote into ``out`` itself would begin anew in its folder."""
    name = f"{plan_id}.json"
    if read_if_there(folder / name) is None and (out / name).is_file():
        files = ", ".join(path.name for path in sorted(out.glob(f"{plan_id}.*")))
        text = words.PUBLISHED_BESIDE.format(files=files, folder=folder)
        raise BadInput(str(out / name), (Problem(place="", text=text),))
