"""What ``osteon roster`` says in the terminal: help, the summary of a run, what was written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.model.roster import Standing
from scheduler.words.amounts import count, dated_day

if TYPE_CHECKING:
    from datetime import date

ROSTER_HELP: Final = """\
Plan every profile of a folder: for coaches.

Each athlete gets a folder with calendar, page and record; index.html shows them all. One athlete's
error stops no other. Run it again after any change: only what changed is written.
"""
ROSTER_END: Final = """\
\b
  osteon roster athletes -o plans             every athletes/*.toml
  osteon roster athletes -o plans --dry-run   what would change; nothing written
  osteon roster athletes -o plans --json | jq '.athletes[].standing'
  osteon mail plans                           then: a draft for whom it changed

\b
Exit codes: 0 done, refusals and pauses too; 3 bad input somewhere;
5 where osteon itself failed for somebody.
"""
FOLDER: Final = "The folder with the profiles (.toml)."
OUT: Final = "The folder to write to; each athlete gets one in it."
JOBS: Final = "How many processes share the work; default: one a core."
JSON: Final = "Print roster.json, for programs."
DRY_RUN: Final = "Plan and tell what would change; write nothing."
PLANNING: Final = "Planning"
STOPPED: Final = "Stopped. Every file is whole; the same command goes on from here."

STANDINGS: Final = {
    Standing.NEW: "{number} new",
    Standing.REVISED: "{number} changed",
    Standing.UNCHANGED: "{number} unchanged",
    Standing.PAUSED: "{number} paused",
    Standing.REFUSED: "{number} refused",
    Standing.BAD_INPUT: "{number} with bad input",
    Standing.FAULT: "{number} where osteon failed",
}
HEAD: Final = "{athletes} in {folder}, {day}: {counts}"
FOR_YOU: Final = "Needs you"
CHANGED: Final = "Changed"
REMOVED: Final = "No profile any more; the files are left where they are"
REVISION: Final = "revision {revision}: {changed}"
PAUSED: Final = "Paused. {told}"
STRANGERS: Final = "Left alone, as no plan_id and no [athlete] stand in them: {names}"
NOTED: Final = (
    "{athletes} with a note to read in index.html, such as a race far beyond the longest run"
)
WRITTEN: Final = "Written to {out}: {files}. Open {index}"
NOTHING: Final = "Nothing changed, nothing was written. In {out}: {index}"
DRY: Final = "A dry run: nothing was written. To {out} would go {files} of athletes."
BAD: Final = "What stood in the way:"


def head(folder: str, day: date, numbers: dict[Standing, int]) -> str:
    """How many athletes, and what became of them."""
    told = [text.format(number=numbers[each]) for each, text in STANDINGS.items() if numbers[each]]
    athletes = sum(numbers[each] for each in STANDINGS)
    return HEAD.format(
        athletes=count(athletes, "athlete", "athletes"),
        folder=folder,
        day=dated_day(day),
        counts=", ".join(told),
    )


def written(files: int, out: str, index: str, *, dry_run: bool) -> str:
    """What was written, or would have been."""
    told = count(files, "file", "files")
    if dry_run:
        return DRY.format(files=told, out=out)
    return (WRITTEN if files else NOTHING).format(files=told, out=out, index=index)
