"""The command at a pseudo-terminal of eighty columns, as a person sits before it."""

from __future__ import annotations

import os
import pty
import select
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT: Final = Path(__file__).parents[1]
PROMPT: Final = b"\n> "
CTRL_C, CTRL_D, HANG_UP = b"\x03", b"\x04", b""
PATIENCE_S: Final = 60


class Terminal:
    """``osteon`` with some arguments in a folder; ``seen`` is all that was on the screen."""

    def __init__(self, *arguments: str, folder: Path, columns: int = 80) -> None:
        self.seen = ""
        self.code: int | None = None
        self.waiting = False
        self.last_key = b""
        command = [sys.executable, "-m", "scheduler", *arguments]
        env = {**os.environ, "TERM": "dumb", "PYTHONPATH": str(ROOT), "COLUMNS": str(columns)}
        self.child, self.screen = pty.fork()
        if self.child == 0:
            os.chdir(folder)
            os.execve(sys.executable, command, env)  # noqa: S606 - the command as a person runs it

    def type(self, lines: Iterable[str | bytes]) -> Terminal:
        """Answer prompt after prompt; bytes are keys, text is a line. Then wait for the end."""
        for line in lines:
            if not self.prompted() or line == HANG_UP:
                break
            self.waiting = False
            self.last_key = line if isinstance(line, bytes) else f"{line}\r".encode()
            os.write(self.screen, self.last_key)
        else:
            assert not self.prompted(), f"still asking: {self.seen[-300:]}"
        os.close(self.screen)
        self.code = os.waitstatus_to_exitcode(os.waitpid(self.child, 0)[1])
        return self

    def prompted(self) -> bool:
        """Wait for the next prompt, True; or for the end of the command, False."""
        if self.waiting:
            return True
        found = b""
        deadline = time.monotonic() + PATIENCE_S
        while not found.replace(b"\r", b"").endswith(PROMPT):
            ready, _, _ = select.select([self.screen], [], [], 3)
            if not ready:
                if time.monotonic() > deadline:
                    os.kill(self.child, signal.SIGKILL)
                    raise AssertionError(f"no prompt: {found[-300:]!r}")
                # Right behind a prompt Ctrl-C may come before readline listens: pressed again.
                if self.last_key == CTRL_C and not found:
                    os.write(self.screen, CTRL_C)
                continue
            try:
                more = os.read(self.screen, 65_536)
            except OSError:  # Linux says so when the other end is closed
                more = b""
            if not more:
                self.seen += found.decode().replace("\r", "")
                return False
            found += more
        self.seen += found.decode().replace("\r", "")
        self.waiting = True
        return True
