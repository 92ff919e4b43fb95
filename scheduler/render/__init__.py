"""Renderers: a record in, bytes out. Loaded on use, as icalendar and Jinja2 start slowly."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from scheduler.model.record import Record

FORMATS: Final = {
    "ics": "scheduler.render.calendar_file:render_calendar",
    "busy.ics": "scheduler.render.busy_file:render_busy",
    "html": "scheduler.render.page:render_page",
}


def calendar_and_page(record: Record, load: Callable[[str], str]) -> dict[str, bytes]:
    """The files of a plan but for its record: ``<plan_id>.ics`` and ``<plan_id>.html``.

    Where the record asks for it, ``<plan_id>.busy.ics`` as well. ``load`` gives a template's text
    by its name below ``templates/``.

    Raises:
        BadInput: a coach's template is broken.
    """
    files = {f"{record.plan_id}.ics": _renderer("ics")(record)}
    if record.publication.busy:
        files[f"{record.plan_id}.busy.ics"] = _renderer("busy.ics")(record)
    files[f"{record.plan_id}.html"] = _renderer("html")(record, load)
    return files


def _renderer(name: str) -> Any:
    module, _, function = FORMATS[name].partition(":")
    return getattr(import_module(module), function)
