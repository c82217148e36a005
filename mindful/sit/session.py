"""A sit in progress: carries out what the player asks, on a thread of its own.

The sound is laid out ahead in the mix and needs nobody to keep time; this thread follows it,
plans again as lines are made, and tells the log and the listener. A window that is busy, or
gone, changes nothing about the strikes.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

from mindful.audio.levels import Levels
from mindful.exercises.live import Change, patience
from mindful.exercises.timeline import RATE, Cue, Timeline
from mindful.log.records import Ended
from mindful.sit import events as e
from mindful.sit.course import Course
from mindful.sit.ending import LOOK_SECONDS, end_line, ring_out
from mindful.sit.lines import Lines
from mindful.sit.listener import Listener, tell
from mindful.sit.noticing import Notices
from mindful.sit.planning import AHEAD_FRAMES, Planning
from mindful.sit.player import Player, Status, advance
from mindful.sit.record import Record
from mindful.sit.sleep import never
from mindful.sit.sounding import Mixing, Sound
from mindful.sit.writing import Writing, page_of

SOON_FRAMES = 8 * RATE
"""So long before a page of writing ends, what stands on it is taken up by the lines after it."""


class Session:
    """One sit from Begin to the last strike's end.

    Args:
        course: what to say.
        mix: turns a timeline into sound, with the clips there are.
        sound: where it is played; closed by the session.
        lines: makes the spoken lines, or None for a sit without voice; closed by the session.
        record: the sit's way into the log.
        awake: keeps the machine awake while entered.
        listener: told of everything, on the session's thread.
        slept: seconds that the computer was asleep since it was asked last.
    """

    def __init__(
        self,
        course: Course,
        *,
        mix: Mixing,
        sound: Sound,
        lines: Lines | None,
        record: Record,
        awake: Callable[[], AbstractContextManager[object]],
        listener: Listener,
        slept: Callable[[], float] = never,
    ) -> None:
        self._course = course
        self._planning = Planning(course, lines)
        self._mix = mix
        self._sound = sound
        self._lines = lines
        self._record = record
        self._awake = awake
        self._listener = listener
        self._slept = slept
        self._notices = Notices(listener)
        self._events: queue.SimpleQueue[e.Event | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="sit", daemon=True)
        self._player = self._first(self._planning.estimate())
        self._planning.want(self.timeline, 0)
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
    def offers(self) -> frozenset[Change]:
        """What the person may ask for now: see `exercises.live`."""
        return self._course.offers(self.timeline, self._player.frame)

    @property
    def player(self) -> Player:
        """Where the sit stands."""
        return self._player

    def begin(self) -> None:
        """Start the sit."""
        self._thread.start()

    def tell(self, event: e.Event) -> None:
        """Pass on what the person did; Ground me silences at once, whatever the thread does."""
        if isinstance(event, e.GroundingBegun):
            self._sound.halt()
        self._events.put(event)

    def wrote(self, writing: Writing) -> None:
        """Keep what stands on a page now; lines to come take it up. Also after the sit's end."""
        self._record.wrote(writing)
        self._course.take(writing)

    def keep_phrases(self, phrases: Sequence[str]) -> None:
        """Keep phrases of the person's own for other sits."""
        self._record.keep_phrases(phrases)

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
        self._events.put(e.Stopped())
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
                self._player = self._first(self._planning.beginning())
                self._listener.planned(self.timeline)
                self._take(e.Begun())
                while self._player.status is not Status.ENDED:
                    self._turn()
                ring_out(self._sound, self._mix, self._player, self._events)
        except Exception:
            if self._player.status is not Status.ENDED:  # our mistake; what was sat is kept
                self._do(e.Finish(Ended.INTERRUPTED, self._player.seconds))
            raise
        finally:
            self._sound.close()
            if self._lines is not None:
                self._lines.close()

    def _first(self, timeline: Timeline) -> Player:
        return Player(timeline=timeline, open_ended=self._course.open_ended)

    def _turn(self) -> None:
        event = self._next_event()
        # Before the sound is looked at, so that nothing in it counts as sat.
        if slept := self._slept():
            self._take(e.Slept(slept))
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
        self._notices.heard(silent=self._sound.silent)
        self._take_up()
        if self._planning.lines_changed or self._planning.is_late(
            self.timeline, self._sound.rendered()
        ):
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
                self._notices.heard(silent=self._sound.silent)
            case e.PauseSound():
                self._sound.pause()
            case e.HaltSound():
                self._sound.halt()
                if self._player.status is Status.GROUNDING:
                    self._record.grounded()
            case e.ResumeSound():
                self._sound.resume()
                self._notices.went_on()
            case e.ShowCaption(cue=cue):
                self._record.heard(cue)
                self._listener.caption(cue)
            case e.OpenPage(cue=cue):
                self._open_page(cue)
            case e.GoOn() | e.Stay() | e.Alter() | e.Conclude():
                self._change_course(effect)
            case e.KeepSat(seconds=seconds):
                self._record.keep(seconds)
            case e.TellSleep(seconds=seconds):
                self._notices.slept(seconds)
            case e.Finish(ended=ended, seconds=seconds):
                self._record.finish(ended, seconds)
                self._listener.finished(ended, seconds)
            case _:
                tell(self._listener, effect)

    # The plan

    def _plan_again(self) -> None:
        """Lay out what is still to come; see `Planning.again`."""
        timeline = self._planning.again(self.timeline, self._sound.rendered())
        self._take(e.Replanned(timeline))
        self._sound.replace(self._mix(timeline).render)
        self._listener.planned(timeline)
        self._planning.want(timeline, self._player.frame)

    def _take_up(self) -> None:
        """Put what was written into the lines to come.

        What stands on an open page counts only shortly before its end, so that the lines that
        take it up can be made in time, and thoughts that are being written stay unspoken.
        """
        page = self._player.page
        if page is not None and page.end - self._player.frame <= SOON_FRAMES:
            page = None
        unfinished = None if page is None else page_of(self.timeline, page)
        if self._course.renew(self.timeline, self._reachable, unfinished):
            self._plan_again()

    @property
    def _reachable(self) -> int:
        """The first frame that can still change."""
        return self._sound.rendered() + AHEAD_FRAMES

    def _change_course(self, effect: e.GoOn | e.Stay | e.Alter | e.Conclude) -> None:
        match effect:
            case e.GoOn(cue=cue):
                self._go_on(cue)
            case e.Stay(cue=cue, more=more):
                page = page_of(self.timeline, cue)
                if self._course.stay(self.timeline, page, self._reachable, more):
                    self._plan_again()
            case e.Alter(change=change, minutes=minutes):
                self._alter(change, minutes)
            case e.Conclude():
                self._course.conclude(self.timeline, self._reachable)
                self._plan_again()

    def _open_page(self, cue: Cue) -> None:
        self._course.hold(self.timeline, page_of(self.timeline, cue), self._reachable)
        self._listener.writing(cue)

    def _go_on(self, cue: Cue) -> None:
        timeline, now = self.timeline, self._reachable
        self._course.renew(timeline, now)
        self._course.go_on(timeline, page_of(timeline, cue), now)
        self._plan_again()

    def _alter(self, change: Change, minutes: int) -> None:
        if change not in self._course.offers(self.timeline, self._reachable):
            return
        if (wait := patience(change)) is not None:
            self._take(e.Replanned(end_line(self._sound, self._mix, self.timeline, wait)))
        altered = self._course.alter(change, self.timeline, self._reachable, minutes)
        self._plan_again()
        if altered:
            self._listener.changed(change)
