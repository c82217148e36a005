"""Before and after by feeling: a ring, a dot, the line between, and how many went which way.

Medians stand only where there are sits enough; below that, counts and "too few to say".
Shape tells the two apart as well as colour: hollow before, filled after.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mindful.ui.history_models import FeelingChange, Median
from mindful.ui.look import Look
from mindful.ui.paint.picking import PickChart
from mindful.wording import _, ngettext

RADIUS = 4.8
"""Pixels of ring and dot."""
WORDS_SHARE, WORDS_LEAST, WORDS_MOST = 0.34, 92, 0.48
"""The feelings' part of the width, its least in pixels, and its most."""
ROW_PAD, INSET = 7, 8
LINE_GAP = 3
"""Pixels between a feeling's line and its counts, so that no interval touches them."""
SPREAD = 9
"""Pixels by which the intervals lie above and below their medians."""
WORD_GAP, PLOT_GAP = 5, 4
"""Pixels between a feeling and its number of sits, and between these and the scale."""
HALVES = {0.0: "", 0.5: "½"}


class Dumbbells(PickChart):
    """A row for each feeling. Picking one looks at its sits.

    Args:
        look: the look.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._changes: tuple[FeelingChange, ...] = ()
        self._numbers = True
        self.setAccessibleName(_("Before and after, by feeling"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_changes(self, changes: Sequence[FeelingChange]) -> None:
        """Shows these feelings, in this order."""
        self._changes = tuple(changes)
        self.parts_changed()

    def show_numbers(self, *, numbers: bool) -> None:
        """With counts and scale, or the picture alone."""
        self._numbers = numbers
        self.parts_changed()

    @property
    def changes(self) -> tuple[FeelingChange, ...]:
        """The feelings shown."""
        return self._changes

    def count(self) -> int:
        """The feelings."""
        return len(self._changes)

    def part_words(self, number: int) -> str:
        """A feeling in a sentence."""
        if not 0 <= number < len(self._changes):
            return ""
        return change_words(self._changes[number], numbers=self._numbers)

    def part_rect(self, number: int) -> QRect:
        """The feeling's row, from edge to edge."""
        below = self._scale_room() if number >= self._told else 0
        return QRect(0, number * self._row() + below, self.width(), self._row())

    def sizeHint(self) -> QSize:
        """A row for each feeling, and the scale."""
        return QSize(self.look.px(312), len(self._changes) * self._row() + self._scale_room())

    def minimumSizeHint(self) -> QSize:
        """Still readable."""
        return QSize(self.look.px(220), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Scale, then the rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = self._plot()
        if self.lit >= 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.look.colour("primarySoft", 0.4))
            painter.drawRoundedRect(QRectF(self.part_rect(self.lit)), 8, 8)
        if self._told:
            self._draw_scale(painter, plot)
        for number, change in enumerate(self._changes):
            row = QRectF(self.part_rect(number))
            self._draw_row(painter, row, plot, change)

    @property
    def _told(self) -> int:
        """How many feelings have sits enough; they come first."""
        return sum(change.before is not None for change in self._changes)

    def _scale_room(self) -> int:
        """Pixels of the scale, between the feelings that stand on it and those below."""
        if not self._told:
            return 0
        return self.look.line_height("small") + 6 if self._numbers else 4

    def _row(self) -> int:
        line = self.look.line_height("small")
        return 2 * ROW_PAD + (2 * line + LINE_GAP if self._numbers else line)

    def _plot(self) -> QRectF:
        share, most = self.width() * WORDS_SHARE, self.width() * WORDS_MOST
        left = max(share, self.look.px(WORDS_LEAST), min(self._widest_words(), most))
        return QRectF(left, 0, self.width() - left - INSET - 4, self._told * self._row())

    def _widest_words(self) -> float:
        """Pixels of the longest feeling on the scale with its number of sits."""
        if not self._numbers:
            return 0
        width = QFontMetricsF(self.look.font("small", tabular=True)).horizontalAdvance
        told = self._changes[: self._told]
        words = (width(change.word) + WORD_GAP + width(sits_words(change)) for change in told)
        return INSET + max(words, default=0.0) + PLOT_GAP + 1

    def _draw_scale(self, painter: QPainter, plot: QRectF) -> None:
        painter.setFont(self.look.font("small", tabular=True))
        line = self.look.line_height("small")
        for value in (0, 5, 10):
            x = round(plot.left() + value / 10 * plot.width())
            for number in range(self._told):
                row = QRectF(self.part_rect(number))
                if self._numbers:
                    row.setHeight(ROW_PAD + line)  # the line does not run through the words
                painter.fillRect(QRectF(x, row.top(), 1, row.height()), self.look.colour("line"))
            if self._numbers:
                painter.setPen(self.look.colour("ink2"))
                box = QRectF(x - 20, plot.bottom() + 4, 41, line)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(value))

    def _draw_row(
        self, painter: QPainter, row: QRectF, plot: QRectF, change: FeelingChange
    ) -> None:
        line = self.look.line_height("small")
        first = QRectF(row.left() + INSET, row.top() + ROW_PAD, row.width() - 2 * INSET, line)
        if change.before is not None and change.after is not None:
            room = plot.left() - first.left() - PLOT_GAP
            self._draw_bell(painter, plot, first.center().y(), change.before, change.after)
        else:
            few = _("too few to say")
            room = first.width() - self._text(painter, first, few, right=True) - 8
        self._draw_feeling(painter, QRectF(first.left(), first.top(), room, line), change)
        if self._numbers:
            self._draw_numbers(painter, first.translated(0, line + LINE_GAP), change)

    def _draw_numbers(self, painter: QPainter, box: QRectF, change: FeelingChange) -> None:
        """How many sits ended which way, and how able the person was to be with it."""
        counts, room = counts_words(change), box
        width = QFontMetricsF(self.look.font("small", tabular=True)).horizontalAdvance
        if change.able is not None:
            value = strength_words(change.able.value)
            ways = (_("able to be with it {able}"), _("able {able}"))
            said = (words.format(able=value) for words in ways)
            # Counts are not cut off for it; the row's sentence tells both.
            able = next((one for one in said if width(one + counts) + 12 <= box.width()), "")
            if able:
                room = box.adjusted(0, 0, -self._text(painter, box, able, right=True) - 8, 0)
        self._text(painter, room, counts)

    def _draw_feeling(self, painter: QPainter, box: QRectF, change: FeelingChange) -> None:
        """The word, and its number of sits where there is room."""
        taken = self._text(painter, box, change.word, ink="ink")
        if not self._numbers:
            return
        sits = sits_words(change)
        rest = box.adjusted(taken + WORD_GAP, 0, 0, 0)
        metrics = QFontMetricsF(self.look.font("small", tabular=True))
        if metrics.horizontalAdvance(sits) <= rest.width():
            self._text(painter, rest, sits)

    def _draw_bell(
        self, painter: QPainter, plot: QRectF, y: float, before: Median, after: Median
    ) -> None:
        def at(value: float, below: float = 0) -> QPointF:
            return QPointF(plot.left() + value / 10 * plot.width(), y + below)

        for median, ink, below in ((before, "before", -SPREAD), (after, "after", SPREAD)):
            painter.setPen(QPen(self.look.colour(ink, 0.45), 1.5))
            painter.drawLine(at(median.low, below), at(median.high, below))
        painter.setPen(QPen(self.look.colour("still", 0.75), 3))
        painter.drawLine(at(before.value), at(after.value))
        painter.setPen(QPen(self.look.colour("before"), 2))
        painter.setBrush(self.look.colour("card"))
        painter.drawEllipse(at(before.value), RADIUS, RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.colour("after"))
        # Where both are the same, the ring stays to be seen round the dot.
        radius = RADIUS - 1.8 if before.value == after.value else RADIUS + 0.4
        painter.drawEllipse(at(after.value), radius, radius)

    def _text(
        self, painter: QPainter, box: QRectF, text: str, *, ink: str = "ink2", right: bool = False
    ) -> float:
        """Writes a text, elided, and gives the pixels it took."""
        font = self.look.font("small", tabular=True)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 1)
        painter.setFont(font)
        painter.setPen(self.look.colour(ink))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, shown)
        return metrics.horizontalAdvance(shown)


