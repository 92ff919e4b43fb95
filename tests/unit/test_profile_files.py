"""Profiles on disk: the health answers beside them, and files that cannot be read."""

from datetime import date
from pathlib import Path

import pytest

from scheduler.errors import BadInput
from scheduler.profile import read_plan_id, read_profile

TODAY = date(2026, 11, 30)
EVERYTHING = (Path(__file__).parents[1] / "profiles" / "everything.toml").read_text("utf-8")
START, END = EVERYTHING.index("[health]"), EVERYTHING.index("[limits]")
HEALTH = EVERYTHING[START:END]
PUBLIC = EVERYTHING[:START] + EVERYTHING[END:]


@pytest.fixture
def ann(tmp_path: Path) -> Path:
    path = tmp_path / "ann.toml"
    path.write_text(PUBLIC, "utf-8")
    return path


def told(path: Path) -> str:
    with pytest.raises(BadInput) as caught:
        read_profile(path, TODAY)
    assert caught.value.exit_code == 3
    return str(caught.value).removeprefix(f"{path}: ")


@pytest.mark.parametrize("text", [HEALTH, HEALTH.removeprefix("[health]")])
def test_health_may_lie_in_its_own_file_with_or_without_its_table(ann: Path, text: str) -> None:
    ann.with_name("ann.health.toml").write_text(text, "utf-8")
    together = ann.with_name("together.toml")
    together.write_text(EVERYTHING, "utf-8")
    assert read_profile(ann, TODAY) == read_profile(together, TODAY)


def test_health_in_both_places_is_told(ann: Path) -> None:
    ann.write_text(EVERYTHING, "utf-8")
    ann.with_name("ann.health.toml").write_text(HEALTH, "utf-8")
    beside = ann.with_name("ann.health.toml")
    assert told(ann) == f"health: found here and in {beside}; keep one of the two"


def test_health_in_neither_place_is_told(ann: Path) -> None:
    beside = ann.with_name("ann.health.toml")
    assert told(ann) == f"health: missing; answer it here or in {beside}"


def test_bad_toml_in_the_health_file_names_that_file(ann: Path) -> None:
    beside = ann.with_name("ann.health.toml")
    beside.write_text("\ninjuries = one\n", "utf-8")
    expected = "line 2: a value is missing or cannot be read; words need quotes"
    assert told(ann) == f"{beside}: {expected}"


def test_a_stray_table_in_the_health_file_is_told(ann: Path) -> None:
    ann.with_name("ann.health.toml").write_text(HEALTH + "\n[week]\n", "utf-8")
    assert told(ann) == "week: unknown key; known here: health"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    told_so = "there is no such file; osteon init bo.toml writes one"
    assert told(tmp_path / "bo.toml") == told_so


def test_a_folder_is_told(tmp_path: Path) -> None:
    assert told(tmp_path) == "this is a folder; give the profile in it"


def test_a_path_that_no_file_can_have_is_told(tmp_path: Path) -> None:
    assert told(tmp_path / "a\0b.toml") == "this file cannot be read"


def test_bytes_that_are_not_utf_8_are_told_with_their_line(ann: Path) -> None:
    ann.write_bytes(b'plan_id = "x"\n# Ren\xe9e\n')
    assert told(ann) == "line 2: not UTF-8; save the file with that encoding"


def test_a_huge_file_is_told(ann: Path) -> None:
    ann.write_bytes(b"#" * 1_000_001)
    assert told(ann) == "this file is larger than 1 MB and no profile"


def test_a_file_saved_on_windows_is_read(ann: Path) -> None:
    ann.write_bytes(b"\xef\xbb\xbf" + EVERYTHING.replace("\n", "\r\n").encode())
    assert read_profile(ann, TODAY).plan_id == "sam-rotterdam-2027"


def test_a_published_start_is_handed_on(ann: Path) -> None:
    ann.write_text(EVERYTHING, "utf-8")
    assert read_profile(ann, TODAY, start=date(2026, 11, 30)).start == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("text", "plan_id"),
    [('plan_id = "x-1"\nrubbish = 1', "x-1"), ('plan_id = "X 1"', None), ("", None)],
)
def test_the_plan_id_is_read_before_anything_is_judged(
    ann: Path, text: str, plan_id: str | None
) -> None:
    ann.write_text(text, "utf-8")
    assert read_plan_id(ann) == plan_id
