"""The whole roster: who is to be planned, on how many cores, and what is written at the end.

Athletes are planned one by one, each in a process of its own or shared with others; what comes back
is a row, so that a thousand athletes take no more memory than ten. Index and ``roster.json`` are
written last, when every athlete's files are.
"""

from __future__ import annotations

import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import connection, get_context, parent_process
from typing import TYPE_CHECKING, Final

from scheduler import __version__
from scheduler.errors import BadInput
from scheduler.files import read_if_there
from scheduler.model.roster import Roster, RosterAthlete, Standing
from scheduler.record import told_before
from scheduler.roster.athlete import Done, Task, plan_athlete, removed
from scheduler.roster.mailed import with_mail
from scheduler.roster.profiles import found_in
from scheduler.roster.writing import ROSTER, begin, write_roster

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from scheduler.record.roster_file import Told
    from scheduler.roster.profiles import Entry

ALONE: Final = 6  # athletes: so many take less time than another process to start
MOST_PROCESSES: Final = 61  # as many as Windows can wait for
SHARE: Final = 4  # athletes that a process takes at a time


@dataclass(frozen=True, kw_only=True, slots=True)
class RosterRun:
    """What a run made: the roster, problems in lines, and how many files were written.

    ``strangers`` are TOML files in the folder that are no profiles, by name.
    """

    roster: Roster
    problems: tuple[str, ...]
    written: int
    strangers: tuple[str, ...] = ()

    @property
    def exit_code(self) -> int:
        """5 where osteon failed, 3 where input was bad, 0 where all went well or was refused."""
        standings = {athlete.standing for athlete in self.roster.athletes}
        if Standing.FAULT in standings:
            return 5
        return 3 if self.problems else 0


def run_roster(
    folder: Path,
    out: Path,
    today: date,
    *,
    templates: Callable[[str], str] | None = None,
    force: bool = False,
    dry_run: bool = False,
    jobs: int | None = None,
    on_done: Callable[[int, int], None] = lambda _done, _all: None,
) -> RosterRun:
    """Plan every profile of a folder into ``out / plan_id``, then write roster and index.

    ``templates`` are a coach's own. ``jobs`` is how many processes share the work, all cores of
    this machine where None; ``on_done`` hears how many athletes are done, and of how many. With
    ``dry_run`` all is made and nothing written.

    Raises:
        BadInput: the folder holds no profile, plan_ids stand twice, or ``out`` cannot be written;
            nothing is written then.
    """
    found = found_in(folder)
    with begin(out, force=force, dry_run=dry_run):
        task = partial(Task, today=today, templates=templates, force=force, dry_run=dry_run)
        tasks = _tasks(found.entries, out, task)
        done: list[Done] = []
        for one in _shared_out(tasks, jobs or _cores()):
            done.append(one)
            on_done(len(done), len(tasks))
        rows = [one.athlete for one in done] + _removed(out, tasks, today)
        roster, files, problems = _told(out, today, rows, dry_run=dry_run)
    return RosterRun(
        roster=roster,
        problems=(*(line for one in done for line in one.problems), *problems),
        written=sum(one.written for one in done) + files,
        strangers=found.strangers,
    )


def _tasks(entries: Sequence[Entry], out: Path, task: Callable[..., Task]) -> list[Task]:
    """A task for each profile, with what the last finished run told of its plan."""
    last = told_before(read_if_there(out / ROSTER) or b"")
    told = {one.plan_id: (one.revision, one.revised_on) for one in last}
    return [
        task(
            profile=one.profile,
            plan_id=one.plan_id,
            out=out,
            told=told.get(one.plan_id, (None, None)),
        )
        for one in _known(entries, last)
    ]


def _told(
    out: Path, today: date, rows: Sequence[RosterAthlete], *, dry_run: bool
) -> tuple[Roster, int, list[str]]:
    """The roster, how many of its own files changed, and what stood in their way."""
    roster = Roster(
        generator=f"osteon {__version__}", today=today, athletes=tuple(sorted(rows, key=_order))
    )
    try:
        roster = replace(roster, athletes=with_mail(roster.athletes, out))
        return roster, 0 if dry_run else write_roster(out, roster), []
    except BadInput as wrong:
        return roster, 0, str(wrong).splitlines()


def _shared_out(tasks: Sequence[Task], jobs: int) -> Iterator[Done]:
    """Every task done, in their order; what a process leaves undone as it dies is done here."""
    processes = min(jobs, MOST_PROCESSES, -(-len(tasks) // ALONE))
    finished = 0
    if processes > 1:
        for done in _in_processes(tasks, processes):
            finished += 1
            yield done
    for task in tasks[finished:]:
        yield plan_athlete(task)


def _in_processes(tasks: Sequence[Task], processes: int) -> Iterator[Done]:
    pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_begin_work)
    try:
        yield from pool.map(plan_athlete, tasks, chunksize=SHARE)
    except BrokenProcessPool:  # killed from outside, for want of memory perhaps
        return
    finally:
        pool.shutdown(cancel_futures=True)


def _begin_work() -> None:
    """A process of ours lets its parent hear Ctrl-C, and ends when the parent does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _known(entries: Sequence[Entry], last: Sequence[Told]) -> list[Entry]:
    """The entries; one that can no longer be read keeps the plan it had on the last run."""
    taken = {entry.plan_id for entry in entries}
    before = {one.profile: one.plan_id for one in last if one.plan_id not in taken}
    return [
        replace(entry, plan_id=entry.plan_id or before.get(entry.profile.name, ""))
        for entry in entries
    ]


def _removed(out: Path, tasks: Sequence[Task], today: date) -> list[RosterAthlete]:
    """Plans in ``out`` whose profile is gone; their files stay."""
    planned = {task.plan_id for task in tasks}
    folders = sorted(out.iterdir()) if out.is_dir() else []
    gone = [path for path in folders if path.name not in planned and path.is_dir()]
    rows = (removed(path, today) for path in gone if not path.is_symlink())
    return [row for row in rows if row is not None]


def _order(athlete: RosterAthlete) -> tuple[str, str]:
    return (athlete.name.casefold(), athlete.plan_id)
