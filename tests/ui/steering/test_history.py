"""History over a real log: what is shown, what is asked when, and what is kept."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mindful.log.history import History
from mindful.log.instants import DAY_ENDS
from mindful.log.log import Log
from mindful.log.records import Ended, TimeSat
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.settings import load_settings
from mindful.trouble import Trouble
from mindful.ui.background import Background
from mindful.ui.history_models import HistoryFilter, HistoryRow, Median
from mindful.ui.look import Look
from mindful.ui.pages.history import HistoryPage
from mindful.ui.pages.history_list import PAGE, ROW_ROLE
from mindful.ui.steering.history import HistorySteering, minutes_by_week, which_of
from mindful.ui.steering.history_words import year_words
from tests.log.aids import a_cue, a_sit

NOW = datetime(2026, 3, 12, 19, 22, tzinfo=UTC)
SITS = 250


def test_minutes_of_a_week_are_summed_before_they_are_rounded() -> None:
    monday = date(2026, 3, 9)
    days = tuple(TimeSat(begins=monday + timedelta(days=n), sits=1, seconds=40.0) for n in range(3))
    older = TimeSat(begins=monday - timedelta(weeks=12), sits=1, seconds=600.0)
    assert minutes_by_week((older, *days), date(2026, 3, 12)) == (*(0,) * 11, 2)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((), "no sits"),
        (((1, 300.0),), "1 sit, 5 minutes"),
        (((1500, 200_000.0), (2, 3_600_000.0)), "1,502 sits, 1,056 hours"),
    ],
)
def test_a_year_in_words(days: tuple[tuple[int, float], ...], words: str) -> None:
    sat = tuple(TimeSat(begins=NOW.date(), sits=sits, seconds=sec) for sits, sec in days)
    assert year_words(sat) == words


def test_the_year_ignores_the_day_chosen_and_the_list_does_not() -> None:
    day = date(2026, 3, 1)
    chosen = HistoryFilter("breath", "sad", day, day)
    listed, year = which_of(chosen, DAY_ENDS), which_of(chosen, DAY_ENDS, since=date(2025, 3, 10))
    assert (listed.since, listed.until, listed.exercise, listed.feeling) == (
        day,
        day,
        "breath",
        "sad",
    )
    assert (year.since, year.until, year.feeling) == (date(2025, 3, 10), date.max, "sad")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log, written once: each test has a copy."""
    path = tmp_path_factory.mktemp("filled") / "log.db"
    fill(path)
    return path


@pytest.fixture
def parts(tmp_path: Path, filled: Path) -> Iterator[Parts]:
    made = Parts(find_paths(tmp_path), now=lambda: NOW)
    made.paths.log.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(filled, made.paths.log)
    yield made
    made.close()


def fill(path: Path) -> None:
    """A sit every third day; each second one of a feeling."""
    moment = NOW
    log = Log(path, lambda: moment)
    for number in range(SITS):
        moment = NOW - timedelta(days=3 * (SITS - 1 - number), hours=2)
        hard = number % 2 == 1
        sit = log.sits.begin(
            a_sit(
                exercise="sit-with-it" if hard else "breath",
                title="Sit With the Feeling" if hard else "Mindfulness of Breath",
                feelings=("anxious",) if hard else (),
                intensity_before=6 if hard else None,
            )
        )
        log.sits.finish(sit.id, Ended.FINISHED, 600, [a_cue(1), a_cue(2, "And rest.")])
        log.sits.reflect(sit.id, intensity_after=4 if hard else None, note=f"note {number}")
    log.close()


class Desk:
    """The page, steered, and the troubles told elsewhere."""

    def __init__(self, look: Look, parts: Parts, parent: QWidget) -> None:
        self.stage = parent
        self.page = HistoryPage(look, parent)
        self.troubles: list[Trouble] = []
        self.background = Background(parent)
        self.steering = HistorySteering(
            self.page, parts, self.background, lambda: NOW, self.troubles.append
        )


@pytest.fixture
def desk(qtbot: QtBot, look: Look, parts: Parts) -> Iterator[Desk]:
    stage = QWidget()
    qtbot.addWidget(stage)
    stage.resize(972, 780)
    made = Desk(look, parts, stage)
    made.page.resize(972, 780)
    with qtbot.waitExposed(stage):
        stage.show()
    made.steering.refresh()
    qtbot.waitUntil(lambda: made.page.head.feeling.count() == 2)
    yield made
    made.background.close()  # as the window does, before the log is closed


def row(page: HistoryPage, number: int) -> HistoryRow | None:
    found = page.model.data(page.model.index(number, 0), ROW_ROLE)
    assert found is None or isinstance(found, HistoryRow)
    return found


