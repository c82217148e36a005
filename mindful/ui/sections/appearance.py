"""Settings: theme, text size, motion."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mindful.ui.controls.label import Label
from mindful.ui.controls.pair import Pair
from mindful.ui.controls.segments import Segments
from mindful.ui.controls.toggle import Toggle
from mindful.ui.look import Look
from mindful.ui.models import SettingsView
from mindful.ui.sections.section import Section, row
from mindful.wording import _

SCALES = (80, 100, 125, 150, 200)
"""Text sizes offered, in percent."""


class AppearanceSection(Section):
    """Theme, text size with a sample, reduced motion."""

    theme_chosen = Signal(str)
    scale_chosen = Signal(int)
    reduced_motion_toggled = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, _("Appearance"), "", parent)
        themes = (("light", _("Light")), ("dark", _("Dark")), ("system", _("Follow system")))
        self.theme = Segments(look, _("Theme"), themes)
        self.scale = Segments(
            look, _("Text size"), tuple((str(scale), f"{scale}%") for scale in SCALES)
        )
        self.motion = Toggle(look, _("Reduced motion"))
        sample = Pair(
            Label(look, _("And back to this one breath."), "caption", wrap=True),
            Label(look, _("caption, at this size"), "small", "ink2"),
        )
        grows = _("Everything grows together, up to twice the size.")
        still = _("The orb holds still and the ring carries the pace.")
        self.add_rows(
            row(look, _("Theme"), self.theme),
            row(look, _("Text size"), self.scale, grows),
            sample,
            row(look, _("Reduced motion"), self.motion, still),
        )
        self.theme.chosen.connect(self.theme_chosen)
        self.scale.chosen.connect(lambda key: self.scale_chosen.emit(int(key)))
        self.motion.clicked.connect(self.reduced_motion_toggled)

    def show_view(self, view: SettingsView) -> None:
        """Shows what is set."""
        self.theme.set_chosen(view.theme)
        self.scale.set_chosen(str(view.scale))
        self.motion.setChecked(view.reduced_motion)
