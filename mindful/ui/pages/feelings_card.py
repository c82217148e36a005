"""The words for feelings: frequent ones in groups, one of the person's own, and the chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QBrush, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from mindful.trouble import Trouble
from mindful.ui.controls import Chip, Field, IconTextButton, Label
from mindful.ui.look import Look
from mindful.ui.pages.choosing import Choosing
from mindful.ui.pages.flow import FlowLayout
from mindful.ui.pages.more_feelings import MoreFeelings
from mindful.ui.pages.nearest import DIRECTIONS, nearest
from mindful.ui.pages.word_chips import WordChips
from mindful.ui.paint.deep import deep_picture
from mindful.ui.paint.feelings_ground import paint_feelings_ground
from mindful.ui.sit_models import Word, WordGroup
from mindful.wording import _, tell

WIDE_PAD, GAP = 24, 14
FIELD_WIDTH = 320
WIDEST = (1 << 24) - 1
"""Qt's own "no limit" for a width."""


class FeelingsGround(QWidget):
    """The groups on their ground: two by two with the mixed words between, or in one column."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._compact = False
        self._groups: list[WordChips] = []
        self._picture: QPixmap | None = None
        self._grid = QGridLayout(self)
        self._grid.setHorizontalSpacing(32)
        look.changed.connect(self._relook)

    @property
    def chips(self) -> dict[str, Chip]:
        """Every chip by its word's key."""
        return {key: chip for group in self._groups for key, chip in group.chips.items()}

    def set_groups(self, groups: Sequence[WordGroup], choose: Callable[[Word, bool], None]) -> None:
        """Shows these groups; the fifth is the mixed one."""
        for old in self._groups:
            old.deleteLater()
        self._groups = [
            WordChips(self._look, group.title, group.words, choose, spoken_title=group.title)
            for group in groups
        ]
        self._arrange()

    def set_compact(self, *, compact: bool) -> None:
        """One column without a ground, or two by two on it."""
        if compact != self._compact:
            self._compact = compact
            self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground, where there is one."""
        if not self._compact:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(self._kept_picture()))
            radius = float(self._look.token("radius", "lg"))
            painter.drawRoundedRect(QRectF(self.rect()), radius, radius)

    def _kept_picture(self) -> QPixmap:
        if self._picture is None or self._picture.deviceIndependentSize() != self.size():
            ratio = self.devicePixelRatioF()
            self._picture = deep_picture(self.size(), ratio, self._paint, white=self._look.dark)
        return self._picture

    def _paint(self, painter: QPainter, rect: QRectF) -> None:
        paint_feelings_ground(painter, rect, self._look)

    def _relook(self) -> None:
        self._picture = None
        self.update()

    def _arrange(self) -> None:
        pad = 0 if self._compact else WIDE_PAD
        self._grid.setContentsMargins(pad, pad - 4 if pad else 0, pad, pad)
        self._grid.setVerticalSpacing(20 if self._compact else GAP)
        for index, group in enumerate(self._groups):
            self._grid.removeWidget(group)
            if self._compact:
                self._grid.addWidget(group, index, 0, 1, 2)
            elif index == 4:
                self._grid.addWidget(group, 1, 0, 1, 2, Qt.AlignmentFlag.AlignHCenter)
            else:
                self._grid.addWidget(group, 2 * (index // 2), index % 2)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)
        for row in range(5):
            self._grid.setRowStretch(row, 1 if not self._compact and row in {0, 2} else 0)
        self.update()


class FeelingsPart(QWidget):
    """Ground, own word and chosen words; keeps a `Choosing` up to date and follows it.

    `rest`, the words that "More words" shows, lies below the columns of the page, where there is
    room; in one column, here.
    """

    def __init__(self, look: Look, choosing: Choosing, word_for: Callable[[str], Word]) -> None:
        super().__init__()
        self._look = look
        self._choosing = choosing
        self._word_for = word_for
        self.ground = FeelingsGround(look)
        self.own = Field(
            look, _("A word of your own"), hint=_("A word of your own"), icon="pencil-simple"
        )
        self.refusal = Label(look, role="small", colour="danger", wrap=True)
        self.more = IconTextButton(look, _("More words"), "caret-down")
        self.rest = MoreFeelings(look)
        self._chosen: dict[str, Chip] = {}
        self._chosen_row = FlowLayout()
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.setSpacing(12)
        self._below.addWidget(self.own, 0, Qt.AlignmentFlag.AlignTop)
        self._below.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        chosen = QVBoxLayout()
        chosen.setContentsMargins(0, 4, 0, 0)
        chosen.addLayout(self._chosen_row)
        self._below.addLayout(chosen, 1)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.ground, 1)
        column.addLayout(self._below)
        column.addWidget(self.refusal)
        self.refusal.hide()
        self.more.clicked.connect(self._show_more)
        self.own.returnPressed.connect(self._take_own)
        self.own.textEdited.connect(self._forgive)
        choosing.changed.connect(self._follow)

    @property
    def removable(self) -> tuple[Chip, ...]:
        """The chips of the chosen words, in the order of choosing."""
        return tuple(self._chosen.values())

    @property
    def chips(self) -> dict[str, Chip]:
        """The chips of all words offered, by their words' keys."""
        return {**self.ground.chips, **self.rest.chips}

    def set_groups(self, groups: Sequence[WordGroup], more: Sequence[WordGroup] = ()) -> None:
        """Shows these groups, nothing chosen; those in `more` when they are asked for."""
        self.ground.set_groups(groups, self._choose)
        self.rest.set_groups(more, self._choose)
        self.rest.hide()
        self.more.setVisible(bool(more))
        for chip in self.chips.values():
            chip.installEventFilter(self)
        self.own.clear()
        self._forgive()
        self._follow()

    def set_compact(self, *, compact: bool) -> None:
        """The field in full width with the chosen words below it, or beside it."""
        self.ground.set_compact(compact=compact)
        self.rest.set_compact(compact=compact)
        if compact:
            self._column.addWidget(self.rest)
        direction = QBoxLayout.Direction
        self._below.setDirection(direction.TopToBottom if compact else direction.LeftToRight)
        wide = self._look.px(FIELD_WIDTH)
        self.own.setMinimumWidth(0 if compact else wide)
        self.own.setMaximumWidth(WIDEST if compact else wide)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys on a chip go to the nearest one."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in DIRECTIONS and isinstance(watched, Chip):
                seen = [chip for chip in self.chips.values() if chip.isVisible()]
                found = nearest(seen, watched, key)
                if found is not None:
                    found.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _show_more(self) -> None:
        self.more.hide()
        self.rest.show()
        first = next(iter(self.rest.chips.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, word: Word, chosen: bool) -> None:
        self._choosing.choose_feeling(word, chosen=chosen)

    def _take_own(self) -> None:
        if not self.own.text().strip():
            return
        try:
            word = self._word_for(self.own.text())
        except Trouble as trouble:
            self.refusal.setText(tell(trouble))
            self.refusal.show()
            return
        self.own.clear()
        self._forgive()
        self._choosing.choose_feeling(word)

    def _forgive(self) -> None:
        self.refusal.hide()

    def _follow(self) -> None:
        """Shows the choice: chips checked or not, and a removable chip for each chosen word."""
        words = {word.key: word for word in self._choosing.feelings}
        for key, chip in self.chips.items():
            chip.setChecked(key in words)
        for key in [key for key in self._chosen if key not in words]:
            gone = self._chosen.pop(key)
            self._chosen_row.removeWidget(gone)
            gone.deleteLater()
        for key, word in words.items():
            if key not in self._chosen:
                self._chosen[key] = self._removable(word)
                self._chosen_row.addWidget(self._chosen[key])

    def _removable(self, word: Word) -> Chip:
        name = _("Take back {word}").format(word=word.text)
        chip = Chip(self._look, word.text, removable=True, name=name, parent=self)
        chip.clicked.connect(lambda: self._choosing.choose_feeling(word, chosen=False))
        return chip
