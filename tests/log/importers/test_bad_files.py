"""Files that are not what they seem: told clearly, located, nothing half read."""

from __future__ import annotations

import codecs
import os
import zipfile
from pathlib import Path

import pytest

from mindful.log.errors import LogTrouble
from mindful.log.importers.model import REASONS, BadLine, ImportedSit
from tests.log.importers.aids import FILES, read, sits, written

HEAD = "Started At,Duration,Preset,Activity"
GOOD = "04/20/2026 08:21:14,0:45:0,,Meditation"


def code_of(path: Path, wanted: str | None = None) -> str:
    with pytest.raises(LogTrouble) as trouble:
        read(path, wanted)
    assert trouble.value.facts["path"] == str(path)
    return trouble.value.code


def bad(path: Path) -> list[tuple[int, str]]:
    _, items = read(path)
    found = [(item.line, item.reason) for item in items if isinstance(item, BadLine)]
    assert {reason for _, reason in found} <= set(REASONS)
    return found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_any_usual_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    text = f"{HEAD}\n" + "".join(
        f"04/{day:02}/2026 08:21:14,0:45:0,Émilie’s café for naïve souls,Meditation\n"
        for day in range(1, 20)
    )
    found = sits(written(tmp_path, text.encode(encoding)))
    assert {sit.title for sit in found} == {"Émilie’s café for naïve souls"}


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_needs_no_mark(tmp_path: Path, encoding: str) -> None:
    assert len(sits(written(tmp_path, f"{HEAD}\n{GOOD}\n".encode(encoding)))) == 1


def test_a_byte_that_is_no_utf_8_far_down_is_no_hindrance(tmp_path: Path) -> None:
    many = (f"{HEAD}\n" + f"{GOOD}\n" * 30_000).encode()
    found = sits(
        written(tmp_path, many + "04/20/2026 08:21:14,0:45:0,Café,Walking\n".encode("cp1252"))
    )
    assert found[-1].title == "Café"


def test_other_delimiters_and_ends_of_lines(tmp_path: Path) -> None:
    for number, delimiter in enumerate(";\t"):
        text = f"{HEAD}\r\n{GOOD}\r\n".replace(",", delimiter)
        assert len(sits(written(tmp_path, text, f"{number}.csv"))) == 1
    assert len(sits(written(tmp_path, f"{HEAD}\r{GOOD}\r", "mac.csv"))) == 1


def test_columns_are_matched_by_name(tmp_path: Path) -> None:
    text = "Activity , PRESET,Mood,duration,Started  At\nYoga,Mine,9,0:10:0,04/20/2026 08:21:14\n"
    (sit,) = sits(written(tmp_path, text))
    assert (sit.title, sit.seconds) == ("Mine", 600)


@pytest.mark.parametrize("content", [b"", b"\n\n  \n", codecs.BOM_UTF8])
def test_an_empty_file(tmp_path: Path, content: bytes) -> None:
    assert code_of(written(tmp_path, content)) == "import-empty"


def test_a_header_alone_holds_nothing(tmp_path: Path) -> None:
    assert sits(written(tmp_path, f"{HEAD}\n")) == []


def test_a_binary_file(tmp_path: Path) -> None:
    assert code_of(written(tmp_path, bytes(range(256)) * 40)) == "import-binary"
    assert code_of(written(tmp_path, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 9)) == "import-binary"
    late = f"{HEAD}\n{GOOD}\n".encode() * 9000 + b"\0\0"
    assert code_of(written(tmp_path, late)) == "import-binary"


def test_a_text_of_something_else(tmp_path: Path) -> None:
    assert code_of(written(tmp_path, "name,telephone\nAda,1\n")) == "import-unknown"
    assert code_of(written(tmp_path, "<html><body>no</body></html>")) == "import-unknown"
    assert code_of(written(tmp_path, '{"name": "Ada"}')) == "import-unknown"


def test_a_format_that_was_named_and_is_another(tmp_path: Path) -> None:
    assert code_of(FILES / "brethap.csv", "daylio") == "import-other-format"
    assert read(FILES / "brethap.csv", "brethap")[0] == "brethap"


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert code_of(pipe) == "import-not-a-file"
    assert code_of(tmp_path) == "import-not-a-file"
    assert code_of(tmp_path / "missing.csv") == "import-missing"


