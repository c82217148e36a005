"""Delete everything: gone from every folder, overwritten, and said; what is not ours stays."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import cast

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mindful.app import App
from mindful.desktop.key_ring import KeyRing
from mindful.erasing import erase
from mindful.log.key import Key
from mindful.log.log import Log
from mindful.log.sealing import change_key
from mindful.parts import Parts
from mindful.paths import Paths, find_paths
from mindful.trouble import Trouble
from mindful.ui.pages.erasing import ErasingPage
from mindful.ui.pages.settings import Settings
from tests.log.aids import Hands, keep_sits

WORD = b"note 1 of"


class Memory(KeyringBackend):
    """A keyring of this process."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring's own has no types
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.held.pop((service, username), None) is None:
            raise PasswordDeleteError


class Broken(Memory):
    """A keyring that nobody can reach."""

    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError("no bus")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise RuntimeError(f"no bus for {password}")

    def delete_password(self, service: str, username: str) -> None:
        raise RuntimeError("no bus")


@pytest.fixture
def memory() -> Iterator[Memory]:
    before = keyring.get_keyring()
    ours = Memory()
    keyring.set_keyring(ours)
    yield ours
    keyring.set_keyring(before)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    found = Paths(data=tmp_path / "data", config=tmp_path / "config", cache=tmp_path / "cache")
    with closing(Log(found.log, Hands())) as log:
        keep_sits(log, Hands(), 4)
        log.backups.renew_today()
        log.profile.set("name", "Zebedee")
    for place in (
        found.settings,
        found.clips / "a.clip",
        found.models / "big.onnx",
        found.exercises / "mine.toml",
        found.data / "sounds" / "bell.sound",
        found.data / ".mindful.db.coming",
    ):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(WORD)
    return found


def test_everything_goes_and_is_told(paths: Paths, memory: Memory, tmp_path: Path) -> None:
    ring = KeyRing(paths.log)
    ring.put("a key")
    with paths.log.open("rb") as held:  # as the disk holds what no name leads to
        erased = erase(paths, ring)
        assert set(held.read()) == {0}
    assert not list(tmp_path.iterdir())
    assert paths.log in erased.removed
    assert paths.settings in erased.removed
    assert erased.left == ()
    assert memory.held == {}


def test_what_is_not_ours_stays(paths: Paths, memory: Memory, tmp_path: Path) -> None:
    other = paths.data / "letter.txt"
    other.write_text("to a friend")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "bell.wav").write_bytes(b"sound")
    (paths.data / "sounds" / "link").symlink_to(elsewhere)
    erase(paths, KeyRing(paths.log))
    assert [path.name for path in paths.data.iterdir()] == ["letter.txt"]
    assert (elsewhere / "bell.wav").read_bytes() == b"sound"


def test_a_keyring_that_is_not_there_stops_nobody(paths: Paths, tmp_path: Path) -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(Broken())
    try:
        ring = KeyRing(paths.log)
        assert ring.get() == ""
        with pytest.raises(Trouble) as trouble:
            ring.put("a secret key")
        assert trouble.value.code == "keyring-missing"
        assert "a secret key" not in str(trouble.value)
        assert trouble.value.__cause__ is None
        assert erase(paths, ring).left == ()
    finally:
        keyring.set_keyring(before)


def test_the_keyring_opens_the_log_where_it_is_wished(paths: Paths, memory: Memory) -> None:
    key = Key(bytes(range(32)), b"salt of the file")
    change_key(paths.log, None, key)
    parts = Parts(paths)
    parts.settings = parts.settings.__class__(open_unasked=True)
    parts.key_ring.put(key.to_text())
    try:
        assert parts.desk.submit(lambda log: log.statistics.holds()).result() == (4, 4)
    finally:
        parts.close()
    parts = Parts(paths)
    parts.settings = parts.settings.__class__(open_unasked=True)
    parts.key_ring.put(Key(bytes(32), b"salt of the file").to_text())
    try:
        assert parts.desk.is_locked_now()
    finally:
        parts.close()


@pytest.mark.window
def test_in_the_window_the_word_is_typed_and_all_begins_anew(
    qapp: QApplication, qtbot: QtBot, memory: Memory, tmp_path: Path
) -> None:
    paths = find_paths(tmp_path / "data")
    with closing(Log(paths.log, Hands())) as log:
        keep_sits(log, Hands(), 4)
    parts = Parts(paths)
    parts.remember(welcomed=True, reduced_motion="on", speak=False)
    app = App(qapp, paths, parts)
    try:
        app.open()
        qtbot.waitUntil(lambda: app.window.current == "sit")
        app.steering.go("settings")
        cast("Settings", app.window.page("settings")).privacy.delete.click()
        qtbot.waitUntil(lambda: app.window.current == "erasing")
        page = cast("ErasingPage", app.window.page("erasing"))
        assert page._question.text() == "Delete 4 sits and 4 notes? This can’t be undone."
        page.typed.setText("delet")
        assert not page.delete.isEnabled()
        page.typed.setText("Delete")
        before = app.window
        page.delete.click()
        qtbot.waitUntil(lambda: app.window is not before and app.window.current == "erased")
        for path in tmp_path.rglob("*"):
            assert not path.is_file() or WORD not in path.read_bytes()
        assert not app.steering._parts.settings.welcomed
        qtbot.waitUntil(lambda: not app.steering.stations.home._looking)
        app.steering.go("history")
        assert app.window.current == "history"
    finally:
        app.close()
        with suppress(Exception):
            parts.close()
