"""Write a sit to a file: voice, plan, mix, file, tags, captions, put together from the parts."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator

import msgspec

from mindful.audio.file_kinds import file_kind
from mindful.audio.headroom import Headroom
from mindful.audio.sound_writer import SoundWriter
from mindful.audio.tagging import Chapter, Tags, tag
from mindful.exercises.plan import estimated, plan
from mindful.exercises.script import Script
from mindful.exercises.timeline import RATE, Timeline
from mindful.parts import Parts
from mindful.rendering_job import Order, Stage
from mindful.sit.captions_file import captions
from mindful.sit.choice import Choice
from mindful.sit.composing import composed
from mindful.sit.forecast import Forecast
from mindful.sit.lines import Lines, wanted
from mindful.sit.new_files import NewFiles, check_places
from mindful.sit.render import Cancelled, render
from mindful.sit.scoring import Scoring
from mindful.wording import _, length_words

LOOK_SECONDS = 0.1
"""How often it is seen whether the voice has got on, or nobody wants the file any more."""

ARTIST = "Mindful"


class Rendered(msgspec.Struct, frozen=True, kw_only=True):
    """What was written.

    Attributes:
        timeline: with the times really used.
        frames: of the sound file, the tail of the last strike included.
        unspoken: lines that could not be spoken; they stand in the captions only.
        notices: codes of what the person should be told, for `wording.notice`.
    """

    timeline: Timeline
    frames: int
    unspoken: int
    notices: tuple[str, ...] = ()


Told = Callable[[Stage, float, float], None]
"""Hears how far it is: the stage, the share of all that is done, and the seconds left."""


def render_sit(
    parts: Parts,
    order: Order,
    told: Told,
    cancelled: Callable[[], bool],
    clock: Callable[[], float] = time.monotonic,
) -> Rendered:
    """Write a sit to a file. Nothing goes to the log: it is no sit.

    Args:
        parts: voice, bells and the date.
        order: what, and where to.
        told: hears of progress, several times a second.
        cancelled: asked as often.
        clock: monotonic seconds, for the forecast.

    Raises:
        Cancelled: `cancelled` said so; nothing was left behind.
        Trouble: the files cannot be written (`NewFiles`, `file_kind`, `SoundWriter`), or no line
            at all can be spoken; nothing was left behind.
    """
    kind = file_kind(order.output)
    check_places(order.places, replace=order.replace)
    script = composed(order.choice)
    course = _Course(order.choice, script, told, clock)
    new_files = NewFiles(order.places, replace=order.replace)
    with new_files as files, _lines(parts, order.choice) as lines:
        if lines is not None:
            _make_voice(script, lines, course, cancelled)
        timeline = plan(script, estimated if lines is None else lines.frames)
        scoring = Scoring(order.choice, parts.rack, lines)
        mix = scoring(timeline)
        course.frames = mix.frames_with_tail
        with SoundWriter(files[0], kind) as writer:
            shaped = Headroom(mix.render) if kind.lossy else mix
            render(shaped, course.frames, writer, course.written, cancelled)
        tag(files[0], kind, _tags(parts, order.choice, timeline, course.frames))
        for file in files[1:]:
            file.write(captions(timeline).encode())
        new_files.commit()
    return Rendered(
        timeline=timeline,
        frames=course.frames,
        unspoken=0 if lines is None else _unspoken(lines, timeline),
        notices=scoring.notices,
    )


class _Course:
    """How far it is, told as it goes.

    Attributes:
        frames: of the sound file, once that is known.
    """

    def __init__(
        self, choice: Choice, script: Script, told: Told, clock: Callable[[], float]
    ) -> None:
        lines = () if choice.voice is None else script.lines
        self._seconds = {line.text: line.frames / RATE for line in lines}
        self._told = told
        self._clock = clock
        speech = sum(self._seconds.values())
        self._forecast = Forecast(speech, choice.minutes * 60, clock())
        self.frames = 0

    def made(self, lines: Lines) -> None:
        """Some lines are made, or given up."""
        seconds = self._seconds.items()
        made = sum(length for text, length in seconds if not lines.pending(text))
        self._forecast.made(made, self._clock())
        self._told("voice", self._forecast.share, self._forecast.seconds_left)

    def written(self, frames: int) -> None:
        """So many frames are written."""
        self._forecast.written(frames / RATE, self.frames / RATE, self._clock())
        self._told("sound", self._forecast.share, self._forecast.seconds_left)


@contextlib.contextmanager
def _lines(parts: Parts, choice: Choice) -> Iterator[Lines | None]:
    """What makes the lines, or None for a sit without voice; ended at once when all is off."""
    if choice.voice is None:
        yield None
        return
    # Without lingering: when the last line is made, the voice gives its memory back.
    lines = Lines(parts.line_maker(choice), parts.speaker.rest, linger=0.0)
    try:
        yield lines
    except BaseException:
        parts.speaker.close()  # the line in hand would be waited for
        raise
    finally:
        lines.close()


def _make_voice(
    script: Script, lines: Lines, course: _Course, cancelled: Callable[[], bool]
) -> None:
    """Have every line made that can be.

    Raises:
        Cancelled: `cancelled` said so.
        VoiceTrouble: not one could be: what was asked for is a voice, not silence.
    """
    lines.want(wanted([(line.text, line.private) for line in script.lines]))
    texts = [line.text for line in script.lines]
    over = False
    while not over:
        over = lines.wait_for(texts, LOOK_SECONDS)
        if cancelled():
            raise Cancelled
        course.made(lines)
    troubles = [trouble for text in texts if (trouble := lines.failed(text))]
    if troubles and len(troubles) == len(texts):
        raise troubles[0]


def _tags(parts: Parts, choice: Choice, timeline: Timeline, frames: int) -> Tags:
    """Nothing in them was written by the person, but for an exercise of their own making.

    The last chapter goes on until the last strike has rung out.
    """
    title = _("{exercise}, {length}").format(
        exercise=choice.exercise.title, length=length_words(choice.minutes * 60)
    )
    spans = timeline.phases
    ends = [*(span.end for span in spans[:-1]), frames]
    return Tags(
        title=title,
        artist=ARTIST,
        day=parts.now().date(),
        chapters=[
            Chapter(name=span.name, start=span.start / RATE, end=end / RATE)
            for span, end in zip(spans, ends, strict=True)
        ],
    )


def _unspoken(lines: Lines, timeline: Timeline) -> int:
    return sum(lines.samples(cue.text) is None for cue in timeline.spoken)
