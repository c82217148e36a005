"""Whatever bytes a file holds, it is read, or refused in words: never anything else."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from mindful.log.errors import LogTrouble
from mindful.log.importers.model import REASONS, BadLine
from mindful.log.importers.reading import TABLES
from tests.log.importers.aids import FILES, read

HEADS = [",".join(min(names) for names in table.needs) for table in TABLES]
REAL = [file.read_bytes() for file in sorted(FILES.iterdir())]

cells = st.one_of(
    st.text(max_size=20),
    st.sampled_from(["", "-1", "1e999", "nan", "04/20/2026 08:21:14", "0:45:0", '"', "1712345678"]),
)
tables = st.builds(
    lambda head, rows: "\n".join([head, *(",".join(row) for row in rows)]).encode(
        "utf-8", "replace"
    ),
    st.sampled_from(HEADS),
    st.lists(st.lists(cells, max_size=10), max_size=6),
)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A real file with some of its bytes altered, or without its end."""
    content = bytearray(draw(st.sampled_from(REAL)))
    for _ in range(draw(st.integers(0, 5))):
        content[draw(st.integers(0, len(content) - 1))] = draw(st.integers(0, 255))
    return bytes(content[: draw(st.integers(1, len(content)))])


@given(st.one_of(st.binary(max_size=300), tables, damaged()))
@settings(max_examples=300)
def test_any_file_is_read_or_refused(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "history"
        path.write_bytes(content)
        try:
            _, items = read(path)
        except LogTrouble as trouble:
            assert trouble.code.startswith("import-")
            return
        for item in items:
            assert not isinstance(item, BadLine) or item.reason in REASONS
