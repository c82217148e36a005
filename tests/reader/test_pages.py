"""Every page as a screen reader finds it, read from the real accessibility bus."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.reader.accessible_session import AccessibleSession, Node, missing
from tests.reader.led import CAPTION

# The first test waits for the whole tour, each page of which is read over the bus.
pytestmark = [pytest.mark.window, pytest.mark.timeout(600)]

ROOT = Path(__file__).parents[2]

PRESSED = {"push button", "check box", "radio button", "toggle button", "slider", "text", "entry"}
"""Roles that a person does something with. A list that opens is told by its description."""

HEARD: dict[str, tuple[tuple[str, str, str], ...]] = {
    "first-run": (("push button", "Begin", ""), ("push button", "Who this is for", "")),
    "home": (
        ("radio button", "Sit", "checked"),
        ("radio button", "Mindfulness of Breath", "checked"),
        ("slider", "Length, 20 minutes, until about 19:42", ""),
        ("push button", "Begin 20 minutes", ""),
    ),
    "check-in": (
        ("check box", "anxious, unpleasant, more energy", "checked"),
        ("check box", "tender, pleasant, less energy", "checked"),
        ("check box", "sad, unpleasant, less energy", ""),
        ("check box", "chest", "checked"),
        ("slider", "How strong is it?", "6 of 10"),
    ),
    "after": (("slider", "How strong is it now?", "4 of 10; before, 6"),),
    "history": (("table", "Minutes each day of the past year", ""),),
    "settings": (("radio button", "Voice", "checked"), ("check box", "Speak the guidance", "")),
}
"""What must be among what a page tells, as `ui.md` words it: role, name, state or description."""


class Heard(NamedTuple):
    """What the bus tells of each stop of the tour, and what was announced in all."""

    pages: dict[str, list[Node]]
    announced: list[str]


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> Heard:
    """The whole tour, once."""
    lacking = missing()
    assert not lacking, f"scripts/test installs what is missing: {lacking}"
    with AccessibleSession(tmp_path_factory.mktemp("session")) as session:
        return Heard(dict(read_all(session)), session.announced())


@pytest.fixture(scope="module")
def pages(heard: Heard) -> dict[str, list[Node]]:
    """By stop."""
    return heard.pages


def read_all(session: AccessibleSession) -> Iterator[tuple[str, list[Node]]]:
    """Lead the window through the tour and read each stop."""
    environment = {**session.environment, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.reader.led"],
        env=environment,
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as window:
        assert window.stdin is not None
        assert window.stdout is not None
        for line in window.stdout:
            yield line.strip(), session.read()
            window.stdin.write("\n")
            window.stdin.flush()
    assert window.returncode == 0, os.environ["DISPLAY"]


def test_the_window_is_told_as_one(pages: dict[str, list[Node]]) -> None:
    for name, nodes in pages.items():
        assert [node.name for node in nodes if node.role == "frame"] == ["Mindful"], name


def test_whatever_can_be_pressed_has_a_name(pages: dict[str, list[Node]]) -> None:
    nameless = [
        f"{page}: {node.role} in {' / '.join(node.path[-3:])}"
        for page, nodes in pages.items()
        for node in nodes
        if not node.name.strip() and ("focusable" in node.states or node.role in PRESSED)
    ]
    assert nameless == []


def test_a_list_that_opens_says_what_it_is_for(pages: dict[str, list[Node]]) -> None:
    boxes = [node for nodes in pages.values() for node in nodes if node.role == "combo box"]
    assert boxes
    assert [box.name for box in boxes if not box.description.strip()] == []


@pytest.mark.parametrize("page", HEARD)
def test_a_page_tells_what_it_is_to_tell(pages: dict[str, list[Node]], page: str) -> None:
    told = {
        (node.role, node.name, more)
        for node in pages[page]
        for more in ("", *node.states, node.description)
    }
    assert set(HEARD[page]) - told == set()


def test_ground_me_is_on_every_page(pages: dict[str, list[Node]]) -> None:
    without = {"ground-me", "ground-me-asking", "night"}
    silent = [
        page
        for page, nodes in pages.items()
        if page not in without
        and ("push button", "Ground me") not in {(n.role, n.name) for n in nodes}
    ]
    assert silent == []


def test_pictures_are_passed_over(pages: dict[str, list[Node]]) -> None:
    """The orb and the land say nothing, so that nothing stands in the way of the words."""
    talk = [node for node in pages["sit"] if node.role == "filler" and "orb" in node.name.lower()]
    assert talk == []


def test_the_focus_is_always_somewhere(pages: dict[str, list[Node]]) -> None:
    lost = [page for page, nodes in pages.items() if not any("focused" in n.states for n in nodes)]
    assert lost == []


def test_captions_are_announced_where_no_voice_speaks_them(heard: Heard) -> None:
    assert CAPTION in heard.announced
