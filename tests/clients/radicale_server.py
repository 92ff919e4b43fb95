"""Radicale, a calendar server, on a free port of this machine, and a calendar of it by CalDAV."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Final

from icalendar import Calendar

from tests.calendar_readers import Read, read_by_content

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import caldav

UP_WITHIN_S: Final = 30.0


@contextmanager
def radicale(folder: Path) -> Iterator[str]:
    """The address of a server that keeps its calendars in ``folder``, and ends with the block."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = {
        "server-hosts": f"127.0.0.1:{port}",
        "auth-type": "none",
        "storage-filesystem-folder": folder / "calendars",
        "logging-level": "error",
    }
    arguments = [word for name, value in options.items() for word in (f"--{name}", str(value))]
    command = [sys.executable, "-m", "radicale", "--config", "", *arguments]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log)
    try:
        _wait_for(port, server, folder / "log")
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait()


class ServerCalendar:
    """One calendar on a server, driven as programs that sync drive it."""

    def __init__(self, calendar: caldav.Calendar) -> None:
        self._calendar = calendar

    def put(self, calendar: bytes) -> None:
        """Import a file: each event goes to the server by itself, with the zones of the file."""
        whole = Calendar.from_ical(calendar)
        for event in whole.events:
            one = Calendar()
            one.add("VERSION", "2.0")
            one.add("PRODID", "-//a program that imports//EN")
            for part in (*whole.timezones, event):
                one.add_component(part)
            # Unasked, caldav raises the SEQUENCE of what it sends.
            self._calendar.add_event(bytes(one.to_ical()).decode(), increase_seqno=False)

    def put_whole(self, calendar: bytes) -> None:
        """Upload a file in one go, in place of all that the calendar holds."""
        headers = {"Content-Type": "text/calendar; charset=utf-8"}
        answer = self._calendar.client.put(str(self._calendar.url), calendar.decode(), headers)
        assert answer.status == 201, answer.raw

    def events(self) -> tuple[Read, ...]:
        """All events that the server hands out."""
        found = self._calendar.events()
        return tuple(read for event in found for read in read_by_content(event.data.encode()))


def _wait_for(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + UP_WITHIN_S
    while time.monotonic() < until and server.poll() is None:
        with closing(socket.socket()) as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError(f"Radicale did not start: {log.read_text()}")
