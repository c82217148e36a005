"""What is said and asked before a sit, through the real window, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mindful.app import App
from mindful.log.log import Log
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.sit.choice import Choice
from mindful.ui.pages.asking import AskingPage
from mindful.ui.pages.checkin import CheckInPage
from mindful.ui.pages.home import Home
from mindful.ui.steering.before import Before

pytestmark = pytest.mark.window


class Way:
    """From Home towards a sit, which is kept in place of being begun."""

    def __init__(self, app: App, parts: Parts) -> None:
        self.app = app
        self.parts = parts
        self.choices: list[Choice] = []

    @property
    def before(self) -> Before:
        return self.app.steering.stations.before

    @property
    def asking(self) -> AskingPage:
        assert self.app.window.current == "asking"
        return cast("AskingPage", self.app.window.page("asking"))

    @property
    def check_in(self) -> CheckInPage:
        assert self.app.window.current == "check-in"
        return cast("CheckInPage", self.app.window.page("check-in"))

    def begin(self, exercise: str, on: str = "") -> None:
        self.app.steering.chosen.take(exercise)
        self.before.ask(self.choices.append, on)

    def kept(self, read: Callable[[Log], object]) -> object:
        return self.parts.desk.submit(read).result(60)


@pytest.fixture
def way(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Way]:
    parts = Parts(find_paths(tmp_path / "data"))
    parts.change_settings(voice="test:plain", welcomed=True, bell="none", reduced_motion=True)
    app = App(qapp, parts.paths, parts)
    app.open()
    qtbot.waitUntil(lambda: app._steering is not None)
    qtbot.waitUntil(lambda: app.steering.chosen.voice is not None)
    yield Way(app, parts)
    app.close()
    parts.close()


def test_an_exercise_that_asks_nothing_begins_at_once(way: Way) -> None:
    way.begin("timer")
    assert len(way.choices) == 1
    assert way.app.window.current == "sit"


def test_the_words_on_safety_come_once_before_the_first_feeling(way: Way) -> None:
    way.begin("noting")
    words = " ".join(label.text() for label in way.asking._words)
    for named in ("isn’t therapy", "adults", "psychosis", "eating disorder", "flashbacks"):
        assert named in words
    way.asking.go.click()
    assert way.app.window.current == "check-in"
    assert way.parts.settings.read_safety
    way.app.steering.go("sit")
    way.begin("noting")
    assert way.app.window.current == "check-in"


def test_going_back_from_them_has_not_read_them(way: Way, qtbot: QtBot) -> None:
    way.begin("noting")
    way.asking.back.emit()
    assert way.app.window.current == "sit"
    assert not way.parts.settings.read_safety
    assert way.choices == []


def test_name_and_phrases_are_asked_once_and_kept(way: Way, qtbot: QtBot) -> None:
    way.parts.change_settings(read_safety=True)
    way.begin("kind-moment")
    way.asking.name.setText("Ada")
    way.asking.phrases.set_words("This is hard.\nEnough for today")
    way.asking.go.click()
    way.check_in.skip.click()
    # The phrases are of a person's own, so others may hear them.
    way.asking.go.click()
    answers = way.choices[0].answers
    assert answers.name == "Ada"
    assert answers.phrases == ("This is hard", "Enough for today")
    assert way.kept(lambda log: log.profile.get("name")) == "Ada"
    qtbot.waitUntil(lambda: way.parts.settings.asked_phrases)
    way.begin("loving-kindness")
    assert way.choices[1].answers.name == "Ada"


def test_nothing_written_is_asked_for_no_more(way: Way, qtbot: QtBot) -> None:
    way.begin("loving-kindness")
    way.asking.go.click()
    assert way.choices[0].answers.name == ""
    qtbot.waitUntil(lambda: way.parts.settings.asked_name)
    way.begin("loving-kindness")
    assert len(way.choices) == 2
    assert way.kept(lambda log: log.profile.all()) == {}


def test_a_phrase_too_long_is_refused_and_stays(way: Way) -> None:
    way.begin("loving-kindness")
    way.asking.phrases.set_words("x" * 61)
    way.asking.go.click()
    assert way.asking.refusal.isVisible()
    assert way.asking.phrases.words == "x" * 61
    assert way.choices == []


def test_a_name_known_is_not_asked_for(way: Way) -> None:
    way.app.steering.chosen.name = "Ada"
    way.begin("grounding")
    assert way.choices[0].answers.name == "Ada"


def test_phrases_written_in_the_sit_are_not_asked_for_before(way: Way) -> None:
    way.begin("words-i-believe")
    assert way.asking.name.isVisible()
    assert not way.asking.phrases.isVisible()


@pytest.mark.parametrize("captions", [True, False])
def test_whether_others_may_hear_is_asked_once(way: Way, captions: bool) -> None:
    way.parts.change_settings(read_safety=True)
    for _time in range(2):
        way.begin("noting")
        way.check_in.feelings.chips["anxious"].click()
        way.check_in.begin.click()
        if way.app.window.current == "asking":
            (way.asking.quiet if captions else way.asking.go).click()
    assert way.parts.settings.aloud == ("captions" if captions else "speak")
    assert [choice.voice is None for choice in way.choices] == [captions, captions]


def test_who_says_nothing_of_their_own_is_not_asked(way: Way) -> None:
    way.parts.change_settings(read_safety=True)
    way.begin("noting")
    way.check_in.skip.click()
    assert way.choices[0].voice is not None
    assert way.parts.settings.aloud == "ask"


def test_a_file_to_save_is_heard_by_nobody_yet(way: Way) -> None:
    way.parts.change_settings(read_safety=True)
    way.begin("noting", on="Next")
    way.check_in.feelings.chips["anxious"].click()
    way.check_in.begin.click()
    assert way.choices[0].voice is not None


def test_a_strong_feeling_makes_a_shorter_sit_and_changes_no_setting(way: Way) -> None:
    way.parts.change_settings(read_safety=True, aloud="speak")
    way.begin("noting")
    before = way.app.steering.chosen.minutes
    assert before > 5
    way.check_in.strength.row.press_digit(9)
    way.check_in.begin.click()
    assert way.choices[0].minutes == 5
    assert way.choices[0].intensity_before == 9
    assert way.app.steering.chosen.minutes == before


def test_kind_moment_may_take_its_place(way: Way) -> None:
    way.parts.change_settings(read_safety=True, aloud="speak", asked_name=True, asked_phrases=True)
    way.begin("sit-with-it")
    way.check_in.feelings.chips["sad"].click()
    way.check_in.strength.row.press_digit(8)
    way.check_in.strength.offers.kindness.click()
    assert way.check_in.strength.offers.kindness.isHidden()
    way.check_in.begin.click()
    choice = way.choices[0]
    assert choice.exercise.id == "kind-moment"
    assert [feeling.adjective for feeling in choice.answers.feelings] == ["sad"]
    assert choice.minutes == 5


def test_hopeless_quietly_shows_help_and_help_leads_back(way: Way) -> None:
    way.parts.change_settings(read_safety=True)
    way.begin("noting")
    assert way.check_in.strength.help.isHidden()
    way.check_in.feelings.chips["hopeless"].click()
    assert not way.check_in.strength.help.isHidden()
    way.check_in.strength.help.click()
    assert way.app.window.current == "help"
    way.app.steering._help_way._leave()
    assert way.check_in.feelings.chips["hopeless"].isChecked()


def test_every_word_is_offered_once(way: Way) -> None:
    way.parts.change_settings(read_safety=True)
    way.begin("noting")
    words = [feeling.adjective for feeling in way.parts.vocabulary.feeling]
    assert sorted(way.check_in.feelings.chips) == sorted(words)


def test_a_log_that_answers_late_takes_nothing_back(way: Way) -> None:
    chosen = way.app.steering.chosen
    chosen.name, chosen.phrases = "Ada", ("Enough.",)
    chosen.know_person({})
    assert (chosen.name, chosen.phrases) == ("Ada", ("Enough.",))


def test_a_skipped_check_in_is_passed_over_the_next_time(way: Way) -> None:
    way.parts.change_settings(read_safety=True, aloud="speak", asked_name=True, asked_phrases=True)
    home = way.app.window.page("sit")
    assert isinstance(home, Home)
    way.app.steering.chosen.take("sit-with-it")
    way.app.steering.go("sit")
    assert home.panel.begin.words == "Next"
    assert home.panel.check_in.isHidden()

    way.begin("sit-with-it")
    way.check_in.skip.click()
    way.app.steering.go("sit")
    assert home.panel.begin.words == "Begin 10 minutes"
    assert way.choices[-1].answers.feelings == ()
    begun = len(way.choices)
    way.begin("sit-with-it")
    assert len(way.choices) == begun + 1

    way.app.steering.go("sit")
    assert home.panel.check_in.isVisible()
    home.panel.check_in.click()
    assert way.app.window.current == "check-in"
    way.check_in.begin.click()
    assert way.parts.settings.straight == ()
