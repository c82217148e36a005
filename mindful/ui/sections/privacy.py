"""Settings: where everything is kept, said plainly; and the way to Help."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mindful.ui.controls.label import Label
from mindful.ui.controls.pill import PillButton
from mindful.ui.look import Look
from mindful.ui.models import SettingsView
from mindful.ui.sections.section import Section, row
from mindful.wording import _


class PrivacySection(Section):
    """Where the log lies."""

    place_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        detail = _("Mindful never goes online. There is no account, and nothing to sign in to.")
        super().__init__(look, _("Privacy"), detail, parent)
        self.show_place = PillButton(look, _("Show folder"), "outline")
        self._place = Label(look, "", "small", "ink2", wrap=True)
        self.add_rows(row(look, _("Where your log lies"), self.show_place), self._place)
        plain = _(
            "The log is one file. It holds your sits, feelings, notes and name. "
            "It isn’t encrypted: whoever can open your files can read it. "
            "Sentences with your own words are never kept as sound."
        )
        self.column.addWidget(Label(look, plain, "body", "ink2", wrap=True))
        self.show_place.clicked.connect(self.place_wanted)

    def show_view(self, view: SettingsView) -> None:
        """Shows where the log lies."""
        size = f" ({view.log_size})" if view.log_size else ""
        self._place.setText(f"{view.log_place}{size}")


class SafetySection(Section):
    """The ways to Help and to the diagnostics."""

    help_wanted = Signal()
    diagnostics_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, _("Help and safety"), "", parent)
        self.open_help = PillButton(look, _("Open Help"), "outline", icon="lifebuoy")
        reach = _("People to reach, and who Mindful is for.")
        self.open_diagnostics = PillButton(look, _("Show"), "outline")
        found = _("What works here, and how exactly the last sits were played.")
        self.add_rows(
            row(look, _("Help"), self.open_help, reach),
            row(look, _("Diagnostics"), self.open_diagnostics, found),
        )
        self.open_help.clicked.connect(self.help_wanted)
        self.open_diagnostics.clicked.connect(self.diagnostics_wanted)
