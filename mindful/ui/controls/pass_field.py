"""A place for a passphrase: dots, and an eye that shows what was typed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from mindful.ui.controls.field import Field
from mindful.ui.controls.painted import PaintedButton
from mindful.ui.look import Look
from mindful.wording import _

HEIGHT, EYE, ICON = 56, 40, 20


class PassField(Field):
    """One line of dots, as high as a primary button.

    Nothing of it is suggested, kept or corrected by the system's keyboard.

    Args:
        look: the look.
        name: what is written there, for a screen reader.
        hint: stands there while it is empty.
    """

    def __init__(
        self, look: Look, name: str, *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(look, name, hint=hint, icon="lock-simple", parent=parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.eye = _Eye(look, self)
        self.eye.toggled.connect(self._show_words)
        look.changed.connect(self._make_room)
        self._make_room()

    @property
    def inner_stops(self) -> tuple[QWidget, ...]:
        """Tab comes to the eye after the words."""
        return (self.eye,)

    def forget(self) -> None:
        """Empties it, undo included, and shows dots again."""
        self.setText("")
        self.eye.setChecked(False)

    def sizeHint(self) -> QSize:
        """Room for a few words."""
        return QSize(self._look.px(300), max(HEIGHT, self._look.px(HEIGHT)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the eye at the right."""
        super().resizeEvent(event)
        size = self.eye.sizeHint()
        self.eye.setGeometry(
            self.width() - size.width() - 6,
            (self.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )

    def _show_words(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)

    def _make_room(self) -> None:
        margins = self.textMargins()
        margins.setRight(self.eye.sizeHint().width() + 8)
        self.setTextMargins(margins)


class _Eye(PaintedButton):
    """Shows what was typed, or hides it again."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, name=_("Show the passphrase"), parent=parent)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        """The hit area."""
        size = max(EYE, self.look.px(EYE))
        return QSize(size, size)

    def paint(self, painter: QPainter) -> None:
        """An eye, struck out while it shows."""
        size = self.look.px(ICON)
        place = QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size)
        icon = "eye-slash" if self.isChecked() else "eye"
        self.draw_icon(painter, place, icon, "ink" if self.lit else "ink2")
