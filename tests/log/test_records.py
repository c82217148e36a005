from __future__ import annotations

import pytest

from mindful.exercises.timeline import Cue, CueKind
from mindful.log.errors import LogTrouble
from mindful.log.records import NOTE_LENGTH, SpokenCue, check_text
from tests.log.aids import a_sit, code_of


@pytest.mark.parametrize("number", [-1, 11, 10**20])
def test_intensity_is_0_to_10(number: int) -> None:
    with pytest.raises(LogTrouble) as trouble:
        a_sit(intensity_before=number)
    assert code_of(trouble) == "scale-out-of-range"


@pytest.mark.parametrize("number", [0, 10, None])
def test_the_ends_of_the_scale_and_no_answer_are_taken(number: int | None) -> None:
    assert a_sit(intensity_before=number).intensity_before == number


@pytest.mark.parametrize("field", ["feelings", "places"])
def test_a_word_is_neither_empty_nor_longer_than_sixty(field: str) -> None:
    for word, code in (("", "word-empty"), ("  ", "word-empty"), ("x" * 61, "word-too-long")):
        with pytest.raises(LogTrouble) as trouble:
            a_sit(**{field: ("fine", word)})
        assert code_of(trouble) == code
        assert "xx" not in str(trouble.value)  # what a person wrote is in no error
    assert getattr(a_sit(**{field: ("x" * 60,)}), field) == ("x" * 60,)


def test_a_note_has_room_but_not_for_ever() -> None:
    check_text("x" * NOTE_LENGTH)
    with pytest.raises(LogTrouble) as trouble:
        check_text("x" * (NOTE_LENGTH + 1))
    assert code_of(trouble) == "text-too-long"


def test_a_spoken_cue_is_what_a_plan_says() -> None:
    cue = Cue(kind=CueKind.SAY, phase="Arrive", start=5, end=9, text="Hello.", line="arrive-1")
    kept = SpokenCue(kind="say", phase="Arrive", start=5, end=9, text="Hello.", line="arrive-1")
    assert SpokenCue.of(cue) == kept
