"""The coach's roster: every profile of a folder planned, each athlete in a folder of their own."""

from scheduler.roster.run import RosterRun, run_roster

__all__ = ["RosterRun", "run_roster"]
