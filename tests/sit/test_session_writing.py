"""Pages of writing in a session: going on, more time, and what was written in the lines to come."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from mindful.exercises.timeline import RATE, Cue, CueKind, Timeline
from mindful.log.records import Ended, Written
from mindful.sit import events as e
from mindful.sit.writing import Phrase, Writing, blank_page
from tests.sit.test_session import Stage

SENTENCE = "I always get this wrong"
STEPS = 3_000
"""Looks after which a sit that has not come to what is waited for is a failure."""


class Page:
    """A sit that has come to its first page of writing."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        stage.begin()
        self.cue = self.next_page()

    def next_page(self) -> Cue:
        """Leap on until another page opens."""
        seen = len(self.opened)
        for _ in range(STEPS):
            if len(self.opened) > seen:
                return self.opened[-1]
            self.stage.play(12)
        raise AssertionError("no page opened")

    @property
    def opened(self) -> list[Cue]:
        """The cues told of, in order."""
        return [cue for cue in self.stage.watcher.all("writing") if isinstance(cue, Cue)]

    @property
    def writing(self) -> Writing:
        """The page with nothing on it."""
        return blank_page(self.stage.session.timeline, self.cue)

    def write(self, text: str) -> None:
        """Write on it."""
        self.stage.session.wrote(msgspec.structs.replace(self.writing, text=text))

    def go_on(self) -> None:
        """Go on, and wait until the page is closed and the sit laid out anew."""
        plans = len(self.stage.watcher.all("planned"))
        self.stage.session.tell(e.WentOn(self.cue.start))
        self.stage.watcher.wait_for_another("planned", plans)

    def finish(self) -> list[str]:
        """Leap to the end; gives every caption."""
        for _ in range(STEPS):
            if self.stage.watcher.all("finished"):
                break
            self.stage.play(30)
        return [str(text) for text in self.stage.watcher.all("caption") if text]

    @property
    def kept(self) -> tuple[Written, ...]:
        """What the log has of it."""

        def read(log: object) -> tuple[Written, ...]:
            last = log.history.last()  # type: ignore[attr-defined]  # the log, loaded on its thread
            return log.history.writings(last.id)  # type: ignore[attr-defined,no-any-return]

        return self.stage.desk.submit(read).result()


@pytest.fixture
def critic(tmp_path: Path) -> Iterator[Page]:
    stage = Stage(tmp_path, "catch-the-critic", 10)
    yield Page(stage)
    stage.close()


@pytest.fixture
def believed(tmp_path: Path) -> Iterator[Page]:
    stage = Stage(tmp_path, "words-i-believe", 10)
    yield Page(stage)
    stage.close()


def frames_of(page: Page) -> int:
    """The length of the sit when it finished."""
    (told,) = page.stage.watcher.all("finished")
    assert isinstance(told, tuple)
    assert told[0] is Ended.FINISHED
    return round(float(told[1]) * RATE)


def assert_whole(page: Page) -> None:
    """No line twice, none over another, the closing strike at the end."""
    timeline = page.stage.session.timeline
    assert timeline.bells[-1].start == timeline.frames == frames_of(page)
    assert len({cue.line for cue in timeline.spoken}) == len(timeline.spoken)
    for one, other in itertools.pairwise(timeline.spoken):
        assert one.end <= other.start
    captions = [text for text in page.stage.watcher.all("caption") if text]
    assert captions == [cue.text for cue in timeline.spoken]


def test_going_on_shortens_the_sit_by_the_time_left(critic: Page) -> None:
    before = critic.stage.session.timeline
    critic.write(SENTENCE)
    critic.go_on()
    after = critic.stage.session.timeline
    frame = critic.stage.session.player.frame
    left = critic.cue.end - frame
    assert 0 <= before.frames - after.frames <= left
    assert before.frames - after.frames > left - 3 * RATE  # the sound that is on its way
    captions = critic.finish()
    assert_whole(critic)
    assert any(SENTENCE in text for text in captions)
    assert [row.text for row in critic.kept] == [SENTENCE]


def test_the_page_closes_by_itself_and_its_sentence_is_said(critic: Page) -> None:
    frames = critic.stage.session.timeline.frames
    critic.write(SENTENCE)
    captions = critic.finish()
    assert_whole(critic)
    assert frames_of(critic) == frames
    assert any(SENTENCE in text for text in captions)


def test_a_sentence_that_comes_late_is_said_where_it_still_can_be(critic: Page) -> None:
    critic.go_on()
    critic.stage.play(5)
    critic.write(SENTENCE)
    captions = critic.finish()
    assert_whole(critic)
    assert any(SENTENCE in text for text in captions)


def test_nothing_written_leaves_out_what_would_say_it(critic: Page) -> None:
    critic.go_on()
    captions = critic.finish()
    assert_whole(critic)
    assert captions
    assert not any("{" in text for text in captions)
    assert critic.kept == ()


