"""Guidance, bells and patterns on Home, with the real page and its steering."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mindful.app import App
from mindful.exercises.answers import Answers
from mindful.exercises.model import Density
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.sit.setup import Setup
from mindful.ui.pages.countdown import CountdownPage
from mindful.ui.pages.grounding import GroundingPage
from mindful.ui.pages.home import Home
from mindful.ui.pages.pattern import PatternPage
from mindful.ui.pages.sit import SitPage
from mindful.ui.pages.timer import TimerPage
from mindful.ui.steering.choosing import Chosen
from mindful.ui.window import Window

pytestmark = pytest.mark.window


class Stage:
    """The whole window, silent."""

    def __init__(self, qapp: QApplication, folder: Path, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.parts = Parts(find_paths(folder / "data"))
        self.parts.remember(
            welcomed=True, reduced_motion=True, bell="none", speak=False, exercise="timer"
        )
        self.app = App(qapp, self.parts.paths, self.parts)
        self.app.open()
        qtbot.waitUntil(lambda: self.window.current == "sit")
        home = self.window.page("sit")
        assert isinstance(home, Home)
        self.home = home

    @property
    def window(self) -> Window:
        return self.app.window

    @property
    def chosen(self) -> Chosen:
        return self.app.steering.chosen

    def timer(self) -> TimerPage:
        self.home.panel.extra.button.click()
        page = self.window.page("timer")
        assert isinstance(page, TimerPage)
        assert self.window.current == "timer"
        return page

    def pattern(self) -> PatternPage:
        self.home.panel.extra.button.click()
        page = self.window.page("pattern")
        assert isinstance(page, PatternPage)
        assert self.window.current == "pattern"
        return page


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    stage = Stage(qapp, tmp_path, qtbot)
    yield stage
    stage.app.close()
    stage.parts.close()


def test_guidance_is_chosen_and_kept_for_each_exercise(stage: Stage) -> None:
    density = stage.home.panel.sounds.density
    stage.home.exercise_chosen.emit("breath")
    assert density.choice == "full"
    full = len(stage.chosen.timeline().spoken)
    QTest.keyClick(density, Qt.Key.Key_Down)
    QTest.keyClick(density, Qt.Key.Key_Down)
    assert stage.chosen.choice(Answers()).density is Density.LITTLE
    assert 0 < len(stage.chosen.timeline().spoken) < full
    QTest.keyClick(density, Qt.Key.Key_Down)
    assert not stage.chosen.timeline().spoken
    assert not stage.home.panel.sounds.toggle.isEnabled(), "no voice is needed"
    stage.home.exercise_chosen.emit("body-scan")
    assert density.choice == "full"
    stage.home.exercise_chosen.emit("breath")
    assert density.choice == "bells"


def test_only_a_timer_and_a_pacer_have_something_more_to_set(stage: Stage) -> None:
    extra = stage.home.panel.extra
    assert extra.button.words == "Bells and preparation…"
    stage.home.exercise_chosen.emit("pacer-sigh")
    assert extra.button.words == "Pattern…"
    assert "2 in, 1 in, 6 out" in extra.button.accessibleName()
    stage.home.exercise_chosen.emit("breath")
    assert extra.isHidden()


def test_a_timer_is_set_up_and_sat_as_it_was_set_up(stage: Stage) -> None:
    page = stage.timer()
    for select, times in ((page.opening, 2), (page.prepare, 2)):
        for _ in range(times):
            QTest.keyClick(select, Qt.Key.Key_Down)
    page.interval.way.setFocus()
    QTest.keyClick(page.interval.way, Qt.Key.Key_Down)
    assert page.interval.at.isVisible()
    QTest.keyClicks(page.interval.at, "7, 3 3, 0, 9999")
    QTest.keyClick(page.interval.at, Qt.Key.Key_Return)
    assert stage.parts.settings.timer == Setup(prepare=10, opening=3, at=(3, 7))
    page.back.click()
    assert stage.window.current == "sit"
    bells = [cue.start // (48_000 * 60) for cue in stage.chosen.timeline().bells]
    assert bells == [0, 3, 7, 10]
    choice = stage.chosen.choice(Answers())
    assert choice.bells is not None
    assert (choice.prepare, choice.bells.opening) == (10, 3)


def test_random_bells_follow_the_seed(stage: Stage) -> None:
    page = stage.timer()
    QTest.keyClick(page.interval.way, Qt.Key.Key_End)
    assert page.interval.scattered.isVisible()
    assert stage.parts.settings.timer == Setup(scattered=3)
    assert len(stage.chosen.timeline().bells) == 2 + 3
    QTest.keyClick(page.interval.way, Qt.Key.Key_Home)
    assert stage.parts.settings.timer == Setup()


def test_presets_are_saved_chosen_and_deleted_by_name(stage: Stage) -> None:
    page = stage.timer()
    QTest.keyClicks(page.presets.name, "Morning")
    QTest.keyClick(page.presets.name, Qt.Key.Key_Return)
    stage.qtbot.waitUntil(lambda: len(page.presets.chips) == 1)
    (morning,) = page.presets.chips.values()
    assert morning.isChecked()
    stage.chosen.set_minutes(25)
    page.open_ended.click()
    assert not morning.isChecked()
    QTest.keyClicks(page.presets.name, "Until I rise")
    page.presets.save.click()
    stage.qtbot.waitUntil(lambda: len(page.presets.chips) == 2)
    morning, rising = page.presets.chips.values()
    assert rising.isChecked()
    morning.click()
    assert morning.isChecked()
    assert (stage.chosen.minutes, stage.chosen.open_ended) == (10, False)
    page.presets.delete.click()
    stage.qtbot.waitUntil(lambda: len(page.presets.chips) == 1)
    assert [chip.words for chip in page.presets.chips.values()] == ["Until I rise"]
    assert page.presets.delete.isHidden(), "what is set now has no name any more"


def test_an_open_end_has_no_length_on_home(stage: Stage) -> None:
    page = stage.timer()
    page.open_ended.click()
    page.back.click()
    assert stage.home.panel.length.isHidden()
    assert stage.home.panel.strip.isHidden()
    assert stage.home.panel.begin.words == "Begin"
    stage.home.exercise_chosen.emit("breath")
    assert stage.home.panel.length.isVisible()
    assert stage.home.panel.begin.words != "Begin"


def test_a_pattern_of_ones_own_is_kept_for_its_pacer(stage: Stage) -> None:
    stage.home.exercise_chosen.emit("pacer-box")
    page = stage.pattern()
    for field, typed in zip(page.fields, ("5", "", "5,5", ""), strict=True):
        field.setFocus()
        field.clear()
        QTest.keyClicks(field, typed)
    page.use.click()
    assert stage.window.current == "sit"
    assert stage.parts.settings.patterns == {"pacer-box": (5.0, 0.0, 5.5, 0.0)}
    (breath,) = (cue for cue in stage.chosen.timeline().cues if cue.steps)
    assert breath.steps == (("in", 5.0), ("out", 5.5))
    assert stage.chosen.choice(Answers()).voice is None
    page = stage.pattern()
    assert page.fields[2].text() == "5.5"
    page.usual.click()
    assert stage.parts.settings.patterns == {}


def test_what_cannot_be_breathed_is_told_and_stays_to_be_mended(stage: Stage) -> None:
    stage.home.exercise_chosen.emit("pacer-box")
    page = stage.pattern()
    page.fields[0].setText("0")
    page.use.click()
    assert stage.window.current == "pattern"
    assert page.fields[0].text() == "0"
    assert stage.parts.settings.patterns == {}


def test_a_hand_written_pattern_nobody_can_breathe_is_passed_over(stage: Stage) -> None:
    stage.parts.remember(patterns={"pacer-box": (-1.0, 0.0, 0.0, 1e9)}, density={"timer": "loud"})
    stage.home.exercise_chosen.emit("pacer-box")
    assert stage.chosen.pattern is None
    stage.home.exercise_chosen.emit("timer")
    assert stage.chosen.density is Density.FULL


def test_the_count_down_stands_still_in_ground_me_and_then_the_sit_begins(stage: Stage) -> None:
    stage.chosen.set_setup(Setup(prepare=120, open_ended=True))
    stage.home.panel.begin.click()
    page = stage.window.page("countdown")
    assert isinstance(page, CountdownPage)
    assert stage.window.current == "countdown"
    assert page.time_words in {"2:00", "1:59"}
    stage.window.ground.click()
    assert stage.window.current == "grounding"
    before = page.time_words
    grounding = stage.window.page("grounding")
    assert isinstance(grounding, GroundingPage)
    grounding.left.emit()
    assert stage.window.current == "countdown"
    assert page.time_words == before
    QTest.keyClick(page, Qt.Key.Key_Space)
    assert stage.window.current == "sitting"
    sitting = stage.window.page("sitting")
    assert isinstance(sitting, SitPage)
    assert "so far" in sitting.top.spoken_time_left()
    stage.app.steering.stop_sit()


def test_the_count_down_is_left_without_a_sit(stage: Stage) -> None:
    stage.chosen.set_setup(Setup(prepare=60))
    stage.home.panel.begin.click()
    QTest.keyClick(stage.window.page("countdown"), Qt.Key.Key_Escape)
    assert stage.window.current == "sit"
    assert stage.parts.desk.submit(lambda log: log.history.last()).result() is None
