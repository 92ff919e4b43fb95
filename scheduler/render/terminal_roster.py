"""What ``osteon roster`` prints: who needs the coach, what changed, what was written."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from scheduler.model.roster import RENEW, Standing
from scheduler.render.text import clean, wrapped
from scheduler.words import roster_told as words
from scheduler.words.amounts import count

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scheduler.model.roster import News, Roster, RosterAthlete

NARROWEST, WIDEST = 32, 96
# What is told at once; the rest of the news stands in the index, run after run.
AT_ONCE: Final = frozenset({Standing.PAUSED, Standing.REFUSED, Standing.BAD_INPUT, Standing.FAULT})


def roster_text(roster: Roster, folder: str, *, width: int = 80) -> str:
    """The summary of a run, without a line break at its end."""
    wide = max(NARROWEST, min(width, WIDEST))
    numbers = Counter(one.standing for one in roster.athletes)
    parts = [wrapped(words.head(folder, roster.today, numbers), wide)]
    told = [(one, _told(one)) for one in roster.athletes]
    parts.append(_listed(words.FOR_YOU, [_needs(one, news, wide) for one, news in told if news]))
    changed = [_changed(one, wide) for one in roster.athletes if one.standing is Standing.REVISED]
    parts.append(_listed(words.CHANGED, changed))
    gone = [one for one in roster.athletes if one.standing is Standing.REMOVED]
    parts.append(_listed(words.REMOVED, [wrapped(_who(one), wide, first="  ") for one in gone]))
    noted = sum(1 for one, news in told if one.news and not news)
    if noted:
        text = words.NOTED.format(athletes=count(noted, "athlete", "athletes"))
        parts.append(wrapped(text, wide))
    return "\n\n".join("\n".join(lines) for lines in parts if lines)


def _told(one: RosterAthlete) -> tuple[News, ...]:
    if one.standing in AT_ONCE:
        return one.news
    return tuple(news for news in one.news if news.code == RENEW)


def _listed(title: str, entries: Iterable[list[str]]) -> list[str]:
    lines = [line for entry in entries for line in entry]
    return [title, *lines] if lines else []


def _needs(one: RosterAthlete, news: Iterable[News], width: int) -> list[str]:
    texts = (wrapped(_text(each), width, first="    ", later="    ") for each in news)
    return [*wrapped(_who(one), width, first="  "), *(line for text in texts for line in text)]


def _text(news: News) -> str:
    paused = news.code == Standing.PAUSED.code
    return words.PAUSED.format(told=news.text) if paused else news.text


def _changed(one: RosterAthlete, width: int) -> list[str]:
    told = words.REVISION.format(revision=one.revision, changed=one.changed)
    return wrapped(f"{_who(one)} · {told}", width, first="  ", later="    ")


def _who(one: RosterAthlete) -> str:
    """Name, plan and file, as many as are known."""
    return " · ".join(part for part in (clean(one.name), one.plan_id, one.profile) if part)
