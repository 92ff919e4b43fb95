"""The list of what a translator has to give holds all that plans, calendars and pages ask for."""

from __future__ import annotations

import re
from string import Formatter
from typing import TYPE_CHECKING

from scheduler.plan_files import render_files
from scheduler.revision import first_record
from scheduler.words.language import LANGUAGES
from tests.pseudo_language import CODE, Asked, AskedNouns, pseudo_language
from tests.shipped_people import PEOPLE, TODAY
from tests.texts_to_translate import nouns, texts
from tests.unit.test_language import as_it_goes_on, shipped, speaking

if TYPE_CHECKING:
    import pytest


def test_nothing_is_asked_for_that_is_not_on_the_list(monkeypatch: pytest.MonkeyPatch) -> None:
    say = pseudo_language()
    monkeypatch.setitem(LANGUAGES, CODE, say)
    for name in PEOPLE:
        profile = speaking(shipped(name), CODE)
        first = first_record(profile, TODAY)
        for record in (first, *as_it_goes_on(profile, first)):
            render_files(record)
    assert isinstance(say.texts, Asked)
    assert isinstance(say.counted, AskedNouns)
    in_words = {text for text in say.texts.keys_asked if re.search("[A-Za-z]", text)}
    assert in_words - texts() == set()
    assert say.counted.keys_asked - {many for _, many in nouns()} == set()
    assert len(say.texts.keys_asked) > 200


def test_what_plans_seldom_say_is_on_the_list_too() -> None:
    assert texts() >= {
        "Strength and jumps {length}",
        "No start is given: the plan starts on {day}.",
        "Cancelled: {title}",
        "No faster running: with one run a week there is no day for it beside the long run.",
        "pm",
    }
    assert nouns() >= {("run", "runs"), ("week would hold", "weeks would hold")}


def test_programs_colours_and_categories_are_not() -> None:
    assert texts().isdisjoint({"Thunderbird", "steelblue", "Easy run", "Training week"})


def test_what_stands_in_braces_is_a_name_that_a_translation_can_keep() -> None:
    for text in texts():
        names = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
        assert all(name.isidentifier() for name in names), text
