"""Which lines a sit says: by length, by density, and when the voice is slower than thought."""

from __future__ import annotations

from itertools import pairwise

import msgspec
import pytest

from mindful.exercises import rules
from mindful.exercises.answers import Answers
from mindful.exercises.compose import compose
from mindful.exercises.library import Library
from mindful.exercises.model import Density, Exercise, Line, Minutes, Phase, Quiet
from mindful.exercises.plan import estimated, plan
from mindful.exercises.script import CORE, Script
from mindful.exercises.timeline import RATE, Timeline


def exercise(*phases: Phase, unvoiced: float = 0.5) -> Exercise:
    return Exercise(
        id="small",
        title="Small",
        group="steady",
        purpose="A small one.",
        minutes=Minutes(least=1, suggested=5),
        unvoiced=((5, unvoiced),),
        phase=phases,
    )


def lines(count: int, word: str, **fields: object) -> tuple[Line, ...]:
    """Lines of about ten seconds."""
    return tuple(
        Line(say=f"Line {n} of {word} is one of many. It takes about ten seconds to say.", **fields)  # type: ignore[arg-type]  # fields of several types
        for n in range(count)
    )


def slow(script: Script, times: float) -> Timeline:
    lengths = {line.text: int(line.frames * times) for line in (*script.lines, *script.reserve)}
    return plan(script, lengths.get)


def test_optional_lines_of_a_short_first_and_last_phase_come_in() -> None:
    sit = exercise(
        Phase(name="In", share=10, longest=90, line=(*lines(3, "a", core=True), *lines(3, "b"))),
        Phase(name="Stay", share=80, line=(*lines(2, "c", core=True), *lines(60, "d"))),
        Phase(name="Out", share=10, longest=90, line=(*lines(3, "e"), *lines(3, "f", core=True))),
    )
    said = compose(sit, Answers(), 20).lines
    for phase in (0, 2):
        assert [line for line in said if line.phase == phase and line.rank != CORE]
    spans = plan(compose(sit, Answers(), 20), estimated).phases
    assert max(spans[0].end, spans[2].end - spans[2].start) <= 90 * RATE


@pytest.mark.parametrize("times", [1.5, 2, 3, 5, 8])
def test_a_slow_voice_loses_lines_of_the_middle_never_the_first_or_last(times: float) -> None:
    sit = exercise(
        Phase(name="Arrive", share=20, line=lines(4, "a", core=True)),
        Phase(name="Stay", share=60, line=(*lines(1, "x"), *lines(10, "c", core=True))),
        Phase(name="Close", share=20, line=lines(4, "e", core=True)),
    )
    script = compose(sit, Answers(), 5)
    core = [line.key for line in script.lines if line.rank == CORE]
    kept = [cue.line for cue in slow(script, times).spoken]
    assert (kept[0], kept[-1]) == (core[0], core[-1])
    gone = [index for index, key in enumerate(core) if key not in kept]
    assert all(after == before + 1 for before, after in pairwise(gone))
    assert bool(gone) is (times > 1.5)


def test_a_voice_far_too_slow_still_ends_on_time() -> None:
    stay = Phase(name="Stay", share=100, line=lines(5, "c", core=True))
    script = compose(exercise(stay), Answers(), 1)
    timeline = slow(script, 50)
    assert timeline.bells[-1].start == 60 * RATE
    assert not timeline.spoken


def test_contact_is_seen_over_the_border_of_two_phases() -> None:
    near = lines(3, "near", core=True, stance="contact")
    other = lines(10, "other", core=True)
    back = Line(say="Come back to your hands.", core=True, stance="anchor")
    sit = exercise(
        Phase(name="Before", share=50, line=(back, *near[:2])),
        Phase(name="After", share=50, line=(near[2], *other[:1], back, *other[1:])),
    )
    timeline = plan(compose(sit, Answers(), 10, Density.LITTLE), estimated)
    begun, anchored = timeline.spoken[1].start, timeline.spoken[5].start
    assert timeline.spoken[5].text == "Come back to your hands."
    assert anchored - begun <= rules.CONTACT_SECONDS * RATE


@pytest.mark.parametrize("minutes", [10, 20, 45])
def test_some_keeps_sixty_per_cent_and_little_the_core(library: Library, minutes: int) -> None:
    sit = library.find("breath")

    def said(density: Density) -> tuple[int, int]:
        script = compose(sit, Answers(), minutes, density)
        optional = sum(line.rank != CORE for line in script.lines)
        return len(script.lines) - optional, optional

    core, optional = said(Density.FULL)
    assert said(Density.LITTLE) == (core, 0)
    assert said(Density.BELLS) == (0, 0)
    kept = said(Density.SOME)
    assert kept[0] == core
    assert kept[1] == pytest.approx(rules.SOME_OF_OPTIONAL * optional, abs=2)


def test_announcements_count_as_voice() -> None:
    stay = Phase(name="Stay", share=100, line=(*lines(12, "a", core=True), *lines(80, "b")))
    quiet = Quiet(first=("A longer quiet follows now.",), cues=("Quiet for a while.",))
    sit = msgspec.structs.replace(exercise(stay, unvoiced=0.9), quiet=quiet)
    script = compose(sit, Answers(), 45)
    assert sum(line.announces for line in script.lines) > 3
    voiced = sum(line.frames for line in script.lines)
    # Within half a line: fewer lines bring more announcements, which is why it is not closer.
    assert 1 - voiced / script.frames == pytest.approx(0.9, abs=0.03)
