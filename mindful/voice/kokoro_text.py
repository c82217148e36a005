"""From a sentence to what the natural voice's network reads: ids of phonemes, in short pieces."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping

LONGEST = 509
"""Phonemes that the network takes at once; its table of styles has a row for each number."""

Phonemes = Callable[[str], str]
"""Gives the phonemes of a text, US English."""

_BREAKS = (re.compile(r"(?<=[;:—…])\s*"), re.compile(r"(?<=,)\s+"), re.compile(r"\s+"))
"""Where a sentence that is too long is cut: the strongest pause first, between words at last."""

_SPOKEN = {"–": ",", "…": ".", "&": " and ", "‘": "'", "’": "'", "/": " or "}
"""Signs that the phonemiser leaves out or reads by name, and what stands for them."""


def readable(text: str) -> str:
    """`text` in letters the phonemiser knows: accents folded ("café" would end at the f)."""
    swapped = "".join(_SPOKEN.get(sign, sign) for sign in text)
    apart = unicodedata.normalize("NFKD", swapped)
    return " ".join("".join(sign for sign in apart if not unicodedata.combining(sign)).split())


def is_sayable(text: str) -> bool:
    """Whether all letters of a `readable` text are ones the phonemiser has sounds for."""
    letters = [sign for sign in text if sign.isalnum()]
    return bool(letters) and all(sign.isascii() for sign in letters)


def pieces(text: str, phonemes: Phonemes, ids: Mapping[str, int]) -> Iterator[list[int]]:
    """Ids of the phonemes of `text`, in pieces that the network can take, none of them empty.

    Args:
        text: one sentence, made `readable`.
        phonemes: the phonemiser.
        ids: the network's number for each phoneme; what has none is left out.
    """
    yield from _split(text, lambda part: _numbers(part, phonemes, ids), 0)


def _split(text: str, numbers: Callable[[str], list[int]], strength: int) -> Iterator[list[int]]:
    found = numbers(text)
    if len(found) <= LONGEST:
        if found:
            yield found
        return
    if strength == len(_BREAKS):  # one word without end
        yield found[:LONGEST]
        return
    part = ""
    for bit in filter(str.strip, _BREAKS[strength].split(text)):
        longer = f"{part} {bit}".strip()
        if part and len(numbers(longer)) > LONGEST:
            yield from _split(part, numbers, strength + 1)
            longer = bit
        part = longer
    yield from _split(part, numbers, strength + 1)


def _numbers(text: str, phonemes: Phonemes, ids: Mapping[str, int]) -> list[int]:
    if not any(sign.isalnum() for sign in text):
        return []
    return [ids[sign] for sign in phonemes(text) if sign in ids]
