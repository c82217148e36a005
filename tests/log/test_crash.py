"""A process that writes is killed at any moment; what it was told is kept must be kept."""

from __future__ import annotations

import os
import random
import select
import time
from pathlib import Path

import pytest

from mindful.log.log import Log
from mindful.log.records import Ended
from tests.log.aids import a_cue, start, utc_now


def killed_somewhere(path: Path, chance: random.Random, what: str = "sit") -> list[list[str]]:
    """Let a child sit for a random while, kill it, and return what it said was on disk."""
    child = start(path, what)
    assert child.stdout is not None
    assert child.stdin is not None
    said = [child.stdout.readline() for _ in range(chance.randrange(1, 40))]
    # A moment of its own between two lines; nothing waits for it.
    over = time.monotonic() + chance.random() * 0.005
    while time.monotonic() < over:
        select.select([], [], [], 0)
    child.kill()
    # Not by `communicate`: it would pass over what has been read ahead of the lines.
    said += child.stdout.read().splitlines(keepends=True)
    child.wait(60)
    child.stdin.close()
    child.stdout.close()
    return [line.split() for line in said if line.endswith("\n")]


def check(path: Path, said: list[list[str]]) -> None:
    """Whatever the child said is true of the file, and nothing is unfinished afterwards."""
    log = Log(path, utc_now)
    interrupted = {sit.id: sit for sit in log.sits.recover()}
    assert len(interrupted) <= 1
    ended = {words[1] for words in said if words[0] == "finished"}
    touched = {words[1]: float(words[2]) for words in said if words[0] == "touched"}
    for sit in {words[1] for words in said if words[0] == "begun"}:
        kept = log.history.get(sit)
        cues = log.history.cues(sit)
        assert cues == tuple(a_cue(number) for number in range(len(cues)))
        assert kept.feelings == ("sad",)
        if sit in ended:
            assert (kept.ended, kept.sat_seconds) == (Ended.FINISHED, 17.0)
        elif kept.ended is Ended.INTERRUPTED:
            assert sit in interrupted
            really = touched.get(sit, 0.0)
            assert really <= kept.sat_seconds <= really + 2.0  # a touch not yet told may be there
    for sit in (words[1] for words in said if words[0] == "reflected"):
        assert log.history.get(sit).note == f"note of {sit}"
    assert all(sit.ended is not None for sit in log.history.find())
    log.close()


def kill_often(path: Path, times: int) -> None:
    seed = int.from_bytes(os.urandom(4), "big")
    chance = random.Random(seed)
    for number in range(times):
        said = killed_somewhere(path, chance)
        assert said, f"seed {seed}, kill {number}: the child said nothing"
        check(path, said)


def test_nothing_confirmed_is_lost_when_the_process_is_killed(path: Path) -> None:
    kill_often(path, 8)


def test_what_was_written_on_a_page_is_there_after_a_kill(path: Path) -> None:
    seed = int.from_bytes(os.urandom(4), "big")
    chance = random.Random(seed)
    for _ in range(4):
        said = killed_somewhere(path, chance, "page")
        sit = said[0][1]
        confirmed = max((int(words[1]) for words in said if words[0] == "wrote"), default=0)
        log = Log(path, utc_now)
        log.sits.recover()
        kept = [len(page.text.split()) for page in log.history.writings(sit)] or [0]
        log.close()
        assert kept in ([confirmed], [confirmed + 1]), f"seed {seed}"


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_nothing_confirmed_is_lost_in_two_hundred_kills(path: Path) -> None:
    kill_often(path, 200)
