"""What Help shows: people to reach, this country's first."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale

from mindful.assets import asset
from mindful.ui.help_lines import read_help_lines
from mindful.ui.models import HelpLine, HelpView
from mindful.wording import _


def help_view() -> HelpView:
    """The numbers and directories that ship with Mindful."""
    lines = read_help_lines(asset("help", "lines.toml"))
    locale = QLocale()
    region = QLocale.territoryToCode(locale.territory())
    day = lines.checked_on
    listed = locale.toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)
    return HelpView(
        checked_on=_(
            "As listed on {date}. Numbers change: the emergency number always holds."
        ).format(date=listed),
        lines=tuple(
            HelpLine(line.country, " / ".join(line.numbers), line.note)
            for line in lines.for_region(region)
        ),
        directories=tuple(
            HelpLine(directory.name, directory.address, directory.about)
            for directory in lines.directories
        ),
    )
