"""The captions of a sit as WebVTT (W3C, 2019), for players that show them beside the sound."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterator

from mindful.exercises.timeline import RATE, Cue, Timeline

WIDTH, LINES = 48, 3
"""Characters of a line of a caption, and lines of one caption, as in the window."""


def captions(timeline: Timeline) -> str:
    """A WebVTT document with the lines of `timeline`, at its times; it ends with the last line.

    A line of speech longer than one caption is cut into several, each shown for as long as its
    share of the letters.
    """
    cues = [cue for spoken in timeline.spoken for cue in _cues(spoken)]
    return "\n".join(["WEBVTT", "", *cues])


def _cues(cue: Cue) -> Iterator[str]:
    pieces = _pieces(cue.text)
    letters = sum(len(piece) for piece in pieces)
    start, shown = cue.start, 0
    for piece in pieces:
        shown += len(piece)
        end = cue.start + (cue.end - cue.start) * shown // letters
        # `quote` off: only & < and > have a meaning in a cue, and --> cannot then come up.
        words = html.escape(piece, quote=False)
        yield f"{_time(start)} --> {_time(end)}\n{words}\n"
        start = end


def _pieces(text: str) -> list[str]:
    """The captions of one line of speech; no line in them is empty, which would end a cue."""
    lines = textwrap.wrap(text, WIDTH, break_long_words=True)
    return ["\n".join(lines[at : at + LINES]) for at in range(0, len(lines), LINES)]


def _time(frame: int) -> str:
    """Hours, minutes, seconds and thousandths of a frame, the last one begun."""
    whole, thousandths = divmod(frame * 1000 // RATE, 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}.{thousandths:03}"
