"""The main job around the pure core: read, plan, audit, record, render, and write whole files.

Nothing is written before everything is made. The record is written last: its digests tell whether
the files beside it belong to it, and the next run repairs what an interrupted one left behind.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from scheduler.earlier import earlier, is_ours
from scheduler.errors import BadInput, CannotPlan, Problem, SchedulerError
from scheduler.files import keep_aside, make_folder, read_if_there, refuse_file, write_atomically
from scheduler.model.log import illnesses
from scheduler.words import commands as words
from scheduler.words import pausing as pause_words
from scheduler.words.language import is_spoken

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from scheduler.earlier import Earlier
    from scheduler.model.profile import Assumption, Profile
    from scheduler.model.record import Change, Record


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

    ``paths`` are all files of the plan, calendar first; ``written`` those whose bytes changed, or
    would have in a dry run. ``revised`` says whether a revision followed one published before;
    ``changes`` are its sessions, empty where notes, names or the page alone changed.
    """

    draft: Draft
    paths: tuple[Path, ...]
    written: tuple[Path, ...]
    changes: tuple[Change, ...]
    revised: bool


def publish(
    profile_path: Path,
    out_dir: Path,
    today: date,
    *,
    templates: Callable[[str], str] | None = None,
    force: bool = False,
    dry_run: bool = False,
) -> Published:
    """Make the plan of a profile and write <plan_id>.ics, .html and .json (the record) to a folder.

    A record that is there is revised; where it is lost, the calendar beside it is read back. Where
    nothing changed, nothing is written. ``force`` replaces files that osteon did not write, and
    keeps aside a record that cannot be read. With ``dry_run`` all is made and nothing written.
    ``templates`` are a coach's own, from ``read_templates``.

    Raises:
        BadInput: profile, record, folder, template or a file there cannot be used.
        CannotPlan: no plan keeps the rules, or a gate is closed; a published plan is then paused.
        OwnFault: the plan made here failed the audit.
    """
    from scheduler.plan_files import with_files

    before = _found_there(profile_path, out_dir, today, force=force)
    previous = before.published or before.record
    made, refusal = _continued_or_held(profile_path, today, before, dry_run=dry_run)
    record, files = with_files(made.record, templates)
    paths = {out_dir / name: data for name, data in files.items()}
    changed = _changed(out_dir, paths, force=force)
    if not dry_run:
        _write(out_dir, before, {path: paths[path] for path in changed})
    if refusal is not None:
        raise refusal
    return Published(
        draft=replace(made, record=record, notes=(*made.notes, *_left_behind(out_dir, record))),
        paths=tuple(paths),
        written=changed,
        changes=_changes(record, previous),
        revised=previous is not None and record.revision > previous.revision,
    )


def _found_there(profile_path: Path, out_dir: Path, today: date, *, force: bool) -> Earlier:
    """What of an earlier run to go on from."""
    _refuse_record(profile_path)
    refuse_file(out_dir)
    found = earlier(profile_path, out_dir, today, force=force)
    return _unless_cut_short(profile_path, out_dir, today, found)


def _unless_cut_short(profile_path: Path, out_dir: Path, today: date, before: Earlier) -> Earlier:
    """What to go on from: the record itself, where a run from it wrote the calendar that is there.

    Then that run was interrupted, and is made again as if it had not been.
    """
    known = before.published
    if known is None or not before.in_words:
        return before
    from scheduler.render.calendar_file import render_calendar

    try:
        made = _drafted(profile_path, _read(profile_path, today, known), today, known)
    except SchedulerError:
        return before
    there = read_if_there(out_dir / f"{known.plan_id}.ics")
    if render_calendar(made.record) != there:
        return before
    return replace(before, record=known, in_words=False)


def _changed(out_dir: Path, files: dict[Path, bytes], *, force: bool) -> tuple[Path, ...]:
    """Which files hold something else; one that osteon did not write is refused without force."""
    there = {path: read_if_there(path) for path in files}
    if not force:
        _refuse_foreign(out_dir, {path.name: data for path, data in there.items()})
    return tuple(path for path, data in files.items() if data != there[path])


def _write(out_dir: Path, before: Earlier, files: dict[Path, bytes]) -> None:
    """Write whole files in their order, after what is broken has been kept aside."""
    make_folder(out_dir)
    for broken, kept in before.aside:
        keep_aside(broken, kept)
    for path, data in files.items():
        write_atomically(path, data)


def _continued_or_held(
    profile_path: Path, today: date, before: Earlier, *, dry_run: bool
) -> tuple[Draft, CannotPlan | None]:
    """The draft that follows; where there is none, what the calendar is to say meanwhile, and why.

    A gate that is closed now pauses the plan. Any other refusal leaves it as it is, but for the
    runs of days ill.

    Raises:
        CannotPlan: no plan, and none is published that could be held.
    """
    from scheduler.planner.gates import GATES
    from scheduler.record import paused

    known = before.record
    profile = _read(profile_path, today, known)
    try:
        return _continued(profile_path, profile, today, before), None
    except CannotPlan as refusal:
        if known is None:
            raise
        if known.is_paused:
            record, told = known, pause_words.STAYS_PAUSED
        elif refusal.rule in GATES:
            record = paused(known, max(today, known.seam))
            told = pause_words.WOULD_PAUSE if dry_run else pause_words.GATE_PAUSED
        else:
            record = _days_ill_kept_free(profile, today, known)
            told = pause_words.STAYS if record == known else pause_words.STAYS_BUT_DAYS_ILL
        text = f"{refusal.text}\n\n{told}"
        return Draft(record=record), CannotPlan(
            refusal.rule, text, refusal.tries, race=refusal.race
        )