@pytest.mark.window
def test_the_log_is_shown_and_rows_come_when_they_are_looked_at(qtbot: QtBot, desk: Desk) -> None:
    page = desk.page
    assert page.model.rowCount() == SITS
    newest = row(page, 0)
    assert newest is not None
    assert newest.note == "note 249"
    assert page.year.total.text() == "123 sits, 20 hours"
    (change,) = page.changes.dumbbells.changes
    assert (change.sits, change.lower) == (125, 125)
    assert (change.before, change.after) == (Median(6, 6, 6), Median(4, 4, 4))

    for number in (PAGE, SITS - 1):
        with qtbot.waitSignal(page.model.filled):
            page.list.scrollTo(page.model.index(number, 0))
            page.list.grab()
        found = row(page, number)
        assert found is not None
        assert found.note == f"note {SITS - 1 - number}"


@pytest.mark.window
def test_a_day_narrows_the_list_alone_and_a_feeling_the_whole_page(
    qtbot: QtBot, desk: Desk
) -> None:
    page = desk.page
    page.year.year.day_chosen.emit(NOW.date() - timedelta(days=3))
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert page.year.total.text() == "123 sits, 20 hours"

    page.sits.all.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == SITS)
    page.head.feeling.set_chosen("anxious")
    page.head.feeling.chosen.emit("anxious")
    qtbot.waitUntil(lambda: page.model.rowCount() == 125)
    qtbot.waitUntil(lambda: "62 sits" in page.year.total.text())


@pytest.mark.window
def test_a_day_chosen_at_once_does_not_lose_the_feelings_year(qtbot: QtBot, desk: Desk) -> None:
    page = desk.page
    page.head.feeling.set_chosen("anxious")
    page.head.feeling.chosen.emit("anxious")
    page.year.year.day_chosen.emit(NOW.date())
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    qtbot.waitUntil(lambda: "62 sits" in page.year.total.text())


@pytest.mark.window
def test_what_was_asked_is_not_looked_up_any_more_once_the_page_is_left(
    desk: Desk, parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []

    def keys(*_asked: object) -> tuple[int, ...]:
        looked.append("keys")
        return ()

    monkeypatch.setattr(History, "keys", keys)
    go_on = threading.Event()
    parts.desk.submit(lambda _log: go_on.wait(5))
    desk.steering.refresh()
    desk.steering.leave("history")
    go_on.set()
    parts.desk.submit(lambda _log: None).result(60)
    assert not looked

    desk.steering.refresh()
    parts.desk.submit(lambda _log: None).result(60)
    assert looked == ["keys"]


@pytest.mark.window
def test_a_sit_opens_with_what_was_spoken(qtbot: QtBot, desk: Desk) -> None:
    page = desk.page
    page.list.setCurrentIndex(page.model.index(0, 0))
    page.list.activated.emit(page.list.currentIndex())
    qtbot.waitUntil(page.past.isVisible)
    labels = [label.text() for label in page.past.findChildren(QWidget) if hasattr(label, "text")]
    assert "note 249" in labels
    assert any("And rest." in text for text in labels)
    page.past.back.click()
    assert page.list.isVisible()


@pytest.mark.window
def test_hidden_numbers_stay_hidden(desk: Desk, parts: Parts, look: Look) -> None:
    desk.page.head.numbers.click()
    assert not desk.page.year.total.isVisible()
    assert load_settings(parts.paths.settings).hide_numbers
    desk.steering.refresh()
    assert not desk.page.head.numbers.shown


@pytest.mark.window
def test_a_log_that_cannot_be_read_is_told_on_the_page(
    qtbot: QtBot, look: Look, tmp_path: Path
) -> None:
    parts = Parts(find_paths(tmp_path / "broken"), now=lambda: NOW)
    parts.paths.log.parent.mkdir(parents=True)
    parts.paths.log.write_bytes(b"not a log at all" * 400)
    stage = QWidget()
    qtbot.addWidget(stage)
    desk = Desk(look, parts, stage)
    with qtbot.waitExposed(stage):
        stage.show()
    desk.steering.refresh()
    qtbot.waitUntil(lambda: bool(desk.troubles))
    assert desk.page.empty.isVisible()
    assert not desk.page.list.isVisible()
    parts.close()


@pytest.mark.window
def test_focus_goes_to_the_list(desk: Desk) -> None:
    desk.page.take_focus(Qt.FocusReason.TabFocusReason)
    assert desk.page.focusWidget() is desk.page.list


def notes(page: HistoryPage) -> list[str]:
    """Notes of the first rows."""
    rows = (row(page, number) for number in range(min(3, page.model.rowCount())))
    return [found.note for found in rows if found is not None]


@pytest.mark.window
def test_words_order_and_ending_narrow_the_list(qtbot: QtBot, desk: Desk) -> None:
    page = desk.page
    page.head.search.setText("note 24")
    qtbot.waitUntil(lambda: page.model.rowCount() == 11)  # 24, and 240 to 249
    page.sits.order.set_chosen("oldest")
    page.sits.order.chosen.emit("oldest")
    qtbot.waitUntil(lambda: notes(page)[:1] == ["note 24"])
    page.head.ended.set_chosen("early")
    page.head.ended.chosen.emit("early")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    assert "No sits here." in page.sits.none.text()


@pytest.mark.window
def test_sits_deleted_are_brought_back_by_undo(qtbot: QtBot, desk: Desk) -> None:
    page = desk.page
    before = notes(page)
    page.sits.deleted.emit((0, 2))
    qtbot.waitUntil(lambda: page.model.rowCount() == SITS - 2)
    assert page.sits.undo.isVisible()
    assert notes(page)[0] == before[1]
    page.sits.undo.undo.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == SITS)
    assert notes(page) == before
    assert not page.sits.undo.isVisible()


