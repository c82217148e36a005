from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindful.voice.wire import LONGEST_PAYLOAD, Garbled, receive, send


@given(st.dictionaries(st.text(), st.text() | st.integers() | st.none()), st.binary())
def test_a_message_arrives_as_it_was_sent(header: dict[str, object], payload: bytes) -> None:
    header.pop("bytes", None)
    pipe = io.BytesIO()
    send(pipe, header, payload)
    send(pipe, {"next": 1})
    pipe.seek(0)
    assert receive(pipe) == (header, payload)
    assert receive(pipe) == ({"next": 1}, b"")
    assert receive(pipe) is None


@pytest.mark.parametrize("cut", [1, 5, -1])
def test_an_end_in_mid_message_is_an_end(cut: int) -> None:
    pipe = io.BytesIO()
    send(pipe, {"a": 1}, b"12345")
    assert receive(io.BytesIO(pipe.getvalue()[:cut])) is None


@pytest.mark.parametrize(
    "line",
    [
        b"Segmentation fault\n",
        b"[1, 2]\n",
        b"{}\n",
        b'{"bytes": -1}\n',
        b'{"bytes": true}\n',
        b'{"bytes": "9"}\n',
        b'{"bytes": %d}\n' % (LONGEST_PAYLOAD + 1),
        b"x" * 2_000_000,
        b"\xff\xfe\n",
    ],
)
def test_what_is_no_message_is_told_apart(line: bytes) -> None:
    with pytest.raises(Garbled):
        receive(io.BytesIO(line))
