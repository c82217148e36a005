"""Pages of writing inside a sit: their time, their words, and going on from them."""

from __future__ import annotations

import msgspec
import pytest

from mindful.exercises import rules
from mindful.exercises.answers import Answers, own_sentence
from mindful.exercises.changing import gone_on, renewed, stayed
from mindful.exercises.compose import compose
from mindful.exercises.errors import ExerciseTrouble
from mindful.exercises.model import Density, Exercise, Line, Minutes, Phase, PhaseKind, Quiet
from mindful.exercises.plan import estimated, plan
from mindful.exercises.script import CORE
from mindful.exercises.timeline import RATE, Cue, CueKind, Timeline

WROTE = Answers(written="I always fail")


def exercise(**changes: object) -> Exercise:
    """A sit with a page of writing in its middle, and optional lines around it."""

    def some(text: str) -> tuple[Line, ...]:
        return tuple(
            Line(say=f"{text} number {n} goes on for a while. It has a second sentence.")
            for n in range(30)
        )

    phases = (
        Phase(
            name="Arrive",
            share=20,
            line=(Line(say="Sit down. You may stop at any time.", core=True), *some("Arriving")),
        ),
        Phase(
            name="Write",
            share=40,
            kind=PhaseKind.WRITE,
            prompt="What does it say?",
            keeps="sentence",
            line=(
                Line(say="Take the page.", core=True, pause=4),
                Line(say="Write what comes.", core=True, pause=5),
            ),
        ),
        Phase(
            name="Hear",
            share=40,
            line=(
                Line(say="You wrote: {written}.", core=True, needs=("writing",)),
                Line(say="Bring the thought to mind.", core=True, without=("writing",)),
                *some("Hearing"),
                Line(say="Look around you. Go well.", core=True),
            ),
        ),
    )
    fields: dict[str, object] = {
        "id": "page",
        "title": "Page",
        "group": "paper",
        "purpose": "A page.",
        "minutes": Minutes(least=3, suggested=10),
        "unvoiced": "mixed",
        "asks": ("writing",),
        "quiet": Quiet(first=("A longer quiet now.",), cues=("Quiet now.",)),
        "phase": phases,
    }
    return Exercise(**(fields | changes))  # type: ignore[arg-type]  # fields of several types


def page_of(timeline: Timeline) -> Cue:
    (page,) = [cue for cue in timeline.cues if cue.kind is CueKind.WRITE]
    return page


def frames(timeline: Timeline, kind: CueKind) -> int:
    return sum(cue.end - cue.start for cue in timeline.cues if cue.kind is kind)


@pytest.mark.parametrize("density", list(Density))
@pytest.mark.parametrize("minutes", [3, 5, 10, 20, 45, 90])
def test_the_page_opens_after_its_lines_and_stays_to_the_end_of_its_phase(
    minutes: int, density: Density
) -> None:
    timeline = plan(compose(exercise(), Answers(), minutes, density), estimated)
    page, span = page_of(timeline), timeline.phases[1]
    assert (page.prompt, page.keeps, page.end) == ("What does it say?", "sentence", span.end)
    before = [cue for cue in timeline.spoken if cue.phase == "Write"]
    if density is Density.BELLS:
        assert page.start == span.start
        return
    assert [cue.text for cue in before] == ["Take the page.", "Write what comes."]
    assert before[0].start == span.start
    assert before[1].start - before[0].end == 4 * RATE
    assert page.start - before[1].end == 5 * RATE
    assert page.end - page.start >= rules.WRITING_LEAST * RATE


def test_writing_is_no_silence_and_has_no_cap() -> None:
    script = compose(exercise(), Answers(), 45)
    timeline = plan(script, estimated)
    page = page_of(timeline)
    assert page.end - page.start > 2 * rules.along(rules.SILENCE_CAP, 45) * RATE
    announced = [line.phase for line in script.lines if line.announces]
    assert 1 not in announced


@pytest.mark.parametrize("minutes", [5, 10, 20, 45, 90])
def test_the_page_has_its_share_of_the_sit(minutes: int) -> None:
    script = compose(exercise(), Answers(), minutes)
    core = sum(line.frames / RATE + line.pause for line in script.lines if line.rank == CORE)
    page = page_of(plan(script, estimated))
    meant = 0.40 * (minutes * 60 - core)
    assert (page.end - page.start) / RATE == pytest.approx(meant, abs=1)


@pytest.mark.parametrize("minutes", [5, 10, 20, 45, 90])
def test_writing_is_left_out_of_the_share_of_silence(minutes: int) -> None:
    timeline = plan(compose(exercise(), Answers(), minutes), estimated)
    time = timeline.frames - frames(timeline, CueKind.WRITE)
    unvoiced = 1 - frames(timeline, CueKind.SAY) / time
    assert unvoiced == pytest.approx(rules.unvoiced_share(exercise(), minutes), abs=0.05)


