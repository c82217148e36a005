"""Answers of other threads, brought to the window's."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from mindful.trouble import Trouble

if TYPE_CHECKING:
    from concurrent.futures import Future

Answer = TypeVar("Answer")


class Background(QObject):
    """Answers of other threads, brought to the thread that made this.

    A trouble goes to `failed`; a bug of ours is raised here, where it is seen.
    """

    _done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = True
        self._turn = 0
        self._done.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def when(
        self,
        future: Future[Answer],
        then: Callable[[Answer], None],
        failed: Callable[[Trouble], None],
    ) -> None:
        """Call `then` with the answer, or `failed` with the trouble, on our thread."""
        turn = self._turn

        def deliver(done: Future[Answer]) -> None:
            if turn == self._turn:
                self._deliver(done, then, failed)

        def arrive(done: Future[Answer]) -> None:
            self._done.emit(lambda: deliver(done))

        future.add_done_callback(arrive)

    def forget(self) -> None:
        """Nobody is told of what was asked so far."""
        self._turn += 1

    def close(self) -> None:
        """Nobody is told any more."""
        self._open = False

    def _call(self, work: Callable[[], None]) -> None:
        if self._open:
            work()

    @staticmethod
    def _deliver(
        done: Future[Answer], then: Callable[[Answer], None], failed: Callable[[Trouble], None]
    ) -> None:
        if done.cancelled():
            return
        try:
            answer = done.result()
        except Trouble as trouble:
            failed(trouble)
        else:
            then(answer)


class Newest:
    """Hears answers until they are given up: what was asked before then is told nobody.

    Args:
        background: brings the answers.
    """

    def __init__(self, background: Background) -> None:
        self._background = background
        self._turn = 0

    def give_up(self) -> None:
        """Nobody wants to hear of what was asked so far."""
        self._turn += 1

    def when(
        self,
        future: Future[Answer],
        then: Callable[[Answer], None],
        failed: Callable[[Trouble], None],
    ) -> None:
        """As `Background.when`, unless it is given up meanwhile."""
        turn = self._turn

        def arrived(answer: Answer) -> None:
            if turn == self._turn:
                then(answer)

        def missed(trouble: Trouble) -> None:
            if turn == self._turn:
                failed(trouble)

        self._background.when(future, arrived, missed)
