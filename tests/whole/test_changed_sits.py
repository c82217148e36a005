"""A sit that is changed while it plays, by ear: words end at once, and it ends when it says."""

from __future__ import annotations

import json

import pytest

from mindful.exercises.live import Change
from tests.whole.changer import FINISH_SECONDS
from tests.whole.conftest import ChangedSit
from tests.whole.hearing import RATE, as_mono, loudness, strikes
from tests.whole.test_a_whole_sit import CLOSE_ENOUGH

pytestmark = pytest.mark.sound

ENDS_WITHIN = 3 * RATE
"""A second is promised; this machine plays three sits at once, beside other tests. The lines that
give way would go on for more than that."""
QUIET, SPEECH = -60, -40
"""dB below full scale under which nobody speaks, and over which somebody does."""


def test_a_sit_changed_three_times_is_heard_as_it_is_planned(changed_sit: ChangedSit) -> None:
    said, recorded = changed_sit.finish()
    found = json.loads(said)
    asked = dict(found["asked"])
    assert found["told"] == [Change.LONGER, Change.AHEAD, Change.FINISH, "finished"]

    heard = as_mono(recorded)
    opening, closing = strikes(heard, "wood-block")[:2]
    bells = found["bells"]
    assert abs((closing - opening) - (bells[1] - bells[0])) < CLOSE_ENOUGH
    # What finishing takes counts from the first frame that could still be changed.
    brought = bells[1] - asked[Change.FINISH]
    assert FINISH_SECONDS * RATE <= brought < (FINISH_SECONDS + 2) * RATE

    begin = opening - bells[0]
    lines = found["spoken"]
    for start, end, text in lines:
        assert loudness(heard, begin + start, begin + end) > SPEECH, text
        assert loudness(heard, begin + end + RATE // 4, begin + end + RATE) < QUIET, text
    for change in (Change.AHEAD, Change.FINISH):
        at = asked[change]
        ((_, end, _),) = [line for line in lines if line[0] < at <= line[1] + RATE // 2]
        assert end <= at + ENDS_WITHIN, f"{(end - at) / RATE:.2f} s after {change}"
        following = min(start for start, _, _ in lines if start > at)
        assert following <= at + 6 * RATE
