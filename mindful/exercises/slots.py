"""Slots in lines: what they become with an answer, and without one.

    {this-feeling}   this anxiety · the feeling you called heavy · this feeling
    {some-feeling}   some anxiety · the feeling you called heavy · some feeling
    {feeling-this}   feeling anxious · feeling what you called heavy · feeling this way
    {in-place}       in the chest · in the body
    {the-place}      the chest · the body
    {name}           ", Ada" · nothing; stands before a comma, a stop or a question mark
    {phrase}         the person's own words; only in lines that need them
    {written}        “I always fail”, the sentence just written; only in lines that need writing

Every line is right with and without each answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from mindful.exercises.answers import Answers
from mindful.exercises.feelings import Feeling, Place

FEELING_SLOTS = ("this-feeling", "some-feeling", "feeling-this")
PLACE_SLOTS = ("in-place", "the-place")

_ASKED = dict.fromkeys(FEELING_SLOTS, "feeling") | dict.fromkeys(PLACE_SLOTS, "place")
_ASKED |= {"name": "name", "phrase": "phrase", "written": "writing"}
ALL = tuple(_ASKED)
"""Every slot there is."""

_NEEDED = ("phrase", "written")
"""Slots that are nothing without their answer, so that only lines that need it have them."""

_DOUBLED = re.compile(r"([?!…]”?)\.")
"""A person's own words may end in their own mark; the line's full stop then goes."""

_SLOT = re.compile(r"\{([^{}]*)\}")


def names_feeling(text: str) -> bool:
    """Whether `text` has a slot for the feeling."""
    return any(f"{{{slot}}}" in text for slot in FEELING_SLOTS)


def says_name(text: str) -> bool:
    """Whether `text` has a slot for the name."""
    return "{name}" in text


def faults(text: str, asks: Sequence[str], needs: Sequence[str]) -> Iterator[str]:
    """What is wrong with the slots of a line of an exercise that asks for `asks`."""
    found = _SLOT.findall(text)
    for slot in found:
        if slot not in _ASKED:
            yield f"unknown slot {{{slot}}}; there are {', '.join(sorted(_ASKED))}"
        elif _ASKED[slot] not in asks:
            yield f"slot {{{slot}}} needs {_ASKED[slot]!r} among what the exercise asks"
    if "{" in _SLOT.sub("", text) or "}" in _SLOT.sub("", text):
        yield "a brace stands alone"
    for slot in _NEEDED:
        if slot in found and _ASKED[slot] not in needs:
            yield f"slot {{{slot}}} needs a line with needs = ['{_ASKED[slot]}']"
    if re.search(r"\{written\}(?![,.?!;:])", text):
        yield "slot {written} stands before a comma or the end of a sentence, and its mark"
    if sum(slot in FEELING_SLOTS for slot in found) > 1:
        yield "a line names the feeling once"
    if re.search(r"\{name\}(?![,.?!])", text):
        yield "slot {name} stands before a comma, a full stop or a question mark"


def says_phrase(text: str) -> bool:
    """Whether `text` has a slot for the person's own phrase."""
    return "{phrase}" in text


def fill(
    text: str, answers: Answers, *, feeling: bool = True, name: bool = True, turn: int = 0
) -> str:
    """Fill every slot of a line.

    Args:
        text: the line, its slots without `faults`.
        answers: what the person said.
        feeling: say the feeling's word; otherwise it is "this feeling".
        name: say the name.
        turn: which of several phrases of their own, counted from 0 and around.
    """
    if "{" not in text:
        return text
    felt = answers.feelings[:2] if feeling else ()
    values: dict[str, Callable[[], str]] = {
        "this-feeling": lambda: _feelings(felt, "this"),
        "some-feeling": lambda: _feelings(felt, "some"),
        "feeling-this": lambda: _feeling_adjectives(felt),
        "in-place": lambda: _places(answers.places[:2], within) or "in the body",
        "the-place": lambda: _places(answers.places[:2], _the) or "the body",
        "name": lambda: f", {answers.name}" if name and answers.name else "",
        "phrase": lambda: _in_turn(answers.own_phrases, turn),
        "written": lambda: f"“{answers.written}”",
    }
    filled = _DOUBLED.sub(r"\1", _SLOT.sub(lambda match: values[match[1]](), text))
    return _capital(filled) if text.startswith("{") else filled


def _in_turn(phrases: Sequence[str], turn: int) -> str:
    return phrases[turn % len(phrases)] if phrases else ""


def is_private(text: str, answers: Answers, *, feeling: bool = True, name: bool = True) -> bool:
    """Whether filling `text` this way puts something in it that the person typed."""
    if "{" not in text:
        return False
    slots = set(_SLOT.findall(text))
    own_feeling = feeling and any(felt.own for felt in answers.feelings[:2])
    own_place = any(place.own for place in answers.places[:2])
    return bool(
        (slots & set(FEELING_SLOTS) and own_feeling)
        or (slots & set(PLACE_SLOTS) and own_place)
        or ("name" in slots and name and answers.name)
        or ("phrase" in slots and answers.own_phrases)
        or ("written" in slots and answers.written)
    )


def _feelings(felt: Sequence[Feeling], article: str) -> str:
    named = [
        f"the feeling you called {one.adjective}" if one.own else _called(one.noun, article)
        for one in felt
        if one.own or one.noun
    ]
    return " and ".join(named) or f"{article} feeling"


def _called(noun: str, article: str) -> str:
    """A feeling with its article: some anxiety, this anxiety, but a sense of being stuck."""
    return f"a {noun}" if article == "some" and noun.startswith("sense ") else f"{article} {noun}"


def _feeling_adjectives(felt: Sequence[Feeling]) -> str:
    named = [
        f"what you called {one.adjective}" if one.own else one.adjective
        for one in felt
        if one.own or one.noun
    ]
    return f"feeling {' and '.join(named)}" if named else "feeling this way"


def _places(places: Sequence[Place], said: Callable[[Place], str]) -> str:
    return " and ".join(filter(None, map(said, places)))


def within(place: Place) -> str:
    """A place with its preposition: "in the chest"; empty where there is none."""
    return f"in the place you called {place.name}" if place.own else place.within


def _the(place: Place) -> str:
    return f"the place you called {place.name}" if place.own else place.the


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
