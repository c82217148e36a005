"""Another copy of Mindful, as far as the log goes: run as a process by the tests.

It says on standard output what is on disk, a line each, after it is.
"""

from __future__ import annotations

import resource
import sys
from collections.abc import Callable
from pathlib import Path

from mindful.log.errors import LogTrouble
from mindful.log.log import Log
from mindful.log.records import Ended
from tests.log.aids import a_cue, a_page, a_sit, utc_now


def say(*words: object) -> None:
    print(*words, flush=True)  # noqa: T201  the parent reads it


def sit_and_sit(path: Path) -> None:
    """Sit for ever: eight touches a sit, two seconds each, then the end and a note."""
    log = Log(path, utc_now)
    while True:
        sit = log.sits.begin(a_sit(feelings=("sad",))).id
        say("begun", sit)
        for number in range(8):
            log.sits.touch(sit, 2.0 * (number + 1), [a_cue(number)])
            say("touched", sit, 2.0 * (number + 1))
        log.sits.finish(sit, Ended.FINISHED, 17.0)
        say("finished", sit)
        log.sits.reflect(sit, intensity_after=3, note=f"note of {sit}")
        say("reflected", sit)


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


def hold(path: Path) -> None:
    """Begin a sit, and be in the middle of it until told to end."""
    log = Log(path, utc_now)
    sit = log.sits.begin(a_sit()).id
    log.sits.touch(sit, 2.0)
    say("begun", sit)
    sys.stdin.readline()
    log.sits.finish(sit, Ended.EARLY, 4.0)
    log.close()


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


if __name__ == "__main__":
    where, what, *rest = sys.argv[1:]
    jobs: dict[str, Callable[..., None]] = {
        "sit": sit_and_sit,
        "page": write_and_write,
        "hold": hold,
        "write": write_some,
        "fill": fill,
    }
    jobs[what](Path(where), *rest)
