"""khal, a calendar program for terminals: its own import into a folder of events, and its list."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from tests.calendar_readers import Read

KHAL: Final = Path(sys.executable).with_name("khal")
FIELDS: Final = ("uid", "start-long-full", "end-long-full", "all-day", "title", "status")
# All of the plan of spring, and a month on either side.
SPRING: Final = ("2027-02-01", "150d")
CONFIG: Final = """
[calendars]
[[plan]]
path = {folder}/events
[sqlite]
path = :memory:
[locale]
local_timezone = {zone}
default_timezone = {zone}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""


class Khal:
    """One calendar in khal, on the machine of somebody who lives in ``zone``."""

    def __init__(self, folder: Path, zone: str) -> None:
        self._folder, self._zone = folder, ZoneInfo(zone)
        (folder / "events").mkdir(parents=True)
        (folder / "config").write_text(CONFIG.format(folder=folder, zone=zone))

    def put(self, calendar: bytes) -> None:
        """Import a file, as ``khal import`` does without questions."""
        path = self._folder / "plan.ics"
        path.write_bytes(calendar)
        self._run("import", "--batch", "-a", "plan", str(path))

    def events(self) -> tuple[Read, ...]:
        """What khal lists, each event once."""
        fields = [word for field in FIELDS for word in ("--json", field)]
        days = self._run("list", "--once", *fields, *SPRING).splitlines()
        return tuple(self._read(event) for day in days for event in json.loads(day))

    def _read(self, event: dict[str, Any]) -> Read:
        start, end = (
            datetime.fromisoformat(event[name]).replace(tzinfo=self._zone)
            for name in ("start-long-full", "end-long-full")
        )
        all_day = event["all-day"] == "True"
        return Read(
            uid=event["uid"],
            start=start.date() if all_day else start,
            end=_day_after(end) if all_day else end,
            title=event["title"],
            status=event["status"],
        )

    def _run(self, *arguments: str) -> str:
        command = [KHAL, "-c", self._folder / "config", *arguments]
        # Zones as Python's package has them: what this machine has may be older.
        environment = {**os.environ, "PYTHONTZPATH": ""}
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
        return done.stdout


def _day_after(last: datetime) -> date:
    """The end of an all-day event, of which khal shows the last day."""
    return last.date() + timedelta(days=1)
