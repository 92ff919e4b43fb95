"""Whatever a coach's template says, it becomes a page or one line on what is wrong with it."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from scheduler.errors import BadInput
from scheduler.render.page import render_page
from scheduler.template_files import Templates, replaceable, shipped
from tests.factories import sample_record

NAMES = tuple(name for name in replaceable() if name.endswith(".html.j2") and "letter" not in name)
PIECES = (
    *("{{", "}}", "{%", "%}", "{#", "|", "(", ")", "[", "]", ".", "'", '"', "\n", "-", "~", "*"),
    *("if", "for", "in", "endif", "endfor", "else", "include", "import", "extends", "macro", "set"),
    *("call", "block", "loop", "self", "facts", "weeks", "title", "words", "say", "x", "0", "9"),
    *("|join", "|first", "|map", "|attr('x')", "|format", "|int", "|tojson", "|sort", "|sum"),
    *(
        "range(5)",
        "namespace()",
        "super()",
        "caller()",
        "|groupby('kind')",
        "|xmlattr",
        "is",
        "not",
    ),
)
# Where to cut a template, how many letters to leave out there, and what to put in their place.
EDITS = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 9), st.sampled_from(PIECES)), min_size=1, max_size=4
)


def faults_of(templates: Templates) -> list[tuple[str, str, str]]:
    """Source, place and text of what is wrong; nothing where there is a page of osteon's."""
    try:
        page = render_page(sample_record(), templates)
    except BadInput as wrong:
        return [(wrong.source, problem.place, problem.text) for problem in wrong.problems]
    assert b'content="osteon ' in page[:4096]
    return []


@given(name=st.sampled_from(NAMES), edits=EDITS)
def test_a_damaged_template_is_a_page_or_bad_input_in_one_of_its_lines(
    name: str, edits: list[tuple[float, int, str]]
) -> None:
    text = shipped(name)
    for where, left_out, piece in edits:
        place = round(where * len(text))
        text = text[:place] + piece + text[place + left_out :]
    templates = Templates(folder=Path("own"), texts=((name, text),))
    for source, place, told in faults_of(templates):
        assert source in {"own", f"own/{name}"}
        assert "\n" not in told
        line = re.fullmatch(r"line (\d+)", place)
        assert place == "" or (line and int(line[1]) <= text.count("\n") + 1)
