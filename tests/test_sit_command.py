"""What ``mindful sit`` suggests before a feeling sit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from mindful.commands.common import suggested_length
from mindful.commands.sit import gentler_minutes, tell_what_is_suggested
from mindful.exercises.answers import Answers
from mindful.log.records import Ended
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.sit.choice import Choice
from mindful.sit.safety import EARLY_SITS
from mindful.wording import early_words, gentler_words
from tests.log.aids import a_sit


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    made = Parts(find_paths(tmp_path))
    yield made
    made.close()


def test_a_gentler_sit_is_said_and_short_until_one_has_begun(
    parts: Parts, capsys: pytest.CaptureFixture[str]
) -> None:
    options = {"exercise": "sit-with-it", "preset": None}
    assert gentler_minutes(parts, options) is None
    parts.remember(gentler_next=True)
    assert gentler_minutes(parts, {**options, "exercise": "breath"}) is None
    assert capsys.readouterr().err == ""
    assert gentler_minutes(parts, options) == 5
    assert capsys.readouterr().err.strip() == gentler_words()
    tell_what_is_suggested(parts, choice(parts, 5))
    assert gentler_minutes(parts, options) is None


def test_a_long_feeling_sit_is_told_of_until_ten_are_completed(
    parts: Parts, capsys: pytest.CaptureFixture[str]
) -> None:
    def keep(ended: Ended) -> None:
        sit = parts.desk.submit(lambda log: log.sits.begin(a_sit(exercise="sit-with-it"))).result()
        parts.desk.submit(lambda log: log.sits.finish(sit.id, ended, 600)).result()

    def told(minutes: int) -> str:
        tell_what_is_suggested(parts, choice(parts, minutes))
        return capsys.readouterr().err.strip()

    keep(Ended.EARLY)
    for _ in range(EARLY_SITS - 1):
        keep(Ended.FINISHED)
    assert [told(20), told(21)] == ["", early_words()]
    keep(Ended.FINISHED)
    assert told(21) == ""


def test_an_exercise_of_ones_own_suggests_no_long_feeling_sit(parts: Parts) -> None:
    feeling, other = parts.library.find("sit-with-it"), parts.library.find("breath")
    for exercise, minutes in ((feeling, 20), (other, 45)):
        long = msgspec.structs.replace(exercise.minutes, suggested=45)
        assert suggested_length(msgspec.structs.replace(exercise, minutes=long)) == minutes


def choice(parts: Parts, minutes: int) -> Choice:
    return Choice(exercise=parts.library.find("sit-with-it"), minutes=minutes, answers=Answers())
