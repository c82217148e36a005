"""The Journal's steering: what was written is shown, and what is written is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Literal, TypeVar

from mindful.log.records import Entry, JournalPage
from mindful.parts import Parts
from mindful.trouble import Trouble
from mindful.ui.background import Background
from mindful.ui.journal_models import JournalList, Writing
from mindful.ui.paged import PAGE
from mindful.ui.pages.journal import JournalPage as Page
from mindful.ui.steering.journal_keeping import (
    NEW,
    Unfinished,
    draft_key,
    draft_of,
    keep,
    unfinished,
)
from mindful.ui.steering.journal_words import (
    moment_words,
    row_of,
    sheet_of,
    sit_words,
    unsaved_words,
)
from mindful.wording import _, tell

if TYPE_CHECKING:  # the database's library comes after the window
    from mindful.log.log import Log

    Listed = tuple[tuple[int, ...], tuple[JournalPage | None, ...]]

Answer = TypeVar("Answer")
Topic = Literal["list", "sheet", "writing"]
"""Questions that take each other's place: only the newest one's answers are shown."""


class JournalSteering:
    """Fills the Journal each time it is shown, and follows what is done on it.

    What is written is a draft in the log, saved each second, until it is kept or dropped.
    A deletion can be taken back until something else is done or the page is left.

    Args:
        page: the page.
        parts: the parts of the program.
        background: brings the log's answers.
        now: tells the present moment with its zone.
        failed: told when the log cannot be read.
    """

    def __init__(
        self,
        page: Page,
        parts: Parts,
        background: Background,
        now: Callable[[], datetime],
        failed: Callable[[Trouble], None],
    ) -> None:
        self._page = page
        self._parts = parts
        self._background = background
        self._now = now
        self._failed = failed
        self._asked: dict[Topic, int] = {}
        self._keys: tuple[int, ...] = ()
        self._search = ""
        self._draft = NEW
        self._undo: Callable[[], None] | None = None
        page.searched.connect(self._find)
        page.rows_wanted.connect(self._fetch)
        page.opened.connect(self._open)
        page.write_wanted.connect(self.write)
        page.edit_wanted.connect(self._edit)
        page.delete_wanted.connect(self._delete)
        page.undo_wanted.connect(self._take_back)
        page.editor.drafted.connect(self._keep_draft)
        page.editor.saved.connect(self._save)
        page.editor.dropped.connect(self._drop)

    def refresh(self) -> None:
        """Ask the log and show what it says; a draft that was left is gone on with."""
        self._list(opens=True)
        if not self._page.writing:
            self._want("writing", unfinished, self._go_on)

    def leave(self) -> None:
        """The page gives way: what was deleted cannot be taken back any more."""
        self._end_undo()

    def write(self) -> None:
        """Write something new, or go on with what was begun."""
        if not self._page.writing:
            self._begin(NEW, moment_words(self._now()))

    # The list

    def _find(self, typed: str) -> None:
        if typed != self._search:
            self._search = typed
            self._list(opens=True)

    def _list(self, *, opens: bool, key: int | None = None) -> None:
        """Ask for the list anew.

        Args:
            opens: the first page is shown in full, where none is.
            key: the page that is shown in full.
        """
        search = self._search

        def look(log: Log) -> Listed:
            keys = log.journal.keys(search)
            return keys, log.journal.read(keys[:PAGE])

        def show(found: Listed) -> None:
            self._keys, pages = found
            rows = tuple(map(row_of, self._keys, pages))
            ends, hidden = self._parts.settings.day_ends, self._parts.settings.hide_notes
            searched = bool(search.strip())
            view = JournalList(len(self._keys), rows, self._now(), searched, ends)
            self._page.show_list(view, hidden=hidden)
            if key is not None:
                self._show(key)
            elif opens and self._keys and not hidden and not self._page.writing:
                self._show(self._keys[0], turn=False)

        self._want("list", look, show)

    def _fetch(self, page: int) -> None:
        """Rows that came into view."""
        keys = self._keys[page * PAGE : (page + 1) * PAGE]
        asked = self._asked.get("list")

        def show(pages: tuple[JournalPage | None, ...]) -> None:
            if asked == self._asked.get("list"):
                self._page.side.model.fill(page, tuple(map(row_of, keys, pages)))

        self._submit(lambda log: log.journal.read(keys), show)

    # A page

    def _open(self, key: int) -> None:
        """The person asks for a page; what is on the paper is put aside first."""
        if self._page.writing:
            self._page.editor.hand_over()
        self._show(key)

    def _show(self, key: int, *, turn: bool = True) -> None:
        numbers = not self._parts.settings.hide_numbers

        def show(pages: tuple[JournalPage | None, ...]) -> None:
            (page,) = pages
            if page is not None:
                self._page.show_sheet(sheet_of(key, page, numbers=numbers), turn=turn)

        self._want("sheet", lambda log: log.journal.read([key]), show)

    def _delete(self, key: int) -> None:
        def delete(log: Log) -> str:
            (page,) = log.journal.read([key])
            assert isinstance(page, Entry)  # only those have the button
            log.journal.delete(page.id)
            return page.id

        def done(entry: str) -> None:
            self._page.show_no_sheet()
            self._list(opens=True)
            self._offer_undo(
                _("Deleted."),
                lambda: self._submit(
                    lambda log: log.journal.restore(entry),
                    lambda _entry: self._list(opens=False, key=key),
                ),
            )

        self._end_undo()
        self._submit(delete, done)

    # The paper

    def _begin(self, draft: str, when: str, text: str = "") -> None:
        """Write under this draft: as it was left, or with `text`, which is kept already."""

        def show(left: str | None) -> None:
            self._draft = draft
            self._page.show_writing(
                Writing(when, text if left is None else left, fresh=draft == NEW)
            )

        self._want("writing", lambda log: draft_of(log, draft), show)

    def _edit(self, key: int) -> None:
        def show(pages: tuple[JournalPage | None, ...]) -> None:
            (page,) = pages
            if isinstance(page, Entry):
                self._begin(draft_key(page), moment_words(page.written_there), page.text)
            elif page is not None:
                self._begin(draft_key(page), sit_words(page.sit), page.sit.note)

        self._want("writing", lambda log: log.journal.read([key]), show)

    def _go_on(self, found: Unfinished | None) -> None:
        if found is None:
            return
        self._draft = found.draft
        page = found.page
        if page is None:
            when = moment_words(found.begun)
        elif isinstance(page, Entry):
            when = moment_words(page.written_there)
        else:
            when = sit_words(page.sit)
        notice = _("You were writing this. It’s a draft until you save it.")
        self._page.show_writing(Writing(when, found.text, notice, fresh=page is None))

    def _keep_draft(self, text: str) -> None:
        draft = self._draft
        self._background.when(
            self._parts.desk.submit(lambda log: log.drafts.save(draft, text)),
            lambda _done: None,
            self._could_not,
        )

    def _save(self, text: str) -> None:
        draft = self._draft

        def done(key: int) -> None:
            self._page.end_writing()
            self._list(opens=False, key=key)

        self._end_undo()
        self._background.when(
            self._parts.desk.submit(lambda log: keep(log, draft, text)), done, self._could_not
        )

    def _drop(self) -> None:
        """Not to be kept, which can be taken back for a while."""
        draft, text = self._draft, self._page.editor.paper.words
        when = self._page.editor.when.text()
        self._page.end_writing()
        self._submit(lambda log: log.drafts.clear(draft), lambda _done: None)
        self._end_undo()
        if text.strip():
            self._offer_undo(_("Not kept."), lambda: self._bring_back(draft, when, text))

    def _bring_back(self, draft: str, when: str, text: str) -> None:
        self._draft = draft
        self._page.show_writing(Writing(when, text, fresh=draft == NEW))
        self._keep_draft(text)

    def _could_not(self, trouble: Trouble) -> None:
        self._page.editor.show_notice(unsaved_words(trouble))

    # Taking back

    def _offer_undo(self, words: str, undo: Callable[[], None]) -> None:
        self._undo = undo
        self._page.side.show_undo(words)

    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        self._page.side.show_undo("")
        if undo is not None:
            undo()

    def _end_undo(self) -> None:
        if self._undo is not None:
            self._undo = None
            self._page.side.show_undo("")
            self._submit(lambda log: log.journal.sweep(), lambda _done: None)

    # The log

    def _want(
        self, topic: Topic, work: Callable[[Log], Answer], then: Callable[[Answer], None]
    ) -> None:
        self._asked[topic] = asked = self._asked.get(topic, 0) + 1

        def arrived(answer: Answer) -> None:
            if asked == self._asked[topic]:
                then(answer)

        self._submit(work, arrived)

    def _submit(self, work: Callable[[Log], Answer], then: Callable[[Answer], None]) -> None:
        self._background.when(self._parts.desk.submit(work), then, self._tell)

    def _tell(self, trouble: Trouble) -> None:
        self._page.side.show_trouble(tell(trouble))
        self._failed(trouble)
