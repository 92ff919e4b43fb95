"""However a good profile is damaged, it is read or every problem is told: nothing else happens."""

import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from scheduler.errors import BadInput
from scheduler.model.profile import Profile
from scheduler.profile import parse_profile
from scheduler.profile.parsing import read_tables

TODAY = date(2026, 11, 30)
EVERYTHING = (Path(__file__).parents[1] / "profiles" / "everything.toml").read_text("utf-8")
LINES = EVERYTHING.splitlines()
VALUES = st.one_of(
    st.none().map(lambda _: {}),
    st.booleans(),
    st.integers(),
    st.integers(10**4500, 10**4501),
    st.floats(),
    st.text(),
    st.sampled_from(["", "unsure", "marathon", "1:00", "99999 km", "0:00", "mon", "A"]),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.lists(st.one_of(st.text(), st.integers(), st.just({}), st.dates()), max_size=4),
    st.dictionaries(st.text(), st.integers(), max_size=3),
)


def told(read: Callable[[], Profile]) -> str:
    """What is said about a damaged profile; "" where it is still a good one."""
    try:
        read()
    except BadInput as error:
        return str(error)
    return ""


def assert_read_or_told(text: str) -> None:
    lines = told(lambda: parse_profile(text, "sam.toml", TODAY))
    assert all(line.isprintable() for line in lines.split("\n"))


@given(st.integers(0, len(EVERYTHING)), st.integers(0, 40), st.text(max_size=12))
def test_text_replaced_anywhere(at: int, length: int, text: str) -> None:
    assert_read_or_told(EVERYTHING[:at] + text + EVERYTHING[at + length :])


@given(st.sets(st.integers(0, len(LINES) - 1), max_size=12))
def test_lines_left_out(gone: set[int]) -> None:
    assert_read_or_told("\n".join(line for i, line in enumerate(LINES) if i not in gone))


@given(st.permutations(LINES))
def test_lines_in_another_order(lines: list[str]) -> None:
    assert_read_or_told("\n".join(lines))


@given(st.data())
def test_any_value_in_any_place(data: st.DataObject) -> None:
    raw: Any = tomllib.loads(EVERYTHING)
    for _ in range(data.draw(st.integers(1, 3))):
        place: Any = raw
        while True:
            keys = list(place) if isinstance(place, dict) else list(range(len(place)))
            if not keys:
                break
            key = data.draw(st.sampled_from(keys))
            if isinstance(place[key], dict | list) and data.draw(st.booleans()):
                place = place[key]
                continue
            place[key] = data.draw(VALUES)
            break
    lines = told(lambda: read_tables(raw, "sam.toml", TODAY))
    assert all(line.isprintable() for line in lines.split("\n"))
