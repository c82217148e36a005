"""Pages that need more than the look when they are made. Each is loaded when it is first made."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from mindful.exercises.feelings import Vocabulary
    from mindful.ui.history_models import HistoryFilter
    from mindful.ui.look import Look
    from mindful.ui.pages.checkin import CheckInPage
    from mindful.ui.pages.help import Help
    from mindful.ui.pages.history import HistoryPage
    from mindful.ui.pages.journal import JournalPage


def make_help(look: Look) -> Help:
    """Help, of which numbers can be copied."""
    from PySide6.QtGui import QGuiApplication

    from mindful.ui.pages.help import Help

    page = Help(look)
    # A plain function: Qt's own slot of the clipboard cannot be connected from Python.
    page.copied.connect(lambda reach: QGuiApplication.clipboard().setText(reach))
    return page


def make_check_in(look: Look, vocabulary: Vocabulary) -> CheckInPage:
    """The check-in, which asks the vocabulary about words of a person's own."""
    from mindful.ui.pages.checkin import CheckInPage
    from mindful.ui.steering.checkin import word_for

    return CheckInPage(look, lambda typed: word_for(vocabulary, typed))


def make_history(
    look: Look,
    begin: Callable[[], None],
    again: Callable[[str], None],
    export: Callable[[HistoryFilter], None],
) -> HistoryPage:
    """History, from which a sit can be begun, a past one sat again, and sits be saved."""
    from mindful.ui.pages.history import HistoryPage

    page = HistoryPage(look)
    page.begin_asked.connect(begin)
    page.again_asked.connect(again)
    page.export_asked.connect(export)
    return page


def make_journal(look: Look) -> JournalPage:
    """The journal."""
    from mindful.ui.pages.journal import JournalPage

    return JournalPage(look)
