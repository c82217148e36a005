from __future__ import annotations

import datetime
import tomllib
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mindful.assets import asset
from mindful.ui.controls import IconTextButton
from mindful.ui.help_lines import read_help_lines
from mindful.ui.look import Look
from mindful.ui.models import HelpLine
from mindful.ui.pages.help import Help
from mindful.ui.pages.reach import ReachButton
from tests.ui.sample import HELP


def test_every_line_that_ships_has_a_number_and_a_country() -> None:
    lines = read_help_lines(asset("help", "lines.toml"))
    assert lines.checked_on >= datetime.date(2026, 11, 23)
    assert len(lines.lines) == 27
    assert all(line.country and all(line.numbers) for line in lines.lines)
    assert len({line.region for line in lines.lines}) == len(lines.lines)
    assert [entry.address for entry in lines.directories] == [
        "findahelpline.com",
        "befrienders.org",
        "cheetahhouse.org",
    ]


def test_every_number_has_a_page_that_says_so() -> None:
    rows = tomllib.loads(asset("help", "lines.toml").read_text(encoding="utf-8"))["line"]
    sources = [source for row in rows for source in (row["emergency_source"], *row["sources"])]
    assert all(source.startswith(("https://", "http://")) for source in sources)
    assert [len(row["sources"]) for row in rows] == [len(row["numbers"]) for row in rows]


def test_the_persons_own_country_comes_first() -> None:
    lines = read_help_lines(asset("help", "lines.toml"))
    ordered = lines.for_region("ZA")
    assert ordered[0].country == "South Africa"
    assert len(ordered) == len(lines.lines)


@pytest.mark.window
def test_numbers_can_be_copied(look: Look, qtbot: QtBot) -> None:
    page = Help(look)
    qtbot.addWidget(page)
    page.show_view(HELP)
    buttons = {button.words: button for button in page.findChildren(IconTextButton)}
    with qtbot.waitSignal(page.copied) as caught:
        buttons["116 123"].click()
    assert caught.args == ["116 123"]
    assert "Ireland" in buttons["116 123"].accessibleName()
    copied = buttons["116 123"]
    assert isinstance(copied, ReachButton)
    assert copied.ticked


@pytest.mark.window
def test_showing_again_replaces_what_was_there(look: Look, qtbot: QtBot) -> None:
    page = Help(look)
    qtbot.addWidget(page)
    page.show_view(HELP)
    page.show_view(HELP)
    assert page._lists.count() == 4
    assert page._first.count() == 0
    with qtbot.waitSignal(page.left):
        page.back.click()


def test_every_country_has_an_emergency_number() -> None:
    lines = read_help_lines(asset("help", "lines.toml"))
    assert all(line.emergency.isdigit() for line in lines.lines)
    ireland = lines.at("IE")
    assert ireland is not None
    assert ireland.emergency == "112"
    assert lines.at("XX") is None


@pytest.mark.window
def test_the_emergency_number_comes_first_and_largest(look: Look, qtbot: QtBot) -> None:
    page = Help(look)
    qtbot.addWidget(page)
    page.show_view(replace(HELP, emergency=HelpLine("Emergency, Ireland", "112")))
    numbers = page.findChildren(ReachButton)
    page.resize(800, 900)
    page.show()
    first = min(numbers, key=lambda button: button.mapTo(page, QPoint()).y())
    assert first.words == "112"
    assert all(
        first.text_font().pointSizeF() > other.text_font().pointSizeF()
        for other in numbers
        if other is not first
    )


@pytest.mark.window
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_wider_than_a_narrow_page(look: Look, qtbot: QtBot, scale: float) -> None:
    look.set_scale(scale)
    page = Help(look)
    qtbot.addWidget(page)
    page.set_compact(compact=True)
    page.show_view(replace(HELP, emergency=HelpLine("Emergency, Ireland", "112")))
    page.people.show_people((HelpLine("Someone with a long name", "ring, then wait " * 3),))
    page.resize(420, 700)
    page.show()
    content = page._scroll.widget()
    assert content is not None
    qtbot.waitUntil(lambda: page._scroll.viewport().width() == content.width() == 420)
    for child in content.findChildren(QWidget):
        if child.isVisible():
            assert child.mapTo(content, child.rect().topRight()).x() <= 420, child


@pytest.mark.window
def test_ones_own_people_are_added_and_taken_off(look: Look, qtbot: QtBot) -> None:
    page = Help(look)
    qtbot.addWidget(page)
    page.show_view(HELP)
    page.resize(800, 900)
    page.show()
    people = page.people
    assert not people.add.isEnabled()
    QTest.keyClicks(people.who, " Maya ")
    QTest.keyClicks(people.number, "555 0123")
    with qtbot.waitSignal(people.changed) as caught:
        QTest.keyClick(people.number, Qt.Key.Key_Return)
    assert caught.args == [(HelpLine("Maya", "555 0123"),)]
    assert people.who.text() == people.number.text() == ""
    with qtbot.waitSignal(page.copied) as caught:
        people.rows[0].reach.click()
    assert caught.args == ["555 0123"]
    with qtbot.waitSignal(people.changed) as caught:
        people.rows[0].remove.click()
    assert caught.args == [()]
    assert people.rows == []


@pytest.mark.window
@pytest.mark.parametrize(("width", "beside"), [(900, True), (420, False)])
def test_name_and_number_have_the_same_width(
    look: Look, qtbot: QtBot, width: int, beside: bool
) -> None:
    page = Help(look)
    qtbot.addWidget(page)
    page.resize(width, 900)
    with qtbot.waitExposed(page):
        page.show()
    who, number, add = page.people.who, page.people.number, page.people.add
    qtbot.waitUntil(lambda: abs(who.width() - number.width()) <= 1)
    assert (who.y() == number.y()) is beside
    assert (add.y() > number.y()) is not beside
