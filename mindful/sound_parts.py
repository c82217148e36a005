"""The parts that are about settings, bells, ambiences and levels."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from mindful.audio.errors import SoundTrouble
from mindful.audio.levels import Levels, at_night
from mindful.audio.own_sounds import Kind, OwnSounds, is_own, is_path
from mindful.paths import Paths
from mindful.settings import Settings, load_settings, save_settings
from mindful.sit.choice import SILENT
from mindful.trouble import Trouble
from mindful.wording import ambience_names, bell_names

if TYPE_CHECKING:
    from mindful.audio.clip import Samples
    from mindful.audio.rack import SoundRack


class SoundParts:
    """Holds the settings and what sounds besides the voice; `parts.Parts` has the rest.

    Args:
        paths: where files are kept.
    """

    def __init__(self, paths: Paths) -> None:
        self.paths = paths
        self.settings: Settings = load_settings(paths.settings)
        self._building = threading.RLock()

    def change_settings(self, **changes: Any) -> None:  # Any: each field has its own type
        """Change settings and write them down.

        Raises:
            Trouble: ``settings-unwritable`` or ``folder-unusable``; the change holds for now.
        """
        self.settings = msgspec.structs.replace(self.settings, **changes)
        save_settings(self.paths.settings, self.settings)

    def remember(self, **changes: Any) -> None:  # Any: as above
        """Change settings; where they cannot be written, they hold until the app ends."""
        with contextlib.suppress(Trouble):
            self.change_settings(**changes)

    def levels(self, *, night: bool = False) -> Levels:
        """The levels set; at night bells and ambience are quieter."""
        settings = self.settings
        levels = Levels(
            voice=settings.voice_level, bell=settings.bell_level, ambience=settings.ambience_level
        )
        return at_night(levels) if night else levels

    @cached_property
    def own_sounds(self) -> OwnSounds:
        """The person's own bells and ambiences."""
        return OwnSounds(self.paths.data / "sounds")

    def bell_options(self) -> tuple[tuple[str, str], ...]:
        """Ids and names of the bells, own ones last."""
        return (*bell_names().items(), *self.own_sounds.options("bell"))

    def ambience_options(self) -> tuple[tuple[str, str], ...]:
        """Ids and names of the ambiences, own ones last."""
        return (*ambience_names().items(), *self.own_sounds.options("ambience"))

    def check_bell(self, wanted: str) -> str:
        """The id of a bell: of one there is, or of a sound file, which is taken.

        An own bell that is gone passes; the usual one takes its place when it is to sound.

        Raises:
            SoundTrouble: ``unknown-bell`` with ``asked`` and ``nearest``, or as
                `OwnSounds.take`.
        """
        from mindful.audio.choices import check_bell

        return self._check_sound(wanted, "bell", check_bell)

    def check_ambience(self, wanted: str) -> str:
        """The id of an ambience: of one there is, or of a sound file, which is taken.

        An own ambience that is gone passes; silence takes its place when it is to sound.

        Raises:
            SoundTrouble: ``unknown-ambience`` with ``asked`` and ``nearest``, or as
                `OwnSounds.take`.
        """
        from mindful.audio.choices import check_ambience

        return self._check_sound(wanted, "ambience", check_ambience)

    def _check_sound(self, wanted: str, kind: Kind, check: Callable[[str], str]) -> str:
        if wanted == SILENT or is_own(wanted):
            return wanted
        try:
            return check(wanted)
        except SoundTrouble:
            if not is_path(wanted):
                raise
        return self.own_sounds.take(Path(wanted).expanduser(), kind)

    @cached_property
    def rack(self) -> SoundRack:
        """Bells and ambiences."""
        with self._building:
            from mindful.audio.rack import SoundRack

            return SoundRack(self.own_sounds)

    def bell_preview(self, bell: str) -> Samples:
        """A bell at the level it will have. Slow the first time.

        Raises:
            SoundTrouble: as `SoundRack.get`.
        """
        from mindful.sit.preview import bell_preview

        return bell_preview(self.rack.get(bell), self.levels())

    def ambience_preview(self, ambience: str) -> Samples:
        """Some seconds of an ambience at the level it will have. Slow the first time.

        Raises:
            SoundTrouble: as `SoundRack.ambience`.
        """
        from mindful.sit.preview import ambience_preview

        return ambience_preview(self.rack.ambience(ambience, seed=0), self.levels())
