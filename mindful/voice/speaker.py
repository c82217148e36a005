"""The one way to have a sentence spoken: right voice, made before or made now, never twice."""

from __future__ import annotations

import threading
import unicodedata
from collections.abc import Iterator, Sequence

from mindful.audio.clip import Clip
from mindful.voice.cache import ClipCache, clip_key
from mindful.voice.choosing import asked_for, best, find, ranked, speaks
from mindful.voice.errors import VoiceTrouble
from mindful.voice.lexicon import Lexicon
from mindful.voice.protocol import Engine, VoiceInfo

LONGEST = 5_000
"""Characters of one sentence; at 13 a second, over six minutes."""


class Speaker:
    """Speaks through several engines and one cache. Any thread may call; calls may take seconds.

    One engine speaks one sentence at a time; who asks for the same one meanwhile gets that clip.
    When an engine fails, after the second try with a new worker, the best voice that another
    engine has for the language says the sentence; then the trouble is the caller's, who shows
    the caption.
    """

    def __init__(
        self, engines: Sequence[Engine], cache: ClipCache, lexicon: Lexicon | None = None
    ) -> None:
        """Own `engines` from here on: `close` closes them.

        Args:
            engines: the engines.
            cache: of clips made before.
            lexicon: how words are written that an engine would misread.
        """
        self._engines = {engine.name: engine for engine in engines}
        self._locks = {engine.name: threading.Lock() for engine in engines}
        self._cache = cache
        self._lexicon = lexicon or Lexicon()

    def voices(self) -> tuple[VoiceInfo, ...]:
        """All voices of all engines, the best available one first."""
        return ranked([voice for engine in self._engines.values() for voice in engine.voices()])

    def choose(self, wanted: str | None, language: str) -> VoiceInfo:
        """The voice with the id `wanted`; without one, the best available for `language`.

        Args:
            wanted: a voice's id; None or empty for the best.
            language: BCP 47 tag.

        Raises:
            VoiceTrouble: ``unknown-voice`` with ``asked`` and ``nearest``, ``voice-unavailable``
                with ``asked`` and ``why``, ``no-voice`` with ``language``.
        """
        return asked_for(self.voices(), wanted) if wanted else best(self.voices(), language)

    def speak(self, sentence: str, voice: str, pace: float = 1.0, *, private: bool) -> Clip:
        """Have one sentence spoken.

        Args:
            sentence: plain text; how it is spaced does not matter.
            voice: a voice's id.
            pace: articulation, 1.0 for that of guidance.
            private: whether it holds a person's own words; then its clip stays in memory.

        Returns:
            The engine's sound, untrimmed, at its own rate, rounded to 16 bits; the same samples
            whether it was made now or before.

        Raises:
            VoiceTrouble: ``nothing-to-say``; ``sentence-too-long`` with ``longest``;
                ``unknown-voice`` as `choose`; ``voice-closed``; or what the chosen engine failed
                with, when no other could speak either.
        """
        words = plain(sentence)
        first: VoiceTrouble | None = None
        for candidate in self._candidates(voice):
            try:
                return self._spoken(words, candidate, pace, private=private)
            except VoiceTrouble as trouble:
                first = first or trouble  # it tells most about the voice that was asked for
                if trouble.code == "voice-closed":
                    break
        assert first is not None
        raise first

    def keep(self, sentence: str, voice: str, pace: float) -> None:
        """Have a sentence made ahead, by this voice alone, and kept for good.

        Voices of rank 0 are for trying things out, and nothing of theirs is kept.

        Raises:
            VoiceTrouble: as `speak`.
        """
        words, chosen = plain(sentence), find(self.voices(), voice)
        if not chosen.rank or self._cache.keep(self._key(words, chosen, pace)):
            return
        self._spoken(words, chosen, pace, private=False)
        self._cache.keep(self._key(words, chosen, pace))

    def at_once(self, sentences: Sequence[str], voice: str, pace: float) -> str:
        """The id of the voice that says these soonest: a simpler one while they are not made.

        Raises:
            VoiceTrouble: as `speak`.
        """
        chosen = find(self.voices(), voice)
        keys = [self._key(plain(sentence), chosen, pace) for sentence in sentences]
        if all(self._cache.get(key, private=False) is not None for key in keys):
            return voice
        simpler = (one for one in self._candidates(voice) if one.rank < chosen.rank)
        return next((one.id for one in simpler), voice)

    def rest(self) -> None:
        """Have engines that are not speaking give back their memory until the next line."""
        for name, engine in self._engines.items():
            if self._locks[name].acquire(blocking=False):
                try:
                    engine.rest()
                finally:
                    self._locks[name].release()

    def close(self) -> None:
        """End all engines, also those that are speaking. Safe to call twice."""
        for engine in reversed(self._engines.values()):
            engine.close()

    def _spoken(self, words: str, voice: VoiceInfo, pace: float, *, private: bool) -> Clip:
        if not voice.available:
            raise VoiceTrouble("voice-unavailable", asked=voice.id, why=voice.why)
        engine = self._engines[voice.engine]
        key = self._key(words, voice, pace)
        words = self._lexicon.respelt(words, engine.name)
        if (clip := self._cache.get(key, private=private)) is not None:
            return clip
        with self._locks[engine.name]:
            if (clip := self._cache.get(key, private=private)) is not None:
                return clip
            made = engine.speak(words, voice.id, pace)
            return self._cache.put(key, made, private=private)

    def _key(self, words: str, voice: VoiceInfo, pace: float) -> str:
        engine = self._engines[voice.engine]
        text = self._lexicon.respelt(words, engine.name)
        return clip_key(
            engine=engine.name, version=engine.version, voice=voice.id, pace=pace, text=text
        )

    def _candidates(self, voice: str) -> Iterator[VoiceInfo]:
        """The voice asked for, then the best one of each other engine for its language.

        Voices of rank 0 stand in for none: they are for trying things out.
        """
        voices = self.voices()
        chosen = find(voices, voice)
        yield chosen
        tried = {chosen.engine}
        for spare in voices:
            fits = spare.available and spare.rank > 0 and speaks(spare, chosen.language)
            if fits and spare.engine not in tried:
                tried.add(spare.engine)
                yield spare


def plain(sentence: str) -> str:
    """`sentence` in Unicode's composed form, on one line, single-spaced, no control characters.

    Raises:
        VoiceTrouble: ``nothing-to-say`` without a letter or digit; ``sentence-too-long``.
    """
    composed = unicodedata.normalize("NFC", sentence)
    printable = (" " if unicodedata.category(c) in {"Cc", "Cs"} else c for c in composed)
    text = " ".join("".join(printable).split())
    if not any(c.isalnum() for c in text):
        raise VoiceTrouble("nothing-to-say")
    if len(text) > LONGEST:
        raise VoiceTrouble("sentence-too-long", longest=LONGEST)
    return text
