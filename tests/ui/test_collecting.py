"""Widgets that nobody holds go on the window's thread, whatever other threads do."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from mindful.ui.collecting import Collector


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:  # the bot makes the application
    collector = Collector()
    yield collector
    collector.end()


def a_cycle(gone: list[int]) -> None:
    """A thing of Qt's that only it itself holds; its end notes the thread."""
    thing = QObject()
    thing.own = thing  # type: ignore[attr-defined]  # what bound methods do less plainly
    weakref.finalize(thing, lambda: gone.append(threading.get_ident()))


def allocate(kept: list[list[int]]) -> None:
    """Far more than makes Python look for garbage."""
    kept.extend([number] for number in range(200_000))


def test_what_is_dead_goes_on_the_windows_thread(collector: Collector, qtbot: QtBot) -> None:
    gone: list[int] = []
    a_cycle(gone)
    kept: list[list[int]] = []
    worker = threading.Thread(target=allocate, args=[kept])
    worker.start()
    worker.join()
    assert gone == []
    qtbot.waitUntil(lambda: bool(gone))
    assert gone == [threading.get_ident()]


def test_python_collects_again_afterwards(qtbot: QtBot) -> None:
    gc.enable()
    collector = Collector()
    assert not gc.isenabled()
    collector.end()
    collector.end()
    assert gc.isenabled()
    gc.disable()  # as the other tests of the window have it


def test_nothing_is_collected_while_something_moves(qtbot: QtBot) -> None:
    moves = True
    collector = Collector(lambda: moves)
    gone: list[int] = []
    kept: list[list[int]] = []
    a_cycle(gone)
    allocate(kept)
    collector._timer.timeout.emit()
    assert gone == []
    moves = False
    allocate(kept)
    collector._timer.timeout.emit()
    assert len(gone) == 1
    collector.end()
