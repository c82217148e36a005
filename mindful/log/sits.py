"""Writing sits down: as they begin, while they run, when they end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import msgspec

from mindful.log.deleting import Deletions
from mindful.log.errors import LogTrouble
from mindful.log.instants import Clock, milliseconds_of, offset_of, written
from mindful.log.playing import PlayingLock
from mindful.log.reading import get_sit
from mindful.log.records import (
    Ended,
    NewSit,
    Sit,
    SpokenCue,
    Written,
    check_scale,
    check_text,
)
from mindful.log.store import Change, Store, Value
from mindful.log.telling import telling
from mindful.log.uuid7 import Entropy, uuid7

_WORDS = {"sit_feelings": "feelings", "sit_places": "places"}


class Sits:
    """The sits of the log, one of which may be running.

    What a method wrote is on disk when it returns. All raise LogTrouble when the file cannot
    be written; those that take an id raise ``sit-unknown`` when no such sit is kept.

    Args:
        store: the open file.
        playing: the lock of the sit that runs.
        clock: tells the present moment.
        entropy: gives the random part of ids.
        deletions: deletes sits.
    """

    def __init__(
        self,
        store: Store,
        playing: PlayingLock,
        clock: Clock,
        entropy: Entropy,
        deletions: Deletions,
    ) -> None:
        self._store = store
        self._playing = playing
        self._clock = clock
        self._entropy = entropy
        self._deletions = deletions
        self._running: str | None = None

    def is_playing_elsewhere(self) -> bool:
        """Whether another copy of Mindful plays a sit into this log now."""
        with telling(self._store.path):
            return self._playing.is_taken_elsewhere()

    def begin(self, new: NewSit) -> Sit:
        """Write down a sit that begins.

        Raises:
            LogTrouble: ``sit-already-playing`` while another copy of Mindful plays one.
        """
        with telling(self._store.path):
            if not self._playing.take():
                raise LogTrouble("sit-already-playing")
        try:
            with self._store.change() as change:
                sit = self._add(change, new)
        except BaseException:
            self._playing.release()
            raise
        self._running = sit
        return self.get(sit)

    def touch(self, sit: str, sat_seconds: float, heard: Sequence[SpokenCue] = ()) -> None:
        """Write down how far a running sit has come: every 2 s, also while it is paused.

        The player knows best: a sit that another copy wrongly kept as interrupted runs again.
        One that was finished, or ended early, is left as it is.

        Args:
            sit: its id.
            sat_seconds: time sat so far.
            heard: cues spoken since the last time.
        """
        with self._store.change() as change:
            row, ended = _alive(change, sit)
            if ended in (None, Ended.INTERRUPTED):
                _append(change, row, heard)
                self._edit(change, row, sat_seconds=sat_seconds, ended=None)

    def heard(self, sit: str, cues: Sequence[SpokenCue]) -> None:
        """Add cues that were really spoken, in their order."""
        with self._store.change() as change:
            row, _ = _alive(change, sit)
            _append(change, row, cues)
            self._edit(change, row)

    def grounded(self, sit: str) -> None:
        """Count one use of Ground me."""
        with self._store.change() as change:
            row, _ = _alive(change, sit)
            (counted,) = change.rows("SELECT groundings FROM sits WHERE id = :row", {"row": row})
            self._edit(change, row, groundings=cast("int", counted["groundings"]) + 1)

    def wrote(self, sit: str, page: int, rows: Sequence[Written]) -> None:
        """Keep what stands on a page of writing, in place of what stood there before.

        Args:
            sit: its id.
            page: index of the phase that is the page.
            rows: the page, or the phrases on it in order; empty when it is blank again.

        Raises:
            LogTrouble: ``scale-out-of-range`` or ``text-too-long``.
        """
        for one in rows:
            check_text(one.text)
            check_scale(one.rating)
        with self._store.change() as change:
            row, _ = _alive(change, sit)
            change.drop_page(row, page)
            change.add_children(
                "sit_writings",
                [
                    {**msgspec.structs.asdict(one), "sit": row, "page": page, "position": place}
                    for place, one in enumerate(rows)
                ],
            )
            self._edit(change, row)

    def finish(
        self, sit: str, ended: Ended, sat_seconds: float, heard: Sequence[SpokenCue] = ()
    ) -> Sit:
        """Write down how a sit ended. May be said again, the last word holds.

        Args:
            sit: its id.
            ended: how.
            sat_seconds: time sat in all.
            heard: cues spoken since the last touch.
        """
        with self._store.change() as change:
            row, _ = _alive(change, sit)
            _append(change, row, heard)
            self._edit(change, row, sat_seconds=sat_seconds, ended=ended.value)
        self._let_go(sit)
        return self.get(sit)

    def reflect(
        self,
        sit: str,
        *,
        intensity_after: int | None = None,
        able_to_be_with: int | None = None,
        note: str = "",
    ) -> Sit:
        """Keep what the person says afterwards, in place of anything said before.

        Raises:
            LogTrouble: ``scale-out-of-range`` or ``text-too-long``.
        """
        check_scale(intensity_after)
        check_scale(able_to_be_with)
        check_text(note)
        with self._store.change() as change:
            row, _ = _alive(change, sit)
            said = {"intensity_after": intensity_after, "able_to_be_with": able_to_be_with}
            (before,) = change.rows("SELECT note FROM sits WHERE id = :row", {"row": row})
            change.edit("sits", row, {**said, "note": note})
            rewritten = before["note"] not in ("", note)
            if rewritten:
                change.forget_words()
        if rewritten:
            self._store.sweep()
        return self.get(sit)

    def discard(self, sit: str) -> None:
        """Delete a sit truly, running or not; see `mindful.log.deleting.Deletions.erase`."""
        self.get(sit)
        self._deletions.erase([sit])
        self._let_go(sit)

    def recover(self) -> tuple[Sit, ...]:
        """Keep as interrupted what a crash or a power cut left unfinished on this device.

        A sit that a living copy of Mindful plays is left alone: while the lock is held, only
        the newest can be that.

        Returns:
            The sits kept, oldest first, each with the time that was sat.
        """
        unfinished = self._store.rows(
            "SELECT uuid FROM sits "
            "WHERE ended IS NULL AND begun_on = (SELECT device FROM device) ORDER BY id"
        )
        if unfinished and (self._playing.held or self.is_playing_elsewhere()):
            unfinished.pop()
        for row in unfinished:
            self._interrupt(str(row["uuid"]))
        return tuple(self.get(str(row["uuid"])) for row in unfinished)

    def get(self, sit: str) -> Sit:
        """One sit, running or not."""
        return get_sit(self._store, sit)

    def _add(self, change: Change, new: NewSit) -> str:
        began = new.started_at or self._clock()
        chosen = msgspec.structs.asdict(new)
        words = {table: chosen.pop(field) for table, field in _WORDS.items()}
        sit = uuid7(milliseconds_of(began), self._entropy)
        row = change.add(
            "sits",
            {
                **chosen,
                "uuid": sit,
                "begun_on": change.stamp.device,
                "started_at": written(began),
                "utc_offset": offset_of(began),
                "planned_seconds": None if new.minutes is None else new.minutes * 60,
                "sat_seconds": 0,
                "touched_at": written(self._clock()),
            },
        )
        for table, said in words.items():
            change.add_children(
                table,
                [{"sit": row, "position": place, "word": word} for place, word in enumerate(said)],
            )
        return sit

    def _interrupt(self, sit: str) -> None:
        with self._store.change() as change:
            row, ended = _alive(change, sit)
            if ended is None:  # It may have been finished since it was looked for.
                change.edit("sits", row, {"ended": Ended.INTERRUPTED.value})

    def _edit(self, change: Change, row: int, **values: Value) -> None:
        change.edit("sits", row, {**values, "touched_at": written(self._clock())})

    def _let_go(self, sit: str) -> None:
        if sit == self._running:
            self._running = None
            self._playing.release()


def _alive(change: Change, sit: str) -> tuple[int, str | None]:
    """The row of a sit that is kept, and how it ended."""
    rows = change.rows(
        "SELECT id, ended FROM sits WHERE uuid = :sit AND deleted_at IS NULL", {"sit": sit}
    )
    if not rows:
        raise LogTrouble("sit-unknown", id=sit)
    return cast("tuple[int, str | None]", tuple(rows[0].values()))


def _append(change: Change, row: int, cues: Sequence[SpokenCue]) -> None:
    (last,) = change.rows(
        "SELECT coalesce(max(position) + 1, 0) AS next FROM sit_cues WHERE sit = :row", {"row": row}
    )
    change.add_children(
        "sit_cues",
        [
            {"sit": row, "position": position, **msgspec.structs.asdict(cue)}
            for position, cue in enumerate(cues, cast("int", last["next"]))
        ],
    )
