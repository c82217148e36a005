"""Help: people to reach, the emergency number first; when to stop; who Mindful is for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mindful.ui.controls.card import Card, Rule
from mindful.ui.controls.label import Label
from mindful.ui.controls.measure import WIDEST, Measure
from mindful.ui.controls.row import IconTextButton
from mindful.ui.controls.scroll import Scroll
from mindful.ui.look import Look
from mindful.ui.models import HelpLine, HelpView
from mindful.ui.pages.own_people import OwnPeople
from mindful.ui.pages.reach import ReachRow
from mindful.wording import _

MARGIN = 24


class Help(QWidget):
    """A pure view. `copied` carries a number or an address to put on the clipboard.

    The numbers need neither log nor network; the person's own people come to them when the log
    has told them.
    """

    copied = Signal(str)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.back = IconTextButton(look, _("Back"), "arrow-left", colour="ink2", flush=True)
        self._checked_on = Label(look, "", "small", "ink2", wrap=True)
        self._first = QVBoxLayout()
        self._lists = QVBoxLayout()
        self._lists.setSpacing(16)
        self.people = OwnPeople(look)
        self.people.copied.connect(self.copied)
        content = QWidget()
        self._content = QHBoxLayout(content)
        column = QVBoxLayout()
        column.setSpacing(16)
        body = Measure(look)
        body.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        self._content.addWidget(body, WIDEST)
        self._content.addStretch(1)
        column.addLayout(self._head())
        column.addLayout(self._first)
        column.addWidget(self.people)
        column.addLayout(self._lists)
        column.addWidget(self._checked_on)
        column.addLayout(_words(look, _("Stop if"), stop_words()))
        self.who = _words(look, _("Who this is for"), who_words())
        column.addLayout(self.who)
        column.addStretch()
        self._scroll = Scroll(look, content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self.back.clicked.connect(self.left)
        self.set_compact(compact=False)

    def show_view(self, view: HelpView) -> None:
        """Shows whom to reach."""
        for layout in (self._first, self._lists):
            _empty(layout)
        if view.emergency is not None:
            self._first.addWidget(self._card((view.emergency,), large=True))
        for title, lines in (
            (_("By telephone"), view.lines),
            (_("On the web"), view.directories),
        ):
            if lines:
                self._lists.addWidget(Label(self._look, title, "heading"))
                self._lists.addWidget(self._card(lines))
        self._checked_on.setText(view.checked_on)

    def show_who(self) -> None:
        """Scrolls to who Mindful is for."""
        self._content.activate()
        bar = self._scroll.verticalScrollBar()
        bar.setValue(min(bar.maximum(), self.who.geometry().y() - MARGIN))

    def set_compact(self, compact: bool) -> None:
        """Narrower margins."""
        side = 16 if compact else MARGIN
        self._content.setContentsMargins(side, 12 if compact else 21, side, MARGIN)

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """The way back has the focus first."""
        self._scroll.verticalScrollBar().setValue(0)
        self.back.setFocus(reason)

    def _head(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Label(self._look, _("Reach a person"), "display", wrap=True))
        first = _(
            "If you or someone near you is in danger, ring the emergency number of the place "
            "where you are. In most of Europe it is 112, in North America 911, in Britain 999, "
            "in Australia 000."
        )
        column.addWidget(Label(self._look, first, "body", wrap=True))
        return column

    def _card(self, lines: tuple[HelpLine, ...], *, large: bool = False) -> Card:
        card = Card(self._look, pad=0)
        card.column.setContentsMargins(MARGIN, 8, MARGIN, 8)
        for number, line in enumerate(lines):
            if number:
                card.column.addWidget(Rule(self._look))
            row = ReachRow(self._look, line, large=large)
            row.copied.connect(self.copied)
            card.column.addWidget(row)
        return card


def stop_words() -> tuple[str, ...]:
    """When to stop."""
    return (
        _(
            "Stop a sit, and stop practising for a while, if any of these come up: mounting "
            "panic, a sense that things aren’t real, flashbacks, voices, urges to harm yourself, "
            "lost sleep, or effects that last beyond a day. Stopping is a skill, and speaking to "
            "someone helps."
        ),
    )


def who_words() -> tuple[str, ...]:
    """Who Mindful is for, and who asks a professional first."""
    return (
        _(
            "Mindful is a wellbeing practice for adults. It isn’t therapy, diagnosis, a crisis "
            "service or a medical device, and it doesn’t claim to treat anything."
        ),
        _(
            "Discomfort can happen when you sit with what is there. Stopping is always fine, and "
            "Ground me is on every page."
        ),
        _(
            "Ask a professional first if you live with PTSD, psychosis, mania, dissociation, "
            "seizures, an eating disorder or suicidal thoughts."
        ),
    )


def _words(look: Look, title: str, paragraphs: tuple[str, ...]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(8)
    column.addWidget(Label(look, title, "heading"))
    for paragraph in paragraphs:
        column.addWidget(Label(look, paragraph, "body", "ink2", wrap=True))
    return column


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
