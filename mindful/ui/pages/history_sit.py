"""A sit's own page in History: everything that was kept of it, and what was really spoken."""

from __future__ import annotations

from datetime import timedelta
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mindful.ui.controls import Card, IconTextButton, Label, Rule, Scroll
from mindful.ui.history_models import Option, PageWritten, PastSit, Spoken
from mindful.ui.look import Look
from mindful.ui.pages.when import span_words
from mindful.ui.paint.year_cells import day_name
from mindful.wording import _, length_words

MARGIN, WIDEST, NAMES = 24, 720, 190
"""Pixels: round the page, of its text, and of the facts' names."""

APART = 6
"""Pixels between two buttons above the page."""


class PastSitPage(QWidget):
    """Shows one sit; `left` says that the person wants back to the list.

    What is to be done with the sit is said with its key.
    """

    left = Signal()
    edit_asked = Signal(str)
    delete_asked = Signal(str)
    again_asked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.back = IconTextButton(look, _("All sits"), "arrow-left")
        self.back.clicked.connect(self.left)
        self._key = ""
        self.again = IconTextButton(look, _("Sit this again"), "arrow-clockwise")
        self.edit = IconTextButton(look, _("Edit"), "pencil-simple")
        self.delete = IconTextButton(look, _("Delete"), "trash")
        self.again.clicked.connect(lambda: self.again_asked.emit(self._key))
        self.edit.clicked.connect(lambda: self.edit_asked.emit(self._key))
        self.delete.clicked.connect(lambda: self.delete_asked.emit(self._key))
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(MARGIN, 0, MARGIN, MARGIN)
        self._column.setSpacing(16)
        self.lines = Scroll(look, self._content)
        # With nothing in it that takes the focus, the arrows are to scroll.
        self.lines.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lines.setAccessibleName(_("The sit"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 19, 0, 0)
        outer.setSpacing(8)
        self._actions = {button: button.words for button in (self.again, self.edit, self.delete)}
        head = QWidget()
        # The row is never what keeps the window wide: without words it fits everywhere.
        head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(head)
        row.setContentsMargins(MARGIN - 8, 0, MARGIN, 0)
        row.setSpacing(APART)
        row.addWidget(self.back)
        row.addStretch(1)
        for button in self._actions:
            row.addWidget(button)
        outer.addWidget(head)
        outer.addWidget(self.lines, 1)
        look.changed.connect(self._fit_actions)

    def show_sit(self, sit: PastSit, *, numbers: bool) -> None:
        """Shows this sit, with its numbers or without."""
        self._key = sit.row.key
        self.again.setVisible(sit.again)
        self._fit_actions()
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for part in (
            self._make_title(sit),
            self._make_note(sit.row.note),
            self._make_pages(sit.pages, numbers=numbers),
            self._make_facts(facts_of(sit, numbers=numbers)),
            self._make_spoken(sit.spoken, numbers=numbers),
        ):
            if part is not None:
                part.setMaximumWidth(self._look.px(WIDEST))
                self._column.addWidget(part)
        self._column.addStretch(1)
        self.lines.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete deletes the sit."""
        if event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit(self._key)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves out the words of what can be done, where they do not fit in a row."""
        super().resizeEvent(event)
        self._fit_actions()

    def _fit_actions(self) -> None:
        shown = {button: words for button, words in self._actions.items() if not button.isHidden()}
        for button, words in shown.items():
            button.set_words(words, words)
        sides = [button.sizeHint().width() + APART for button in (self.back, *shown)]
        if sum(sides) > self.width() - 2 * MARGIN:
            for button, words in shown.items():
                button.set_words("", words)
        for button, words in shown.items():
            button.setToolTip("" if button.words else words)
        if self.again.words:
            self.again.setToolTip(_("The same practice, length, words and feelings"))

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """The way back has the keyboard."""
        self.back.setFocus(reason)

    def _make_title(self, sit: PastSit) -> QWidget:
        row = sit.row
        ended = row.began + timedelta(minutes=row.minutes)
        when = f"{day_name(row.began.date())}, {span_words(row.began, ended)}"
        title, column = _stack()
        column.addWidget(Label(self._look, row.title, role="display", wrap=True))
        column.addWidget(Label(self._look, when, colour="ink2", wrap=True))
        return title

    def _make_note(self, note: str) -> QWidget | None:
        """The person's own words, as typed."""
        if not note:
            return None
        card = Card(self._look, pad=MARGIN)
        card.column.addWidget(Label(self._look, note, role="title", factor=0.72, wrap=True))
        return card

    def _make_pages(self, pages: tuple[PageWritten, ...], *, numbers: bool) -> QWidget | None:
        """What was written in the sit, each under the sentence that asked for it."""
        if not pages:
            return None
        card = Card(self._look, pad=MARGIN)
        card.column.setContentsMargins(MARGIN, 16, MARGIN, MARGIN)
        card.column.addWidget(Label(self._look, _("What was written"), role="heading"))
        prompt = ""
        for page in pages:
            if page.prompt != prompt:
                prompt = page.prompt
                card.column.addSpacing(14)
                above = Label(self._look, prompt, role="small", colour="ink2", wrap=True)
                card.column.addWidget(above)
            card.column.addSpacing(4)
            words = page.text
            if numbers and page.rating is not None:
                words = _("{phrase} ({value} of 10)").format(phrase=words, value=page.rating)
            card.column.addWidget(Label(self._look, words, role="title", factor=0.64, wrap=True))
        return card

    def _make_facts(self, facts: tuple[Option, ...]) -> QWidget | None:
        if not facts:
            return None
        card = Card(self._look)
        card.column.setContentsMargins(MARGIN, 8, MARGIN, 8)
        for place, (name, words) in enumerate(facts):
            if place:
                card.column.addWidget(Rule(self._look))
            row = QHBoxLayout()
            row.setContentsMargins(0, 10, 0, 10)
            row.setSpacing(16)
            said = Label(self._look, name, role="label", colour="ink2", weight=400, wrap=True)
            row.addWidget(said, NAMES, Qt.AlignmentFlag.AlignTop)
            told = Label(self._look, words, role="label", weight=500, wrap=True)
            row.addWidget(told, WIDEST - NAMES, Qt.AlignmentFlag.AlignTop)
            card.column.addLayout(row)
        return card

    def _make_spoken(self, spoken: tuple[Spoken, ...], *, numbers: bool) -> QWidget | None:
        """The lines by phase: one text a phase, for a long sit has more lines than widgets bear."""
        if not spoken:
            return None
        card = Card(self._look, pad=MARGIN)
        card.column.setContentsMargins(MARGIN, 16, MARGIN, MARGIN)
        card.column.addWidget(Label(self._look, _("What was spoken"), role="heading"))
        for phase, lines in groupby(spoken, key=lambda line: line.phase):
            said = list(lines)
            minutes, seconds = divmod(said[0].second, 60)
            name = f"{minutes}:{seconds:02}  {phase}" if numbers else phase
            card.column.addSpacing(14)
            card.column.addWidget(
                Label(self._look, name, role="small", colour="ink2", tabular=True)
            )
            card.column.addSpacing(4)
            text = "\n".join(line.text for line in said)
            card.column.addWidget(Label(self._look, text, role="title", factor=0.64, wrap=True))
        return card


def facts_of(sit: PastSit, *, numbers: bool) -> tuple[Option, ...]:
    """Names and words of what was kept; what was not said is left out."""
    row = sit.row
    facts: list[Option] = []
    if numbers:
        facts.append((_("Time sat"), f"{length_words(60 * row.minutes)}, {sit.ended}"))
    else:
        facts.append((_("How it ended"), sit.ended))
    facts.append((_("What was here"), ", ".join(row.feelings)))
    facts.append((_("Where in the body"), ", ".join(sit.places)))
    if numbers:
        facts.append((_("Strength"), _strengths(row.before, row.after)))
        able = "" if sit.able is None else _("{value} of 10").format(value=sit.able)
        facts.append((_("Able to be with it"), able))
    facts += sit.facts
    return tuple((name, words) for name, words in facts if words)


def _strengths(before: int | None, after: int | None) -> str:
    if before is not None and after is not None:
        return _("{before} before, {after} after").format(before=before, after=after)
    if before is not None:
        return _("{before} before").format(before=before)
    return "" if after is None else _("{after} after").format(after=after)


def _stack() -> tuple[QWidget, QVBoxLayout]:
    widget = QWidget()
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    return widget, column
