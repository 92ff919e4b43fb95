"""docs/templates.md is true: its example works, and its tables name what there is."""

from __future__ import annotations

import re
from datetime import date
from email import message_from_bytes
from email.policy import default
from typing import TYPE_CHECKING, Any, Final

import pytest

from scheduler.errors import BadInput
from scheduler.plan_files import read_templates, render_files
from scheduler.render import letter, page
from scheduler.template_files import replaceable, shipped
from tests.shipped_people import TODAY, published
from tests.template_example import ROOT, example_files, write_example

if TYPE_CHECKING:
    from pathlib import Path

    from scheduler.model.record import Record

PAGE: Final = ROOT / "docs" / "templates.md"
IN_THE_PLAN: Final = date(2027, 1, 19)


def text() -> str:
    return PAGE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def record() -> Record:
    return published("marathon-three-injuries")


def test_the_examples_files_are_those_that_the_page_names() -> None:
    assert list(example_files()) == [
        "partials/header.html.j2",
        "own.css",
        "letter.txt.j2",
        "letter.html.j2",
    ]


def test_the_example_changes_the_page_and_nothing_but_the_page(
    record: Record, tmp_path: Path
) -> None:
    plain = render_files(record)
    own = render_files(record, templates=read_templates(write_example(tmp_path)))
    name = record.plan_id
    assert own[f"{name}.ics"] == plain[f"{name}.ics"]
    told = own[f"{name}.html"].decode()
    club = f'<p class="club">Harbour Runners · {record.athlete.name}</p>\n<header>'
    assert told.count(club) == 1
    assert "\n.club { color: #0b5d66; font-weight: 600; }\n" in told.split("</style>")[0]
    back = told.replace(club, "<header>")
    assert back.split("</style>")[1] == plain[f"{name}.html"].decode().split("</style>")[1]


def test_the_examples_sentence_stands_in_both_texts_of_the_mail(
    record: Record, tmp_path: Path
) -> None:
    own = read_templates(write_example(tmp_path))
    sent = message_from_bytes(letter.plan_letter(record, TODAY, load=own).data, policy=default)
    plain, html = (
        sent.get_body(preferencelist=(kind,)).get_content()  # type: ignore[union-attr]
        for kind in ("plain", "html")
    )
    sentence = "We meet at the boathouse, Tuesdays at 18:30."
    assert f"\n\n{sentence}\n\n" in plain.replace("\r\n", "\n")
    assert f"<p>{sentence}</p>" in html


def named_under(heading: str) -> list[str]:
    """The names in the first column of the table under a heading."""
    part = re.split(r"^#+ ", text().split(f" {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]
    cells = re.findall(r"^\| (`[^|]*`) \|", part, re.MULTILINE)
    return [name for cell in cells for name in re.findall(r"`([^`]+)`", cell)]


def test_every_template_is_named() -> None:
    assert sorted(named_under("The templates, and the names that each gets")) == sorted(
        replaceable()
    )


class Handed:
    """Stands in for ``fill`` and keeps the names that each template got."""

    def __init__(self) -> None:
        self.names: dict[str, set[str]] = {}

    def __call__(self, load: Any, name: str, content: dict[str, Any]) -> str:
        self.names[name] = set(content)
        return ""


def test_every_name_that_a_template_gets_is_told_and_no_other(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed = Handed()
    for module in (page, letter):
        monkeypatch.setattr(module, "fill", handed)
    page.render_page(record, shipped)
    letter.plan_letter(record, TODAY, load=shipped)
    assert letter.week_letter(record, IN_THE_PLAN, load=shipped) is not None
    assert handed.names == {
        "plan.html.j2": set(named_under("The page")),
        "letter.txt.j2": set(named_under("The mail with a plan")),
        "letter.html.j2": set(named_under("The mail with a plan")),
        "week.txt.j2": set(named_under("The note of a week")),
    }


def test_the_message_that_the_page_shows_is_the_one_that_is_given(
    record: Record, tmp_path: Path
) -> None:
    folder = write_example(tmp_path)
    header = folder / "partials" / "header.html.j2"
    header.write_text("<header>\n{{ athlet }}</header>", encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        render_files(record, templates=read_templates(folder))
    told = str(caught.value).replace(f"{tmp_path}/", "")
    assert f"```text\n{told}\n```" in text()
