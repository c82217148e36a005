"""What `scripts/sound-pictures` draws: how each bell rings, and what each ambience is made of."""

from __future__ import annotations

import os
import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QImage,
    QPainter,
    QPen,
    QPolygonF,
)

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from mindful.audio.choices import AMBIENCES, BELLS  # noqa: E402 — after the path
from mindful.audio.clip import Samples, floats  # noqa: E402
from mindful.audio.rack import SoundRack  # noqa: E402
from mindful.wording import ambience_names, bell_names  # noqa: E402

RATE = 48_000
SIZE = (640, 360)
PLOT = QRectF(64, 44, 552, 264)
"""Pixels; the axes' words stand around it."""

CARD, LINE, WORDS = QColor("#182122"), QColor("#3a4849"), QColor("#c3cdc8")
"""A ground of its own, so that a picture reads the same on a light page and on a dark one."""

RAMP = ("#182122", "#213f3a", "#2f6a60", "#5e9c8f", "#a4d9ca", "#f6e7c8")
"""From inaudible to loudest, in even steps of lightness."""

LOW_HERTZ, HIGH_HERTZ = 40.0, 16_000.0
OCTAVES = (50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000)

SHADES = 20
BELL_RANGE_DB = 80.0
AMBIENCE_DB = (-110.0, -40.0)

Powers = NDArray[np.float64]