def test_without_writing_the_plain_twin_is_said() -> None:
    texts = [cue.text for cue in plan(compose(exercise(), Answers(), 10), estimated).spoken]
    assert "Bring the thought to mind." in texts
    assert not any("You wrote" in text for text in texts)


def test_the_sentence_is_taken_up_when_it_arrives_and_what_was_said_stays() -> None:
    script = compose(exercise(), Answers(), 10)
    timeline = plan(script, estimated)
    now = page_of(timeline).start + 60 * RATE
    script = gone_on(script, timeline, now)
    said = [cue for cue in timeline.spoken if cue.start < now]
    again = renewed(compose(exercise(), WROTE, 10, spoken=said), script)
    after = plan(again, estimated, held=timeline, now=now)
    assert list(after.spoken[: len(said)]) == said
    taken_up = after.spoken[len(said)]
    assert taken_up.text == "You wrote: “I always fail”."
    assert taken_up.private
    assert taken_up.start == now
    assert not any("Bring the thought" in cue.text for cue in after.spoken)


def test_a_plain_twin_already_said_stays_when_the_sentence_arrives() -> None:
    timeline = plan(compose(exercise(), Answers(), 10), estimated)
    said = [cue for cue in timeline.spoken if cue.start < timeline.frames * 0.9]
    assert any("Bring the thought" in cue.text for cue in said)
    again = compose(exercise(), WROTE, 10, spoken=said)
    assert {cue.line for cue in said} <= {line.key for line in again.lines}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("I always fail.", "You wrote: “I always fail”."),
        ("Why me?", "You wrote: “Why me?”"),
        ("“No one\n cares”", "You wrote: “No one cares”."),
        ('"I am late."', "You wrote: “I am late”."),
    ],
)
def test_a_sentence_reads_well_in_quotation_marks(written: str, said: str) -> None:
    answers = Answers(written=own_sentence(written))
    texts = [line.text for line in compose(exercise(), answers, 10).lines]
    assert said in texts


def test_a_sentence_that_cannot_be_said_is_refused_without_its_words() -> None:
    for written, code in (
        ("secret " * 60, "word-too-long"),
        ("\n ", "word-empty"),
        ("“”", "word-empty"),
    ):
        with pytest.raises(ExerciseTrouble) as caught:
            own_sentence(written)
        assert caught.value.code == code
        assert "secret" not in str(caught.value)


def test_phrases_are_said_in_turn() -> None:
    lines = tuple(Line(say=f"Say {n}: {{phrase}}.", core=True, needs=("phrase",)) for n in range(4))
    own = exercise(asks=("phrase",), phase=(Phase(name="Say", share=100, line=lines),))
    answers = Answers(phrases=("I may rest", "I am enough", "Why not?"))
    texts = [line.text for line in compose(own, answers, 10, Density.LITTLE).lines]
    assert texts == [
        "Say 0: I may rest.",
        "Say 1: I am enough.",
        "Say 2: Why not?",
        "Say 3: I may rest.",
    ]
    assert not compose(own, Answers(), 10).lines
    one = compose(own, Answers(phrase="I may rest"), 10, Density.LITTLE)
    assert one.lines[3].text == "Say 3: I may rest."


# Changes of length while the sit plays


def test_going_on_shortens_the_sit_by_the_time_left() -> None:
    script = compose(exercise(), Answers(), 10)
    timeline = plan(script, estimated)
    page = page_of(timeline)
    now = page.start + 30 * RATE + 123
    after = plan(gone_on(script, timeline, now), estimated, held=timeline, now=now)
    assert after.frames == timeline.frames - (page.end - now)
    assert after.bells[-1].start == after.frames
    assert page_of(after).end == now
    assert after.minutes == 10
    later = [cue.start - now for cue in after.spoken if cue.start >= now]
    planned = [cue.start - page.end for cue in timeline.spoken if cue.start >= page.end]
    assert later == pytest.approx(planned, abs=RATE // 100)


def test_more_time_lengthens_the_page_and_the_sit() -> None:
    script = compose(exercise(), Answers(), 10)
    timeline = plan(script, estimated)
    page = page_of(timeline)
    now = page.start + RATE
    after = plan(stayed(script, timeline, now, 90 * RATE), estimated, held=timeline, now=now)
    assert page_of(after).end == page.end + 90 * RATE
    assert after.frames == timeline.frames + 90 * RATE == after.bells[-1].start


@pytest.mark.parametrize("seconds", [1, 20, 31, 45, 90])
def test_a_sit_shorter_than_its_page_still_ends_on_its_strike(seconds: int) -> None:
    script = compose(exercise(), Answers(), 10)
    short = msgspec.structs.replace(script, frames=seconds * RATE)
    timeline = plan(short, estimated)
    assert timeline.frames == timeline.bells[-1].start == timeline.phases[-1].end == seconds * RATE
    assert all(cue.end <= timeline.frames for cue in timeline.spoken)
