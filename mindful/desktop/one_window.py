"""One window for each data folder: whoever starts Mindful again finds the one that is open."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:  # the window is painted before it is loaded, where nobody is there to be called
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

LONGEST_PATH = 100
"""Bytes of a socket's path; systems take 104 and more."""

CALL = b"show"
"""What a call says; who says nothing only asks whether anybody is there."""

ANSWER_MS = 1_000
"""How long the other copy may take to take the call, in milliseconds."""

WORD_MS = 100
"""How long a caller may take to say its word, in milliseconds."""


class OneWindow(QObject):
    """Waits for others to call, over a local socket that only this person may use.

    Where no socket can be made, as on a disk without them, nobody is found and nobody waits:
    two windows on one log do no harm.
    """

    called = Signal()
    """Mindful was started again: this window is to be shown."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = socket_name(folder)
        self._server: QLocalServer | None = None

    def call_the_other(self) -> bool:
        """Call the window that is open already; False where there is none."""
        if not self._may_be_there():
            return False
        socket = self._reach()
        if socket is None:
            return False
        socket.write(CALL)
        socket.waitForBytesWritten(ANSWER_MS)
        socket.disconnectFromServer()
        return True

    def wait(self) -> bool:
        """Take calls from now on; False where another does, or no socket can be made."""
        from PySide6.QtNetwork import QLocalServer

        if self._reach() is not None:
            return False
        server = self._server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(lambda: self._take(server))
        if not server.listen(self._name):
            return False
        if sys.platform != "win32":
            with contextlib.suppress(OSError):  # its folder is the person's own anyway
                Path(server.fullServerName()).chmod(0o600)
        return True

    def close(self) -> None:
        """Take no more calls."""
        if self._server is not None:
            self._server.close()

    def _may_be_there(self) -> bool:
        """Whether there is a socket; where it is no file of ours, only Qt knows."""
        place = Path(self._name)
        return sys.platform == "win32" or not place.is_absolute() or place.exists()

    def _reach(self) -> QLocalSocket | None:
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        return socket if socket.waitForConnected(ANSWER_MS) else None

    def _take(self, server: QLocalServer) -> None:
        # Read here and at once: a caller says its word before it goes.
        while (caller := server.nextPendingConnection()) is not None:
            caller.waitForReadyRead(WORD_MS)
            if caller.readAll().data() == CALL:
                self.called.emit()
            caller.deleteLater()


def socket_name(folder: Path) -> str:
    """In the data folder; where its path is too long for a socket, a name made of it."""
    path = str(folder / "window.socket")
    if len(path.encode()) <= LONGEST_PATH:
        return path
    import hashlib  # few paths are so long

    return f"mindful-{hashlib.sha256(path.encode()).hexdigest()[:24]}"
