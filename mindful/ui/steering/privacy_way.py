"""What Settings > Privacy leads to: passphrase, backup, export, and deleting everything."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QDate, QLocale, QSignalBlocker, QUrl
from PySide6.QtGui import QDesktopServices

from mindful.trouble import Trouble
from mindful.ui.steering.data_way import DataWay
from mindful.wording import _, ngettext, tell

if TYPE_CHECKING:  # the first window is painted before any of these is loaded
    from collections.abc import Callable

    from mindful.log.key import Key
    from mindful.log.log import Log
    from mindful.ui.pages.erasing import ErasingPage
    from mindful.ui.pages.passphrase import PassphrasePage, PassTask
    from mindful.ui.sections.privacy import PrivacySection
    from mindful.ui.steering.means import Means

PASSPHRASE, ERASING = "passphrase", "erasing"


class PrivacyWay:
    """Carries out what the section's rows wish.

    Args:
        means: what every way leads with.
        erase: deletes everything and begins anew.

    Attributes:
        data: leads to import, export and merge.
    """

    def __init__(self, means: Means, erase: Callable[[], None]) -> None:
        self._window, self._look = means.window, means.look
        self._parts, self._background, self._go = means.parts, means.background, means.go
        self._confirmed: Callable[[], None] = lambda: None
        self._back = "settings"
        self._erase = erase
        self._task: PassTask = "set"
        self._section: PrivacySection | None = None
        self.data = DataWay(means, self.confirm)
        means.window.add_page(PASSPHRASE, self._make_passphrase)
        means.window.add_page(ERASING, self._make_erasing)

    def connect(self, section: PrivacySection) -> None:
        """Follow a section's wishes; it was just made."""
        self._section = section
        self.data.connect(section)
        section.lock_wanted.connect(self._switch_lock)
        section.lock_now_wanted.connect(self._window.lock_wished)
        section.change_wanted.connect(lambda: self._ask("change"))
        section.lock_after_chosen.connect(lambda minutes: self._keep(lock_after=minutes))
        section.open_unasked_toggled.connect(self._open_unasked)
        section.hide_notes_toggled.connect(lambda on: self._keep(hide_notes=on))
        section.place_wanted.connect(self._open_place)
        section.backup_wanted.connect(self._ask_where)
        section.delete_wanted.connect(self._count)

    def _keep(self, **settings: object) -> None:
        self._parts.remember(**settings)

    def _tell(self, words: str) -> None:
        if self._section is not None:
            self._section.tell(words)

    def _failed(self, trouble: Trouble) -> None:
        self._tell(tell(trouble))

    # The passphrase

    def _switch_lock(self, on: bool) -> None:
        section = self._section
        assert section is not None
        unheard = QSignalBlocker(section.lock)
        section.lock.setChecked(self._parts.desk.encrypted)  # until it is done
        unheard.unblock()
        self._ask("set" if on else "remove")

    def _ask(self, task: PassTask) -> None:
        if self._parts.desk.locked:
            self._window.lock_wished.emit()
            return
        self._task, self._back = task, "settings"
        cast("PassphrasePage", self._window.page(PASSPHRASE)).show_task(task)
        self._window.show_page(PASSPHRASE)

    def _make_passphrase(self) -> PassphrasePage:
        from mindful.ui.pages.passphrase import PassphrasePage

        page = PassphrasePage(self._look)
        page.done.connect(self._check)
        page.left.connect(lambda: self._go(self._back))
        return page

    def _check(self, present: str, new: str) -> None:
        if self._task == "set":
            self._carry_out(new)
            return

        def checked(right: bool) -> None:
            if right:
                self._carry_out(new)
            else:
                self._refused(_("That didn’t match. Take your time."))

        known = self._parts.desk.knows(present)
        self._background.when(known, checked, lambda trouble: self._refused(tell(trouble)))

    def _carry_out(self, new: str) -> None:
        if self._task == "confirm":
            self._forget_page()
            self._confirmed()
            return
        changed = self._parts.desk.set_passphrase(None if self._task == "remove" else new)
        self._background.when(changed, self._changed, lambda trouble: self._refused(tell(trouble)))

    def _changed(self, key: Key | None) -> None:
        if key is None:
            self._parts.forget_kept_key()
        elif self._parts.settings.open_unasked:
            self._put(key)
        self._forget_page()
        self._go("settings")
        self._tell(
            {
                "set": _("The log is locked. A new backup was made, and those before removed."),
                "change": _("The passphrase was changed. Backups before it were removed."),
            }.get(self._task, _("The log has no passphrase any more."))
        )

    def _refused(self, words: str) -> None:
        cast("PassphrasePage", self._window.page(PASSPHRASE)).tell(words)

    def _forget_page(self) -> None:
        cast("PassphrasePage", self._window.page(PASSPHRASE)).forget()

    # The keyring

    def _open_unasked(self, on: bool) -> None:
        if not on:
            self._parts.soon(self._parts.forget_kept_key)
            return
        self._background.when(self._parts.desk.key(), self._put, self._failed)

    def _put(self, key: Key | None) -> None:
        def put() -> None:
            assert key is not None
            self._parts.key_ring.put(key.to_text())

        def failed(trouble: Trouble) -> None:
            self._keep(open_unasked=False)
            self._go("settings")
            self._failed(trouble)

        if key is not None:
            kept = self._parts.soon(put)
            self._background.when(kept, lambda _: self._keep(open_unasked=True), failed)

    # Taking it away

    def _open_place(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._parts.paths.data)))

    def confirm(self, then: Callable[[], None]) -> None:
        """Have the passphrase given again, where the log has one, before what comes then."""
        if not self._parts.desk.encrypted:
            then()
            return
        self._confirmed = then
        back = self._window.current
        self._ask("confirm")
        self._back = back

    def _ask_where(self) -> None:
        from mindful.ui.files import ask_where_to_save

        if self._parts.desk.locked:
            self._window.lock_wished.emit()
            return
        name = f"mindful-{self._parts.now():%Y-%m-%d}.db"
        filters = [_("Backup of Mindful (*.db)")]
        title = _("Back up")
        ask_where_to_save(self._window, Path.home() / name, filters, self._back_up, title)

    def _back_up(self, place: Path) -> None:
        def write(log: Log) -> None:
            log.backups.write(place)

        def written(_done: None) -> None:
            self._keep(copied_on=self._parts.now().date().isoformat())
            self._go("settings")
            self._tell(_("Backed up to {path}, and checked.").format(path=place))

        self._background.when(self._parts.desk.submit(write), written, self._failed)

    # Being rid of it

    def _count(self) -> None:
        def count(log: Log) -> tuple[int, int]:
            return log.statistics.holds()

        self._background.when(
            self._parts.desk.submit(count),
            lambda kept: self._ask_to_erase(delete_question(*kept)),
            lambda _trouble: self._ask_to_erase(
                _("Delete all sits and notes? This can’t be undone.")
            ),
        )

    def _ask_to_erase(self, question: str) -> None:
        cast("ErasingPage", self._window.page(ERASING)).show_question(question)
        self._window.show_page(ERASING)

    def _make_erasing(self) -> ErasingPage:
        from mindful.ui.pages.erasing import ErasingPage

        page = ErasingPage(self._look)
        page.left.connect(lambda: self._go("settings"))
        page.confirmed.connect(self._erase)
        return page


def delete_question(sits: int, notes: int) -> str:
    """What would go: "Delete 148 sits and 61 notes? This can’t be undone."."""
    return _("Delete {sits} and {notes}? This can’t be undone.").format(
        sits=ngettext("{count} sit", "{count} sits", sits).format(count=f"{sits:,}"),
        notes=ngettext("{count} note", "{count} notes", notes).format(count=f"{notes:,}"),
    )


def day_words(day: str) -> str:
    """A day as kept, as it is shown: "2 March"; empty for none."""
    date = QDate.fromString(day, "yyyy-MM-dd")
    return QLocale().toString(date, "d MMMM yyyy") if date.isValid() else ""


def file_size(size: int) -> str:
    """Bytes as shown: "1.4 MB"."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
