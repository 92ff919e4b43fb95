"""All files of a plan as bytes by name: calendar, page, and the record with their digests."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from scheduler.model.record import Record
from scheduler.record import record_of, to_json
from scheduler.render import calendar_and_page
from scheduler.template_files import from_folder, shipped

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from scheduler.model.plan import Plan
    from scheduler.template_files import Templates


def read_templates(folder: Path) -> Templates:
    """A coach's own templates, tried on an example: docs/templates.md says what they may do.

    Raises:
        BadInput: with every file that is no template or cannot be read as one; or with the first
            fault of those that can.
    """
    from scheduler.template_trial import try_on

    templates = from_folder(folder)
    try_on(templates)
    return templates


def render_files(
    plan: Plan | Record, *, templates: Callable[[str], str] | None = None
) -> dict[str, bytes]:
    """The files of a plan by name: calendar, page and record, in the order to write them.

    ``<plan_id>.ics``, where the profile asks for it ``<plan_id>.busy.ics``, then ``<plan_id>.html``
    and ``<plan_id>.json``, the record, which holds the digests of the others. A plan gives its
    first publication; give the record that ``next_record`` makes to go on from one. ``templates``
    are a coach's own, from ``read_templates``. The same plan gives the same bytes.

    Raises:
        BadInput: a coach's template is broken.
    """
    record = plan if isinstance(plan, Record) else record_of(plan)
    return with_files(record, templates)[1]


def with_files(
    record: Record, templates: Callable[[str], str] | None = None
) -> tuple[Record, dict[str, bytes]]:
    """The record with the digests of its files, and all of them by name, itself last.

    Raises:
        BadInput: a coach's template is broken.
    """
    files = calendar_and_page(replace(record, files={}), templates or shipped)
    digests = {name: sha256(data).hexdigest() for name, data in sorted(files.items())}
    record = replace(record, files=digests)
    return record, {**files, f"{record.plan_id}.json": to_json(record)}
