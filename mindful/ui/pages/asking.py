"""What is said or asked once before a sit: words on safety, a name, whether others may hear."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mindful.ui.asking_models import Asked, Asking
from mindful.ui.controls.card import Card
from mindful.ui.controls.field import Field, TextArea
from mindful.ui.controls.ground_me import MARGIN
from mindful.ui.controls.label import Label
from mindful.ui.controls.pill import PillButton
from mindful.ui.controls.row import IconTextButton
from mindful.ui.controls.scroll import Scroll
from mindful.ui.look import Look
from mindful.ui.pages.foot import Foot
from mindful.wording import _

WIDEST, PAD, NARROW_PAD = 640, 32, 18
LONGEST_NAME = 60
"""Characters of a name, as of any word of one's own."""


class AskingPage(QWidget):
    """A title, words, perhaps places to write, and one way on or two.

    `went_on` carries what was written; nothing that stands there is sent otherwise.
    """

    went_on = Signal(Asked)
    other = Signal()
    back = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words: list[Label] = []
        self._back = IconTextButton(look, _("Back"), "arrow-left", colour="ink2", flush=True)
        self._title = Label(look, role="display", wrap=True)
        self.name = Field(look, _("Your name"), hint=_("Your name"))
        self.name.setMaxLength(LONGEST_NAME)
        self.phrases = TextArea(look, _("Your own phrases, one on each line"))
        self.phrases.setFixedHeight(look.px(112))
        self._name_question = Label(look, role="body", wrap=True)
        self._phrases_question = Label(look, role="body", wrap=True)
        self.refusal = Label(look, role="small", colour="danger", wrap=True)
        self._hint = Label(look, role="small", colour="ink2", wrap=True)
        self.quiet = PillButton(look, "", "quiet")
        self.go = PillButton(look, "")
        self._foot = Foot(look, self.quiet, self.go)
        self._card = Card(look, pad=PAD)
        self._build()
        self._connect()

    def show_view(self, view: Asking) -> None:
        """Says and asks this; what is written before is gone."""
        self._title.setText(view.title)
        self._show_words(view.words)
        self.name.clear()
        self.phrases.set_words("")
        for place, question, words in (
            (self.name, self._name_question, view.name),
            (self.phrases, self._phrases_question, view.phrases),
        ):
            question.setText(words)
            question.setVisible(bool(words))
            place.setVisible(bool(words))
        self.refusal.hide()
        self._hint.setText(view.hint)
        self._hint.setVisible(bool(view.hint))
        self.go.set_words(view.go)
        self.quiet.set_words(view.other)
        self.quiet.setVisible(bool(view.other))

    def _fit(self) -> None:
        self._card.setMaximumWidth(self._look.px(WIDEST))

    def refuse(self, why: str) -> None:
        """What was written cannot be taken; it stays there to be mended."""
        self.refusal.setText(why)
        self.refusal.show()

    def set_compact(self, compact: bool) -> None:
        """Narrower margins, and a bar at the foot."""
        side = 16 if compact else MARGIN
        self._outer.setContentsMargins(side, 12 if compact else 17, side, 14)
        pad = NARROW_PAD if compact else PAD
        self._card.column.setContentsMargins(pad, pad - 4, pad, pad)
        self._foot.set_compact(compact=compact)
        if compact:
            self._card.column.addWidget(self.quiet, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self._foot.take_before(self.quiet, self.go)

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Where there is something to write it has the keyboard, else the way on."""
        places = (self.name, self.phrases)
        first = next((place for place in places if not place.isHidden()), self.go)
        first.setFocus(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            event.ignore()

    def _build(self) -> None:
        self._paragraphs = QVBoxLayout()
        self._paragraphs.setSpacing(12)
        column = self._card.column
        column.setSpacing(16)
        column.addWidget(self._title)
        column.addLayout(self._paragraphs)
        for question, place in (
            (self._name_question, self.name),
            (self._phrases_question, self.phrases),
        ):
            asked = QVBoxLayout()
            asked.setSpacing(8)
            asked.addWidget(question)
            asked.addWidget(place)
            column.addLayout(asked)
        column.addWidget(self.refusal)
        column.addWidget(self._hint)
        self._look.changed.connect(self._fit)
        self._fit()
        content = QWidget()
        self._outer = QVBoxLayout(content)
        head = QHBoxLayout()
        head.addWidget(self._back)
        head.addStretch()
        self._outer.addLayout(head)
        self._outer.addStretch(1)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._card, WIDEST)
        middle.addStretch(1)
        self._outer.addLayout(middle)
        self._outer.addStretch(2)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(Scroll(self._look, content), 1)
        page.addWidget(self._foot)

    def _connect(self) -> None:
        self._back.clicked.connect(self.back)
        self.quiet.clicked.connect(self.other)
        self.go.clicked.connect(self._go_on)
        self.name.returnPressed.connect(self._go_on)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._go_on)

    def _show_words(self, words: tuple[str, ...]) -> None:
        for label in self._words:
            self._paragraphs.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._words = [Label(self._look, text, "body", wrap=True) for text in words]
        for label in self._words:
            self._paragraphs.addWidget(label)

    def _go_on(self) -> None:
        lines = (line.strip() for line in self.phrases.words.splitlines())
        self.went_on.emit(Asked(self.name.text().strip(), tuple(line for line in lines if line)))