def test_a_sentence_being_written_is_not_said_and_moves_nothing(critic: Page) -> None:
    before = [cue for cue in critic.stage.session.timeline.cues if cue.kind is CueKind.WRITE]
    critic.write(SENTENCE)
    for _look in range(2):  # the second is told when all that the first looks at is taken up
        critic.stage.play(1)
    spoken = critic.stage.session.timeline.spoken
    assert not any(SENTENCE in cue.text for cue in spoken)
    after = [cue for cue in critic.stage.session.timeline.cues if cue.kind is CueKind.WRITE]
    assert after[0] == before[0]


def test_lines_with_what_was_written_never_reach_the_disk(critic: Page) -> None:
    critic.write(SENTENCE)
    critic.go_on()
    spoken = critic.stage.session.timeline.spoken
    told = [cue.private for cue in spoken if SENTENCE in cue.text]
    assert told
    assert all(told)


def test_more_time_lengthens_page_and_sit(critic: Page) -> None:
    before = critic.stage.session.timeline
    plans = len(critic.stage.watcher.all("planned"))
    critic.stage.session.tell(e.Stayed(critic.cue.start, 60 * RATE))
    critic.stage.watcher.wait_for_another("planned", plans)
    after = critic.stage.session.timeline
    assert after.frames == before.frames + 60 * RATE
    assert critic.opened[-1].start == critic.cue.start
    assert critic.opened[-1].end == critic.cue.end + 60 * RATE
    critic.finish()
    assert_whole(critic)
    assert frames_of(critic) == before.frames + 60 * RATE


def test_going_on_twice_goes_on_once(critic: Page) -> None:
    critic.go_on()
    frames = critic.stage.session.timeline.frames
    critic.stage.session.tell(e.WentOn(critic.cue.start))
    critic.stage.session.tell(e.Stayed(critic.cue.start, 60 * RATE))
    critic.stage.tell(e.PausePressed())  # both are behind us
    assert critic.stage.session.timeline.frames == frames


def test_going_on_in_a_pause_plays_on(critic: Page) -> None:
    critic.stage.tell(e.PausePressed())
    critic.write(SENTENCE)
    turns = len(critic.stage.watcher.all("status"))
    critic.go_on()
    critic.stage.watcher.wait_for_another("status", turns)
    captions = critic.finish()
    assert_whole(critic)
    assert any(SENTENCE in text for text in captions)


def test_what_is_written_while_grounded_is_kept(critic: Page) -> None:
    critic.stage.tell(e.GroundingBegun())
    critic.write(SENTENCE)
    critic.stage.tell(e.GroundingEnded())
    assert critic.stage.session.player.page == critic.cue
    critic.stage.session.close()
    assert [row.text for row in critic.kept] == [SENTENCE]
    assert critic.stage.watcher.all("writing")[-1] is None


def test_every_page_is_kept_in_its_place(critic: Page) -> None:
    critic.write(SENTENCE)
    critic.go_on()
    critic.cue = critic.next_page()
    critic.write("I got one thing wrong")
    critic.go_on()
    critic.finish()
    assert_whole(critic)
    assert [(row.kind, row.text) for row in critic.kept] == [
        ("sentence", SENTENCE),
        ("note", "I got one thing wrong"),
    ]


def test_phrases_that_are_believed_are_said_and_the_others_only_kept(believed: Page) -> None:
    phrases = (Phrase("I can begin again", 8), Phrase("I am the best", 2), Phrase("I may rest"))
    believed.stage.session.wrote(msgspec.structs.replace(believed.writing, phrases=phrases))
    believed.stage.session.keep_phrases(("I can begin again",))
    believed.go_on()
    captions = believed.finish()
    assert_whole(believed)
    assert any("I can begin again" in text for text in captions)
    assert not any("I am the best" in text or "I may rest" in text for text in captions)
    assert [(row.text, row.rating) for row in believed.kept] == [
        ("I can begin again", 8),
        ("I am the best", 2),
        ("I may rest", None),
    ]
    profile = believed.stage.desk.submit(lambda log: log.profile.get("phrases")).result()
    assert profile == "I can begin again"


@pytest.mark.parametrize("wait", [1, 9, 30])
def test_going_on_at_any_moment_of_a_page(critic: Page, wait: int) -> None:
    left = (critic.cue.end - critic.stage.session.player.frame) / RATE
    critic.stage.play(min(wait, left - 4))
    critic.write(SENTENCE)
    critic.go_on()
    critic.finish()
    assert_whole(critic)


def test_a_timeline_told_is_the_one_that_plays(critic: Page) -> None:
    critic.go_on()
    last = critic.stage.watcher.all("planned")[-1]
    assert isinstance(last, Timeline)
    assert last == critic.stage.session.timeline
