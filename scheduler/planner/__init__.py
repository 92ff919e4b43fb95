"""The planner: a profile becomes a plan in stages, each a pure function over frozen values."""

from __future__ import annotations

from scheduler.planner.make import make_plan

__all__ = ["make_plan"]
