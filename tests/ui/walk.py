"""One walk through the whole window, from which several tests take what they need."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtWidgets import QApplication, QScrollArea

from mindful.ui.controls.caption import Caption
from mindful.ui.controls.ground_me import GroundMeButton
from scripts.lib.tour import STOPS, stops_of
from scripts.lib.tour_guide import Guide
from tests.ui.contrast import contrast
from tests.ui.reading import Text, blended, popups, read

THEMES = ("light", "dark", "highContrast", "highContrastLight")
TEXT, CAPTION = 4.5, 7.0
"""The least contrast of text, and of what guides: captions and Ground me."""


@dataclass
class Walk:
    """What was seen on the way.

    Attributes:
        faint: what stands apart too little from what lies behind it.
        seen: the pages that were come to.
        known: all that the window has.
    """

    faint: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=set)

    def __add__(self, other: Walk) -> Walk:
        return Walk(self.faint + other.faint, self.seen | other.seen, self.known | other.known)


def walk_over(
    qapp: QApplication, *, filled: bool, each: int = len(THEMES), narrow: bool = False
) -> Walk:
    """Over a log with a past or over none: every page, each in every `each`-th theme in turn.

    Args:
        qapp: the application.
        filled: whether there is a past.
        each: 1 for all themes.
        narrow: in a window of 420 pixels.
    """
    guide = Guide(qapp, filled=filled, voice="test:plain", reduced_motion=True)
    guide.open()
    if narrow:
        guide.resize(420, 780)
    walk = Walk()
    stops = tuple(stop for stop in STOPS if stop.filled is filled)
    for number, stop in enumerate(stops_of(guide, stops)):
        walk.seen.add(guide.app.window.current)
        for theme in THEMES[number % each :: each]:
            guide.app.look.set_theme(theme)  # type: ignore[arg-type]  # one of them
            qapp.processEvents()
            guide.until(lambda: not captions_fade(guide))  # the sit goes on meanwhile
            walk.faint += [f"{stop.name}, {theme}: {words}" for words in faint_in(guide)]
        guide.app.look.set_theme("light")
    walk.known |= set(guide.app.window._makers)
    guide.close()
    return walk


def captions_fade(guide: Guide) -> bool:
    captions = guide.app.window.findChildren(Caption)
    return any(caption.fading for caption in captions if caption.isVisible())


def faint_in(guide: Guide) -> list[str]:
    """What is too faint, at the top of what scrolls and at its foot."""
    areas = [area for area in guide.app.window.findChildren(QScrollArea) if area.isVisible()]
    found = faint_now(guide)
    for area in areas:
        bar = area.verticalScrollBar()
        if bar.maximum() > 0:
            before = bar.value()
            bar.setValue(bar.maximum() if before < bar.maximum() / 2 else 0)
            found += faint_now(guide)
            bar.setValue(before)
    return found


def is_cut(text: Text) -> bool:
    """It is half behind the edge of what scrolls, and on something else there."""
    place = text.rect.toAlignedRect()
    seen = text.widget.visibleRegion().boundingRect() & place
    return seen.height() < 0.75 * place.height()


def faint_now(guide: Guide) -> list[str]:
    found = []
    for root in (guide.app.window, *popups()):
        sheet = read(root)
        for text in sheet.texts:
            ground = sheet.ground(text)
            if ground is None or not text.widget.isEnabled() or is_cut(text):
                continue
            told = contrast(blended(text.colour, ground), ground)
            guiding = isinstance(text.widget, Caption | GroundMeButton)
            if told < (CAPTION if guiding else TEXT):
                found.append(f"“{text.words}” {told:.2f}, {ground.name()}")
    return found
