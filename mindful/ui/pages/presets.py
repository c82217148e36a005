"""Presets of a timer: those there are, and a name for a new one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mindful.ui.controls.chip import Chip
from mindful.ui.controls.field import Field
from mindful.ui.controls.label import Label
from mindful.ui.controls.pill import PillButton
from mindful.ui.look import Look
from mindful.ui.pages.flow import FlowLayout
from mindful.ui.sections.section import Section, beside
from mindful.ui.timer_models import TimerView
from mindful.wording import _

LONGEST_NAME = 60


class PresetsSection(Section):
    """Chips choose, a name and Save keep what is set now under it."""

    chosen = Signal(str)
    saved = Signal(str)
    deleted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        detail = _("A preset keeps the length, the bells and the sounds under a name of yours.")
        super().__init__(look, _("Presets"), detail, parent)
        self.chips: dict[str, Chip] = {}
        self._row = QWidget()
        self._flow = FlowLayout(self._row)
        self.name = Field(look, _("Name of the preset"), hint=_("A name, such as Morning"))
        self.name.setMaxLength(LONGEST_NAME)
        self.save = PillButton(look, _("Save"), "quiet")
        self.delete = PillButton(look, "", "quiet")
        self._told = Label(look, role="small", colour="danger", wrap=True)
        self._preset = ""
        self.column.addWidget(self._row)
        self.column.addWidget(self.delete)
        self.column.addWidget(beside(self.name, self.save))
        self.column.addWidget(self._told)
        self.save.clicked.connect(self._save)
        self.name.returnPressed.connect(self._save)
        self.name.textChanged.connect(self._offer_save)
        self.delete.clicked.connect(lambda: self.deleted.emit(self._preset))
        self._offer_save()

    def show_view(self, view: TimerView) -> None:
        """Shows the presets, the one that is as all is set now marked."""
        if [*self.chips] != [key for key, _name in view.presets] or any(
            self.chips[key].words != name for key, name in view.presets
        ):
            self._fill(view)
        self._preset = view.preset
        for key, chip in self.chips.items():
            chip.setChecked(key == view.preset)
        name = dict(view.presets).get(view.preset, "")
        self.delete.set_words(_("Delete “{name}”").format(name=name))
        self.delete.setVisible(bool(name))
        self._row.setVisible(bool(self.chips))
        self._told.setText(view.told)
        self._told.setVisible(bool(view.told))

    def _fill(self, view: TimerView) -> None:
        for chip in self.chips.values():
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self.chips = {}
        for key, name in view.presets:
            chip = self.chips[key] = Chip(self.look, name, parent=self._row)
            chip.clicked.connect(lambda _on, key=key: self._choose(key))
            self._flow.addWidget(chip)
        self._row.updateGeometry()

    def _choose(self, key: str) -> None:
        # A chip shows what is so, and not what was pressed.
        self.chips[key].setChecked(key == self._preset)
        self.chosen.emit(key)

    def _save(self) -> None:
        if name := self.name.text().strip():
            self.name.clear()
            self.saved.emit(name)

    def _offer_save(self) -> None:
        self.save.setEnabled(bool(self.name.text().strip()))
