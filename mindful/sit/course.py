"""The course of a sit: its script, which changes as the person writes, goes on, or asks for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from mindful.exercises import changing, live
from mindful.exercises.announcing import announced
from mindful.exercises.answers import Answers
from mindful.exercises.bridges import Bridges
from mindful.exercises.estimate import line_frames
from mindful.exercises.live import LOWER, MINUTE, Change
from mindful.exercises.model import Density
from mindful.exercises.plan import plan
from mindful.exercises.script import Script
from mindful.exercises.timeline import Cue, Timeline
from mindful.exercises.whereabouts import Whereabouts
from mindful.sit.open_ended import concluded, opened
from mindful.sit.writing import Writing

MAY_BE = (0.4, 0.7, 1.0, 1.4, 2.0)
"""Lengths of clips against their estimates with which what a change makes of a sit is looked at.

Short clips leave more silence; beside long ones there is no time for lines that would fill it.
"""


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """What a sit is composed from, where that has changed since it was chosen.

    Attributes:
        answers: what lines take up.
        minutes: length to compose for, None for the one chosen; the exercise's own limits hold.
        lengths: minutes by phase: those that had begun keep what they began with.
        density: how much is spoken, None for what was chosen.
    """

    answers: Answers
    minutes: int | None = None
    lengths: tuple[int, ...] = ()
    density: Density | None = None


Compose = Callable[[Version, Sequence[Cue]], Script]
"""Composes the sit anew, given the ``say`` cues that have begun."""


class Course:
    """What a sit will say, as far as it is known now.

    `take` and `offers` may be called from any thread, everything else from the sit's own.

    Args:
        compose: composes the sit, at first and again.
        answers: given before the sit.
        closing: strikes that end a sit which is open-ended; None for one that has a length.
        longest: minutes to which it can be lengthened.
        bridges: words that lead from one course to another; None for none.

    Attributes:
        script: what is said.
    """

    def __init__(
        self,
        compose: Compose,
        answers: Answers,
        closing: int | None = None,
        *,
        longest: int = live.LONGEST,
        bridges: Bridges | None = None,
    ) -> None:
        self._compose = compose
        self._closing = closing
        self._longest = longest * MINUTE
        self._bridges = bridges
        self._first = answers
        self._version = Version(answers=answers)
        self._written: dict[int, Writing] = {}
        self._news = False
        self.script = self._composed(self._version, ())

    @property
    def open_ended(self) -> bool:
        """Whether it lasts until the person ends it."""
        return self._closing is not None

    def conclude(self, timeline: Timeline, now: int) -> None:
        """An open-ended sit ends at `now`, with its closing strikes."""
        assert self._closing is not None
        self.script = concluded(self.script, timeline, now, self._closing)

    # Writing

    def take(self, writing: Writing) -> None:
        """Something was written; `renew` takes it up."""
        self._written[writing.page] = writing
        self._news = True

    def renew(self, timeline: Timeline, now: int, unfinished: int | None = None) -> bool:
        """Compose again where what was written changes anything; whether it did.

        Args:
            timeline: as it plays.
            now: what begins before this frame stays as it is.
            unfinished: a page that is still being written on, so nothing is taken from it.
        """
        if not self._news:
            return False
        self._news = unfinished is not None
        answers = self._first
        for page, writing in sorted(self._written.items()):
            if page != unfinished:
                answers = writing.answered(answers)
        if answers == self._version.answers:
            return False
        self._compose_again(timeline, now, answers=answers)
        self._mend(timeline, now)
        return True

    def hold(self, timeline: Timeline, page: int, now: int) -> None:
        """A page that has opened ends where it is planned to, whatever else moves."""
        self.stay(timeline, page, now, 0)

    def go_on(self, timeline: Timeline, page: int, now: int) -> bool:
        """The page ends at `now` and shortens the sit; False when it is over by then."""
        if changing.playing(timeline, now) != page:
            return False
        self.script = changing.gone_on(self.script, timeline, now)
        self._mend(timeline, now)
        return True

    def stay(self, timeline: Timeline, page: int, now: int, frames: int) -> bool:
        """The page lasts `frames` longer, and so does the sit; False when it is over by `now`."""
        if changing.playing(timeline, now) != page:
            return False
        self.script = changing.stayed(self.script, timeline, now, frames)
        return True

    # What a person may ask for

    def offers(self, timeline: Timeline, now: int) -> frozenset[Change]:
        """What makes sense now; see `live`."""
        if self.open_ended and self.script.bells.closing == 0:
            return live.offered(self.script, timeline, now, 0)
        return live.offered(self.script, timeline, now, self._longest)

    def alter(self, change: Change, timeline: Timeline, now: int, minutes: int = 1) -> bool:
        """Change the course; False where that makes no sense now.

        Args:
            change: what is asked for.
            timeline: as it plays, a line that is to end early ended (`changing.cut`).
            now: what begins before this frame stays as it is.
            minutes: how many more, for `Change.LONGER`; as many as there may be.
        """
        if change not in self.offers(timeline, now):
            return False
        if change is Change.LONGER:
            self._lengthen(timeline, now, minutes * MINUTE)
        elif change is Change.QUIETER:
            self._compose_again(timeline, now, density=LOWER[self.script.density])
            self.script = live.quieted(self._at(timeline, now), self._bridges)
        elif change is Change.STAY:
            self.script = live.stayed_here(self._at(timeline, now), self._bridges)
        else:
            self.script = self._turned(change, self._at(timeline, now))
        self._keep_from_contact(timeline, now)
        self._mend(timeline, now)
        return True

    def _keep_from_contact(self, timeline: Timeline, now: int) -> None:
        """Words to an anchor, where the change would keep the person near a feeling too long."""
        if self._bridges is None or self._at(timeline, now).contact_since is None:
            return
        if any(self._planned(timeline, now, share).contact_lasts for share in MAY_BE):
            self.script = live.anchored(self._at(timeline, now), self._bridges)

    def _mend(self, timeline: Timeline, now: int) -> None:
        """Until names are apart and silences announced; each moves lines, and never for long."""
        before = None
        while before is not self.script:
            before = self.script
            self._keep_names_apart(timeline, now)
            self._keep_announced(timeline, now)

    def _keep_announced(self, timeline: Timeline, now: int) -> None:
        """Every change may leave silences longer than what was to be said in them."""
        if self._bridges is None or not self.script.capped:
            return
        for share in MAY_BE:
            before = None
            while before is not self.script:
                before = self.script
                planned = self._planned(timeline, now, share)
                self.script = announced(planned, self._bridges)

    def _keep_names_apart(self, timeline: Timeline, now: int) -> None:
        """Every change moves lines, and may bring two that say the name together."""
        if any(line.named for line in self.script.lines):
            self.script = live.names_apart(self._planned(timeline, now))

    def _turned(self, change: Change, at: Whereabouts) -> Script:
        if change is Change.FINISH:
            script = self._closed(at.script)
            return live.finishing(Whereabouts(script, at.timeline, at.now), self._bridges)
        if change is Change.AHEAD:
            return live.gone_ahead(at)
        if change is Change.GENTLER and self._bridges is not None:
            return live.gentled(at, self._bridges)
        return live.repeated(at)

    def _lengthen(self, timeline: Timeline, now: int, frames: int) -> None:
        room = (self._longest - self.script.frames) // MINUTE * MINUTE
        frames = min(frames, room)
        minutes = -(-(self.script.frames + frames) // MINUTE)
        self._compose_again(timeline, now, minutes=minutes)
        self.script = live.lengthened(self._at(timeline, now), frames)

    def _at(self, timeline: Timeline, now: int) -> Whereabouts:
        return Whereabouts(self.script, timeline, now)

    def _planned(self, timeline: Timeline, now: int, share: float = 1.0) -> Whereabouts:
        """Where the sit stands, with all that is to come as the script has it now.

        Clips are `share` as long as their estimates.
        """

        def length(text: str) -> int:
            return round(line_frames(text, self.script.pace) * share)

        planned = plan(self.script, length, held=timeline, now=now)
        return Whereabouts(self.script, planned, now)

    def _closed(self, script: Script) -> Script:
        """An open-ended sit that is to finish has its closing strikes."""
        if self._closing is None:
            return script
        bells = msgspec.structs.replace(script.bells, closing=self._closing)
        return msgspec.structs.replace(script, bells=bells)

    # Composing

    def _compose_again(
        self,
        timeline: Timeline,
        now: int,
        *,
        answers: Answers | None = None,
        minutes: int | None = None,
        density: Density | None = None,
    ) -> None:
        """Compose anew what is still to come, keeping every change made so far."""
        before = self._version
        lengths = before.lengths
        if minutes is not None:
            kept = lengths or (self.script.minutes,) * len(self.script.phases)
            begun = changing.playing(timeline, now) + 1
            lengths = (*kept[:begun], *(minutes for _ in kept[begun:]))
        self._version = Version(
            answers=before.answers if answers is None else answers,
            minutes=before.minutes if minutes is None else minutes,
            lengths=lengths,
            density=before.density if density is None else density,
        )
        begun_cues = [cue for cue in timeline.spoken if cue.start < now]
        composed = self._composed(self._version, begun_cues)
        self.script = changing.renewed(composed, self.script)

    def _composed(self, version: Version, spoken: Sequence[Cue]) -> Script:
        script = self._compose(version, spoken)
        return opened(script) if self.open_ended else script
