"""The two families of the design, loaded from the files that ship with Mindful."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtGui import QFont, QFontDatabase

from mindful.assets import asset

FILES = (
    "Figtree-Regular.ttf",
    "Figtree-Medium.ttf",
    "Figtree-SemiBold.ttf",
    "Newsreader-Regular.ttf",
)
"""What the first page shows. The italic is loaded when first asked for."""

ITALIC = "Newsreader-Italic.ttf"

POINTS_AN_INCH = 72.0


def load_families() -> str:
    """Loads the families where there is no `FontShelf`, as for a file; the interface's name."""
    numbers = [QFontDatabase.addApplicationFont(str(asset("fonts", file))) for file in FILES]
    return next(iter(QFontDatabase.applicationFontFamilies(numbers[0])), "")


class FontShelf:
    """Makes fonts by role.

    Args:
        tokens: the design's ``type`` section.
        dots_per_inch: logical resolution of the screen. Qt takes whole pixels only, and the
            design has halves, so sizes are handed over in points.

    """

    def __init__(self, tokens: Mapping[str, Any], dots_per_inch: float) -> None:
        self._scale = tokens["scale"]
        self._points_a_pixel = POINTS_AN_INCH / dots_per_inch
        self._families: dict[str, list[str]] = {"ui": [], "guidance": []}
        for file in FILES:
            self._load(file)
        for use, fallback in tokens["fallback"].items():
            self._families[use].extend(fallback)
        self._italic_loaded = False
        self._made: dict[tuple[str, float, int | None, bool], QFont] = {}

    def font(self, role: str, scale: float, weight: int | None, *, tabular: bool) -> QFont:
        """The font of `role` at text size `scale`; a copy, free to be altered."""
        key = (role, scale, weight, tabular)
        if key not in self._made:
            self._made[key] = self._make(role, scale, weight, tabular=tabular)
        return QFont(self._made[key])

    def italic(self, role: str, scale: float) -> QFont:
        """As `font`, in italics."""
        if not self._italic_loaded:
            self._load(ITALIC)
            self._italic_loaded = True
        font = self.font(role, scale, None, tabular=False)
        font.setItalic(True)
        return font

    def _make(self, role: str, scale: float, weight: int | None, *, tabular: bool) -> QFont:
        token = self._scale[role]
        font = QFont(self._families[token["font"]])
        font.setPointSizeF(token["size"] * scale * self._points_a_pixel)
        font.setWeight(QFont.Weight(weight or token["weight"]))
        # Unhinted glyphs keep the design's rhythm at every size and on fractional screens.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def _load(self, file: str) -> None:
        """Loads a file; where Qt cannot read it the fallback families stand in."""
        use = "ui" if file.startswith("Figtree") else "guidance"
        number = QFontDatabase.addApplicationFont(str(asset("fonts", file)))
        names = QFontDatabase.applicationFontFamilies(number)
        self._families[use].extend(name for name in names[:1] if name not in self._families[use])
