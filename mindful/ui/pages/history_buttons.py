"""The buttons in History's head: as high as the boxes beside them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from mindful.ui.controls import PaintedButton
from mindful.ui.look import Look
from mindful.wording import _


class BoxButton(PaintedButton):
    """An outlined button as high as the boxes beside it: an icon, and words where there are some.

    Args:
        look: the look.
        icon: a Phosphor icon.
        words: beside the icon; empty for none.
        name: for screen readers.
        checkable: it stays pressed.
    """

    def __init__(
        self,
        look: Look,
        icon: str,
        *,
        words: str = "",
        name: str,
        checkable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._brief = False
        super().__init__(look, words, name=name, parent=parent)
        self.icon_name = icon
        self.setCheckable(checkable)

    def set_brief(self, *, brief: bool) -> None:
        """Leaves the words out."""
        if brief != self._brief:
            self._brief = brief
            self.updateGeometry()
            self.update()

    def corner(self) -> float:
        """As the boxes beside it."""
        return float(self.look.token("radius", "md"))

    def sizeHint(self) -> QSize:
        """A square as high as the boxes beside it, or wider for the words."""
        side = self.look.line_height("label") + 24
        shown = bool(self.words) and not self._brief
        return QSize(side + (round(self.text_width()) + 14 if shown else 0), side)

    def minimumSizeHint(self) -> QSize:
        """It is never smaller."""
        return self.sizeHint()

    def paint(self, painter: QPainter) -> None:
        """The box, the icon, the words."""
        colour = self.look.colour
        pressed = self.isCheckable() and self.isChecked() and not isinstance(self, NumbersButton)
        ground = "primarySoft" if pressed else "raised"
        self.fill_shape(painter, colour(ground), colour("primary" if self.lit else "lineStrong"))
        size = self.look.px(20)
        shown = bool(self.words) and not self._brief
        left = 14 if shown else (self.width() - size) // 2
        box = QRectF(left, (self.height() - size) / 2, size, size)
        self.draw_icon(painter, box, self.icon_name, "ink")
        if shown:
            room = QRectF(left + size + 8, 0, self.width() - left - size - 8, self.height())
            self.draw_words(painter, room, "ink", Qt.AlignmentFlag.AlignLeft)


class NumbersButton(BoxButton):
    """An eye: numbers are seen, or all of them are hidden."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "eye", name=_("Numbers shown"), checkable=True, parent=parent)
        self.show_numbers(numbers=True)
        self.toggled.connect(lambda shown: self.show_numbers(numbers=shown))

    @property
    def shown(self) -> bool:
        """Whether numbers are to be seen."""
        return self.isChecked()

    def show_numbers(self, *, numbers: bool) -> None:
        """Takes the state, and says what a press would do."""
        self.setChecked(numbers)
        self.icon_name = "eye" if numbers else "eye-slash"
        self.setToolTip(_("Hide all numbers") if numbers else _("Show numbers"))
