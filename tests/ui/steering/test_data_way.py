"""Bringing in, taking away and merging in the real window: real files, the real log."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from mindful.app import App
from mindful.log.key import Key
from mindful.log.log import Log
from mindful.log.records import Ended, Entry
from mindful.log.sealing import change_key
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.ui.history_models import HistoryFilter
from mindful.ui.pages.bringing_in import ImportPage
from mindful.ui.pages.history import HistoryPage
from mindful.ui.pages.merging import MergePage
from mindful.ui.pages.passphrase import PassphrasePage
from mindful.ui.pages.settings import Settings
from mindful.ui.pages.taking_away import ExportPage
from mindful.ui.steering import export_steering, export_view
from tests.log.aids import a_sit

pytestmark = [pytest.mark.window, pytest.mark.usefixtures("quick_keys")]

DAYLIO = """full_date,date,weekday,time,mood,activities,note_title,note
2026-03-01,March 1,Sunday,21:05,rad,walk | friends,,A long way round the lake.
2026-03-02,March 2,Monday,21:40,meh,work,,
2026-13-05,March 5,Thursday,20:15,good,friends,,
"""


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    made = Parts(find_paths(tmp_path / "data"))
    made.remember(welcomed=True, reduced_motion=True, speak=False)
    yield made
    made.close()


@pytest.fixture
def app(parts: Parts, qapp: QApplication, qtbot: QtBot) -> Iterator[App]:
    app = App(qapp, parts.paths, parts)
    app.open()
    qtbot.waitUntil(lambda: app.window.current == "sit")
    app.steering.go("settings")
    yield app
    app.close()


def settings(app: App) -> Settings:
    return cast("Settings", app.window.page("settings"))


def import_page(app: App) -> ImportPage:
    return cast("ImportPage", app.window.page("import"))


def merge_page(app: App) -> MergePage:
    return cast("MergePage", app.window.page("merge"))


def give(app: App, file: Path) -> None:
    dialog = app.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(file))
    dialog.close()
    QApplication.processEvents()  # what follows waits until the dialog is done


def look_through(app: App, qtbot: QtBot, file: Path) -> ImportPage:
    settings(app).privacy.bring_in.click()
    page = import_page(app)
    page.choose.click()
    give(app, file)
    qtbot.waitUntil(lambda: page.take.isVisible() or page.notice.isVisible())
    return page


def entries(parts: Parts) -> list[str]:
    def read(log: Log) -> list[str]:
        pages = log.journal.read(log.journal.keys())
        return [page.text for page in pages if isinstance(page, Entry)]

    return parts.desk.submit(read).result()


def test_a_file_is_shown_first_brought_in_and_taken_out_again(
    app: App, parts: Parts, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "daylio.csv"
    file.write_text(DAYLIO, encoding="utf-8")
    page = look_through(app, qtbot, file)
    assert page._told.text() == "daylio.csv: 0 new sits, 2 other records, 1 can’t be read."
    assert page._format.text().startswith("Daylio. What is new is of 1 March 2026")
    assert page.bad.words == "line 4: the date or time can’t be read"
    assert page.zone.isVisible()
    assert page.moods["rad"].choice == "joyful"
    assert entries(parts) == []
    page.moods["meh"].chosen.emit("tired")
    page.take.click()
    qtbot.waitUntil(page.undo.isVisible)
    assert page._told.text().startswith("Brought in: 0 new sits, 2 other records")
    written = "\n".join(entries(parts))
    assert "tired" in written
    assert "joyful" in written
    page.undo.setFocus()
    page.undo.click()
    assert app.window.focusWidget() is not app.window.ground
    qtbot.waitUntil(lambda: "taken out" in page._told.text())
    assert page._told.text() == "2 records taken out."
    assert entries(parts) == []
    qtbot.waitUntil(lambda: not page.undo.isVisible())


def test_the_zone_chosen_is_that_of_what_comes(
    app: App, parts: Parts, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "insight.csv"
    file.write_text(
        "Started At,Duration,Preset,Activity\n03/01/2026 21:05:00,0:20:00,,Meditation\n"
    )
    page = look_through(app, qtbot, file)
    page.zone.set_chosen("Asia/Tokyo")
    page.zone.chosen.emit("Asia/Tokyo")
    qtbot.waitUntil(lambda: not app.steering._privacy_way.data._import._reading)  # type: ignore[union-attr]  # it was made with its page
    page.take.click()
    qtbot.waitUntil(page.undo.isVisible)
    (sit,) = parts.desk.submit(lambda log: tuple(log.history.find())).result()
    assert sit.started_there.isoformat() == "2026-03-01T21:05:00+09:00"


def test_what_cannot_be_read_is_said_and_nothing_is_kept(
    app: App, parts: Parts, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "picture.csv"
    file.write_bytes(bytes(range(256)) * 20)
    page = look_through(app, qtbot, file)
    assert not page.take.isVisible()
    assert "Nothing was changed" in page.notice._detail.text()
    assert page.choose.isVisible()


def test_leaving_forgets_the_file_and_keys_do_what_the_buttons_do(
    app: App, parts: Parts, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "daylio.csv"
    file.write_text(DAYLIO, encoding="utf-8")
    page = look_through(app, qtbot, file)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert app.window.current == "settings"
    assert (page._told.text(), page.bad.words, page.moods) == ("", "", {})
    look_through(app, qtbot, file)
    app.window.activateWindow()
    qtbot.waitUntil(app.window.isActiveWindow)
    page.take.setFocus()
    QTest.keyClick(page.take, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.undo.isVisible)


def test_a_whole_log_is_led_on_to_the_merge(
    app: App, parts: Parts, qtbot: QtBot, tmp_path: Path
) -> None:
    file = another_log(tmp_path / "other.db")
    settings(app).privacy.bring_in.click()
    import_page(app).choose.click()
    give(app, file)
    qtbot.waitUntil(lambda: app.window.current == "merge")
    qtbot.waitUntil(merge_page(app).merge.isVisible)


def another_log(path: Path, passphrase: str = "") -> Path:
    log = Log(path, lambda: datetime.now(UTC))
    log.journal.add("Written on the train.")
    log.close()
    if passphrase:
        change_key(path, None, Key.derived(passphrase, b"saltsaltsaltsalt"))
    return path


def test_another_log_is_merged_once_and_then_has_nothing_new(
    app: App, parts: Parts, qtbot: QtBot, tmp_path: Path
) -> None:
    file = another_log(tmp_path / "other.db")
    page = merge_page(app)
    for told in (
        "1 record is new here.",
        "Nothing new: this log has everything that’s in the other.",
    ):
        app.steering.go("settings")
        settings(app).privacy.merge.click()
        page.choose.click()
        give(app, file)
        qtbot.waitUntil(page.merge.isVisible)
        assert page._told.text() == told
        if page.merge.isEnabled():
            assert entries(parts) == []
            page.merge.click()
            qtbot.waitUntil(lambda: page._told.text() == "1 record came.")
    assert entries(parts) == ["Written on the train."]


def test_a_locked_log_asks_for_its_passphrase(
    app: App, parts: Parts, qtbot: QtBot, tmp_path: Path
) -> None:
    file = another_log(tmp_path / "other.db", "a quiet place")
    settings(app).privacy.merge.click()
    page = merge_page(app)
    page.choose.click()
    give(app, file)
    qtbot.waitUntil(page.passphrase.isVisible)
    page.passphrase.setText("no idea")
    page.unlock.click()
    qtbot.waitUntil(lambda: page._told.text().startswith("That didn’t match"))
    assert page.passphrase.text() == ""
    page.passphrase.setText("a quiet place")
    QTest.keyClick(page.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(page.merge.isVisible)
    page.merge.click()
    qtbot.waitUntil(lambda: page._told.text() == "1 record came.")


def test_while_locked_the_passphrase_comes_first(app: App, parts: Parts, qtbot: QtBot) -> None:
    parts.desk.set_passphrase("a quiet place").result()
    parts.desk.lock().result()
    settings(app).privacy.bring_in.click()
    assert app.window.current == "locked"


def keep_two_sits(parts: Parts) -> tuple[str, str]:
    def keep(log: Log) -> tuple[str, str]:
        kept = []
        for title, note in (("Breath", "A note on jellyfish"), ("Body Scan", "Owls at dusk")):
            sit = log.sits.begin(a_sit(exercise=title.casefold(), title=title)).id
            log.sits.finish(sit, Ended.FINISHED, 300.0)
            log.sits.reflect(sit, note=note)
            kept.append(sit)
        return kept[0], kept[1]

    return parts.desk.submit(keep).result()


def export_page(app: App) -> ExportPage:
    return cast("ExportPage", app.window.page("export"))


def share(app: App, qtbot: QtBot) -> ExportPage:
    settings(app).privacy.export.click()
    page = export_page(app)
    page.kind_chosen.emit("share")
    assert app.window.focusWidget() is page.save
    qtbot.waitUntil(lambda: "Self-reported" in page.preview.toPlainText())
    return page


def save(app: App, qtbot: QtBot, file: Path) -> ExportPage:
    page = export_page(app)
    steering = app.steering._privacy_way.data._export
    assert steering is not None
    qtbot.waitUntil(lambda: steering._view.ready)
    page.save.click()
    give(app, file)
    qtbot.waitUntil(lambda: page._saved.text().startswith("Saved to") or page.notice.isVisible())
    return page


def test_everything_and_a_table_are_written_where_it_is_said(
    app: App, parts: Parts, qtbot: QtBot, tmp_path: Path
) -> None:
    keep_two_sits(parts)
    settings(app).privacy.export.click()
    page = save(app, qtbot, tmp_path / "all.json")
    assert page._saved.text() == f"Saved to {tmp_path / 'all.json'}."
    assert b"jellyfish" in (tmp_path / "all.json").read_bytes()
    page.kind_chosen.emit("csv")
    save(app, qtbot, tmp_path / "sits")
    assert b"Owls at dusk" in (tmp_path / "sits.csv").read_bytes()
    assert page.show_folder.isVisible()


def test_a_page_to_share_shows_what_is_chosen_and_notes_one_by_one(
    app: App, parts: Parts, qtbot: QtBot, tmp_path: Path
) -> None:
    first, _second = keep_two_sits(parts)
    page = share(app, qtbot)
    assert [toggle.isChecked() for toggle in page.notes.values()] == [False, False]
    assert "jellyfish" not in page.preview.toPlainText()
    page.notes[first].click()
    qtbot.waitUntil(lambda: "jellyfish" in page.preview.toPlainText())
    page.parts["practices"].click()
    qtbot.waitUntil(lambda: "Body Scan" not in page.preview.toPlainText())
    save(app, qtbot, tmp_path / "page.html")
    html = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "jellyfish" in html
    assert "Owls" not in html
    assert "Body Scan" not in html
    page.ending_chosen.emit(".pdf")
    save(app, qtbot, tmp_path / "page.pdf")
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")


def test_history_exports_what_it_shows_and_is_come_back_to(
    app: App, parts: Parts, qtbot: QtBot, tmp_path: Path
) -> None:
    keep_two_sits(parts)
    app.steering.go("history")
    history = cast("HistoryPage", app.window.page("history"))
    history.export_asked.emit(HistoryFilter(exercise="breath"))
    page = export_page(app)
    assert page.what.text() == "The sits chosen in History."
    page.kind_chosen.emit("csv")
    save(app, qtbot, tmp_path / "sits.csv")
    table = (tmp_path / "sits.csv").read_text(encoding="utf-8-sig")
    assert "jellyfish" in table
    assert "Owls" not in table
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert app.window.current == "history"


def test_a_file_that_nobody_agreed_to_replace_stays(
    app: App, parts: Parts, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "all.json").write_text("mine")
    settings(app).privacy.export.click()
    page = save(app, qtbot, tmp_path / "all")  # becomes all.json, of which the dialog knew nothing
    assert page.notice.isVisible()
    assert (tmp_path / "all.json").read_text() == "mine"
    save(app, qtbot, tmp_path / "nowhere" / "all.json")
    assert page.notice.isVisible()


def test_a_locked_log_asks_again_and_what_was_shown_is_gone_when_it_locks(
    app: App, parts: Parts, qtbot: QtBot, tmp_path: Path
) -> None:
    keep_two_sits(parts)
    parts.desk.set_passphrase("a quiet place").result()
    settings(app).privacy.export.click()
    assert app.window.current == "passphrase"
    asked = cast("PassphrasePage", app.window.page("passphrase"))
    asked.present.setText("no idea")
    asked.go.click()
    qtbot.waitUntil(lambda: "didn’t match" in asked.told.text())
    asked.present.setText("a quiet place")
    asked.go.click()
    qtbot.waitUntil(lambda: app.window.current == "export")
    page = export_page(app)
    page.kind_chosen.emit("share")
    qtbot.waitUntil(lambda: len(page.notes) == 2)
    save(app, qtbot, tmp_path / "page.html")
    assert "without a passphrase" in page._saved.text()
    app.window.lock_wished.emit()
    assert app.window.current == "locked"
    assert (page.notes, page.preview.toPlainText(), page._saved.text()) == ({}, "", "")


def test_hidden_notes_are_dots_where_they_are_chosen(app: App, parts: Parts, qtbot: QtBot) -> None:
    first, _second = keep_two_sits(parts)
    parts.remember(hide_notes=True)
    page = share(app, qtbot)
    assert "jellyfish" not in page.notes[first].accessibleDescription()


def test_a_long_history_is_shown_in_part_and_is_no_pdf(
    app: App, parts: Parts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_two_sits(parts)
    monkeypatch.setattr(export_view, "ROWS", 1)
    monkeypatch.setattr(export_steering, "MOST_IN_PDF", 1)
    monkeypatch.setattr(export_steering, "NOTES", 1)
    page = share(app, qtbot)
    assert page._preview_told.text() == "1 more sit is on the page."
    assert "2 sits, 10 minutes." in page.preview.toPlainText()
    page.ending_chosen.emit(".pdf")
    page.save.click()
    assert "A PDF holds 1 sits at most" in page.notice._detail.text()
