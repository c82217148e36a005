"""The rest of the words for feelings, by family."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from mindful.ui.controls import Card, Chip
from mindful.ui.look import Look
from mindful.ui.pages.word_chips import WordChips, make_chips
from mindful.ui.sit_models import Word, WordGroup

PAD = 22
COLUMNS = 3


class MoreFeelings(Card):
    """Families in columns, or in one where it is narrow."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, pad=PAD)
        self._compact = False
        self._families: list[WordChips] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(32)
        self._grid.setVerticalSpacing(18)
        self.column.addLayout(self._grid)

    @property
    def chips(self) -> dict[str, Chip]:
        """Every chip by its word's key."""
        return {key: chip for family in self._families for key, chip in family.chips.items()}

    def set_groups(self, groups: Sequence[WordGroup], choose: Callable[[Word, bool], None]) -> None:
        """Shows these families."""
        for old in self._families:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._families = [
            WordChips(
                self.look, group.title, make_chips(self.look, group.words, choose, group.title)
            )
            for group in groups
        ]
        self._arrange()

    def set_compact(self, *, compact: bool) -> None:
        """One column, or several."""
        self._compact = compact
        self._arrange()

    def _arrange(self) -> None:
        columns = 1 if self._compact else COLUMNS
        for number, family in enumerate(self._families):
            self._grid.removeWidget(family)
            self._grid.addWidget(
                family, number // columns, number % columns, Qt.AlignmentFlag.AlignTop
            )
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
