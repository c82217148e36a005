"""The card of a saving: how far it is, that it is done, or why it is not."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mindful.ui.controls.card import Card
from mindful.ui.controls.label import Label
from mindful.ui.controls.pair import Pair
from mindful.ui.controls.pill import PillButton
from mindful.ui.controls.progress import Progress
from mindful.ui.home.notice import NoticeCard
from mindful.ui.look import Look
from mindful.ui.models import Notice
from mindful.ui.save_models import SaveStage, SaveView
from mindful.wording import _


class SavingCard(QWidget):
    """Hidden until something is saved."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Label(look, "", "label", weight=600, wrap=True)
        self._detail = Label(look, "", "small", "ink2", wrap=True)
        self._bar = Progress(look, _("Saving"))
        self.cancel = PillButton(look, _("Cancel"), "outline")
        self.show_folder = PillButton(look, _("Show in folder"), "outline")
        self._notice = NoticeCard(look)
        self._card = Card(look, pad=22)
        words = QWidget()
        said = QVBoxLayout(words)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(4)
        said.addWidget(self._title)
        said.addWidget(self._detail)
        actions = QWidget()
        acts = QVBoxLayout(actions)
        acts.setContentsMargins(0, 0, 0, 0)
        acts.addWidget(self.cancel)
        acts.addWidget(self.show_folder)
        self._card.column.setSpacing(14)
        self._card.column.addWidget(
            Pair(words, actions, gap=24, below=12, least=lambda: look.px(150))
        )
        self._card.column.addWidget(self._bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._notice)
        column.addWidget(self._card)

    def show_view(self, view: SaveView) -> None:
        """Shows how far it is."""
        saving, saved = view.stage is SaveStage.SAVING, view.stage is SaveStage.SAVED
        self.setVisible(view.stage is not SaveStage.READY)
        self._card.setVisible(saving or saved)
        self._bar.setVisible(saving)
        self._bar.set_share(view.share)
        self.cancel.setVisible(saving)
        self.show_folder.setVisible(saved)
        self._show_words(view)

    def _show_words(self, view: SaveView) -> None:
        self._notice.setVisible(bool(view.ended))
        if view.stage is SaveStage.FAILED:
            self._notice.show_notice(Notice(_("This wasn’t saved"), view.ended, icon="waves"))
        elif view.stage is SaveStage.SAVED:
            self._notice.show_notice(Notice(_("Saved, not all of it spoken"), view.ended))
        else:
            self._notice.show_notice(Notice(_("Still saving"), view.ended, icon="waves"))
        if view.stage is SaveStage.SAVED:
            self._title.setText(_("Saved: {name}").format(name=view.file))
            self._detail.setText(view.what)
        else:
            self._title.setText(_("Saving {name}").format(name=view.file))
            goes_on = _("You can sit meanwhile, or look at other pages.")
            self._detail.setText(" ".join(filter(None, [view.left, goes_on])))
