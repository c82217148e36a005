"""What a person changes in History: sits deleted, brought back, added, mended, sat again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from mindful.log.records import Practised, Sit
from mindful.trouble import Trouble
from mindful.ui.history_models import SitForm
from mindful.ui.steering.sit_form import form_of, told_from
from mindful.wording import tell

if TYPE_CHECKING:  # the database's library comes after the window
    from mindful.log.log import Log
    from mindful.parts import Parts
    from mindful.ui.background import Background
    from mindful.ui.pages.history import HistoryPage

ADDED_MINUTES = 20
"""What a form for a past sit begins with."""


class HistoryEdits:
    """Carries out what History's page asks for.

    A deletion is true once it can't be undone any more: after ten seconds, when the page is left,
    when the next one is made, or when the app ends.

    Args:
        page: the page.
        parts: the parts of the program.
        background: brings the log's answers.
        keys: gives the log's numbers of rows.
        changed: shows the page anew, at a row.
        reopen: shows a sit's page, by its id.
    """

    def __init__(
        self,
        page: HistoryPage,
        parts: Parts,
        background: Background,
        *,
        keys: Callable[[Sequence[int]], tuple[int, ...]],
        changed: Callable[[int], None],
        reopen: Callable[[str], None],
    ) -> None:
        self._page = page
        self._parts = parts
        self._background = background
        self._keys = keys
        self._changed = changed
        self._reopen = reopen
        self._gone: tuple[str, ...] = ()
        self._practices: tuple[Practised, ...] = ()
        self._row = -1
        self._edited: Sit | None = None
        page.deleted.connect(self._delete_rows)
        page.practice_changed.connect(self._change_practice)
        page.sit_deleted.connect(lambda key: self._delete(lambda _log: (key,), self._row))
        page.add_asked.connect(self._add)
        page.edit_asked.connect(self._edit)
        page.told.connect(self._keep)
        page.sits.undo.undone.connect(self._bring_back)
        page.sits.undo.over.connect(self._erase)

    def begin(self) -> None:
        """The page is shown: it offers the practices that several sits may be of."""
        self._page.sits.chosen.show_exercises(self._exercises())

    def settle(self) -> None:
        """The page is left: what was deleted stays so."""
        self._page.sits.undo.end()

    def can_be_sat(self, sit: Sit) -> bool:
        """Whether the exercise of a past sit is there."""
        return any(one.id == sit.exercise for one in self._parts.library.exercises)

    # Deleting

    def _delete_rows(self, rows: tuple[int, ...]) -> None:
        keys = self._keys(rows)
        if keys:
            self._delete(lambda log: log.history.ids(keys), rows[0])

    def _delete(self, which: Callable[[Log], tuple[str, ...]], row: int) -> None:
        self.settle()

        def work(log: Log) -> tuple[str, ...]:
            ids = which(log)
            log.deletions.put_away(ids)
            return ids

        def done(ids: tuple[str, ...]) -> None:
            self._gone, self._row = ids, row
            self._page.show_done(len(ids), deleted=True)
            self._changed(row)

        self._background.when(self._parts.desk.submit(work), done, self._tell)

    def _change_practice(self, rows: tuple[int, ...], exercise: str) -> None:
        keys, titles = self._keys(rows), dict(self._exercises())
        if not keys or exercise not in titles:
            return
        self.settle()

        def work(log: Log) -> tuple[Practised, ...]:
            ids = log.history.ids(keys)
            return log.mending.practise([Practised(sit, exercise, titles[exercise]) for sit in ids])

        def done(before: tuple[Practised, ...]) -> None:
            self._practices, self._row = before, rows[0]
            self._page.show_done(len(before), deleted=False)
            self._changed(rows[0])

        self._background.when(self._parts.desk.submit(work), done, self._tell)

    def _bring_back(self) -> None:
        before, self._practices = self._practices, ()
        if before:
            changed = self._parts.desk.submit(lambda log: log.mending.practise(before))
            self._background.when(changed, lambda _: self._changed(self._row), self._tell)
            return
        ids, self._gone = self._gone, ()
        work = self._parts.desk.submit(lambda log: log.deletions.bring_back(ids))
        self._background.when(work, lambda _: self._changed(self._row), self._tell)

    def _erase(self) -> None:
        ids, self._gone, self._practices = self._gone, (), ()
        if ids:
            work = self._parts.desk.submit(lambda log: log.deletions.erase(ids))
            self._background.when(work, lambda _: None, self._tell)

    # Telling

    def _add(self) -> None:
        began = self._parts.now() - timedelta(minutes=ADDED_MINUTES)
        self._edited = None
        form = SitForm(
            exercise=self._parts.settings.exercise,
            day=f"{began:%Y-%m-%d}",
            time=f"{began:%H:%M}",
            minutes=str(ADDED_MINUTES),
        )
        self._page.show_form(form, self._exercises())

    def _edit(self, key: str) -> None:
        def show(sit: Sit) -> None:
            self._edited = sit
            # An exercise that is not there any more stays what it was.
            gone = () if self.can_be_sat(sit) else ((sit.exercise, sit.title),)
            self._page.show_form(form_of(sit), (*gone, *self._exercises()))

        sit = self._parts.desk.submit(lambda log: log.history.get(key))
        self._background.when(sit, show, self._tell)

    def _keep(self, form: SitForm) -> None:
        sit, language, version = self._edited, self._parts.language, self._parts.version
        titles = dict(self._exercises())
        try:
            told = told_from(form, sit, self._parts.vocabulary, titles)
        except Trouble as trouble:
            self._page.form.refuse(tell(trouble))
            return

        def work(log: Log) -> Sit:
            if sit is None:
                return log.mending.add(told, language=language, app_version=version)
            return log.mending.edit(sit.id, told)

        def done(kept: Sit) -> None:
            self._page.show_all()
            self._changed(-1)
            if sit is not None:
                self._reopen(kept.id)

        self._background.when(
            self._parts.desk.submit(work),
            done,
            lambda trouble: self._page.form.refuse(tell(trouble)),
        )

    def _exercises(self) -> tuple[tuple[str, str], ...]:
        return tuple((one.id, one.title) for one in self._parts.library.exercises)

    def _tell(self, trouble: Trouble) -> None:
        self._page.show_notice(tell(trouble))
