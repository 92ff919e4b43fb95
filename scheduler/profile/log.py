"""The [[log]]: what really happened, and all that cannot have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.model.profile import LogEntry, LogWhat
from scheduler.profile.contradictions import contradictions
from scheduler.profile.fields import choice, day, whole
from scheduler.words.logbook import in_file

if TYPE_CHECKING:
    from datetime import date

    from scheduler.profile.table import Table

MOST_MINUTES: Final = 1440  # of a day


def read_log(root: Table, today: date, start: date | None) -> tuple[LogEntry, ...]:
    """The [[log]] entries in their order, free of contradictions or with each one reported.

    No run, illness or pause begins after today; an illness may last longer, and a resume may come
    later. ``start`` is the first day of the plan: runs and illnesses lie on or after it, a pause
    may begin before; None where it is not known. ``did`` with no minutes is read as ``missed``.
    """
    entries, tables = read_entries(root)
    for clash in contradictions(entries, today, start):
        tables[clash.index].report(clash.key, in_file(clash, entries, today, start))
    return tuple(entries.values())


def read_entries(root: Table) -> tuple[dict[int, LogEntry], tuple[Table, ...]]:
    """The entries that can be read, each by its place in the log, and all tables of the log."""
    tables = root.tables("log")
    read = {index: _entry(table) for index, table in enumerate(tables)}
    return {index: entry for index, entry in read.items() if entry is not None}, tables


def _entry(table: Table) -> LogEntry | None:
    """One entry; None where it cannot be used."""
    before = len(table.findings.problems)
    on = table.required("date", day())
    what = table.required("what", choice(LogWhat))
    ran, ill = what is LogWhat.DID, what is LogWhat.ILL
    take = table.required if ran else table.optional
    minutes = take("minutes", whole(0, MOST_MINUTES))
    until = table.required("until", day()) if ill else table.optional("until", day())
    table.close()
    for key, value, fits, word in (("minutes", minutes, ran, "did"), ("until", until, ill, "ill")):
        if value is not None and what is not None and not fits:
            table.report(key, f'found {value}; it belongs to what = "{word}"')
    if on is None or what is None or len(table.findings.problems) > before:
        return None
    if ran and minutes == 0:
        return LogEntry(date=on, what=LogWhat.MISSED)
    return LogEntry(date=on, what=what, minutes=minutes, until=until)
