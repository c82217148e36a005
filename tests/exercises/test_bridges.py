"""The lines between two courses of a sit follow the rules of every other line."""

from __future__ import annotations

import pytest

from mindful.exercises.bridges import Bridges, load_bridges
from mindful.exercises.estimate import line_frames
from mindful.exercises.feelings import Vocabulary
from mindful.exercises.model import Exercise, Line, Minutes, Phase
from mindful.exercises.review import WORD_RULES, WordRule
from mindful.exercises.timeline import RATE
from tests.exercises.conftest import ASSETS

BRIDGES = load_bridges(ASSETS / "bridges.toml")
ELSEWHERE = {"openings", "quiet"}
"""Rules on how an exercise begins, and on announcements that are added to its lines."""


def as_exercise(bridges: Bridges) -> Exercise:
    """An exercise that says every one of them."""
    lines = tuple(Line(say=words) for words in bridges.words)
    return Exercise(
        id="bridges",
        title="Bridges",
        group="here",
        purpose="None.",
        minutes=Minutes(least=5, suggested=5),
        unvoiced="mixed",
        phase=(Phase(name="All", share=100, line=lines),),
    )


@pytest.mark.parametrize(
    "rule", [rule for rule in WORD_RULES if rule.name not in ELSEWHERE], ids=lambda rule: rule.name
)
def test_their_words_follow_the_rules(rule: WordRule, vocabulary: Vocabulary) -> None:
    assert not list(rule.look(as_exercise(BRIDGES), vocabulary))


def test_they_hold_no_slots_and_are_short() -> None:
    for words in BRIDGES.words:
        assert "{" not in words
        assert line_frames(words) < 12 * RATE, words


def test_what_leads_to_an_anchor_names_more_than_one_and_never_breath_alone() -> None:
    for words in (*BRIDGES.gentler, *BRIDGES.finishing, *BRIDGES.staying_near):
        assert sum(anchor in words for anchor in ("hands", "feet", "sounds")) == 3, words
    assert not any("breath" in words for words in BRIDGES.words)
