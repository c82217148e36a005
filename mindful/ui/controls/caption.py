"""The guide's words, shown: at most 48 characters a line and three lines, fading in and out."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPointF, QSize, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from mindful.ui.controls.caption_lines import MAX_LINES, Page, pages_of
from mindful.ui.look import Look

SHADES = 20
"""Steps of a fade; a repaint for each, not for each tick of the animation."""

SECONDS_A_CHARACTER = 0.07
"""How long a part of a long caption stays when the length of its speech is unknown."""

REDUCED_FADE = 200
"""Milliseconds of a fade when motion is reduced: opacity alone may still move."""

LINE_SEPARATOR = "\u2028"


class Caption(QWidget):
    """Shows one text at a time, centred; a text too long for one caption follows in parts.

    Args:
        look: the look.
        parent: where it lies.
        grow: size of the letters against a caption's in the sit.
    """

    def __init__(self, look: Look, parent: QWidget | None = None, grow: float = 1.0) -> None:
        super().__init__(parent)
        self._look = look
        self._grow = grow
        self._text = ""
        self._seconds = 0.0
        self._lines: Page = ()
        self._coming: list[Page] = []
        self._shade = 0
        self._announces = False
        self._fade = QVariantAnimation(self)
        self._fade.valueChanged.connect(self._set_shade)
        self._fade.finished.connect(self._after_fade)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._turn)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)

    @property
    def text(self) -> str:
        """The whole text that is being shown, or is about to be."""
        return self._text

    @property
    def lines(self) -> Page:
        """The lines on the screen now."""
        return self._lines

    @property
    def fading(self) -> bool:
        """Words are coming or going."""
        return self._fade.state() is QVariantAnimation.State.Running

    @property
    def line_height(self) -> int:
        """Pixels from line to line."""
        return round(self._look.line_height("caption") * self._grow)

    @property
    def rows(self) -> int:
        """How many lines the text takes at most in one of its captions."""
        return max((len(page) for page in self._pages()), default=0)

    @property
    def parts(self) -> int:
        """How many captions the text takes, one after the other."""
        return len(self._pages())

    def set_grow(self, grow: float) -> None:
        """Takes another size of the letters, against a caption's in the sit."""
        if grow != self._grow:
            self._grow = grow
            self._restyle()

    def set_announcing(self, *, announces: bool) -> None:
        """Whether a screen reader is told each caption; off where a voice speaks it."""
        self._announces = announces

    def show_text(self, text: str, seconds: float = 0.0) -> None:
        """Fades over to `text`; an empty one leaves the place empty.

        Args:
            text: the words; white space is evened out.
            seconds: how long its speech lasts; the parts of a long text share it by length.
                0 where unknown.

        """
        text = " ".join(text.split())
        if text == self._text:
            return
        self._text, self._seconds = text, seconds
        self.setAccessibleName(text)
        if text and self._announces:
            event = QAccessibleAnnouncementEvent(self, text)
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
            QAccessible.updateAccessibility(event)
        self._coming = self._pages()
        self._turn()

    def show_at_once(self, text: str) -> None:
        """Shows `text` without a fade: for someone who cannot wait."""
        self._text, self._lines = "", ()
        self.show_text(text)
        self._fade.stop()
        self._set_shade(SHADES)
        self._after_fade()

    def sizeHint(self) -> QSize:
        """Three lines, as wide as there is room."""
        return QSize(640, MAX_LINES * self.line_height)

    def minimumSizeHint(self) -> QSize:
        """Three lines."""
        return QSize(200, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Breaks the text anew for the new width."""
        super().resizeEvent(event)
        self._break_anew()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The lines, centred, with the line height of the tokens."""
        if not self._lines or not self._shade:
            return
        painter = QPainter(self)
        painter.setOpacity(self._shade / SHADES)
        painter.setPen(self._look.colour("ink"))
        layout = QTextLayout(LINE_SEPARATOR.join(self._lines), self._font())
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignHCenter))
        layout.beginLayout()
        for index in range(len(self._lines)):
            line = layout.createLine()
            line.setLineWidth(self.width())
            above = (self.line_height - line.height()) / 2
            line.setPosition(QPointF(0, index * self.line_height + above))
        layout.endLayout()
        layout.draw(painter, QPointF(0, 0))

    def _font(self) -> QFont:
        font = self._look.font("caption")
        font.setPointSizeF(font.pointSizeF() * self._grow)
        return font

    def _turn(self) -> None:
        """Goes on to the next caption: what stands there fades out first."""
        self._wait.stop()
        if self._lines and self._shade:
            self._fade_to(0, "captionOut")
        else:
            self._show_next()

    def _show_next(self) -> None:
        self._lines = self._coming.pop(0) if self._coming else ()
        self._shade = 0
        self.update()
        if self._lines:
            self._fade_to(SHADES, "captionIn")

    def _fade_to(self, shade: int, motion: str) -> None:
        self._fade.stop()
        self._fade.setStartValue(float(self._shade))
        self._fade.setEndValue(float(shade))
        kind = self._look.token("motion", motion, "easing")
        self._fade.setEasingCurve(getattr(QEasingCurve.Type, kind))
        reduced = self._look.reduced_motion
        self._fade.setDuration(REDUCED_FADE if reduced else self._look.duration(motion))
        self._fade.start()

    def _after_fade(self) -> None:
        if self._shade == 0:
            self._lines = ()
            if self._coming:
                self._wait.start(int(self._look.token("motion", "captionGapMs")))
        elif self._coming:
            self._wait.start(round(self._seconds_of(self._lines) * 1000))

    def _set_shade(self, value: float) -> None:
        if round(value) != self._shade:
            self._shade = round(value)
            self.update()

    def _seconds_of(self, page: Page) -> float:
        """How long a part of the text stays: its share of the speech, by length."""
        length = len(" ".join(page))
        if not self._seconds:
            return length * SECONDS_A_CHARACTER
        return self._seconds * length / max(1, len(self._text))

    def _pages(self) -> list[Page]:
        metrics = QFontMetricsF(self._font())
        return pages_of(self._text, lambda line: metrics.horizontalAdvance(line) <= self.width())

    def _break_anew(self) -> None:
        """Keeps the place in a long text as well as can be when its lines change."""
        left = len(self._coming)
        pages = self._pages()
        if not self._lines:
            self._coming = pages[len(pages) - left :] if left else []
        else:
            here = max(0, len(pages) - 1 - left)
            self._lines, self._coming = (pages[here] if pages else ()), pages[here + 1 :]
        self.update()

    def _restyle(self) -> None:
        self.updateGeometry()
        self._break_anew()
