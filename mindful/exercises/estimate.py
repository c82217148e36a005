"""How long words take to say, before any voice has said them.

Deterministic, so that a plan can be drawn and tested without sound. Calibrated on espeak at
rate 110, which articulates 143 words a minute (0.42 s a word, its short pauses at commas
included); two-sentence lines then come to 100 to 115 words a minute, inner pauses counted.
"""

from __future__ import annotations

import re
from functools import lru_cache

from mindful.exercises.model import Pace
from mindful.exercises.timeline import RATE

SECONDS_A_WORD = 0.40
SECONDS_A_COMMA = 0.30

ARTICULATION = {Pace.USUAL: 1.0, Pace.SLOW: 0.86, Pace.QUICK: 1.08}
"""Speed of articulation against the usual one."""

SENTENCE_GAP = {Pace.USUAL: 2.5, Pace.SLOW: 3.5, Pace.QUICK: 2.0}
"""Seconds of silence between two sentences of a line."""

_SENTENCE_END = re.compile(r"(?<=[.?!…])[\"'”’)]*\s+")


def sentences(text: str) -> tuple[str, ...]:
    """Split a line into its sentences, whitespace trimmed; no sentence is empty."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    pieces = [text[a:b].strip() for a, b in zip([0, *ends], [*ends, len(text)], strict=True)]
    return tuple(piece for piece in pieces if piece)


def sentence_seconds(sentence: str, pace: Pace = Pace.USUAL) -> float:
    """Seconds that `sentence` takes to say."""
    plain = SECONDS_A_WORD * len(sentence.split()) + SECONDS_A_COMMA * sentence.count(",")
    return plain / ARTICULATION[pace]


def line_frames(text: str, pace: Pace = Pace.USUAL) -> int:
    """Frames from the first sound of a line to its last, inner pauses counted."""
    parts = sentences(text)
    spoken = sum(round(sentence_seconds(part, pace) * RATE) for part in parts)
    return spoken + (len(parts) - 1) * gap_frames(pace) if parts else 0


@lru_cache(maxsize=8192)  # pure; the same lines are measured for every picture of a sit
def listed_frames(text: str, pace: Pace) -> int:
    """`line_frames` of words that stand in an exercise file, remembered.

    Never call it with words a person wrote: those are to be forgotten.
    """
    return line_frames(text, pace)


@lru_cache(maxsize=8192)  # as above
def listed_sentences(text: str) -> int:
    """How many sentences words of an exercise file have."""
    return len(sentences(text))


def gap_frames(pace: Pace) -> int:
    """Frames of silence between two sentences of a line."""
    return round(SENTENCE_GAP[pace] * RATE)
