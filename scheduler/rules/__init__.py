"""The rules, one file each, and the audit that runs all of them over a plan.

The planner imports limits from the rule modules; only the audit runs checks.
"""

from __future__ import annotations

from scheduler.rules.registry import RULES, audit_plan, rule_for

__all__ = ["RULES", "audit_plan", "rule_for"]
