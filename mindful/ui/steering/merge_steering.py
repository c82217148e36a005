"""The steering of the page that brings another computer's log in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mindful.trouble import Trouble
from mindful.ui.background import Newest
from mindful.ui.data_models import MergeStage, MergeView
from mindful.wording import _, coming_words, merged_words, tell

if TYPE_CHECKING:  # the first window is painted before any of these is loaded
    from concurrent.futures import Future

    from mindful.log.log import Log
    from mindful.log.merging import Merged
    from mindful.parts import Parts
    from mindful.ui.background import Background
    from mindful.ui.pages.merging import MergePage


class MergeSteering(QObject):
    """One merge at a time; it goes on whatever page is shown.

    Args:
        page: the page.
        parts: the parts of the program.
        background: brings the log's answers.
    """

    def __init__(self, page: MergePage, parts: Parts, background: Background) -> None:
        super().__init__(page)
        self._page = page
        self._parts = parts
        self._newest = Newest(background)
        self._file: Path | None = None
        self._passphrase: str | None = None
        self._under_way: Future[Merged] | None = None
        self._view = MergeView()
        page.file_wanted.connect(self.ask)
        page.unlock_wanted.connect(self._unlock)
        page.merge_wanted.connect(self._merge)
        page.cancel_wanted.connect(self.forget)

    @property
    def busy(self) -> bool:
        """Another log is being brought in."""
        under_way = self._under_way is not None and not self._under_way.done()
        return self._view.stage is MergeStage.TAKING and under_way

    def begin(self, file: Path | None = None) -> None:
        """The page was just shown, perhaps for a file."""
        if self._view.stage is not MergeStage.MERGED:
            self.forget()
        if file is not None and not self.busy:
            self.read(file)

    def ask(self) -> None:
        """Ask for a file."""
        from mindful.ui.files import ask_for_file

        filters = [_("Mindful’s log or backup (*.db)"), _("All files (*)")]
        ask_for_file(self._page, _("Bring in another computer’s log"), filters, self.read)

    def read(self, file: Path) -> None:
        """Look through another log."""
        self._file, self._passphrase = file, None
        self._look_through()

    def forget(self) -> None:
        """Nothing of a file is shown or held any more; one being merged comes all the same."""
        if self.busy:
            return
        self._newest.give_up()
        self._file = self._passphrase = None
        self._show(MergeView())

    def _unlock(self, passphrase: str) -> None:
        self._passphrase = passphrase
        self._look_through()

    def _look_through(self) -> None:
        file, passphrase = self._file, self._passphrase
        if file is None:
            return

        def found(coming: Merged) -> None:
            told = " ".join(coming_words(coming))
            new = any((coming.added, coming.changed, coming.removed))
            self._show(MergeView(stage=MergeStage.FOUND, file=file.name, told=told, new=new))

        self._show(MergeView(stage=MergeStage.READING, file=file.name, told=_("Reading…")))
        self._work(lambda log: log.merging.preview(file, passphrase), found)

    def _merge(self) -> None:
        file, passphrase = self._file, self._passphrase
        if file is None or self._view.stage is not MergeStage.FOUND:
            return

        def merged(what: Merged) -> None:
            self._file = self._passphrase = None
            told = " ".join(merged_words(what))
            self._show(MergeView(stage=MergeStage.MERGED, told=told))

        self._show(MergeView(stage=MergeStage.TAKING, file=file.name, told=_("Merging…")))
        self._work(lambda log: log.merging.merge(file, passphrase), merged)

    def _work(self, work: Callable[[Log], Merged], then: Callable[[Merged], None]) -> None:
        """Have the log do it; an answer to what was given up meanwhile is dropped."""
        self._newest.give_up()
        self._under_way = self._parts.desk.submit(work)
        self._newest.when(self._under_way, then, self._fail)

    def _fail(self, trouble: Trouble) -> None:
        assert self._file is not None
        name = self._file.name
        if trouble.code == "merge-locked":
            told = _("{file} has a passphrase.").format(file=name)
            self._show(MergeView(stage=MergeStage.LOCKED, file=name, told=told))
        elif trouble.code == "passphrase-wrong":
            told = _("That didn’t match. Take your time.")
            self._show(MergeView(stage=MergeStage.LOCKED, file=name, told=told))
        else:
            self._file = self._passphrase = None
            self._show(MergeView(refused=tell(trouble)))

    def _show(self, view: MergeView) -> None:
        self._view = view
        self._page.show_view(view)
