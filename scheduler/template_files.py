"""Templates as text: osteon's own, and a coach's in place of single ones.

The index of a roster stays osteon's own, as its script, style and rows fit one another only as
they are; every other template is a coach's to replace.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from scheduler.errors import BadInput, Problem
from scheduler.files import read_if_there
from scheduler.resources import data_dir
from scheduler.words import templates as words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST: Final = 1_000_000  # bytes
INDEX: Final = "roster"  # begins the names of the index's own templates
REPLACED: Final = "osteon/"
LEFT_ALONE: Final = re.compile(r"\..*|readme.*|.*~", re.IGNORECASE)
ENDS_THE_STYLE: Final = re.compile(r"</style", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Templates:
    """A coach's own templates; every other one is osteon's.

    ``folder`` is where they were read, ``texts`` are their names below it, each with its text.
    Called with a name, it gives the text of that template; ``osteon/`` before the name gives the
    one that was replaced, for a template that adds to it.
    """

    folder: Path
    texts: tuple[tuple[str, str], ...]

    def __call__(self, name: str) -> str:
        """The template of that name; LookupError where neither coach nor osteon has one."""
        own = dict(self.texts).get(name)
        return shipped(name.removeprefix(REPLACED)) if own is None else own

    def path_of(self, name: str) -> Path | None:
        """The coach's file behind a name, None where the template is osteon's."""
        return self.folder / name if name in dict(self.texts) else None


@lru_cache(maxsize=64)
def shipped(name: str) -> str:
    """The text of one of osteon's own templates, by its name below ``templates/``.

    Raises:
        LookupError: osteon has none of that name.
    """
    if name not in _names():
        raise LookupError(name)
    return data_dir("templates").joinpath(name).read_text(encoding="utf-8")


def replaceable() -> tuple[str, ...]:
    """The names of the templates that a coach may replace, in order."""
    return tuple(name for name in _names() if not _of_the_index(name))


def from_folder(folder: Path) -> Templates:
    """The templates in a folder: the same names and folders as below ``templates/``.

    Hidden files, copies that an editor left (``plan.css~``) and README files are left alone.

    Raises:
        BadInput: no such folder; or with every file in it that is no template, no text in UTF-8,
            larger than 1 MB, or a link that leads out.
    """
    if not folder.is_dir():
        text = words.NOT_A_FOLDER if folder.exists() else words.NO_SUCH_FOLDER
        raise BadInput(str(folder), (Problem(place="", text=text),))
    read = {path.relative_to(folder).as_posix(): _read(path, folder) for path in _found(folder)}
    problems = [Problem(place=name, text=wrong) for name, (_, wrong) in read.items() if wrong]
    if not read.keys() <= set(_names()):
        problems.append(Problem(place="", text=words.names_are(replaceable())))
    if problems:
        raise BadInput(str(folder), tuple(problems))
    return Templates(folder=folder, texts=tuple((name, text) for name, (text, _) in read.items()))


def _of_the_index(name: str) -> bool:
    return name.rpartition("/")[2].startswith(INDEX)


@lru_cache(maxsize=1)
def _names() -> tuple[str, ...]:
    """All of osteon's templates; those of the page come before its parts."""
    home = data_dir("templates")
    names = (path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file())
    return tuple(sorted(names, key=lambda name: (name.count("/"), name)))


def _found(folder: Path) -> Iterator[Path]:
    """What lies in a folder and in those below it, by name; links are found, not followed."""
    try:
        inside = sorted(folder.iterdir())
    except OSError as wrong:
        text = words.cannot_be_read((wrong.strerror or str(wrong)).lower())
        raise BadInput(str(folder), (Problem(place="", text=text),)) from wrong
    for path in inside:
        if LEFT_ALONE.fullmatch(path.name):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _found(path)
        else:
            yield path


def _read(path: Path, folder: Path) -> tuple[str, str]:
    """A template's text, with line feeds alone as a browser reads it; and what is wrong, or ""."""
    wrong = _wrong_with(path, folder)
    if wrong:
        return "", wrong
    try:
        text = (read_if_there(path) or b"").decode("utf-8-sig")
    except BadInput as unreadable:
        return "", unreadable.problems[0].text
    except UnicodeDecodeError:
        return "", words.NOT_UTF_8
    if "\0" in text:
        return "", words.NOT_UTF_8
    if path.suffix == ".css" and ENDS_THE_STYLE.search(text):
        return "", words.ENDS_THE_STYLE
    return text.replace("\r\n", "\n").replace("\r", "\n"), ""


def _wrong_with(path: Path, folder: Path) -> str:
    """Why a file is not read as a template; "" where it is."""
    name = path.relative_to(folder).as_posix()
    if not (path.is_file() or path.is_dir()):
        return words.NO_FILE
    if not path.resolve().is_relative_to(folder.resolve()):
        return words.LEADS_OUT
    if path.is_dir():
        return words.LINKED_FOLDER
    if name not in _names():
        return words.unknown(_meant(name))
    if _of_the_index(name):
        return words.INDEX
    return words.too_large(LARGEST) if path.stat().st_size > LARGEST else ""


def _meant(name: str) -> str:
    """The template that a name is close to, first of all one in another folder; else ""."""
    last = name.rpartition("/")[2]
    astray = [each for each in replaceable() if each.rpartition("/")[2] == last]
    return "".join(astray[:1] or get_close_matches(name, replaceable(), n=1))
