"""The voice on Home's tray: its name, and whether it speaks."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mindful.ui.controls.label import Label
from mindful.ui.controls.painted import PaintedButton
from mindful.ui.controls.select import BRIEF_WORDS
from mindful.ui.controls.toggle import Toggle
from mindful.ui.look import Look
from mindful.wording import _

ICON, ICON_GAP, END = 22, 12, 4


class VoiceCell(QWidget):
    """Icon, the voice's name, and its switch; briefly, the whole of it is the switch."""

    toggled = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._brief = False
        self.toggle = Toggle(look, _("Speak the guidance"))
        self._icon = IconBox(look, "speaker-simple-high")
        self._name = Label(look, "", "label")
        self._caption = Label(look, _("Voice"), "small", "ink2")
        self.press = VoicePress(look)
        self._full = QWidget()
        full = QHBoxLayout(self._full)
        full.setContentsMargins(0, 0, 0, 0)
        full.setSpacing(0)
        words = QVBoxLayout()
        words.setSpacing(0)
        for part in (self._caption, self._name):
            words.addWidget(part)
        full.addWidget(self._icon)
        full.addSpacing(ICON_GAP)
        full.addLayout(words, 1)
        full.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._full)
        row.addWidget(self.press, 1)
        self.press.hide()
        self.toggle.clicked.connect(self.toggled)
        self.press.clicked.connect(self.toggled)

    def show_voice(self, name: str, *, on: bool, there: bool) -> None:
        """Shows the voice's name, and whether it speaks."""
        icon = "speaker-simple-high" if on and there else "speaker-simple-slash"
        self._name.setText(name)
        self._icon.set_icon(icon)
        self.press.show_voice(name, icon)
        for switch in (self.toggle, self.press):
            switch.setChecked(on and there)
            switch.setEnabled(there)

    def set_brief(self, *, brief: bool) -> None:
        """Shows the name as a switch, or the switch beside it."""
        if brief == self._brief:
            return
        self._brief = brief
        self._full.setVisible(not brief)
        self.press.setVisible(brief)

    def wanted_width(self, *, brief: bool = False) -> int:
        """Pixels it takes; briefly, without the switch."""
        if brief:
            return self.press.sizeHint().width() - self.press.spare()
        words = max(self._name.text_width(), self._caption.text_width())
        icon = self._icon.sizeHint().width() + ICON_GAP
        return math.ceil(icon + words) + self.toggle.sizeHint().width() + 8


class VoicePress(PaintedButton):
    """Caption and name as one switch, beside the lists of the tray and as they look."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self._icon = "speaker-simple-high"
        super().__init__(look, "", parent=parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_voice(self, name: str, icon: str) -> None:
        """Shows the voice's name, and by the icon whether it speaks."""
        self._icon = icon
        self.set_words(name, name=_("Speak the guidance: {voice}").format(voice=name))
        self.setToolTip(
            f"{name}\n{_('Speak the guidance')}" if self.spare() else _("Speak the guidance")
        )

    def corner(self) -> float:
        """The small radius."""
        return float(self.look.token("radius", "sm"))

    def sizeHint(self) -> QSize:
        """Icon, and the wider of caption and name."""
        caption = QFontMetricsF(self._caption_font()).horizontalAdvance(_("Voice"))
        words = max(caption, self.text_width())
        lines = self.look.line_height("small") + self.look.line_height("label") + 4
        return QSize(math.ceil(self._left() + words) + END, lines)

    def spare(self) -> int:
        """Pixels of a long name that may be elided where room is scarce."""
        return max(0, math.ceil(self.text_width()) - self.look.px(BRIEF_WORDS))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough to elide the name."""
        return QSize(round(self._left()) + self.look.px(40), self.sizeHint().height())

    def paint(self, painter: QPainter) -> None:
        """Icon, caption, name."""
        size = self.look.px(ICON)
        ink = "primary" if self.lit else "ink"
        self.draw_icon(painter, QRectF(0, (self.height() - size) / 2, size, size), self._icon, ink)
        line = self.look.line_height("small")
        words = self.look.line_height("label")
        top = (self.height() - line - words) / 2
        room = QRectF(self._left(), top, self.width() - self._left(), line)
        painter.setFont(self._caption_font())
        painter.setPen(self.look.colour("ink2"))
        start = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, start, _("Voice"))
        room = QRectF(self._left(), top + line, self.width() - self._left(), words)
        self.draw_words(painter, room, ink, Qt.AlignmentFlag.AlignLeft)

    def _caption_font(self) -> QFont:
        return self.look.font("small")

    def _left(self) -> int:
        return self.look.px(ICON) + ICON_GAP


class IconBox(QWidget):
    """An icon that stands for something, 22 px; nothing to press."""

    def __init__(self, look: Look, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        look.changed.connect(self.updateGeometry)

    def set_icon(self, icon: str) -> None:
        """Takes another icon."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        """The icon."""
        return QSize(self._look.px(ICON), self._look.px(ICON))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The icon, in the middle."""
        size = self._look.px(ICON)
        pixmap = self._look.icon(self._icon, size, "ink", self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, (self.height() - size) // 2, pixmap)
