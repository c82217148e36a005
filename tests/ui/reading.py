"""Reads a window as it is painted: every text with its place, its colour, and what lies behind it.

Qt's own ways to write are watched while a widget is painted, so no kind of widget, and no painted
piece, can be left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from unittest import mock

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPalette, QTextLayout
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QGraphicsOpacityEffect,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from mindful.ui.controls.card import Card

Pixels = npt.NDArray[np.uint8]
"""Rows, columns, and blue, green, red."""


@dataclass(frozen=True)
class Text:
    """A piece of writing as it was painted.

    Attributes:
        words: what was written, elided where the painter elided it.
        widget: on what.
        rect: the ink's rectangle, in the widget.
        colour: of the ink, with its opacity.
    """

    words: str
    widget: QWidget
    rect: QRectF
    colour: QColor

    def place(self, root: QWidget) -> QRectF:
        """Its rectangle in `root`."""
        return self.rect.translated(QPointF(self.widget.mapTo(root, QPoint())))


@dataclass(frozen=True)
class Sheet:
    """A widget's picture, and what is written on it."""

    root: QWidget
    image: QImage
    texts: tuple[Text, ...]

    def ground(self, text: Text) -> QColor | None:
        """The colour that most of the text's surroundings have; None outside the picture."""
        return self.most_in(text.place(self.root))

    def most_in(self, rect: QRectF) -> QColor | None:
        """The colour that most of a rectangle has."""
        place = rect.toAlignedRect().adjusted(-2, -1, 2, 1) & self.image.rect()
        if place.isEmpty():
            return None
        part = self.image.copy(place)  # held: its pixels are no copy
        pixels = _pixels(part).reshape(-1, 3).astype(np.int32)
        keys = (pixels[:, 0] >> 3) << 10 | (pixels[:, 1] >> 3) << 5 | pixels[:, 2] >> 3
        found, counts = np.unique(keys, return_counts=True)
        blue, green, red = pixels[keys == found[counts.argmax()]].mean(axis=0)
        return QColor(round(red), round(green), round(blue))


def read(root: QWidget) -> Sheet:
    """Paint a widget and read it."""
    texts: list[Text] = []
    with _watching(texts):
        image = root.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    texts.extend(_typed(root))
    seen = tuple(text for text in texts if text.words.strip() and _is_seen(text, root))
    return Sheet(root, image, seen)


def popups() -> tuple[QWidget, ...]:
    """What has opened over the window."""
    over = QApplication.activePopupWidget()
    return () if over is None else (over,)


def contents(window: QWidget) -> Iterator[QWidget]:
    """What lies in the window's scrolling places, whole."""
    for area in window.findChildren(QScrollArea):
        content = area.widget()
        if area.isVisible() and content is not None:
            yield content


def covers(over: QWidget | None, text: Text) -> bool:
    """Whether what lies over a text is a card that the text is not on."""
    while over is not None and not over.isWindow():
        if isinstance(over, Card) and not over.isAncestorOf(text.widget):
            return True
        over = over.parentWidget()
    return False


def scrolls(widget: QWidget) -> bool:
    """Whether it lies within something that scrolls."""
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def blended(ink: QColor, ground: QColor) -> QColor:
    """Ink that lets its ground through, as an opaque colour."""
    share = ink.alphaF()

    def part(over: float, under: float) -> float:
        return over * share + under * (1 - share)

    return QColor.fromRgbF(
        part(ink.redF(), ground.redF()),
        part(ink.greenF(), ground.greenF()),
        part(ink.blueF(), ground.blueF()),
    )


@contextmanager
def _watching(texts: list[Text]) -> Iterator[None]:
    write, lay = QPainter.drawText, QTextLayout.draw

    # Any: Qt has nine forms of the one and two of the other.
    def draw_text(painter: QPainter, *given: Any) -> Any:
        _note(texts, painter, _words_of(given), _ink_of(painter, given))
        return write(painter, *given)

    def draw(layout: QTextLayout, painter: QPainter, at: QPointF, *more: Any) -> Any:
        lines = [layout.lineAt(number) for number in range(layout.lineCount())]
        rect = QRectF()
        for line in lines:
            rect = rect.united(line.naturalTextRect())
        _note(texts, painter, layout.text(), rect.translated(at))
        return lay(layout, painter, at, *more)

    with (
        mock.patch.object(QPainter, "drawText", draw_text),
        mock.patch.object(QTextLayout, "draw", draw),
    ):
        yield


def _note(texts: list[Text], painter: QPainter, words: str, rect: QRectF) -> None:
    device = painter.device()
    if not isinstance(device, QWidget):
        return  # a kept picture: its widget is read when it copies it
    colour = QColor(painter.pen().color())
    colour.setAlphaF(colour.alphaF() * painter.opacity())
    texts.append(Text(words, device, painter.worldTransform().mapRect(rect), colour))


def _words_of(given: tuple[Any, ...]) -> str:
    return next(part for part in given if isinstance(part, str))


def _ink_of(painter: QPainter, given: tuple[Any, ...]) -> QRectF:
    first, words = given[0], _words_of(given)
    if isinstance(first, QRect | QRectF):
        flags = given[1] if not isinstance(given[1], str) else 0
        return painter.boundingRect(QRectF(first), int(getattr(flags, "value", flags)), words)
    at = QPointF(first) if isinstance(first, QPointF | QPoint) else QPointF(*given[:2])
    return QFontMetricsF(painter.font()).boundingRect(words).translated(at)


def _typed(root: QWidget) -> Iterator[Text]:
    """What is written where a person types, which Qt paints itself."""
    for line in root.findChildren(QLineEdit):
        if line.isVisible():
            role = QPalette.ColorRole.Text if line.text() else QPalette.ColorRole.PlaceholderText
            rect = QRectF(line.rect().marginsRemoved(line.textMargins())).adjusted(4, 8, -4, -8)
            words = line.text() or line.placeholderText()
            yield Text(words, line, rect, line.palette().color(role))
    for page in root.findChildren(QPlainTextEdit):
        if page.isVisible() and page.toPlainText():
            rect = QRectF(page.viewport().rect())
            colour = page.palette().color(QPalette.ColorRole.Text)
            yield Text(page.toPlainText(), page.viewport(), rect, colour)


def _is_seen(text: Text, root: QWidget) -> bool:
    """Not faded away, and nothing else lies over its middle."""
    parent: QWidget | None = text.widget
    while parent is not None and parent is not root:
        effect = parent.graphicsEffect()
        if (
            isinstance(effect, QGraphicsOpacityEffect)
            and effect.isEnabled()
            and effect.opacity() < 1
        ):
            return False
        parent = parent.parentWidget()
    over = root.childAt(text.place(root).center().toPoint())
    return not covers(over, text)


def _pixels(image: QImage) -> Pixels:
    """A view of an image's memory, which goes with the image."""
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)
    return rows[:, : image.width(), :3]
