"""The steering of the page that takes data away: chosen, shown as it will look, written whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from mindful.trouble import Trouble
from mindful.ui.background import Newest
from mindful.ui.data_models import ExportView
from mindful.ui.steering.export_view import file_kind, note_rows, preview_html, saved_words
from mindful.wording import _, tell

if TYPE_CHECKING:  # the first window is painted before any of these is loaded
    from concurrent.futures import Future

    from mindful.log.log import Log
    from mindful.log.records import Sit
    from mindful.log.which import Which
    from mindful.parts import Parts
    from mindful.share_page import Part
    from mindful.ui.background import Background
    from mindful.ui.pages.taking_away import ExportPage

Answer = TypeVar("Answer")

NOTES = 20
"""Notes that are offered at first, and how many more each time."""
MOST_IN_PDF = 1000
"""Sits on a PDF: Qt lays it out on the window's thread, about a second for a thousand."""


class ExportSteering(QObject):
    """Follows what is chosen on the page.

    Args:
        page: the page.
        parts: the parts of the program.
        background: brings the log's answers.
    """

    def __init__(self, page: ExportPage, parts: Parts, background: Background) -> None:
        from mindful.share_page import EVERY_PART, part_names

        super().__init__(page)
        self._page = page
        self._parts = parts
        self._newest = Newest(background)
        self._which: Which | None = None
        self._sits: tuple[Sit, ...] | None = None
        self._on_page: frozenset[Part] = EVERY_PART
        self._notes: frozenset[str] = frozenset()
        self._offered = NOTES
        self._drawing = 0
        self._file: Path | None = None
        self._view = ExportView()
        page.set_parts([(part.value, words) for part, words in part_names().items()])
        page.kind_chosen.connect(self._choose_kind)
        page.ending_chosen.connect(lambda ending: self._change(ending=ending, saved=""))
        page.part_toggled.connect(self._toggle_part)
        page.note_toggled.connect(self._toggle_note)
        page.more_notes_wanted.connect(self._offer_more)
        page.save_wanted.connect(self._ask_where)
        page.folder_wanted.connect(self._open_folder)

    def begin(self, which: Which, told: str) -> None:
        """The page was just shown.

        Args:
            which: the sits that are to be taken away.
            told: the same in a sentence.
        """
        self.forget()
        self._which = which
        self._change(which=told)

    def forget(self) -> None:
        """Nothing of the log is shown or held any more; what is being written is written."""
        self._newest.give_up()
        self._which = self._sits = self._file = None
        self._notes, self._offered = frozenset(), NOTES
        self._show(ExportView(parts=frozenset(self._on_page)))

    # What is chosen

    def _choose_kind(self, kind: str) -> None:
        self._change(kind=kind, saved="", refused="")
        if kind != "share":
            self._change(ready=True)
        elif self._sits is None:
            self._read()
        else:
            self._draw()

    def _toggle_part(self, part: str, on: bool) -> None:
        from mindful.share_page import Part

        self._on_page = self._on_page | {Part(part)} if on else self._on_page - {Part(part)}
        self._draw()

    def _toggle_note(self, sit: str, on: bool) -> None:
        self._notes = self._notes | {sit} if on else self._notes - {sit}
        self._draw()

    def _offer_more(self) -> None:
        self._offered += NOTES
        self._draw()

    # The page to share

    def _read(self) -> None:
        which = self._which
        assert which is not None

        def read(log: Log) -> tuple[Sit, ...]:
            return tuple(log.history.sits(which))

        def answered(sits: tuple[Sit, ...]) -> None:
            self._sits = sits
            self._draw()

        self._change(ready=False, page_told=_("Reading…"))
        self._await(self._parts.desk.submit(read), answered)

    def _draw(self) -> None:
        """Show the page as it will look; the newest choice wins."""
        sits, notes, on_page, now = self._sits, self._notes, self._on_page, self._parts.now()
        if sits is None:
            return
        hidden = self._parts.settings.hide_notes
        rows, left = note_rows(sits, notes, self._offered, hidden=hidden)
        self._change(parts=frozenset(on_page), notes=rows, notes_left=left, saved="", refused="")

        self._drawing += 1
        drawing = self._drawing

        def drawn(made: tuple[str, str]) -> None:
            if drawing == self._drawing:
                page, told = made
                self._change(page=page, page_told=told, ready=True)

        self._await(self._parts.soon(lambda: preview_html(sits, notes, now, on_page)), drawn)

    # The file

    def _ask_where(self) -> None:
        from mindful.ui.files import ask_where_to_save

        view = self._view
        if view.busy or not view.ready:
            return
        if view.kind == "share" and view.ending == ".pdf" and len(self._sits or ()) > MOST_IN_PDF:
            refused = _("A PDF holds {most} sits at most. Choose fewer in History, or HTML.")
            self._change(refused=refused.format(most=f"{MOST_IN_PDF:,}"), saved="")
            return
        ending, words = file_kind(view)
        name = f"mindful-{self._parts.now():%Y-%m-%d}{ending}"
        filters = [f"{words} (*{ending})"]
        ask_where_to_save(
            self._page,
            Path.home() / name,
            filters,
            lambda file: self._save(file, ending),
            _("Export"),
        )

    def _save(self, file: Path, ending: str) -> None:
        """Write it, unless that would replace what nobody agreed to replace."""
        agreed = file.exists()  # the dialog has asked about the very name it gave us
        if file.suffix.lower() != ending:
            file, agreed = file.with_name(file.name + ending), False
        which, sits = self._which, self._sits
        if which is None:
            return  # the page was left, or locked, while the dialog stood open

        def saved(_done: None) -> None:
            self._file = file
            self._change(busy=False, saved=saved_words(file, encrypted=self._parts.desk.encrypted))

        def write(into: Callable[[BinaryIO], None]) -> None:
            _write(file, into, replace_it=agreed)

        self._change(busy=True, saved=_("Saving…"), refused="")
        if ending == ".json":
            version = self._parts.version
            work = self._parts.desk.submit(
                lambda log: write(lambda into: log.exports.document(into, version, which))
            )
        elif ending == ".csv":
            work = self._parts.desk.submit(
                lambda log: write(lambda into: log.exports.table(into, which))
            )
        else:
            self._save_page(sits or (), ending, write, saved)
            return
        self._await(work, saved)

    def _save_page(
        self,
        sits: tuple[Sit, ...],
        ending: str,
        write: Callable[[Callable[[BinaryIO], None]], None],
        saved: Callable[[None], None],
    ) -> None:
        from mindful.share_page import as_html, share_page

        notes, on_page, now = self._notes, self._on_page, self._parts.now()

        def make() -> tuple[str, str]:
            page = share_page(sits, notes, now, on_page)
            return as_html(page, sourced=ending != ".pdf"), page.source

        def written(made: tuple[str, str]) -> None:
            html, source = made
            if ending == ".pdf":
                from mindful.ui.pdf import pdf_of

                content = pdf_of(html, source)
            else:
                content = html.encode()
            self._await(self._parts.soon(lambda: write(lambda into: _put(into, content))), saved)

        self._await(self._parts.soon(make), written)

    def _open_folder(self) -> None:
        if self._file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file.parent)))

    # What is shown

    def _await(self, work: Future[Answer], then: Callable[[Answer], None]) -> None:
        """Hear of it, unless the page was left meanwhile."""

        def failed(trouble: Trouble) -> None:
            self._change(busy=False, saved="", page_told="", refused=tell(trouble))

        self._newest.when(work, then, failed)

    def _change(self, **changes: object) -> None:
        self._show(replace(self._view, **changes))  # type: ignore[arg-type]  # its own fields

    def _show(self, view: ExportView) -> None:
        self._view = view
        self._page.show_view(view)


def _write(file: Path, into: Callable[[BinaryIO], None], *, replace_it: bool) -> None:
    """Have a file written; it is there whole, or not at all."""
    from mindful.sit.new_files import NewFiles

    with (files := NewFiles([file], replace=replace_it)) as (opened,):
        into(opened)
        files.commit()


def _put(file: BinaryIO, content: bytes) -> None:
    file.write(content)
