"""Sounds heard before a sit: one at a time, silent as soon as the person goes on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from mindful.trouble import Trouble
from mindful.voice.errors import VoiceTrouble

if TYPE_CHECKING:  # numpy stands behind these, and the window comes first
    from mindful.audio.clip import Samples
    from mindful.parts import Parts


class Previews(QObject):
    """Plays what a choice would sound like.

    Args:
        parts: the parts of the program.
        parent: keeps this.
    """

    _troubled = Signal(object, object)

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._played = False
        self._troubled.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def play(
        self, make: Callable[[], Samples], failed: Callable[[Trouble], None] = lambda _: None
    ) -> None:
        """Play what `make` gives in place of what plays now.

        Args:
            make: makes the sound, on a thread of its own; may raise a `Trouble`.
            failed: told of it, on the thread that made this.
        """

        def quietly() -> Samples:
            try:
                return make()
            except VoiceTrouble:
                raise
            except Trouble as trouble:
                self._troubled.emit(failed, trouble)
                raise

        self._played = True
        self._parts.aside.play(quietly)

    @Slot()
    def hush(self) -> None:
        """Be silent, where a preview may still sound."""
        if self._played:
            self._played = False
            self._parts.aside.hush()

    def _tell(self, failed: Callable[[Trouble], None], trouble: Trouble) -> None:
        failed(trouble)
