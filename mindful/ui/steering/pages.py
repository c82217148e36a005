"""Pages that need more than the look when they are made."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from mindful.exercises.feelings import Vocabulary
from mindful.ui.look import Look
from mindful.ui.pages.checkin import CheckInPage
from mindful.ui.pages.help import Help
from mindful.ui.steering.checkin import word_for


def make_help(look: Look) -> Help:
    """Help, of which numbers can be copied."""
    page = Help(look)
    # A plain function: Qt's own slot of the clipboard cannot be connected from Python.
    page.copied.connect(lambda reach: QGuiApplication.clipboard().setText(reach))
    return page


def make_check_in(look: Look, vocabulary: Vocabulary) -> CheckInPage:
    """The check-in, which asks the vocabulary about words of a person's own."""
    return CheckInPage(look, lambda typed: word_for(vocabulary, typed))
