"""The writing of a sit as the window sees it: a child process, started, followed and cancelled."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
from collections.abc import Callable

import msgspec

from mindful.rendering_job import Progress, RenderJob, failed, from_line, to_line
from mindful.sit.new_files import unfinished_name
from mindful.trouble import Trouble
from mindful.voice.command import worker_command

GIVE_UP_SECONDS = 5.0
"""How long a cancelled child may take to end by itself."""


class RenderingProcess:
    """One sit being written to a file in a process of its own.

    `told` hears every `Progress` on a thread of ours; the last one, which always comes, has
    `over`. By then the child has ended, and unless it is ``done`` nothing was left behind.

    Args:
        job: what to write where.
        told: hears how it goes.
    """

    def __init__(self, job: RenderJob, told: Callable[[Progress], None]) -> None:
        self._order = job.order
        self._line = to_line(job)
        self._told = told
        self._unwanted = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._reader = threading.Thread(target=self._follow, name="rendering", daemon=True)
        self._closing = threading.Lock()

    @property
    def pid(self) -> int | None:
        """The child's process id, or None before `start` has made one."""
        return None if self._process is None else self._process.pid

    def start(self) -> None:
        """Begin. Returns at once; a child that cannot be started is told as ``failed``."""
        with contextlib.suppress(OSError):  # told by `_follow`
            self._process = _started()
        self._reader.start()
        if self._unwanted.is_set():
            self.cancel()

    def cancel(self) -> None:
        """Ask it to give up; ``cancelled`` is told when it has. Safe at any time, and twice."""
        self._unwanted.set()
        if self._process is not None:
            self._hang_up(self._process)

    def close(self) -> None:
        """Cancel, and wait until it has ended, a few seconds at most. Safe to call twice.

        Not from `told`.
        """
        self.cancel()
        if not self._reader.is_alive():
            return
        self._reader.join(GIVE_UP_SECONDS)
        if self._process is not None and self._reader.is_alive():
            self._process.kill()
            self._reader.join()

    def _follow(self) -> None:
        """Hand on what the child tells, until it has ended."""
        process = self._process
        if process is None:
            self._told(failed(Trouble("render-not-started")))
            return
        last = self._heard(process)
        self._hang_up(process)
        process.wait()
        assert process.stdout is not None
        process.stdout.close()
        if last is None:
            last = self._died()
        if last.stage != "done":
            self._sweep(process.pid)
        self._told(last)

    def _heard(self, process: subprocess.Popen[bytes]) -> Progress | None:
        """Hand on progress; gives how it ended, or None when the child did not say."""
        assert process.stdin is not None
        assert process.stdout is not None
        with contextlib.suppress(OSError, ValueError):  # it died, or is hung up on already
            process.stdin.write(self._line)
            process.stdin.flush()
        for line in process.stdout:
            with contextlib.suppress(msgspec.DecodeError):  # half a line of one that was killed
                progress = from_line(line, Progress)
                if progress.over:
                    return progress
                self._told(progress)
        return None

    def _died(self) -> Progress:
        if self._unwanted.is_set():
            return Progress(stage="cancelled")
        return failed(Trouble("render-died"))

    def _hang_up(self, process: subprocess.Popen[bytes]) -> None:
        """Close the pipe to the child, which is how it hears that nobody wants it any more."""
        with self._closing, contextlib.suppress(OSError):
            assert process.stdin is not None
            process.stdin.close()

    def _sweep(self, pid: int) -> None:
        """Take away what a child that was killed could not."""
        for place in self._order.places:
            with contextlib.suppress(OSError):  # the folder is gone, or was never one
                unfinished_name(place, pid).unlink(missing_ok=True)


def _started() -> subprocess.Popen[bytes]:
    """The child, with lower priority, in a group of its own so that Ctrl+C leaves it to us.

    Its stderr goes nowhere: a traceback could hold what a person wrote.
    """
    command = worker_command("mindful.rendering_worker")
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    if sys.platform == "win32":
        flags = (
            subprocess.CREATE_NEW_PROCESS_GROUP
            | subprocess.CREATE_NO_WINDOW
            | subprocess.BELOW_NORMAL_PRIORITY_CLASS
        )
        return subprocess.Popen(
            command, stdin=pipe, stdout=pipe, stderr=nowhere, creationflags=flags
        )
    return subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=nowhere, start_new_session=True
    )
