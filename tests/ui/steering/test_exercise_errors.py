"""Exercises of a person's own: shown beside the built-in ones, their errors on a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mindful.app import App
from mindful.assets import asset
from mindful.exercises.errors import ExerciseTrouble
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.ui.controls import Label
from mindful.ui.file_models import FileError
from mindful.ui.pages.exercise_errors import ExerciseErrors
from mindful.ui.pages.home import Home
from mindful.ui.steering.exercise_errors import file_error
from mindful.ui.steering.practices import broken_files, practice_groups

pytestmark = pytest.mark.window


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The person's exercises: one good, two broken."""
    folder = find_paths(tmp_path / "data").exercises
    folder.mkdir(parents=True)
    text = asset("exercises", "en", "breath.toml").read_text(encoding="utf-8")
    (folder / "mine.toml").write_text(text.replace('id = "breath"', 'id = "mine"'))
    (folder / "half.toml").write_text('id = "half"\n')
    (folder / "odd.toml").write_text("not toml at all")
    return folder


@pytest.fixture
def app(qapp: QApplication, qtbot: QtBot, tmp_path: Path, own: Path) -> Iterator[App]:
    parts = Parts(find_paths(tmp_path / "data"))
    parts.change_settings(welcomed=True, speak=False, reduced_motion=True, exercise="mine")
    app = App(qapp, parts.paths, parts)
    app.open()
    qtbot.waitUntil(lambda: app.window.current == "sit")
    yield app
    app.close()
    parts.close()


def words(page: ExerciseErrors) -> str:
    return "\n".join(label.text() for label in page.findChildren(Label) if label.isVisible())


def test_broken_files_stop_nobody_and_can_be_mended(app: App, own: Path) -> None:
    home = cast("Home", app.window.page("sit"))
    assert home.practices.current is not None
    assert home.practices.current.id == "mine"
    assert home.practices.current.own
    assert home.practices.broken.words == "2 exercise files have errors"
    home.practices.broken.click()
    page = cast("ExerciseErrors", app.window.page("exercise-errors"))
    assert app.window.current == "exercise-errors"
    assert "half.toml:1" in words(page)
    assert "odd.toml:1" in words(page)
    assert str(own) in words(page)

    mended = asset("exercises", "en", "noting.toml").read_text(encoding="utf-8")
    (own / "half.toml").write_text(mended.replace('id = "noting"', 'id = "half"'))
    (own / "odd.toml").unlink()
    (own / "mine.toml").unlink()
    page.again.click()
    assert "half.toml" not in words(page)
    assert "Nothing is wrong" in words(page)
    page.back.click()
    assert home.practices.row("half") is not None
    assert home.practices.row("mine") is None
    assert not home.practices.broken.isVisible()
    assert home.practices.current is not None


def test_what_is_folded_is_remembered(app: App, qtbot: QtBot) -> None:
    home = cast("Home", app.window.page("sit"))
    for folded in (True, False):
        with qtbot.waitSignal(home.fold_changed):
            head = home.practices.head("kindness")
            assert head is not None
            head.click()  # type: ignore[attr-defined]  # a button, typed as any widget
        assert app._parts is not None
        assert app._parts.settings.folded == (("kindness",) if folded else ())


def test_groups_mark_ones_own_and_what_is_folded(own: Path) -> None:
    parts = Parts(find_paths(own.parent))
    groups = {group.id: group for group in practice_groups(parts.library, ("quiet",))}
    assert list(groups) == ["steady", "here", "kindness", "paper", "breathing", "quiet"]
    assert sum(len(group.practices) for group in groups.values()) == 28
    assert [group.id for group in groups.values() if group.folded] == ["quiet"]
    marked = [
        practice.id for group in groups.values() for practice in group.practices if practice.own
    ]
    assert marked == ["mine"]
    assert broken_files(parts.library) == "2 exercise files have errors"


@pytest.mark.parametrize(
    ("trouble", "error"),
    [
        (
            ExerciseTrouble("exercise-broken", path="/x/a.toml", line=3, field="id", reason="no"),
            FileError("a.toml:3", "id: no"),
        ),
        (
            ExerciseTrouble("exercise-broken", path="/x/a.toml", line=1, field="$", reason="no"),
            FileError("a.toml:1", "no"),
        ),
        (
            ExerciseTrouble("exercise-unreadable", path="/x/a.toml"),
            FileError("a.toml", "/x/a.toml can’t be read."),
        ),
    ],
)
def test_an_error_is_told_with_its_place(trouble: ExerciseTrouble, error: FileError) -> None:
    assert file_error(trouble) == error
