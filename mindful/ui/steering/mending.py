"""A damaged log, met at Home: what can be put in its place, and putting it there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from mindful.trouble import Trouble
from mindful.ui.models import Notice
from mindful.wording import _, ngettext, tell

if TYPE_CHECKING:  # the database's library comes after the window
    from datetime import date

    from mindful.log.restoring import Recovery, Restored
    from mindful.parts import Parts
    from mindful.ui.background import Background
    from mindful.ui.steering.standing import Standing

MENDABLE = {"log-damaged", "log-foreign"}
"""Troubles with the log after which a backup is offered; others pass, or are not its fault."""


class Mending:
    """Offers the newest good backup when the log cannot be read.

    Args:
        standing: shows notices on Home.
        parts: the parts of the program.
        background: brings answers of other threads.
        mended: told when the log can be read again.
    """

    def __init__(
        self,
        standing: Standing,
        parts: Parts,
        background: Background,
        mended: Callable[[], None],
    ) -> None:
        self._standing = standing
        self._parts = parts
        self._background = background
        self._mended = mended
        self._troubled = False

    def healed(self) -> None:
        """The log was read: a trouble told before is over."""
        if self._troubled:
            self._troubled = False
            self._standing.put("log", None)

    def show(self, trouble: Trouble) -> None:
        """Say that the log cannot be read; with a way on where there is one."""
        if trouble.code == "log-locked":
            self.wait_for_passphrase()
            return
        self._troubled = True
        self._put(_("Your history can’t be read"), tell(trouble))
        if trouble.code in MENDABLE:
            found = self._parts.desk.recovery()
            self._background.when(found, lambda best: self._offer(trouble, best), self._keep)

    def wait_for_passphrase(self) -> None:
        """Say what that means while the log is locked; told until it is read again."""
        self._troubled = True
        said = _("Every sit works; nothing of it is kept until you unlock. History leads there.")
        told = Notice(_("Your notes are locked"), said, icon="lock-simple")
        self._standing.put("log", told)

    def _offer(self, trouble: Trouble, best: Recovery | None) -> None:
        title = _("Your history can’t be read")
        if best is not None:
            held = ngettext(
                "A good copy of {day} holds {count} sit. What can still be read is added to it, "
                "and the file as it is stays beside it.",
                "A good copy of {day} holds {count} sits. What can still be read is added to it, "
                "and the file as it is stays beside it.",
                best.contents.sits,
            )
            day = day_words(best.backup.day)
            restore = _("Restore the copy of {day}").format(day=day)
            said = held.format(day=day, count=best.contents.sits)
            self._put(title, said, restore, lambda: self._restore(best))
        elif trouble.code == "log-damaged":
            said = _(
                "There is no copy yet. What can still be read of it can be saved; the file as it "
                "is stays beside it."
            )
            self._put(title, said, _("Save what can be read"), lambda: self._restore(None))

    def _restore(self, best: Recovery | None) -> None:
        self._put(_("Your history is being restored"), _("It takes some seconds."))
        restored = self._parts.desk.restore(None if best is None else best.backup.path)
        self._background.when(restored, self._tell, self._fail)

    def _tell(self, restored: Restored) -> None:
        self._troubled = False
        count = restored.contents.sits
        held = ngettext("It holds {count} sit.", "It holds {count} sits.", count)
        kept = _("The file as it was lies in the folder of the copies.")
        said = held.format(count=count)
        self._put(
            _("Your history is back"),
            said if restored.aside is None else f"{said} {kept}",
            _("Good"),
            lambda: self._standing.put("log", None),
        )
        self._mended()

    def _fail(self, trouble: Trouble) -> None:
        self._put(_("Your history could not be restored"), tell(trouble))

    def _keep(self, _trouble: Trouble) -> None:
        """No copy could be looked for, so the trouble itself stays."""

    def _put(
        self, title: str, detail: str, action: str = "", act: Callable[[], None] | None = None
    ) -> None:
        self._standing.put("log", Notice(title, detail, action, icon="notebook"), act)


def day_words(day: date) -> str:
    """A day as a copy is known by: "12 March", with the year where it is another one."""
    form = "d MMMM" if day.year == QDate.currentDate().year() else "d MMMM yyyy"
    return QLocale().toString(QDate(day.year, day.month, day.day), form)
