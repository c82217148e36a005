"""Pages of writing in the window: what is typed reaches the log and the lines to come."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mindful.exercises.library import load_library
from mindful.exercises.timeline import RATE
from mindful.log.records import Written
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.sit.choice import SILENT, Choice
from mindful.ui.look import Look
from mindful.ui.pages.sit import SitPage
from mindful.ui.steering.sit import SitSteering

pytestmark = pytest.mark.window

SHORT = """\
id = "short"
title = "A Short Page"
group = "paper"
purpose = "One minute with paper."
unvoiced = [[1, 0.5]]
asks = ["writing", "phrase"]

[minutes]
least = 2
suggested = 2
longest = 5

[[phase]]
name = "Write"
share = 50
kind = "write"
prompt = "What is here?"
keeps = "{keeps}"

[[phase]]
name = "Hear"
share = 30

[[phase.line]]
core = true
needs = ["{needs}"]
say = "You wrote: {{{slot}}}."
pause = 4

[[phase]]
name = "Write more"
share = 20
kind = "write"
prompt = "When …, I will …"

[[phase.line]]
core = true
say = "Take the page."
pause = 0.5
"""


class Sit:
    """A sit that opens a page of writing at once, in the window, without voice or sound."""

    def __init__(self, look: Look, folder: Path, keeps: str, needs: str, slot: str) -> None:
        own = folder / "exercises"
        own.mkdir(parents=True)
        text = SHORT.format(keeps=keeps, needs=needs, slot=slot)
        (own / "short.toml").write_text(text, encoding="utf-8")
        self.parts = Parts(find_paths(folder))
        self.page = SitPage(look)
        self.page.resize(1180, 780)
        self.over: list[object] = []
        self._left = False
        choice = Choice(exercise=load_library(own).find("short"), minutes=2, bell=SILENT)
        self.steering = SitSteering(
            self.page, self.parts, choice, self.parts.now, lambda *told: self.over.append(told)
        )

    @property
    def kept(self) -> list[Written]:
        """What the log has."""
        sit = self.steering.session.sit
        if sit is None:
            return []
        return list(self.parts.desk.submit(lambda log: log.history.writings(sit)).result())

    def close(self) -> None:
        self.leave()
        self.parts.close()

    def leave(self) -> None:
        """End the sit, as the window does when it closes."""
        if not self._left:
            self._left = True
            self.steering.close()


def a_sit(qtbot: QtBot, look: Look, folder: Path, *words: str) -> Sit:
    sit = Sit(look, folder, *words)
    qtbot.addWidget(sit.page)
    sit.page.show()
    sit.page.activateWindow()
    qtbot.waitUntil(sit.page.isActiveWindow)
    qtbot.waitUntil(sit.page.writing.isVisible)
    qtbot.waitUntil(lambda: sit.steering.session.sit is not None)
    return sit


@pytest.fixture
def sentence(qapp: QApplication, qtbot: QtBot, look: Look, tmp_path: Path) -> Iterator[Sit]:
    made = a_sit(qtbot, look, tmp_path / "data", "sentence", "writing", "written")
    yield made
    made.close()


@pytest.fixture
def rated(qapp: QApplication, qtbot: QtBot, look: Look, tmp_path: Path) -> Iterator[Sit]:
    made = a_sit(qtbot, look, tmp_path / "data", "phrases", "phrase", "phrase")
    yield made
    made.close()


def test_what_is_typed_is_in_the_log_while_the_page_is_open(sentence: Sit, qtbot: QtBot) -> None:
    QTest.keyClicks(sentence.page.writing.paper, "I can rest.")
    qtbot.waitUntil(lambda: [row.text for row in sentence.kept] == ["I can rest."])
    assert sentence.page.writing.isVisible()


def test_going_on_closes_the_page_and_says_the_sentence(sentence: Sit, qtbot: QtBot) -> None:
    card, before = sentence.page.writing, sentence.steering.session.timeline.frames
    QTest.keyClicks(card.paper, "I can rest.")
    QTest.keyClick(card.paper, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(card.isHidden)
    assert [row.text for row in sentence.kept] == ["I can rest."]
    qtbot.waitUntil(lambda: sentence.steering.session.timeline.frames < before)
    spoken = sentence.steering.session.timeline.spoken
    assert any("I can rest" in cue.text for cue in spoken)
    qtbot.waitUntil(lambda: "I can rest" in sentence.page.caption.text)


def test_more_time_shows(sentence: Sit, qtbot: QtBot) -> None:
    before = sentence.steering.session.timeline.frames
    QTest.mouseClick(sentence.page.writing.two, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: sentence.steering.session.timeline.frames == before + 120 * RATE)
    qtbot.waitUntil(lambda: sentence.page.writing.time.text().startswith("2:"))


def test_a_sentence_too_long_to_say_is_kept_and_said_so(sentence: Sit, qtbot: QtBot) -> None:
    words = "and on " * 60
    sentence.page.writing.paper.setPlainText(words)
    qtbot.waitUntil(lambda: bool(sentence.page.writing.hint.text()))
    qtbot.waitUntil(lambda: [row.text for row in sentence.kept] == [words])


def test_the_window_closing_loses_nothing(sentence: Sit) -> None:
    QTest.keyClicks(sentence.page.writing.paper, "half a sen")
    sit = sentence.steering.session.sit
    sentence.leave()
    assert sit is not None
    kept = sentence.parts.desk.submit(lambda log: log.history.writings(sit)).result()
    assert [row.text for row in kept] == ["half a sen"]


def test_the_next_page_shows_what_was_written_before(sentence: Sit, qtbot: QtBot) -> None:
    card = sentence.page.writing
    QTest.keyClicks(card.paper, "I can rest.")
    QTest.mouseClick(card.on, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(card.isHidden)
    # The plan as the window knows it: the sit may be planned anew meanwhile.
    later = [cue for cue in sentence.steering._timeline.cues if cue.prompt.startswith("When")]
    sentence.steering.writing(later[0])
    assert card.earlier.words == "I can rest."
    assert card.paper.placeholderText() == "When …, I will …"
    assert card.words == ""


@pytest.mark.parametrize("keeps", [True, False])
def test_believed_phrases_are_said_and_kept_if_wanted(
    rated: Sit, qtbot: QtBot, keeps: bool
) -> None:
    card = rated.page.writing
    row = card.phrases.rows[0]
    QTest.keyClicks(row.field, "I can begin again")
    row.rating.set_strength(7)
    card.phrases.keep.setChecked(keeps)
    QTest.mouseClick(card.on, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(card.isHidden)
    assert [(one.text, one.rating) for one in rated.kept] == [("I can begin again", 7)]
    session = rated.steering.session
    qtbot.waitUntil(lambda: any("I can begin again" in cue.text for cue in session.timeline.spoken))
    profile = rated.parts.desk.submit(lambda log: log.profile.get("phrases")).result()
    assert profile == ("I can begin again" if keeps else None)
