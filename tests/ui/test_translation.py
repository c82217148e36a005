"""No word on any page goes past the catalogue, but those of content files and of the person."""

from __future__ import annotations

import pytest

from tests.ui.longer_walk import LongerWalk

pytestmark = pytest.mark.window


def test_every_word_on_every_page_is_translated(longer: LongerWalk) -> None:
    assert longer.untold == set()
