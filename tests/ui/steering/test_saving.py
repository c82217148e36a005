from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from mindful.exercises.answers import Answers, answers_from
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.rendering_job import Order, Progress
from mindful.sit.choice import Choice
from mindful.ui.look import Look
from mindful.ui.pages.saving import SavePage
from mindful.ui.save_models import SaveStage
from mindful.ui.steering.save_words import left_words, private_words, suggested_name
from mindful.ui.steering.saving import SaveSteering

pytestmark = pytest.mark.window


class Process:
    """Stands for the process that writes: says what a test has it say, from another thread."""

    def __init__(self, order: Order, told: Callable[[Progress], None]) -> None:
        self.order = order
        self.told = told
        self.did: list[str] = []

    def start(self) -> None:
        self.did.append("start")

    def cancel(self) -> None:
        self.did.append("cancel")

    def close(self) -> None:
        self.did.append("close")

    def say(self, progress: Progress) -> None:
        thread = threading.Thread(target=self.told, args=(progress,))
        thread.start()
        thread.join()


class Desk:
    """The steering, its page, and what became of them."""

    def __init__(self, look: Look, folder: Path) -> None:
        self.parts = Parts(find_paths(folder / "data"))
        self.page = SavePage(look)
        self.home: list[str] = []
        self.processes: list[Process] = []
        self.steering = SaveSteering(self.page, self.parts, self._open, self.home.append)

    def _open(self, order: Order, told: Callable[[Progress], None]) -> Process:
        self.processes.append(Process(order, told))
        return self.processes[-1]

    def offer(self, answers: Answers | None = None) -> Choice:
        choice = Choice(
            exercise=self.parts.library.find("sit-with-it"),
            minutes=12,
            answers=answers or Answers(),
        )
        self.steering.offer(choice)
        return choice

    def save(self, file: Path, qtbot: QtBot) -> None:
        """Press the button, and choose this file in the dialog that opens."""
        self.page.save.click()
        dialog = self.page.findChild(QFileDialog)
        assert dialog is not None
        # As when the dialog has asked about a file that is there, and was told to replace it.
        dialog.fileSelected.emit(str(file))
        dialog.close()
        QApplication.processEvents()  # what follows waits until the dialog is done

    @property
    def stage(self) -> SaveStage:
        return self.steering._view.stage


@pytest.fixture
def desk(look: Look, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(look, tmp_path)
    qtbot.addWidget(desk.page)
    desk.page.show()
    desk.offer()
    yield desk
    desk.steering.close()
    desk.parts.close()


def test_it_writes_what_was_chosen_where_it_was_chosen(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    choice = desk.offer()
    desk.save(tmp_path / "sit.mp3", qtbot)
    (process,) = desk.processes
    assert process.did == ["start"]
    assert process.order == Order(
        choice=choice, output=tmp_path / "sit.mp3", captions=tmp_path / "sit.vtt", replace=False
    )
    assert desk.steering.busy


def test_how_far_it_is_comes_from_another_thread_to_page_and_home(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.save(tmp_path / "sit.mp3", qtbot)
    desk.processes[0].say(Progress(stage="sound", share=0.4, seconds_left=118.0))
    qtbot.waitUntil(lambda: desk.home[-1] == "Saving, 40%")
    assert "About 2 minutes left." in desk.page.progress._detail.text()
    desk.processes[0].say(Progress(stage="done", share=1.0))
    qtbot.waitUntil(lambda: desk.home[-1] == "Saved")
    assert desk.page.progress._title.text() == "Saved: sit.mp3"
    assert not desk.steering.busy


def test_cancel_leads_back_to_the_question(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.save(tmp_path / "sit.mp3", qtbot)
    desk.page.progress.cancel.click()
    assert desk.processes[0].did == ["start", "cancel"]
    assert desk.steering.busy, "until the process says that it has ended"
    desk.processes[0].say(Progress(stage="cancelled"))
    qtbot.waitUntil(lambda: not desk.steering.busy)
    assert desk.stage is SaveStage.READY
    assert desk.home[-1] == "Save as audio"


def test_a_failure_is_worded(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.save(tmp_path / "sit.mp3", qtbot)
    desk.processes[0].say(Progress(stage="failed", code="file-unwritable", facts={"path": "/x"}))
    qtbot.waitUntil(lambda: desk.stage is SaveStage.FAILED)
    assert desk.steering._view.ended == "/x can’t be written. Choose another place for it."
    assert desk.home[-1] == "Not saved"


def test_a_name_without_a_known_ending_gets_one(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.save(tmp_path / "sit 12.5", qtbot)
    assert desk.processes[0].order.output == tmp_path / "sit 12.5.mp3"


def test_nothing_is_replaced_that_the_dialog_did_not_ask_about(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "sit.vtt").write_text("kept")
    desk.save(tmp_path / "sit.mp3", qtbot)
    assert desk.processes == []
    assert "sit.vtt is there already" in desk.steering._view.ended
    (tmp_path / "other.mp3").write_text("kept")
    desk.save(tmp_path / "other", qtbot)
    assert desk.processes == []


def test_what_the_dialog_asked_about_is_replaced(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    for name in ("sit.mp3", "sit.vtt"):
        (tmp_path / name).write_text("old")
    desk.save(tmp_path / "sit.mp3", qtbot)
    assert desk.processes[0].order.replace


def test_captions_and_kind_can_be_chosen(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.page.captions.click()
    desk.page.kind_chosen.emit(".flac")
    desk.save(tmp_path / "sit", qtbot)
    order = desk.processes[0].order
    assert (order.output.name, order.captions) == ("sit.flac", None)


def test_an_end_is_told_until_it_was_seen(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.save(tmp_path / "sit.mp3", qtbot)
    desk.steering.leave()
    assert desk.steering.has_news, "a saving goes on when its page is left"
    desk.processes[0].say(Progress(stage="done"))
    qtbot.waitUntil(lambda: desk.stage is SaveStage.SAVED)
    desk.steering.leave()
    assert not desk.steering.has_news


def test_nothing_is_heard_of_one_that_was_closed(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.save(tmp_path / "sit.mp3", qtbot)
    desk.steering.close()
    assert desk.processes[0].did == ["start", "close"]
    desk.processes[0].say(Progress(stage="done"))
    qtbot.wait(1)
    assert desk.stage is SaveStage.SAVING


def test_the_name_suggested_holds_nothing_of_the_persons_own(desk: Desk) -> None:
    answers = answers_from(desk.parts.vocabulary, feelings=("anxious",), places=("chest",))
    choice = desk.offer(answers)
    assert suggested_name(choice, ".mp3") == "sit-with-the-feeling-12.mp3"
    assert private_words(choice)
    assert not private_words(desk.offer())


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, ""),
        (0.0, "Less than a minute left."),
        (62.0, "About 1 minute left."),
        (118.0, "About 2 minutes left."),
    ],
)
def test_time_left_is_said_in_words(seconds: float | None, words: str) -> None:
    assert left_words(seconds) == words
