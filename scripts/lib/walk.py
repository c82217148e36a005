"""What `scripts/walk` does: the real program, used by keyboard alone and then by mouse alone.

First run, Home, check-in, a sit, Ground me and back, the sit's end, After and History, with a
picture of the screen at each step. Keys and clicks come from outside the program (xdotool); what
is on the screen, and where, is read as a screen reader reads it.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fnmatch import fnmatchcase
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication

from mindful.parts import Parts
from mindful.paths import find_paths
from tests.reader.accessible_session import AccessibleSession, Node
from tests.whole.conftest import VOICE, data_folder, mindful

WINDOW = QRect(0, 0, 1180, 780)
FOOT = 756
"""Pixels from the window's top to the margin below all that can be pressed."""
PATIENCE = 80.0
"""Seconds after which something that has not come will not come: a whole short sit and more."""


class Walker:
    """A person at the screen.

    Args:
        session: in which the program runs.
        target: folder for the pictures.
        way: ``keyboard`` or ``mouse``; begins the pictures' names.
    """

    def __init__(self, session: AccessibleSession, target: Path, way: str) -> None:
        self._session = session
        self._target = target
        self._way = way
        self._taken = 0

    def see(self, name: str, *roles: str) -> Node:
        """Wait until something of that name is there.

        A … in the name stands for any words, or none.
        """
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            for node in self._session.read():
                if _fits(node.name, name) and (not roles or node.role in roles):
                    return node
            time.sleep(0.1)
        self.picture("lost")
        raise TimeoutError(name)

    def keys(self, *keys: str) -> None:
        """Press these keys one after the other."""
        _xdotool("key", "--delay", "60", *keys)

    def write(self, words: str) -> None:
        """Type these words."""
        _xdotool("type", "--delay", "20", words)

    def click(self, name: str, *roles: str) -> None:
        """Point at what has this name, and press."""
        node = self.see(name, *roles)
        left, top, width, height = self._place(node)
        _xdotool("mousemove", str(left + width // 2), str(top + height // 2))
        _xdotool("click", "1")

    def _place(self, node: Node) -> tuple[int, int, int, int]:
        """Where it is, once the wheel has brought it into the window."""
        while True:
            place = self._session.rect(node.name, node.role)
            left, top, width, height = place
            if top + height <= FOOT:
                return place
            _xdotool("mousemove", str(left + width // 2), str(WINDOW.height() // 2), "click", "5")

    def picture(self, name: str) -> None:
        """Keep what the screen shows, once a cross-fade has passed."""
        time.sleep(0.5)
        self._taken += 1
        screen = QGuiApplication.primaryScreen()
        shown = screen.grabWindow(0, WINDOW.x(), WINDOW.y(), WINDOW.width(), WINDOW.height())
        shown.save(str(self._target / f"{self._way}-{self._taken:02}-{name}.png"))


def by_keyboard(walker: Walker) -> None:
    """Everything without a pointer."""
    walker.see("Begin", "push button")
    walker.picture("first-run")
    walker.keys("space")
    walker.see("Begin…", "push button")
    walker.picture("home")
    walker.keys("ctrl+f")
    walker.write("short")
    walker.keys("Return")
    walker.see("Next", "push button")
    walker.picture("home-found")
    walker.keys("ctrl+Return")
    _questions(walker, lambda _name: walker.keys("ctrl+Return"))
    walker.see("What’s here right now?")
    walker.keys("space", "Right", "space", "6")
    walker.picture("check-in")
    walker.keys("ctrl+Return")
    _aloud(walker, lambda _name: walker.keys("ctrl+Return"))
    walker.see("Notice this…")
    walker.picture("sit")
    walker.keys("g")
    walker.see("I’m steadier now")
    walker.picture("ground-me")
    walker.keys("space", "Escape")
    walker.see("Pause")
    walker.picture("back")
    walker.see("That was one minute")
    walker.picture("end")
    walker.keys("4", "Tab", "Tab")
    walker.write("It moved.")
    walker.picture("after")
    walker.keys("ctrl+Return")
    walker.see("Find a practice")
    walker.keys("ctrl+2")
    walker.see("The past year")
    walker.picture("history")


def by_mouse(walker: Walker) -> None:
    """Everything without a key, but for what is written."""
    walker.see("Begin", "push button")
    walker.picture("first-run")
    walker.click("Begin", "push button")
    walker.see("Find a practice")
    walker.picture("home")
    walker.click("A Short Sit", "radio button")
    walker.picture("home-chosen")
    walker.click("Next", "push button")
    _questions(walker, lambda name: walker.click(name, "push button"))
    walker.see("What’s here right now?")
    walker.click("anxious…", "check box")
    walker.click("chest…", "check box")
    walker.picture("check-in")
    walker.click("Begin…", "push button")
    _aloud(walker, lambda name: walker.click(name, "push button"))
    walker.see("Notice this…")
    walker.picture("sit")
    walker.click("Ground me", "push button")
    walker.click("Next", "push button")
    walker.picture("ground-me")
    walker.click("I’m steadier now", "push button")
    walker.click("Steadier", "push button")
    walker.click("Back to the sit", "push button")
    walker.see("Pause")
    walker.picture("back")
    walker.see("That was one minute")
    walker.picture("end")
    walker.click("Anything to remember?", "text")
    walker.write("It moved.")
    walker.picture("after")
    walker.click("Save", "push button")
    walker.click("History", "radio button")
    walker.see("The past year")
    walker.picture("history")


def _questions(walker: Walker, answer: Callable[[str], None]) -> None:
    """The words on safety, and the name, before the first sit with a feeling."""
    walker.see("I understand", "push button")
    walker.picture("safety")
    answer("I understand")
    walker.see("Go on", "push button")
    walker.picture("name")
    answer("Go on")


def _aloud(walker: Walker, answer: Callable[[str], None]) -> None:
    walker.see("Others may hear this")
    walker.picture("aloud")
    answer("Speak")


def _fits(told: str, name: str) -> bool:
    return fnmatchcase(told, name.replace("…", "*"))


@contextmanager
def program(session: AccessibleSession, data: Path) -> Iterator[None]:
    """Mindful as a person starts it."""
    with subprocess.Popen(mindful(data), env=session.environment) as window:
        try:
            # No window manager gives it the keyboard.
            search = ["search", "--sync", "--onlyvisible", "--name", "^Mindful$"]
            _xdotool(*search, "windowfocus", "--sync")
            yield
        finally:
            window.terminate()


def _xdotool(*words: str) -> None:
    subprocess.run(["xdotool", *words], check=True)


def main() -> None:
    """Both ways, into a folder."""
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    screen = QGuiApplication([])
    for way, walk in (("keyboard", by_keyboard), ("mouse", by_mouse)):
        with tempfile.TemporaryDirectory() as folder:
            data = data_folder(Path(folder) / "data")
            parts = Parts(find_paths(data))
            parts.change_settings(bell="wood-block", voice=VOICE, exercise="breath")
            parts.close()
            with AccessibleSession(Path(folder) / "session") as session, program(session, data):
                began = time.monotonic()
                walk(Walker(session, target, way))
                sys.stdout.write(f"by {way}: {time.monotonic() - began:.0f} s\n")
    del screen


if __name__ == "__main__":
    main()