@pytest.mark.window
@pytest.mark.parametrize("way", ["time", "leaving", "next"])
def test_a_deletion_is_true_when_undo_is_over(
    qtbot: QtBot, desk: Desk, parts: Parts, way: str
) -> None:
    page = desk.page
    page.sits.deleted.emit((0,))
    qtbot.waitUntil(page.sits.undo.isVisible)
    if way == "time":
        page.sits.undo.end()
    elif way == "leaving":
        desk.steering.leave("history")
    else:
        qtbot.waitUntil(lambda: desk.steering._keys is not None)
        page.sits.deleted.emit((5,))
    parts.desk.submit(lambda _log: None).result(60)
    files = [file for file in parts.paths.data.rglob("*") if file.is_file()]
    assert not any(b"note 249" in file.read_bytes() for file in files)


@pytest.mark.window
def test_a_past_sit_is_added_and_mended_on_the_form(qtbot: QtBot, desk: Desk) -> None:
    page = desk.page
    page.sits.add.click()
    assert page.form.isVisible()
    page.form.minutes.setText("many")
    page.form.save.click()
    assert "from 1 to 1,440" in page.form.notice.text()
    page.form.day.setText("2026-03-12")
    page.form.time.setText("07:00")
    page.form.minutes.setText("15")
    page.form.feelings.setText("sad, like rain")
    page.form.note.set_words("On the bench.")
    page.form.save.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == SITS + 1)
    assert page.list.isVisible()
    key = next(
        found.key
        for found in (row(page, number) for number in range(3))
        if found is not None and found.note == "On the bench."
    )

    page.edit_asked.emit(key)
    qtbot.waitUntil(page.form.isVisible)
    assert page.form.feelings.text() == "sad, like rain"
    page.form.minutes.setText("25")
    page.form.after.set_chosen("3")
    page.form.save.click()
    qtbot.waitUntil(page.past.isVisible)
    words = [label.text() for label in page.past.findChildren(QWidget) if hasattr(label, "text")]
    assert any("25 minutes" in text for text in words)
    assert any("3 after" in text for text in words)


@pytest.mark.window
def test_months_times_and_practices_are_shown(qtbot: QtBot, desk: Desk) -> None:
    habits = desk.page.habits
    qtbot.waitUntil(lambda: habits.practices.count() == 2)
    assert habits.months.count() == 12
    assert "March 2026" in habits.months.part_words(11)
    assert habits.hours.count() == 8
    assert "125 sits" in habits.practices.part_words(0)
    habits.practices.picked.emit(0)
    qtbot.waitUntil(lambda: desk.page.model.rowCount() == 125)


@pytest.mark.window
def test_several_sits_change_their_practice_at_once_and_back(qtbot: QtBot, desk: Desk) -> None:
    page = desk.page
    page.list.setCurrentIndex(page.model.index(0, 0))
    page.list.selectAll()
    line = page.sits.chosen
    QTest.mouseClick(line.practice, Qt.MouseButton.LeftButton)
    line.exercise.set_chosen("body-scan")
    QTest.mouseClick(line.change, Qt.MouseButton.LeftButton)

    def practices() -> set[str]:
        return {found.title for number in range(2) if (found := row(page, number))}

    qtbot.waitUntil(lambda: practices() == {"Body Scan"})
    assert page.sits.undo.isVisible()
    page.sits.undo.undo.click()
    both = {"Sit With the Feeling", "Mindfulness of Breath"}
    qtbot.waitUntil(lambda: practices() == both)
    assert page.model.rowCount() == SITS


@pytest.mark.window
def test_days_are_typed(qtbot: QtBot, desk: Desk) -> None:
    page, head = desk.page, desk.page.head
    head.more.setChecked(True)
    QTest.keyClicks(head.since, "2026-03-01")
    QTest.keyClick(head.since, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
    QTest.keyClicks(head.until, "2026-03-07")
    QTest.keyClick(head.until, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    head.until.setText("tomorrow")
    QTest.keyClick(head.until, Qt.Key.Key_Return)
    assert "not a day" in head._wrong.text()
    assert page.filter.until == date(2026, 3, 7)
    page.sits.all_wanted.emit()
    qtbot.waitUntil(lambda: page.model.rowCount() == SITS)
    assert head.since.text() == ""
