"""The star that keeps a practice close at hand, at the top of Home's list."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mindful.ui.controls.round_button import RoundButton
from mindful.ui.look import Look
from mindful.wording import _

SIZE = 34


class StarButton(RoundButton):
    """Checked while the practice is a favourite."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, icon="star", size=SIZE, parent=parent)
        self.setCheckable(True)

    def show_state(self, title: str, *, favourite: bool) -> None:
        """Shows whether the practice with this title is a favourite."""
        self.setChecked(favourite)
        self.set_icon("fill/star" if favourite else "star")
        self.set_words("", name=_("Keep {title} close at hand").format(title=title))
        self.setToolTip(_("Kept close at hand") if favourite else _("Keep close at hand"))
