"""Two logs into one: the last edit wins, whatever the order, and nothing is done twice."""

from __future__ import annotations

import itertools
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mindful.log.errors import LogTrouble
from mindful.log.log import Log
from mindful.log.merging import Merged
from mindful.log.records import Ended
from mindful.log.whole import kinds, wholes
from tests.log.aids import Hands, a_cue, a_page, a_sit, code_of

NAMES = "abc"


def everything(log: Log) -> dict[str, list[str]]:
    """All records with their parts, deleted ones too."""
    rows = log._store.rows
    return {
        name: sorted(
            json.dumps([whole.cells, whole.parts], sort_keys=True)
            for whole in wholes(rows, kind, "true")
        )
        for name, kind in kinds(rows).items()
    }


def do(log: Log, hands: Hands, what: str, pick: int) -> None:
    """One edit, as a person makes it."""
    hands.move(seconds=pick % 3)
    sits = sorted(sit.id for sit in log.history.find())
    presets = log.presets.all()
    if what == "sit" or (what in {"reflect", "write", "delete"} and not sits):
        sit = log.sits.begin(a_sit(feelings=("sad",) * (pick % 2)))
        log.sits.finish(sit.id, Ended.EARLY, float(pick), [a_cue(n) for n in range(pick % 3)])
    elif what == "reflect":
        log.sits.reflect(sits[pick % len(sits)], note=f"note {pick}", intensity_after=pick % 11)
    elif what == "write":
        log.sits.wrote(sits[pick % len(sits)], 1, [a_page(f"page {pick}")] * (pick % 3))
    elif what == "delete":
        log.sits.discard(sits[pick % len(sits)])
    elif what == "entry":
        log.journal.add(f"entry {pick}")
    elif what == "name":
        log.profile.set("name", f"name {pick}")
    elif what == "forget":
        log.profile.forget("name")
    elif what == "preset" or not presets:
        log.presets.save(f"preset {pick % 4}", json.dumps({"minutes": pick}))
    else:
        log.presets.delete(presets[pick % len(presets)].id)


edits = st.lists(
    st.tuples(
        st.sampled_from(NAMES),
        st.sampled_from(
            ["sit", "reflect", "write", "delete", "entry", "name", "forget", "preset", "drop"]
        ),
        st.integers(0, 40),
    ),
    max_size=12,
)


