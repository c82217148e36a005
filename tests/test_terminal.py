"""What the terminal shows of pages of writing, and takes from the keyboard."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import cast

from mindful.exercises.timeline import RATE, Cue, CueKind, PhaseSpan, Timeline
from mindful.sit import events as e
from mindful.sit.session import Session
from mindful.sit.writing import Writing
from mindful.terminal import TerminalListener
from mindful.terminal_page import Keyboard

PAGE = Cue(
    kind=CueKind.WRITE, phase="Write", start=0, end=90 * RATE, prompt="What is here?", keeps="note"
)
PLAN = Timeline(
    exercise="page",
    minutes=2,
    frames=120 * RATE,
    cues=(PAGE,),
    phases=(PhaseSpan("Write", 0, 90 * RATE), PhaseSpan("Close", 90 * RATE, 120 * RATE)),
)


class Hands(Keyboard):
    """A keyboard that a test types on."""

    def __init__(self) -> None:
        self.type: Callable[[str], None] = lambda _line: None

    def listen(self, take: Callable[[str], None]) -> None:
        self.type = take


class Sit:
    """A session that remembers what it was told."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.told: list[e.Event] = []

    def wrote(self, writing: Writing) -> None:
        self.written.append(writing.text)

    def tell(self, event: e.Event) -> None:
        self.told.append(event)


def opened() -> tuple[TerminalListener, Hands, Sit, io.StringIO]:
    out, hands, sit = io.StringIO(), Hands(), Sit()
    listener = TerminalListener(out, hands)
    listener.write_into(cast("Session", sit))
    listener.planned(PLAN)
    listener.writing(PAGE)
    return listener, hands, sit, out


def test_without_a_keyboard_there_is_the_prompt_and_silence() -> None:
    out = io.StringIO()
    listener = TerminalListener(out)
    listener.planned(PLAN)
    listener.writing(PAGE)
    listener.writing(None)
    assert out.getvalue() == "What is here?\n"


def test_an_empty_line_goes_on_once() -> None:
    listener, hands, sit, out = opened()
    for line in ("It is late.", "", ""):
        hands.type(line)
    assert sit.written == ["It is late.", "It is late."]
    assert sit.told == [e.WentOn(PAGE.start)]
    listener.writing(None)
    assert "kept" not in out.getvalue()


def test_a_line_typed_after_the_page_closed_still_belongs_to_it() -> None:
    listener, hands, sit, out = opened()
    hands.type("It is")
    listener.writing(None)
    assert "What you wrote is kept." in out.getvalue()
    hands.type("late.")
    hands.type("")
    assert sit.written[-1] == "It is\nlate."
    assert sit.told == []


def test_more_time_asks_nothing_anew() -> None:
    listener, hands, sit, out = opened()
    before = out.getvalue()
    hands.type("It is")
    listener.writing(PAGE)
    hands.type("late.")
    assert out.getvalue() == before
    assert sit.written[-1] == "It is\nlate."


def test_nothing_is_taken_when_the_sit_is_over() -> None:
    listener, hands, sit, _ = opened()
    listener.close()
    hands.type("too late")
    assert sit.written == []
