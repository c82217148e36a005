from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mindful.voice.kokoro_text import LONGEST, is_sayable, pieces, readable

IDS = {letter: number for number, letter in enumerate("abcdefghijklmnopqrstuvwxyz ,.;", start=1)}


def spelt(text: str) -> str:
    """A phonemiser with a sound for each letter."""
    return text.casefold()


def test_accents_are_folded_and_signs_said() -> None:
    assert readable("naïve  café & Zoë’s") == "naive cafe and Zoe's"
    assert is_sayable(readable("Siân"))
    assert not is_sayable("你好")
    assert not is_sayable("…")


def test_a_sentence_stays_whole_where_it_can() -> None:
    assert list(pieces("rest here, now.", spelt, IDS)) == [[IDS[c] for c in "rest here, now."]]


def test_a_long_one_is_cut_at_its_pauses() -> None:
    clause = "and notice " * 30
    found = list(pieces(f"{clause}; {clause}, {clause}", spelt, IDS))
    assert len(found) == 3
    assert all(ids[0] == IDS["a"] for ids in found)


@given(st.text(alphabet="ab ,;.", min_size=1, max_size=3000))
def test_no_piece_is_empty_or_too_long_and_no_word_is_lost(text: str) -> None:
    found = list(pieces(text, spelt, IDS))
    assert all(0 < len(ids) <= LONGEST for ids in found)
    words = [word.strip(",;.") for word in text.replace(";", " ").replace(",", " ").split()]
    if all(len(word) <= LONGEST for word in words):
        letters = {IDS["a"], IDS["b"]}
        said = sum(each in letters for ids in found for each in ids)
        assert said == sum(letter in "ab" for letter in text)
