"""What the pages that bring data in or take it away have in common."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mindful.ui.accessible import announce
from mindful.ui.controls.label import Label
from mindful.ui.controls.pill import PillButton
from mindful.ui.home.notice import NoticeCard
from mindful.ui.look import Look
from mindful.ui.models import Notice
from mindful.ui.pages.setup_page import SetupPage


class DataPage(SetupPage):
    """A notice of what failed, and actions of which Ctrl+Enter does the main one.

    Args:
        look: the look.
        title: of the page.
        what: a sentence on what it does.
        refusal: what happened, in a few words, when something failed.
    """

    def __init__(
        self, look: Look, title: str, what: str, refusal: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, title, parent)
        self._refusal = refusal
        self.what.setText(what)
        self.notice = NoticeCard(look)
        self.notice.hide()
        self.column.setSpacing(16)
        self.column.addWidget(self.notice)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda: self.main().click())

    def main(self) -> PillButton:
        """The button of what a person most likely does next."""
        raise NotImplementedError

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """The main button has the focus first, or the way back while it can't be pressed."""
        main = self.main()
        (main if main.isVisibleTo(self) and main.isEnabled() else self.back).setFocus(reason)

    def refuse(self, words: str) -> None:
        """Says why something was not done; nothing for no words."""
        self.notice.setVisible(bool(words))
        if words:
            self.notice.show_notice(Notice(self._refusal, words, icon="waves"))
            announce(self.notice, words)

    def say(self, label: Label, words: str) -> None:
        """Shows a sentence, and has it read out when it is another one."""
        if words != label.text():
            label.setText(words)
            if self.isVisible():
                announce(label, words)
        label.setVisible(bool(words))


def actions(*buttons: QWidget) -> QWidget:
    """Buttons side by side, in the middle of the highest one."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return line
