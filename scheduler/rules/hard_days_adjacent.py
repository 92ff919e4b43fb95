"""hard-days-adjacent."""

from __future__ import annotations


