"""The way to the pages that bring data in and take it away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mindful.ui.history_models import HistoryFilter
from mindful.wording import _

if TYPE_CHECKING:  # the first window is painted before any of these is loaded
    from collections.abc import Callable

    from mindful.ui.pages.bringing_in import ImportPage
    from mindful.ui.pages.merging import MergePage
    from mindful.ui.pages.taking_away import ExportPage
    from mindful.ui.sections.privacy import PrivacySection
    from mindful.ui.steering.export_steering import ExportSteering
    from mindful.ui.steering.import_steering import ImportSteering
    from mindful.ui.steering.means import Means
    from mindful.ui.steering.merge_steering import MergeSteering

IMPORT, EXPORT, MERGE = "import", "export", "merge"


class DataWay:
    """Leads there from Settings and History, and forgets what a page showed when it is left.

    Args:
        means: what every way leads with.
        confirm: has the passphrase given again, where the log has one.
    """

    def __init__(self, means: Means, confirm: Callable[[Callable[[], None]], None]) -> None:
        self._window, self._look = means.window, means.look
        self._parts, self._background, self._go = means.parts, means.background, means.go
        self._confirm = confirm
        self._came_from = "settings"
        self._import: ImportSteering | None = None
        self._export: ExportSteering | None = None
        self._merge: MergeSteering | None = None
        means.window.add_page(EXPORT, self._make_export)
        means.window.add_page(IMPORT, self._make_import)
        means.window.add_page(MERGE, self._make_merge)
        means.window.leaving.connect(self._leave)

    def connect(self, section: PrivacySection) -> None:
        """Follow a section's wishes; it was just made."""
        section.import_wanted.connect(self.bring_in)
        section.export_wanted.connect(lambda: self.export(HistoryFilter()))
        section.merge_wanted.connect(self.merge)

    def bring_in(self) -> None:
        """To the page of an import, which asks for a file."""
        if self._shows(IMPORT):
            assert self._import is not None
            self._import.begin()

    def export(self, chosen: HistoryFilter) -> None:
        """To the page of an export of these sits, once the passphrase was given again."""
        self._came_from = self._window.current
        self._confirm(lambda: self._show_export(chosen))

    def _show_export(self, chosen: HistoryFilter) -> None:
        from mindful.ui.steering.history import which_of

        if self._shows(EXPORT):
            assert self._export is not None
            which = which_of(chosen, self._parts.settings.day_ends)
            every = _("Everything that was kept.")
            self._export.begin(which, _("The sits chosen in History.") if chosen.narrows else every)

    def merge(self, file: Path | None = None) -> None:
        """To the page of a merge, which asks for a file unless it has one."""
        if self._shows(MERGE):
            assert self._merge is not None
            self._merge.begin(file)

    def _shows(self, name: str) -> bool:
        """Shows a page, or asks for the passphrase first."""
        if self._parts.desk.locked:
            self._window.lock_wished.emit()
            return False
        self._window.page(name)
        self._window.show_page(name)
        return True

    def _make_import(self) -> ImportPage:
        from mindful.ui.pages.bringing_in import ImportPage
        from mindful.ui.steering.import_steering import ImportSteering

        page = ImportPage(self._look)
        page.left.connect(lambda: self._go("settings"))
        self._import = ImportSteering(page, self._parts, self._background, self.merge)
        return page

    def _make_export(self) -> ExportPage:
        from mindful.ui.pages.taking_away import ExportPage
        from mindful.ui.steering.export_steering import ExportSteering

        page = ExportPage(self._look)
        page.left.connect(lambda: self._go(self._came_from))
        self._export = ExportSteering(page, self._parts, self._background)
        return page

    def _make_merge(self) -> MergePage:
        from mindful.ui.pages.merging import MergePage
        from mindful.ui.steering.merge_steering import MergeSteering

        page = MergePage(self._look)
        page.left.connect(lambda: self._go("settings"))
        self._merge = MergeSteering(page, self._parts, self._background)
        return page

    def _leave(self, name: str) -> None:
        if name == IMPORT and self._import is not None:
            self._import.forget()
        elif name == EXPORT and self._export is not None:
            self._export.forget()
        elif name == MERGE and self._merge is not None:
            self._merge.forget()
