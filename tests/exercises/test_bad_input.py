"""Whatever a file holds, it becomes an exercise that can be sat with, or a trouble with a place."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mindful.exercises.answers import Answers
from mindful.exercises.compose import compose
from mindful.exercises.errors import ExerciseTrouble
from mindful.exercises.faults import faults
from mindful.exercises.feelings import Feeling
from mindful.exercises.loading import load, parse
from mindful.exercises.model import Density, Exercise
from mindful.exercises.plan import estimated, plan
from mindful.exercises.timeline import RATE
from tests.exercises.test_loading import GOOD, write


def refused(text: str) -> dict[str, Any]:
    with pytest.raises(ExerciseTrouble) as caught:
        parse(text, Path("small.toml"))
    assert caught.value.code == "exercise-broken"
    return dict(caught.value.facts)


@pytest.mark.parametrize(
    ("old", "new", "field", "reason"),
    [
        ("share = 40", "share = nan", "phase[0].share", "float"),
        ("share = 40", "share = -inf", "phase[0].share", "float"),
        ("share = 40", f"share = {10**200}", "phase[0].share", "100"),
        ("least = 1", f"least = {10**300}", "minutes.least", "90"),
        ("pause = 4", "pause = 1e999", "phase[0].line[0].pause", "60"),
        ("pause = 4", "pause = nan", "phase[0].line[0].pause", "0.5"),
        ("pause = 4", "cap = nan", "phase[0].line[0].cap", "0.0"),
        ("pause = 4", "cap = 1", "phase[0].line[0].cap", "pause"),
        ("pause = 4", "from = 9\nupto = 8", "phase[0].line[0].from", "upto"),
        ("pause = 4", 'needs = ["writing"]', "phase[0].line[0].needs", "asks"),
        ('"spacious"', "[]", "unvoiced", "length"),
        ('"spacious"', "[[5, 0.5], [3, 0.6]]", "unvoiced", "rise"),
        ('"spacious"', "[[5, nan]]", "unvoiced[0][1]", "0.0"),
        ('"Small"', '"Sm\\u001b[31mall"', "title", "nobody can see"),
        ('"Small"', '"Sm\\nall"', "title", "line break"),
        ('"Small"', '" "', "title", "words"),
        ('"Sit down."', '" "', "phase[0].line[0].say", "words"),
        ('"Sit down."', "[]", "phase[0].line[0].say", "length"),
        ('"Sit down."', f'"{"word " * 300}"', "phase[0].line[0].say", "length"),
        ('"Sit down."', '"{written}."', "phase[0].line[0].say", "writing"),
        ('"Sit down."', "1979-05-27", "phase[0].line[0].say", "str"),
        ('id = "small"', 'id = "/etc/passwd"', "id", "regex"),
        ('id = "small"', 'id = "large"', "id", "file's name"),
        ('name = "Stay"', 'name = "Stay"\nkind = "write"', "phase[1].prompt", "words"),
        ('name = "Stay"', 'name = "Stay"\nprompt = "Why?"', "phase[1].kind", "write"),
        ('name = "Stay"', 'name = "Stay"\nkeeps = "sentence"', "phase[1].kind", "write"),
        ('name = "Stay"', 'name = "Stay"\npattern = [4, 0, 4, 0]', "phase[1].kind", "breath"),
        ('name = "Stay"', 'name = "Stay"\nevery = -3', "phase[1].every", "0"),
    ],
)
def test_a_wrong_value_is_named_with_its_field(old: str, new: str, field: str, reason: str) -> None:
    assert old in GOOD
    facts = refused(GOOD.replace(old, new, 1))
    assert facts["field"] == field
    assert reason in str(facts["reason"])
    lines = GOOD.replace(old, new, 1).splitlines()
    assert field.rpartition(".")[2].partition("[")[0] in lines[int(facts["line"]) - 1] or (
        lines[int(facts["line"]) - 1].startswith("[[")
    )


@pytest.mark.parametrize(
    "breath",
    [
        "pattern = [0, 0, 0, 0]",
        "pattern = [4, -1, 4, 0]",
        "pattern = [nan, 0, 4, 0]",
        "pattern = [4, 4]",
        "pattern = [61, 0, 4, 0]",
        "pattern = [4, 0, 0, 0]",
        'steps = [["in", 4]]',
        'steps = [["in", 4], ["sideways", 4]]',
        'steps = [["in", 0.5], ["out", 0.5]]',
        'steps = [["in", inf], ["out", 4]]',
        'steps = [["in", 4], ["out", 4]]\npattern = [4, 0, 4, 0]',
        "",
    ],
)
def test_a_breath_nobody_can_breathe_is_refused(breath: str) -> None:
    stay = GOOD.index('name = "Stay"')
    facts = refused(f'{GOOD[:stay]}name = "Stay"\nshare = 60\nkind = "breath"\n{breath}\n')
    assert str(facts["field"]).startswith("phase[1]")


def test_a_line_too_long_for_any_length_is_refused() -> None:
    text = GOOD.replace("least = 1\nsuggested = 5", "least = 1\nsuggested = 1\nlongest = 1")
    facts = refused(text.replace("Sit down.", "word, " * 98 + "and."))
    assert facts["field"] == "phase[0].line[0].say"


def test_more_lines_than_any_sit_could_hold_are_refused() -> None:
    more = "[[phase]]\nname = 'More'\nshare = 20\n" + "[[phase.line]]\nsay = 'a'\n" * 200
    facts = refused(GOOD[: GOOD.index("[[phase]]")] + 5 * more)
    assert (facts["field"], "500" in str(facts["reason"])) == ("phase", True)


def test_missing_phases_are_named() -> None:
    assert "phase" in str(refused(GOOD[: GOOD.index("[[phase]]")])["reason"])
    assert refused("phase = []\n" + GOOD[: GOOD.index("[[phase]]")])["field"] == "phase"


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 100_000,
        "a = " + "{a=" * 20_000,
        "a" + ".a" * 400_000 + " = 1",
        "[a" + ".a" * 400_000 + "]",
        "z = {a" + ' . "a"' * 60_000 + " = 1}",
        "a = " + "1" * 5000,
        "a = 0x" + "f" * 5000,
        "\0",
        "[[phase]]\n" * 50_000,
        "[[phase]]\nname = 'a'\nshare = 100\n" + "[[phase.line]]\nsay = 'a'\n" * 30_000,
    ],
    ids=lambda text: text[:12],
)
def test_depth_and_size_are_refused_and_never_crash(text: str) -> None:
    assert int(refused(text)["line"]) >= 1


def test_prose_with_many_stops_is_no_deep_key(tmp_path: Path) -> None:
    say = "In. Out. In. Out. In. Out. In. Out. In. Out. In. Out."
    assert load(write(tmp_path, GOOD.replace("Sit down.", say))).id == "small"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "small.toml"
    os.mkfifo(pipe)
    with pytest.raises(ExerciseTrouble, match="exercise-unreadable"):
        load(pipe)
    with pytest.raises(ExerciseTrouble, match="exercise-unreadable"):
        load(tmp_path)


def test_the_line_of_bytes_that_are_no_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "small.toml"
    path.write_bytes(b"id = 'a'\ntitle = '\xff'\n")
    with pytest.raises(ExerciseTrouble) as caught:
        load(path)
    assert caught.value.facts["line"] == 2


# Fuzz

ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=True),
    st.text(max_size=30),
    st.lists(st.one_of(st.integers(), st.text(max_size=5), st.floats()), max_size=4),
    st.dictionaries(st.text(max_size=5), st.integers(), max_size=2),
)


def line() -> st.SearchStrategy[dict[str, Any]]:
    says = st.sampled_from(
        ["Sit.", "Feel {this-feeling}{name}. Stay here.", "Again, {phrase}.", "So: {written}."]
    )
    return st.fixed_dictionaries(
        {"say": st.one_of(says, st.lists(says, min_size=1, max_size=3))},
        optional={
            "pause": st.floats(0.5, 60),
            "share": st.floats(0, 5),
            "cap": st.floats(0, 100),
            "core": st.booleans(),
            "from": st.integers(0, 90),
            "upto": st.integers(0, 90),
            "module": st.sampled_from(["a", "b"]),
            "stance": st.sampled_from(["contact", "anchor"]),
            "needs": st.just(["phrase", "writing"]),
            "valence": st.sampled_from(["hard", "pleasant"]),
            "refrain": st.booleans(),
        },
    )


def phase(share: float) -> st.SearchStrategy[dict[str, Any]]:
    base = {"name": st.text("abc ", min_size=1, max_size=9), "share": st.just(share)}
    lines = {"line": st.lists(line(), max_size=6), "longest": st.floats(1, 300)}
    return st.one_of(
        st.fixed_dictionaries(base, optional=lines),
        st.fixed_dictionaries(
            base | {"kind": st.just("write"), "prompt": st.just("Why?")}, optional=lines
        ),
        st.fixed_dictionaries(
            base
            | {
                "kind": st.just("breath"),
                "pattern": st.tuples(*[st.floats(0, 20)] * 4).map(list),
            }
        ),
    )


@st.composite
def tables(draw: st.DrawFn) -> dict[str, Any]:
    count = draw(st.integers(1, 4))
    least = draw(st.integers(1, 90))
    return {
        "id": "small",
        "title": "Small",
        "group": "steady",
        "purpose": "A small one.",
        "unvoiced": draw(st.sampled_from(["guided", "mixed", "spacious", [[5, 0.1]]])),
        "asks": ["feeling", "name", "phrase", "writing"],
        "minutes": {"least": least, "suggested": least, "longest": draw(st.integers(least, 90))},
        "closing": draw(st.booleans()),
        "quiet": {"first": ["Quiet now, for long."], "cues": ["Quiet.", "Still."]},
        "phase": [draw(phase(100 / count)) for _ in range(count)],
    }


WHO = (
    Answers(),
    Answers(
        feelings=(Feeling(adjective="sad", noun="sadness", valence="hard"),),
        name="Ada",
        phrases=("I may rest", "Why not?"),
        written="It is me",
    ),
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(table=tables(), data=st.data())
def test_every_exercise_that_loads_can_be_sat_with(
    table: dict[str, Any], data: st.DataObject
) -> None:
    exercise = msgspec.convert(table, Exercise)
    if any(faults(exercise, "small")):
        return
    minutes = data.draw(st.integers(exercise.minutes.least, exercise.minutes.longest))
    density = data.draw(st.sampled_from(list(Density)))
    stretch = data.draw(st.sampled_from([None, 0.2, 5.0]))
    script = compose(exercise, data.draw(st.sampled_from(WHO)), minutes, density, seed=3)
    lengths = {one.text: int(one.frames * (stretch or 1)) for one in script.lines}
    timeline = plan(script, lengths.get if stretch else estimated)
    assert timeline.frames == minutes * 60 * RATE == timeline.cues[-1].start
    ends = [cue.end for cue in timeline.spoken]
    assert all(end <= cue.start for end, cue in zip(ends, timeline.spoken[1:], strict=False))


@settings(max_examples=150, deadline=None)
@given(table=tables(), value=ODD, data=st.data())
def test_any_value_in_any_place_is_taken_or_refused(
    table: dict[str, Any], value: object, data: st.DataObject
) -> None:
    inner: Any = table
    key: Any = data.draw(st.sampled_from(sorted(table)))
    while data.draw(st.booleans()) and isinstance(inner[key], (dict, list)) and inner[key]:
        inner = inner[key]
        keys = sorted(inner) if isinstance(inner, dict) else range(len(inner))
        key = data.draw(st.sampled_from(list(keys)))
    inner[key] = value
    try:
        exercise = msgspec.convert(table, Exercise)
    except msgspec.ValidationError:
        return
    for place, reason in faults(exercise, "small"):
        assert place
        assert reason
