"""The tour, which pictures and other tests are led by, leaves no page out."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from scripts.lib.tour import STOPS, Stop, stops_of
from scripts.lib.tour_guide import Guide

pytestmark = pytest.mark.window


def test_every_page_of_the_window_is_on_the_tour(qapp: QApplication) -> None:
    stops: dict[bool, list[Stop]] = {False: [], True: []}
    for stop in STOPS:
        stops[stop.filled].append(stop)
    seen, known = set(), set()
    for filled, those in stops.items():
        guide = Guide(qapp, filled=filled, voice="test:plain", reduced_motion=True)
        guide.open()
        for _stop in stops_of(guide, tuple(those)):
            seen.add(guide.app.window.current)
        known |= set(guide.app.window._makers)
        guide.close()
    assert seen == known
