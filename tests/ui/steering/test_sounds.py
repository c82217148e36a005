from __future__ import annotations

import threading
import wave
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from mindful.audio.clip import Samples
from mindful.audio.errors import SoundTrouble
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.trouble import Trouble
from mindful.ui.background import Background
from mindful.ui.models import SoundKind
from mindful.ui.steering.previews import Previews
from mindful.ui.steering.sounds import SoundSteering

pytestmark = pytest.mark.window


class Aside:
    """Stands for what plays: makes each sound, on another thread as the real one does."""

    def __init__(self) -> None:
        self.did: list[str] = []

    def play(self, make: Callable[[], Samples]) -> None:
        def work() -> None:
            try:
                self.did.append(f"played {len(make())}")
            except Trouble:
                self.did.append("passed over")

        thread = threading.Thread(target=work)
        thread.start()
        thread.join()

    def hush(self) -> None:
        self.did.append("hush")

    def close(self) -> None:
        """Nothing is open."""


class Desk:
    """The steering, and what became of it."""

    def __init__(self, folder: Path, page: QWidget) -> None:
        self.page = page
        self.parts = Parts(find_paths(folder / "data"))
        self.aside = Aside()
        self.parts.aside = self.aside  # type: ignore[assignment]  # stands for it
        self.changes = 0
        self.troubles: list[Trouble] = []
        self.previews = Previews(self.parts, page)
        self.steering = SoundSteering(
            page,
            self.parts,
            Background(page),
            self.previews,
            self._change,
            self.troubles.append,
        )

    def _change(self) -> None:
        self.changes += 1

    def choose_file(self, kind: SoundKind, file: Path) -> None:
        self.steering.ask_for_file(kind)
        dialog = self.page.findChild(QFileDialog)
        assert dialog is not None
        dialog.fileSelected.emit(str(file))
        dialog.close()
        QApplication.processEvents()  # what follows waits until the dialog is done


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    desk = Desk(tmp_path, page)
    yield desk
    desk.parts.close()


@pytest.fixture
def chime(tmp_path: Path) -> Path:
    """Half a second that dies away."""
    frames = np.arange(24_000)
    tone = np.sin(frames * 0.1) * np.exp(-frames / 6000) * 20_000
    path = tmp_path / "garden gate.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 48_000, 0, "NONE", ""))
        file.writeframes(tone.astype("<i2").tobytes())
    return path


def test_what_is_chosen_is_kept_and_heard_once(desk: Desk) -> None:
    desk.steering.choose("bell", "small-bell")
    assert desk.parts.settings.bell == "small-bell"
    assert len(desk.aside.did) == 1
    assert desk.aside.did[0].startswith("played")
    desk.steering.choose("ambience", "rain")
    assert desk.parts.settings.ambience == "rain"
    assert len(desk.aside.did) == 2


def test_none_is_silence(desk: Desk) -> None:
    desk.steering.choose("bell", "none")
    assert desk.aside.did == []
    desk.steering.choose("bell", "small-bell")
    desk.steering.choose("bell", "none")
    assert desk.aside.did[-1] == "hush"


def test_going_on_is_silence_and_opens_no_sound_without_need(desk: Desk) -> None:
    desk.previews.hush()
    assert desk.aside.did == []
    desk.steering.choose("bell", "small-bell")
    desk.previews.hush()
    desk.previews.hush()
    assert desk.aside.did.count("hush") == 1


def test_a_file_of_ones_own_is_taken_chosen_and_heard(
    desk: Desk, qtbot: QtBot, chime: Path
) -> None:
    desk.choose_file("bell", chime)
    qtbot.waitUntil(lambda: desk.parts.settings.bell.startswith("own:"))
    assert desk.parts.own_sounds.options("bell") == ((desk.parts.settings.bell, "garden gate"),)
    assert desk.aside.did[-1].startswith("played")


def test_a_file_that_is_no_sound_is_told_and_changes_nothing(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Ada")
    desk.choose_file("ambience", letter)
    qtbot.waitUntil(lambda: bool(desk.troubles))
    assert isinstance(desk.troubles[0], SoundTrouble)
    assert desk.parts.settings.ambience == "none"


def test_a_preview_that_fails_is_told_on_the_windows_thread(desk: Desk, qtbot: QtBot) -> None:
    told: list[threading.Thread] = []

    def fail() -> Samples:
        raise SoundTrouble("own-sound-gone")

    desk.previews.play(fail, lambda _: told.append(threading.current_thread()))
    qtbot.waitUntil(lambda: bool(told))
    assert told == [threading.main_thread()]
    assert desk.aside.did == ["passed over"]


def test_what_is_removed_gives_way_to_the_usual(desk: Desk, qtbot: QtBot, chime: Path) -> None:
    own = desk.parts.own_sounds.take(chime, "bell")
    desk.steering.choose("bell", own)
    desk.steering.forget(own)
    qtbot.waitUntil(lambda: desk.parts.settings.bell == "low-bowl")
    assert desk.parts.own_sounds.options("bell") == ()
