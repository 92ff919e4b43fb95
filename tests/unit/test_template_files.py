"""A folder of a coach's templates: what is taken from it, and what is said of the rest."""

from __future__ import annotations

import os
import pickle
from typing import TYPE_CHECKING

import pytest

from scheduler.errors import BadInput
from scheduler.template_files import from_folder, replaceable, shipped

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "partials/header.html.j2"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    (folder / "partials").mkdir(parents=True)
    return folder


def wrong_with(folder: Path) -> list[tuple[str, str]]:
    with pytest.raises(BadInput) as caught:
        from_folder(folder)
    assert caught.value.source == str(folder)
    return [(problem.place, problem.text) for problem in caught.value.problems]


def test_a_file_of_the_coachs_goes_before_osteons_and_all_others_stay(own: Path) -> None:
    (own / HEADER).write_text("<header>Harbour Runners</header>\n")
    (own / "own.css").write_text("h1 { color: teal; }\n")
    templates = from_folder(own)
    assert templates(HEADER) == "<header>Harbour Runners</header>\n"
    assert templates("own.css") == "h1 { color: teal; }\n"
    assert templates("plan.css") == shipped("plan.css")
    assert templates.path_of(HEADER) == own / HEADER
    assert templates.path_of("plan.css") is None


def test_what_was_replaced_can_still_be_had(own: Path) -> None:
    (own / "plan.css").write_text("")
    templates = from_folder(own)
    assert templates("plan.css") == ""
    assert templates("osteon/plan.css") == shipped("plan.css")


def test_a_folder_without_templates_changes_none(own: Path) -> None:
    assert from_folder(own).texts == ()


def test_the_templates_are_a_value_that_other_processes_can_have(own: Path) -> None:
    (own / "own.css").write_text("h1 { color: teal; }")
    templates = from_folder(own)
    again = pickle.loads(pickle.dumps(templates))  # noqa: S301 - our own bytes
    assert (again, hash(again)) == (templates, hash(templates))
    assert again("own.css") == "h1 { color: teal; }"


def test_hidden_files_readmes_and_what_editors_leave_are_left_alone(own: Path) -> None:
    for name in (".gitignore", ".header.html.j2.swp", "README.md", "readme", "plan.css~"):
        (own / name).write_bytes(b"\xff")
    (own / ".git").mkdir()
    (own / ".git" / "HEAD").write_text("ref")
    assert from_folder(own).texts == ()


def test_every_file_that_is_no_template_is_told_at_once_with_what_was_meant(own: Path) -> None:
    (own / "partials" / "heder.html.j2").write_text("")
    (own / "header.html.j2").write_text("")
    (own / "logo.png").write_bytes(b"\x89PNG")
    (own / "own.css").write_text("")
    assert wrong_with(own) == [
        ("header.html.j2", "is no name of a template; did you mean partials/header.html.j2?"),
        ("logo.png", "is no name of a template"),
        (
            "partials/heder.html.j2",
            "is no name of a template; did you mean partials/header.html.j2?",
        ),
        ("", "the templates are " + ", ".join(replaceable())),
    ]


def test_the_index_is_not_to_be_replaced(own: Path) -> None:
    (own / "roster.css").write_text("")
    text = "belongs to the coach's index, which stays osteon's; page and mail are yours"
    assert wrong_with(own) == [("roster.css", text)]
    assert not [name for name in replaceable() if "roster" in name]


def test_page_style_and_mail_are_to_be_replaced() -> None:
    assert replaceable() == (
        "letter.html.j2",
        "letter.txt.j2",
        "own.css",
        "plan.css",
        "plan.html.j2",
        "week.txt.j2",
        "partials/about.html.j2",
        "partials/coach.html.j2",
        "partials/header.html.j2",
        "partials/importing.html.j2",
        "partials/lines.html.j2",
        "partials/notes.html.j2",
        "partials/reading.html.j2",
        "partials/rules.html.j2",
        "partials/sheet.html.j2",
        "partials/weeks.html.j2",
    )


def test_what_is_no_text_or_too_much_of_it_is_refused(own: Path) -> None:
    (own / "letter.txt.j2").write_bytes("Grüße".encode("latin-1"))
    (own / "week.txt.j2").write_bytes(b"Week\0")
    (own / "plan.css").write_bytes(b"/*" + b"x" * 999_997 + b"*/")
    (own / "own.css").write_text("p { content: '</STYLE>' }")
    assert wrong_with(own) == [
        ("letter.txt.j2", "is not text in UTF-8; save it as UTF-8"),
        ("own.css", "holds </style, which would end the style sheet early; leave it out"),
        ("plan.css", "is larger than 1 MB, the most for a template"),
        ("week.txt.j2", "is not text in UTF-8; save it as UTF-8"),
    ]


def test_a_file_of_exactly_one_megabyte_is_read(own: Path) -> None:
    (own / "own.css").write_bytes(b"/*" + b"x" * 999_996 + b"*/")
    assert len(from_folder(own)("own.css")) == 1_000_000


def test_line_ends_of_every_kind_become_those_that_a_browser_counts(own: Path) -> None:
    (own / "own.css").write_bytes(b"\xef\xbb\xbfh1 {\r\n color: teal;\r}\n")
    assert from_folder(own)("own.css") == "h1 {\n color: teal;\n}\n"


def test_a_link_inside_the_folder_is_read_and_one_that_leads_out_is_not(
    own: Path, tmp_path: Path
) -> None:
    (tmp_path / "secret").write_text("key")
    (tmp_path / "others").mkdir()
    (own / "own.css").symlink_to(tmp_path / "secret")
    (own / "others").symlink_to(tmp_path / "others")
    (own / "inside").symlink_to(own / "partials")
    (own / "plan.css").symlink_to(own / "plan.css")
    (own / HEADER).write_text("")
    (own / "partials" / "coach.html.j2").symlink_to(own / HEADER)
    assert wrong_with(own) == [
        ("inside", "is a link to a folder; put the folder itself there"),
        ("others", "is a link that leads out of the folder; put the file itself there"),
        ("own.css", "is a link that leads out of the folder; put the file itself there"),
        ("plan.css", "is neither a file nor a folder"),
        ("", "the templates are " + ", ".join(replaceable())),
    ]
    for name in ("inside", "others", "own.css", "plan.css"):
        (own / name).unlink()
    assert dict(from_folder(own).texts) == {HEADER: "", "partials/coach.html.j2": ""}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(own: Path) -> None:
    os.mkfifo(own / "own.css")
    assert wrong_with(own) == [("own.css", "is neither a file nor a folder")]


def test_a_folder_that_is_not_there_or_is_none_is_named(own: Path) -> None:
    file = own / "own.css"
    file.write_text("")
    assert wrong_with(file) == [("", "is a file; give the folder that it lies in")]
    missing = own / "gone"
    assert wrong_with(missing) == [("", "is not there; give a folder with templates of your own")]


def test_only_names_below_templates_are_shipped() -> None:
    for name in ("../pyproject.toml", "/etc/passwd", "partials/../plan.css", "partials", ""):
        with pytest.raises(LookupError):
            shipped(name)
