"""The help of ``osteon log``, ``osteon pause`` and ``osteon resume``."""

from __future__ import annotations

from typing import Final

WHAT: Final = "missed, did, ill or forget; nothing lists what is noted."
SAID: Final = "The days; behind did a day and its minutes."
DAY: Final = "The first day of it."
TODAY: Final = "As if it were that day."
QUIET: Final = "Say nothing where it went well."

LOG_HELP: Final = """\
Note what really happened, at the end of the profile.

\b
  missed DATE [DATE ...]   no run on those days
  did DATE MINUTES         that day's run, longer, shorter or unplanned
  ill FROM UNTIL           no runs on those days; the last may be a guess
  forget DATE [WHAT]       takes an entry out again

Without any of them: what is noted. A DATE is as in 2027-01-14, or today, yesterday, or a weekday,
which is the last one. What is not noted counts as done as planned. Only the profile changes;
plan again to see what follows.
"""
LOG_END: Final = """\
\b
  osteon log sam.toml missed thu sun        two runs missed
  osteon log sam.toml did today 40          40 minutes today
  osteon log sam.toml ill mon 2027-01-20    from Monday to that day
  osteon log sam.toml forget 2027-01-14     it was another day
  osteon log sam.toml                       what is noted
"""
PAUSE_HELP: Final = """\
Pause running from a day on, for as long as it takes; nothing is asked about why.

The pause is noted in the profile. Plan again, and the runs to come leave the calendar.
"""
PAUSE_END: Final = """\
\b
  osteon pause sam.toml                 from today on
  osteon pause sam.toml yesterday
  osteon plan sam.toml -o plans         the runs to come leave the calendar
"""
RESUME_HELP: Final = """\
Run again from a day on, after a pause: a fresh and gentle start.

It is noted in the profile. Planning then asks for a check, made since the pause, that the past two
weeks were free of pain.
"""
RESUME_END: Final = """\
\b
  osteon resume sam.toml                from today on
  osteon resume sam.toml 2027-02-01
  osteon plan sam.toml -o plans         the way back, in the calendar
"""
