"""Another copy of Mindful, as far as the log goes: run as a process by the tests.

It says on standard output what is on disk, a line each, after it is.
"""

from __future__ import annotations

import math
import os
import resource
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from mindful.log.errors import LogTrouble
from mindful.log.key import Key
from mindful.log.log import Log
from mindful.log.records import Ended
from mindful.log.restoring import restore
from mindful.log.sealing import change_key
from tests.log.aids import a_cue, a_page, a_sit, utc_now

NOBODY = 65534
"""The user without rights, for tests that are run by root, whom no right is denied."""


def say(*words: object) -> None:
    print(*words, flush=True)  # noqa: T201  the parent reads it


def sit_and_sit(path: Path, times: float = math.inf) -> None:
    """Sit for ever: eight touches a sit, two seconds each, then the end and a note."""
    log = Log(path, utc_now)
    sits = 0
    while sits < times:
        sits += 1
        sit = log.sits.begin(a_sit(feelings=("sad",))).id
        say("begun", sit)
        for number in range(8):
            log.sits.touch(sit, 2.0 * (number + 1), [a_cue(number)])
            say("touched", sit, 2.0 * (number + 1))
        log.sits.finish(sit, Ended.FINISHED, 17.0)
        say("finished", sit)
        log.sits.reflect(sit, intensity_after=3, note=f"note of {sit}")
        say("reflected", sit)
    log.close()


def write_and_write(path: Path) -> None:
    """Write a page of a sit for ever, a word more each time."""
    log = Log(path, utc_now)
    sit = log.sits.begin(a_sit()).id
    say("begun", sit)
    number = 0
    while True:
        number += 1
        log.sits.wrote(sit, 1, [a_page("word " * number)])
        say("wrote", number)


def change_keys(path: Path) -> None:
    """Lock, change the passphrase and unlock for ever; each key is told before it is used."""
    key = None
    while True:
        for locked in (True, True, False):
            new = Key(os.urandom(32), os.urandom(16)) if locked else None
            say("changing", "plain" if new is None else new.to_text())
            change_key(path, key, new)
            key = new
            Log(path, utc_now, key=key).close()
            say("changed")


def hold(path: Path) -> None:
    """Begin a sit, and be in the middle of it until told to end."""
    log = Log(path, utc_now)
    sit = log.sits.begin(a_sit()).id
    log.sits.touch(sit, 2.0)
    say("begun", sit)
    sys.stdin.readline()
    log.sits.finish(sit, Ended.EARLY, 4.0)
    log.close()


def back_up(path: Path) -> None:
    """Make today's backup ten times, as soon as told."""
    log = Log(path, utc_now)
    say("ready")
    sys.stdin.readline()
    for _ in range(10):
        log.backups.renew_today()
    log.close()


def restore_for_ever(path: Path, *backups: str) -> None:
    """Put one backup after the other in the log's place."""
    say("ready")
    while True:
        for backup in backups:
            restore(path, Path(backup), utc_now())


def as_nobody(path: Path) -> None:
    """Try to open and to keep something without the rights to, and say how that went."""
    if os.geteuid() == 0:
        os.seteuid(NOBODY)
    try:
        log = Log(path, utc_now)
        log.profile.set("name", "Ada")
    except LogTrouble as trouble:
        say(trouble.code)
    else:
        say("kept")


def write_some(path: Path, name: str) -> None:
    """Open and write fifty times, as soon as told."""
    say("ready")
    sys.stdin.readline()
    log = Log(path, utc_now)
    for number in range(50):
        log.profile.set(f"{name}-{number}", "x" * 100)
    log.close()


def fill(path: Path) -> None:
    """Write until the file may not grow any more, then get room again and go on."""
    log = Log(path, utc_now)
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (256 * 1024, most))
    kept = 0
    try:
        while True:
            log.drafts.save(f"draft-{kept}", "w" * 5000)
            kept += 1
    except LogTrouble as trouble:
        say(trouble.code, kept)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    log.drafts.save("afterwards", "room again")
    log.close()


def fill_disk(path: Path) -> None:
    """Write until the disk is full, then get room again, go on, and look whether all is there."""
    log = Log(path, utc_now)
    ballast = path.with_name("ballast")
    ballast.write_bytes(bytes(100_000))
    kept = 0
    try:
        while True:
            log.drafts.save(f"draft-{kept}", "w" * 3000)
            kept += 1
    except LogTrouble as trouble:
        say(trouble.code, kept)
    ballast.unlink()
    log.drafts.save("afterwards", "room again")
    log.close()
    log = Log(path, utc_now)
    drafts = (f"draft-{number}" for number in range(kept))
    say("all" if all(log.drafts.load(key) for key in (*drafts, "afterwards")) else "lost")
    log.close()


if __name__ == "__main__":
    where, what, *rest = sys.argv[1:]
    jobs: dict[str, Callable[..., None]] = {
        "sit": sit_and_sit,
        "page": write_and_write,
        "change-keys": change_keys,
        "hold": hold,
        "write": write_some,
        "sit-some": partial(sit_and_sit, times=6),
        "fill": fill,
        "fill-disk": fill_disk,
        "back-up": back_up,
        "restore": restore_for_ever,
        "nobody": as_nobody,
    }
    jobs[what](Path(where), *rest)
