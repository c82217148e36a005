"""One worker process as its parent sees it: started, asked with a time limit, ended."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue

from mindful.voice.errors import VoiceTrouble
from mindful.voice.wire import Garbled, Header, receive, send

Message = tuple[Header, bytes]

_SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - mkdtemp makes our folder in it, mode 0700


class WorkerProcess:
    """A running worker and the one thread that talks with it.

    All blocking reads and writes happen in that thread, because Windows cannot wait on a pipe
    with a time limit; callers wait on a queue instead. Asked by one thread at a time; `end` may
    come from any other and wakes whoever waits.
    """

    def __init__(self, command: Sequence[str]) -> None:
        """Start `command`, with a private folder as its last argument.

        Raises:
            OSError: the process or its folder cannot be made.
        """
        self._folder = private_folder()
        try:
            self._process = _started([*command, str(self._folder)])
        except OSError:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise
        self._requests: SimpleQueue[Header | None] = SimpleQueue()
        self._replies: SimpleQueue[Message | str] = SimpleQueue()
        self._ending = threading.Lock()
        self._thread = threading.Thread(target=self._converse, name="voice worker", daemon=True)
        self._thread.start()

    @property
    def pid(self) -> int:
        """The worker's process id."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    def ask(self, request: Mapping[str, object], seconds: float) -> Message:
        """Send a request and wait for its answer, at most `seconds`.

        Raises:
            VoiceTrouble: ``voice-hung``, ``voice-died`` or ``voice-garbled``.
        """
        self._requests.put(dict(request))
        return self.hear(seconds)

    def hear(self, seconds: float) -> Message:
        """Wait for what the worker says next, at most `seconds`. It speaks first when ready.

        Raises:
            VoiceTrouble: as `ask`.
        """
        try:
            reply = self._replies.get(timeout=seconds)
        except Empty:
            raise VoiceTrouble("voice-hung", seconds=round(seconds, 1)) from None
        if isinstance(reply, str):
            raise VoiceTrouble(reply)
        return reply

    def end(self) -> None:
        """End the process now and remove its folder. Safe to call twice and from any thread."""
        with self._ending:
            self._process.kill()
            self._process.wait()
            self._requests.put(None)
            self._thread.join()
            for pipe in (self._process.stdin, self._process.stdout):
                with contextlib.suppress(OSError):  # half a request may still be unflushed
                    if pipe is not None:
                        pipe.close()
            shutil.rmtree(self._folder, ignore_errors=True)

    def _converse(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            while (message := receive(self._process.stdout)) is not None:
                self._replies.put(message)
                request = self._requests.get()
                if request is None:
                    break
                send(self._process.stdin, request)
            self._replies.put("voice-died")
        except Garbled:
            self._replies.put("voice-garbled")
        except OSError:
            self._replies.put("voice-died")


def private_folder() -> Path:
    """A new folder that only this person can enter, in memory where the system has such."""
    if os.access(_SHARED_MEMORY, os.W_OK | os.X_OK):
        with contextlib.suppress(OSError):  # full: the disk will do
            return Path(tempfile.mkdtemp(prefix="mindful-", dir=_SHARED_MEMORY))
    return Path(tempfile.mkdtemp(prefix="mindful-")).absolute()


def _started(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """The process, in a group of its own so that Ctrl+C in a terminal leaves it be.

    Its stderr goes nowhere: speech libraries chatter there, and a traceback could hold what a
    person wrote.
    """
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    if sys.platform == "win32":
        flags = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
        return subprocess.Popen(
            command, stdin=pipe, stdout=pipe, stderr=nowhere, creationflags=flags
        )
    return subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=nowhere, start_new_session=True
    )
