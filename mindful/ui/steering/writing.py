"""The steering of a page of writing: what is typed goes to the session, again and again."""

from __future__ import annotations

import msgspec

from mindful.exercises.timeline import RATE, Cue, Timeline
from mindful.sit import events
from mindful.sit.session import Session
from mindful.sit.writing import Phrase, Writing, blank_page, is_sayable
from mindful.ui.pages.sit import SitPage
from mindful.ui.sit_models import RatedPhrase, WritingView
from mindful.wording import _

TO_FILL = "…"
"""What a prompt has where the person is to fill in words: such a prompt stands on the paper too."""


class WritingSteering:
    """The pages of writing of one sit.

    Args:
        page: the sit's page, which holds the card that is written on.
        session: the sit.
        phrases: the person's own that they brought along, to be rated.
    """

    def __init__(self, page: SitPage, session: Session, phrases: tuple[str, ...]) -> None:
        self._page = page
        self._card = page.writing
        self._session = session
        self._phrases = phrases
        self._cue: Cue | None = None
        self._writing: Writing | None = None
        self._earlier: list[Writing] = []
        self._card.drafted.connect(self._draft)
        self._card.went_on.connect(self._go_on)
        self._card.more_wanted.connect(self._stay)

    def show(self, cue: Cue | None, timeline: Timeline, frame: int) -> None:
        """A page opens, or its end has moved, or (None) it is over."""
        if cue is None:
            self._leave()
        elif self._cue is None:
            self._open(cue, timeline)
        self._cue = cue
        self.reached(frame)

    def reached(self, frame: int) -> None:
        """The time left for the page."""
        if self._cue is not None:
            self._card.set_seconds_left((self._cue.end - frame) / RATE)

    def close(self) -> None:
        """Keep what was typed, and listen no longer."""
        self._leave()
        self._card.drafted.disconnect(self._draft)
        self._card.went_on.disconnect(self._go_on)
        self._card.more_wanted.disconnect(self._stay)

    def _open(self, cue: Cue, timeline: Timeline) -> None:
        self._writing = blank_page(timeline, cue)
        rated = cue.keeps == "phrases"
        self._card.begin(
            WritingView(
                prompt=cue.prompt,
                hint=cue.prompt if TO_FILL in cue.prompt else "",
                earlier="\n\n".join(map(_read, self._earlier)),
                rated=rated,
                phrases=tuple(map(RatedPhrase, self._phrases)) if rated else (),
            )
        )
        self._page.show_writing(shown=True)

    def _leave(self) -> None:
        """The page is over: what stands on it is kept, and can be read on the next ones."""
        if self._writing is None:
            return
        self._card.hand_over()
        left, self._writing, self._cue = self._writing, None, None
        if left.rows:
            self._earlier.append(left)
        if left.believed and self._card.phrases.keep.isChecked():
            self._session.keep_phrases(left.believed)
        self._page.show_writing(shown=False)

    def _draft(self) -> None:
        if self._writing is None:
            return
        phrases = tuple(Phrase(one.text, one.rating) for one in self._card.rated)
        self._writing = msgspec.structs.replace(
            self._writing, text=self._card.words, phrases=phrases
        )
        self._session.wrote(self._writing)
        self._card.set_hint(self._hint(self._writing))

    def _hint(self, writing: Writing) -> str:
        if writing.kind != "sentence" or not writing.rows or is_sayable(writing.text):
            return ""
        return _("Kept as you wrote it. It’s too long for the voice to say.")

    def _go_on(self) -> None:
        if self._cue is not None:
            self._card.hand_over()
            self._session.tell(events.WentOn(self._cue.start))

    def _stay(self, minutes: int) -> None:
        if self._cue is not None:
            self._session.tell(events.Stayed(self._cue.start, minutes * 60 * RATE))


def _read(writing: Writing) -> str:
    """An earlier page, to be read again."""
    return "\n".join(row.text for row in writing.rows)