def _days_ill_kept_free(profile: Profile, today: date, known: Record) -> Record:
    """The record without the runs of days ill: nobody is to be asked for those, plan or no plan."""
    from scheduler.record import kept_free

    days = {
        date.fromordinal(day)
        for first, last in illnesses(profile.log)
        for day in range(first.toordinal(), last.toordinal() + 1)
    }
    return kept_free(known, frozenset(days), max(today, known.seam))


def _continued(profile_path: Path, profile: Profile, today: date, before: Earlier) -> Draft:
    """The draft that follows; planned twice where sessions before it are known in words only.

    The first plan tells which of them are what they were, so that the second changes no event for
    want of its steps.
    """
    known = before.record
    if known is not None and before.in_words:
        from scheduler.record.completing import completed

        # A name that nobody has makes the first one a revision, with the messages of its plan.
        unnamed = replace(known, athlete=replace(known.athlete, name=""))
        anew = _drafted(profile_path, profile, today, unnamed).record
        known = completed(known, anew, _as_shown(anew))
    made = _drafted(profile_path, profile, today, known)
    return replace(made, notes=(*before.notes, *made.notes))


def _as_shown(record: Record) -> Record:
    """The record read back from its own calendar."""
    from scheduler.record.from_calendar import from_calendar
    from scheduler.render.calendar_file import render_calendar

    return from_calendar(render_calendar(record), f"{record.plan_id}.ics", record.plan_id)


def draft(profile_path: Path, today: date, previous: Record | None = None) -> Draft:
    """What ``publish`` would write of a profile, after ``previous``; nothing is written.

    Raises:
        BadInput, CannotPlan, OwnFault: as ``publish``.
    """
    _refuse_record(profile_path)
    return _drafted(profile_path, _read(profile_path, today, previous), today, previous)


def _read(profile_path: Path, today: date, previous: Record | None) -> Profile:
    from scheduler.profile import read_profile

    return read_profile(profile_path, today, start=previous.start if previous else None)


def _drafted(profile_path: Path, profile: Profile, today: date, previous: Record | None) -> Draft:
    from scheduler.published_profile import as_published
    from scheduler.revision import first_record, next_record

    if previous is None:
        record = first_record(profile, today)
        notes = _not_spoken(record, None)
        return Draft(record=record, assumptions=profile.assumptions, notes=notes)
    asked, today = today, max(today, previous.today)
    profile, notes = as_published(profile_path, profile, previous, today)
    notes += _not_earlier(asked, today)
    record = next_record(profile, today, previous)
    notes += _not_spoken(record, previous)
    return Draft(record=record, assumptions=profile.assumptions, notes=notes)


def _refuse_record(profile_path: Path) -> None:
    if profile_path.suffix.lower() == ".json":
        raise _bad(profile_path, words.RECORD_AS_PROFILE)


def _not_earlier(asked: date, used: date) -> tuple[str, ...]:
    """A word on a day that lies before the last revision; a traveller's day needs none."""
    return (pause_words.day_before_revision(asked, used),) if (used - asked).days > 1 else ()


def _not_spoken(record: Record, previous: Record | None) -> tuple[str, ...]:
    """A word where the athlete's language is not spoken, once: when it is asked for first."""
    tag = record.athlete.language
    if is_spoken(tag) or (previous is not None and previous.athlete.language == tag):
        return ()
    return (words.language_not_spoken(tag),)


def _left_behind(out_dir: Path, record: Record) -> tuple[str, ...]:
    """A busy calendar of an earlier revision, said until it is gone: nothing keeps it true."""
    name = f"{record.plan_id}.busy.ics"
    data = None if record.publication.busy else read_if_there(out_dir / name)
    return (words.left_behind(name),) if data is not None and is_ours(name, data) else ()


def _refuse_foreign(out_dir: Path, before: dict[str, bytes | None]) -> None:
    foreign = tuple(
        Problem(place=name, text=words.NOT_OURS)
        for name, data in before.items()
        if data and not is_ours(name, data)  # an empty file holds nothing to lose
    )
    if foreign:
        raise BadInput(str(out_dir), foreign)


def _changes(record: Record, previous: Record | None) -> tuple[Change, ...]:
    if previous is None or record.revision == previous.revision:
        return ()
    return tuple(change for change in record.changes if change.revision > previous.revision)


def _bad(path: Path, text: str) -> BadInput:
    return BadInput(str(path), (Problem(place="", text=text),))
