"""What `scripts/screenshots` runs: the tour's pages as pictures, in each theme and size."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from mindful.ui.look import ThemeChoice
from scripts.lib.tour import STOPS, Stop, stops_of
from scripts.lib.tour_guide import Guide

ROOT = Path(__file__).parents[2]
SIZES = {"wide": QSize(1180, 780), "narrow": QSize(420, 780)}
THEMES: dict[ThemeChoice, str] = {
    "light": "light",
    "dark": "dark",
    "highContrast": "high-contrast-dark",
    "highContrastLight": "high-contrast-light",
}
"""Themes by their name in the tokens, with that of their pictures."""
MOVING = 400
"""Milliseconds after which what moves on a change has come to rest."""
LARGE = 2.0
"""Text size at which main pages are pictured too."""
SMALLEST = 0
"""Qt's quality of a PNG picture, whose least one takes the fewest bytes."""


def main() -> None:
    """Take the pictures asked for."""
    asked = _arguments()
    asked.to.mkdir(parents=True, exist_ok=True)
    stops = tuple(stop for stop in STOPS if not asked.pages or stop.name in asked.pages)
    QApplication.setStyle("Fusion")
    qt = QApplication([])
    qt.setQuitOnLastWindowClosed(False)
    for filled in (False, True):
        those = tuple(stop for stop in stops if stop.filled is filled)
        if those:
            guide = Guide(qt, filled=filled)
            guide.open()
            for size in SIZES:
                _lead_through(guide, those, size, asked.to)
            guide.close()


def _lead_through(guide: Guide, stops: tuple[Stop, ...], size: str, target: Path) -> None:
    guide.app.window.resize(SIZES[size])
    for stop in stops_of(guide, tuple(stop for stop in stops if size in stop.widths)):
        look = guide.app.look
        for theme, name in THEMES.items():
            look.set_theme(theme)
            guide.live(MOVING)
            _save(guide, target / f"{stop.name}-{name}-{size}.png")
        look.set_theme("light")
        if stop.main:
            look.set_scale(LARGE)
            guide.live(MOVING)
            _save(guide, target / f"{stop.name}-light-{size}-200.png")
            look.set_scale(1.0)


def _save(guide: Guide, file: Path) -> None:
    guide.picture().save(str(file), quality=SMALLEST)
    sys.stdout.write(f"{file}\n")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/screenshots", description=__doc__)
    names = ", ".join(stop.name for stop in STOPS)
    parser.add_argument("pages", nargs="*", metavar="PAGE", help=f"only these; there are: {names}")
    parser.add_argument("--to", type=Path, default=ROOT / "docs/screens", metavar="FOLDER")
    return parser.parse_args()


if __name__ == "__main__":
    main()
