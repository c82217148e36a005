from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindful.ui.controls.caption import Caption
from mindful.ui.controls.caption_lines import MAX_CHARACTERS, MAX_LINES, pages_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mindful.ui.look import Look

LONG = (
    "Notice where the feeling lives in the body. You don’t have to change it. "
    "If it has an edge, you might rest there for a breath or two, and then come back to the hands. "
    "There is nothing to get right."
)


def anything(_line: str) -> bool:
    return True


def test_each_sentence_begins_a_line() -> None:
    assert pages_of(
        "Notice where the feeling lives in the body. You don’t have to change it.", anything
    ) == [("Notice where the feeling lives in the body.", "You don’t have to change it.")]


def test_short_sentences_share_a_line() -> None:
    assert pages_of("Breathe out. And in.", anything) == [("Breathe out. And in.",)]


def test_a_long_text_becomes_successive_captions() -> None:
    pages = pages_of(LONG, anything)

    assert len(pages) == 2
    assert " ".join(line for page in pages for line in page) == LONG


@given(
    st.text(st.characters(exclude_categories=["C", "Z"]) | st.sampled_from(" .?!"), max_size=400)
)
def test_no_line_is_too_long_and_no_word_is_lost(text: str) -> None:
    pages = pages_of(text, anything)

    assert all(len(line) <= MAX_CHARACTERS for page in pages for line in page)
    assert all(1 <= len(page) <= MAX_LINES for page in pages)
    joined = "".join(line for page in pages for line in page)
    assert "".join(joined.split()) == "".join(text.split())


@given(st.text("abc d.", max_size=200), st.integers(1, 20))
def test_a_narrow_place_breaks_lines_earlier(text: str, room: int) -> None:
    pages = pages_of(text, lambda line: len(line) <= room)

    assert all(len(line) <= room for page in pages for line in page)


@pytest.fixture
def caption(qtbot: QtBot, look: Look) -> Caption:
    made = Caption(look)
    qtbot.addWidget(made)
    made.resize(900, made.sizeHint().height())
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.mark.window
def test_a_text_fades_in_and_out(qtbot: QtBot, caption: Caption) -> None:
    empty = caption.grab().toImage()
    caption.show_text("And back to this one breath.")

    assert caption.lines == ("And back to this one breath.",)
    qtbot.waitUntil(lambda: caption.grab().toImage() != empty)
    caption.show_text("")
    qtbot.waitUntil(lambda: caption.lines == ())
    assert caption.grab().toImage() == empty


@pytest.mark.window
def test_parts_follow_each_other_while_the_line_is_spoken(qtbot: QtBot, caption: Caption) -> None:
    caption.show_text(LONG, 0.3)
    first = caption.lines

    qtbot.waitUntil(lambda: caption.lines not in ((), first))

    assert caption.text == LONG


@pytest.mark.window
def test_a_narrow_window_breaks_the_text_anew(caption: Caption) -> None:
    caption.show_text("Notice where the feeling lives in the body.")
    caption.resize(340, caption.height())

    assert len(caption.lines) > 1
    assert " ".join(caption.lines) == "Notice where the feeling lives in the body."


@pytest.mark.window
def test_a_screen_reader_finds_the_words(caption: Caption) -> None:
    caption.set_announcing(announces=True)
    caption.show_text("Let it be as it is.")

    assert caption.accessibleName() == "Let it be as it is."
