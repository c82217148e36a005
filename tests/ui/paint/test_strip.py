from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from mindful.exercises.timeline import RATE, Cue, CueKind, PhaseSpan, Timeline
from mindful.ui.paint.strip import Strip
from mindful.ui.paint.strip_shape import STEP, Shape, blend, place, shape_of
from mindful.ui.paint.strip_words import Label, describe, fit_labels

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mindful.ui.look import Look

MINUTE = 60 * RATE


def plan(
    minutes: int, says: list[tuple[float, float]], *phases: tuple[str, float, float]
) -> Timeline:
    """A plan with bells at both ends; all times in minutes."""
    cues = [
        Cue(kind=CueKind.SAY, phase="", start=int(a * MINUTE), end=int(b * MINUTE), text="x")
        for a, b in says
    ]
    cues += [
        Cue(kind=CueKind.BELL, phase="", start=at * MINUTE, end=at * MINUTE, strikes=1)
        for at in (0, minutes)
    ]
    return Timeline(
        exercise="breath",
        minutes=minutes,
        frames=minutes * MINUTE,
        cues=tuple(sorted(cues, key=lambda cue: cue.start)),
        phases=tuple(PhaseSpan(name, int(a * MINUTE), int(b * MINUTE)) for name, a, b in phases),
    )


TWENTY = plan(
    20,
    [(0.2, 0.9), (1, 2), (10, 10.1), (19, 19.4)],
    ("Arrive", 0, 2),
    ("Find the breath", 2, 5),
    ("Stay with it", 5, 18),
    ("Close", 18, 20),
)
FIVE = plan(5, [(0.2, 0.9), (3, 3.2)], ("Arrive", 0, 1), ("Stay with it", 1, 4), ("Close", 4, 5))


def height_at(shape: Shape, x: float) -> float:
    return shape.heights[round(x / STEP)]


def test_the_water_swells_where_the_voice_is_and_lies_still_where_it_is_not() -> None:
    shape = shape_of(TWENTY, 550)

    assert height_at(shape, place(round(1.5 * MINUTE), TWENTY, 550)) > 0.6
    assert height_at(shape, place(round(10.05 * MINUTE), TWENTY, 550)) > 0.2
    assert height_at(shape, place(6 * MINUTE, TWENTY, 550)) < 0.01
    assert [round(bell.x) for bell in shape.bells] == [26, 524]


@given(
    says=st.lists(st.tuples(st.floats(0, 89), st.floats(0, 1)), max_size=40),
    width=st.integers(160, 1600),
)
def test_no_swell_leaves_the_strip(says: list[tuple[float, float]], width: int) -> None:
    timeline = plan(90, [(at, at + long) for at, long in says], ("Sit", 0, 90))

    shape = shape_of(timeline, width)

    assert all(0 <= height < 1 for height in shape.heights)


def test_a_blend_begins_at_the_old_shape_and_ends_at_the_new() -> None:
    old, new = shape_of(TWENTY, 550), shape_of(FIVE, 550)

    assert blend(old, new, 1) is new
    assert blend(old, new, 0).heights == old.heights
    middle = blend(old, new, 0.5)
    assert middle.heights[100] == pytest.approx((old.heights[100] + new.heights[100]) / 2)
    assert [bell.strength for bell in middle.bells] == [1, 1]


def test_it_is_described_for_a_screen_reader() -> None:
    assert describe(TWENTY) == (
        "Shape of the sit: 20 minutes. Arrive, 2 minutes, mostly voice. Find the breath, "
        "3 minutes, quiet. Stay with it, 13 minutes, mostly quiet. Close, 2 minutes, mostly "
        "quiet. Bells at the start and end."
    )


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(10, 150), st.floats(0, 1)), min_size=2))
def test_labels_never_touch_and_both_ends_stay(raw: list[tuple[float, float, float]]) -> None:
    inner = [Label(f"{n}", x, width, weight) for n, (x, width, weight) in enumerate(sorted(raw))]
    labels = [Label("first", 0, 40, 0), *inner, Label("last", 700, 40, 0)]

    kept = fit_labels(labels)

    assert (kept[0].text, kept[-1].text) == ("first", "last")
    assert all(a.x + a.width <= b.x for a, b in pairwise(kept))


@pytest.fixture
def strip(qtbot: QtBot, look: Look) -> Strip:
    made = Strip(look)
    qtbot.addWidget(made)
    made.resize(550, made.sizeHint().height())
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.mark.window
def test_another_length_morphs_and_arrives(qtbot: QtBot, strip: Strip) -> None:
    strip.set_timeline(TWENTY)
    strip.set_timeline(FIVE)
    began = strip.shape_shown

    assert began is not None
    assert began.heights != shape_of(FIVE, 550).heights
    qtbot.waitUntil(lambda: strip.shape_shown == shape_of(FIVE, 550))


@pytest.mark.window
def test_with_reduced_motion_another_length_is_there_at_once(look: Look, strip: Strip) -> None:
    look.set_reduced_motion(True)
    strip.set_timeline(TWENTY)
    strip.set_timeline(FIVE)

    assert strip.shape_shown == shape_of(FIVE, 550)


@pytest.mark.window
def test_narrow_it_drops_labels_but_names_every_phase_in_tooltips(strip: Strip) -> None:
    strip.set_timeline(TWENTY)
    strip.resize(230, strip.height())

    kept = [label.text for label in strip.labels()]
    assert kept[0] == "Arrive"
    assert kept[-1] == "Close"
    assert "Find the breath" not in kept
    x = place(3 * MINUTE, TWENTY, 230)
    point = QPoint(round(x), 20)
    QApplication.sendEvent(strip, QHelpEvent(QEvent.Type.ToolTip, point, strip.mapToGlobal(point)))
    assert QToolTip.text() == "Find the breath, 3 minutes, quiet."
    assert strip.accessibleDescription() == describe(TWENTY)


def test_it_gives_up_height_where_room_is_scarce(look: Look, qtbot: QtBot) -> None:
    strip = Strip(look)
    qtbot.addWidget(strip)
    full = strip.sizeHint().height()
    strip.set_low(low=True)
    assert strip.sizeHint().height() < full
    strip.set_low(low=False)
    assert strip.sizeHint().height() == full
