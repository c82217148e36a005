"""What all painted buttons share: the look, the words, hover, the focus ring, the hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from mindful.ui.controls.focus import FocusRing
from mindful.ui.look import Look

DISABLED = 0.45
"""Opacity of a control that cannot be used now."""

CHOSEN_LINE = 2.0
"""Pixels of the line round what is chosen, in high contrast."""

ONE_LINE = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextSingleLine.value
"""In the middle, in one line: as a number, since joining Qt's flags takes as long as the text."""

ARROWS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}


class PaintedButton(QAbstractButton):
    """A button that paints itself. Its kinds say how, in `paint`, and how large they are.

    Args:
        look: the look.
        words: what stands on it; may be empty where `name` says it.
        name: what a screen reader says, where it is not the words.

    """

    def __init__(
        self, look: Look, words: str = "", *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._words = ""
        self._name = name
        self._expected = False
        self.set_words(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.ring = FocusRing(look, self, radius=self.corner, shape=self.shape_rect)
        self.toggled.connect(self._was_toggled)
        look.changed.connect(self._relook)

    @property
    def words(self) -> str:
        """What stands on it."""
        return self._words

    def set_words(self, words: str, name: str | None = None) -> None:
        """Takes other words, and another name where the screen reader is to say something else."""
        self._words = words
        if name is not None:
            self._name = name
        # A person's own words may hold an ampersand, which Qt would take for a shortcut.
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(self._name or words)
        self.updateGeometry()
        self.update()

    def corner(self) -> float:
        """Corner radius of the shape, in pixels."""
        return self.shape_rect().height() / 2

    def shape_rect(self) -> QRect:
        """The part that is drawn and ringed; all of it unless said otherwise."""
        return self.rect()

    def text_font(self) -> QFont:
        """Font of the words."""
        return self.look.font("label")

    def text_width(self) -> float:
        """Pixels the words take."""
        return QFontMetricsF(self.text_font()).horizontalAdvance(self._words)

    @property
    def lit(self) -> bool:
        """The pointer is over it, it is pressed, or the keyboard's ring is round it."""
        return self.isEnabled() and (self.underMouse() or self.isDown() or self.ring.shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaves the arrows to the page, unless they choose among buttons of one group."""
        if event.key() in ARROWS and not self._chosen_in_group():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def setChecked(self, checked: bool) -> None:
        """Marks it, or not, as the program knows it; nobody pressed it."""
        with self._expecting():
            super().setChecked(checked)

    def nextCheckState(self) -> None:
        """What a press does, before Qt says `clicked`."""
        with self._expecting():
            super().nextCheckState()

    def paint(self, painter: QPainter) -> None:
        """Draws the button. Kinds of button say how."""
        raise NotImplementedError

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Sets up the painter, dims what is disabled, and draws."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(DISABLED)
        self.paint(painter)

    def fill_shape(
        self,
        painter: QPainter,
        fill: QColor | None,
        line: QColor | None = None,
        width: float = 1.0,
    ) -> None:
        """Draws the rounded shape, with a line where one is given, `width` pixels wide."""
        inset = width / 2 if line else 0.0
        shape = QRectF(self.shape_rect()).adjusted(inset, inset, -inset, -inset)
        radius = min(self.corner() - inset, shape.height() / 2)
        painter.setBrush(fill or QColor(Qt.GlobalColor.transparent))
        painter.setPen(QPen(line, width) if line else QPen(Qt.PenStyle.NoPen))
        painter.drawRoundedRect(shape, radius, radius)

    def fill_chosen(self, painter: QPainter) -> None:
        """Draws the soft shape of what is chosen; in high contrast a line says it too."""
        line = self.look.colour("primary") if self.look.high_contrast else None
        self.fill_shape(painter, self.look.colour("primarySoft"), line, CHOSEN_LINE)

    def draw_words(
        self,
        painter: QPainter,
        rect: QRectF,
        colour: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignCenter,
    ) -> None:
        """Writes the words in `rect`, elided where they do not fit."""
        font = self.text_font()
        painter.setFont(font)
        painter.setPen(self.look.colour(colour))
        words = QFontMetricsF(font).elidedText(
            self._words, Qt.TextElideMode.ElideRight, rect.width() + 1
        )
        painter.drawText(rect, align.value | ONE_LINE, words)

    def draw_icon(self, painter: QPainter, rect: QRectF, name: str, colour: str) -> None:
        """Draws an icon as large as `rect` is high, at its left edge."""
        size = round(rect.height())
        pixmap = self.look.icon(name, size, colour, self.devicePixelRatioF())
        painter.drawPixmap(rect.topLeft().toPoint(), pixmap)

    @contextmanager
    def _expecting(self) -> Iterator[None]:
        before, self._expected = self._expected, True
        yield
        self._expected = before

    def _was_toggled(self, checked: bool) -> None:
        """A screen reader's press toggles the button without saying `clicked`; so it is said here.

        Of a group of which one is chosen, Qt toggles the other one back by itself.
        """
        given_up = not checked and self._chosen_in_group()
        if not self._expected and not given_up:
            # Any: the hints know one of the two forms Qt gives this signal.
            cast("Any", self.clicked)[bool].emit(checked)

    def _chosen_in_group(self) -> bool:
        """It is one of several, of which Qt keeps one chosen."""
        # None outside a group, whatever the hints say.
        group = cast("QButtonGroup | None", self.group())
        return group is not None and group.exclusive()

    def _relook(self) -> None:
        self.updateGeometry()
        self.ring.refresh()
        self.update()
