"""Every text of every page stands apart from what lies behind it, in pictures of the window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.walk import Walk, walk_over

pytestmark = pytest.mark.window


def test_every_text_is_clear(walk: Walk) -> None:
    assert walk.faint == []


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("filled", [False, True])
def test_every_text_is_clear_in_every_theme(qapp: QApplication, filled: bool, narrow: bool) -> None:
    assert walk_over(qapp, filled=filled, each=1, narrow=narrow).faint == []
