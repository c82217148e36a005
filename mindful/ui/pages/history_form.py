"""A past sit as a person tells it: added, or mended."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mindful.ui.controls import Card, Field, IconTextButton, Label, PillButton, Scroll, Select
from mindful.ui.controls.field import TextArea
from mindful.ui.history_models import Option, SitForm
from mindful.ui.look import Look
from mindful.ui.sections.section import row
from mindful.wording import _

MARGIN, WIDEST = 24, 720
_STRENGTHS = (("", "–"), *((str(value), str(value)) for value in range(11)))


class SitFormPage(QWidget):
    """Fields for all that a person may tell of a sit; nothing but practice and time is needed.

    `saved` carries the form, `left` says that nothing is to change.
    """

    saved = Signal(SitForm)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._key = ""
        self.back = IconTextButton(look, _("Back"), "arrow-left", colour="ink2", flush=True)
        self._title = Label(look, "", "display", wrap=True)
        self._make_fields()
        self.notice = Label(look, "", colour="danger", wrap=True)
        self.save = PillButton(look, _("Save"), "primary")
        self.save.clicked.connect(lambda: self.saved.emit(self.form))
        self.back.clicked.connect(self.left)
        self._lay_out()

    @property
    def form(self) -> SitForm:
        """What stands in the fields."""
        return SitForm(
            key=self._key,
            exercise=self.exercise.choice,
            day=self.day.text().strip(),
            time=self.time.text().strip(),
            minutes=self.minutes.text().strip(),
            feelings=self.feelings.text(),
            places=self.places.text(),
            before=self.before.choice,
            after=self.after.choice,
            able=self.able.choice,
            note=self.note.words,
        )

    def show_form(self, form: SitForm, exercises: Sequence[Option]) -> None:
        """Shows a sit to be mended, or an empty form where it has no key."""
        self._key = form.key
        self._title.setText(_("Edit this sit") if form.key else _("Add a past sit"))
        self.exercise.set_options(exercises)
        self.exercise.set_chosen(form.exercise)
        self.day.setText(form.day)
        self.time.setText(form.time)
        self.minutes.setText(form.minutes)
        self.feelings.setText(form.feelings)
        self.places.setText(form.places)
        for select, value in (
            (self.before, form.before),
            (self.after, form.after),
            (self.able, form.able),
        ):
            select.set_chosen(value)
        self.note.set_words(form.note)
        self.refuse("")
        self._scroll.verticalScrollBar().setValue(0)

    def refuse(self, words: str) -> None:
        """Says what can't be kept so; everything typed stays."""
        self.notice.setText(words)
        self.notice.setVisible(bool(words))

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """What was sat comes first."""
        self.exercise.setFocus(reason)

    def _make_fields(self) -> None:
        look = self._look
        self.exercise = Select(look, _("Practice"))
        self.day = Field(look, _("Day"), hint=_("2026-03-12"))
        self.time = Field(look, _("Time"), hint=_("19:22"))
        self.minutes = Field(look, _("Minutes"))
        self.feelings = Field(look, _("What was here"), hint=_("anxious, tender"))
        self.places = Field(look, _("Where in the body"), hint=_("chest"))
        self.before = Select(look, _("Strength before"), _STRENGTHS)
        self.after = Select(look, _("Strength after"), _STRENGTHS)
        self.able = Select(look, _("Able to be with it"), _STRENGTHS)
        self.note = TextArea(look, _("Note"), role="body")
        self.note.setMinimumHeight(look.px(120))

    def _lay_out(self) -> None:
        look = self._look
        when = Card(look, pad=MARGIN)
        when.column.setSpacing(8)
        for words, control in (
            (_("Practice"), self.exercise),
            (_("Day"), self.day),
            (_("Time it began"), self.time),
            (_("Minutes"), self.minutes),
        ):
            when.column.addWidget(row(look, words, control))
        what = Card(look, pad=MARGIN)
        what.column.setSpacing(8)
        several = _("Several words with commas between them.")
        what.column.addWidget(row(look, _("What was here"), self.feelings, several))
        what.column.addWidget(row(look, _("Where in the body"), self.places))
        for words, select in (
            (_("Strength before, 0 to 10"), self.before),
            (_("Strength after"), self.after),
            (_("Able to be with it"), self.able),
        ):
            what.column.addWidget(row(look, words, select))
        note = Card(look, pad=MARGIN)
        note.column.setSpacing(8)
        note.column.addWidget(Label(look, _("Note"), "label"))
        note.column.addWidget(self.note)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(MARGIN, 4, MARGIN, MARGIN)
        column.setSpacing(16)
        for part in (self._title, when, what, note, self.notice):
            part.setMaximumWidth(look.px(WIDEST))
            column.addWidget(part)
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._scroll = Scroll(look, content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 19, 0, 0)
        outer.setSpacing(8)
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 0, MARGIN, 0)
        head.addWidget(self.back)
        head.addStretch(1)
        outer.addLayout(head)
        outer.addWidget(self._scroll, 1)
