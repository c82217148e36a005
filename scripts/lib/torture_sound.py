"""Harm done to the sound of a sit: real servers killed and started again while it plays."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np

from mindful.exercises.timeline import RATE
from scripts.lib.torture_row import Bench, Row
from tests.log.aids import ROOT
from tests.sound_server import FORMAT, PulseServer, Recording
from tests.whole.hearing import as_mono, strikes

ON_TIME = 0.03
"""Seconds by which the closing strike may be late or early, from onset to onset."""
BACK_WITHIN = 5.0
"""Seconds from the server's return to the first sound."""
AMONG_TESTS = 0.25, 15.0
"""The same two in the short form, beside which other tests have the processor."""
BELL = "wood-block"


@dataclass
class Heard:
    """What was recorded of one server, from its start to its death."""

    began: float
    returned: float
    sound: bytes

    def strikes(self) -> list[float]:
        """Monotonic seconds of the strikes."""
        mono = as_mono(self.sound)
        loud = [at for at in strikes(mono, BELL) if np.abs(mono[at : at + RATE // 10]).max() > 0.05]
        return [self.began + at / RATE for at in loud]

    def back_after(self) -> float | None:
        """Seconds from the server's return to the first sound; None when it stayed silent."""
        loud = np.flatnonzero(np.abs(np.frombuffer(self.sound, "<i2")) > 3)
        return None if not len(loud) else self.began + loud[0] / 2 / RATE - self.returned


def until_heard(recording: Recording, returned: float, seconds: float) -> None:
    """Wait until there is sound, so long at most."""
    while recording.seconds < seconds:
        recording.wait_for(recording.seconds + 0.25)
        if Heard(recording.began, returned, recording.so_far).back_after() is not None:
            return


class PlayedSit:
    """A sit in a process of its own, and what it says."""

    def __init__(self, folder: Path, server: PulseServer, minutes: int) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "scripts.lib.torture_sounder", str(folder), str(minutes)],
            cwd=ROOT,
            env={**os.environ, "PULSE_SERVER": server.address},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._said: queue.SimpleQueue[str] = queue.SimpleQueue()
        self.lines: list[str] = []
        threading.Thread(target=self._listen, daemon=True).start()

    def wait_for(self, wanted: str, seconds: float) -> None:
        """Wait for a line that begins so."""
        until = time.monotonic() + seconds
        while not any(line.startswith(wanted) for line in self.lines):
            self.lines.append(self._said.get(timeout=max(0.0, until - time.monotonic())))

    def last(self, wanted: str) -> str:
        """What follows `wanted` in the last line that begins so."""
        return [line for line in self.lines if line.startswith(wanted)][-1][len(wanted) :].strip()

    def end(self) -> None:
        """Have an open-ended sit end."""
        assert self._process.stdin is not None
        self._process.stdin.write("end\n")
        self._process.stdin.flush()

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.communicate()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._said.put(line.strip())


Harm = Callable[[PulseServer, Random], str]
"""Does harm to a server and ends it again; gives the sink where sound is to be heard then."""


def killed_servers(bench: Bench) -> Row:
    """The server dies and comes back."""

    def kill(server: PulseServer, chance: Random) -> str:
        server.kill()
        time.sleep(chance.uniform(0.0, 2.5))
        server.start()
        return "sink"

    return _harmed(bench, "sound server killed in a sit and started again", kill)


def hung_servers(bench: Bench) -> Row:
    """The server answers nobody for a while, and then goes on."""

    def hang(server: PulseServer, chance: Random) -> str:
        server.hang()
        time.sleep(chance.uniform(0.3, 4.0))
        server.wake()
        return "sink"

    return _harmed(bench, "sound server hung in a sit", hang)


def changed_devices(bench: Bench) -> Row:
    """The device in use goes away, another one is the usual one now."""
    used = ["sink", "other"]

    def change(server: PulseServer, _chance: Random) -> str:
        gone, used[:] = used[0], used[::-1]
        modules = server.control("list", "short", "modules").splitlines()
        (loaded,) = [line.split()[0] for line in modules if f"sink_name={gone} " in line]
        server.control("set-default-sink", used[0])
        server.control("unload-module", loaded)
        server.control("load-module", "module-null-sink", f"sink_name={gone}", *FORMAT.split())
        return used[0]

    return _harmed(bench, "sound device gone in a sit, another in its place", change)


def _harmed(bench: Bench, what: str, harm: Harm) -> Row:
    """A sit of three minutes (the short form: half a minute) to which harm is done."""
    row = Row(what)
    minutes, times = bench.times(3, 0), bench.times(20, 2)
    heard: list[Heard] = []
    on_time, back_within = AMONG_TESTS if bench.short else (ON_TIME, BACK_WITHIN)
    with PulseServer(bench.folder / "pulse") as server:
        recording, returned = server.record(), time.monotonic()
        sit = PlayedSit(bench.folder / "data", server, minutes)
        try:
            sit.wait_for("bell 0", 60)
            recording.wait_for(recording.seconds + 3.0)
            for _ in range(times):
                heard.append(Heard(recording.began, returned, recording.finish()))
                sink = harm(server, bench.chance)
                returned = time.monotonic()
                recording = server.record(sink)
                # What is heard at once after a hang may be what the server still had. Long sits are
                # not waited for longer: twenty harms have to be over before they are.
                least = BACK_WITHIN if bench.short else 2.0
                recording.wait_for(least + bench.chance.uniform(0.1, 2.0))
                until_heard(recording, returned, back_within + 1)
            if not minutes:
                sit.end()
            sit.wait_for("finished", minutes * 60 + 60)
            recording.wait_for(recording.seconds + 1.5)
        finally:
            heard.append(Heard(recording.began, returned, recording.finish()))
            sit.close()
    return _judged(row, heard, int(sit.last("planned")) / RATE, on_time, back_within)


def _judged(row: Row, heard: list[Heard], length: float, on_time: float, back_within: float) -> Row:
    """Sound back after each return, and the first closing strike on time."""
    back = [one.back_after() for one in heard[1:]]
    for number, seconds in enumerate(back):
        fine = seconds is not None and seconds <= back_within
        row.add(None if fine else f"kill {number}: sound back after {seconds} s")
    opening, closing = heard[0].strikes(), heard[-1].strikes()
    late = min((at - opening[0] - length for at in closing if opening), key=abs, default=length)
    if abs(late) > on_time:
        row.survived = 0
        row.wrong.append(f"the closing strike came {late * 1000:.0f} ms late")
    known = sorted(seconds for seconds in back if seconds is not None)
    row.seen = (
        f"sound back after {known[len(known) // 2]:.1f} s (median), {known[-1]:.1f} s most; "
        f"closing strike {late * 1000:+.0f} ms"
    )
    return row


FAULTS: dict[str, Callable[[Bench], Row]] = {
    "sound": killed_servers,
    "hang": hung_servers,
    "device": changed_devices,
}
