"""How to import: one source of words, and the README holds what the page holds."""

from __future__ import annotations

import pytest

from scheduler.plan_files import render_files
from scheduler.words import importing
from tests.factories import sample_record
from tests.test_docs import kept_or_renewed


def page() -> str:
    return render_files(sample_record())["sam-rotterdam-2027.html"].decode()


def test_the_readme_holds_every_way_as_the_words_say_it(request: pytest.FixtureRequest) -> None:
    kept_or_renewed("importing", importing.readme_text(), request)


def test_the_terminal_tells_of_three_programs_and_of_paper_in_a_line_each() -> None:
    assert [line.partition(":")[0].partition(",")[0] for line in importing.HOW_TO[1:]] == [
        "Google",
        "Apple",
        "Outlook",
        "Paper",
    ]
    assert importing.HOW_TO[0].startswith("Give the plan a calendar of its own.")
    assert max(len(line) for line in importing.HOW_TO) <= 160


@pytest.mark.parametrize(
    ("program", "truth"),
    [
        ("Google", "Reminders are dropped"),
        ("Apple", "struck through"),
        ("Outlook", "every event doubles"),
        ("Thunderbird", "refused"),
    ],
)
def test_each_program_is_told_with_what_it_cannot_do(program: str, truth: str) -> None:
    (way,) = [way for way in importing.WAYS if way.program == program]
    assert truth in way.again
    assert truth in importing.readme_text()
    assert truth in dict(importing.page_ways())[program]


def test_the_page_tells_how_to_import_behind_the_weeks_and_once() -> None:
    text = page()
    assert text.count('<h2 id="importing">Into a calendar</h2>') == 1
    assert text.index('id="weeks"') < text.index('id="importing"') < text.index('id="rules"')
    sheet = text[text.index('<section class="sheet"') : text.index("</table>")]
    assert not [way.program for way in importing.WAYS if way.program in sheet]
    assert "<dt>What an import cannot do</dt>" in text
