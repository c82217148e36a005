"""The look in force: colours, type, icons and motion, from the design's tokens.

How to use it: every widget takes a `Look` by constructor, asks it for colours, fonts and sizes
each time it paints or measures, and connects `changed` to repaint and measure again.
"""

from __future__ import annotations

import json
from typing import Any, Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPixmap

from mindful.assets import asset
from mindful.ui.desktop_hints import DesktopHints
from mindful.ui.fonts import FontShelf
from mindful.ui.icons import IconShelf

ThemeChoice = Literal["light", "dark", "highContrast", "highContrastLight", "system"]
"""What a person may choose: ``highContrast`` is white on black, ``highContrastLight`` black on
white, and ``system`` one of the four, as the desktop is."""

MotionChoice = bool | Literal["system"]
"""Whether motion is reduced; ``system`` does as the desktop does, where Qt tells."""

SMALLEST_SCALE, LARGEST_SCALE = 0.8, 2.0
"""Range of the text size; 1 is the size of the design."""


class Look(QObject):
    """Answers every question of appearance, and says when the answers change.

    Args:
        app: the application, asked for the desktop's colour scheme and the screen's resolution.
        theme: the theme chosen.
        scale: text size as a factor, held within 0.8 and 2.
        reduced_motion: nothing moves that need not; as the desktop has it, or as said.

    """

    changed = Signal()

    def __init__(
        self,
        app: QGuiApplication,
        *,
        theme: ThemeChoice = "system",
        scale: float = 1.0,
        reduced_motion: MotionChoice = False,
    ) -> None:
        super().__init__()
        self._desktop = DesktopHints(app.styleHints(), self)
        self._tokens = json.loads(asset("theme", "tokens.json").read_text(encoding="utf-8"))
        self._fonts = FontShelf(self._tokens["type"], app.primaryScreen().logicalDotsPerInchY())
        self._icons = IconShelf()
        self._choice = theme
        self._scale = _held(scale)
        self._motion = reduced_motion
        self._reduced_motion = self._motion_for(reduced_motion)
        self._theme = self._theme_for(theme)
        self._desktop.changed.connect(self._follow_system)

    @property
    def theme(self) -> str:
        """The theme in force: any choice but ``system``."""
        return self._theme

    @property
    def choice(self) -> ThemeChoice:
        """The theme chosen, which may be ``system``."""
        return self._choice

    @property
    def dark(self) -> bool:
        """Light writing on a dark ground."""
        return self._theme in {"dark", "highContrast"}

    @property
    def high_contrast(self) -> bool:
        """What is told by a soft ground elsewhere needs an outline."""
        return self._theme.startswith("highContrast")

    @property
    def scale(self) -> float:
        """Text size as a factor: 1 is the design's."""
        return self._scale

    @property
    def reduced_motion(self) -> bool:
        """Nothing may move that need not."""
        return self._reduced_motion

    @property
    def motion_choice(self) -> MotionChoice:
        """Whether motion is reduced, as chosen."""
        return self._motion

    @property
    def desktop_motion(self) -> bool | None:
        """Whether the desktop asks for reduced motion; None where Qt does not tell."""
        return self._desktop.reduced_motion

    def set_theme(self, choice: ThemeChoice) -> None:
        """Takes another theme."""
        self._choice = choice
        self._follow_system()

    def set_scale(self, scale: float) -> None:
        """Takes another text size, held within 0.8 and 2."""
        if _held(scale) != self._scale:
            self._scale = _held(scale)
            self.changed.emit()

    def set_reduced_motion(self, choice: MotionChoice) -> None:
        """Stills or frees everything that moves, or leaves it to the desktop."""
        self._motion = choice
        self._follow_system()

    def token(self, *path: str) -> Any:
        """The design's value at `path`, such as ``token("strip", "height")``."""
        value = self._tokens
        for key in path:
            value = value[key]
        return value

    def colour(self, name: str, alpha: float = 1.0) -> QColor:
        """Colour `name` of the theme in force, such as ``ink``; a copy, free to be altered."""
        colour = QColor(self._tokens["color"][self._theme][name])
        colour.setAlphaF(alpha)
        return colour

    def heat(self, step: int) -> QColor:
        """Colour of the heatmap's step 0 to 4."""
        return QColor(self._tokens["color"][self._theme]["heat"][step])

    def font(self, role: str, *, weight: int | None = None, tabular: bool = False) -> QFont:
        """Font of a role of ``type.scale``, at the text size in force.

        Args:
            role: such as ``body``.
            weight: 400, 500 or 600 in place of the role's own.
            tabular: figures of one width, for time.

        """
        return self._fonts.font(role, self._scale, weight, tabular=tabular)

    def italic(self, role: str) -> QFont:
        """The role's font in italics (Newsreader only)."""
        return self._fonts.italic(role, self._scale)

    def line_height(self, role: str) -> int:
        """Pixels from line to line of text in this role."""
        return self.px(self._tokens["type"]["scale"][role]["line"])

    def px(self, value: float) -> int:
        """A length that grows with the text, in whole pixels. Gaps and margins do not grow."""
        return round(value * self._scale)

    def duration(self, name: str) -> int:
        """Milliseconds of a motion such as ``page``; 0 when motion is reduced."""
        if self._reduced_motion:
            return 0
        return int(self._tokens["motion"][name]["ms"])

    def icon(self, name: str, size: int, colour: str, ratio: float = 1.0) -> QPixmap:
        """A Phosphor icon, `size` pixels square, in the theme's `colour`.

        Args:
            name: file name without ending; ``fill/…`` for a filled one.
            size: device-independent pixels; light weight from 20 up, regular below.
            colour: name of a colour of the theme.
            ratio: device pixels for a pixel (`QWidget.devicePixelRatioF`).

        """
        return self._icons.pixmap(name, size, self.colour(colour), ratio)

    def _follow_system(self) -> None:
        now = self._theme_for(self._choice), self._motion_for(self._motion)
        if now != (self._theme, self._reduced_motion):
            self._theme, self._reduced_motion = now
            self.changed.emit()

    def _theme_for(self, choice: ThemeChoice) -> str:
        return self._desktop.theme if choice == "system" else choice

    def _motion_for(self, choice: MotionChoice) -> bool:
        return self._desktop.reduced_motion is True if choice == "system" else choice


def _held(scale: float) -> float:
    return min(LARGEST_SCALE, max(SMALLEST_SCALE, scale))
