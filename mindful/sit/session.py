"""A sit in progress: carries out what the player asks, on a thread of its own.

The sound is laid out ahead in the mix and needs nobody to keep time; this thread follows it,
plans again as lines are made, and tells the log and the listener. A window that is busy, or
gone, changes nothing about the strikes.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager

from mindful.audio.levels import Levels
from mindful.exercises import rules
from mindful.exercises.plan import estimated, plan
from mindful.exercises.script import Script
from mindful.exercises.timeline import RATE, Timeline
from mindful.sit import events as e
from mindful.sit.lines import Lines, Wanted
from mindful.sit.listener import Listener
from mindful.sit.player import Player, Status, advance
from mindful.sit.record import Record
from mindful.sit.sounding import Mixing, Sound

LOOK_SECONDS = 0.05
"""How often the sound is looked at, in seconds."""

AHEAD_FRAMES = RATE * 6 // 10
"""Frames beyond what is rendered that are left as they are: rendering goes on meanwhile."""

LATE_FRAMES = RATE
"""A line that is not made this many frames before rendering reaches it moves later."""

SETTLED_FRAMES = round(rules.SETTLING[1] * RATE)
"""Where the first line begins at the latest, and does begin while its sound is not made yet."""


class Session:
    """One sit from Begin to the last strike's end.

    Args:
        script: what to say.
        mix: turns a timeline into sound, with the clips there are.
        sound: where it is played; closed by the session.
        lines: makes the spoken lines, or None for a sit without voice; closed by the session.
        record: the sit's way into the log.
        awake: keeps the machine awake while entered.
        listener: told of everything, on the session's thread.
    """

    def __init__(
        self,
        script: Script,
        *,
        mix: Mixing,
        sound: Sound,
        lines: Lines | None,
        record: Record,
        awake: Callable[[], AbstractContextManager[object]],
        listener: Listener,
    ) -> None:
        self._script = script
        self._mix = mix
        self._sound = sound
        self._lines = lines
        self._record = record
        self._awake = awake
        self._listener = listener
        self._events: queue.SimpleQueue[e.Event | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="sit", daemon=True)
        self._player = Player(timeline=plan(script, estimated))
        self._want_lines()
        self._planned_version = 0
        self._was_silent = False
        self._remix = threading.Event()

    # For any thread

    @property
    def timeline(self) -> Timeline:
        """The plan as it stands."""
        return self._player.timeline

    @property
    def sit(self) -> str | None:
        """The sit's id in the log, or None while it could not be written."""
        return self._record.sit

    @property
    def player(self) -> Player:
        """Where the sit stands."""
        return self._player

    def begin(self) -> None:
        """Start the sit."""
        self._thread.start()

    def tell(self, event: e.Event) -> None:
        """Pass on what the person did."""
        self._events.put(event)

    def set_levels(self, levels: Levels) -> None:
        """Play on at these levels, from the first frame that is not rendered yet."""
        self._mix.set_levels(levels, self._sound.rendered() + AHEAD_FRAMES)
        self._remix.set()

    def leave(self) -> None:
        """Let the last strike ring no longer."""
        self._events.put(None)

    def close(self) -> None:
        """End the sit if it still runs, keep what was sat, and wait for the thread."""
        if self._thread.ident is None:
            self._sound.close()
            if self._lines is not None:
                self._lines.close()
            return
        self._events.put(e.EndConfirmed())
        self._events.put(None)
        self._thread.join()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until the sit is over and has rung out; False when `timeout` seconds pass first."""
        self._thread.join(timeout)
        return not self._thread.is_alive()

    # The sit's own thread

    def _run(self) -> None:
        try:
            with self._awake():
                self._record.begin()
                self._plan_the_beginning()
                self._listener.planned(self.timeline)
                self._take(e.Begun())
                while self._player.status is not Status.ENDED:
                    self._turn()
                self._ring_out()
        finally:
            self._sound.close()
            if self._lines is not None:
                self._lines.close()

    def _turn(self) -> None:
        event = self._next_event()
        if event is not None:
            self._take(event)
        if self._player.status is Status.PLAYING:
            self._look()

    def _next_event(self) -> e.Event | None:
        try:
            return self._events.get(timeout=LOOK_SECONDS)
        except queue.Empty:
            return None

    def _look(self) -> None:
        """Follow the sound: where it is, whether it is heard, whether lines came in or are late."""
        frame = self._sound.position()
        self._take(e.Reached(frame))
        if self._player.status is not Status.PLAYING:
            return
        self._listener.reached(frame)
        self._tell_of_silence()
        if self._lines_changed() or self._next_line_is_late():
            self._plan_again()
        elif self._remix.is_set():
            self._remix.clear()
            self._sound.replace(self._mix(self.timeline).render)

    def _take(self, event: e.Event) -> None:
        before = self._player.status
        self._player, effects = advance(self._player, event)
        for effect in effects:
            self._do(effect)
        if self._player.status is not before:
            self._listener.status(self._player.status)

    def _do(self, effect: e.Effect) -> None:
        match effect:
            case e.StartSound():
                self._sound.start(self._mix(self.timeline).render)
                self._tell_of_silence()
            case e.PauseSound():
                self._sound.pause()
            case e.HaltSound():
                self._sound.halt()
                self._record_grounding()
            case e.ResumeSound():
                self._sound.resume()
            case e.ShowCaption(cue=cue):
                self._record.heard(cue)
                self._listener.caption(cue)
            case e.ClearCaption():
                self._listener.caption(None)
            case e.EnterPhase(name=name):
                self._listener.phase(name)
            case e.RingBell(cue=cue):
                self._listener.bell(cue)
            case e.EnterBreath(cue=cue):
                self._listener.breath(cue)
            case e.KeepSat(seconds=seconds):
                self._record.keep(seconds)
            case e.AskToEnd():
                pass  # the status tells the listener
            case e.Finish(ended=ended, seconds=seconds):
                self._record.finish(ended, seconds)
                self._listener.finished(ended, seconds)
            case _:
                msg = f"unknown effect {effect!r}"
                raise TypeError(msg)

    def _record_grounding(self) -> None:
        if self._player.status is Status.GROUNDING:
            self._record.grounded()

    # Lines

    def _plan_the_beginning(self) -> None:
        """Lay out with the lines made by now; the first one, while it is not, waits its longest."""
        if self._lines is None:
            return
        self._planned_version = self._lines.version
        first = self.timeline.spoken[:1]
        pending = any(self._lines.pending(cue.text) for cue in first)
        timeline = plan(self._script, self._lines.frames, earliest=SETTLED_FRAMES * pending)
        self._player = Player(timeline=timeline)

    def _want_lines(self) -> None:
        if self._lines is not None:
            coming = [cue for cue in self.timeline.spoken if cue.start >= self._player.frame]
            self._lines.want([Wanted(cue.text, cue.private) for cue in coming])

    def _lines_changed(self) -> bool:
        return self._lines is not None and self._lines.version != self._planned_version

    def _next_line_is_late(self) -> bool:
        if self._lines is None:
            return False
        rendered = self._sound.rendered()
        for cue in self.timeline.spoken:
            if cue.start >= rendered:
                return cue.start < rendered + LATE_FRAMES and self._lines.pending(cue.text)
        return False

    def _plan_again(self) -> None:
        """Lay out what is still to come with the lengths known by now.

        Nothing moves that is rendered already. A line that is due and not made waits a second.
        """
        assert self._lines is not None
        self._planned_version = self._lines.version
        now = self._sound.rendered() + AHEAD_FRAMES
        earliest = now + LATE_FRAMES if self._next_line_is_late() else now
        timeline = plan(
            self._script, self._lines.frames, held=self.timeline, now=now, earliest=earliest
        )
        self._take(e.Replanned(timeline))
        self._sound.replace(self._mix(timeline).render)
        self._listener.planned(timeline)
        self._want_lines()

    # Sound

    def _tell_of_silence(self) -> None:
        silent = self._sound.silent
        if silent != self._was_silent:
            self._was_silent = silent
            self._listener.notice("sound-stopped" if silent else "sound-back")

    def _ring_out(self) -> None:
        """Let the last strike ring to its end, or until the person leaves."""
        end = self._mix(self.timeline).frames_with_tail
        finished = self._player.frame >= self.timeline.frames
        while (finished and self._sound.position() < end) or self._sound.fading:
            try:
                left = self._events.get(timeout=LOOK_SECONDS) is None
            except queue.Empty:
                left = False
            if left or self._sound.silent:
                return