def main() -> None:
    """Draw all pictures into the folder given."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication([])
    QFontDatabase.addApplicationFont(str(ROOT / "assets" / "fonts" / "Figtree-Medium.ttf"))
    application.setFont(QFont("Figtree"))
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    rack = SoundRack()
    for bell in BELLS:
        save(bell_picture(bell_names()[bell], floats(rack.get(bell))), folder / f"{bell}.png")
    for ambience in AMBIENCES:
        sound = rack.ambience(ambience, seed=1).render(0, 60 * RATE)
        save(ambience_picture(ambience_names()[ambience], sound), folder / f"{ambience}.png")


def save(image: QImage, path: Path) -> None:
    if not image.save(str(path), b"PNG", 0):
        sys.exit(f"{path} cannot be written")
    print(path, f"{path.stat().st_size / 1000:.0f} kB")


# Bells: what sounds when


def bell_picture(name: str, sound: Samples) -> QImage:
    """A spectrogram from the strike to silence."""
    seconds = len(sound) / RATE
    image, painter = sheet(f"{name}: level by time and frequency, 80 dB from dark to bright")
    painter.drawImage(PLOT.toRect(), shaded(spectrogram(sound)))
    step = next(step for step in (0.1, 1.0, 5.0) if seconds / step < 10)
    marks = np.arange(0.0, seconds, step)
    for mark in marks:
        shown = f"{mark:.1f} s" if step < 1 else f"{mark:.0f} s"
        below(painter, PLOT.left() + mark / seconds * PLOT.width(), shown)
    for hertz in OCTAVES:
        beside(painter, PLOT.bottom() - place_of(hertz) * PLOT.height(), hertz_words(hertz))
    painter.end()
    return image


def spectrogram(sound: Samples) -> Powers:
    """Decibels below the loudest; shape (rows from high to low, columns)."""
    columns, rows = int(PLOT.width()), int(PLOT.height())
    # Long windows tell the partials of a low bowl apart; a wood block is over sooner.
    size = 8_192 if len(sound) > 2 * RATE else 1_024
    mono = np.pad(sound.mean(axis=1), (size // 2, size))
    window = np.hanning(size)
    starts = np.linspace(0, len(sound), columns, endpoint=False).astype(int)
    bins = np.geomspace(LOW_HERTZ, HIGH_HERTZ, rows + 1) * size / RATE
    out = np.empty((rows, columns))
    for column, start in enumerate(starts):
        power = np.abs(np.fft.rfft(mono[start : start + size] * window)) ** 2
        out[:, column] = [
            power[int(low) : max(int(low) + 1, int(high) + 1)].max() for low, high in pairwise(bins)
        ]
    # A partial is thinner than a line that the eye sees: it is drawn three rows high.
    out[1:-1] = np.maximum(np.maximum(out[:-2], out[2:]), out[1:-1])
    return np.asarray(10 * np.log10(out[::-1] / out.max() + 1e-12))


def shaded(decibels: Powers) -> QImage:
    """An image in `SHADES` shades, so that the file stays small."""
    level = np.clip(1 + decibels / BELL_RANGE_DB, 0, 1)
    shades = np.rint(level * (SHADES - 1)).astype(int)
    stops = np.array([(c.red(), c.green(), c.blue()) for c in map(QColor, RAMP)])
    ways = np.linspace(0, 1, len(stops))
    colours = np.stack(
        [np.interp(np.linspace(0, 1, SHADES), ways, stops[:, part]) for part in range(3)], axis=1
    ).astype(np.uint8)
    pixels = np.ascontiguousarray(colours[shades])
    height, width, _ = pixels.shape
    image = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    return image.copy()


# Ambiences: what they are made of


def ambience_picture(name: str, sound: Samples) -> QImage:
    """The mean spectrum of a minute."""
    image, painter = sheet(f"{name}: mean level in sixths of an octave, dBFS")
    low, high = AMBIENCE_DB
    for level in range(int(low), int(high) + 1, 10):
        y = PLOT.bottom() - (level - low) / (high - low) * PLOT.height()
        painter.setPen(QPen(LINE, 1))
        painter.drawLine(QPointF(PLOT.left(), y), QPointF(PLOT.right(), y))
        if level % 20 == 0:
            beside(painter, y, f"{level}".replace("-", "−"))
    for hertz in OCTAVES:
        below(painter, PLOT.left() + place_of(hertz) * PLOT.width(), hertz_words(hertz))
    places, levels = bands(sound)
    points = [
        QPointF(
            PLOT.left() + place_of(at) * PLOT.width(),
            PLOT.bottom() - np.clip((level - low) / (high - low), 0, 1) * PLOT.height(),
        )
        for at, level in zip(places, levels, strict=True)
    ]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(RAMP[1]))
    corners = [QPointF(points[0].x(), PLOT.bottom()), QPointF(points[-1].x(), PLOT.bottom())]
    painter.drawPolygon(QPolygonF([corners[0], *points, corners[1]]))
    painter.setPen(QPen(QColor(RAMP[4]), 2))
    painter.drawPolyline(QPolygonF(points))
    painter.end()
    return image


def bands(sound: Samples) -> tuple[Powers, Powers]:
    """Middle frequencies, and the power in a sixth of an octave around each in dB."""
    size = 16_384
    blocks = sound[: len(sound) // size * size].reshape(-1, size, 2)
    window = np.hanning(size)[:, None]
    power = np.mean([np.abs(np.fft.rfft(block * window, axis=0)) ** 2 for block in blocks], axis=0)
    power = power.sum(axis=1) * 2 / (size * np.square(window).sum())
    middles = np.geomspace(LOW_HERTZ, HIGH_HERTZ, 53)
    edges = [middles * 2 ** (side / 12) * size / RATE for side in (-1, 1)]
    levels = [
        10 * np.log10(power[int(np.ceil(low)) : max(int(np.ceil(low)) + 1, int(high) + 1)].sum())
        for low, high in zip(*edges, strict=True)
    ]
    return middles, np.array(levels)


# Axes


def sheet(title: str) -> tuple[QImage, QPainter]:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(CARD)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = painter.font()
    font.setPixelSize(15)
    painter.setFont(font)
    painter.setPen(WORDS)
    painter.drawText(QPointF(PLOT.left(), PLOT.top() - 16), title)
    font.setPixelSize(13)
    painter.setFont(font)
    return image, painter


def below(painter: QPainter, x: float, words: str) -> None:
    painter.setPen(QPen(LINE, 1))
    painter.drawLine(QPointF(x, PLOT.bottom()), QPointF(x, PLOT.bottom() + 5))
    painter.setPen(WORDS)
    box = QRectF(x - 40, PLOT.bottom() + 8, 80, 20)
    painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, words)


def beside(painter: QPainter, y: float, words: str) -> None:
    painter.setPen(QPen(LINE, 1))
    painter.drawLine(QPointF(PLOT.left() - 5, y), QPointF(PLOT.left(), y))
    painter.setPen(WORDS)
    box = QRectF(0, y - 10, PLOT.left() - 10, 20)
    painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)


def place_of(hertz: float) -> float:
    """Where a frequency lies between the lowest and the highest, 0 to 1."""
    return float(np.log(hertz / LOW_HERTZ) / np.log(HIGH_HERTZ / LOW_HERTZ))


def hertz_words(hertz: int) -> str:
    return f"{hertz // 1_000} kHz" if hertz >= 1_000 else f"{hertz} Hz"


if __name__ == "__main__":
    main()
