from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mindful.exercises.errors import ExerciseTrouble
from mindful.exercises.library import Library, load_library
from mindful.exercises.loading import digest, load

GOOD = """\
id = "small"
title = "Small"
group = "steady"
purpose = "A small one."
unvoiced = "spacious"

[minutes]
least = 1
suggested = 5

[[phase]]
name = "Arrive"
share = 40

[[phase.line]]
core = true
say = "Sit down."
pause = 4

[[phase]]
name = "Stay"
share = 60

[[phase.line]]
say = ["Stay.", "Be here."]
from = 3
"""


def write(folder: Path, text: str, name: str = "small.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_file_loads(tmp_path: Path) -> None:
    exercise = load(write(tmp_path, GOOD))
    assert exercise.phase[1].line[0].alternatives == ("Stay.", "Be here.")
    assert exercise.phase[1].line[0].since == 3


@pytest.mark.parametrize(
    ("old", "new", "line", "field"),
    [
        ("pause = 4", 'pause = "long"', 18, "phase[0].line[0].pause"),
        ("pause = 4", "pause = -1", 18, "phase[0].line[0].pause"),
        ("share = 60", "share = 70", 13, "phase[0].share"),
        ("from = 3", "form = 3", 24, "phase[1].line[0]"),
        ('say = "Sit down."', 'say = "Sit, {frend}."', 17, "phase[0].line[0].say"),
        ('group = "steady"', 'group = "odd"', 3, "group"),
        ("suggested = 5", "suggested = 500", 9, "minutes.suggested"),
        ("least = 1", "least = 6", 7, "minutes"),
        ('id = "small"', 'id = "../small"', 1, "id"),
        ("[minutes]", "[minutes", 7, ""),
    ],
)
def test_a_broken_file_is_named_with_line_and_field(
    tmp_path: Path, old: str, new: str, line: int, field: str
) -> None:
    path = write(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(ExerciseTrouble) as caught:
        load(path)
    assert caught.value.code == "exercise-broken"
    facts = caught.value.facts
    assert (facts["path"], facts["line"], facts["field"]) == (str(path), line, field)
    assert facts["reason"]


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    with pytest.raises(ExerciseTrouble, match="larger"):
        load(write(tmp_path, "#" * 1_000_001))


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "small.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ExerciseTrouble, match="UTF-8"):
        load(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExerciseTrouble, match="exercise-unreadable"):
        load(tmp_path / "none.toml")


@settings(max_examples=150)
@given(
    st.integers(0, len(GOOD)), st.integers(0, 40), st.text(st.characters(codec="utf-8"), max_size=8)
)
def test_a_damaged_file_is_loaded_or_refused_with_a_place(
    tmp_path_factory: pytest.TempPathFactory, at: int, cut: int, put: str
) -> None:
    path = write(tmp_path_factory.mktemp("damaged"), GOOD[:at] + put + GOOD[at + cut :])
    try:
        load(path)
    except ExerciseTrouble as trouble:
        assert trouble.code == "exercise-broken"
        assert isinstance(trouble.facts["line"], int)
        assert trouble.facts["line"] >= 1


def test_the_digest_follows_the_content(tmp_path: Path) -> None:
    one = load(write(tmp_path, GOOD))
    other = load(write(tmp_path, GOOD.replace("Sit down.", "Sit.")))
    assert digest(one) == digest(load(write(tmp_path, GOOD + "\n# a remark\n")))
    assert digest(one) != digest(other)


def test_a_broken_own_file_leaves_the_others_working(tmp_path: Path) -> None:
    built_in, own = tmp_path / "built-in", tmp_path / "own"
    built_in.mkdir()
    own.mkdir()
    write(built_in, GOOD)
    write(own, "nonsense", "bad.toml")
    write(own, GOOD.replace('"small"', '"mine"', 1), "mine.toml")
    library = load_library(built_in, own)
    assert [exercise.id for exercise in library.exercises] == ["small", "mine"]
    assert library.own == {"mine"}
    assert [trouble.code for trouble in library.broken] == ["exercise-broken"]


def test_an_unknown_exercise_names_the_nearest(library: Library) -> None:
    with pytest.raises(ExerciseTrouble) as caught:
        library.find("sit-with-me")
    assert caught.value.facts == {"asked": "sit-with-me", "nearest": "sit-with-it"}


def test_every_built_in_file_loads(library: Library) -> None:
    assert not library.broken
    assert len(library.exercises) >= 2
