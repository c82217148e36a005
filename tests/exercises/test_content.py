"""The built-in exercises keep the rules for words and sits, at every length they offer."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

import pytest
from rapidfuzz import fuzz

from mindful.exercises import rules
from mindful.exercises.answers import Answers, answers_from
from mindful.exercises.compose import compose
from mindful.exercises.feelings import Vocabulary
from mindful.exercises.library import Library
from mindful.exercises.loading import load
from mindful.exercises.model import Density, Exercise, PhaseKind
from mindful.exercises.plan import estimated, plan
from mindful.exercises.review import review
from mindful.exercises.review_sits import Sit, sit, unvoiced_share
from mindful.exercises.review_words import all_texts
from mindful.exercises.timeline import RATE
from tests.exercises.conftest import ASSETS, every_file, sampled_lengths

NEAR_REPEAT = 85
"""Token-set ratio, 0 to 100, from which two lines of a sit sound like a repeat."""

PACER = {"silence", "anchor", "way-out-twice"}
EXEMPTIONS = {
    "grounding": {"eyes"},
    "noting": {"participles"},
    "pacer-478": PACER | {"pace"},
    "pacer-box": PACER | {"pace"},
    "pacer-coherent": PACER,
    "pacer-sigh": PACER | {"pace"},
    "sleep": {"silence"},
    "timer": {"silence", "anchor", "way-out-twice", "pace"},
    "walking": {"eyes"},
}
"""Every exemption there is: a new one is looked at by a person first."""


def full_sits(exercise: Exercise, lengths: list[int], seeds: int = 1) -> list[Sit]:
    offered = range(exercise.minutes.least, exercise.minutes.longest + 1)
    return [
        sit(exercise, Answers(), minutes, Density.FULL, seed)
        for minutes in lengths
        if minutes in offered
        for seed in range(seeds)
    ]


def assert_clean(path: Path, vocabulary: Vocabulary, lengths: Iterable[int] | None) -> None:
    result = review(load(path), vocabulary, path.read_text(encoding="utf-8"), lengths)
    found = [f"{path.name}:{f.line}: {f.rule}: {f.reason}" for f in result.findings]
    assert not found, "\n".join(found)


@every_file
def test_the_review_finds_nothing(path: Path, vocabulary: Vocabulary) -> None:
    assert_clean(path, vocabulary, sampled_lengths(load(path)))


@every_file
@pytest.mark.long
def test_the_review_finds_nothing_at_any_length(path: Path, vocabulary: Vocabulary) -> None:
    assert_clean(path, vocabulary, None)


@every_file
def test_only_known_exemptions_are_claimed(path: Path) -> None:
    exercise = load(path)
    assert set(exercise.exempt) == EXEMPTIONS.get(exercise.id, set())


@every_file
def test_no_line_of_a_sit_sounds_like_another(path: Path, vocabulary: Vocabulary) -> None:
    exercise = load(path)
    for one in full_sits(exercise, [20, 45], seeds=3):
        lines = [said.cue.text for said in one.spoken if not said.line.refrain]
        repeats = [
            (a, b) for a, b in combinations(lines, 2) if fuzz.token_set_ratio(a, b) >= NEAR_REPEAT
        ]
        assert len(repeats) <= len(lines) // 20, (one.name, repeats)


@every_file
def test_the_voice_leaves_the_silence_that_is_meant(path: Path) -> None:
    for one in full_sits(load(path), [5, 20, 45], seeds=3):
        aim = rules.unvoiced_share(one.exercise, one.minutes)
        assert unvoiced_share(one) == pytest.approx(aim, abs=0.05), one.name


def test_no_line_is_in_two_exercises(library: Library) -> None:
    homes: dict[str, set[str]] = {}
    for exercise in library.exercises:
        for text in all_texts(exercise):
            if len(text.words.split()) > 5:
                homes.setdefault(text.words.casefold(), set()).add(exercise.id)
    shared = {words: ids for words, ids in homes.items() if len(ids) > 1}
    assert not shared


@every_file
def test_the_icon_beside_a_title_exists(path: Path) -> None:
    assert list((ASSETS / "icons").rglob(f"{load(path).icon}.svg"))


@every_file
def test_every_file_names_its_schema(path: Path) -> None:
    assert (path.parent / load(path).schema_).resolve() == ASSETS / "exercises" / "schema.json"


@every_file
def test_answers_of_every_kind_read_well(path: Path, vocabulary: Vocabulary) -> None:
    exercise = load(path)
    everybody = [
        {"feelings": ("anxious", "sad", "tired"), "places": ("shoulders", "all over")},
        {"feelings": ("tender",), "places": ("nowhere clear",)},
        {"feelings": ("can't tell",), "places": ("left knee",)},
        {
            "feelings": ("like fog",),
            "name": "Ada",
            "phrase": "I can begin again.",
            "written": "Why me?",
        },
    ]
    for given in everybody:
        answers = answers_from(vocabulary, **given)  # type: ignore[arg-type]  # one dict for several parameters
        for minutes in {exercise.minutes.least, min(20, exercise.minutes.longest)}:
            for said in sit(exercise, answers, minutes, Density.FULL, 1).spoken:
                text = said.cue.text
                assert text[0].isupper(), text
                assert text.rstrip("”")[-1] in ".?!", text
                assert not any(
                    bad in text for bad in ("{", "}", "  ", " ,", " .", ",,", "..", "?”.")
                ), text


def test_a_pacer_speaks_a_tenth_of_the_time_at_most(library: Library) -> None:
    pacers = [
        exercise
        for exercise in library.exercises
        if any(phase.kind is PhaseKind.BREATH for phase in exercise.phase)
    ]
    assert pacers
    for exercise in pacers:
        for minutes in range(exercise.minutes.least, exercise.minutes.longest + 1):
            timeline = plan(compose(exercise, Answers(), minutes, seed=minutes), estimated)
            voiced = sum(cue.end - cue.start for cue in timeline.spoken)
            assert voiced <= timeline.frames / 10, (exercise.id, minutes)


def test_short_sits_arrive_within_twenty_seconds(library: Library) -> None:
    for seed in range(4):
        for minutes in (2, 3, 4, 5):
            one = sit(library.find("breath"), Answers(), minutes, Density.FULL, seed)
            arriving = [said for said in one.spoken if said.cue.phase == "Arrive"]
            assert len(arriving) == 1
            assert (arriving[0].cue.end - arriving[0].cue.start) / RATE <= 20


def test_grounding_keeps_all_its_senses_at_every_length(library: Library) -> None:
    grounding = library.find("grounding")
    for minutes in range(grounding.minutes.least, grounding.minutes.longest + 1):
        for density in (Density.FULL, Density.SOME, Density.LITTLE):
            one = sit(grounding, Answers(), minutes, density, minutes)
            words = " ".join(said.cue.text.lower() for said in one.spoken)
            for sign in ("five", "four", "three", "two", "one", "day", "stop"):
                assert sign in words, (minutes, density, sign)
