"""What can be copied for whoever mends Mindful holds nothing of the person."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from pathlib import Path

import pytest

from mindful.diagnosis import diagnose, told_of
from mindful.exercises.timeline import RATE
from mindful.log.log import Log
from mindful.parts import Parts
from mindful.paths import Paths, at_home
from mindful.sit.measures import Measures
from mindful.sit.measuring import Measure, Strike
from tests.log.aids import Hands, keep_sits

pytestmark = pytest.mark.sound

MEASURE = Measure(
    frames=600 * RATE,
    strikes=(Strike(0, 0), Strike(600 * RATE, 600 * RATE + 24)),
    missing=960,
    outages=1,
    silent_seconds=4.5,
    lines=12,
    unspoken=1,
    late_lines=2,
    latest_seconds=1.5,
    voice="kokoro",
)


@pytest.fixture
def parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Parts]:
    home = tmp_path / "ada"
    monkeypatch.setenv("HOME", str(home))
    parts = Parts(Paths(data=home / "data", config=home / "config", cache=home / "cache"))
    yield parts
    parts.close()


def test_it_tells_what_works_and_how_exactly_the_last_sits_were_played(parts: Parts) -> None:
    Measures(parts.paths.measures).add(MEASURE)
    diagnosis = diagnose(parts)
    facts = {fact.about: fact.found for fact in diagnosis.facts}
    assert facts["Sound"] == "PulseAudio"
    assert facts["Bell"] == "can be struck"
    assert facts["Log"] == "can be read"
    assert facts["Reports"] == "0 reports of mistakes in ~/data/reports"
    (sit,) = diagnosis.sits
    assert sit.about == "10.0 minutes"
    assert sit.found == (
        "2 bells, at most +0.5 ms off; the last planned at frame 28,800,000, heard at 28,800,024. "
        "Gaps of 0.02 s. Sound gone 1 time, for 4.5 s. "
        "Voice kokoro: 12 lines, 1 as captions alone, 2 late, by 1.5 s at most."
    )
    assert diagnosis.text.count("\n") == len(facts)


def test_nothing_in_it_is_the_persons(parts: Parts) -> None:
    hands = Hands()
    parts.paths.data.mkdir(parents=True)
    log = Log(parts.paths.log, hands)
    keep_sits(log, hands, 3)
    log.profile.set("name", "Ada")
    log.close()
    text = diagnose(parts).text
    for word in (
        "Ada",
        "ada/",
        "sad",
        "chest",
        "note",
        "Mindfulness of Breath",
        "2026",
        str(Path.home()),
    ):
        assert word not in text, word
    assert getpass.getuser() == "root" or getpass.getuser() not in text


def test_a_damaged_log_and_a_sit_without_bells_are_told(parts: Parts) -> None:
    parts.paths.data.mkdir(parents=True)
    parts.paths.log.write_bytes(b"no log" * 1000)
    facts = {fact.about: fact.found for fact in diagnose(parts).facts}
    assert facts["Log"] == "log-foreign"
    assert told_of(Measure(frames=0)) == "No bell was struck. No gaps."


def test_only_what_is_at_home_is_shortened() -> None:
    assert at_home(Path("/home/ada/x/y"), Path("/home/ada")) == "~/x/y"
    assert at_home(Path("/srv/x"), Path("/home/ada")) == "/srv/x"
