"""What a practice has besides length and sounds: a timer its bells, a pacer its pattern."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mindful.ui.controls.label import Label
from mindful.ui.controls.pair import Pair
from mindful.ui.controls.row import IconTextButton
from mindful.ui.look import Look
from mindful.ui.timer_models import Extra


class ExtraRow(QWidget):
    """A quiet button that opens what can be set, and how it is set in a few words."""

    wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = IconTextButton(look, "", "sliders-horizontal", colour="ink")
        self._detail = Label(
            look, "", "small", "ink2", wrap=True, align=Qt.AlignmentFlag.AlignVCenter
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Pair(self._detail, self.button, gap=12, least=lambda: look.px(150)))
        self.button.clicked.connect(self.wanted)

    def show_extra(self, extra: Extra | None) -> None:
        """Shows what can be set, or nothing."""
        self.setVisible(extra is not None)
        if extra is not None:
            self.button.set_words(extra.words, f"{extra.words} {extra.detail}")
            self._detail.setText(extra.detail)