def median_words(median: Median) -> str:
    """A median with its interval, such as "6½ (5 to 7)"."""
    return _("{middle} ({low} to {high})").format(
        middle=strength_words(median.value),
        low=strength_words(median.low),
        high=strength_words(median.high),
    )


def strength_words(value: float) -> str:
    """A median of whole numbers, such as "6" or "6½"."""
    whole = int(value)
    half = HALVES[value - whole]
    return half if half and not whole else f"{whole}{half}"


def sits_words(change: FeelingChange) -> str:
    """With how many sits a feeling was given."""
    return ngettext("{count} sit", "{count} sits", change.sits).format(count=change.sits)


def counts_words(change: FeelingChange) -> str:
    """How many sits ended which way, rises included."""
    return _("{lower} lower, {same} same, {higher} higher").format(
        lower=change.lower, same=change.same, higher=change.higher
    )


def change_words(change: FeelingChange, *, numbers: bool) -> str:
    """A feeling in a sentence, for tooltip and screen reader."""
    parts = [change.word]
    if numbers:
        parts.append(sits_words(change))
        parts.append(counts_words(change))
    if change.before is None or change.after is None:
        parts.append(_("too few to say"))
    elif numbers:
        parts.append(
            _("in the middle {before} before and {after} after").format(
                before=median_words(change.before), after=median_words(change.after)
            )
        )
        if change.able is not None:
            able = median_words(change.able)
            parts.append(_("able to be with it {able}").format(able=able))
    return ", ".join(parts)
