"""A sit's settings under a name of the person's own."""

from __future__ import annotations

import msgspec

from mindful.exercises.feelings import own_word
from mindful.log.instants import Clock, milliseconds_of, written
from mindful.log.store import Change, Store
from mindful.log.uuid7 import Entropy, uuid7


class Preset(msgspec.Struct, frozen=True, kw_only=True):
    """Settings of a sit under a name.

    Attributes:
        id: UUID of version 7, the same on every computer.
        name: the person's own.
        settings: JSON; what is in it is the concern of whoever saved it.
    """

    id: str
    name: str
    settings: str


class Presets:
    """Presets by name. All methods raise LogTrouble.

    Args:
        store: the open file.
        clock: tells the present moment.
        entropy: gives the random part of ids.
    """

    def __init__(self, store: Store, clock: Clock, entropy: Entropy) -> None:
        self._store = store
        self._clock = clock
        self._entropy = entropy

    def all(self) -> tuple[Preset, ...]:
        """Every preset, in the order in which they were first saved."""
        rows = self._store.rows(
            "SELECT uuid AS id, name, settings FROM presets "
            "WHERE deleted_at IS NULL ORDER BY position, id"
        )
        return tuple(
            Preset(id=str(row["id"]), name=str(row["name"]), settings=str(row["settings"]))
            for row in rows
        )

    def save(self, name: str, settings: str) -> Preset:
        """Keep settings under a name, in place of those it had before.

        Args:
            name: as typed; upper and lower case make no difference to which one it is.
            settings: JSON.

        Raises:
            ExerciseTrouble: ``word-empty`` or ``word-too-long``, for the name.
        """
        name = own_word(name)
        with self._store.change() as change:
            before = _row(change, name)
            if before is None:
                self._add(change, name, settings)
            else:
                change.edit("presets", before, {"name": name, "settings": settings})
        return next(one for one in self.all() if one.name == name)

    def delete(self, preset: str) -> None:
        """Delete a preset truly; its id stays, so that a merge deletes it elsewhere too.

        One that is gone already is nothing to be told about.
        """
        gone = {"name": "", "settings": "{}", "deleted_at": written(self._clock())}
        with self._store.change() as change:
            for row in change.rows(
                "SELECT id FROM presets WHERE uuid = :preset AND deleted_at IS NULL",
                {"preset": preset},
            ):
                change.edit("presets", int(str(row["id"])), gone)
        self._store.sweep()

    def _add(self, change: Change, name: str, settings: str) -> None:
        (last,) = change.rows("SELECT coalesce(max(position), 0) AS last FROM presets")
        change.add(
            "presets",
            {
                "uuid": uuid7(milliseconds_of(self._clock()), self._entropy),
                "deleted_at": None,
                "position": int(str(last["last"])) + 1,
                "name": name,
                "settings": settings,
            },
        )


def _row(change: Change, name: str) -> int | None:
    """Primary key of the preset of this name."""
    rows = change.rows("SELECT id, name FROM presets WHERE deleted_at IS NULL")
    wanted = name.casefold()
    return next(
        (int(str(row["id"])) for row in rows if str(row["name"]).casefold() == wanted), None
    )
