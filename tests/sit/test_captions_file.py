"""Captions as WebVTT: the words at their times, whatever is in them."""

from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from mindful.exercises.timeline import RATE, Cue, CueKind, Timeline
from mindful.sit.captions_file import LINES, WIDTH, captions

TIMES = re.compile(r"(\d\d):(\d\d):(\d\d)\.(\d{3}) --> (\d\d):(\d\d):(\d\d)\.(\d{3})")

texts = st.text(st.characters(categories=("L", "N", "P", "S", "Z")), min_size=1, max_size=600)


def timeline(*lines: tuple[float, float, str]) -> Timeline:
    """With lines from second to second, between two strikes."""
    strike = Cue(kind=CueKind.BELL, phase="", start=0, end=0, strikes=1)
    said = [
        Cue(kind=CueKind.SAY, phase="", start=int(start * RATE), end=int(end * RATE), text=text)
        for start, end, text in lines
    ]
    return Timeline(exercise="x", minutes=120, frames=7200 * RATE, cues=(strike, *said), phases=())


def test_each_line_stands_at_the_time_it_is_said() -> None:
    sit = timeline((6, 9.5, "Welcome."), (3725.25, 3727, "Rest here."))
    assert captions(sit) == (
        "WEBVTT\n\n"
        "00:00:06.000 --> 00:00:09.500\nWelcome.\n\n"
        "01:02:05.250 --> 01:02:07.000\nRest here.\n"
    )


def test_signs_that_mean_something_are_written_as_words() -> None:
    (cue,) = captions(timeline((1, 2, "a --> b & <i>c"))).split("\n\n")[1:]
    assert cue.splitlines()[1] == "a --&gt; b &amp; &lt;i&gt;c"


@given(texts)
def test_any_text_makes_cues_that_fit_and_keep_every_letter(text: str) -> None:
    _, *cues = captions(timeline((10, 20, text))).rstrip("\n").split("\n\n")
    words: list[str] = []
    ends = ["00:00:10.000"]
    for cue in filter(None, cues):
        times, *lines = cue.split("\n")
        assert TIMES.fullmatch(times)
        start, end = times.split(" --> ")
        assert start == ends[-1]
        ends.append(end)
        assert 1 <= len(lines) <= LINES
        shown = [html.unescape(line) for line in lines]
        assert all(0 < len(line) <= WIDTH for line in shown)
        assert not any("-->" in line for line in lines)
        words += shown
    assert "".join("".join(words).split()) == "".join(text.split())
    assert ends[-1] == "00:00:20.000" or not text.strip()
