"""The parts of the program without its window: each built once, when first needed.

Whoever starts Mindful makes one `Parts`, passes it on, and closes it at the end. What is slow to
load (numpy, the sound library, the database's) is loaded where it is first used, so that the
window opens first.
"""

from __future__ import annotations

import contextlib
import importlib
from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from mindful import __version__
from mindful.assets import asset
from mindful.audio.errors import SoundTrouble
from mindful.exercises.estimate import ARTICULATION, gap_frames, sentence_seconds, sentences
from mindful.exercises.feelings import Vocabulary, load_vocabulary
from mindful.exercises.library import Library, load_library
from mindful.exercises.model import Pace
from mindful.ground_words import ground_words
from mindful.log_parts import LogParts
from mindful.paths import Paths, find_paths, private_folder
from mindful.sit.choice import SILENT, Choice, said
from mindful.trouble import Trouble

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from mindful.audio.clip import Samples
    from mindful.audio.playback import Playback
    from mindful.exercises.bridges import Bridges
    from mindful.sit.ahead import Ahead
    from mindful.sit.aside import Aside
    from mindful.sit.lines import MakeLine
    from mindful.sit.standby import Standby
    from mindful.voice.cache import ClipCache
    from mindful.voice.protocol import Engine, VoiceInfo
    from mindful.voice.speaker import Speaker

Answer = TypeVar("Answer")


def local_now() -> datetime:
    """The present moment with this computer's zone."""
    return datetime.now().astimezone()


