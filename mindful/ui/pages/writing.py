"""The page of writing in a sit: a prompt, paper, the time left for it, and the way on."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from mindful.ui.controls import Card, IconTextButton, Label, PillButton
from mindful.ui.look import Look
from mindful.ui.pages.sit_top import clock_words
from mindful.ui.pages.writing_paper import Paper
from mindful.ui.pages.writing_phrases import PhraseRows
from mindful.ui.sit_models import RatedPhrase, WritingView
from mindful.wording import _

DRAFT_MS = 1000
"""What is typed is handed over so long after the first change, however long typing goes on."""

WIDE, BESIDE = 760, 1080
"""Widest in pixels at the design's text size; with earlier pages beside it."""

COMPACT_BELOW = 700
"""Pixels at the design's text size below which everything stands in one column."""

SMALLER, SMALLEST = 0.75, 0.55
"""Size of the prompt in one column, as a share of its usual one; and in a crowded one."""

CROWDED_BELOW = 300
"""Pixels at the design's text size below which a column is crowded: there words give way."""


class WritingCard(Card):
    """One page of writing over the sit. What is typed is handed over again and again."""

    drafted = Signal()
    """What stands there has changed; `words` and `phrases` have it."""
    went_on = Signal()
    more_wanted = Signal(int)
    """So many minutes more."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, fill="raised", parent=parent)
        self._view = WritingView(prompt="")
        self._changed = False
        self._seconds = 0
        self._compact = self._crowded = False
        self.prompt = Label(look, role="title", wrap=True)
        self.time = Label(look, role="small", colour="ink2", tabular=True)
        self.paper = Paper(look, "")
        self.phrases = PhraseRows(look)
        self.earlier = Paper(look, _("Earlier in this sit"), readable=True)
        self.hint = Label(look, role="small", colour="ink2", wrap=True)
        self.turn = IconTextButton(look, _("Earlier in this sit"), colour="ink2")
        self.turn.setCheckable(True)
        self.more = Label(look, _("More time"), role="small", colour="ink2")
        self.one = PillButton(look, _("+1 min"), "quiet", name=_("One more minute to write"))
        self.two = PillButton(look, _("+2 min"), "quiet", name=_("Two more minutes to write"))
        self.on = PillButton(look, _("Go on"))
        self.on.setToolTip(_("Ctrl+Enter"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(DRAFT_MS)
        self._build()
        self._connect()

    @property
    def words(self) -> str:
        """The note or sentence as it stands there."""
        return "" if self._view.rated else self.paper.words

    @property
    def rated(self) -> tuple[RatedPhrase, ...]:
        """The phrases as they stand there."""
        return self.phrases.phrases if self._view.rated else ()

    def begin(self, view: WritingView) -> None:
        """Opens another page."""
        self._view = view
        self.prompt.setText(view.prompt)
        self.paper.setAccessibleName(view.prompt)
        self.paper.setPlaceholderText(view.hint)
        self.paper.set_words("")
        self.phrases.begin(view.phrases)
        self.earlier.set_words(view.earlier)
        self.turn.setChecked(False)
        self._show_columns()
        self.set_hint("")
        self._pause.stop()
        self._changed = False  # what stands there now is no change

    def set_seconds_left(self, seconds: float) -> None:
        """Shows whole seconds left for this page, rounded up."""
        self._seconds = max(0, -int(-seconds // 1))
        self._fit_words()

    def show_time(self, *, shown: bool) -> None:
        """Shows or hides the time left."""
        self.time.setVisible(shown)

    def set_hint(self, text: str) -> None:
        """A quiet line under the paper; empty for none."""
        self.hint.setText(text)
        self.hint.setVisible(bool(text))

    def hand_over(self) -> None:
        """Hands over what was typed, if anything was since the last time."""
        self._pause.stop()
        if self._changed:
            self._changed = False
            self.drafted.emit()

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Begins where there is something to write."""
        if self._view.rated:
            self.phrases.take_focus(reason)
        else:
            self.paper.setFocus(reason)

    def place(self, room: QRect) -> None:
        """Takes its place in the middle of `room`; in a narrow one it fills it."""
        compact = room.width() < self.look.px(COMPACT_BELOW)
        widest = self.look.px(BESIDE if self._view.earlier else WIDE)
        wide = min(room.width() - (24 if compact else 48), widest)
        left = room.left() + (room.width() - wide) // 2
        self._set_compact(compact=compact, crowded=room.width() < self.look.px(CROWDED_BELOW))
        self.setGeometry(left, room.top(), wide, room.height())

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing typed is lost when the page goes."""
        super().hideEvent(event)
        self.hand_over()

    def _build(self) -> None:
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addWidget(self.prompt, 1)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.time)
        below.addStretch(1)
        below.addWidget(self.turn)
        self._head.addLayout(below)
        self._head.setAlignment(below, Qt.AlignmentFlag.AlignTop)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(6)
        self._side_title = Label(self.look, self.turn.words, role="small", colour="ink2")
        side.addWidget(self._side_title)
        side.addWidget(self.earlier, 1)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(28)
        self._columns.addWidget(self.paper, 3)
        self._columns.addWidget(self.phrases, 3)
        self._columns.addWidget(self._side, 2)
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self.more)
        foot.addWidget(self.one)
        foot.addWidget(self.two)
        foot.addStretch(1)
        foot.addWidget(self.on)
        self._gaps = (QSpacerItem(0, 12), QSpacerItem(0, 12))
        self.column.addLayout(self._head)
        self.column.addItem(self._gaps[0])
        self.column.addLayout(self._columns, 1)
        self.column.addWidget(self.hint)
        self.column.addItem(self._gaps[1])
        self.column.addLayout(foot)
        self.setTabOrder(self.on, self.one)
        self.setTabOrder(self.one, self.two)

    def _fit_words(self) -> None:
        """In a crowded column figures stand alone; a screen reader still hears the words."""
        words, clock = _("{time} for this page"), clock_words(self._seconds)
        self.time.setText(clock if self._crowded else words.format(time=clock))
        self.time.setAccessibleName(words.format(time=clock))
        self.one.set_words("+1" if self._crowded else _("+1 min"))
        self.two.set_words("+2" if self._crowded else _("+2 min"))

    def _connect(self) -> None:
        self.paper.textChanged.connect(self._note_change)
        self.phrases.changed.connect(self._note_change)
        self._pause.timeout.connect(self.hand_over)
        self.turn.toggled.connect(self._turn)
        self.on.clicked.connect(self.went_on)
        self.one.clicked.connect(lambda: self.more_wanted.emit(1))
        self.two.clicked.connect(lambda: self.more_wanted.emit(2))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.went_on)

    def _note_change(self) -> None:
        self._changed = True
        if not self._pause.isActive():
            self._pause.start()

    def _turn(self) -> None:
        """To the earlier pages and back, where there is room for one of both."""
        self._show_columns()
        if not self.turn.isChecked():
            self.take_focus(Qt.FocusReason.OtherFocusReason)

    def _show_columns(self) -> None:
        there = bool(self._view.earlier)
        reads = self._compact and self.turn.isChecked()
        self.paper.setVisible(not self._view.rated and not reads)
        self.phrases.setVisible(self._view.rated and not reads)
        self._side.setVisible(there and (reads or not self._compact))
        self._side_title.setVisible(not self._compact)
        self.turn.setVisible(there and self._compact)

    def _set_compact(self, *, compact: bool, crowded: bool) -> None:
        self._compact, self._crowded = compact, crowded
        self._show_columns()
        direction = QBoxLayout.Direction
        self._head.setDirection(direction.TopToBottom if compact else direction.LeftToRight)
        self._head.setSpacing(2 if compact else 16)
        self.prompt.set_factor(SMALLEST if crowded else SMALLER if compact else 1.0)
        self._fit_words()
        self.more.setVisible(not compact)
        self.phrases.set_compact(compact=compact)
        for gap in self._gaps:
            gap.changeSize(0, 4 if crowded else 12)
        side, top, foot = (18, 14, 12) if compact else (32, 26, 22)
        self.column.setContentsMargins(side, top, side, foot)
