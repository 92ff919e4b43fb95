"""A coach's templates are tried before any plan is made, in all that they may be filled with."""

from __future__ import annotations

from pathlib import Path

import pytest

from scheduler.errors import BadInput
from scheduler.template_files import Templates, replaceable, shipped
from scheduler.template_trial import try_on


def test_osteons_own_templates_pass_as_a_coachs() -> None:
    texts = tuple((name, shipped(name)) for name in replaceable())
    try_on(Templates(folder=Path("own"), texts=texts))


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("partials/coach.html.j2", "note"),
        ("partials/coach.html.j2", "set_by"),
        ("partials/notes.html.j2", "messages"),
        ("partials/notes.html.j2", "changes"),
        ("partials/header.html.j2", "not changes"),
        ("partials/sheet.html.j2", "sheet.paused"),
        ("letter.txt.j2", "weeks"),
        ("letter.txt.j2", "not weeks"),
        ("letter.txt.j2", "note"),
        ("letter.html.j2", "signature"),
        ("letter.html.j2", "changes_title"),
        ("letter.html.j2", "messages.lines"),
        ("week.txt.j2", "runs"),
        ("week.txt.j2", "not ask"),
        ("week.txt.j2", "beside"),
    ],
)
def test_a_fault_is_met_whatever_a_template_asks_for(name: str, asked: str) -> None:
    text = f"{{% if {asked} %}}\n{{{{ unheard_of }}}}\n{{% endif %}}"
    with pytest.raises(BadInput) as caught:
        try_on(Templates(folder=Path("own"), texts=((name, text),)))
    assert str(caught.value) == (
        f"own/{name}: line 2: cannot be filled in: nothing here is called unheard_of"
    )
