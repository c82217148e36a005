"""Steering of the page that says what is wrong with exercise files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from mindful.exercises.errors import ExerciseTrouble
from mindful.paths import at_home
from mindful.ui.file_models import BrokenFiles, FileError
from mindful.ui.pages.exercise_errors import ExerciseErrors
from mindful.wording import _, tell

if TYPE_CHECKING:  # the first window is painted before it is loaded
    from mindful.parts import Parts


class ExerciseErrorsSteering:
    """Fills the page, and reads the files again when the person has mended them.

    Args:
        page: the page.
        parts: the parts of the program.
        renewed: called when the exercises were read again.
    """

    def __init__(self, page: ExerciseErrors, parts: Parts, renewed: Callable[[], None]) -> None:
        self._page = page
        self._parts = parts
        self._renewed = renewed
        page.again_wanted.connect(self._again)
        page.folder_wanted.connect(self._open_folder)
        self.refresh()

    def refresh(self) -> None:
        """Show what is wrong now."""
        broken = self._parts.library.broken
        said = _("All other exercises work. Mend these in any editor, then read them again.")
        none = _("Nothing is wrong with any exercise file now.")
        self._page.show_view(
            BrokenFiles(
                said=said if broken else none,
                folder=_("They lie in {folder}.").format(
                    folder=at_home(self._folder(), Path.home())
                ),
                errors=tuple(file_error(trouble) for trouble in broken),
            )
        )

    def _again(self) -> None:
        self._parts.read_exercises_again()
        self._renewed()
        self.refresh()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder())))

    def _folder(self) -> Path:
        """Where the first of them lies; a person's own exercises, where none is broken."""
        for trouble in self._parts.library.broken:
            if path := trouble.facts.get("path"):
                return Path(str(path)).parent
        return self._parts.paths.exercises


def file_error(trouble: ExerciseTrouble) -> FileError:
    """A trouble with a file as place and message, the field first where one is known."""
    facts = trouble.facts
    name = Path(str(facts.get("path", ""))).name
    if "line" not in facts:
        return FileError(name, tell(trouble))
    field, reason = str(facts.get("field", "")), str(facts.get("reason", ""))
    # "$" stands for the whole file.
    message = f"{field}: {reason}" if field.strip("$") else reason
    return FileError(f"{name}:{facts['line']}", message)
