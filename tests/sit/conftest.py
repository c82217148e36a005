"""For every sit in the tests: it looks around often, for they leap from look to look."""

from __future__ import annotations

import pytest

from mindful.sit import session


@pytest.fixture(autouse=True)
def quick_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sit follows a leap of its clock at once, and not after a look's usual time."""
    monkeypatch.setattr(session, "LOOK_SECONDS", 0.004)