class Parts(LogParts):
    """Builds and holds the parts.

    Args:
        paths: where files are kept.
        now: tells the present moment with its zone.
    """

    language = "en"
    version = __version__

    def __init__(self, paths: Paths, now: Callable[[], datetime] = local_now) -> None:
        super().__init__(paths, now)

    @classmethod
    def default(cls) -> Parts:
        """With the platform's folders."""
        return cls(find_paths(None))

    def close(self) -> None:
        """Close what was built, the last one first. Safe to call twice."""
        while self._closers:
            self._closers.pop()()

    def soon(self, work: Callable[[], Answer]) -> Future[Answer]:
        """Have something slow done on a thread of its own, one after the other."""
        return self._workshop.submit(work)

    @cached_property
    def _workshop(self) -> ThreadPoolExecutor:
        with self._building:
            from concurrent.futures import ThreadPoolExecutor

            workshop = ThreadPoolExecutor(max_workers=1, thread_name_prefix="workshop")
            self._closers.append(lambda: workshop.shutdown(cancel_futures=True))
            return workshop

    # Text

    @cached_property
    def library(self) -> Library:
        """All exercises."""
        return load_library(asset("exercises", self.language), self.paths.exercises)

    def read_exercises_again(self) -> Library:
        """All exercises as their files are now: a person may have mended one of their own."""
        self.__dict__.pop("library", None)
        return self.library

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words for feelings and places."""
        return load_vocabulary(asset("feelings.toml"))

    @cached_property
    def bridges(self) -> Bridges:
        """What is said where a sit changes while it plays."""
        from mindful.exercises.bridges import load_bridges

        return load_bridges(asset("bridges.toml"))

    # Voice

    @cached_property
    def clip_cache(self) -> ClipCache:
        """Sentences spoken before."""
        from mindful.voice.cache import ClipCache

        with contextlib.suppress(Trouble):  # a line that cannot be kept is made again
            private_folder(self.paths.cache)
        return ClipCache(self.paths.clips)

    @cached_property
    def ahead(self) -> Ahead:
        """Makes the first lines of a sit that may begin."""
        with self._building:
            from mindful.sit.ahead import Ahead

            ahead = Ahead(self.speaker.rest)
            self._closers.append(ahead.close)
            return ahead

    def prepare(self, choice: Choice) -> None:
        """Have the first lines of a sit made, soon and aside, so that Begin finds them."""
        if choice.voice is None:
            self.stop_preparing()
        else:
            from mindful.sit.ahead import first_lines

            spare = self._to_keep(choice.voice)
            self.ahead.prepare(self.line_maker(choice), first_lines(choice), spare)

    def stop_preparing(self) -> None:
        """Make no more lines of a sit that may begin, nor of those that are kept."""
        if "ahead" in self.__dict__:  # nothing is built to be stopped
            self.ahead.stop()

    def _to_keep(self, voice: str) -> list[Callable[[], None]]:
        """What has Ground me and the lines between a sit's courses made, the most urgent first."""
        quick, usual = self.standby(voice, Pace.QUICK), self.standby(voice, Pace.USUAL)
        ground = quick.keeping(text for text, _aside in ground_words())
        return [*ground, *usual.keeping(self.bridges.words)]

    def standby(self, voice: str, kind: Pace) -> Standby:
        """Says, with a voice's id, what nobody should have to wait for."""
        from mindful.sit.standby import Standby

        return Standby(speaker=self.speaker, voice=voice, pace=self.settings.pace, kind=kind)

    def forget_own_words(self) -> None:
        """Let go of sounds made of a person's own words, and of lines still to be made."""
        self.stop_preparing()
        if "clip_cache" in self.__dict__:
            self.clip_cache.forget()

    @cached_property
    def speaker(self) -> Speaker:
        """All voices."""
        with self._building:
            from mindful.voice.estimated import EstimatedVoice
            from mindful.voice.kokoro_engine import KokoroEngine
            from mindful.voice.lexicon import load_lexicon
            from mindful.voice.pyttsx3_engine import Pyttsx3Engine
            from mindful.voice.speaker import Speaker

            engines: list[Engine] = [
                KokoroEngine(asset("voices", "kokoro"), self.paths.models),
                Pyttsx3Engine(),
                EstimatedVoice(sentence_seconds),
            ]
            lexicon = load_lexicon(asset("lexicon", f"{self.language}.toml"))
            speaker = Speaker(engines, self.clip_cache, lexicon)
            self._closers.append(speaker.close)
            return speaker

    def choose_voice(self, wanted: str | None) -> str:
        """The id of the voice asked for, else of the one set, else of the best.

        Raises:
            VoiceTrouble: ``unknown-voice``, ``voice-unavailable`` or ``no-voice``.
        """
        from mindful.voice.errors import VoiceTrouble

        if wanted is None and self.settings.voice:
            try:
                return self.speaker.choose(self.settings.voice, self.language).id
            except VoiceTrouble:
                pass  # the voice set is not on this computer any more: the best one speaks
        return self.speaker.choose(wanted, self.language).id

    def find_voice(self) -> VoiceInfo | None:
        """The voice that will speak, or None where there is none. Slow the first time."""
        from mindful.voice.errors import VoiceTrouble

        try:
            chosen = self.choose_voice(None)
        except VoiceTrouble:
            return None
        return next(voice for voice in self.speaker.voices() if voice.id == chosen)

    def look_for_voices(self) -> VoiceInfo | None:
        """As `find_voice`, but what was installed meanwhile counts. For `soon`."""
        with self._building:
            importlib.invalidate_caches()
            self.__dict__.pop("speaker", None)  # it is closed at the end, as it was built
        return self.find_voice()

    def line_maker(self, choice: Choice) -> MakeLine:
        """What makes the spoken lines of a sit."""
        from mindful.audio.shaping import spoken_line
        from mindful.sit.lines import Unwanted

        assert choice.voice is not None
        voice = choice.voice
        pace = choice.pace * ARTICULATION[choice.exercise.pace]
        gap = gap_frames(choice.exercise.pace)
        bridges = frozenset(part for text in self.bridges.words for part in sentences(text))

        def make(text: str, *, private: bool, wanted: Callable[[], bool] | None = None) -> Samples:
            parts, clips = sentences(said(text, choice)), []
            # A change that was asked for waits for no voice that is not loaded yet.
            by = self.speaker.at_once(parts, voice, pace) if bridges.issuperset(parts) else voice
            for sentence in parts:
                if wanted is not None and not wanted():
                    raise Unwanted
                clips.append(self.speaker.speak(sentence, by, pace, private=private))
            return spoken_line(clips, gap)

        return make

    # Sound

    def playback(self) -> Playback:
        """A new way to the sound card; whoever asks closes it."""
        from mindful.audio.output import SoundCard
        from mindful.audio.playback import Playback
        from mindful.desktop.clocks import awake_clock

        return Playback(SoundCard, awake_clock())

    def closing(self, close: Callable[[], None]) -> None:
        """Have something closed at the end, before what was built earlier."""
        self._closers.append(close)

    @cached_property
    def aside(self) -> Aside:
        """What is said or sounded beside any sit."""
        with self._building:
            from mindful.sit.aside import Aside

            aside = Aside(self.playback)
            self._closers.append(aside.close)
            return aside

    # A sit

    def warm(self) -> VoiceInfo | None:
        """Load what a sit needs, so that Begin is heard at once, and find the voice.

        Takes a while the first time: for `soon`.
        """
        import mindful.sitting as _sitting  # its libraries are what is slow

        del _sitting
        if self.settings.bell != SILENT:
            with contextlib.suppress(SoundTrouble):  # told when a sit begins
                self.rack.get(self.settings.bell)
        return self.find_voice()
