"""A private file that only grows, each piece on disk before the next step is taken."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, Self

from scheduler.errors import BadInput, Problem
from scheduler.files import settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# A link is not followed: it could lead out of the folder. O_BINARY keeps Windows from writing CR.
_SAFE: Final = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_FLAGS: Final = os.O_RDWR | os.O_CREAT | os.O_APPEND | _SAFE
_OWNER_ONLY: Final = 0o600
_PIECE: Final = 1 << 20


class AppendedFile:
    """The file at ``path``, made with no rights for others where it is not there yet.

    ``whole`` is what it held when it was opened, until it is mended. Every fault of the disk
    becomes ``BadInput``.
    """

    def __init__(self, path: Path) -> None:
        """See the class."""
        self._path = path
        with self._named():
            self._handle = os.open(path, _FLAGS, _OWNER_ONLY)
        self.whole = b""

    def __enter__(self) -> Self:
        """Read the file and make its name last through a power cut."""
        try:
            with self._named():
                self.whole = self._read()
                settle(self._path.parent)
        except BaseException:
            os.close(self._handle)
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of the file."""
        os.close(self._handle)

    def mend(self, *, whole: bool) -> None:
        """Let the next piece begin on a line of its own, after a last line without its end.

        A last line that is ``whole`` is kept; any other was cut off and is taken away.

        Raises:
            BadInput: the system does not allow it.
        """
        kept, _, rest = self.whole.rpartition(b"\n")
        self.whole = b""
        if not rest:
            return
        if whole:
            self.append(b"\n")
            return
        with self._named():
            os.ftruncate(self._handle, len(kept) + 1 if kept else 0)
            os.fsync(self._handle)

    def append(self, data: bytes) -> None:
        """Add ``data`` and wait until it is on disk.

        Raises:
            BadInput: the disk is full, or the system does not allow it; the file is as before.
        """
        with self._named():
            before = os.fstat(self._handle).st_size
            try:
                rest = memoryview(data)
                while rest:
                    rest = rest[os.write(self._handle, rest) :]
                os.fsync(self._handle)
            except OSError:
                os.ftruncate(self._handle, before)
                raise

    def _read(self) -> bytes:
        pieces = []
        while piece := os.read(self._handle, _PIECE):
            pieces.append(piece)
        return b"".join(pieces)

    @contextmanager
    def _named(self) -> Iterator[None]:
        try:
            yield
        except OSError as wrong:
            reason = (wrong.strerror or str(wrong)).lower()
            text = f"cannot be written: {reason}"
            raise BadInput(str(self._path), (Problem(place="", text=text),)) from wrong
