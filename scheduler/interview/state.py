"""The interview as a state: answers so far, the next question, and what a typed line does to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from scheduler.interview.checking import closed_gates, problems
from scheduler.interview.question import Heard
from scheduler.interview.questions import course
from scheduler.profile.fields import Unfit, shown
from scheduler.words import interview as words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scheduler.interview.question import Question

BACK: Final = frozenset({"back", "<"})
STOP: Final = frozenset({"stop", "quit", "exit"})
LEAVE_OUT: Final = frozenset({"none", "skip", "-", "no"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Given:
    """An answer: the question's key and the profile's value, None where it was left out."""

    key: str
    value: object


@dataclass(frozen=True, kw_only=True, slots=True)
class Interview:
    """Answers in the order of the questions, and those taken back, which are offered again.

    ``before`` holds them by key as they would be typed.
    """

    source: str
    today: date
    in_git: bool = False
    given: tuple[Given, ...] = ()
    before: tuple[tuple[str, str], ...] = ()

    @property
    def heard(self) -> Heard:
        """What the questions may look at."""
        answers = {each.key: each.value for each in self.given}
        return Heard(source=self.source, today=self.today, in_git=self.in_git, answers=answers)


@dataclass(frozen=True, kw_only=True, slots=True)
class Reply:
    """What a line did: the interview from here on and what to say of it; ``stop`` ends it."""

    interview: Interview
    said: tuple[str, ...] = ()
    gates: tuple[str, ...] = ()
    stop: bool = False


def next_question(interview: Interview) -> Question | None:
    """The first question that applies and has no answer; None after the last."""
    heard = interview.heard
    return next((each for each in course(heard) if each.key not in heard.answers), None)


def asks(interview: Interview) -> dict[str | None, str]:
    """The questions of the interview so far, by key, as they are asked."""
    return {question.key: question.words.ask for question in course(interview.heard)}


def respond(interview: Interview, line: str) -> Reply:
    """What a typed line does while ``next_question`` is asked: an answer, or a word of command."""
    question, typed = next_question(interview), line.strip()
    if question is None or typed.casefold() in STOP:
        return Reply(interview=interview, stop=True)
    if typed == "?":
        return Reply(interview=interview, said=(question.words.more,))
    if typed.casefold() in BACK:
        if not interview.given:
            return Reply(interview=interview, said=(words.FIRST,))
        return Reply(interview=_taken_back(interview, len(interview.given) - 1))
    heard = interview.heard
    try:
        value = _value(question, typed, offered(interview, question), heard)
    except Unfit as unfit:
        told = _wrong(typed, question.kind.allowed, str(unfit)) if typed else words.NEEDED
        return Reply(interview=interview, said=(told,))
    return _judged(interview, question, value, typed)


def offered(interview: Interview, question: Question) -> str | None:
    """What Enter alone answers, as it would be typed; "" for nothing, None where it does not."""
    earlier = dict(interview.before).get(question.key)
    if earlier is not None:
        return earlier
    default = question.default(interview.heard)
    if default is not None:
        return question.kind.show(default)
    return "" if question.optional else None


def reopened(interview: Interview, key: str) -> Interview:
    """Back to the question with this key; the answers from there on are offered again."""
    keys = [each.key for each in interview.given]
    return _taken_back(interview, keys.index(key)) if key in keys else interview


def as_typed(interview: Interview) -> tuple[tuple[str, str], ...]:
    """Each answer by key, as it would be typed; "" where it was left out."""
    kinds = {question.key: question.kind for question in course(interview.heard)}
    return tuple(
        (each.key, "" if each.value is None else kinds[each.key].show(each.value))
        for each in interview.given
    )


def resumed(interview: Interview, typed: Iterable[tuple[str, str]]) -> Interview:
    """The interview with answers typed before; from the first that no longer fits on, offered."""
    answers = list(typed)
    now = replace(interview, before=())
    for number, (key, text) in enumerate(answers):
        question = next_question(now)
        if question is None or question.key != key:
            return _offering(now, interview, answers[number:])
        # What was left out is typed as "none": Enter would take a default.
        reply = respond(now, text or "none")
        if reply.interview == now:
            return _offering(now, interview, answers[number:])
        now = reply.interview
    return replace(now, before=interview.before)


def _offering(now: Interview, was: Interview, typed: list[tuple[str, str]]) -> Interview:
    return replace(now, before=tuple((dict(was.before) | dict(typed)).items()))


def _value(question: Question, typed: str, offer: str | None, heard: Heard) -> object:
    if not typed:
        if offer is None:
            raise Unfit
        typed = offer
    if question.optional and (not typed or typed.casefold() in LEAVE_OUT):
        return None
    return question.kind.read(typed, heard)


def _judged(interview: Interview, question: Question, value: object, typed: str) -> Reply:
    given = (*interview.given, Given(key=question.key, value=value))
    kept = tuple(each for each in interview.before if each[0] != question.key)
    now = replace(interview, given=given, before=kept)
    if wrong := _broken(now, question):
        return Reply(interview=interview, said=wrong)
    closed = closed_gates(interview.heard)
    gates = tuple(text for code, text in closed_gates(now.heard).items() if code not in closed)
    return Reply(interview=now, said=_echo(question, value, typed), gates=gates)


def _broken(now: Interview, question: Question) -> tuple[str, ...]:
    heard, asked = now.heard, asks(now)
    value = heard.answers[question.key]
    if question.key == "start" and isinstance(value, date) and value < heard.today:
        return (words.FROM_TODAY.format(found=value, today=heard.today),)
    found = problems(heard)
    here = [problem.text for key, problem in found if key == question.key]
    if here:
        return tuple(words.sentence(text) for text in here[:1])
    told = [words.against(asked[key], problem.text) for key, problem in found if key in asked]
    return (told[0], words.AGAIN_OR_BACK) if told else ()


def _echo(question: Question, value: object, typed: str) -> tuple[str, ...]:
    """The answer as it was understood, where that is more than what was typed."""
    if value is None:
        return ()
    kind = question.kind
    told = (kind.told or kind.show)(value)
    initial = typed.isalpha() and kind.show(value).casefold()[:1] == typed.casefold()
    same = initial or told.casefold() == typed.casefold()
    return () if same else (words.ECHO.format(told=told),)


def _wrong(typed: str, allowed: str, hint: str) -> str:
    told = f"found {shown(typed)}; allowed: {allowed}"
    return words.sentence(f"{told}; {hint}" if hint else told)


def _taken_back(interview: Interview, number: int) -> Interview:
    """Without the answers from ``number`` on, which are offered when their questions come."""
    typed = as_typed(interview)
    back = dict(interview.before) | dict(typed[number:])
    return replace(interview, given=interview.given[:number], before=tuple(back.items()))
