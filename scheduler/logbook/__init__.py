"""The log of a profile from the command line: what happened is noted, forgotten, listed."""

from scheduler.logbook.noting import answer
from scheduler.logbook.said import Unclear

__all__ = ["Unclear", "answer"]
