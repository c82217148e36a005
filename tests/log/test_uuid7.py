from __future__ import annotations

import os
from functools import partial
from uuid import RFC_4122, UUID

from hypothesis import given
from hypothesis import strategies as st

from mindful.log.uuid7 import uuid7

moments = st.integers(min_value=0, max_value=2**48 - 1)


@given(moments, st.binary(min_size=10, max_size=10))
def test_it_is_version_7_of_its_moment_and_its_randomness(now_ms: int, random: bytes) -> None:
    text = uuid7(now_ms, lambda count: random[:count])
    made = UUID(text)
    assert text == str(made)
    assert made.version == 7
    assert made.variant == RFC_4122
    assert made.int >> 80 == now_ms
    assert text == uuid7(now_ms, lambda count: random[:count])


@given(moments, moments)
def test_text_sorts_as_time(one: int, other: int) -> None:
    if one != other:
        made = [uuid7(now_ms, os.urandom) for now_ms in sorted((one, other))]
        assert made == sorted(made)


def only_bit(bit: int, count: int) -> bytes:
    return (1 << bit).to_bytes(count, "big")


def test_every_random_bit_counts() -> None:
    bits = [uuid7(0, partial(only_bit, bit)) for bit in range(80)]
    assert len(set(bits)) == 74 + 1  # six of the 80 bits drawn are spare


def test_many_of_one_millisecond_differ() -> None:
    assert len({uuid7(1, os.urandom) for _ in range(10_000)}) == 10_000
