"""The lock: when it closes, what is put away then, and how it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from mindful.trouble import Trouble
from mindful.ui.idle import IdleWatch
from mindful.wording import tell

if TYPE_CHECKING:  # the first window is painted before any of these is loaded
    from collections.abc import Callable

    from mindful.ui.pages.locked import LockedPage
    from mindful.ui.steering.means import Means
    from mindful.ui.steering.stations import Stations

PAGE = "locked"
NEEDS_NOTES = frozenset({"history", "journal"})
"""Pages that are nothing without the log."""
NEVER_IDLE = frozenset({"sitting", "countdown", "grounding", "after", "night", "writing"})
"""Pages that no lock disturbs: who is there sits, writes, or is being grounded."""
HOLDING_WORDS = (
    "history",
    "journal",
    "settings",
    "after",
    "check-in",
    "asking",
    "sitting",
    "timer",
    "passphrase",
    "erasing",
)
"""Pages that may show what a person wrote; made anew when they are next shown."""


class LockWay:
    """Closes the log and puts own words away, and leads to them again.

    Args:
        means: what every way leads with.
        stations: the steering of the other pages.
        is_busy: whether a sit is under way, or a file is being written.
        read_log: asks the log what Home shows.
    """

    def __init__(
        self,
        means: Means,
        stations: Stations,
        *,
        is_busy: Callable[[], bool],
        read_log: Callable[[], None],
    ) -> None:
        self._window, self._look = means.window, means.look
        self._parts, self._background, self._go = means.parts, means.background, means.go
        self._stations = stations
        self._is_busy = is_busy
        self._read_log = read_log
        self._wanted = "sit"
        self._waiting = False
        means.window.add_page(PAGE, self._make_page, full_bleed=True)
        means.window.lock_wished.connect(self.lock)
        means.window.leaving.connect(self._leave)
        self.idle = IdleWatch(means.parts.passing, self._limit, means.window)
        self.idle.away.connect(self.lock)

    def first_page(self) -> str:
        """Where the window begins: at the locked page, unless the keyring may open the log."""
        asks = self._parts.locked and not self._parts.settings.open_unasked
        return PAGE if asks else "sit"

    def wake(self) -> None:
        """Where the keyring did not open the log after all, ask for the passphrase."""
        opened = self._parts.desk.submit(lambda _: None)
        self._background.when(opened, lambda _: self._offer(), self._ask_after_all)

    def holds(self, name: str) -> bool:
        """Whether a page is not to be shown now; then the locked page is."""
        if self._waiting and not self._disturbs(self._window.current):
            self._waiting = False
            self.lock()
        if name not in NEEDS_NOTES or not self._parts.desk.locked:
            return False
        self._wanted = name
        self._window.show_page(PAGE)
        return True

    def lock(self) -> None:
        """Lock now, or as soon as nobody sits; without a passphrase, lead to where one is set."""
        desk = self._parts.desk
        if not desk.encrypted:
            if not self._disturbs(self._window.current):
                self._go("settings")
        elif desk.locked:
            self._window.show_page(PAGE)
        elif self._disturbs(self._window.current):
            self._waiting = True
        else:
            self._close()

    def _close(self) -> None:
        self._waiting = False
        self._wanted = "sit"
        self._background.forget()
        self._background.when(self._parts.desk.lock(), lambda _: None, lambda _: None)
        self._parts.forget_own_words()
        self._stations.forget_own_words()
        self._window.show_page(PAGE)
        for name in HOLDING_WORDS:
            self._window.forget_page(name)

    def _disturbs(self, page: str) -> bool:
        return page in NEVER_IDLE or self._is_busy()

    def _limit(self) -> float:
        if not self._parts.desk.encrypted or self._parts.desk.locked:
            return 0.0
        if self._disturbs(self._window.current):
            return 0.0
        return self._parts.settings.lock_after * 60.0

    # The page

    def _make_page(self) -> LockedPage:
        from mindful.ui.pages.locked import LockedPage

        page = LockedPage(self._look)
        page.unlock_asked.connect(self._unlock)
        page.sit_asked.connect(lambda: self._go("sit"))
        return page

    def _page(self) -> LockedPage:
        return cast("LockedPage", self._window.page(PAGE))

    def _unlock(self, passphrase: str) -> None:
        opened = self._parts.unlock(passphrase)
        self._background.when(opened, lambda _: self._opened(), self._refused)

    def _opened(self) -> None:
        self._page().forget()
        self.idle.touch()
        self._read_log()
        if self._window.current == PAGE:
            self._go(self._wanted)
        self._wanted = "sit"

    def _refused(self, trouble: Trouble) -> None:
        self._page().tell(tell(trouble))

    def _ask_after_all(self, trouble: Trouble) -> None:
        if trouble.code == "log-locked" and self._window.current == "sit":
            self._window.show_page(PAGE)

    def _leave(self, name: str) -> None:
        if name == PAGE:
            self._page().forget()
        self._offer()

    def _offer(self) -> None:
        """The window has a way to lock where there is something to be locked."""
        desk = self._parts.desk
        self._window.show_lock(shown=desk.encrypted and not desk.locked)
