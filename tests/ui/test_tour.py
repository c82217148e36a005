"""The tour, which pictures and other tests are led by, leaves no page out."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea

from mindful.ui.pages.after import AfterPage
from scripts.lib.tour import STOPS, stops_of
from scripts.lib.tour_guide import Guide
from tests.ui.walk import Walk

pytestmark = pytest.mark.window


def test_every_page_of_the_window_is_on_the_tour(walk: Walk) -> None:
    assert walk.seen == walk.known


def test_after_is_laid_out_well_from_its_first_moment(qapp: QApplication) -> None:
    """Filled before it has a size, as at the end of a sit; nothing on it was touched yet."""
    guide = Guide(qapp, voice="test:plain", reduced_motion=True)
    guide.open()
    after = next(stop for stop in STOPS if stop.name == "after")
    guide.page("after", AfterPage).now.strength.blockSignals(True)
    for _stop in stops_of(guide, (after,)):
        scroll = guide.page("after", AfterPage).findChild(QScrollArea)
        assert scroll is not None
        assert scroll.verticalScrollBar().maximum() == 0
    guide.close()
