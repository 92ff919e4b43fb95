"""The [health] table: answers that open or close the gates, and never leave the profile.

No answer has a default. ``osteon init --from`` leaves them blank (""), and a blank answer is a
problem until it is given, except where another makes it needless (no injuries: no last injury).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from scheduler.model.profile import ClearedBy, Health, OtherRisks
from scheduler.profile.fields import choice, day, truth, whole, word

if TYPE_CHECKING:
    from datetime import date

    from scheduler.profile.fields import Field
    from scheduler.profile.table import Table

T = TypeVar("T")

_HANGS_ON: Final = {
    "last_injury": "injuries",
    "serious_site": "injuries",
    "cleared_by": "injuries",
    "cleared_on": "injuries",
    "discussed_on": "other_risks",
}
BLANK: Final = "blank; answer this before planning"


def read_health(table: Table, today: date) -> Health | None:
    """The answers, None where they do not stand up; ``today`` judges dates and what has run out."""
    pain_free = _answer(table, "pain_free_on", day(), needed=True)
    thirty = _answer(table, "thirty_minutes", truth(), needed=True)
    injuries = _answer(table, "injuries", whole(0, 50), needed=True)
    hurt = injuries is None or injuries > 0
    last = _answer(table, "last_injury", day(), needed=hurt)
    serious = _answer(table, "serious_site", word(("yes", "no", "unknown")), needed=hurt)
    by = _answer(table, "cleared_by", choice(ClearedBy), needed=hurt)
    told = hurt and by is not ClearedBy.NOBODY
    on = _answer(table, "cleared_on", day(), needed=told)
    risks = _answer(table, "other_risks", choice(OtherRisks), needed=True)
    asked = risks in (None, OtherRisks.DISCUSSED)
    discussed = _answer(table, "discussed_on", day(), needed=asked)
    out_of_scope = _answer(table, "out_of_scope", truth(), needed=True)
    table.close()
    days = {"pain_free_on": pain_free, "last_injury": last, "cleared_on": on}
    _check_past(table, days | {"discussed_on": discussed}, today)
    if injuries == 0:
        _check_unhurt(table, last, serious)
    if risks is OtherRisks.DISCUSSED and discussed is not None:
        _check_renewal(table, discussed, today)
    if pain_free is None or thirty is None or injuries is None:
        return None
    if risks is None or out_of_scope is None:
        return None
    return Health(
        pain_free_on=pain_free,
        thirty_minutes=thirty,
        injuries=injuries,
        last_injury=last,
        serious_site=serious in ("yes", "unknown"),
        # Without an injury there is nothing to be cleared from: the athlete's own word is enough.
        cleared_by=by or ClearedBy.SELF,
        cleared_on=on,
        other_risks=risks,
        discussed_on=discussed,
        out_of_scope=out_of_scope,
    )


def _answer(table: Table, key: str, kind: Field[T], *, needed: bool) -> T | None:
    if table.has(key) and table.raw[key] == "":
        if needed:
            table.report(key, f"{BLANK}; allowed: {kind.allowed}")
        return None
    # While the answer that decides is itself missing, what hangs on it is not asked for yet.
    decisive = _HANGS_ON.get(key)
    undecided = decisive is not None and table.raw.get(decisive, "") == ""
    return table.required(key, kind) if needed and not undecided else table.optional(key, kind)


def _check_past(table: Table, days: dict[str, date | None], today: date) -> None:
    for key, value in days.items():
        if value is not None and value > today:
            table.report(key, f"found {value}; allowed: until today, {today}")
    last, cleared = days["last_injury"], days["cleared_on"]
    if last is not None and cleared is not None and cleared < last:
        table.report("cleared_on", f"found {cleared}; allowed: from the last injury, {last}, on")


def _check_unhurt(table: Table, last: date | None, serious: str | None) -> None:
    if last is not None:
        table.report("last_injury", f"found {last}, but injuries is 0; correct one of the two")
    if serious == "yes":
        table.report("serious_site", 'found "yes", but injuries is 0; correct one of the two')


def _check_renewal(table: Table, discussed: date, today: date) -> None:
    if (discussed.year + 1, discussed.month, discussed.day) < (today.year, today.month, today.day):
        ago = f"found {discussed}, more than 12 months ago"
        table.report("discussed_on", f"{ago}; talk it over again and give the new date")
