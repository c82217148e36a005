from __future__ import annotations

import datetime

import pytest
from pytestqt.qtbot import QtBot

from mindful.assets import asset
from mindful.ui.controls import IconTextButton
from mindful.ui.help_lines import read_help_lines
from mindful.ui.look import Look
from mindful.ui.pages.help import Help
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


@pytest.mark.window
def test_showing_again_replaces_what_was_there(look: Look, qtbot: QtBot) -> None:
    page = Help(look)
    qtbot.addWidget(page)
    page.show_view(HELP)
    page.show_view(HELP)
    assert page._lists.count() == 4
    with qtbot.waitSignal(page.left):
        page.back.click()
