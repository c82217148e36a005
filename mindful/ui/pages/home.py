"""Home: choose a practice and a length, see the sit's shape, begin."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mindful.exercises.timeline import Timeline
from mindful.ui.controls.scroll import Scroll
from mindful.ui.home.chooser import Chooser
from mindful.ui.home.head import Head
from mindful.ui.home.panel import Panel
from mindful.ui.home.practices import RING, PracticeList
from mindful.ui.look import Look
from mindful.ui.models import Length, Notice, PracticeGroup, Sounds, Welcome

LIST = 292
MARGIN = 24


class Home(QWidget):
    """A pure view: it shows what it is given, and says what a person asks for.

    Up and Down choose a practice, Left and Right a minute, the Page keys a preset, Home and End
    the shortest and the longest, Ctrl+Enter begins; all from wherever the focus is, unless what
    has the focus needs the key itself.
    """

    exercise_chosen = Signal(str)
    minutes_changed = Signal(int)
    voice_toggled = Signal(bool)
    bell_chosen = Signal(str)
    ambience_chosen = Signal(str)
    file_wanted = Signal(str)
    notice_acted = Signal()
    begin = Signal()
    save_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._groups: tuple[PracticeGroup, ...] = ()
        self._chosen = ""
        self._begin_words = ("", "")
        self._compact = False
        self._head = Head(look)
        self._head.setContentsMargins(RING, 0, 0, 0)
        self.practices = PracticeList(look)
        self._list = Scroll(look, self.practices, keys=False)
        self.panel = Panel(look)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._head)
        self._row = QHBoxLayout()
        self._row.setSpacing(MARGIN - RING)
        self._row.addWidget(self._list)
        self._row.addWidget(self.panel, 1)
        self._column.addLayout(self._row, 1)
        self._connect()
        look.changed.connect(self._lay_out)
        self._lay_out()

    def set_welcome(self, welcome: Welcome) -> None:
        """Shows greeting, last sit and week."""
        self._head.show_welcome(welcome)
        self.panel.brief.setText(welcome.brief)

    def set_practices(self, groups: Sequence[PracticeGroup]) -> None:
        """Shows these practices in place of those before."""
        self._groups = tuple(groups)
        self.practices.show_groups(groups)
        self.set_chosen(self._chosen)

    def set_chosen(self, practice: str) -> None:
        """Marks the practice with this id, and shows its words in the panel."""
        self._chosen = practice
        self.practices.show_chosen(practice)
        shown = self.practices.current
        if shown is not None:
            self.panel.show_practice(shown.title, shown.purpose)
            row = self.practices.row(practice)
            if row is not None and self._list.isVisible():
                self._list.ensureWidgetVisible(row, 0, MARGIN)

    def set_length(self, length: Length) -> None:
        """Shows the length and what may be chosen."""
        self.panel.length.show_length(length)

    def set_timeline(self, timeline: Timeline) -> None:
        """Shows the plan; the strip morphs to it."""
        self.panel.strip.set_timeline(timeline)

    def set_sounds(self, sounds: Sounds) -> None:
        """Shows voice, bell and ambience."""
        self.panel.sounds.show_sounds(sounds)

    def set_notice(self, notice: Notice | None) -> None:
        """Shows a notice above the sounds, or takes it away."""
        if notice is not None:
            self.panel.notice.show_notice(notice)
        self.panel.notice.setVisible(notice is not None)

    def set_begin(self, words: str, brief: str = "", *, ready: bool = True) -> None:
        """Words of the primary button, briefer ones for the narrow page, and whether it works."""
        self._begin_words = (words, brief or words)
        self.panel.begin.setEnabled(ready)
        self._word_begin()

    def set_save(self, words: str) -> None:
        """Words of the quiet button beside Begin: what it does, or how far the saving is."""
        self.panel.save.set_words(words)

    def set_compact(self, compact: bool) -> None:
        """Takes the compact layout, or the wide one."""
        if compact != self._compact:
            self._compact = compact
            self._lay_out()
            self._word_begin()

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Begin has the focus first: repeating the last sit is one key."""
        self.panel.begin.setFocus(reason)

    def primary(self) -> QWidget:
        """Begin, for the bottom bar."""
        return self.panel.begin

    def keep_primary(self) -> None:
        """Takes Begin back."""
        self.panel.keep_begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that nothing with the focus needed."""
        key = event.key()
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.practices.step(1 if key == Qt.Key.Key_Down else -1)
        elif not self.panel.length.rule.press(key):
            super().keyPressEvent(event)

    def _connect(self) -> None:
        panel = self.panel
        self.practices.chosen.connect(self.exercise_chosen)
        panel.length.chosen.connect(self.minutes_changed)
        panel.sounds.voice_toggled.connect(self.voice_toggled)
        panel.sounds.bell_chosen.connect(self.bell_chosen)
        panel.sounds.ambience_chosen.connect(self.ambience_chosen)
        panel.sounds.file_wanted.connect(self.file_wanted)
        panel.notice.acted.connect(self.notice_acted)
        panel.save.clicked.connect(self.save_wanted)
        panel.begin.clicked.connect(self.begin)
        panel.window_piece.opened.connect(self._open_chooser)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(panel.begin.click)

    def _open_chooser(self) -> None:
        piece = self.panel.window_piece
        chooser = Chooser(self._look, self._groups, self._chosen, self)
        chooser.chosen.connect(self.exercise_chosen)
        corner = piece.mapToGlobal(QPoint(0, piece.height() + 4))
        room = self.window().mapToGlobal(QPoint(0, self.window().height())).y() - corner.y() - 8
        chooser.open_at(corner, piece.width(), max(room, self._look.px(200)))

    def _word_begin(self) -> None:
        self.panel.begin.set_words(self._begin_words[1 if self._compact else 0])

    def _lay_out(self) -> None:
        self._head.setVisible(not self._compact)
        self._list.setVisible(not self._compact)
        self._list.setFixedWidth(self._look.px(LIST) + 2 * RING)
        self.panel.set_compact(self._compact)
        if self._compact:
            self._column.setContentsMargins(0, 0, 0, 0)
            self._column.setSpacing(0)
        else:
            self._column.setContentsMargins(MARGIN - RING, 21, MARGIN, MARGIN)
            self._column.setSpacing(25)
