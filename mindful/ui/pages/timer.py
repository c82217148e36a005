"""A timer's set-up: preparation, strikes, interval bells, an open end, presets by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mindful.sit.setup import Setup
from mindful.ui.controls.select import Select
from mindful.ui.controls.toggle import Toggle
from mindful.ui.look import Look
from mindful.ui.models import Option
from mindful.ui.pages.interval import IntervalControl
from mindful.ui.pages.presets import PresetsSection
from mindful.ui.pages.setup_page import SetupPage
from mindful.ui.sections.section import LIST, Section, row
from mindful.ui.timer_models import TimerView
from mindful.wording import _, ngettext

PREPARATIONS = (0, 5, 10, 15, 20, 30, 45, 60, 120, 300)
"""Seconds that are offered."""

SPACINGS = (2, 3, 4, 5, 6, 8, 10, 15, 20, 30)
"""Seconds between strikes that are offered."""


class TimerPage(SetupPage):
    """A pure view; every change is a wish, and takes effect at once."""

    setup_changed = Signal(Setup)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, _("Bells and preparation"), parent)
        self._setup = Setup()
        self.prepare = Select(look, _("Time to settle in"), wide=LIST)
        self.opening = Select(look, _("Opening strikes"), _strikes(), wide=LIST)
        self.closing = Select(look, _("Closing strikes"), _strikes(), wide=LIST)
        self.spacing = Select(look, _("Between strikes"), wide=LIST)
        self.interval = IntervalControl(look)
        self.open_ended = Toggle(look, _("Open-ended"))
        self.presets = PresetsSection(look)
        self._build()
        self._connect()

    def show_view(self, view: TimerView) -> None:
        """Shows how the timer is set up."""
        setup = self._setup = view.setup
        self.what.setText(view.title)
        _offer(self.prepare, PREPARATIONS, setup.prepare, _preparation_words)
        _offer(self.spacing, SPACINGS, setup.spacing, _seconds_words)
        self.opening.set_chosen(str(setup.opening))
        self.closing.set_chosen(str(setup.closing))
        self.spacing.setEnabled(max(setup.opening, setup.closing) > 1)
        self.interval.show_setup(setup)
        self.open_ended.setChecked(setup.open_ended)
        self.presets.show_view(view)

    def _build(self) -> None:
        look = self.look
        begin = Section(look, _("Beginning and end"))
        until = _("Counted down before the first strike. It is no part of the sit.")
        begin.add_rows(
            row(look, _("Time to settle in"), self.prepare, until),
            row(look, _("Opening strikes"), self.opening),
            row(look, _("Closing strikes"), self.closing),
            row(look, _("Between strikes"), self.spacing),
            row(
                look,
                _("Open-ended"),
                self.open_ended,
                _("No length: it lasts until you end it, and the closing strikes come then."),
            ),
        )
        between = Section(look, _("In between"))
        softer = _("Interval bells are softer than those at both ends.")
        between.add_rows(row(look, _("Interval bells"), self.interval, softer))
        self.column.addWidget(begin)
        self.column.addWidget(between)
        self.column.addWidget(self.presets)
        self.column.addStretch()

    def _connect(self) -> None:
        self.prepare.chosen.connect(lambda seconds: self._change(prepare=int(seconds)))
        self.opening.chosen.connect(lambda count: self._change(opening=int(count)))
        self.closing.chosen.connect(lambda count: self._change(closing=int(count)))
        self.spacing.chosen.connect(lambda seconds: self._change(spacing=float(seconds)))
        self.open_ended.clicked.connect(lambda on: self._change(open_ended=on))
        self.interval.changed.connect(self.setup_changed)

    def _change(self, **changes: object) -> None:
        self.setup_changed.emit(msgspec.structs.replace(self._setup, **changes))


def _offer(
    select: Select, usual: Iterable[float], chosen: float, words: Callable[[float], str]
) -> None:
    """Offers the usual values, and the one chosen where that is another."""
    values = sorted({*usual, chosen})
    select.set_options([(f"{value:g}", words(value)) for value in values])
    select.set_chosen(f"{chosen:g}")


def _strikes() -> list[Option]:
    counted = [
        (str(count), ngettext("{count} strike", "{count} strikes", count).format(count=count))
        for count in range(1, 10)
    ]
    return [("0", _("None")), *counted]


def _preparation_words(seconds: float) -> str:
    if not seconds:
        return _("None")
    if seconds % 60:
        return _seconds_words(seconds)
    count = round(seconds / 60)
    return ngettext("{count} minute", "{count} minutes", count).format(count=count)


def _seconds_words(seconds: float) -> str:
    return _("{count} seconds").format(count=f"{seconds:g}")
