"""The steering of the page that brings a history in: looked through first, kept at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QObject

from mindful.trouble import Trouble
from mindful.ui.background import Newest
from mindful.ui.data_models import ImportStage, ImportView
from mindful.ui.steering.import_view import bad_lines, found_view, last_words, zone_options
from mindful.wording import _, import_counts, tell, undone_words

if TYPE_CHECKING:  # the first window is painted before any of these is loaded
    from concurrent.futures import Future
    from datetime import datetime

    from mindful.log.batches import Undone
    from mindful.log.log import Log
    from mindful.log.sorting import How, Preview
    from mindful.parts import Parts
    from mindful.ui.background import Background
    from mindful.ui.pages.bringing_in import ImportPage

Answer = TypeVar("Answer")


class ImportSteering(QObject):
    """One import at a time; it goes on whatever page is shown.

    Args:
        page: the page.
        parts: the parts of the program.
        background: brings the log's answers.
        merge: leads to the page that merges, with a file that is a whole log.
    """

    def __init__(
        self,
        page: ImportPage,
        parts: Parts,
        background: Background,
        merge: Callable[[Path], None],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._parts = parts
        self._background = background
        self._newest = Newest(background)
        self._merge = merge
        self._file: Path | None = None
        self._zone = ""
        self._feelings: dict[str, str] = {}
        self._reading = False
        self._under_way: Future[object] | None = None
        self._view = ImportView()
        page.set_zones(zone_options())
        page.file_wanted.connect(self.ask)
        page.zone_chosen.connect(self._choose_zone)
        page.mood_chosen.connect(self._choose_feeling)
        page.take_wanted.connect(self._take)
        page.cancel_wanted.connect(self.forget)
        page.undo_wanted.connect(self._undo)

    @property
    def busy(self) -> bool:
        """A file is being brought in."""
        under_way = self._under_way is not None and not self._under_way.done()
        return self._view.stage is ImportStage.TAKING and under_way

    def begin(self) -> None:
        """The page is about to be shown: say what can be undone."""
        if self._view.stage is not ImportStage.TAKEN:
            self.forget()
        self._ask_last()

    def ask(self) -> None:
        """Ask for a file."""
        from mindful.ui.files import ask_for_file

        ask_for_file(self._page, _("Bring in a history"), [_("All files (*)")], self.read)

    def read(self, file: Path) -> None:
        """Look through a file."""
        self._file, self._zone, self._feelings = file, "", {}
        self._show(ImportView(stage=ImportStage.READING, told=_("Reading…"), file=file.name))
        self._look_through()

    def forget(self) -> None:
        """Nothing of a file is shown or held any more; one being brought in comes all the same."""
        if self.busy:
            return
        self._newest.give_up()
        self._reading = False
        self._file, self._feelings = None, {}
        self._show(ImportView(last=self._view.last))

    # What was decided

    def _choose_zone(self, zone: str) -> None:
        self._zone = zone
        self._change(zone=zone)
        if not self._reading:
            self._look_through()

    def _choose_feeling(self, word: str, feeling: str) -> None:
        self._feelings[word] = feeling
        rows = self._view.moods
        moods = tuple(replace(row, feeling=feeling) if row.word == word else row for row in rows)
        self._change(moods=moods)

    def _how(self) -> How:
        from mindful.log.importers.daylio import MOODS
        from mindful.log.sorting import How
        from mindful.log.zones import zone_called

        return How(
            zone=zone_called(self._zone) if self._zone else None,
            feelings=MOODS | self._feelings,
            titles={each.id: each.title for each in self._parts.library.exercises},
        )

    # The log

    def _look_through(self) -> None:
        file, how, zone = self._file, self._how(), self._zone
        assert file is not None
        self._reading = True

        def found(preview: Preview) -> None:
            self._reading = False
            if zone != self._zone:  # chosen while it was read
                self._look_through()
            else:
                self._show_found(preview)

        def failed(trouble: Trouble) -> None:
            self._reading = False
            self._fail(trouble)

        self._work(lambda log: log.imports.preview(file, how), found, failed)

    def _take(self) -> None:
        file, how = self._file, self._how()
        if file is None or self._view.stage is not ImportStage.FOUND or self._reading:
            return
        self._show(ImportView(stage=ImportStage.TAKING, told=_("Bringing it in…"), file=file.name))
        self._work(lambda log: log.imports.take(file, how), self._taken, self._fail)

    def _taken(self, preview: Preview) -> None:
        self._file, self._feelings = None, {}
        told = _("Brought in: {counts}.").format(counts=import_counts(preview))
        self._show(ImportView(stage=ImportStage.TAKEN, told=told, bad=bad_lines(preview)))
        self._ask_last()

    def _undo(self) -> None:
        def undone(what: Undone) -> None:
            told = " ".join(undone_words(what))
            self._show(ImportView(stage=ImportStage.TAKEN, told=told))
            self._ask_last()

        self._change(last="", told=_("Taking it out…"))
        self._work(lambda log: log.imports.undo(), undone, self._fail)

    def _ask_last(self) -> None:
        def answered(moment: datetime | None) -> None:
            self._change(last="" if moment is None else last_words(moment))

        asked = self._parts.desk.submit(lambda log: log.imports.last())
        self._background.when(asked, answered, self._fail)

    def _work(
        self,
        work: Callable[[Log], Answer],
        then: Callable[[Answer], None],
        failed: Callable[[Trouble], None],
    ) -> None:
        """Have the log do it; an answer to what was given up meanwhile is dropped."""
        self._newest.give_up()
        future = self._parts.desk.submit(work)
        self._under_way = cast("Future[object]", future)
        self._newest.when(future, then, failed)

    def _fail(self, trouble: Trouble) -> None:
        if trouble.code == "import-is-log" and self._file is not None:
            file = self._file
            self.forget()
            self._merge(file)
            return
        self._file = None
        self._show(ImportView(refused=tell(trouble), last=self._view.last))

    # What is shown

    def _show_found(self, preview: Preview) -> None:
        words = tuple(each.adjective for each in self._parts.vocabulary.feeling)
        view = found_view(self._view.file, preview, words)
        self._show(replace(view, zone=self._zone, last=self._view.last))

    def _change(self, **changes: object) -> None:
        self._show(replace(self._view, **changes))  # type: ignore[arg-type]  # its own fields

    def _show(self, view: ImportView) -> None:
        self._view = view
        self._page.show_view(view)
