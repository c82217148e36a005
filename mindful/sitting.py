"""Put a sit together from the parts: script, lines, mix, way to the sound card, record."""

from __future__ import annotations

from collections.abc import Sequence

from mindful import __version__
from mindful.desktop.awake import stay_awake
from mindful.desktop.clocks import awake_clock, passing_clock
from mindful.exercises.compose import own_bells
from mindful.exercises.live import longest_minutes
from mindful.exercises.loading import digest
from mindful.exercises.script import Script
from mindful.exercises.timeline import Cue
from mindful.log.errors import LogTrouble
from mindful.log.records import NewSit
from mindful.parts import Parts
from mindful.sit.choice import Choice
from mindful.sit.composing import composed
from mindful.sit.course import Course, Version
from mindful.sit.lines import Lines
from mindful.sit.listener import Listener
from mindful.sit.measures import Measures
from mindful.sit.measuring import Measured
from mindful.sit.record import Record
from mindful.sit.scoring import Scoring
from mindful.sit.session import Session
from mindful.sit.sleep import SleepWatch


def new_session(parts: Parts, choice: Choice, listener: Listener) -> Session:
    """A sit ready to begin; it is closed with the parts, if not before."""

    def script_of(version: Version, spoken: Sequence[Cue]) -> Script:
        return composed(choice, version, spoken)

    parts.stop_preparing()
    lines = None if choice.voice is None else Lines(parts.line_maker(choice), parts.speaker.rest)

    def cannot_save(trouble: LogTrouble) -> None:
        listener.notice("locked" if trouble.code == "log-locked" else "cannot-save")

    mix = Scoring(choice, parts.rack, lines)
    for code in mix.notices:
        listener.notice(code)
    sound = parts.playback()
    measured = Measured(
        listener,
        sound=sound,
        lines=lines,
        voice=(choice.voice or "").partition(":")[0],
        now=awake_clock(),
        keep=Measures(parts.paths.measures).add,
    )
    session = Session(
        Course(
            script_of,
            choice.answers,
            closing=_closing(choice),
            longest=longest_minutes(choice.exercise),
            bridges=parts.bridges,
        ),
        mix=mix,
        sound=sound,
        lines=lines,
        record=Record(parts.desk, new_sit(choice), parts.now, cannot_save),
        awake=stay_awake,
        listener=measured,
        slept=SleepWatch(awake_clock(), passing_clock()),
    )
    parts.closing(session.close)
    return session


def _closing(choice: Choice) -> int | None:
    """Strikes that end an open-ended sit; None for any other."""
    bells = choice.bells or own_bells(choice.exercise)
    return bells.closing if choice.open_ended else None


def new_sit(choice: Choice) -> NewSit:
    """What the log keeps of a choice."""
    answers = choice.answers
    return NewSit(
        exercise=choice.exercise.id,
        title=choice.exercise.title,
        language=choice.language,
        app_version=__version__,
        minutes=None if choice.open_ended else choice.minutes,
        feelings=tuple(feeling.adjective for feeling in answers.feelings),
        places=tuple(place.name for place in answers.places),
        intensity_before=choice.intensity_before,
        voice=choice.voice,
        density=choice.density.value,
        seed=choice.seed,
        digest=digest(choice.exercise),
    )
