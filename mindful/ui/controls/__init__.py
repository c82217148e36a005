"""Small widgets used on every page. Each takes the look first, and follows it.

A control is loaded when it is first asked for: the first window needs few of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mindful.ui.controls.card import Card, Rule
    from mindful.ui.controls.chip import Chip
    from mindful.ui.controls.field import Field, TextArea
    from mindful.ui.controls.focus import FocusRing
    from mindful.ui.controls.ground_me import GroundMeButton
    from mindful.ui.controls.label import Label
    from mindful.ui.controls.painted import PaintedButton
    from mindful.ui.controls.pair import Pair
    from mindful.ui.controls.pill import PillButton
    from mindful.ui.controls.round_button import RoundButton
    from mindful.ui.controls.row import IconTextButton, RowButton
    from mindful.ui.controls.scroll import Scroll
    from mindful.ui.controls.segments import Segments
    from mindful.ui.controls.select import Select
    from mindful.ui.controls.slider import Slider
    from mindful.ui.controls.toggle import Toggle

__all__ = [
    "Card",
    "Chip",
    "Field",
    "FocusRing",
    "GroundMeButton",
    "IconTextButton",
    "Label",
    "PaintedButton",
    "Pair",
    "PillButton",
    "RoundButton",
    "RowButton",
    "Rule",
    "Scroll",
    "Segments",
    "Select",
    "Slider",
    "TextArea",
    "Toggle",
]

_ELSEWHERE = {
    "FocusRing": "focus",
    "GroundMeButton": "ground_me",
    "IconTextButton": "row",
    "PaintedButton": "painted",
    "PillButton": "pill",
    "RoundButton": "round_button",
    "RowButton": "row",
    "Rule": "card",
    "TextArea": "field",
}
"""Module of each control that isn't called like its module."""


def __getattr__(name: str) -> object:
    """Loads a control's module when the control is first asked for (PEP 562)."""
    if name not in __all__:
        raise AttributeError(name)
    module = import_module(f"{__name__}.{_ELSEWHERE.get(name, name.lower())}")
    return getattr(module, name)
