"""Asking for files: the platform's own dialogs, opened without holding the window up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from mindful.ui.models import SoundKind
from mindful.wording import _

SOUND_ENDINGS = "*.wav *.flac *.ogg *.oga *.opus *.mp3 *.aif *.aiff *.au *.caf"
"""What is shown first. Any other file may be chosen too: its content decides, not its name."""


def ask_for_sound(parent: QWidget, kind: SoundKind, then: Callable[[Path], None]) -> None:
    """Ask for a sound file; `then` is called with it unless the person thinks better of it."""
    title = _("Choose a bell") if kind == "bell" else _("Choose an ambience")
    dialog = _dialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(
        [_("Sound files ({endings})").format(endings=SOUND_ENDINGS), _("All files (*)")]
    )
    _open(dialog, then)


def ask_for_file(
    parent: QWidget, title: str, filters: list[str], then: Callable[[Path], None]
) -> None:
    """Ask for a file that is there; `then` is called with it unless the person thinks better.

    Args:
        parent: over which it opens.
        title: of the dialog.
        filters: kinds of file, those shown first as the first one.
        then: called with the file.
    """
    dialog = _dialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(filters)
    _open(dialog, then)


def ask_where_to_save(
    parent: QWidget,
    suggested: Path,
    filters: list[str],
    then: Callable[[Path], None],
    title: str = "",
) -> None:
    """Ask for the name and folder of a new file; the dialog itself asks before one is replaced.

    Args:
        parent: over which it opens.
        suggested: name offered, with the ending that a name without one gets.
        filters: kinds of file, the suggested one first: "MP3 (*.mp3)".
        then: called with the file, unless the person thinks better of it.
        title: of the dialog, where it is no sound that is saved.
    """
    dialog = _dialog(parent, title or _("Save as audio"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilters(filters)
    dialog.setDefaultSuffix(suggested.suffix.removeprefix("."))
    dialog.setDirectory(str(suggested.parent))
    dialog.selectFile(suggested.name)
    _open(dialog, then)


def music_folder() -> Path:
    """Where sound is usually kept; the home folder where the platform names none."""
    places = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.MusicLocation)
    there = next((Path(place) for place in places if Path(place).is_dir()), None)
    return there or Path.home()


def _dialog(parent: QWidget, title: str) -> QFileDialog:
    dialog = QFileDialog(parent.window(), title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    # Qt's own dialog, where the platform has none, takes the window's colours.
    dialog.setAttribute(Qt.WidgetAttribute.WA_WindowPropagation)
    return dialog


def _open(dialog: QFileDialog, then: Callable[[Path], None]) -> None:
    # What follows may close a page or the window: not before the dialog is done with its signal.
    over = dialog.parentWidget()
    assert over is not None
    dialog.fileSelected.connect(lambda file: QTimer.singleShot(0, over, lambda: then(Path(file))))
    # Not exec(): an event loop inside this call would hold whatever called it.
    dialog.open()
