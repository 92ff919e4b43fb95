"""The main job around the pure core: read, plan, audit, record, render, and write whole files.

Nothing is written before everything is made. The record is written last: its digests tell whether
the files beside it belong to it, and the next run repairs what an interrupted one left behind.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from scheduler.errors import BadInput, CannotPlan, OwnFault, Problem
from scheduler.files import make_folder, read_if_there, write_atomically
from scheduler.model.plan import Status
from scheduler.words import commands as words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from scheduler.model.plan import Plan, Session
    from scheduler.model.profile import Assumption, Profile
    from scheduler.model.record import Change, Record

ORDER: Final = (".ics", ".html", ".json")
MARKS: Final = {".ics": b"PRODID:-//osteon", ".html": b'content="osteon '}
MARK_WITHIN: Final = 4096  # bytes from the start in which a file says who wrote it


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """A record made from a profile and not yet written.

    ``assumptions`` are the defaults that were taken, ``notes`` edits that were seen and not used.
    """

    record: Record
    assumptions: tuple[Assumption, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Published:
    """What a run of ``plan`` did.

    ``paths`` are all files of the plan, calendar first; ``written`` those whose bytes changed.
    ``changes`` are this revision's, empty on the first and where nothing changed.
    """

    draft: Draft
    paths: tuple[Path, ...]
    written: tuple[Path, ...]
    changes: tuple[Change, ...]


def publish(profile_path: Path, out_dir: Path, today: date, *, force: bool = False) -> Published:
    """Make the plan of a profile and write <plan_id>.ics, .html and .json (the record) to a folder.

    A record that is there is revised; where nothing changed, nothing is written. ``force`` replaces
    files that osteon did not write, and a record that cannot be read.

    Raises:
        BadInput: profile, record or folder cannot be used, or a file there is not osteon's.
        CannotPlan: no plan keeps the rules, a gate is closed, or the past would change.
        OwnFault: the plan made here failed the audit.
    """
    previous = _published(profile_path, out_dir, force=force)
    made = draft(profile_path, today, previous)
    made, files = _rendered(made)
    paths = {name: out_dir / name for name in sorted(files, key=_place)}
    before = {name: read_if_there(path) for name, path in paths.items()}
    if not force:
        _refuse_foreign(out_dir, before)
    make_folder(out_dir)
    changed = [name for name in paths if files[name] != before[name]]
    for name in changed:
        write_atomically(paths[name], files[name])
    made = replace(made, notes=(*made.notes, *_left_behind(out_dir, made.record)))
    return Published(
        draft=made,
        paths=tuple(paths.values()),
        written=tuple(paths[name] for name in changed),
        changes=_changes(made.record, previous),
    )


def draft(profile_path: Path, today: date, previous: Record | None = None) -> Draft:
    """What ``publish`` would write of a profile, after ``previous``; nothing is written.

    Raises:
        BadInput, CannotPlan, OwnFault: as ``publish``.
    """
    from scheduler.planner import make_plan
    from scheduler.profile import read_profile
    from scheduler.record import record_of

    _refuse_record(profile_path)
    profile = read_profile(profile_path, today, start=previous.start if previous else None)
    notes: tuple[str, ...] = ()
    if previous:
        profile, notes = _as_begun(profile, previous)
    plan = make_plan(profile, today, previous)
    _audit(plan)
    if previous:
        _refuse_changed_past(plan, previous)
    return Draft(record=record_of(plan, previous), assumptions=profile.assumptions, notes=notes)


def read_record(path: Path) -> Record:
    """The record in a file.

    Raises:
        BadInput: the file is not there, or is no whole record.
    """
    from scheduler.record import from_json

    data = read_if_there(path)
    if data is None:
        raise _bad(path, words.NO_SUCH_FILE)
    return from_json(data, str(path))


def _published(profile_path: Path, out_dir: Path, *, force: bool) -> Record | None:
    """The record of an earlier run; None without one, or where force passes over a bad one."""
    from scheduler.profile import read_plan_id

    _refuse_record(profile_path)
    plan_id = read_plan_id(profile_path)
    path = out_dir / f"{plan_id}.json"
    if plan_id is None or read_if_there(path) is None:
        return None
    try:
        record = read_record(path)
    except BadInput as wrong:
        if force:
            return None
        hint = Problem(place="", text=words.AFRESH)
        raise BadInput(wrong.source, (*wrong.problems, hint)) from wrong
    if record.plan_id != plan_id:
        problem = Problem(place="plan_id", text=words.other_plan(record.plan_id))
        raise BadInput(str(path), (problem,))
    return record


def _refuse_record(profile_path: Path) -> None:
    if profile_path.suffix.lower() == ".json":
        raise _bad(profile_path, words.RECORD_AS_PROFILE)


def _as_begun(profile: Profile, previous: Record) -> tuple[Profile, tuple[str, ...]]:
    """The profile with [running] as first published, and what was edited there in vain."""
    from scheduler.record.baseline import baseline_of, running_of

    now = baseline_of(profile.running)
    notes = tuple(
        words.not_used(f"running.{key}", now[key], was)
        for key, was in previous.baseline.items()
        if key in now and now[key] != was
    )
    return replace(profile, running=running_of(previous.baseline)), notes


def _audit(plan: Plan) -> None:
    from scheduler.rules import audit_plan

    breaches = audit_plan(plan)
    if breaches:
        lines = "\n".join(f"{breach.rule}: {breach.text}" for breach in breaches)
        raise OwnFault(f"{words.OWN_PLAN_FAILED}\n{lines}")


def _refuse_changed_past(plan: Plan, previous: Record) -> None:
    if plan.today <= previous.start:
        return
    changed = _facts(plan.sessions, plan.today) ^ _facts(previous.sessions, plan.today)
    if changed:
        raise CannotPlan("past-would-change", words.past_would_change(min(changed)[0]))


def _facts(sessions: Iterable[Session], today: date) -> set[tuple[date, str, str, int, int]]:
    """What was to be run before today; wording and clock times are not counted."""
    return {
        (session.date, session.uid, str(session.kind), session.minutes, session.quality_minutes)
        for session in sessions
        if session.date < today and session.status is Status.CONFIRMED
    }


def _rendered(made: Draft) -> tuple[Draft, dict[str, bytes]]:
    """The draft with the digests of its files in its record, and all files by name."""
    from scheduler.record import to_json
    from scheduler.render import render_files

    files = dict(render_files(replace(made.record, files={})))
    digests = {name: sha256(data).hexdigest() for name, data in sorted(files.items())}
    record = replace(made.record, files=digests)
    files[f"{record.plan_id}.json"] = to_json(record)
    return replace(made, record=record), files


def _place(name: str) -> tuple[int, int, str]:
    """The full calendar first: its name is the shorter one."""
    return (ORDER.index(Path(name).suffix), len(name), name)


def _left_behind(out_dir: Path, record: Record) -> tuple[str, ...]:
    """A busy calendar of an earlier revision, said until it is gone: nothing keeps it true."""
    name = f"{record.plan_id}.busy.ics"
    data = None if record.publication.busy else read_if_there(out_dir / name)
    return (words.left_behind(name),) if data is not None and _ours(name, data) else ()


def _refuse_foreign(out_dir: Path, before: dict[str, bytes | None]) -> None:
    foreign = tuple(
        Problem(place=name, text=words.NOT_OURS)
        for name, data in before.items()
        if data is not None and not _ours(name, data)
    )
    if foreign:
        raise BadInput(str(out_dir), foreign)


def _ours(name: str, data: bytes) -> bool:
    mark = MARKS.get(Path(name).suffix)
    return mark is None or mark in data[:MARK_WITHIN]


def _changes(record: Record, previous: Record | None) -> tuple[Change, ...]:
    if previous is None or record.revision == previous.revision:
        return ()
    return tuple(change for change in record.changes if change.revision == record.revision)


def _bad(path: Path, text: str) -> BadInput:
    return BadInput(str(path), (Problem(place="", text=text),))
