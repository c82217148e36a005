"""The practices in their groups, one line each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mindful.ui.controls.label import Label
from mindful.ui.controls.row import RowButton
from mindful.ui.controls.scroll import BAR
from mindful.ui.home.finding import found
from mindful.ui.home.group import GroupPart
from mindful.ui.home.practice_row import PAD, PracticeRow
from mindful.ui.look import Look
from mindful.ui.models import Practice, PracticeGroup
from mindful.wording import _

RING = 6
"""Pixels left free round the rows for the focus ring, which a scroll area would cut off; at the
right the scroll bar needs more."""


class PracticeList(QWidget):
    """Rows of practices under their groups' headings; `chosen` carries the id of one pressed.

    The rows are one stop for the Tab key: the chosen one. Up and Down go on from there. A group
    that is folded, or of which nothing was found, is passed over.
    """

    chosen = Signal(str)
    fold_changed = Signal(str, bool)
    errors_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._groups: tuple[PracticeGroup, ...] = ()
        self._parts: list[GroupPart] = []
        self._current = ""
        self._typed = ""
        self._shown: tuple[str, ...] = ()
        self._nothing = Label(look, _("No practice is called that."), "body", "ink2", wrap=True)
        self._nothing.setContentsMargins(PAD, 18, PAD, 0)
        self.broken = RowButton(look, "", "file-text", pad=PAD, ink="ink2", chevron=True)
        self.broken.clicked.connect(self.errors_wanted)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(RING, 0, BAR, RING)
        self._column.setSpacing(0)
        self._column.addWidget(self._nothing)
        self._column.addSpacing(12)
        self._column.addWidget(self.broken)
        self._column.addStretch()
        self.show_groups(())

    @property
    def current(self) -> Practice | None:
        """The practice chosen."""
        practices = (practice for group in self._groups for practice in group.practices)
        return next((one for one in practices if one.id == self._current), None)

    @property
    def shown(self) -> tuple[str, ...]:
        """Ids of the practices that can be seen, from above."""
        return self._shown

    def show_groups(self, groups: Sequence[PracticeGroup], broken: str = "") -> None:
        """Shows these groups in place of those before, keeping the choice where it is there.

        Args:
            groups: in their order.
            broken: a line on files that can't be used, which leads to what is wrong with them.
        """
        self._groups = tuple(groups)
        for old in self._parts:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._parts = [GroupPart(self._look, group) for group in groups]
        for number, part in enumerate(self._parts):
            part.pressed.connect(self._press)
            part.folded.connect(self._fold)
            self._column.insertWidget(number, part)
        self.broken.set_words(broken)
        self.broken.setVisible(bool(broken))
        self.show_chosen(self._current)

    def show_chosen(self, practice: str) -> None:
        """Marks the practice with this id, without `chosen` being sent."""
        self._current = practice
        self._arrange()

    def search(self, typed: str) -> None:
        """Shows what was typed for alone; everything again where nothing is typed."""
        self._typed = typed
        self._arrange()

    def step(self, by: int) -> None:
        """Chooses the next practice below (1) or above (-1), as far as there is one."""
        if not self._shown:
            return
        at = self._shown.index(self._current) + by if self._current in self._shown else 0
        if 0 <= at < len(self._shown):
            had_focus = self._focused() >= 0
            wanted = self._shown[at]
            self.chosen.emit(wanted)
            row = self.row(wanted)
            if had_focus and row is not None:
                row.setFocus(Qt.FocusReason.TabFocusReason)

    def move_focus(self, by: int) -> None:
        """Moves the focus a row down (1) or up (-1), choosing nothing yet."""
        at = self._focused() + by
        if 0 <= at < len(self._shown):
            row = self.row(self._shown[at])
            assert row is not None
            row.setFocus(Qt.FocusReason.TabFocusReason)

    def row(self, practice: str) -> PracticeRow | None:
        """The row of the practice with this id."""
        return next((part.rows[practice] for part in self._parts if practice in part.rows), None)

    def head(self, group: str) -> QWidget | None:
        """The heading of the group with this name."""
        pairs = zip(self._groups, self._parts, strict=True)
        return next((part.head for one, part in pairs if one.id == group), None)

    def _focused(self) -> int:
        """Place of the row with the focus among those shown; -1 for none."""
        rows = (self.row(practice) for practice in self._shown)
        return next((at for at, row in enumerate(rows) if row and row.hasFocus()), -1)

    def _arrange(self) -> None:
        meant = found(self._groups, self._typed)
        arranged = [part.arrange(self._current, meant) for part in self._parts]
        self._shown = tuple(practice for shown in arranged for practice in shown)
        self._nothing.setVisible(meant is not None and not self._shown)
        stop = self._current if self._current in self._shown else "".join(self._shown[:1])
        for part in self._parts:
            for practice, row in part.rows.items():
                row.setChecked(practice == self._current)
                policy = Qt.FocusPolicy
                row.setFocusPolicy(policy.StrongFocus if practice == stop else policy.ClickFocus)

    def _press(self, practice: str) -> None:
        # The row is marked when the practice is shown, not when it is wished for.
        self._arrange()
        self.chosen.emit(practice)

    def _fold(self, group: str, folded: bool) -> None:
        self._arrange()
        self.fold_changed.emit(group, folded)
