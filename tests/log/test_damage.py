"""Every page of a log is damaged in turn: nothing crashes, and the log is mended each time."""

from __future__ import annotations

import os
import random
from collections.abc import Iterable
from pathlib import Path

import msgspec
import pytest

from mindful.log.errors import LogTrouble
from mindful.log.log import Log
from mindful.log.restoring import recovery, restore
from tests.log.aids import PAGE, Hands, damage_page, keep_sits


class Tally(msgspec.Struct):
    """What came of damaging pages.

    Attributes:
        pages: damaged, one at a time.
        unharmed: after which the log opened with everything in it.
        mended: after which restoring gave a log with everything in it.
        poorer: after which sits newer than the backup were missing.
        lost: how many sits of the backup were missing, ever.
    """

    pages: int = 0
    unharmed: int = 0
    mended: int = 0
    poorer: int = 0
    lost: int = 0


def a_log_backed_up(path: Path, hands: Hands, sits: int, later: int) -> tuple[list[str], list[str]]:
    """A log with a backup and sits after it; the ids of both."""
    log = Log(path, hands)
    before = keep_sits(log, hands, sits)
    log.backups.keep_today()
    after = keep_sits(log, hands, later, hours=0.5)
    log.close()
    return before, after


def kept(path: Path, hands: Hands) -> set[str]:
    """The sits that can be read, in full."""
    log = Log(path, hands)
    try:
        found = log.history.find()
        for sit in found:
            log.history.cues(sit.id)
        return {sit.id for sit in found}
    finally:
        log.close()


def damage_in_turn(
    path: Path,
    hands: Hands,
    pages: Iterable[int],
    sits: tuple[list[str], list[str]],
    chance: random.Random,
) -> Tally:
    """Damage pages of a closed log one by one, and see what can be had of it."""
    before, after = map(set, sits)
    whole = path.read_bytes()
    tally = Tally()
    for page in pages:
        path.write_bytes(whole)
        damage_page(path, page, chance)
        tally.pages += 1
        try:
            there = kept(path, hands)
        except LogTrouble as trouble:
            assert trouble.code in {"log-damaged", "log-foreign"}, page
            offered = recovery(path)
            assert offered is not None
            aside = restore(path, offered.backup.path, hands()).aside
            there = kept(path, hands)
            assert aside is not None
            aside.unlink()
            tally.mended += there == before | after
        else:
            tally.unharmed += there == before | after
        tally.poorer += not after <= there
        tally.lost += len(before - there)
    path.write_bytes(whole)
    return tally


def check(tally: Tally) -> None:
    assert tally.lost == 0
    # The first page says where everything is; a table's upper pages where its lower ones are.
    assert tally.poorer <= max(3, tally.pages // 20)
    assert tally.unharmed + tally.mended + tally.poorer == tally.pages


def test_some_pages(path: Path, hands: Hands) -> None:
    sits = a_log_backed_up(path, hands, 60, 4)
    pages = path.stat().st_size // PAGE
    check(damage_in_turn(path, hands, range(0, pages, 6), sits, random.Random(11)))


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_every_page_of_a_thousand_sits(path: Path, hands: Hands) -> None:
    seed = int.from_bytes(os.urandom(4), "big")
    print(f"seed {seed}")  # noqa: T201  shown when it fails
    sits = a_log_backed_up(path, hands, 996, 4)
    pages = path.stat().st_size // PAGE
    check(damage_in_turn(path, hands, range(pages), sits, random.Random(seed)))
