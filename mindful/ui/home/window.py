"""The practice chosen: title and purpose before the land; in a narrow window also its chooser."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mindful.ui.controls.label import Label
from mindful.ui.controls.painted import PaintedButton
from mindful.ui.home.star import StarButton
from mindful.ui.look import Look
from mindful.ui.paint.land_window import LandWindow
from mindful.wording import _

PAD, NARROW_PAD = 28, 18
TOP, TITLE_GAP = 23, 6
NARROW_TITLE = 0.8
CARET, CARET_GAP = 16, 10
STAR_INSET = 10


class PracticeWindow(LandWindow):
    """Words before the land, and the star that keeps the practice close at hand.

    `opened` is sent when a person wants to choose another practice, `starred` with whether this
    one is to be a favourite.
    """

    opened = Signal()
    starred = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._look = look
        self._compact = False
        self._title = Label(look, "", "title", wrap=True, parent=self)
        self._purpose = Label(look, "", "body", "ink2", wrap=True, parent=self)
        self._opener = _Opener(look, self)
        self._opener.clicked.connect(self.opened)
        self._opener.hide()
        self.star = StarButton(look, self)
        self.star.clicked.connect(self.starred)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._place)

    @property
    def opener(self) -> PaintedButton:
        """The button over the whole window, in the compact layout."""
        return self._opener

    def show_words(self, title: str, purpose: str, *, favourite: bool = False) -> None:
        """Shows another practice's words."""
        self.star.show_state(title, favourite=favourite)
        self._title.setText(title)
        self._purpose.setText(purpose)
        self._opener.set_words("", name=_("Practice: {title}").format(title=title))
        self._place()

    def set_compact(self, compact: bool) -> None:
        """Becomes a chooser, or a picture only."""
        self._compact = compact
        self.set_whole(whole=compact)
        self._purpose.setVisible(not compact)
        self._opener.setVisible(compact)
        self._title.set_factor(NARROW_TITLE if compact else 1.0)
        self._place()

    def sizeHint(self) -> QSize:
        """The words with room round them; the design's 128 or 118 at least."""
        return QSize(320, max(118 if self._compact else 128, self._words_height() + TOP))

    def minimumSizeHint(self) -> QSize:
        """As high as `sizeHint`."""
        return QSize(160, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Places the words anew."""
        super().resizeEvent(event)
        self._place()

    def _room(self) -> int:
        """Pixels for the words: left of the orb, or the whole width where that is too narrow."""
        pad = NARROW_PAD if self._compact else PAD
        caret = self._look.px(CARET) + CARET_GAP if self._compact else 0
        beside = self.clear_width() - pad - caret
        if self._longest_word() <= beside:
            return beside
        return max(80, self.width() - pad - caret - max(pad, self._star_room()))

    def _star_room(self) -> int:
        return self.star.sizeHint().width() + STAR_INSET

    def _longest_word(self) -> float:
        metrics = QFontMetricsF(self._title.font())
        return max((metrics.horizontalAdvance(w) for w in self._title.text().split()), default=0.0)

    def _words_height(self) -> int:
        room = self._room()
        height = TOP + self._title.heightForWidth(room)
        if not self._compact:
            height += TITLE_GAP + self._purpose.heightForWidth(room)
        return height

    def _place(self) -> None:
        pad, room = NARROW_PAD if self._compact else PAD, self._room()
        self.set_orb(shown=pad + room <= self.clear_width())
        top = TOP - 5 if self._compact else TOP
        title = self._title.heightForWidth(room)
        # A label's least height is that of its last width, which may have been a narrower one.
        self._title.setMinimumHeight(title)
        self._title.setGeometry(pad, top, room, title)
        purpose = self._purpose.heightForWidth(room)
        self._purpose.setMinimumHeight(purpose)
        self._purpose.setGeometry(pad, top + title + TITLE_GAP, room, purpose)
        self._opener.setGeometry(self.rect())
        size = self.star.sizeHint()
        left = self.width() - size.width() - STAR_INSET
        self.star.setGeometry(left, STAR_INSET, size.width(), size.height())
        words = min(room, round(self._title.text_width()))
        self._opener.caret_at(pad + words + CARET_GAP, top + title / 2)
        self.setFixedHeight(self.sizeHint().height())


class _Opener(PaintedButton):
    """Covers the window, and shows a caret beside the title."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent=parent)
        self._caret = (0.0, 0.0)

    def corner(self) -> float:
        """As the window's."""
        return float(self.look.token("radius", "lg"))

    def caret_at(self, x: float, middle: float) -> None:
        """Moves the caret."""
        self._caret = (x, middle)
        self.update()

    def sizeHint(self) -> QSize:
        """It is placed by the window."""
        return QSize(160, 40)

    def paint(self, painter: QPainter) -> None:
        """The caret alone."""
        size = self.look.px(CARET)
        x, middle = self._caret
        self.draw_icon(painter, QRectF(x, middle - size / 2, size, size), "caret-down", "ink2")
