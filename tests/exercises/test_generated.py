"""What is made from the exercises is as they are: schema, catalogue, README's list."""

from __future__ import annotations

import importlib.util
import json
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import jsonschema
import pytest

from mindful.exercises.library import Library
from tests.exercises.conftest import ASSETS, every_file
from tests.exercises.test_loading import GOOD

ROOT = ASSETS.parent


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "scripts/lib/generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def validator() -> Any:  # Any: jsonschema has no types
    schema = json.loads((ASSETS / "exercises" / "schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_nothing_generated_is_stale(generate: ModuleType) -> None:
    stale = [
        path.name
        for path, text in generate.generated().items()
        if path.read_text(encoding="utf-8") != text
    ]
    assert not stale, "run scripts/lib/generate.py"


def test_the_catalogue_tells_all_of_every_exercise(library: Library) -> None:
    page = (ROOT / "docs" / "exercises.md").read_text(encoding="utf-8")
    for exercise in library.exercises:
        for told in (exercise.title, exercise.purpose, exercise.caution, exercise.evidence):
            assert told in page
        assert all(phase.name in page for phase in exercise.phase)


@every_file
def test_the_schema_accepts_every_built_in_file(path: Path, validator: Any) -> None:
    validator.validate(tomllib.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("pause = 4", "pause = 0"),
        ("pause = 4", "pausse = 4"),
        ('group = "steady"', 'group = "odd"'),
        ('id = "small"', 'id = "../small"'),
        ("share = 60", 'share = "60"'),
        ('"spacious"', "[[5, 50]]"),
        ("core = true", 'say2 = "Twice."'),
    ],
)
def test_the_schema_refuses_what_loading_refuses(old: str, new: str, validator: Any) -> None:
    validator.validate(tomllib.loads(GOOD))
    assert not validator.is_valid(tomllib.loads(GOOD.replace(old, new, 1)))


def test_the_schema_tells_an_author_what_each_field_means(validator: Any) -> None:
    for name, table in validator.schema["$defs"].items():
        assert table["description"]
        for field, told in table.get("properties", {}).items():
            assert told["description"], (name, field)
