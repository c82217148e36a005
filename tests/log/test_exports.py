"""Taking the log away: everything comes back as it was, and nothing in it does harm elsewhere."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from mindful.log.log import Log
from mindful.log.records import Ended
from mindful.log.sorting import How
from mindful.log.which import ALL, Which
from mindful.log.whole import kinds, wholes
from tests.log.aids import Hands, a_cue, a_page, a_sit

Everything = dict[str, list[Any]]


def everything(log: Log) -> Everything:
    """All living records with their parts, whatever tables there are."""
    rows = log._store.rows
    return {
        name: sorted(
            json.dumps([whole.cells, whole.parts], sort_keys=True) for whole in wholes(rows, kind)
        )
        for name, kind in kinds(rows).items()
    }


def exported(log: Log, place: Path, which: Which = ALL) -> Path:
    with place.open("wb") as file:
        if place.suffix == ".json":
            log.exports.document(file, "0.1.0", which)
        else:
            log.exports.table(file, which)
    return place


words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60)
feeling = words.map(lambda word: word.strip()[:60]).filter(bool)
scale = st.none() | st.integers(0, 10)
a_life = st.lists(
    st.tuples(
        st.lists(feeling, max_size=3, unique=True),
        words,
        scale,
        st.floats(0, 5400),
        st.sampled_from(Ended),
        st.integers(0, 3),
        st.none() | st.tuples(words, scale),
    ),
    max_size=4,
)


def live(log: Log, hands: Hands, life: Any) -> None:  # Any: what `a_life` draws
    for feelings, note, after, seconds, ended, cues, page in life:
        hands.move(hours=5)
        sit = log.sits.begin(a_sit(feelings=tuple(feelings), intensity_before=after))
        log.sits.grounded(sit.id)
        if page is not None:
            log.sits.wrote(sit.id, 1, [a_page(page[0], rating=page[1])])
        log.sits.finish(sit.id, ended, seconds, [a_cue(number) for number in range(cues)])
        log.sits.reflect(sit.id, intensity_after=after, note=note)
        log.journal.add(f"An entry. {note}")
        log.profile.set("name", note)
        log.presets.save(f"mine {feelings}"[:40], json.dumps({"minutes": cues}))
        log.drafts.save("entry", note)


@given(life=a_life, erase=st.booleans())
@settings(max_examples=25)
def test_everything_comes_back_after_all_was_deleted(life: Any, erase: bool) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, hands = Path(name), Hands()
        log = Log(folder / "one.db", hands)
        live(log, hands, life)
        before = everything(log)
        file = exported(log, folder / "all.json")
        log.close()
        other = Log(folder / "two.db", hands)
        preview = other.imports.take(file, How())
        assert preview.unreadable == 0
        assert everything(other) == before
        assert other.imports.take(file, How()).new == 0
        if preview.new:
            other.imports.undo()
            assert not any(everything(other).values())
        other.close()


def test_a_choice_of_sits_takes_nothing_else_along(log: Log, hands: Hands, tmp_path: Path) -> None:
    live(log, hands, [(["sad"], "one", 3, 60.0, Ended.FINISHED, 2, None)])
    live(log, hands, [(["glad"], "two", 3, 60.0, Ended.FINISHED, 2, None)])
    document = json.loads(exported(log, tmp_path / "a.json", Which(feeling="sad")).read_bytes())
    assert [record["table"] for record in document["records"]] == ["sits"]
    assert document["records"][0]["cells"]["note"] == "one"
    assert len(document["records"][0]["parts"]["sit_cues"]) == 2


def test_a_document_made_over_by_another_program_is_read_as_well(
    log: Log, hands: Hands, tmp_path: Path
) -> None:
    live(log, hands, [(["sad"], "one", 3, 60.0, Ended.EARLY, 2, None)])
    document = json.loads(exported(log, tmp_path / "a.json").read_bytes())
    file = tmp_path / "b.json"
    file.write_text(json.dumps(document, indent=4), encoding="utf-8")
    other = Log(tmp_path / "other.db", hands)
    assert other.imports.take(file, How()).unreadable == 0
    assert everything(other) == everything(log)
    other.close()


def test_a_record_that_makes_no_sense_is_left_out_and_located(
    log: Log, hands: Hands, tmp_path: Path
) -> None:
    live(log, hands, [(["sad"], "one", 3, 60.0, Ended.EARLY, 2, None)])
    lines = exported(log, tmp_path / "a.json").read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if '"table":"sits"' in line)
    broken = [
        lines[at].replace('"exercise":"breath"', '"exercise":7'),
        lines[at].replace('"uuid":"', '"uuid":"x'),
        lines[at].replace('"utc_offset":3600', '"utc_offset":999999999'),
        lines[at].replace('"note":', '"no_such_column":'),
        lines[at].replace('"sit_cues"', '"sqlite_master"'),
        lines[at].replace('"table":"sits"', '"table":"device"'),
        lines[at].replace('"position":0', '"position":-1'),
        "{not json},",
    ]
    for number, line in enumerate(broken):
        assert line != lines[at]
        file = tmp_path / f"{number}.json"
        file.write_text("\n".join([*lines[:at], line, *lines[at + 1 :]]), encoding="utf-8")
        other = Log(tmp_path / f"other{number}.db", hands)
        preview = other.imports.take(file, How())
        assert [(bad.line, bad.reason) for bad in preview.bad] == [(at + 1, "record-broken")]
        assert other.history.count() == 0
        other.close()


def test_no_cell_of_a_table_is_a_formula(log: Log, hands: Hands, tmp_path: Path) -> None:
    for start in ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'quoted", 'plain, "words"\nx'):
        live(log, hands, [([start.strip()], start, 3, 60.5, Ended.EARLY, 0, None)])
    file = exported(log, tmp_path / "a.csv")
    text = file.read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == 8
    for row in rows:
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())
    other = Log(tmp_path / "other.db", hands)
    assert other.imports.take(file, How()).sits == 8
    kept = {sit.id: (sit.feelings, sit.sat_seconds, sit.ended) for sit in other.history.find()}
    assert kept == {
        sit.id: (sit.feelings, sit.sat_seconds, sit.ended) for sit in log.history.find()
    }
    other.close()
