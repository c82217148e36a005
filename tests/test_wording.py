"""Every trouble that can be raised has a sentence, and the sentence finds its facts."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import pytest

from mindful import wording
from mindful.audio.choices import AMBIENCES, BELLS
from mindful.sentences import sentences
from mindful.trouble import Trouble

PACKAGE = Path(__file__).parents[1] / "mindful"

SILENT = {"voice-closed"}
"""Codes nobody is shown: the app is being closed."""


def raised() -> dict[str, set[str]]:
    """Codes in the sources with the facts they are raised with."""
    found: dict[str, set[str]] = {}
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else ""
            code = node.args[0]
            known = isinstance(code, ast.Constant) and isinstance(code.value, str)
            if name.endswith("Trouble") and known:
                assert isinstance(code, ast.Constant)
                facts = {keyword.arg for keyword in node.keywords if keyword.arg}
                found.setdefault(str(code.value), set()).update(facts)
    return found


def test_every_code_has_a_sentence_with_its_facts() -> None:
    known = sentences()
    for code, facts in raised().items():
        if code in SILENT:
            continue
        assert code in known, code
        wanted = {field for _, field, _, _ in string.Formatter().parse(known[code]) if field}
        # The worker's host adds the engine's name to what a worker raises.
        given = facts | {"engine"} if code.startswith("voice-") else facts
        # Whoever opens the file adds its path.
        given |= {"path"} if code.startswith("import-") else set()
        assert wanted <= given, (code, wanted - given)


def test_a_code_without_a_sentence_still_says_something() -> None:
    assert "no-such-code" in wording.tell(Trouble("no-such-code"))


def test_numbers_are_written_for_people() -> None:
    assert "100,000 characters" in wording.tell(
        Trouble("text-too-long", length=200_000, limit=100_000)
    )


def test_every_bell_and_ambience_has_a_name() -> None:
    assert set(wording.bell_names()) == {*BELLS, "none"}
    assert set(wording.ambience_names()) == {*AMBIENCES, "none"}


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(20, "less than a minute"), (60, "1 minute"), (720, "12 minutes"), (28_000, "8 hours")],
)
def test_a_sleep_is_told_in_words(seconds: float, words: str) -> None:
    assert f"was asleep for {words}." in wording.notice("asleep", seconds)