def test_a_symlink_is_followed_to_a_file_and_to_nothing_else(tmp_path: Path) -> None:
    link = tmp_path / "link.csv"
    link.symlink_to(FILES / "brethap.csv")
    assert len(sits(link)) == 1
    round_about = tmp_path / "round.csv"
    round_about.symlink_to(round_about)
    assert code_of(round_about) == "import-unreadable"
    device = tmp_path / "endless.csv"
    device.symlink_to("/dev/zero")
    assert code_of(device) == "import-not-a-file"


def test_ten_million_columns(tmp_path: Path) -> None:
    assert code_of(written(tmp_path, "," * 10_000_000)) == "import-unknown"
    path = written(tmp_path, [HEAD, "," * 10_000_000, GOOD])
    assert bad(path) == [(2, "line-endless")]


def test_lines_that_cannot_be_read_are_located_and_the_rest_is_read(tmp_path: Path) -> None:
    lines = [
        HEAD,
        GOOD,
        "yesterday,0:45:0,,Meditation",
        "13/45/2026 08:21:14,0:45:0,,Meditation",
        "04/20/2026 08:21:14,long,,Meditation",
        "04/20/2026 08:21:14,,,",
        "04/20/2026 08:21:14",
        '04/20/2026 08:21:14,0:45:0,"open,Meditation',
        "04/20/99999999999999999999 08:21:14,0:45:0,,Meditation",
        GOOD,
    ]
    path = written(tmp_path, lines)
    assert bad(path) == [
        (3, "date-unreadable"),
        (4, "date-unreadable"),
        (5, "length-unreadable"),
        (6, "length-unreadable"),
        (7, "length-unreadable"),
        (8, "quotes-open"),
        (9, "date-unreadable"),
    ]
    _, items = read(path)
    assert [item.line for item in items if isinstance(item, ImportedSit)] == [2, 10]


def test_a_zip_with_apple_healths_file_in_it(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(FILES / "apple-health.xml", "apple_health_export/export.xml")
        archive.writestr("apple_health_export/export_cda.xml", "<x/>")
    assert len(sits(path)) == 2


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("export.xml", "w", force_zip64=True) as inside,
    ):
        for _ in range(30):
            inside.write(b" " * (1 << 20))
    assert code_of(path) == "import-bomb"


def test_a_damaged_or_strange_archive(tmp_path: Path) -> None:
    assert code_of(written(tmp_path, b"PK\x03\x04nothing more", "a.zip")) == "import-broken"
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive:
        archive.writestr("a.csv", HEAD)
        archive.writestr("b.csv", HEAD)
    assert code_of(tmp_path / "two.zip") == "import-unknown"


LAUGHS = """<?xml version="1.0"?><!DOCTYPE HealthData [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>
<HealthData><Record type="&b;"/></HealthData>"""


@pytest.mark.parametrize(
    "content",
    [
        LAUGHS,
        LAUGHS.replace('<!ENTITY a "ha">', '<!ENTITY a SYSTEM "file:///etc/passwd">'),
        "<HealthData>" + "<a>" * 100,
        "<HealthData>" + " " * 2_000_000,
    ],
    ids=["entities", "outside", "deep", "endless"],
)
def test_an_xml_bomb(tmp_path: Path, content: str) -> None:
    assert code_of(written(tmp_path, content, "export.xml")) == "import-bomb"


def test_broken_xml_is_located(tmp_path: Path) -> None:
    path = written(tmp_path, "<HealthData>\n<Record>\n</Health>", "export.xml")
    with pytest.raises(LogTrouble) as trouble:
        read(path)
    assert (trouble.value.code, trouble.value.facts["line"]) == ("import-broken", 3)
    odd = written(tmp_path, '<?xml version="1.0" encoding="A"?>\n<HealthData/>', "odd.xml")
    assert code_of(odd) == "import-broken"


def test_broken_json(tmp_path: Path) -> None:
    assert code_of(written(tmp_path, '{"sessions": [', "a.json")) == "import-broken"
    assert code_of(written(tmp_path, "[" * 100_000, "b.json")) == "import-broken"
    odd = '[7, {"duration_seconds": 1}, {"duration_seconds": "nan", "timestamp": "2026-01-05"}]'
    path = written(tmp_path, odd, "c.json")
    assert bad(path) == [(1, "cells-missing"), (2, "cells-missing"), (3, "length-unreadable")]
