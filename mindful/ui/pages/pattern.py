"""A paced breath of one's own: four numbers, and the way back to the exercise's."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mindful.ui.controls.field import Field
from mindful.ui.controls.label import Label
from mindful.ui.controls.pill import PillButton
from mindful.ui.look import Look
from mindful.ui.pages.setup_page import SetupPage
from mindful.ui.sections.section import Section, row
from mindful.ui.timer_models import PatternView
from mindful.wording import _

SECONDS = QRegularExpression(r"([0-9]{1,2}([.,][0-9]?)?)?")
"""One or two figures, and at most a tenth."""


class PatternPage(SetupPage):
    """A pure view. `wanted` carries seconds of in, hold, out, hold."""

    wanted = Signal(tuple)
    usual_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, _("Pattern"), parent)
        self.fields = tuple(
            Field(look, name)
            for name in (_("Breathe in"), _("Hold"), _("Breathe out"), _("Hold, breathed out"))
        )
        self.use = PillButton(look, _("Use this breath"))
        self.usual = PillButton(look, _("Use the usual one"), "quiet")
        self._usual = Label(look, role="body", colour="ink2", wrap=True)
        self._caution = Label(look, role="body", colour="ink2", wrap=True)
        self._told = Label(look, role="small", colour="danger", wrap=True)
        self._build()
        self.use.clicked.connect(self._use)
        self.usual.clicked.connect(self.usual_wanted)
        for field in self.fields:
            field.returnPressed.connect(self._use)

    def show_view(self, view: PatternView) -> None:
        """Shows the breath that is paced."""
        self.what.setText(view.title)
        self._usual.setText(_("As it comes: {breath}.").format(breath=view.usual))
        self._caution.setText(view.caution)
        self._caution.setVisible(bool(view.caution))
        self._told.setText(view.told)
        self._told.setVisible(bool(view.told))
        self.usual.setVisible(view.own)
        if not view.told:  # else what was typed stays, to be mended
            for field, seconds in zip(self.fields, view.pattern, strict=True):
                field.setText(f"{seconds:g}")

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """The first number has the keyboard."""
        self.fields[0].setFocus(reason)

    def _build(self) -> None:
        look = self.look
        section = Section(look, _("Your own breath, in seconds"))
        for field in self.fields:
            field.setValidator(QRegularExpressionValidator(SECONDS, field))
            field.setFixedWidth(look.px(96))
        section.add_rows(
            *(row(look, field.accessibleName(), _narrow(field)) for field in self.fields)
        )
        said = _("Tones and picture pace it, in whole breaths. Nothing is spoken then.")
        section.column.addWidget(Label(look, said, "body", "ink2", wrap=True))
        section.column.addWidget(self._usual)
        section.column.addWidget(self._caution)
        section.column.addWidget(self._told)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.use)
        buttons.addWidget(self.usual)
        buttons.addStretch(1)
        section.column.addLayout(buttons)
        self.column.addWidget(section)
        self.column.addStretch()

    def _use(self) -> None:
        typed = (field.text().replace(",", ".") or "0" for field in self.fields)
        self.wanted.emit(tuple(float(text) for text in typed))


def _narrow(field: Field) -> QWidget:
    """A field that asks for no more room than it takes."""
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(field)
    return part
