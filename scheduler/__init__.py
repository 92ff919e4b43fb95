"""osteon: running plans that treat bone as the tissue to protect.

The library face, loaded on first use so that the command line starts fast::

    from scheduler import read_profile, make_plan, audit_plan, render_files

A profile becomes a plan, a plan its files; every value is frozen, and every error that osteon
raises on purpose is a ``SchedulerError``. docs/library.md has examples.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scheduler.earlier import read_record
    from scheduler.errors import BadInput, CannotPlan, OwnFault, Problem, SchedulerError
    from scheduler.library import next_record, parse_record, publish_plan
    from scheduler.model.plan import Plan, Session, Week
    from scheduler.model.profile import Profile
    from scheduler.model.record import Change, Record
    from scheduler.plan_files import read_templates, render_files
    from scheduler.planner import make_plan
    from scheduler.profile import parse_profile, read_profile
    from scheduler.rules import audit_plan
    from scheduler.rules.base import Breach
    from scheduler.template_files import Templates

__version__ = "0.1.0"
__all__ = [
    "BadInput",
    "Breach",
    "CannotPlan",
    "Change",
    "OwnFault",
    "Plan",
    "Problem",
    "Profile",
    "Record",
    "SchedulerError",
    "Session",
    "Templates",
    "Week",
    "__version__",
    "audit_plan",
    "make_plan",
    "next_record",
    "parse_profile",
    "parse_record",
    "publish_plan",
    "read_profile",
    "read_record",
    "read_templates",
    "render_files",
]

_HOMES = {
    "scheduler.earlier": ("read_record",),
    "scheduler.errors": ("BadInput", "CannotPlan", "OwnFault", "Problem", "SchedulerError"),
    "scheduler.library": ("next_record", "parse_record", "publish_plan"),
    "scheduler.model.plan": ("Plan", "Session", "Week"),
    "scheduler.model.profile": ("Profile",),
    "scheduler.model.record": ("Change", "Record"),
    "scheduler.plan_files": ("read_templates", "render_files"),
    "scheduler.planner": ("make_plan",),
    "scheduler.profile": ("parse_profile", "read_profile"),
    "scheduler.rules": ("audit_plan",),
    "scheduler.rules.base": ("Breach",),
    "scheduler.template_files": ("Templates",),
}


def __getattr__(name: str) -> Any:
    """Load a public name from its home on first use."""
    home = next((home for home, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module 'scheduler' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
