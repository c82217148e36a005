"""Days as they are typed, and as they are told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale

from mindful.ui.pages.history_dates import day_read, day_written, days_words

DAY = date(2026, 3, 12)


@pytest.fixture(params=["en_GB", "en_US", "de_DE", "ja_JP", "C"])
def locale(request: pytest.FixtureRequest) -> Iterator[str]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(before)


def test_a_day_is_read_as_the_language_writes_it(locale: str) -> None:
    assert day_read(day_written(DAY)) == DAY
    assert day_read(f" {day_written(DAY)} ") == DAY
    assert day_read("2026-03-12") == DAY
    for wrong in ("", "soon", "99/99/9999", "2026-02-30", "12", "\u0661"):
        assert day_read(wrong) is None


def test_figures_stand_in_the_order_of_the_language() -> None:
    before = QLocale()
    try:
        for name, typed in (("en_GB", "12/3/26"), ("en_US", "3/12/26"), ("de_DE", "12.03.26")):
            QLocale.setDefault(QLocale(name))
            assert day_read(typed) == DAY
    finally:
        QLocale.setDefault(before)


def test_days_are_told_by_what_they_are() -> None:
    monday = date(2026, 3, 9)
    assert days_words(None, None, DAY) == ""
    assert days_words(monday, date(2026, 3, 15), DAY) == "This week"
    assert days_words(DAY, DAY, DAY) == "Thursday 12 March 2026"
    assert days_words(monday, DAY, DAY).endswith(f"to {day_written(DAY)}")
    assert days_words(monday, None, DAY).startswith("From ")
    assert days_words(None, monday, DAY).startswith("Up to ")
