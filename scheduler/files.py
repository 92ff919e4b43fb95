"""Files, whole at any moment: read if they are there, written under another name and then renamed.

Every fault of the disk becomes ``BadInput`` with the file's name and what the system said.
"""

from __future__ import annotations

import glob
import os
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from scheduler.errors import BadInput, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


_DRAFT: Final = re.compile(r"\..+\.\d+\.tmp")


def read_if_there(path: Path) -> bytes | None:
    """What the file holds, or None where no file has that name.

    Raises:
        BadInput: the file is there but cannot be read.
    """
    with _named(path, "cannot be read"):
        try:
            return path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None


def make_folder(folder: Path) -> None:
    """Make the folder, with those above it, unless it is there.

    Raises:
        BadInput: something else has that name, or the system does not allow it.
    """
    refuse_file(folder)
    with _named(folder, "cannot be made"):
        folder.mkdir(parents=True, exist_ok=True)


def refuse_file(folder: Path) -> None:
    """Do nothing, unless something else than a folder has the folder's name.

    Raises:
        BadInput: it has.
    """
    if folder.exists() and not folder.is_dir():
        text = "is a file; give the name of a folder"
        raise BadInput(str(folder), (Problem(place="", text=text),))


def refuse_link_out(path: Path, folder: Path) -> None:
    """Do nothing, unless the path, or a folder on its way, is a link that leads out of the folder.

    Raises:
        BadInput: it is.
    """
    if not path.resolve().is_relative_to(folder.resolve()):
        text = f"is a link that leads out of {folder}; nothing is written through it"
        raise BadInput(str(path), (Problem(place="", text=text),))


def keep_aside(path: Path, name: Path) -> None:
    """Give the file another name in its folder, one that nothing has yet.

    Raises:
        BadInput: the system does not allow it.
    """
    with _named(path, "cannot be kept aside"):
        path.rename(name)


def write_atomically(path: Path, data: bytes) -> None:
    """Write the file so that it holds the old bytes or the new ones, never a part of either.

    The rest as for ``write_pieces``.
    """
    write_pieces(path, (data,))


def holds(path: Path, pieces: Iterable[bytes]) -> bool:
    """Whether the file is there and holds these pieces, one after the other, and no more.

    Raises:
        BadInput: the file is there but cannot be read.
    """
    with _named(path, "cannot be read"):
        try:
            with path.open("rb") as file:
                same = all(file.read(len(piece)) == piece for piece in pieces)
                return same and not file.read(1)
        except (FileNotFoundError, NotADirectoryError):
            return False


def write_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """Write the file, a piece at a time, so that it holds the old bytes or all of the new ones.

    A link is followed, and the file that it points to is replaced; who may read it stays so.

    Raises:
        BadInput: the system does not allow it, or the disk is full; the old file is untouched.
    """
    with _named(path, "cannot be written"):
        path = path.resolve()
        draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")  # as _DRAFT
        try:
            _write_through(draft, pieces, like=path)
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
        settle(path.parent)


def sweep(folder: Path, names: Iterable[str]) -> None:
    """Take away what writers of these files left half-written when they were killed.

    Only where no other writer of them is at work in the folder.

    Raises:
        BadInput: the system does not allow it.
    """
    for name in names:
        for path in folder.glob(f".{glob.escape(name)}.*.tmp"):
            if _DRAFT.fullmatch(path.name):
                with _named(path, "cannot be taken away"):
                    path.unlink(missing_ok=True)


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet.

    Raises:
        BadInput: a file has that name already, which is never overwritten, or cannot be written.
    """
    with _named(path, "cannot be written"):
        try:
            with path.open("xb") as file:
                file.write(data)
        except FileExistsError:
            text = "is there already and is never overwritten; give another name"
            raise BadInput(str(path), (Problem(place="", text=text),)) from None


def _write_through(path: Path, pieces: Iterable[bytes], *, like: Path) -> None:
    """Write and settle a file, with the permissions of the one that it will replace."""
    with path.open("wb") as file:
        if like.exists():
            path.chmod(like.stat().st_mode & 0o7777)
        file.writelines(pieces)
        file.flush()
        os.fsync(file.fileno())


def settle(folder: Path) -> None:
    """Make new names in a folder last through a power cut, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _named(path: Path, what: str) -> Iterator[None]:
    try:
        yield
    except OSError as wrong:
        reason = (wrong.strerror or str(wrong)).lower()
        raise BadInput(str(path), (Problem(place="", text=f"{what}: {reason}"),)) from wrong
