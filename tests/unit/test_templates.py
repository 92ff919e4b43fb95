"""A coach's templates filled in: what they reach, what they cannot, and how a fault is told."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from scheduler.errors import BadInput
from scheduler.render.page import render_page
from scheduler.render.templates import Speech, check, fill, speech, texts_of
from scheduler.template_files import Templates, shipped
from scheduler.words import page as page_words
from scheduler.words.language import Language
from tests.factories import sample_record

if TYPE_CHECKING:
    from collections.abc import Callable

HEADER = "partials/header.html.j2"
AT_HEADER = f"own/{HEADER}"


def own(**texts: str) -> Templates:
    """Templates in a folder named own; a dunder stands for a folder, an ending is .html.j2."""
    names = {name.replace("__", "/"): text for name, text in texts.items()}
    return Templates(
        folder=Path("own"), texts=tuple((f"{name}.html.j2", text) for name, text in names.items())
    )


def page(templates: Callable[[str], str]) -> str:
    return render_page(sample_record(), templates).decode()


def fault(header: str = "", **others: str) -> tuple[str, str, str]:
    """Source, place and text of what is said of a broken header, or of other templates."""
    texts = others or {"partials__header": header}
    with pytest.raises(BadInput) as caught:
        page(own(**texts))
    (problem,) = caught.value.problems
    return caught.value.source, problem.place, problem.text


def test_a_coachs_part_stands_in_the_page_and_the_rest_is_as_it_was() -> None:
    before = page(shipped)
    after = page(own(partials__header='<p>{{ title }}</p>\n{% include "osteon/' + HEADER + '" %}'))
    assert after.replace("<p>Rotterdam Marathon</p>\n", "") == before


def test_names_of_anyone_stay_escaped_in_a_coachs_template() -> None:
    record = sample_record(coach="<b>Jo</b>")
    told = render_page(record, own(partials__header="@{{ sheet_coach }}@")).decode()
    assert "@&lt;b&gt;Jo&lt;/b&gt;@" in told


@pytest.mark.parametrize(
    ("attempt", "said"),
    [
        ("{{ ''.__class__.__mro__ }}", "access to attribute '__class__' of 'str'"),
        ("{{ say.__call__.__globals__ }}", "access to attribute '__call__' of 'Speech'"),
        ("{{ say('{0.__class__}', facts) }}", "takes 2 positional arguments but 3 were given"),
        ("{{ say('{x.__class__}', x=facts) }}", "got an unexpected keyword argument 'x'"),
        ("{{ '{0.__class__}'.format(facts) }}", "access to attribute '__class__' of 'tuple'"),
        ("{{ '{x.__class__}'.format_map({'x': 1}) }}", "access to attribute '__class__' of 'int'"),
        ("{{ ('{0.__class__}'|attr('format'))(1) }}", "access to attribute '__class__' of 'int'"),
        ("{{ ('{0.__class__}'|e).format(1) }}", "access to attribute '__class__' of 'int'"),
        ("{{ facts|attr('__class__') }}", "access to attribute '__class__' of 'tuple'"),
        ("{{ facts|map(attribute='__class__')|first }}", "access to attribute '__class__'"),
        ("{{ facts|groupby('__class__') }}", "access to attribute '__class__'"),
        ("{{ facts['__class__'] }}", "access to attribute '__class__' of 'tuple'"),
        ("{{ words['__class__'] }}", "access to attribute '__class__' of 'dict'"),
        ("{{ words.date }}", "nothing here is called date"),
        ("{{ words.re }}", "nothing here is called re"),
        ("{{ sheet_words.KIND_SIGNS }}", "nothing here is called KIND_SIGNS"),
        ("{{ words.update(SKIP='x') }}", "access to attribute 'update' of 'dict'"),
        ("{{ say.texts.clear() }}", "access to attribute 'clear' of 'dict'"),
        ("{{ self._TemplateReference__context }}", "access to attribute '_TemplateReference"),
        ("{{ cycler.__init__.__globals__.os }}", "access to attribute '__init__' of 'type'"),
        ("{{ lipsum() }}", "nothing here is called lipsum"),
        ("{{ 'x' * 1000000000 }}", "* is not for this"),
        ("{{ 10 ** 1000000000 }}", "** is not for this"),
        ("{% for x in range(100001) %}{% endfor %}", "Range too big"),
        ("{% include '../secret' %}", "there is no template ../secret"),
        ("{% include '/etc/passwd' %}", "there is no template /etc/passwd"),
        ("{% include 'osteon/../../pyproject.toml' %}", "there is no template osteon/../../pypr"),
        ("{% extends 'osteon/osteon/plan.css' %}", "there is no template osteon/osteon/plan.css"),
    ],
)
def test_no_template_gets_out_of_its_sandbox(attempt: str, said: str) -> None:
    source, place, text = fault(f"\n{attempt}")
    assert (source, place) == (AT_HEADER, "line 2")
    assert text.startswith("cannot be filled in: ")
    assert said in text


def test_a_format_string_stays_the_text_that_it_is() -> None:
    assert "@{0.__class__}@" in page(own(partials__header="@{{ say('{0.__class__}') }}@"))


def test_what_a_template_gets_is_text_and_no_module() -> None:
    texts = texts_of(page_words)
    assert texts["SKIP"] == "Skip to the weeks"
    assert {type(text) for text in texts.values()} == {str}
    assert not [name for name in texts if not name.isupper()]
    spoken = speech(Language(tag="nl", texts={"Week": "Week {index}"}))
    assert spoken == Speech(tag="nl", texts={"Week": "Week {index}"})
    assert (spoken("Week"), spoken("Race")) == ("Week {index}", "Race")


@pytest.mark.parametrize(
    ("header", "place", "text"),
    [
        (
            "\n\n{{ athlet }}",
            "line 3",
            "cannot be filled in: nothing here is called athlet; did you mean athlete?",
        ),
        ("{{ unheard_of }}", "line 1", "cannot be filled in: nothing here is called unheard_of"),
        (
            "{% for one in facts %}\n{{ one.labell }}\n{% endfor %}",
            "line 2",
            "cannot be filled in: nothing here is called labell",
        ),
        ("{{ 1 / 0 }}", "line 1", "cannot be filled in: division by zero"),
        (
            "\n{{ facts }}",
            "line 2",
            "cannot be filled in: a list is no text; loop over it, or use join",
        ),
        (
            "{{ facts[0] }}",
            "line 1",
            "cannot be filled in: this is neither text nor a number; print one of its parts",
        ),
        (
            "{{ none }}",
            "line 1",
            "cannot be filled in: this is neither text nor a number; print one of its parts",
        ),
        (
            "\n\n{{ title|dates }}",
            "line 3",
            "is not a whole template: No filter named 'dates'",
        ),
        (
            "{% if title is long %}{% endif %}",
            "line 1",
            "cannot be filled in: No test named 'long' found",
        ),
        ("{{ title|safe }}", "line 1", "is not a whole template: No filter named 'safe'"),
        ("{{ [1]|random }}", "line 1", "is not a whole template: No filter named 'random'"),
        (
            "\n{% autoescape false %}{{ athlete }}{% endautoescape %}",
            "line 2",
            "is not a whole template: what is filled in is always escaped, so there is no "
            "autoescape block",
        ),
        ("\n{% bogus %}", "line 2", "is not a whole template: Encountered unknown tag 'bogus'"),
        (
            "{% include ['a', 'b'] %}",
            "line 1",
            "cannot be filled in: there is no template a, b",
        ),
        (
            "\n{% include '" + HEADER + "' %}",
            "line 2",
            "cannot be filled in: includes or calls itself without end",
        ),
        (
            "{% macro m() %}\n{{ m() }}{% endmacro %}{{ m() }}",
            "line 2",
            "cannot be filled in: includes or calls itself without end",
        ),
        (
            "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
            "",
            "is nested deeper than a template can be",
        ),
        (
            "{% for a in facts %}" * 30 + "{% endfor %}" * 30,
            "",
            "is nested deeper than a template can be",
        ),
    ],
    ids=lambda value: value[:30],
)
def test_a_broken_template_is_named_with_its_line_and_what_is_wrong(
    header: str, place: str, text: str
) -> None:
    assert fault(header) == (AT_HEADER, place, text)


def test_every_template_that_cannot_be_read_is_told_at_once() -> None:
    broken = own(plan="<p>\n{{ title", partials__header="{% if %}", letter="{{ any_name }}")
    with pytest.raises(BadInput) as caught:
        check(broken)
    assert caught.value.source == "own"
    assert [problem.place for problem in caught.value.problems] == [
        "plan.html.j2 line 2",
        f"{HEADER} line 1",
    ]


def test_in_an_include_the_line_is_that_of_the_included_file() -> None:
    texts = {
        "partials__header": "\n{% include 'partials/coach.html.j2' %}",
        "partials__coach": "\n\n\n{{ unheard_of }}",
    }
    assert fault(**texts)[:2] == ("own/partials/coach.html.j2", "line 4")


def test_in_a_block_the_line_is_that_of_the_coachs_own_file() -> None:
    letter = '{% extends "osteon/week.txt.j2" %}\n{% block more %}\n{{ oops }}\n{% endblock %}'
    templates = Templates(folder=Path("own"), texts=(("week.txt.j2", letter),))
    texts = ("greeting", "summary", "runs", "next", "ask", "signature")
    content = {**dict.fromkeys(texts, ""), "text": (), "beside": (), "changed": (), "news": ()}
    with pytest.raises(BadInput) as caught:
        fill(templates, "week.txt.j2", content)
    assert str(caught.value) == (
        "own/week.txt.j2: line 3: cannot be filled in: nothing here is called oops"
    )


def test_what_a_coachs_line_hands_to_osteons_macro_is_told_at_that_line() -> None:
    header = "{% import 'partials/lines.html.j2' as lines %}\n\n{{ lines.told(5) }}"
    text = "cannot be filled in: 'int' object is not iterable"
    assert fault(header) == (AT_HEADER, "line 3", text)


def test_what_a_coachs_template_leaves_out_is_told_where_osteons_misses_it() -> None:
    lines = "{% macro fact(one) %}{% endmacro %}"
    assert fault(partials__lines=lines) == (
        "own",
        "",
        "osteon's partials/header.html.j2, line 3, does not work with these templates: "
        "nothing here is called told",
    )


def test_a_fault_of_osteons_own_stays_one() -> None:
    def broken(name: str) -> str:
        return "{{ unheard_of }}"

    with pytest.raises(Exception, match="'unheard_of' is undefined") as caught:
        fill(broken, "plan.html.j2", {})
    assert not isinstance(caught.value, BadInput)
    missing = own(partials__header="fine")
    with pytest.raises(Exception, match="is undefined") as caught:
        fill(missing, "plan.html.j2", {})
    assert not isinstance(caught.value, BadInput)


def test_a_template_that_writes_without_end_is_stopped() -> None:
    header = "{% for x in range(9999) %}{% for y in range(9999) %}word {% endfor %}{% endfor %}"
    text = "cannot be filled in: it writes more than 20 million letters"
    assert fault(header) == ("own", "", text)


def test_one_page_leaves_nothing_behind_for_the_next() -> None:
    lines = (
        "{% set seen = namespace(pages=0) %}"
        "{% macro told(parts) %}{% set seen.pages = seen.pages + 1 %}{{ seen.pages }}{% endmacro %}"
        "{% macro fact(one) %}{% endmacro %}{% macro cited(rules) %}{% endmacro %}"
    )
    templates = own(partials__lines=lines)
    assert page(templates) == page(templates)


def test_a_page_open_to_the_network_is_refused() -> None:
    open_page = (
        '<!doctype html><title>{{ title }}</title><meta name="generator" content="{{ generator }}">'
    )
    source, place, text = fault(plan=open_page)
    assert (source, place) == ("own/plan.html.j2", "")
    assert text == (
        'the page lacks the line <meta http-equiv="Content-Security-Policy" content="{{ policy }}">'
        " in its head, before any style; it keeps the page closed to the network"
    )


def test_a_policy_that_comes_after_a_picture_is_too_late() -> None:
    late = shipped("plan.html.j2").replace("<head>", '<head><link rel="icon" href="//x.example">')
    assert "before any style" in fault(plan=late)[2]


def test_a_page_that_does_not_say_who_wrote_it_would_not_be_written_over_and_is_refused() -> None:
    nameless = shipped("plan.html.j2").replace('<meta name="generator"', '<meta name="author"')
    assert fault(plan=nameless)[2] == (
        'the page lacks the line <meta name="generator" content="{{ generator }}"> near its top; '
        "by it osteon knows its own page again"
    )


def test_a_style_of_the_coachs_comes_last_and_is_in_the_policy() -> None:
    told = page(Templates(folder=Path("own"), texts=(("own.css", "h1 { color: teal; }\n"),)))
    style = told.split("<style>")[1].split("</style>")[0]
    assert style.endswith("--rows: 2; } }\nh1 { color: teal; }")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert f"style-src &#39;sha256-{digest}&#39;;" in told
