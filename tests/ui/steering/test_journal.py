"""The Journal over a real log: what is shown, kept, found again, and never lost."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mindful.log.errors import LogTrouble
from mindful.log.log import Log
from mindful.log.records import Ended, Entry
from mindful.log.words import Drafts
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.trouble import Trouble
from mindful.ui.background import Background
from mindful.ui.journal.model import ROW_ROLE
from mindful.ui.journal_models import DOTS, JournalRow
from mindful.ui.look import Look
from mindful.ui.paged import PAGE
from mindful.ui.pages.journal import JournalPage
from mindful.ui.steering.journal import JournalSteering
from mindful.ui.steering.journal_keeping import NEW
from tests.log.aids import ROOT, a_page, a_sit

NOW = datetime(2026, 3, 12, 19, 42, tzinfo=UTC)
NOTE = "The tightness moved.\n\nStill nervous about Friday."


def fill(log: Log, moment: list[datetime]) -> None:
    """An entry, a sit with a page and a feeling, and one with a note, the newest last."""
    moment[0] = NOW - timedelta(days=11)
    log.journal.add("Snow. Nothing to report.")
    for days, note, pages in ((5, "", ("Dear Mei,",)), (0, NOTE, ())):
        moment[0] = NOW - timedelta(days=days, minutes=20)
        sit = log.sits.begin(
            a_sit(title="Sit With the Feeling", feelings=("anxious",), intensity_before=6)
        )
        log.sits.wrote(sit.id, 1, [a_page(page) for page in pages])
        log.sits.finish(sit.id, Ended.FINISHED, 1200.0)
        log.sits.reflect(sit.id, intensity_after=4, note=note)
    moment[0] = NOW


class Desk:
    """The page, steered, over the log of a folder."""

    def __init__(self, qtbot: QtBot, look: Look, parts: Parts, width: int = 972) -> None:
        self.qtbot = qtbot
        self.parts = parts
        self.stage = QWidget()
        qtbot.addWidget(self.stage)
        self.stage.resize(width, 700)
        self.page = JournalPage(look, self.stage)
        self.page.set_compact(compact=width < 900)
        self.page.resize(width, 700)
        self.troubles: list[Trouble] = []
        self.background = Background(self.stage)
        self.steering = JournalSteering(
            self.page, parts, self.background, lambda: NOW, self.troubles.append
        )
        with qtbot.waitExposed(self.stage):
            self.stage.show()
        self.stage.activateWindow()
        self.until(self.stage.isActiveWindow)

    def until(self, ready: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(ready)

    def settle(self) -> None:
        """The log has answered all that was asked."""
        for _round in range(3):
            self.parts.desk.submit(lambda _log: None).result()
            self.qtbot.wait(1)

    def rows(self) -> list[JournalRow]:
        model = self.page.side.model
        return [model.index(place).data(ROW_ROLE) for place in range(model.rowCount())]

    def written(self) -> list[str]:
        def read(log: Log) -> list[str]:
            pages = log.journal.read(log.journal.keys())
            return [
                page.text if isinstance(page, Entry) else page.sit.note for page in pages if page
            ]

        return self.parts.desk.submit(read).result()

    def draft(self, key: str = NEW) -> str | None:
        left = self.parts.desk.submit(lambda log: log.drafts.load(key)).result()
        return None if left is None else left.text


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    moment = [NOW]
    made = Parts(find_paths(tmp_path), now=lambda: moment[0])
    made.desk.submit(lambda log: fill(log, moment)).result()
    yield made
    made.close()


@pytest.fixture
def desk(qtbot: QtBot, look: Look, parts: Parts) -> Iterator[Desk]:
    made = Desk(qtbot, look, parts)
    made.steering.refresh()
    made.until(made.page.sheet.isVisible)
    yield made
    made.background.close()  # as the window does, before the log is closed


def type_on(desk: Desk, words: str) -> None:
    desk.page.head.write.click()
    desk.until(lambda: desk.page.writing)
    assert desk.page.editor.paper.hasFocus()
    QTest.keyClicks(desk.page.editor.paper, words)


@pytest.mark.window
def test_all_that_was_written_is_listed_and_the_newest_is_open(desk: Desk) -> None:
    assert [(row.source, row.text) for row in desk.rows()] == [
        ("Sit With the Feeling", NOTE),
        ("Sit With the Feeling", "Dear Mei,"),
        ("No sit", "Snow. Nothing to report."),
    ]
    sheet = desk.page.sheet
    assert "Thursday 12 March" in sheet.when.text()
    assert sheet.when.text().endswith("After 20 minutes, Sit With the Feeling.")
    assert sheet.reading.toPlainText() == NOTE
    told = {child.text() for child in sheet.findChildren(QWidget) if hasattr(child, "text")}
    assert {"anxious", "6 before, 4 after"} <= told
    assert not sheet.delete.isVisible()


@pytest.mark.window
def test_arrows_lead_through_the_pages(desk: Desk) -> None:
    desk.page.take_focus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(desk.page.side.list, Qt.Key.Key_Down)
    desk.until(lambda: desk.page.sheet.reading.toPlainText().endswith("Dear Mei,"))
    assert desk.page.sheet.reading.toPlainText().startswith("What is on your mind?")
    assert desk.page.sheet.edit.words == "Add a note"
    QTest.keyClick(desk.page.side.list, Qt.Key.Key_Down)
    desk.until(desk.page.sheet.delete.isVisible)
    assert desk.page.side.list.hasFocus()


@pytest.mark.window
def test_what_is_typed_in_the_search_is_found(desk: Desk) -> None:
    QTest.keyClick(desk.stage, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    search = desk.page.head.search
    assert search.hasFocus()
    QTest.keyClicks(search, "sno")
    desk.until(lambda: len(desk.rows()) == 1)
    desk.until(lambda: desk.page.sheet.reading.toPlainText() == "Snow. Nothing to report.")
    QTest.keyClicks(search, "xxx")
    desk.until(desk.page.side.none.isVisible)
    assert "holds those words" in desk.page.side.none.text()
    QTest.keyClick(search, Qt.Key.Key_Escape)
    desk.until(lambda: len(desk.rows()) == 3)
    assert desk.page.side.list.hasFocus()


@pytest.mark.window
def test_something_is_written_and_kept_as_typed(desk: Desk) -> None:
    QTest.keyClick(desk.stage, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: desk.page.writing)
    paper = desk.page.editor.paper
    QTest.keyClicks(paper, "# Rain")
    QTest.keyClick(paper, Qt.Key.Key_Return)
    QTest.keyClicks(paper, "  *since* four ")
    QTest.keyClick(paper, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: len(desk.rows()) == 4)
    assert desk.written()[0] == "# Rain\n  *since* four "
    desk.until(lambda: desk.page.sheet.reading.toPlainText() == "# Rain\n  *since* four ")
    assert desk.draft() is None


@pytest.mark.window
def test_nothing_blank_is_kept(desk: Desk) -> None:
    type_on(desk, "  ")
    assert not desk.page.editor.save.isEnabled()
    QTest.keyClick(desk.page.editor.paper, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert len(desk.written()) == 3


@pytest.mark.window
def test_esc_puts_the_paper_aside_and_it_is_gone_on_with(desk: Desk) -> None:
    type_on(desk, "half a tho")
    QTest.keyClick(desk.page.editor.paper, Qt.Key.Key_Escape)
    assert desk.page.sheet.isVisible()
    assert desk.page.side.list.hasFocus()
    assert desk.draft() == "half a tho"
    type_on(desk, "ught")
    assert desk.page.editor.paper.words == "half a thought"


@pytest.mark.window
def test_a_draft_is_saved_each_second_and_when_the_page_goes(desk: Desk) -> None:
    type_on(desk, "still ")
    desk.until(lambda: desk.draft() == "still ")
    QTest.keyClicks(desk.page.editor.paper, "here")
    desk.page.hide()
    assert desk.draft() == "still here"


@pytest.mark.window
def test_a_note_left_in_a_crash_is_gone_on_with(qtbot: QtBot, look: Look, parts: Parts) -> None:
    def crash(log: Log) -> str:
        sit = log.history.find()[1].id
        log.drafts.save(f"note/{sit}", "I wanted to say")
        return sit

    sit = parts.desk.submit(crash).result()
    desk = Desk(qtbot, look, parts)
    desk.steering.refresh()
    desk.until(lambda: desk.page.writing)
    editor = desk.page.editor
    assert editor.paper.words == "I wanted to say"
    assert "draft" in editor.notice.text()
    editor.save.click()
    desk.until(lambda: "I wanted to say" in desk.written())
    assert desk.draft(f"note/{sit}") is None


@pytest.mark.window
def test_a_draft_whose_sit_is_gone_is_not_lost(qtbot: QtBot, look: Look, parts: Parts) -> None:
    parts.desk.submit(lambda log: log.drafts.save("note/gone", "still mine")).result()
    desk = Desk(qtbot, look, parts)
    desk.steering.refresh()
    desk.until(lambda: desk.page.writing)
    desk.page.editor.save.click()
    desk.until(lambda: "still mine" in desk.written())


@pytest.mark.window
def test_a_note_is_edited_and_nothing_else_of_its_sit(desk: Desk) -> None:
    desk.page.sheet.edit.click()
    desk.until(lambda: desk.page.writing)
    assert desk.page.editor.paper.words == NOTE
    QTest.keyClicks(desk.page.editor.paper, " Less so now.")
    desk.page.editor.save.click()
    desk.until(lambda: desk.written()[0] == NOTE + " Less so now.")
    sit = desk.parts.desk.submit(lambda log: log.history.find()[0]).result()
    assert (sit.intensity_before, sit.intensity_after) == (6, 4)


@pytest.mark.window
def test_a_deletion_is_taken_back(desk: Desk) -> None:
    desk.page.opened.emit(desk.rows()[2].key)
    desk.until(desk.page.sheet.delete.isVisible)
    desk.page.sheet.delete.click()
    desk.until(lambda: len(desk.rows()) == 2)
    desk.page.side.undo.click()
    desk.until(lambda: len(desk.rows()) == 3)
    assert "Snow. Nothing to report." in desk.written()
    assert not desk.page.side.undo.isVisible()


@pytest.mark.window
def test_a_deletion_is_for_good_when_the_page_is_left(desk: Desk) -> None:
    desk.page.opened.emit(desk.rows()[2].key)
    desk.until(desk.page.sheet.delete.isVisible)
    desk.page.sheet.delete.click()
    desk.until(lambda: len(desk.rows()) == 2)
    desk.steering.leave()
    desk.settle()
    left = desk.parts.desk.submit(lambda log: log._store.rows("SELECT text FROM entries")).result()
    assert left == [{"text": ""}]


@pytest.mark.window
def test_what_is_not_kept_is_brought_back(desk: Desk) -> None:
    type_on(desk, "never mind")
    desk.page.editor.drop.click()
    desk.settle()
    assert (desk.page.writing, desk.draft()) == (False, None)
    desk.page.side.undo.click()
    assert desk.page.editor.paper.words == "never mind"
    assert desk.draft() == "never mind"


@pytest.mark.window
def test_a_full_disk_leaves_the_words_on_the_screen(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise LogTrouble("log-disk-full", path="log.db")

    type_on(desk, "keep me")
    monkeypatch.setattr(Drafts, "save", full)
    monkeypatch.setattr("mindful.log.journal.Journal.add", full)
    desk.page.editor.save.click()
    desk.until(desk.page.editor.notice.isVisible)
    assert desk.page.editor.notice.text() == (
        "This couldn’t be saved: the disk is full. Copy your note, or try again."
    )
    assert desk.page.editor.paper.words == "keep me"
    monkeypatch.undo()
    desk.page.editor.save.click()
    desk.until(lambda: "keep me" in desk.written())


@pytest.mark.window
def test_hidden_words_are_dots_until_opened(qtbot: QtBot, look: Look, parts: Parts) -> None:
    parts.change_settings(hide_notes=True, hide_numbers=True)
    desk = Desk(qtbot, look, parts)
    desk.steering.refresh()
    desk.until(lambda: desk.page.side.model.rowCount() == 3)
    desk.settle()
    assert not desk.page.sheet.isVisible()
    index = desk.page.side.model.index(0)
    assert "tightness" not in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert not str(DOTS).strip("· ")
    desk.page.side.list.activated.emit(index)
    desk.until(desk.page.sheet.isVisible)
    assert desk.page.sheet.reading.toPlainText() == NOTE
    assert desk.page.sheet.when.text().endswith("After Sit With the Feeling.")


@pytest.mark.window
def test_compact_the_list_leads_to_a_page_and_esc_back(
    qtbot: QtBot, look: Look, parts: Parts
) -> None:
    desk = Desk(qtbot, look, parts, width=420)
    desk.steering.refresh()
    desk.until(lambda: desk.page.side.model.rowCount() == 3)
    desk.settle()
    assert desk.page.side.isVisible()
    assert not desk.page.sheet.isVisible()
    desk.page.side.list.activated.emit(desk.page.side.model.index(1))
    desk.until(desk.page.sheet.isVisible)
    assert not desk.page.side.isVisible()
    assert desk.page.sheet.back.hasFocus()
    QTest.keyClick(desk.page.sheet.back, Qt.Key.Key_Escape)
    assert desk.page.side.list.hasFocus()


@pytest.mark.window
def test_rows_come_when_they_are_looked_at(desk: Desk) -> None:
    def add(log: Log) -> None:
        for number in range(2 * PAGE):
            log.journal.add(f"entry {number}")

    desk.parts.desk.submit(add).result()
    desk.steering.refresh()
    side = desk.page.side
    desk.until(lambda: side.model.rowCount() == 2 * PAGE + 3)
    last = side.model.index(2 * PAGE + 2)
    side.list.scrollTo(last)

    def there() -> bool:
        side.list.grab()
        return isinstance(last.data(ROW_ROLE), JournalRow)

    desk.until(there)
    assert last.data(ROW_ROLE).text == "Snow. Nothing to report."


@pytest.mark.window
def test_what_was_typed_outlives_kill_9(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.steering.journal_writer", str(tmp_path / "killed")],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    said = [child.stdout.readline() for _ in range(2)]
    child.kill()
    child.wait(60)
    child.stdout.close()
    assert [line.split()[0] for line in said] == ["saved", "saved"]
    typed = int(said[-1].split()[1])

    parts = Parts(find_paths(tmp_path / "killed"), now=lambda: NOW)
    desk = Desk(qtbot, look, parts)
    desk.steering.refresh()
    desk.until(lambda: desk.page.writing)
    found = desk.page.editor.paper.words
    assert len(found) >= typed > 0
    assert found == ("word " * len(found))[: len(found)]
    parts.close()
