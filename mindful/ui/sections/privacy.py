"""Settings: the lock, where everything is kept, how to take it away and how to be rid of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mindful.ui.controls.card import Card, Rule
from mindful.ui.controls.label import Label
from mindful.ui.controls.pill import PillButton
from mindful.ui.controls.select import Select
from mindful.ui.controls.toggle import Toggle
from mindful.ui.look import Look
from mindful.ui.models import Option, SettingsView
from mindful.ui.sections.section import Section, beside, row
from mindful.wording import _, ngettext

AWAY = (1, 5, 10, 30, 60)
"""Minutes away that may be chosen."""


class PrivacySection(Section):
    """Each row sends what is wished; whoever steers does it, or leads to the page that asks."""

    lock_wanted = Signal(bool)
    lock_now_wanted = Signal()
    change_wanted = Signal()
    lock_after_chosen = Signal(int)
    open_unasked_toggled = Signal(bool)
    hide_notes_toggled = Signal(bool)
    place_wanted = Signal()
    export_wanted = Signal()
    import_wanted = Signal()
    merge_wanted = Signal()
    backup_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        detail = _("Mindful never goes online. There is no account, and nothing to sign in to.")
        super().__init__(look, _("Privacy"), detail, parent)
        self.lock = Toggle(look, _("Lock with a passphrase"))
        self.lock_now = PillButton(look, _("Lock now"), "outline", icon="lock-simple")
        self.change = PillButton(look, _("Change"), "quiet", name=_("Change the passphrase"))
        self.lock_after = Select(look, _("Lock again after"), away_options())
        self.open_unasked = Toggle(look, _("Open without asking on this computer"))
        self.hide_notes = Toggle(look, _("Hide note text in lists"))
        self.show_place = PillButton(look, _("Show"), "quiet", name=_("Show the folder"))
        self.export = PillButton(look, _("Export"), "outline", icon="download-simple")
        self.bring_in = PillButton(look, _("Bring in"), "outline", name=_("Bring in a history"))
        self.merge = PillButton(
            look, _("Merge"), "outline", name=_("Bring in another computer’s log")
        )
        self.back_up = PillButton(look, _("Back up"), "outline")
        self.delete = PillButton(look, _("Delete"), "danger", icon="trash")
        self._lock_told = Label(look, "", "small", "ink2", wrap=True)
        self._place = Label(look, "", "small", "ink2", wrap=True)
        self._copied = Label(look, "", "small", "ink2", wrap=True)
        self.told = Label(look, "", "body", "ink2", wrap=True)
        self._when_locked = self._add_lock_rows()
        self._add_data_rows()
        self.column.addWidget(self.told)
        self._connect()

    def show_view(self, view: SettingsView) -> None:
        """Shows how the log is locked and where it lies."""
        self.lock.setChecked(view.encrypted)
        self._lock_told.setText(_lock_words(view))
        for part in self._when_locked:
            part.setVisible(view.encrypted)
        self.lock_now.setEnabled(not view.locked)
        self.lock_after.set_chosen(str(view.lock_after))
        self.open_unasked.setChecked(view.open_unasked)
        self.hide_notes.setChecked(view.hide_notes)
        size = _("One file, {size}: {path}") if view.log_size else "{path}"
        self._place.setText(size.format(size=view.log_size, path=view.log_place))
        copied = _("Last copied on {day}.").format(day=view.copied_on)
        self._copied.setText(copied if view.copied_on else _("Not copied anywhere yet."))

    def tell(self, words: str) -> None:
        """Says what came of a wish, below the cards."""
        self.told.setText(words)

    def _add_lock_rows(self) -> tuple[QWidget, ...]:
        look = self.look
        manage = row(
            look,
            _("Passphrase"),
            beside(self.change, self.lock_now),
            _("Ctrl+L locks from anywhere."),
        )
        after = row(look, _("Lock again after"), self.lock_after)
        unasked = row(
            look,
            _("Open without asking on this computer"),
            self.open_unasked,
            _("The computer’s own keyring holds the key."),
        )
        hide = row(
            look,
            _("Hide note text in lists"),
            self.hide_notes,
            _("Shows a line of dots until you open a sit."),
        )
        lock = row(look, _("Lock with a passphrase"), self.lock, below=self._lock_told)
        card = self.add_rows(lock, manage, after, unasked, hide)
        return (*_rules_of(card)[:3], manage, after, unasked)

    def _add_data_rows(self) -> None:
        look = self.look
        export = _("As JSON, a table, or a page to share: readable without Mindful.")
        history = _("From another app, or from an export. You see what is in it first.")
        other = _("Of what both have, the later edit stays.")
        rows = (
            row(look, _("Where your data lives"), self.show_place, below=self._place),
            row(look, _("Export everything"), self.export, export),
            row(look, _("Bring in a history"), self.bring_in, history),
            row(look, _("Bring in another computer’s log"), self.merge, other),
            row(look, _("Back up to a drive"), self.back_up, below=self._copied),
        )
        self.add_rows(*rows)
        self.add_rows(
            row(
                look,
                _("Delete everything"),
                self.delete,
                _("This can’t be undone. You’ll be asked to type “delete” first."),
                colour="danger",
            )
        )

    def _connect(self) -> None:
        self.lock.toggled.connect(self.lock_wanted)
        self.lock_now.clicked.connect(self.lock_now_wanted)
        self.change.clicked.connect(self.change_wanted)
        self.lock_after.chosen.connect(lambda key: self.lock_after_chosen.emit(int(key)))
        self.open_unasked.toggled.connect(self.open_unasked_toggled)
        self.hide_notes.toggled.connect(self.hide_notes_toggled)
        self.show_place.clicked.connect(self.place_wanted)
        self.export.clicked.connect(self.export_wanted)
        self.bring_in.clicked.connect(self.import_wanted)
        self.merge.clicked.connect(self.merge_wanted)
        self.back_up.clicked.connect(self.backup_wanted)
        self.delete.clicked.connect(self.delete_wanted)


class SafetySection(Section):
    """The ways to Help and to the diagnostics."""

    help_wanted = Signal()
    diagnostics_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, _("Help and safety"), "", parent)
        self.open_help = PillButton(look, _("Open Help"), "outline", icon="lifebuoy")
        reach = _("People to reach, and who Mindful is for.")
        self.open_diagnostics = PillButton(look, _("Show"), "outline")
        found = _("What works here, and how exactly the last sits were played.")
        self.add_rows(
            row(look, _("Help"), self.open_help, reach),
            row(look, _("Diagnostics"), self.open_diagnostics, found),
        )
        self.open_help.clicked.connect(self.help_wanted)
        self.open_diagnostics.clicked.connect(self.diagnostics_wanted)


def away_options() -> tuple[Option, ...]:
    """Minutes away, in words; never comes last."""
    minutes = [
        (str(count), ngettext("{count} minute away", "{count} minutes away", count))
        for count in AWAY
    ]
    return (*((key, words.format(count=key)) for key, words in minutes), ("0", _("Never")))


def _rules_of(card: Card) -> list[Rule]:
    return [rule for rule in card.findChildren(Rule) if rule.parent() is card]


def _lock_words(view: SettingsView) -> str:
    if view.encrypted:
        return _("Notes and history are encrypted. If you forget it, they can’t be recovered.")
    return _("Notes and history aren’t encrypted: whoever can open your files can read them.")