class Three:
    """Three copies on computers whose clocks disagree."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.hands = {name: Hands() for name in NAMES}
        self.hands["b"].move(hours=-3)
        self.hands["c"].move(days=2)

    def path(self, name: str) -> Path:
        return self.folder / name / "mindful.db"

    def open(self, name: str) -> Log:
        return Log(self.path(name), self.hands[name])

    def edit(self, some: list[tuple[str, str, int]]) -> None:
        for name in NAMES:
            log = self.open(name)
            for where, what, pick in some:
                if where == name:
                    do(log, self.hands[name], what, pick)
            log.close()

    def merge(self, *ways: tuple[str, str]) -> None:
        for into, other in ways:
            log = self.open(into)
            log.merging.merge(self.path(other))
            log.close()

    def all(self) -> list[dict[str, list[str]]]:
        found = []
        for name in NAMES:
            log = self.open(name)
            found.append(everything(log))
            log.close()
        return found


def check(first: Any, second: Any, orders: list[tuple[str, ...]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        start = Three(Path(name) / "start")
        start.edit(first)
        start.merge(("a", "b"), ("a", "c"), ("b", "a"), ("c", "a"))
        start.edit(second)
        ends = []
        for number, (one, two, three) in enumerate(orders):
            shutil.copytree(start.folder, Path(name) / str(number))
            here = Three(Path(name) / str(number))
            here.merge((one, two), (one, three), (two, one), (three, two))
            found = here.all()
            assert found[0] == found[1] == found[2]
            here.merge((one, two), (two, three))
            assert here.all() == found
            ends.append(found[0])
        assert all(end == ends[0] for end in ends)


@given(first=edits, second=edits)
@settings(max_examples=3)
def test_three_copies_end_equal_in_whatever_order_they_are_merged(first: Any, second: Any) -> None:
    check(first, second, [("a", "b", "c"), ("c", "b", "a"), ("b", "a", "c")])


@pytest.mark.long
@pytest.mark.timeout(1800)
@given(first=edits, second=edits)
@settings(max_examples=10)
def test_three_copies_end_equal_in_every_order(first: Any, second: Any) -> None:
    check(first, second, list(itertools.permutations(NAMES)))


@pytest.fixture
def three(tmp_path: Path) -> Three:
    return Three(tmp_path)


def test_a_later_edit_wins_and_a_deletion_is_carried(three: Three) -> None:
    three.edit([("a", "sit", 1), ("a", "sit", 2)])
    three.merge(("b", "a"))
    log = three.open("b")
    older, newer = sorted(log.history.find(), key=lambda sit: sit.sat_seconds)
    log.sits.reflect(older.id, note="written on b")
    log.sits.discard(newer.id)
    log.close()
    log = three.open("a")
    before = everything(log)
    assert log.merging.preview(three.path("b")) == Merged(added=0, changed=1, removed=1)
    assert everything(log) == before
    assert log.merging.merge(three.path("b")) == Merged(added=0, changed=1, removed=1)
    assert [sit.note for sit in log.history.find()] == ["written on b"]
    assert log.merging.merge(three.path("b")) == Merged(0, 0, 0)
    log.close()


def test_merging_leaves_the_other_log_and_nothing_beside_ours(three: Three) -> None:
    three.edit([("a", "sit", 1), ("b", "sit", 2)])
    before = three.path("b").read_bytes()
    three.merge(("a", "b"))
    assert three.path("b").read_bytes() == before
    assert not list(three.path("a").parent.glob(".*.merging*"))


def test_a_log_that_was_copied_with_its_device_gets_another_id(three: Three) -> None:
    three.edit([("a", "sit", 1)])
    three.path("b").unlink()
    shutil.copy(three.path("a"), three.path("b"))
    log = three.open("a")
    same = log._store.device()
    log.merging.merge(three.path("b"))
    assert log._store.device() != same
    log.close()


def test_what_runs_on_the_other_computer_stays_there(three: Three) -> None:
    other = three.open("b")
    other.sits.begin(a_sit())
    three.edit([("a", "sit", 1)])
    log = three.open("a")
    assert log.merging.merge(three.path("b")) == Merged(0, 0, 0)
    log.close()
    other.close()


def test_a_locked_log_is_merged_with_its_passphrase(three: Three) -> None:
    from mindful.log.desk import LogDesk

    three.edit([("b", "sit", 2), ("a", "sit", 1)])
    desk = LogDesk(three.path("b"), three.hands["b"])
    desk.set_passphrase("quiet river").result()
    desk.close()
    log = three.open("a")
    for passphrase, code in ((None, "merge-locked"), ("wrong", "passphrase-wrong")):
        with pytest.raises(LogTrouble) as trouble:
            log.merging.merge(three.path("b"), passphrase)
        assert code_of(trouble) == code
    assert log.merging.merge(three.path("b"), "quiet river") == Merged(1, 0, 0)
    log.close()


@pytest.mark.parametrize(
    ("content", "code"),
    [(None, "backup-missing"), (b"no database at all", "backup-foreign"), (b"", "backup-foreign")],
)
def test_what_is_no_log_is_refused_and_nothing_changes(
    three: Three, tmp_path: Path, content: bytes | None, code: str
) -> None:
    three.edit([("a", "sit", 1)])
    other = tmp_path / "other.db"
    if content is not None:
        other.write_bytes(content)
    log = three.open("a")
    before = everything(log)
    with pytest.raises(LogTrouble) as trouble:
        log.merging.merge(other)
    assert code_of(trouble) == code
    with pytest.raises(LogTrouble) as trouble:
        log.merging.merge(three.path("a"))
    assert code_of(trouble) == "merge-is-the-log"
    assert everything(log) == before
    log.close()
