"""The cards of History: the past year, the list, minutes each week, before and after."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mindful.ui.controls import Card, IconTextButton, Label
from mindful.ui.controls.scroll import slim_bars
from mindful.ui.history_models import FeelingChange, HistoryRow, YearView
from mindful.ui.look import Look
from mindful.ui.pages.history_list import ROW_ROLE, HistoryModel
from mindful.ui.pages.history_rows import HistoryDelegate
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


class ListCard(Card):
    """The sits, newest first; all of them, or those of a day or a week.

    `opened` carries the key of the sit that was activated; `all_wanted` asks for every day.
    """

    opened = Signal(str)
    all_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, pad=0, parent=parent)
        self.model = HistoryModel()
        self.delegate = HistoryDelegate(look, self.model)
        self.list = self._make_list()
        self._title = Label(look, _("Sits"), role="heading")
        self.all = IconTextButton(look, _("All days"), "x")
        self.none = Label(look, _("No sits here."), colour="ink2", wrap=True)
        self.all.clicked.connect(self.all_wanted)
        row = QHBoxLayout()
        row.setContentsMargins(PAD, 6, 16, 2)
        row.addWidget(self._title, 1)
        row.addWidget(self.all)
        self._head = QWidget()
        self._head.setLayout(row)
        self._head.setMinimumHeight(46)
        empty = QVBoxLayout()
        empty.setContentsMargins(PAD, 4, PAD, 0)
        empty.addWidget(self.none)
        self.column.addWidget(self._head)
        self.column.addLayout(empty)
        self.column.addWidget(self.list, 1)
        look.changed.connect(self._relook)
        self._relook()
        self._days, self._compact = "", False
        self._show_head()

    def name_days(self, words: str) -> None:
        """Says which days' sits these are; empty for all."""
        self._days = words
        self._show_head()

    def show_numbers(self, *, numbers: bool) -> None:
        """With minutes and strengths, or without."""
        self.model.show_numbers(numbers=numbers)
        self.delegate.show_numbers(numbers=numbers)
        self.list.viewport().update()

    def set_compact(self, compact: bool) -> None:
        """Rows of three lines, or of two."""
        self.delegate.set_compact(compact=compact)
        self._compact = compact
        self._show_head()
        self.list.scheduleDelayedItemsLayout()

    def settle(self) -> None:
        """Says so where there is no sit to show."""
        there = self.model.rowCount() > 0
        self.none.setVisible(not there)
        self.list.setVisible(there)
        self.column.setStretchFactor(self.list, 1 if there else 0)
        self.column.setAlignment(Qt.AlignmentFlag(0) if there else Qt.AlignmentFlag.AlignTop)

    def _show_head(self) -> None:
        """The days; compact, the whole list needs no title below the one that chose it."""
        self._title.setText(self._days or _("Sits"))
        self.all.setVisible(bool(self._days))
        self._head.setVisible(bool(self._days) or not self._compact)
        self.column.setContentsMargins(1, 1 if self._head.isVisibleTo(self) else 14, 1, 14)

    def _make_list(self) -> QListView:
        view = QListView()
        view.setModel(self.model)
        view.setItemDelegate(self.delegate)
        view.setUniformItemSizes(True)
        # Fifty thousand rows laid out at once would hold up the first picture by 150 ms.
        view.setLayoutMode(QListView.LayoutMode.Batched)
        view.setBatchSize(1000)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setMouseTracking(True)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setAccessibleName(_("Sits, newest first"))
        self.model.filled.connect(lambda: view.viewport().update())
        view.activated.connect(self._open)
        view.clicked.connect(self._open)
        slim_bars(self.look, view)
        return view

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, HistoryRow):
            self.opened.emit(row.key)

    def _relook(self) -> None:
        palette = self.list.palette()
        palette.setColor(QPalette.ColorRole.Base, self.look.colour("card"))
        self.list.setPalette(palette)
        self.list.scheduleDelayedItemsLayout()
        self.list.viewport().update()


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
