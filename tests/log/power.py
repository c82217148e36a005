"""What a disk holds after the power was cut, worked out from everything a process wrote.

strace records each write, truncation, deletion and sync of a process, with its bytes and in
order. From that record the disk is rebuilt as it may be at any moment: what was synced is there;
of what was written since, any part may be, in any order, torn between sectors. Names of files are
taken to be on the disk at once. The shared-memory index beside the log is left out: it is made
anew after a start of the machine.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

import msgspec

from tests.log.aids import ROOT

SECTOR = 512
_CALLS = "openat,close,pwrite64,write,ftruncate,fsync,fdatasync,unlink,rename,dup"
_STRACE = ("strace", "-f", "-xx", "-s", "2000000", "-e", f"trace={_CALLS}")
_LINE = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)")
_BYTES = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


class Step(msgspec.Struct, frozen=True):
    """One thing a process did to a file, or said on standard output (then `file` is empty)."""

    what: str
    file: str
    data: bytes = b""
    at: int = 0


def can_trace() -> bool:
    """Whether strace is here and may look."""
    if shutil.which("strace") is None:
        return False
    tried = subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, check=False)
    return tried.returncode == 0


def record(folder: Path, trace: Path, *command: str) -> list[Step]:
    """Run a Python module to its end, and give what it did to the files in a folder."""
    subprocess.run(
        [*_STRACE, "-o", str(trace), sys.executable, "-m", *command],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return list(_steps(trace, folder))


def disk_after(steps: list[Step], chance: random.Random) -> dict[str, bytes]:
    """The files as they may be when the power is cut after these steps."""
    synced: dict[str, bytearray] = {}
    waiting: dict[str, list[Step]] = {}
    for step in steps:
        if step.what == "make":
            synced.setdefault(step.file, bytearray())
            waiting.setdefault(step.file, [])
        elif step.what in {"write", "cut"}:
            waiting[step.file].append(step)
        elif step.what == "sync":
            for earlier in waiting[step.file]:
                _apply(synced[step.file], earlier)
            waiting[step.file].clear()
        elif step.what == "delete":
            synced.pop(step.file, None)
            waiting.pop(step.file, None)
    for name, later in waiting.items():
        for step in _some_of(later, chance):
            _apply(synced[name], step)
    return {name: bytes(content) for name, content in synced.items()}


def said(steps: list[Step]) -> list[list[str]]:
    """What the process had said, whole lines in words."""
    text = b"".join(step.data for step in steps if step.what == "say").decode()
    return [line.split() for line in text.splitlines(keepends=True) if line.endswith("\n")]


def _some_of(steps: list[Step], chance: random.Random) -> list[Step]:
    chosen = [step for step in steps if chance.random() < 0.5]
    if chance.random() < 0.5:
        chance.shuffle(chosen)
    return [_torn(step, chance) for step in chosen]


def _torn(step: Step, chance: random.Random) -> Step:
    """Now and then only some sectors of a write have reached the disk."""
    if step.what != "write" or chance.random() < 0.5:
        return step
    first = chance.randrange(0, max(1, len(step.data)), SECTOR)
    last = chance.randrange(first, len(step.data) + 1)
    return msgspec.structs.replace(step, data=step.data[first:last], at=step.at + first)


def _apply(content: bytearray, step: Step) -> None:
    if step.what == "cut":
        del content[step.at :]
        content.extend(bytes(step.at - len(content)))
        return
    content.extend(bytes(max(0, step.at + len(step.data) - len(content))))
    content[step.at : step.at + len(step.data)] = step.data


def _steps(trace: Path, folder: Path) -> list[Step]:
    files: dict[int, str] = {}
    found = []
    with trace.open(encoding="ascii") as lines:
        for line in lines:
            match = _LINE.match(line)
            if match is None or int(match[3]) < 0:
                continue
            call, told, answer = match[1], match[2], int(match[3])
            texts = [bytes.fromhex(text.replace(r"\x", "")) for text in _BYTES.findall(told)]
            numbers = [int(part) for part in re.findall(r"(?:^|, )(\d+)(?=,|$)", told)]
            found += _step(call, texts, numbers, answer, files, folder)
    return found


def _step(
    call: str,
    texts: list[bytes],
    numbers: list[int],
    answer: int,
    files: dict[int, str],
    folder: Path,
) -> list[Step]:
    """What one call did, and which file each number stands for from now on."""
    if call in {"openat", "unlink"}:
        path = Path(texts[0].decode())
        ours = path.parent == folder and not path.name.endswith("-shm")
        if call == "unlink":
            return [Step("delete", path.name)] if ours else []
        files.pop(answer, None)
        if ours:
            files[answer] = path.name
            return [Step("make", path.name)]
        return []
    number = numbers[0] if numbers else -1
    if call == "write" and number == 1:
        return [Step("say", "", texts[0])]
    name = files.get(number)
    if name is None or call == "dup":
        return []
    if call == "close":
        del files[number]
        return []
    if call in {"fsync", "fdatasync"}:
        return [Step("sync", name)]
    if call == "ftruncate":
        return [Step("cut", name, at=numbers[1])]
    assert call == "pwrite64", f"a {call} to {name} is not understood"
    return [Step("write", name, texts[0], numbers[-1])]
