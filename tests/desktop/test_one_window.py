"""A second start finds the first window, and nobody else can call it."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mindful.desktop.one_window import LONGEST_PATH, OneWindow, socket_name

pytestmark = pytest.mark.window


def test_the_first_is_called_by_the_second(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = OneWindow(tmp_path), OneWindow(tmp_path)
    assert not first.call_the_other()
    assert first.wait()
    with qtbot.waitSignal(first.called):
        assert second.call_the_other()
    assert not second.wait()
    first.close()
    assert second.wait()
    second.close()


def test_the_socket_is_the_persons_own(qtbot: QtBot, tmp_path: Path) -> None:
    one = OneWindow(tmp_path)
    assert one.wait()
    assert stat.S_IMODE(Path(socket_name(tmp_path)).stat().st_mode) == 0o600
    one.close()


def test_what_a_killed_copy_left_behind_stops_nobody(qtbot: QtBot, tmp_path: Path) -> None:
    Path(socket_name(tmp_path)).write_text("")
    one = OneWindow(tmp_path)
    assert not one.call_the_other()
    assert one.wait()
    one.close()


def test_a_long_path_has_a_short_name_of_its_own(tmp_path: Path) -> None:
    long = tmp_path / ("x" * 120)
    assert len(socket_name(long)) < LONGEST_PATH
    assert socket_name(long) != socket_name(long / "other")
