"""The planner: a profile becomes a plan in stages, each a pure function over frozen values."""

from __future__ import annotations

from scheduler.planner.make import make_plan
from scheduler.planner.past import has_news

__all__ = ["has_news", "make_plan"]
