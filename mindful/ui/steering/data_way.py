"""The way to the pages that bring data in and take it away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the first window is painted before any of these is loaded
    from collections.abc import Callable

    from mindful.parts import Parts
    from mindful.ui.background import Background
    from mindful.ui.look import Look
    from mindful.ui.pages.bringing_in import ImportPage
    from mindful.ui.pages.merging import MergePage
    from mindful.ui.sections.privacy import PrivacySection
    from mindful.ui.steering.import_steering import ImportSteering
    from mindful.ui.steering.merge_steering import MergeSteering
    from mindful.ui.window import Window

IMPORT, MERGE = "import", "merge"


class DataWay:
    """Leads there from Settings, and forgets what a page showed when it is left.

    Args:
        window: shows the pages.
        look: the look.
        parts: the parts of the program.
        background: brings the log's answers.
        go: leads to another page by its name.
    """

    def __init__(
        self,
        window: Window,
        look: Look,
        parts: Parts,
        background: Background,
        go: Callable[[str], None],
    ) -> None:
        self._window = window
        self._look = look
        self._parts = parts
        self._background = background
        self._go = go
        self._import: ImportSteering | None = None
        self._merge: MergeSteering | None = None
        window.add_page(IMPORT, self._make_import)
        window.add_page(MERGE, self._make_merge)
        window.leaving.connect(self._leave)

    def connect(self, section: PrivacySection) -> None:
        """Follow a section's wishes; it was just made."""
        section.import_wanted.connect(self.bring_in)
        section.merge_wanted.connect(self.merge)

    def bring_in(self) -> None:
        """To the page of an import, which asks for a file."""
        if self._shows(IMPORT):
            assert self._import is not None
            self._import.begin()

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
        elif name == MERGE and self._merge is not None:
            self._merge.forget()
