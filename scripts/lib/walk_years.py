"""What `scripts/walk --years` does: a log of a hundred thousand sits, used in the real window.

Opened, searched, filtered, exported, locked with a passphrase, opened again and deleted, by keys
and clicks from outside the program, with a picture and a duration of each step.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from mindful.parts import Parts
from mindful.paths import find_paths
from scripts.lib.make_log import make_log
from scripts.lib.walk import Walker, program
from tests.reader.accessible_session import AccessibleSession

SITS = 100_000
WORD = "train"
"""In some of the notes that `make_log` writes."""
PASSPHRASE = "rain on the roof"
SQLITE = b"SQLite format 3\0"
"""How a file that is not encrypted begins, https://www.sqlite.org/fileformat.html."""


class Steps:
    """Tells how long each step took, until what is next was there to be read; reading takes most.

    Args:
        walker: at the screen.
    """

    def __init__(self, walker: Walker) -> None:
        self.walker = walker

    def __call__(self, name: str, act: Callable[[], None], sign: str, *roles: str) -> None:
        """Do it, wait for its sign, keep a picture."""
        began = time.monotonic()
        act()
        self.walker.see(sign, *roles)
        sys.stdout.write(f"{name}: {time.monotonic() - began:.1f} s\n")
        self.walker.picture(name)


def walk(walker: Walker, data: Path, taken: Path) -> None:
    """From first run to a log that is empty again."""
    step, keys = Steps(walker), walker.keys
    log = data / "mindful.db"
    walker.see("Begin", "push button")
    keys("space")
    walker.see("Begin…", "push button")
    step("history", lambda: keys("ctrl+2"), "The past year")
    walker.click("Search notes", "text")
    step("searched", lambda: walker.write(WORD), f"…{WORD}…", "list item")
    keys("ctrl+a", "BackSpace")
    walker.click("All practices", "combo box")
    step("filtered", lambda: keys("Down", "Return"), "Mindfulness of Breath", "combo box")
    _privacy(walker)
    step("export", lambda: walker.click("Export", "push button"), "Everything that was kept.")
    walker.click("Save as…", "push button")
    walker.see("File name:", "text")
    keys("ctrl+a")
    walker.write(str(taken))
    step("exported", lambda: keys("Return"), "Saved…")
    assert taken.stat().st_size > log.stat().st_size / 2
    keys("Escape")
    walker.click("Lock with a passphrase", "check box")
    _type_in(walker, "New passphrase")
    _type_in(walker, "The same again")
    walker.click("I understand that it cannot be recovered", "check box")
    step("sealed", lambda: walker.click("Lock", "push button"), "Lock now", "push button")
    assert _begins(log) != SQLITE
    step("locked", lambda: keys("ctrl+l", "ctrl+2"), "Your notes are locked")
    walker.write(PASSPHRASE[1:])
    step("refused", lambda: keys("Return"), "That didn’t match…")
    keys("ctrl+a")
    walker.write(PASSPHRASE)
    step("unlocked", lambda: keys("Return"), "The past year")
    _privacy(walker)
    step("to-delete", lambda: walker.click("Delete", "push button"), "Type “delete” to go on.")
    walker.click("Type “delete” to go on.", "text")
    walker.write("delete")
    delete = "Delete everything"
    step("deleted", lambda: walker.click(delete, "push button"), "Everything is deleted")
    step("anew", lambda: walker.click("Begin anew", "push button"), "A quiet place to practise")
    assert log.stat().st_size < 1_000_000


def _privacy(walker: Walker) -> None:
    walker.click("Settings", "radio button")
    walker.click("Privacy", "radio button")


def _type_in(walker: Walker, field: str) -> None:
    walker.click(field, "password text")
    walker.write(PASSPHRASE)


def _begins(log: Path) -> bytes:
    with log.open("rb") as file:
        return file.read(len(SQLITE))


def main() -> None:
    """The walk, its pictures into a folder."""
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    screen = QGuiApplication([])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data = folder / "data"
        data.mkdir(mode=0o700)
        make_log(data / "mindful.db", SITS, until=datetime.now(UTC))
        parts = Parts(find_paths(data))
        parts.change_settings(exercise="breath")
        parts.close()
        with AccessibleSession(folder / "session") as session, program(session, data):
            walk(Walker(session, target, "years"), data, folder / "taken.json")
    del screen


if __name__ == "__main__":
    main()
