"""The record: a plan turned into what is published, revised against the last one, as JSON and back.

Pure: plans and bytes in, records and bytes out. ``scheduler.publish`` reads and writes the files.
"""

from __future__ import annotations

from scheduler.record.making import record_of, renamed
from scheduler.record.pausing import kept_free, paused, taken_back
from scheduler.record.reading import from_json
from scheduler.record.roster_file import roster_from_json, roster_to_json, told_before
from scheduler.record.writing import to_json

__all__ = [
    "from_json",
    "kept_free",
    "paused",
    "record_of",
    "renamed",
    "roster_from_json",
    "roster_to_json",
    "taken_back",
    "to_json",
    "told_before",
]
