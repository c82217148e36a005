"""What was written is found by what a person types, whatever that is, and deleted truly."""

from __future__ import annotations

import contextlib
import sqlite3
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindful.log import schema
from mindful.log.driver import Connection
from mindful.log.log import Log
from mindful.log.opening import open_log
from mindful.log.records import Ended
from mindful.log.searching import query_of
from mindful.log.which import Which
from tests.log.aids import Hands, a_page, a_sit

NOTES = (
    "The tightness moved when I stopped arguing with it. Still nervous about Friday.",
    "Friday came. Tight chest again, then Zoë rang.",
    "Included Dad this time.",
    "",
)


def sat(log: Log, hands: Hands, note: str = "", *pages: str) -> str:
    hands.move(hours=5)
    sit = log.sits.begin(a_sit()).id
    log.sits.wrote(sit, 1, [a_page(page) for page in pages])
    log.sits.finish(sit, Ended.FINISHED, 300.0)
    log.sits.reflect(sit, note=note)
    return sit


def found(log: Log, search: str) -> list[str]:
    return [sit.note for sit in log.history.sits(Which(search=search))]


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("friday", (1, 0)),
        ("tight fri", (1, 0)),
        ("fri tight nerv", (0,)),
        ("zoe", (1,)),
        ("ZOË", (1,)),
        ('"tight chest"', (1,)),
        ('"chest tight"', ()),
        ('"moved when I st', (0,)),
        ("“included dad” TIME", (2,)),
        ("iday", ()),
        ("nothing of the kind", ()),
        ("NOT friday", ()),
        ("???", ()),
        ("friday ???", (1, 0)),
        ("", (3, 2, 1, 0)),
        ("  ", (3, 2, 1, 0)),
        ('"', (3, 2, 1, 0)),
    ],
)
def test_what_is_typed_finds_what_it_means(
    log: Log, hands: Hands, typed: str, numbers: tuple[int, ...]
) -> None:
    for note in NOTES:
        sat(log, hands, note)
    assert found(log, typed) == [NOTES[number] for number in numbers]
    assert log.history.count(Which(search=typed)) == len(numbers)


def test_a_note_and_the_pages_of_its_sit_are_one(log: Log, hands: Hands) -> None:
    sat(log, hands, "Quieter now.", "Dear Mei,", "it was raining")
    assert found(log, "mei quiet rain") == ["Quieter now."]
    assert found(log, '"mei it"') == ["Quieter now."]


def test_what_was_written_over_is_not_found(log: Log, hands: Hands) -> None:
    sit = sat(log, hands, "about Friday")
    log.sits.reflect(sit, note="about Monday")
    assert (found(log, "friday"), found(log, "monday")) == ([], ["about Monday"])


def test_a_sit_that_runs_is_found_when_it_is_over(log: Log) -> None:
    sit = log.sits.begin(a_sit()).id
    log.sits.wrote(sit, 1, [a_page("half a tho")])
    log.sits.wrote(sit, 1, [a_page("half a thought")])
    assert found(log, "half") == []
    log.sits.finish(sit, Ended.EARLY, 30.0)
    assert (found(log, "half"), found(log, "tho half")) == ([""], [""])
    assert len(log.history.keys(Which(search="thought"))) == 1


@pytest.fixture(scope="module")
def index() -> Iterator[Connection]:
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE sits (id INTEGER PRIMARY KEY)")
        connection.execute(
            "CREATE VIRTUAL TABLE sit_words USING fts5 "
            "(note, tokenize = 'unicode61 remove_diacritics 2')"
        )
        yield connection


signs = st.sampled_from(list("\"'*:^-+(){}[],.\\;%_“”\x00\n AND OR NOT NEAR note"))


@given(st.text() | st.text(signs) | st.lists(st.text(signs, max_size=5)).map(" ".join))
def test_nothing_typed_is_an_error(index: Connection, typed: str) -> None:
    query = query_of(typed).encode("utf-8", "replace").decode()
    if query:
        index.execute("SELECT rowid FROM sit_words WHERE sit_words MATCH ?", [query]).fetchall()


@given(st.lists(st.text(st.characters(categories=["Ll", "Lu"]), min_size=1), min_size=1))
def test_a_note_is_found_by_any_of_its_own_words(index: Connection, words: list[str]) -> None:
    # Letters the tokeniser is too old to know, and marks alone, are no words to it.
    words = [word for word in words if unicodedata.normalize("NFC", word).isascii()] or ["calm"]
    index.execute("DELETE FROM sit_words")
    index.execute("INSERT INTO sit_words (note) VALUES (?)", [" ".join(words)])
    for typed in (*words, words[0][:1], " ".join(words[::-1]), f'"{" ".join(words)}"'):
        matching = "SELECT count(*) FROM sit_words WHERE sit_words MATCH ?"
        assert index.execute(matching, [query_of(typed)]).fetchone() == (1,), typed


def test_a_page_pasted_into_the_search_is_taken_as_far_as_it_makes_sense(
    log: Log, hands: Hands
) -> None:
    sat(log, hands, "word " * 20_000)
    assert len(found(log, "word " * 20_000)) == len(found(log, '"' + "word " * 20_000)) == 1
    assert found(log, "w" * 100_000) == []


def test_words_of_a_deleted_sit_are_in_no_file(log: Log, hands: Hands, path: Path) -> None:
    for number in range(300):  # so that the index has more than one part
        sat(log, hands, f"number {number} of many ordinary notes", f"page {number}")
    sit = sat(log, hands, "Quixotl came by", "and Zebedee with him")
    rewritten = sat(log, hands, "Wulfric came by")
    sat(log, hands, "still here")
    log.sits.discard(sit)
    log.sits.reflect(rewritten, note="Nobody came by")
    assert found(log, "still") == ["still here"]
    for file in path.parent.rglob("*"):
        if file.is_file():
            data = file.read_bytes().lower()
            assert not any(word in data for word in (b"quixotl", b"zebedee", b"wulfric")), file


def test_a_log_of_an_earlier_version_is_indexed(
    path: Path, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr(schema, "STEPS", schema.STEPS[:2])
        db = open_log(path)
        row = {
            "uuid": "01a206cb-1d41-771b-932e-a7336164c065",
            "hlc": 1,
            "device": "d",
            "begun_on": "d",
            "exercise": "breath",
            "title": "",
            "language": "en",
            "started_at": "2026-11-23T06:05:04.321Z",
            "utc_offset": 0,
            "sat_seconds": 1.5,
            "ended": "finished",
            "touched_at": "2026-11-23T06:05:04.321Z",
            "app_version": "1",
            "note": "from long ago",
        }
        db.table("sits").insert(row)
        db.close()
    log = Log(path, hands)
    assert found(log, "ago") == ["from long ago"]
    log.sits.reflect(str(row["uuid"]), note="told anew")
    assert (found(log, "ago"), found(log, "anew")) == ([], ["told anew"])
    log.close()
