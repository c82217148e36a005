"""Saving a sit as audio: asked for on Home, made in a process of its own, told as it goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from mindful.ui.files import ask_where_to_save, music_folder
from mindful.ui.save_models import SaveStage, SaveView
from mindful.ui.steering.save_words import (
    CAPTIONS_ENDING,
    file_kinds,
    home_words,
    left_words,
    private_words,
    sound_words,
    suggested_name,
    unspoken_words,
    what_words,
)
from mindful.wording import _, tell

if TYPE_CHECKING:  # the first window is painted before any of these is loaded
    from mindful.parts import Parts
    from mindful.rendering_job import Order, Progress
    from mindful.sit.choice import Choice
    from mindful.ui.pages.saving import SavePage

Told = Callable[["Progress"], None]


class Rendering(Protocol):
    """What a saving needs of the process that writes the file."""

    def start(self) -> None:
        """Begin."""

    def cancel(self) -> None:
        """Stop, and leave nothing behind."""

    def close(self) -> None:
        """Stop if need be, and let go. Nobody is told any more."""


OpenRendering = Callable[["Order", Told], Rendering]


class SaveSteering(QObject):
    """One saving at a time; it goes on whatever page is shown.

    Args:
        page: the page.
        parts: the parts of the program.
        open_rendering: makes the process that writes; its `Told` may be called on any thread.
        tell_home: told the words of Home's button whenever they change.
    """

    _told = Signal(object, object)

    def __init__(
        self,
        page: SavePage,
        parts: Parts,
        open_rendering: OpenRendering,
        tell_home: Callable[[str], None],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._parts = parts
        self._open_rendering = open_rendering
        self._tell_home = tell_home
        self._choice: Choice | None = None
        self._order: Order | None = None
        self._rendering: Rendering | None = None
        self._view = SaveView("", "", file_kinds(), file_kinds()[0][0])
        self._told.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        page.kind_chosen.connect(lambda kind: self._show(kind=kind))
        page.captions_toggled.connect(lambda on: self._show(captions=on))
        page.save_wanted.connect(self._ask_where)
        page.cancel_wanted.connect(self._cancel)
        page.folder_wanted.connect(self._open_folder)

    @property
    def busy(self) -> bool:
        """A file is being written."""
        return self._rendering is not None

    @property
    def has_news(self) -> bool:
        """A saving is under way, or its end was not seen yet: the page tells of it."""
        return self._view.stage is not SaveStage.READY

    def offer(self, choice: Choice) -> None:
        """Show what saving this sit would give."""
        self._choice = choice
        self._show(
            what=what_words(choice),
            sounds=sound_words(self._parts, choice),
            private=private_words(choice),
            stage=SaveStage.READY,
            ended="",
        )

    def leave(self) -> None:
        """The page gives way to another one: an end that was told is told no more."""
        self._show(stage=SaveStage.SAVING if self.busy else SaveStage.READY, ended="")

    def warn(self) -> None:
        """The window is to be closed, which would end the saving."""
        self._show(ended=_("Closing Mindful stops it. To stop and close, close once more."))

    def close(self) -> None:
        """Stop what is under way, leaving nothing behind. Safe to call twice."""
        if self._rendering is not None:
            rendering, self._rendering = self._rendering, None
            rendering.close()

    # The person

    def _ask_where(self) -> None:
        if self._choice is None or self.busy:
            return
        filters = [f"{words} (*{ending})" for ending, words in file_kinds()]
        chosen = [text for text in filters if text.endswith(f"(*{self._view.kind})")]
        filters = [*chosen, *(text for text in filters if text not in chosen)]
        name = suggested_name(self._choice, self._view.kind)
        ask_where_to_save(self._page, music_folder() / name, filters, self._begin)

    def _begin(self, file: Path) -> None:
        """Begin to write, unless that would replace what nobody agreed to replace."""
        assert self._choice is not None
        agreed = file.exists()  # the dialog has asked about the very name it gave us
        if file.suffix.lower() not in dict(file_kinds()):
            file = file.with_name(file.name + self._view.kind)
            agreed = False
        captions = file.with_suffix(CAPTIONS_ENDING) if self._view.captions else None
        for path in filter(None, (file, captions)):
            if path.exists() and not agreed:
                there = _("{name} is there already. Choose another name.").format(name=path.name)
                self._show(stage=SaveStage.FAILED, ended=there)
                return
        from mindful.rendering_job import Order

        self._order = Order(choice=self._choice, output=file, captions=captions, replace=agreed)
        self._show(stage=SaveStage.SAVING, file=file.name, share=0.0, left="", ended="")
        rendering = self._open_rendering(
            self._order, lambda progress: self._told.emit(rendering, progress)
        )
        self._rendering = rendering
        rendering.start()

    def _cancel(self) -> None:
        if self._rendering is not None:
            self._rendering.cancel()

    def _open_folder(self) -> None:
        if self._order is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._order.output.parent)))

    # The process

    def _hear(self, rendering: Rendering, progress: Progress) -> None:
        if rendering is not self._rendering:
            return  # on its way while it was closed
        if not progress.over:
            self._show(share=progress.share, left=left_words(progress.seconds_left))
            return
        self.close()
        if progress.trouble is not None:
            self._show(stage=SaveStage.FAILED, ended=tell(progress.trouble))
        elif progress.stage == "done":
            self._show(stage=SaveStage.SAVED, ended=unspoken_words(progress.unspoken))
        else:
            self._show(stage=SaveStage.READY, ended="")

    def _show(self, **changes: object) -> None:
        self._view = replace(self._view, **changes)  # type: ignore[arg-type]  # its own fields
        self._page.show_view(self._view)
        self._tell_home(home_words(self._view))
