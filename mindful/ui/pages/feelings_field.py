"""The field of feelings: words scattered by how pleasant and how lively they are."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from mindful.ui.controls import Chip
from mindful.ui.look import Look
from mindful.ui.pages.word_chips import WordChips, make_chips
from mindful.ui.paint.deep import deep_picture
from mindful.ui.paint.feelings_ground import paint_axes, paint_feelings_ground
from mindful.ui.paint.scatter import GAP, height_of, scatter
from mindful.ui.sit_models import Word, WordGroup

READING = (0, 1, 4, 2, 3)
"""The groups as they are read, mixed words in the middle."""

SIDE, INNER, MIDDLE = 40, 20, 8
"""Pixels between words and an edge, a vertical axis, and the mixed words in the middle."""

BETWEEN = 20


class FeelingsField(QWidget):
    """Words on a ground of four colours, the mixed ones in its middle; compact, in groups.

    The words are checkboxes; `chips` has them all by their keys.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._compact = False
        self._titles: list[str] = []
        self._words: list[dict[str, Chip]] = []
        self._groups: list[WordChips] = []
        self._picture: QPixmap | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(BETWEEN)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        look.changed.connect(self._relook)

    @property
    def chips(self) -> dict[str, Chip]:
        """Every chip by its word's key, as they are read."""
        return {key: chip for group in self._words for key, chip in group.items()}

    def set_groups(self, groups: Sequence[WordGroup], choose: Callable[[Word, bool], None]) -> None:
        """Shows these groups: four quarters as they are read, then the mixed words."""
        old = [*self.chips.values(), *self._groups]
        read = [groups[at] for at in READING if at < len(groups)]
        self._titles = [group.title for group in read]
        self._words = [make_chips(self._look, one.words, choose, one.title) for one in read]
        self._groups = []
        for chip in self.chips.values():
            chip.setParent(self)
        self._arrange()
        for gone in old:
            gone.hide()
            gone.deleteLater()

    def set_compact(self, *, compact: bool) -> None:
        """Groups below each other without a ground, or scattered on it."""
        if compact != self._compact:
            self._compact = compact
            self._arrange()

    def minimumSizeHint(self) -> QSize:
        """High enough for the words at the width it has."""
        if self._compact:
            return super().minimumSizeHint()
        return QSize(self._look.px(400), self._least_height())

    def sizeHint(self) -> QSize:
        """As `minimumSizeHint`; it takes all the room there is."""
        return super().sizeHint() if self._compact else self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scatters the words anew."""
        super().resizeEvent(event)
        self._place()
        if not self._compact and event.oldSize().width() != self.width():
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground and its axes, where there is one."""
        if self._compact:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outlined = self._look.high_contrast
        line = self._look.colour("lineStrong")
        painter.setPen(QPen(line, 1) if outlined else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(QBrush(self._kept_picture()))
        radius = float(self._look.token("radius", "lg"))
        inset = 0.5 if outlined else 0.0
        shape = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(shape, radius, radius)
        paint_axes(painter, QRectF(self.rect()), self._middle(), self._look)

    def _kept_picture(self) -> QPixmap:
        if self._picture is None or self._picture.deviceIndependentSize() != self.size():
            ratio = self.devicePixelRatioF()
            self._picture = deep_picture(self.size(), ratio, self._paint, white=self._look.dark)
        return self._picture

    def _paint(self, painter: QPainter, rect: QRectF) -> None:
        paint_feelings_ground(painter, rect, self._look)

    def _relook(self) -> None:
        self._picture = None
        self._place()
        self.updateGeometry()
        self.update()

    def _arrange(self) -> None:
        """Puts the chips into groups, or takes them out and scatters them."""
        for chip in self.chips.values():
            chip.set_plain(plain=not self._compact)
        if self._compact:
            pairs = zip(self._titles, self._words, strict=True)
            self._groups = [WordChips(self._look, title, words) for title, words in pairs]
            for group in self._groups:
                self._column.addWidget(group)
        else:
            self._scatter()
        self._place()
        self.updateGeometry()
        self.update()

    def _scatter(self) -> None:
        for chip in self.chips.values():
            chip.setParent(self)
            chip.show()
        for group in self._groups:
            self._column.removeWidget(group)
            group.hide()
            group.deleteLater()
        self._groups = []

    # Places

    def _place(self) -> None:
        if self._compact or len(self._words) < len(READING):
            return
        line = float(self._line())
        for words, part in zip(self._words, self._parts(), strict=True):
            places = scatter(_widths(words), part, line)
            for chip, place in zip(words.values(), places, strict=True):
                chip.setGeometry(QRect(place.toPoint(), chip.sizeHint()))

    def _parts(self) -> tuple[QRectF, ...]:
        """The quarters, and the middle, as they are read."""
        edge = self._edge()
        middle = self._middle()
        width = self._quarter()
        right = self.width() - SIDE - width
        high = middle.top() - MIDDLE - edge
        low = middle.bottom() + MIDDLE
        return (
            QRectF(SIDE, edge, width, high),
            QRectF(right, edge, width, high),
            middle,
            QRectF(SIDE, low, width, high),
            QRectF(right, low, width, high),
        )

    def _middle(self) -> QRectF:
        """Where the mixed words stand, as wide as they need."""
        mixed = _widths(self._words[2]) if len(self._words) == len(READING) else []
        room = self.width() - 2 * SIDE
        height = height_of(mixed, room, self._line())
        width = min(room, sum(mixed) + GAP * max(0, len(mixed) - 1)) if mixed else 0.0
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def _quarter(self) -> float:
        return max(1.0, self.width() / 2 - SIDE - INNER)

    def _least_height(self) -> int:
        line = self._line()
        outer = [words for at, words in enumerate(self._words) if at != 2]
        quarters = [height_of(_widths(words), self._quarter(), line) for words in outer]
        words = 2 * max(quarters, default=0.0) + self._middle().height()
        return math.ceil(words + 2 * (self._edge() + MIDDLE))

    def _line(self) -> int:
        return next((chip.sizeHint().height() for chip in self.chips.values()), 0)

    def _edge(self) -> int:
        """Pixels above the words, for the name of the axis."""
        return self._look.line_height("small") + 16


def _widths(words: dict[str, Chip]) -> list[float]:
    return [float(chip.sizeHint().width()) for chip in words.values()]
