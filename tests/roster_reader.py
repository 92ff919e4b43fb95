"""The index read back: its tags, the texts of each row's cells, and all that it says."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

from scheduler.render.roster_page import render_roster
from scheduler.template_files import shipped
from tests.roster_factory import roster

if TYPE_CHECKING:
    from scheduler.model.roster import Roster, RosterAthlete

VOID: Final = {"meta", "input", "br"}


class Reader(HTMLParser):
    """The tags of a page, the texts of each row's cells, and all text but style and script."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.rows: list[list[str]] = []
        self.texts: list[str] = []
        self.raw: dict[str, str] = {}
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"}:
            self.rows[-1].append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in {"style", "script"}:
            self.raw[self.open[-1]] = self.raw.get(self.open[-1], "") + data
            return
        self.texts.append(data)
        if {"td", "th"} & set(self.open) and "title" not in self.open and data.strip():
            self.rows[-1][-1] = f"{self.rows[-1][-1]} {data.strip()}".strip()

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())


def page(index: Roster) -> str:
    """The whole index."""
    return b"".join(render_roster(index, shipped)).decode()


def row_of(one: RosterAthlete) -> list[str]:
    """What stands in the cells of an athlete's row."""
    _, row = Reader(page(roster(one))).rows
    return row


def links_of(shown: Roster) -> list[str | None]:
    """Where the links of the index lead."""
    return [values["href"] for tag, values in Reader(page(shown)).tags if tag == "a"]
