"""The files of a plan, by name; renderers are loaded when they are used."""

from __future__ import annotations

import subprocess
import sys

from scheduler.model.record import Publication
from scheduler.render import FORMATS, calendar_and_page
from scheduler.render.busy_file import render_busy
from scheduler.render.calendar_file import render_calendar
from scheduler.template_files import shipped
from tests.factories import sample_record


def test_a_plan_has_a_calendar_and_a_page_named_after_it() -> None:
    rendered = calendar_and_page(sample_record(), shipped)
    assert list(rendered) == ["sam-rotterdam-2027.ics", "sam-rotterdam-2027.html"]
    assert rendered["sam-rotterdam-2027.ics"] == render_calendar(sample_record())
    assert rendered["sam-rotterdam-2027.html"].lower().startswith(b"<!doctype html>")
    assert list(FORMATS) == ["ics", "busy.ics", "html"]


def test_a_busy_calendar_is_made_where_it_is_asked_for() -> None:
    record = sample_record(publication=Publication(busy=True))
    rendered = calendar_and_page(record, shipped)
    assert list(rendered) == [
        "sam-rotterdam-2027.ics",
        "sam-rotterdam-2027.busy.ics",
        "sam-rotterdam-2027.html",
    ]
    assert rendered["sam-rotterdam-2027.busy.ics"] == render_busy(record)


def test_naming_the_renderers_loads_none_of_their_libraries() -> None:
    check = (
        "import sys, scheduler.render, scheduler.zone_data, scheduler.words.calendar;"
        "print(sorted({'arrow', 'icalendar', 'jinja2'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
