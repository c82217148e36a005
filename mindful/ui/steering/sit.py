"""The sit's steering: from the session's signals to the page, from the page to the session."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from mindful.audio.levels import Levels as SoundLevels
from mindful.change_words import changed_words
from mindful.exercises.live import Change
from mindful.exercises.timeline import RATE, Cue, Timeline
from mindful.log.records import Ended
from mindful.parts import Parts
from mindful.sit import events
from mindful.sit.breathing import breath_of
from mindful.sit.choice import SILENT, Choice
from mindful.sit.player import Status
from mindful.sit.session import Session
from mindful.sitting import new_session
from mindful.ui.bridge import SitBridge
from mindful.ui.pages.sit import SitPage
from mindful.ui.sit_models import Levels, SitView
from mindful.ui.steering.writing import WritingSteering
from mindful.wording import notice

HOUR_FRAMES = 3600 * RATE
"""One turn of the ring where a sit has no length."""


def same_breath(breath: Cue, timeline: Timeline) -> Cue | None:
    """A paced breath as it lies in another plan, None where it is not in it."""
    same = (cue for cue in timeline.cues if cue.kind is breath.kind and cue.start == breath.start)
    return next(same, None)


class SitSteering:
    """One sit in the window.

    Args:
        page: the page it is shown on.
        parts: the parts of the program.
        choice: what is sat.
        now: tells the present moment with its zone.
        over: called once, when the sit has ended; its last strike may still ring.
    """

    def __init__(
        self,
        page: SitPage,
        parts: Parts,
        choice: Choice,
        now: Callable[[], datetime],
        over: Callable[[SitSteering, Ended, float], None],
    ) -> None:
        self._page = page
        self._parts = parts
        self.choice = choice
        self._over = over
        self.began = now()
        self._bridge = SitBridge(self, page)
        self._status = Status.PREPARING
        self._breath: Cue | None = None
        self.session: Session = new_session(parts, choice, self._bridge)
        self._writing = WritingSteering(page, self.session, choice.answers.own_phrases)
        self._timeline = self.session.timeline
        self._frame = 0
        self._show()
        self._connect()
        self.session.begin()

    @property
    def running(self) -> bool:
        """Whether the sit has not ended."""
        return self._status is not Status.ENDED

    def ground(self) -> None:
        """Fall silent at once, for Ground me."""
        self.session.tell(events.GroundingBegun())

    def back(self) -> None:
        """Come back from Ground me."""
        self.session.tell(events.GroundingEnded())

    def ask_end(self) -> None:
        """The person wishes to end; within the first minute that is enough."""
        self.session.tell(events.EndAsked())

    def close(self) -> None:
        """End what still runs, keep what was sat, and listen no longer."""
        self._writing.close()
        self._disconnect()
        self._bridge.close()
        self.session.close()
        self._bridge.deleteLater()

    def _show(self) -> None:
        settings = self._parts.settings
        levels = self.choice.levels
        self._page.set_view(
            SitView(
                title=self.choice.exercise.title,
                levels=Levels(levels.voice, levels.bell, levels.ambience),
                ambience=""
                if self.choice.ambience == SILENT
                else dict(self._parts.ambience_options()).get(self.choice.ambience, ""),
                captions=settings.captions,
                time_shown=settings.show_time,
                controls_fade=settings.fade_controls,
                announce_captions=self.choice.voice is None,
                counts_up=self.choice.open_ended,
                time_addable=Change.LONGER in self.session.offers,
                single_keys=settings.single_keys,
            )
        )
        self._page.set_time_left(0 if self.choice.open_ended else self.choice.minutes * 60)
        self.planned(self.session.timeline)

    def _connect(self) -> None:
        page = self._page
        page.pause_toggled.connect(self._toggle_pause)
        page.end_asked.connect(self.ask_end)
        page.end_confirmed.connect(self._confirm)
        page.end_declined.connect(self._decline)
        page.minutes_added.connect(self._add)
        page.change_asked.connect(self._ask)
        page.levels_changed.connect(self._set_levels)
        page.captions_toggled.connect(self._keep_captions)
        page.time_hidden.connect(self._keep_time)

    def _disconnect(self) -> None:
        page = self._page
        page.pause_toggled.disconnect(self._toggle_pause)
        page.end_asked.disconnect(self.ask_end)
        page.end_confirmed.disconnect(self._confirm)
        page.end_declined.disconnect(self._decline)
        page.minutes_added.disconnect(self._add)
        page.change_asked.disconnect(self._ask)
        page.levels_changed.disconnect(self._set_levels)
        page.captions_toggled.disconnect(self._keep_captions)
        page.time_hidden.disconnect(self._keep_time)

    # From the session: a listener

    def planned(self, timeline: Timeline) -> None:
        """The bells stand on the ring; the sit may have become longer or shorter."""
        self._timeline = timeline
        self.reached(self._frame)
        bells = () if self.choice.open_ended else timeline.bells
        self._page.set_bells(tuple(cue.start / timeline.frames for cue in bells))
        self._breath = self._breath and same_breath(self._breath, timeline)
        self._offer()

    def _offer(self) -> None:
        """What can be changed now: other lines, another phase or a page make it something else."""
        self._page.set_offers(self.session.offers)

    def status(self, status: Status) -> None:
        """The sit stands elsewhere."""
        self._status = status
        self._page.set_paused(paused=status in {Status.PAUSED, Status.ASKING})
        if status is Status.ASKING:
            self._page.ask_end()

    def reached(self, frame: int) -> None:
        """Time, ring, page of writing and paced orb follow."""
        self._frame = frame
        self._writing.reached(frame)
        if self.choice.open_ended:
            self._page.set_time_left(frame / RATE)
            self._page.set_progress(frame % HOUR_FRAMES / HOUR_FRAMES)
        else:
            self._page.set_time_left(max(0.0, (self._timeline.frames - frame) / RATE))
            self._page.set_progress(min(1.0, frame / self._timeline.frames))
        if self._breath is None:
            return
        if frame < self._breath.end:
            paced = breath_of(self._breath.steps)
            self._page.set_breath(paced, (frame - self._breath.start) / RATE)
        else:
            self._breath = None
            self._page.set_breath(None)

    def caption(self, cue: Cue | None) -> None:
        """A line begins, or is over."""
        if cue is None:
            self._page.set_caption("")
        else:
            self._page.set_caption(cue.text, (cue.end - cue.start) / RATE)
        self._offer()

    def phase(self, name: str) -> None:
        """Another phase."""
        self._page.set_phase(name)
        self._offer()

    def bell(self, _cue: Cue) -> None:
        """A strike ripples."""
        self._page.ring_bell()

    def breath(self, cue: Cue) -> None:
        """A stretch of paced breath begins."""
        self._breath = cue

    def writing(self, cue: Cue | None) -> None:
        """A page of writing opens, moves its end, or is over."""
        self._writing.show(cue, self._timeline, self._frame)

    def changed(self, change: Change) -> None:
        """The sit has taken the course that was asked for."""
        self._page.tell(changed_words(change))
        self._offer()

    def notice(self, code: str, seconds: float = 0.0) -> None:
        """A quiet line above the controls."""
        self._page.set_notice(notice(code, seconds))

    def finished(self, ended: Ended, seconds: float) -> None:
        """The sit is over."""
        self._over(self, ended, seconds)

    # From the page

    def _toggle_pause(self) -> None:
        self.session.tell(events.PausePressed())

    def _add(self, minutes: int) -> None:
        self.session.tell(events.Asked(Change.LONGER, minutes))

    def _ask(self, change: Change) -> None:
        self.session.tell(events.Asked(change))

    def _confirm(self) -> None:
        self.session.tell(events.EndConfirmed())

    def _decline(self) -> None:
        self.session.tell(events.EndDeclined())

    def _set_levels(self, levels: Levels) -> None:
        self.session.set_levels(
            SoundLevels(voice=levels.voice, bell=levels.bell, ambience=levels.ambience)
        )
        self._parts.remember(
            voice_level=levels.voice, bell_level=levels.bell, ambience_level=levels.ambience
        )

    def _keep_captions(self, shown: bool) -> None:
        self._parts.remember(captions=shown)

    def _keep_time(self, hidden: bool) -> None:
        self._parts.remember(show_time=not hidden)
