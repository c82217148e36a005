"""Home's panel: the practice chosen, its length and shape, its sounds, and Begin."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mindful.ui.controls.label import Label
from mindful.ui.controls.pair import Pair
from mindful.ui.controls.pill import PillButton
from mindful.ui.controls.scroll import Scroll
from mindful.ui.home.extra import ExtraRow
from mindful.ui.home.length import LengthBlock
from mindful.ui.home.notice import NoticeCard
from mindful.ui.home.sounds import SoundTray
from mindful.ui.home.window import PracticeWindow
from mindful.ui.look import Look
from mindful.ui.models import Notice
from mindful.ui.paint.legend import Legend
from mindful.ui.paint.strip import Strip
from mindful.ui.timer_models import Extra
from mindful.wording import _

PAD = 29
"""Pixels inside the card, its line of one counted."""
NARROW_PAD = 16
SAVE = 150
"""Least pixels of the quiet button, so that Begin keeps its size while it tells of a saving."""


class Panel(QWidget):
    """A card in the wide layout; in the compact one its content lies on the page itself."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._compact = self._hint_below = False
        self.window_piece = PracticeWindow(look)
        self.length = LengthBlock(look)
        self.strip = Strip(look)
        self.extra = ExtraRow(look)
        self.sounds = SoundTray(look)
        self.notice = NoticeCard(look)
        self.notice.hide()
        self.extra.hide()
        self._open_end = self._make_open_end(look)
        self.brief = Label(look, "", "small", "ink2", wrap=True)
        self.begin = PillButton(look, _("Begin"))
        self.save = PillButton(look, _("Save as audio"), "quiet", wide=SAVE)
        self.check_in = PillButton(look, _("Check in first"), "quiet")
        self.check_in.hide()
        self._quiet = self._make_quiet()
        self._purpose = Label(look, "", "body", "ink2", wrap=True)
        self.brief.setContentsMargins(0, 8, 0, 0)
        self._purpose.setContentsMargins(0, 0, 0, 8)
        self._body = QVBoxLayout()
        self._body.setSpacing(0)
        self._fill_body()
        content = QWidget()
        self._content = QVBoxLayout(content)
        self._content.setContentsMargins(0, 0, 0, 0)
        self._content.setSpacing(0)
        self._content.addWidget(self.window_piece)
        self._content.addLayout(self._body, 1)
        self._scroll = Scroll(look, content, keys=False)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._scroll, 1)
        self._begin_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.begin.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._begin_row.setSpacing(12)
        self._begin_row.addWidget(self.begin, 1)
        self._column.addLayout(self._begin_row)
        self.length.hint_below.connect(self._take_hint)
        look.changed.connect(self.update)
        self._lay_out()

    def show_practice(self, title: str, purpose: str, *, favourite: bool = False) -> None:
        """Shows another practice's words."""
        self.window_piece.show_words(title, purpose, favourite=favourite)
        self._purpose.setText(purpose)

    def show_extra(self, extra: Extra | None, *, open_ended: bool) -> None:
        """Shows what else can be set, in place of the legend; open-ended, no length or shape."""
        self.extra.show_extra(extra)
        self._shape.setVisible(extra is None)
        self._open_end.setVisible(open_ended)
        self.length.setVisible(not open_ended)
        self.strip.setVisible(not open_ended)

    def set_compact(self, compact: bool) -> None:
        """Takes the compact layout, or the wide one."""
        if compact != self._compact:
            self._compact = compact
            self._lay_out()

    def show_notice(self, notice: Notice | None) -> None:
        """Shows a notice above the sounds, for which the strip makes room; or takes it away."""
        if notice is not None:
            self.notice.show_notice(notice)
        self.notice.setVisible(notice is not None)
        self._fit_strip()

    def keep_begin(self) -> None:
        """Takes Begin back from the bottom bar."""
        self._begin_row.insertWidget(0, self.begin, 1)
        self.begin.show()

    def fit_begin(self) -> None:
        """Puts the quiet actions beside Begin, or below it where they do not fit."""
        margins = self._begin_row.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        beside = self.begin.minimumSizeHint().width() + 12 + self._quiet.sizeHint().width()
        way = QBoxLayout.Direction
        fits = self._compact or beside <= room
        self._begin_row.setDirection(way.LeftToRight if fits else way.TopToBottom)

    def _take_hint(self, below: bool) -> None:
        self._hint_below = below
        self._fit_strip()

    def _fit_strip(self) -> None:
        """The strip gives its height to a notice, and in the wide layout to a hint, so that all of
        the panel stays in sight.
        """
        hinted = self._hint_below and not self._compact
        self.strip.set_low(low=hinted or not self.notice.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The actions at its foot may have to stand otherwise."""
        super().resizeEvent(event)
        self.fit_begin()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The card."""
        if self._compact:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._look.colour("card"))
        outline = "lineStrong" if self._look.high_contrast else "line"
        painter.setPen(QPen(self._look.colour(outline), 1))
        radius = float(self._look.token("radius", "lg")) - 0.5
        shape = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(shape, radius, radius)

    def _make_quiet(self) -> QWidget:
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.check_in)
        row.addWidget(self.save)
        return part

    def _make_open_end(self, look: Look) -> QWidget:
        words = _("It lasts until you end it, eight hours at most. Interval bells go on.")
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(4)
        column.addWidget(Label(look, _("Open-ended"), "title"))
        column.addWidget(Label(look, words, "body", "ink2", wrap=True))
        part.hide()
        return part

    def _fill_body(self) -> None:
        title = Label(self._look, _("Shape of the sit"), "small", "ink", weight=500)
        self._shape = Pair(title, Legend(self._look))
        self._body.addWidget(self._purpose)
        self._body.addWidget(self.length)
        self._body.addWidget(self._open_end)
        self._body.addStretch(1)
        self._body.addSpacing(6)
        self._body.addWidget(self._shape)
        self._body.addWidget(self.extra)
        self._body.addSpacing(8)
        self._body.addWidget(self.strip)
        self._body.addStretch(1)
        self._body.addSpacing(6)
        self._body.addWidget(self.notice)
        self._body.addSpacing(8)
        self._body.addWidget(self.sounds)
        self._body.addWidget(self.brief)
        self._body.addStretch(0)

    def _lay_out(self) -> None:
        pad = NARROW_PAD if self._compact else PAD
        self._fit_strip()
        self.window_piece.set_compact(self._compact)
        self._purpose.setVisible(self._compact)
        self.brief.setVisible(self._compact)
        if self._compact:
            self._body.insertWidget(self._body.indexOf(self.brief), self._quiet)
            self._content.setContentsMargins(pad, 0, pad, pad)
            self._body.setContentsMargins(0, 10, 0, 0)
            self._column.setContentsMargins(0, 0, 0, 0)
            self._begin_row.setContentsMargins(0, 0, 0, 0)
        else:
            self._begin_row.addWidget(self._quiet)
            self._content.setContentsMargins(0, 0, 0, 0)
            self._body.setContentsMargins(pad - 1, 8, pad - 1, 6)
            self._column.setContentsMargins(1, 1, 1, 1)
            self._begin_row.setContentsMargins(pad - 1, 10, pad - 1, 24)
        self.update()
