"""The cards of History beside its list: the past year, each week, before and after."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from mindful.ui.controls import Card, IconTextButton, Label
from mindful.ui.history_models import FeelingChange, YearView
from mindful.ui.look import Look
from mindful.ui.paint.dumbbells import Dumbbells
from mindful.ui.paint.weekly_bars import WeekBar, WeeklyBars
from mindful.ui.paint.year_cells import WEEKS
from mindful.ui.paint.year_heatmap import YearHeatmap
from mindful.wording import _, caution_words

PAD = 24
FEELINGS = 5
"""Feelings shown at first, those with the most sits."""


class YearCard(Card):
    """The past year by day, and what it comes to."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.column.setContentsMargins(PAD, 15, PAD, 9)
        self._title = Label(look, _("The past year"), role="heading")
        self.total = Label(look, "", role="small", colour="ink2", tabular=True)
        self.year = YearHeatmap(look)
        row = QHBoxLayout()
        row.addWidget(self._title, 1)
        row.addWidget(self.total, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(row)
        self.column.addSpacing(4)
        self.column.addWidget(self.year)
        self.year.weeks_changed.connect(self._name)

    def show_year(self, view: YearView) -> None:
        """Shows these days."""
        self.year.show_days(view.minutes, view.today)
        self.total.setText(view.words)

    def show_numbers(self, *, numbers: bool) -> None:
        """With the sum, or without."""
        self.total.setVisible(numbers)
        self.year.show_numbers(numbers=numbers)

    def _name(self, weeks: int) -> None:
        whole = weeks >= WEEKS - 1
        words = _("The past {count} weeks").format(count=weeks)
        self._title.setText(_("The past year") if whole else words)


class WeeksCard(Card):
    """Minutes of the last weeks."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.column.setContentsMargins(22, 16, PAD, 10)
        self._title = Label(look, _("Minutes each week"), role="heading")
        self.bars = WeeklyBars(look)
        self._minutes: tuple[int, ...] = ()
        self._numbers = True
        self.column.addWidget(self._title)
        self.column.addSpacing(6)
        self.column.addWidget(self.bars)

    def show_weeks(self, minutes: Sequence[int]) -> None:
        """Shows the minutes of these weeks, the present one last."""
        self._minutes = tuple(minutes)
        last = len(minutes) - 1
        bars = [
            WeekBar(sat, _week_words(last - at, sat, numbers=self._numbers))
            for at, sat in enumerate(minutes)
        ]
        self.bars.set_weeks(bars, week_name(last), week_name(0))

    def show_numbers(self, *, numbers: bool) -> None:
        """With minutes, or the bars alone."""
        self._numbers = numbers
        self._title.setText(_("Minutes each week") if numbers else _("Each week"))
        self.bars.show_numbers(numbers=numbers)
        self.show_weeks(self._minutes)


class ChangesCard(Card):
    """Strength before and after, by feeling, with what is not proved said beside it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.column.setContentsMargins(14, 14, 14, 12)
        self._changes: tuple[FeelingChange, ...] = ()
        self._all = False
        self.dumbbells = Dumbbells(look)
        self.more = IconTextButton(look, "")
        self.more.clicked.connect(self._turn)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(Label(look, _("Before and after"), role="heading", wrap=True), 1)
        row.addWidget(ChangesKey(look), 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(row)
        self.column.addSpacing(6)
        self.column.addWidget(self.dumbbells)
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addSpacing(8)
        below = QHBoxLayout()
        below.setContentsMargins(8, 0, 8, 0)
        below.addWidget(Label(look, caution_words(), role="small", colour="ink2", wrap=True))
        self.column.addLayout(below)

    def show_changes(self, changes: tuple[FeelingChange, ...]) -> None:
        """Shows these feelings, the most frequent ones first."""
        self._changes = changes
        self._show_some()

    def show_numbers(self, *, numbers: bool) -> None:
        """With counts and scale, or the picture alone."""
        self.dumbbells.show_numbers(numbers=numbers)

    def _turn(self) -> None:
        self._all = not self._all
        self._show_some()

    def _show_some(self) -> None:
        self.dumbbells.set_changes(self._changes if self._all else self._changes[:FEELINGS])
        self.more.setVisible(len(self._changes) > FEELINGS)
        self.more.set_words(_("Fewer feelings") if self._all else _("All feelings"))


class ChangesKey(QWidget):
    """The key: a ring for before, a dot for after."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """One line of small text."""
        metrics = QFontMetricsF(self._look.font("small"))
        words = sum(metrics.horizontalAdvance(word) for word in (_("before"), _("after")))
        return QSize(round(words) + 54, self._look.line_height("small"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Both marks with their words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._look.font("small"))
        x, middle = 6.0, self.height() / 2
        for word, ink in ((_("before"), "before"), (_("after"), "after")):
            hollow = ink == "before"
            colour = self._look.colour(ink)
            painter.setPen(QPen(colour, 2) if hollow else QPen(Qt.PenStyle.NoPen))
            painter.setBrush(self._look.colour("card") if hollow else colour)
            radius = 4.6 if hollow else 5.2
            painter.drawEllipse(QPointF(x, middle), radius, radius)
            painter.setPen(self._look.colour("ink2"))
            width = QFontMetricsF(painter.font()).horizontalAdvance(word)
            box = QRectF(x + 11, 0, width + 2, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, word)
            x += width + 30


def week_name(back: int) -> str:
    """A week by how long ago it was."""
    if back <= 0:
        return _("this week")
    return _("last week") if back == 1 else _("{count} weeks ago").format(count=back)


def _week_words(back: int, minutes: int, *, numbers: bool) -> str:
    if not numbers:
        return week_name(back)
    time = _("1 minute") if minutes == 1 else _("{count} minutes").format(count=minutes)
    return _("{week}: {time}").format(week=week_name(back), time=time)
