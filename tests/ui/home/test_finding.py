from __future__ import annotations

import pytest

from mindful.ui.home.finding import found
from mindful.ui.models import Practice, PracticeGroup

GROUPS = (
    PracticeGroup(
        "Steady",
        (
            Practice("breath", "Mindfulness of Breath", "Resting on the breath."),
            Practice("body-scan", "Body Scan", "Attention through the body."),
            Practice("own", "Ruhe für später", "My own."),
        ),
    ),
    PracticeGroup("With what’s here", (Practice("sit-with-it", "Sit With the Feeling", "Stay."),)),
)


def test_nothing_typed_looks_for_nothing() -> None:
    assert found(GROUPS, "") is None
    assert found(GROUPS, "  ’ ") is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("b", {"breath", "body-scan"}),
        ("SCAN", {"body-scan"}),
        ("mind bre", {"breath"}),
        ("fur spat", {"own"}),
        ("attention", {"body-scan"}),
        ("whats here", {"sit-with-it"}),
        ("what’s", {"sit-with-it"}),
        ("zzz", set()),
    ],
)
def test_titles_come_before_purposes_and_groups(typed: str, meant: set[str]) -> None:
    assert found(GROUPS, typed) == frozenset(meant)
