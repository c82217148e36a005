"""A PulseAudio server with two null sinks, whose monitors can be recorded.

Sound goes to the sink ``sink``, or with ``PULSE_SINK=other`` to the other one, so that two sits
can be recorded at once.

`scripts/test` starts one for all tests (``python tests/sound_server.py --serve FOLDER``); tests
that kill their server start their own.
"""

from __future__ import annotations

import os
import shutil
import signal
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import FrameType, TracebackType

RATE = 48_000
FRAME_BYTES = 4
FORMAT = f"rate={RATE} channels=2 format=s16le"


class PulseServer:
    """One server, with its socket and all its files in `folder`."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.folder = folder
        self.socket = folder / "socket"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """What PULSE_SERVER is set to."""
        return f"unix:{self.socket}"

    def __enter__(self) -> PulseServer:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Start the server and wait until it answers."""
        home = str(self.folder)
        environment = {**os.environ, "HOME": home, "XDG_RUNTIME_DIR": home, "LC_ALL": "C"}
        # Where D-Bus starts a session bus by itself, a second server would find its name taken.
        environment["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={home}/no-bus"
        environment.pop("PULSE_SERVER", None)
        self.socket.unlink(missing_ok=True)
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [
                    *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1"),
                    *("--disallow-exit", "--use-pid-file=no", "--disable-shm=yes"),
                    *("-L", f"module-native-protocol-unix auth-anonymous=1 socket={self.socket}"),
                    *("-L", f"module-null-sink sink_name=sink {FORMAT}"),
                    *("-L", f"module-null-sink sink_name=other {FORMAT}"),
                ],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        deadline = time.monotonic() + 60
        while not self._answers():
            if time.monotonic() > deadline or self._process.poll() is not None:
                raise RuntimeError((self.folder / "log").read_text())
            time.sleep(0.02)

    def kill(self) -> None:
        """End the server as a crash would."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def hang(self) -> None:
        """Let the server answer nobody, until `wake`."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def wake(self) -> None:
        """Let a server that hangs go on."""
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    def control(self, *arguments: str) -> str:
        """Tell the server something by `pactl`; gives what it answers."""
        return subprocess.run(
            ["pactl", *arguments],
            env={**os.environ, "PULSE_SERVER": self.address},
            capture_output=True,
            check=True,
            text=True,
        ).stdout

    def stop(self) -> None:
        """End the server."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            self._process.wait()

    def terminate(self) -> None:
        """Tell the server to end, and wait for nothing: for a signal's handler."""
        if self._process is not None:
            self._process.terminate()

    def wait(self) -> None:
        """Wait until the server ends."""
        assert self._process is not None
        self._process.wait()

    def record(self, sink: str = "sink") -> Recording:
        """Record a sink's monitor from now on."""
        return Recording(self.address, sink)

    def _answers(self) -> bool:
        if not self.socket.exists():
            return False
        return (
            subprocess.run(
                ["pactl", "info"],
                env={**os.environ, "PULSE_SERVER": self.address},
                capture_output=True,
                check=False,
            ).returncode
            == 0
        )


class Recording:
    """The monitor of a sink, recorded until it is finished."""

    def __init__(self, address: str, sink: str = "sink") -> None:
        self._process = subprocess.Popen(
            [
                *("parec", "-d", f"{sink}.monitor", "--rate=48000", "--channels=2"),
                *("--format=s16le", "--latency-msec=20"),
            ],
            env={**os.environ, "PULSE_SERVER": address},
            stdout=subprocess.PIPE,
        )
        assert self._process.stdout is not None
        self._pipe = self._process.stdout
        self._data = bytearray()
        self._begans: list[float] = []
        self._grown = threading.Condition()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.wait_for(0.1)

    @property
    def seconds(self) -> float:
        """Seconds recorded so far."""
        return len(self._data) / FRAME_BYTES / RATE

    @property
    def began(self) -> float:
        """Monotonic seconds of the first frame, by the delay that most pieces arrive with."""
        return statistics.median(self._begans)

    @property
    def so_far(self) -> bytes:
        """What is recorded so far, as `finish` gives it."""
        return bytes(self._data[: len(self._data) // FRAME_BYTES * FRAME_BYTES])

    def wait_for(self, seconds: float, timeout: float = 60) -> None:
        """Wait until so much is recorded in all."""
        with self._grown:
            assert self._grown.wait_for(lambda: self.seconds >= seconds, timeout)

    def finish(self) -> bytes:
        """End the recording; gives 16-bit stereo frames at 48 kHz."""
        self._process.terminate()
        self._reader.join()
        self._process.wait()
        self._pipe.close()
        return self.so_far

    def _read(self) -> None:
        # File descriptor reads return what is there; a buffered read would wait for its size.
        while chunk := os.read(self._pipe.fileno(), 65_536):
            with self._grown:
                self._data += chunk
                self._begans.append(time.monotonic() - self.seconds)
                self._grown.notify_all()


def serve(folder: Path) -> None:
    """Run a server until this process is told to end; print its address."""

    def end(_signal: int, _frame: FrameType | None) -> None:
        server.terminate()

    server = PulseServer(folder)
    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    server.start()
    sys.stdout.write(server.address)
    sys.stdout.flush()
    server.wait()
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    serve(Path(sys.argv[2]))
