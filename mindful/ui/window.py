"""The window: the way between pages, the page in it, and Ground me in its corner."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QWidget

from mindful.ui.bottom_bar import BottomBar
from mindful.ui.controls.ground_me import MARGIN, GroundMeButton
from mindful.ui.fade import CrossFade, picture_of, picture_shown
from mindful.ui.look import Look
from mindful.ui.page import Acting, Focusing, Responsive
from mindful.ui.rail import Place, Rail, TopRow
from mindful.ui.shortcuts import add_shortcuts
from mindful.ui.tab_order import next_stop
from mindful.wording import _

FIRST_SIZE = QSize(1180, 780)

COLOURS = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "ink",
    # What follows shows in dialogs that are Qt's own, where the platform has none.
    QPalette.ColorRole.Base: "raised",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "ink3",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "ink",
}
"""Colours of what Qt paints itself."""


class Window(QWidget):
    """Shows one page at a time. It decides nothing: it says what a person asks for.

    Pages are made when first shown. `navigated` is a wish; whoever steers answers it with
    `show_page`.

    Args:
        look: the look.
        places: where the rail leads.
    """

    navigated = Signal(str)
    ground_me = Signal()
    help_wanted = Signal()
    scale_wanted = Signal(float)
    lock_wished = Signal()
    erasing = Signal()
    """Everything is to be deleted, and nothing is under way any more."""
    leaving = Signal(str)
    """A page is about to give way to another one: its name."""
    closing = Signal(QCloseEvent)

    def __init__(self, look: Look, places: Sequence[Place]) -> None:
        super().__init__()
        self.look = look
        self._makers: dict[str, tuple[Callable[[], QWidget], bool]] = {}
        self._pages: dict[str, QWidget] = {}
        self._current = ""
        self._grounding = ""
        self._fade: CrossFade | None = None
        self.setWindowTitle(_("Mindful"))
        self.setMinimumSize(QSize(*look.token("size", "minWindow")))
        self.resize(FIRST_SIZE)
        self._rail = Rail(look, places, self)
        self._top = TopRow(look, places, self)
        self._bar = BottomBar(look, self)
        self.ground = GroundMeButton(look, self)
        for row in (self._rail, self._top):
            row.wished.connect(self.navigated)
            row.lock.clicked.connect(self.lock_wished)
        self.ground.clicked.connect(self.ground_me)
        add_shortcuts(self, [place.name for place in places])
        look.changed.connect(self._relook)
        self._relook()

    @property
    def current(self) -> str:
        """Name of the page shown; empty before the first."""
        return self._current

    @property
    def compact(self) -> bool:
        """The window is narrower than 960 pixels at the design's text size."""
        return self.width() / self.look.scale < float(self.look.token("size", "compactBelow"))

    @property
    def fading(self) -> bool:
        """A cross-fade is under way."""
        return self._fade is not None and not self._fade.over

    def add_page(
        self,
        name: str,
        maker: Callable[[], QWidget],
        *,
        full_bleed: bool = False,
        grounding: bool = False,
    ) -> None:
        """Makes a page known. `maker` is called when it is first shown.

        Args:
            name: of the page; where it is a place's name, the rail marks it.
            maker: makes the page.
            full_bleed: it takes the whole window, without rail or bars.
            grounding: it is Ground me itself, so the button gives way to it.
        """
        if grounding:
            self._grounding = name
        self._makers[name] = (maker, full_bleed)

    def page(self, name: str) -> QWidget:
        """The page, made if it was not yet."""
        if name not in self._pages:
            page = self._makers[name][0]()
            page.setParent(self)
            page.hide()
            self._pages[name] = page
        return self._pages[name]

    def made(self, name: str) -> bool:
        """Whether the page is made, so that `page` costs nothing."""
        return name in self._pages

    def lay_out_ahead(self, name: str) -> None:
        """Lays out, unseen, a page that is made, so that it is shown in less time.

        One beside the rail is painted too; a full one would keep a picture of its land for it.
        """
        if name in {self._current, ""} or name not in self._pages:
            return
        page = self._pages[name]
        if isinstance(page, Responsive):
            page.set_compact(self.compact)
        if self._makers[name][1]:
            page.setGeometry(self.rect())
            # Qt lays out hidden pages too when it paints a picture: now, not in the next fade.
            self.grab(QRect(0, 0, 1, 1))
        else:
            page.setGeometry(self._page_rect())
            page.grab()

    def forget_page(self, name: str) -> None:
        """Lets go of a page with all it shows; it is made anew when it is next shown."""
        if name != self._current and name in self._pages:
            self._pages.pop(name).deleteLater()

    def show_page(
        self, name: str, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason
    ) -> None:
        """Shows a page: the old one fades into it, and the focus goes to its first place.

        The first frame is painted when this returns, so that what is slow can come after it.

        Args:
            name: of the page.
            reason: why; with a keyboard's reason the focus ring is drawn.
        """
        page = self.page(name)
        if name == self._current:
            return
        before = picture_shown(self) if self._can_fade_to(name) else None
        self._leave()
        self._current = name
        self._rail.show_current(name)
        self._top.show_current(name)
        self._arrange()
        page.show()
        page.stackUnder(self.ground)
        if isinstance(page, Focusing):
            page.take_focus(reason)
        self.ground.raise_()
        if before is not None:
            self._fade = CrossFade(before, picture_of(self), self.look.duration("page"), self)
            self._fade.begin(self.ground)
        elif self.isVisible():
            self.repaint()

    def show_lock(self, *, shown: bool) -> None:
        """Offers to lock the notes, beside the places."""
        if shown == self._rail.lock.isHidden():
            self._rail.lock.setVisible(shown)
            self._top.show_lock(shown=shown)
            self._arrange()

    def toggle_full_screen(self) -> None:
        """Takes the whole screen, or gives it back."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes as the page is read, and to Ground me last."""
        shown = [self._rail, self._top]
        if self._current:
            shown.append(self._pages[self._current])
        parts = (*shown, self._bar, self.ground)
        found = next_stop(parts, self.focusWidget(), forward=forward)
        if found is None:
            return False
        way = Qt.FocusReason
        found.setFocus(way.TabFocusReason if forward else way.BacktabFocusReason)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lays everything out anew."""
        super().resizeEvent(event)
        self._end_fade()
        self._arrange()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks whoever steers; the window closes unless they ignore the event."""
        event.accept()
        self.closing.emit(event)

    def _can_fade_to(self, name: str) -> bool:
        self._end_fade()
        if name == self._grounding:
            return False  # who needs it does not wait
        return bool(self._current) and self.isVisible() and self.look.duration("page") > 0

    def _end_fade(self) -> None:
        if self._fade is not None:
            self._fade.end()
            self._fade = None

    def _leave(self) -> None:
        if self._current:
            self.leaving.emit(self._current)
            page = self._pages[self._current]
            if self._bar.holds_primary and isinstance(page, Acting):
                self._bar.give_back()
                page.keep_primary()
            page.hide()

    def _arrange(self) -> None:
        """Places rail or bars, the page, and Ground me."""
        bleeding = bool(self._current) and self._makers[self._current][1]
        compact = self.compact
        self._rail.setVisible(not compact and not bleeding)
        self._top.setVisible(compact and not bleeding)
        self._bar.setVisible(compact and not bleeding)
        if self._current:
            self._adapt(self._pages[self._current], compact=compact, bar=compact and not bleeding)
        self._place_bars(compact=compact, bleeding=bleeding)
        self.ground.setVisible(not self._current or self._current != self._grounding)
        size = self.ground.sizeHint()
        self.ground.setGeometry(
            QRect(MARGIN, self.height() - MARGIN - size.height(), size.width(), size.height())
        )

    def _adapt(self, page: QWidget, *, compact: bool, bar: bool) -> None:
        if isinstance(page, Acting):
            if bar and not self._bar.holds_primary:
                self._bar.take(page.primary())
            elif not bar and self._bar.holds_primary:
                self._bar.give_back()
                page.keep_primary()
        if isinstance(page, Responsive):
            page.set_compact(compact)

    def _place_bars(self, *, compact: bool, bleeding: bool) -> None:
        if not bleeding and compact:
            bar = self._bar.height_for(self.width())
            self._top.setGeometry(0, 0, self.width(), self._top.height_for(self.width()))
            self._bar.setGeometry(0, self.height() - bar, self.width(), bar)
        elif not bleeding:
            self._rail.setGeometry(0, 0, self._rail.wanted_width(), self.height())
        if self._current:
            page = self._pages[self._current]
            page.setGeometry(self.rect() if bleeding else self._page_rect())

    def _page_rect(self) -> QRect:
        """Where a page stands that leaves room for rail or bars."""
        if not self.compact:
            return self.rect().adjusted(self._rail.wanted_width(), 0, 0, 0)
        top, bar = self._top.height_for(self.width()), self._bar.height_for(self.width())
        return self.rect().adjusted(0, top, 0, -bar)

    def _relook(self) -> None:
        palette = self.palette()
        for role, colour in COLOURS.items():
            palette.setColor(role, self.look.colour(colour))
        self.setPalette(palette)
        self._arrange()
