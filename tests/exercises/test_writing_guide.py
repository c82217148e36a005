"""The guide for authors is true: its example loads, reviews clean, and its tables are complete."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mindful.exercises import model, slots
from mindful.exercises.feelings import Vocabulary
from mindful.exercises.loading import load
from mindful.exercises.review import review
from tests.exercises.conftest import ASSETS

GUIDE = (ASSETS.parent / "docs" / "writing-exercises.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    path = tmp_path / "tea.toml"
    path.write_text(EXAMPLES[0], encoding="utf-8")
    return path


def test_its_example_reviews_clean(tea: Path, vocabulary: Vocabulary) -> None:
    result = review(load(tea), vocabulary, EXAMPLES[0])
    assert not result.findings
    assert not result.exemptions


def test_its_phase_of_writing_and_its_exemption_load(tea: Path) -> None:
    text = EXAMPLES[0].replace('asks = ["name"]', 'asks = ["name", "writing"]')
    text = text.replace("share = 60", "share = 20")
    tea.write_text(text + EXAMPLES[1] + EXAMPLES[2], encoding="utf-8")
    exercise = load(tea)
    assert exercise.phase[-1].kind is model.PhaseKind.WRITE
    assert set(exercise.exempt) == {"eyes"}


def test_it_tells_every_field_of_a_line_and_every_slot() -> None:
    for field in model.Line.__struct_encode_fields__:
        assert f"`{field}`" in GUIDE, field
    for slot in slots.ALL:
        assert f"`{{{slot}}}`" in GUIDE, slot
