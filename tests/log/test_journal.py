"""Entries beside the sits something was written about: kept, found, deleted and brought back."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mindful.log.errors import LogTrouble
from mindful.log.log import Log
from mindful.log.records import NOTE_LENGTH, Ended, Entry, SitPage
from tests.log.aids import Hands, a_page, a_sit, code_of

TYPED = "# Snow\n\n*Nothing* to report,\n  which was the nice part.  \n"


def words(log: Log, search: str = "") -> list[str]:
    """Everything written, newest first: entries, notes, or the first page where there is none."""
    return [
        page.text if isinstance(page, Entry) else page.sit.note or page.writings[0].text
        for page in log.journal.read(log.journal.keys(search))
        if page is not None
    ]


def sat(log: Log, note: str, *pages: str) -> str:
    sit = log.sits.begin(a_sit()).id
    log.sits.wrote(sit, 1, [a_page(page) for page in pages])
    log.sits.finish(sit, Ended.FINISHED, 300.0)
    log.sits.reflect(sit, note=note)
    return sit


def test_an_entry_is_kept_as_typed_at_the_hour_of_the_place(log: Log, hands: Hands) -> None:
    hands.now = datetime(2026, 3, 12, 19, 42, tzinfo=timezone(timedelta(hours=-5)))
    entry = log.journal.add(TYPED)
    assert log.journal.get(entry.id) == entry
    assert entry.text == TYPED
    assert entry.written_there.isoformat() == "2026-03-12T19:42:00-05:00"


kinds = st.sampled_from(["entry", "note", "page", "both", "nothing", "running", "discarded"])


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(kinds, st.integers(-5000, 5000)), max_size=12))
def test_all_that_was_written_comes_newest_first(made: list[tuple[str, int]]) -> None:
    with TemporaryDirectory() as folder:
        hands = Hands()
        log = Log(Path(folder) / "mindful.db", hands)
        expected: list[tuple[datetime, str]] = []
        for number, (kind, minutes) in enumerate(made):
            hands.now = datetime(2026, 3, 12, 12, tzinfo=hands.now.tzinfo) + timedelta(
                minutes=minutes, milliseconds=number
            )
            text = f"{kind} {number} about snow"
            if kind == "entry":
                log.journal.add(text)
            elif kind == "running":
                log.sits.wrote(log.sits.begin(a_sit()).id, 1, [a_page(text)])
            else:
                note = text if kind in {"note", "both", "discarded"} else ""
                sit = sat(log, note, *([text] if kind in {"page", "both"} else [""]))
                if kind == "discarded":
                    log.sits.discard(sit)
            if kind in {"entry", "note", "page", "both"}:
                expected.append((hands.now, text))
        newest = [text for _at, text in sorted(expected, reverse=True)]
        assert words(log) == words(log, "snow") == newest
        assert words(log, "entry") == [text for text in newest if text.startswith("entry")]
        log.close()


def test_a_page_of_the_journal_has_its_sit_and_its_writings(log: Log) -> None:
    sat(log, "Quieter.", "Dear Mei,", "", "with love")
    (page,) = log.journal.read(log.journal.keys("mei love quieter"))
    assert isinstance(page, SitPage)
    assert page.sit.note == "Quieter."
    assert [(one.prompt, one.text) for one in page.writings] == [
        ("What is on your mind?", "Dear Mei,"),
        ("What is on your mind?", "with love"),
    ]


def test_an_entry_is_edited_deleted_and_brought_back(log: Log) -> None:
    entry = log.journal.add("about Friday")
    assert log.journal.edit(entry.id, "about Monday").text == "about Monday"
    assert (words(log, "friday"), words(log, "monday")) == ([], ["about Monday"])
    keys = log.journal.keys()
    log.journal.delete(entry.id)
    assert (words(log), words(log, "monday"), log.journal.read(keys)) == ([], [], (None,))
    assert log.journal.restore(entry.id).text == "about Monday"
    assert words(log, "monday") == ["about Monday"]


def test_what_is_swept_is_in_no_file_and_stays_gone(log: Log, hands: Hands, path: Path) -> None:
    kept = log.journal.add("Quixotl was here")
    log.backups.keep_today()
    for number in range(100):
        log.journal.add(f"ordinary entry number {number}")
    log.journal.edit(kept.id, "Zebedee was here")
    log.journal.delete(kept.id)
    log.journal.sweep()
    for file in path.parent.rglob("*"):
        if file.is_file():
            data = file.read_bytes().lower()
            assert not any(word in data for word in (b"quixotl", b"zebedee")), file
    for act in (log.journal.restore, log.journal.delete, log.journal.get):
        with pytest.raises(LogTrouble) as trouble:
            act(kept.id)
        assert code_of(trouble) == "entry-unknown"
    (row,) = log._store.rows("SELECT deleted_at FROM entries WHERE text = ''")
    assert row["deleted_at"]  # a tombstone for other computers


def test_an_entry_deleted_before_a_crash_is_swept_at_the_next_start(
    path: Path, hands: Hands
) -> None:
    log = Log(path, hands)
    log.journal.delete(log.journal.add("Wulfric").id)
    log.close()
    log = Log(path, hands)
    log.journal.sweep(left_behind=True)
    assert log._store.rows("SELECT id FROM entries WHERE text <> ''")  # may be taken back yet
    hands.move(minutes=1)
    log.journal.sweep(left_behind=True)
    log.close()
    assert not any(b"wulfric" in file.read_bytes().lower() for file in path.parent.rglob("*.db*"))


def test_too_long_an_entry_is_refused_and_the_one_before_stays(log: Log) -> None:
    entry = log.journal.add("short")
    for keep in (log.journal.add, lambda text: log.journal.edit(entry.id, text)):
        with pytest.raises(LogTrouble) as trouble:
            keep("x" * (NOTE_LENGTH + 1))
        assert code_of(trouble) == "text-too-long"
    assert words(log) == ["short"]


def test_the_draft_saved_last_is_found(log: Log, hands: Hands) -> None:
    assert log.drafts.unfinished("entry/", "note/") is None
    for key in ("entry/new", "note/1", "letter"):
        hands.move(seconds=1)
        log.drafts.save(key, "half a tho")
    assert log.drafts.unfinished("entry/", "note/") == "note/1"
    log.drafts.clear("note/1")
    assert log.drafts.unfinished("entry/", "note/") == "entry/new"
