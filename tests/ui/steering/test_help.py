from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.ui.background import Background
from mindful.ui.look import Look
from mindful.ui.models import HelpLine
from mindful.ui.pages.help import Help
from mindful.ui.steering.help import (
    PEOPLE,
    HelpSteering,
    help_view,
    people_as_text,
    people_from,
)

pytestmark = pytest.mark.window

MAYA, BO = HelpLine("Maya & Co", "555 0123"), HelpLine("Bo", "ring at the blue door")


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    made = Parts(find_paths(tmp_path / "data"))
    yield made
    made.close()


def open_help(look: Look, qtbot: QtBot, parts: Parts) -> Help:
    page = Help(look)
    qtbot.addWidget(page)
    page.steering = HelpSteering(page, parts, Background(page))  # type: ignore[attr-defined]  # lives as long as its page
    return page


def kept(parts: Parts) -> str | None:
    return parts.desk.submit(lambda log: log.profile.get(PEOPLE)).result(60)


def test_ones_own_people_are_kept_and_come_back(look: Look, qtbot: QtBot, parts: Parts) -> None:
    open_help(look, qtbot, parts).people.changed.emit((MAYA, BO))
    assert people_from(kept(parts) or "") == (MAYA, BO)
    again = open_help(look, qtbot, parts)
    qtbot.waitUntil(lambda: again.people.people == (MAYA, BO))
    again.people.rows[0].remove.click()
    assert people_from(kept(parts) or "") == (BO,)
    again.people.rows[0].remove.click()
    assert kept(parts) is None


def test_nobody_is_lost_who_was_not_read_yet(look: Look, qtbot: QtBot, parts: Parts) -> None:
    parts.desk.submit(lambda log: log.profile.set(PEOPLE, people_as_text((MAYA,)))).result(60)
    page = open_help(look, qtbot, parts)
    page.people.who.setText(BO.who)
    page.people.number.setText(BO.reach)
    page.people.add.click()
    assert people_from(kept(parts) or "") == (MAYA, BO)
    qtbot.waitUntil(lambda: page.people.people == (MAYA, BO))


def test_help_works_with_a_broken_log(look: Look, qtbot: QtBot, parts: Parts) -> None:
    parts.paths.data.mkdir(parents=True)
    parts.paths.log.write_bytes(b"no database at all" * 100)
    page = open_help(look, qtbot, parts)
    assert page._lists.count() == 4
    qtbot.waitUntil(lambda: "can’t be read" in page.people.refusal.text())
    page.people.who.setText(BO.who)
    page.people.number.setText(BO.reach)
    page.people.add.click()
    assert page.people.people == (BO,)
    qtbot.waitUntil(lambda: "couldn’t be kept" in page.people.refusal.text())
    assert page.people.people == (BO,)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (people_as_text((MAYA, BO)), (MAYA, BO)),
        ("", ()),
        ("no json", ()),
        ('{"a": 1}', ()),
        ('[["Bo"], [1, 2], "x", ["Bo", "ring at the blue door"]]', (BO,)),
    ],
)
def test_what_cannot_be_read_is_passed_over(text: str, people: tuple[HelpLine, ...]) -> None:
    assert people_from(text) == people


def test_the_country_of_the_person_comes_first_with_its_emergency_number() -> None:
    before = QLocale()
    try:
        QLocale.setDefault(QLocale("en_NZ"))
        view = help_view()
        assert view.emergency == HelpLine("Emergency, New Zealand", "111")
        assert view.lines[0].reach == "1737"
        QLocale.setDefault(QLocale("en_MT"))
        assert help_view().emergency is None
    finally:
        QLocale.setDefault(before)
    assert "As listed on" in view.checked_on
