"""Nothing is cut, nothing overlaps and everything can be reached: in small windows, with large
text, and in a language that takes more room."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from scripts.lib.tour import STOPS, stops_of
from scripts.lib.tour_guide import Guide
from tests.ui.longer_walk import LongerWalk
from tests.ui.longer_words import speak_longer
from tests.ui.room import wrong_with

pytestmark = pytest.mark.window

SAMPLE = ((1180, 780, 1.0), (420, 780, 1.0), (420, 780, 2.0))
EVERY = tuple(
    (width, height, scale)
    for width, height in ((1180, 780), (960, 700), (420, 780), (420, 600))
    for scale in (0.8, 1.0, 1.5, 2.0)
)

Size = tuple[int, int, float]
"""Pixels of the window, and the text size."""


@pytest.mark.parametrize("filled", [False, True])
def test_every_page_has_room(qapp: QApplication, filled: bool) -> None:
    wrong = complaints(qapp, filled, SAMPLE, step=5)
    assert not wrong, "\n".join(wrong)


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("filled", [False, True])
def test_every_page_has_room_in_every_size(qapp: QApplication, filled: bool) -> None:
    wrong = complaints(qapp, filled, EVERY)
    assert not wrong, "\n".join(wrong)


def test_longer_words_have_room(
    qapp: QApplication, longer: LongerWalk, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak_longer(monkeypatch)
    wrong = [*longer.cramped, *complaints(qapp, True, ((420, 600, 1.0),), 5)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("filled", [False, True])
def test_longer_words_have_room_on_every_page(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, filled: bool
) -> None:
    speak_longer(monkeypatch)
    sizes = tuple((width, height, 1.0) for width, height, scale in EVERY if scale == 1.0)
    wrong = complaints(qapp, filled, sizes)
    assert not wrong, "\n".join(wrong)


def complaints(
    qapp: QApplication,
    filled: bool,
    sizes: tuple[Size, ...],
    step: int = 1,
) -> list[str]:
    """What is wrong on the pages of the tour; on each `step`-th one of them."""
    guide = Guide(qapp, filled=filled, voice="test:plain", reduced_motion=True)
    guide.open()
    found = []
    for number, size in enumerate(sizes):
        guide.resize(*size[:2])
        layout = "wide" if size[0] / size[2] >= 960 else "narrow"
        stops = [stop for stop in STOPS if stop.filled is filled and layout in stop.widths]
        stops = stops[number % step :: step]
        for stop in stops_of(guide, tuple(stops)):
            guide.resize(*size)
            found += [f"{stop.name} {size}: {words}" for words in wrong_with(guide)]
            guide.resize(*size[:2])
    guide.close()
    return found
