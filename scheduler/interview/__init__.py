"""The interview of ``osteon init``: questions as data, a pure state, and the profile it becomes.

``next_question`` and ``respond`` carry it on; ``profile_texts`` writes what was answered. Nothing
here reads a file, a clock or a terminal: ``scheduler.asking`` does.
"""

from scheduler.interview.checking import closed_gates
from scheduler.interview.draft import DRAFT_SUFFIX, NotADraft, draft_text, read_draft
from scheduler.interview.profile_text import init_command, plan_command, profile_texts
from scheduler.interview.state import (
    STOP,
    Interview,
    Reply,
    asks,
    next_question,
    offered,
    reopened,
    respond,
)
from scheduler.interview.whole import misfits

__all__ = [
    "DRAFT_SUFFIX",
    "STOP",
    "Interview",
    "NotADraft",
    "Reply",
    "asks",
    "closed_gates",
    "draft_text",
    "init_command",
    "misfits",
    "next_question",
    "offered",
    "plan_command",
    "profile_texts",
    "read_draft",
    "reopened",
    "respond",
]
