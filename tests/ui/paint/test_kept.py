from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPixmap

from mindful.ui.look import Look
from mindful.ui.paint.kept import KeptPictures

pytestmark = pytest.mark.window

SIZE = QSize(8, 6)


class Painter:
    """Paints in the theme's ink, and counts."""

    def __init__(self, look: Look, most: int = 64) -> None:
        self._look = look
        self._kept = KeptPictures(look, most)
        self.painted = 0

    def picture(self, key: object = "orb", size: QSize = SIZE, ratio: float = 1.0) -> QPixmap:
        return self._kept.picture(key, size, ratio, self._paint)

    def _paint(self, painter: QPainter) -> None:
        self.painted += 1
        painter.fillRect(0, 0, 4, 6, self._look.colour("ink"))


@pytest.fixture
def painter(look: Look) -> Painter:
    return Painter(look)


def test_a_picture_is_painted_once(look: Look, painter: Painter) -> None:
    first, again = painter.picture().toImage(), painter.picture().toImage()
    assert painter.painted == 1
    assert again == first
    assert first.pixelColor(1, 1) == look.colour("ink")
    assert first.pixelColor(6, 1).alpha() == 0


def test_other_sizes_and_finer_screens_have_their_own(painter: Painter) -> None:
    painter.picture()
    painter.picture(size=QSize(9, 6))
    assert painter.picture(ratio=2.0).size() == SIZE * 2
    assert painter.painted == 3


def test_another_theme_is_painted_anew(look: Look, painter: Painter) -> None:
    before = painter.picture().toImage()
    look.set_theme("dark" if look.theme != "dark" else "light")
    assert painter.picture().toImage() != before


def test_only_so_many_are_kept(look: Look) -> None:
    painter = Painter(look, most=2)
    for key in ("a", "b", "c", "c", "a"):
        painter.picture(key)
    assert painter.painted == 4
