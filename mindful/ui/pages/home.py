"""Home: choose a practice and a length, see the sit's shape, begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mindful.exercises.timeline import Timeline
from mindful.ui.controls.scroll import BAR
from mindful.ui.home.chooser import Chooser
from mindful.ui.home.finder import Finder
from mindful.ui.home.head import Head
from mindful.ui.home.panel import Panel
from mindful.ui.home.practices import RING
from mindful.ui.look import Look
from mindful.ui.models import Length, Notice, PracticeGroup, Sounds, Welcome
from mindful.ui.timer_models import Extra

LIST = 292
MARGIN = 24


class Home(QWidget):
    """A pure view: it shows what it is given, and says what a person asks for.

    Up and Down choose a practice, Left and Right a minute, the Page keys a preset, Home and End
    the shortest and the longest, Ctrl+Enter begins; all from wherever the focus is, unless what
    has the focus needs the key itself.
    """

    exercise_chosen = Signal(str)
    fold_changed = Signal(str, bool)
    starred = Signal(bool)
    """Whether the practice shown is to be a favourite."""
    errors_wanted = Signal()
    minutes_changed = Signal(int)
    voice_toggled = Signal(bool)
    density_chosen = Signal(str)
    bell_chosen = Signal(str)
    ambience_chosen = Signal(str)
    file_wanted = Signal(str)
    notice_acted = Signal()
    extra_wanted = Signal()
    """The timer's bells, or the pacer's pattern, are to be set."""
    begin = Signal()
    check_in_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._groups: tuple[PracticeGroup, ...] = ()
        self._broken = ""
        self._chosen = ""
        self._begin_words = ("", "")
        self._compact = False
        self.head = Head(look)
        self.head.setContentsMargins(RING, 0, 0, 0)
        self.finder = Finder(look)
        self.practices = self.finder.practices
        self.panel = Panel(look)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.head)
        self._row = QHBoxLayout()
        self._row.setSpacing(MARGIN - BAR)
        self._row.addWidget(self.finder)
        self._row.addWidget(self.panel, 1)
        self._column.addLayout(self._row, 1)
        self._connect()
        look.changed.connect(self._lay_out)
        self._lay_out()

    def set_welcome(self, welcome: Welcome) -> None:
        """Shows greeting, last sit and week."""
        self.head.show_welcome(welcome)
        self.panel.brief.setText(welcome.brief)

    def set_practices(self, groups: Sequence[PracticeGroup], broken: str = "") -> None:
        """Shows these practices in place of those before, and a line on files with errors."""
        self._groups = tuple(groups)
        self._broken = broken
        self.practices.show_groups(groups, broken)
        self.set_chosen(self._chosen)

    def set_chosen(self, practice: str) -> None:
        """Marks the practice with this id, and shows its words in the panel."""
        self._chosen = practice
        self.practices.show_chosen(practice)
        shown = self.practices.current
        if shown is not None:
            self.panel.show_practice(shown.title, shown.purpose, favourite=shown.favourite)
            self.finder.show_row(practice)

    def set_length(self, length: Length) -> None:
        """Shows the length and what may be chosen."""
        self.panel.length.show_length(length)

    def set_extra(self, extra: Extra | None, *, open_ended: bool = False) -> None:
        """Shows what else can be set, and whether the sit has no length."""
        self.panel.show_extra(extra, open_ended=open_ended)

    def set_timeline(self, timeline: Timeline) -> None:
        """Shows the plan; the strip morphs to it."""
        self.panel.strip.set_timeline(timeline)

    def set_sounds(self, sounds: Sounds) -> None:
        """Shows voice, bell and ambience."""
        self.panel.sounds.show_sounds(sounds)

    def set_notice(self, notice: Notice | None) -> None:
        """Shows a notice above the sounds, or takes it away."""
        self.panel.show_notice(notice)

    def set_begin(self, words: str, brief: str = "", *, ready: bool = True) -> None:
        """Words of the primary button, briefer ones for the narrow page, and whether it works."""
        self._begin_words = (words, brief or words)
        self.panel.begin.setEnabled(ready)
        self._word_begin()

    def set_check_in(self, *, offered: bool) -> None:
        """Offers the check-in beside Begin, where Begin passes it over."""
        self.panel.check_in.setVisible(offered)
        self.panel.fit_begin()

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
        elif not (self.panel.length.rule.press(key) or self._begin_search(event)):
            super().keyPressEvent(event)

    def _connect(self) -> None:
        panel = self.panel
        self.practices.chosen.connect(self.exercise_chosen)
        self.practices.fold_changed.connect(self._fold)
        self.practices.errors_wanted.connect(self.errors_wanted)
        self.finder.left.connect(lambda: self.take_focus(Qt.FocusReason.ShortcutFocusReason))
        panel.length.chosen.connect(self.minutes_changed)
        panel.sounds.voice_toggled.connect(self.voice_toggled)
        panel.sounds.density_chosen.connect(self.density_chosen)
        panel.extra.wanted.connect(self.extra_wanted)
        panel.sounds.bell_chosen.connect(self.bell_chosen)
        panel.sounds.ambience_chosen.connect(self.ambience_chosen)
        panel.sounds.file_wanted.connect(self.file_wanted)
        panel.notice.acted.connect(self.notice_acted)
        panel.save.clicked.connect(self.save_wanted)
        panel.check_in.clicked.connect(self.check_in_wanted)
        panel.begin.clicked.connect(self.begin)
        panel.window_piece.opened.connect(self._open_chooser)
        panel.window_piece.starred.connect(self.starred)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(panel.begin.click)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._search)

    def _fold(self, group: str, folded: bool) -> None:
        self._groups = tuple(
            replace(one, folded=folded) if one.id == group else one for one in self._groups
        )
        self.fold_changed.emit(group, folded)

    def _fold_both(self, group: str, folded: bool) -> None:
        """Folded in the sheet, so in the list below it too."""
        self._fold(group, folded)
        self.practices.show_groups(self._groups, self._broken)

    def _search(self) -> None:
        if self._compact:
            self._open_chooser().finder.begin()
        else:
            self.finder.begin()

    def _begin_search(self, event: QKeyEvent) -> bool:
        return not self._compact and self.finder.begin_with(event)

    def _open_chooser(self) -> Chooser:
        piece = self.panel.window_piece
        chooser = Chooser(self._look, self._groups, self._broken, self._chosen, self)
        chooser.chosen.connect(self.exercise_chosen)
        chooser.fold_changed.connect(self._fold_both)
        chooser.errors_wanted.connect(self.errors_wanted)
        corner = piece.mapToGlobal(QPoint(0, piece.height() + 4))
        room = self.window().mapToGlobal(QPoint(0, self.window().height())).y() - corner.y() - 8
        chooser.open_at(corner, piece.width(), max(room, self._look.px(200)))
        return chooser

    def _word_begin(self) -> None:
        self.panel.begin.set_words(self._begin_words[1 if self._compact else 0])

    def _lay_out(self) -> None:
        self.head.setVisible(not self._compact)
        self.finder.setVisible(not self._compact)
        self.finder.setFixedWidth(self._look.px(LIST) + RING + BAR)
        self.panel.set_compact(self._compact)
        if self._compact:
            self._column.setContentsMargins(0, 0, 0, 0)
            self._column.setSpacing(0)
        else:
            self._column.setContentsMargins(MARGIN - RING, 21, MARGIN, MARGIN)
            self._column.setSpacing(25)
