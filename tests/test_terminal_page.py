"""What is typed on a page of writing in the terminal."""

from __future__ import annotations

import os
import queue

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindful.exercises.model import Keeps
from mindful.sit.writing import Phrase, Writing
from mindful.terminal_page import Keyboard, TypedPage, rated, rating


def page(kind: Keeps) -> TypedPage:
    return TypedPage(Writing(page=1, phase="Write", prompt="What is here?", kind=kind))


def test_lines_until_an_empty_one_are_the_note() -> None:
    typed = page("note")
    asked = [(typed.take(line), typed.finished) for line in ("  One.", "Two.", " ")]
    assert asked == [("", False), ("", False), ("", True)]
    assert typed.writing.text == "  One.\nTwo."


def test_an_empty_line_at_once_leaves_the_page_blank() -> None:
    typed = page("sentence")
    typed.take("")
    assert typed.finished
    assert typed.writing.rows == ()


def test_a_phrase_brings_its_number_or_is_asked_for_it() -> None:
    typed = page("phrases")
    assert typed.take("7 I can begin again") == ""
    assert typed.take("I may rest") != ""
    assert typed.take("4") == ""
    assert typed.take("Why not?") != ""
    assert typed.take("perhaps") == ""
    assert typed.writing.phrases == (
        Phrase("I can begin again", 7),
        Phrase("I may rest", 4),
        Phrase("Why not?", None),
    )


@pytest.mark.parametrize(("answer", "keeps"), [("", True), ("y", True), ("n", False)])
def test_phrases_that_are_believed_are_kept_if_the_person_agrees(answer: str, keeps: bool) -> None:
    typed = page("phrases")
    typed.take("6 I may rest")
    assert (typed.take("") != "", typed.finished) == (True, False)
    typed.take(answer)
    assert (typed.finished, typed.keeps) == (True, keeps)


def test_nothing_is_asked_where_nothing_is_believed() -> None:
    typed = page("phrases")
    typed.take("5 I may rest")
    assert typed.take("") == ""
    assert typed.finished
    assert not typed.keeps


@given(st.text())
def test_no_line_is_refused(line: str) -> None:
    phrase = rated(line)
    assert phrase.text in line
    assert rating(line) in {None, *range(11)}


def test_a_number_alone_is_a_phrase() -> None:
    assert rated("7") == Phrase("7")


def test_the_keyboard_hands_over_whole_lines() -> None:
    read, write = os.pipe()
    lines: queue.Queue[str] = queue.Queue()
    keyboard = Keyboard(read)
    keyboard.listen(lines.put)
    keyboard.listen(lines.put)
    for piece in ("Caf", "é\r\nTw".encode()[:1].decode("latin-1")):
        os.write(write, piece.encode("latin-1"))
    os.write(write, "é\r\nTw".encode()[1:])
    os.write(write, b"o\n")
    assert lines.get(timeout=60) == "Café"
    assert lines.get(timeout=60) == "Two"
    os.close(write)
