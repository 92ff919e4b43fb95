"""What the command line says: help and messages; how to import stands in ``words.importing``."""

from __future__ import annotations

from typing import Final

CANNOT_PRINT: Final = (
    "The result cannot be printed: {reason}. Files that were to be written are written."
)

OSTEON_HELP: Final = """\
Running plans that treat bone as the tissue to protect.

From a goal race and a profile: a calendar to import, a page to print, a record.

\b
  osteon init sam.toml --from marathon-three-injuries
  osteon plan sam.toml -o plans
  osteon show sam.toml --week 3
  osteon explain missing-rest-day

For coaches: a folder of profiles in, everybody's calendars, pages and mail out.

\b
  osteon roster athletes -o plans
  osteon mail plans
"""
OSTEON_END: Final = """\
\b
Exit codes: 0 done, 2 wrong usage, 3 bad input, 4 no plan is possible
under the rules or a first step is missing, 5 osteon's own fault.

osteon is no medical advice: pain in one spot on a bone belongs to a clinician.
"""
PLAN_HELP: Final = """\
Make the plan: <plan_id>.ics, .html and .json (the record).

Run it again after any change to the profile: the record there is revised, and calendars that know
the plan see only what changed. Where nothing changed, nothing is written.
"""
PLAN_END: Final = """\
\b
  osteon plan sam.toml                      into the current folder
  osteon plan sam.toml -o plans --quiet     no summary
  osteon plan sam.toml --json | jq .weeks   the record, for programs
  osteon plan sam.toml --today 2026-11-22   as if it were that day
  osteon plan sam.toml -o plans --dry-run   what would change, and nothing written
"""
SHOW_HELP: Final = """\
Show a plan week by week in the terminal.

Takes a profile, which is planned without writing a file, or a record (.json) as it was published.
"""
SHOW_END: Final = """\
\b
  osteon show sam.toml                        the whole plan
  osteon show plans/sam-rotterdam-2027.json --week 3
  osteon show plans/sam-rotterdam-2027.json --now
  osteon show plans/sam-rotterdam-2027.json --changes
"""
INIT_HELP: Final = """\
Write a commented profile: by questions, five minutes, or from an example.

What you answered is kept as you go: leave with Ctrl-C and come back with the same command.
No file is overwritten. With --from nothing is asked, and the health answers are left blank: they
are yours to give.
"""
INIT_END: Final = """\
\b
  osteon init sam.toml                        asks
  osteon init sam.toml --from marathon-three-injuries
  osteon init --list                          the examples
"""
EXPLAIN_HELP: Final = """\
Say what a rule or a message means: what, why, what it rests on and how firmly, with an example.

Without a name: every rule and every message, each with a line. The first letters of a name are
enough where only one begins so; upper and lower case are one.
"""
EXPLAIN_END: Final = """\
\b
  osteon explain                    every rule and message
  osteon explain missing-rest-day   a rule
  osteon explain VOLUME-SHORT       a message, as a plan shows it
  osteon explain --json | jq .rules
"""

RECORD_AS_PROFILE: Final = (
    "is a record, not a profile; `osteon show` reads it, "
    "`osteon plan` takes the .toml it was made from"
)
FORCE: Final = (
    "Replace files that osteon did not write; keep a broken record aside and go on without it."
)
DRY_RUN: Final = "Plan and tell what would change; write nothing."
SHOW_CHANGES: Final = "Only what each revision changed, newest first."
NO_REVISIONS: Final = "a profile has no revisions; give the record (.json) beside its calendar"
WOULD_WRITE_NOTHING: Final = "Nothing would change, and nothing was written."
NOT_OURS: Final = "was not written by osteon; --force replaces it"
OWN_PLAN_FAILED: Final = (
    "A plan made here did not pass osteon's own audit, so nothing was written. "
    "This is a fault of osteon, not of your profile: please report these lines."
)
NO_TERMINAL: Final = (
    "The questions need a terminal to ask at. Without one, start from an example: "
    "osteon init FILE --from NAME"
)
EXPLAIN_REFUSAL: Final = "More about this: osteon explain {rule}"


def not_used(place: str, now: object, was: object) -> str:
    """Said of an edit to what is history once the plan has begun."""
    return (
        f"{place}: {_told(now)} was noted and not used; the plan has begun, from {_told(was)}. "
        "For a plan from other numbers, give it a new plan_id."
    )


def language_not_spoken(tag: str) -> str:
    """Said of a language that no plan is written in yet."""
    return f"athlete.language: the plan is in English; osteon does not speak {tag} yet."


def left_behind(name: str) -> str:
    """Said of a busy calendar that is there and no longer asked for."""
    return (
        f"{name}: calendar.busy is off, so this file no longer follows the plan. "
        "Delete it, and the calendars that were made from it."
    )


def written(names: str, folder: str) -> str:
    """Said when files were written."""
    return f"Written to {folder}: {names}"


def would_write(names: str, folder: str) -> str:
    """Said after a dry run."""
    return f"A dry run: nothing was written. To {folder} would go: {names}"


def only_noted(names: str, folder: str) -> str:
    """Said when what was run changes nothing that was published."""
    return f"Noted. Nothing changes in your calendar or on paper. Written to {folder}: {names}"


def unchanged(names: str, folder: str) -> str:
    """Said when every file was as it should be."""
    return f"Nothing changed, nothing was written. In {folder}: {names}"


def week_out_of_range(weeks: int) -> str:
    """Said of a week number that the plan does not have."""
    return f"the plan has {weeks} weeks; give a number from 1 to {weeks}"


def not_a_date(text: str) -> str:
    """Said of an option that should be a day."""
    return f"{text!r} is no date; write it as 2026-11-22"


def own_fault(what: str, where: str) -> str:
    """Said when something happened that no one thought of."""
    return f"osteon stopped on a fault of its own. Please report this line: {what} ({where})"


def started(path: str) -> str:
    """Said when a profile to fill in was written."""
    return (
        f"Written: {path}. Give the health answers, change what is not yours, "
        f"then: osteon plan {path}"
    )


def examples(names: str) -> str:
    """Said where the name of an example is needed."""
    return f"The examples: {names}."


def _told(value: object) -> str:
    return "nothing" if value is None else str(value)
