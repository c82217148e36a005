"""Bell and ambience as a person chooses them: heard at once, from the list or a file of theirs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mindful.sit.choice import SILENT
from mindful.trouble import Trouble
from mindful.ui.files import ask_for_sound
from mindful.ui.models import Notice, SoundKind
from mindful.wording import _, notice, tell

if TYPE_CHECKING:  # numpy stands behind these, and the window comes first
    from PySide6.QtWidgets import QWidget

    from mindful.audio.clip import Samples
    from mindful.parts import Parts
    from mindful.preflight import Ready
    from mindful.ui.background import Background
    from mindful.ui.steering.previews import Previews


class SoundSteering:
    """Carries a choice of bell or ambience out, and lets it be heard.

    Args:
        page: over which a file is asked for.
        parts: the parts of the program.
        background: brings answers of other threads.
        previews: plays.
        changed: told when something else is chosen or offered.
        failed: told of a file that can't be taken, or a sound that can't be played.
    """

    def __init__(
        self,
        page: QWidget,
        parts: Parts,
        background: Background,
        previews: Previews,
        changed: Callable[[], None],
        failed: Callable[[Trouble], None],
    ) -> None:
        self._page = page
        self._parts = parts
        self._background = background
        self._previews = previews
        self._changed = changed
        self._failed = failed

    def choose(self, kind: SoundKind, sound: str) -> None:
        """Choose a bell or an ambience by its id, and let it be heard once."""
        self._parts.remember(**{kind: sound})
        self._changed()
        self.play(kind)

    def play(self, kind: SoundKind) -> None:
        """Let the one chosen be heard at the level it will have; none is silence."""
        sound = chosen_sound(self._parts, kind)
        if sound == SILENT:
            self._previews.hush()
        else:
            self._previews.play(partial(self._sample, kind, sound), self._failed)

    def ask_for_file(self, kind: SoundKind) -> None:
        """Ask for a file of the person's own; it is taken in beside the window's work."""
        ask_for_sound(self._page, kind, partial(self._take, kind))

    def forget(self, sound: str) -> None:
        """Remove a sound of the person's own; a sit that would have used it has the usual one."""
        self._previews.hush()
        kept = self._parts.soon(lambda: self._parts.own_sounds.forget(sound))
        self._background.when(kept, lambda _: self._gone(sound), self._failed)

    def _sample(self, kind: SoundKind, sound: str) -> Samples:
        parts = self._parts
        return parts.bell_preview(sound) if kind == "bell" else parts.ambience_preview(sound)

    def _take(self, kind: SoundKind, file: Path) -> None:
        taken = self._parts.soon(lambda: self._parts.own_sounds.take(file, kind))
        self._background.when(taken, partial(self.choose, kind), self._failed)

    def _gone(self, sound: str) -> None:
        usual = type(self._parts.settings)()  # as everything is set at first
        if self._parts.settings.bell == sound:
            self._parts.remember(bell=usual.bell)
        if self._parts.settings.ambience == sound:
            self._parts.remember(ambience=usual.ambience)
        self._changed()


def chosen_sound(parts: Parts, kind: SoundKind) -> str:
    """Id of the bell or the ambience chosen."""
    return parts.settings.bell if kind == "bell" else parts.settings.ambience


def preflight_notices(ready: Ready) -> tuple[Notice | None, Notice | None]:
    """What Home says of the sound device and of the bell; None where they work."""
    sound = Notice(
        _("No sound device was found"),
        _("You can still begin. Sound joins in when it can."),
        _("Look again"),
        icon="speaker-simple-slash",
    )
    bell = Notice(_("Your bell can’t be struck"), notice("own-bell-gone"), icon="bell-slash")
    return (sound if ready.sound else None, bell if ready.bell else None)


def sound_notice(trouble: Trouble) -> Notice:
    """Says that a sound can't be used, and why."""
    return Notice(_("That sound can’t be used"), tell(trouble), icon="bell-slash")
