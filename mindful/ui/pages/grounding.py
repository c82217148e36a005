"""Ground me: one instruction at a time, no timer; afterwards how it is now."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from mindful.sit.breathing import Breath
from mindful.ui.controls import Label, PillButton
from mindful.ui.controls.caption import Caption
from mindful.ui.look import Look
from mindful.ui.pages.choices import Choices
from mindful.ui.paint.land import Land
from mindful.ui.paint.orb import Orb
from mindful.ui.sit_models import GroundingView, Instruction
from mindful.wording import _

ORB = 94
"""Radius of the orb in pixels in a window of the design's size."""

LONG_EXHALE: Breath = ((4.0, 0.0, 1.0), (6.0, 1.0, 0.0))
"""In four seconds, out six: the breath the orb suggests."""

GROWN = 1.25
"""Size of an instruction against a caption."""

TOP, MARGIN = 76, 24


class Step(StrEnum):
    """Where the page stands."""

    INSTRUCTIONS = "instructions"
    ASKING = "asking"
    STEADIER = "steadier"
    SAME = "same"


class GroundingPage(Land):
    """Shows the instructions and asks afterwards. Knows nothing of sits, voices or the log."""

    instruction_shown = Signal(int)
    """Number of the instruction on the screen, from 0: for the voice to speak."""
    answered = Signal(str)
    """How it is now: ``steadier``, ``same`` or ``worse``. After ``worse``, Help is to be shown."""
    back_to_sit = Signal()
    """Steadier, and back to the sit that waits."""
    person_wanted = Signal()
    left = Signal()
    """Done, or left without an answer: home, or back to where Ground me was pressed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._view = GroundingView((Instruction(""),))
        self._number = 0
        self._step = Step.INSTRUCTIONS
        self.orb = Orb(look, ORB, self)
        self.orb.set_breathing(LONG_EXHALE)
        self._title = Label(look, _("Ground me"), role="label", parent=self)
        promise = _("Stay as long as you like. Nothing is being timed.")
        self._promise = Label(look, promise, role="small", colour="ink2", wrap=True, parent=self)
        self.words = Caption(look, self, grow=GROWN)
        self.words.set_announcing(announces=True)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._aside = Label(
            look, role="heading", weight=400, colour="ink2", wrap=True, align=middle, parent=self
        )
        self.next = PillButton(look, _("Next"), parent=self)
        hint = _("or press the space bar")
        self._hint = Label(look, hint, role="small", colour="ink2", align=middle, parent=self)
        self.person = PillButton(look, _("Reach a person"), "outline", icon="phone", parent=self)
        self.done = PillButton(look, _("I’m steadier now"), "outline", parent=self)
        self.choices = self._make_choices(look)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Ground me"))
        self.next.clicked.connect(self._forward)
        self.person.clicked.connect(self.person_wanted)
        self.done.clicked.connect(lambda: self._go(Step.ASKING))
        look.changed.connect(self._arrange)

    @property
    def step(self) -> Step:
        """Where the page stands."""
        return self._step

    def begin(self, view: GroundingView) -> None:
        """Starts at the first instruction, at once."""
        self._view = view
        self._number = 0
        self.orb.set_place(0.0)
        self._go(Step.INSTRUCTIONS)

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Space and Enter are the page's own."""
        self.setFocus(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space or Enter goes on, Backspace back, Escape leaves."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Backspace:
            self._back()
        elif key in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._press_focused()
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts everything in its place."""
        super().resizeEvent(event)
        self._arrange()

    def _make_choices(self, look: Look) -> dict[Step, Choices]:
        options = {
            Step.ASKING: (
                ("steadier", _("Steadier")),
                ("same", _("The same")),
                ("worse", _("Worse")),
            ),
            Step.STEADIER: (("sit", _("Back to the sit")), ("leave", _("Leave it there"))),
            Step.SAME: (("again", _("Once more")), ("person", _("Reach a person"))),
        }
        made = {step: Choices(look, pairs, self) for step, pairs in options.items()}
        for choices in made.values():
            choices.chosen.connect(self._chosen)
        return made

    def _forward(self) -> None:
        if self._number + 1 < len(self._view.instructions):
            self._number += 1
            self._go(Step.INSTRUCTIONS)
        else:
            self._go(Step.ASKING)

    def _back(self) -> None:
        if self._step is Step.INSTRUCTIONS:
            self._number = max(0, self._number - 1)
        self._go(Step.INSTRUCTIONS)

    def _press_focused(self) -> None:
        focused = self.focusWidget()
        if isinstance(focused, PillButton) and focused.hasFocus():
            focused.click()
        elif self._step is Step.INSTRUCTIONS:
            self._forward()

    def _chosen(self, key: str) -> None:
        if key in {"steadier", "same", "worse"}:
            self.answered.emit(key)
        if key == "same":
            self._go(Step.SAME)
        elif key == "again":
            self.begin(self._view)
        elif key == "person":
            self.person_wanted.emit()
        elif key == "sit":
            self.back_to_sit.emit()
        elif key == "steadier" and self._view.from_sit:
            self._go(Step.STEADIER)
        elif key in {"steadier", "leave"}:
            self.left.emit()

    def _go(self, step: Step) -> None:
        self._step = step
        instructing = step is Step.INSTRUCTIONS
        if instructing:
            shown = self._view.instructions[self._number]
            self.words.show_text(shown.text)
            self._aside.setText(shown.aside)
            self.instruction_shown.emit(self._number)
        else:
            self.words.show_text(_questions()[step])
            self._aside.setText("")
        for widget in (self.next, self._hint, self.done):
            widget.setVisible(instructing)
        self.person.setVisible(step is not Step.SAME)
        for own, choices in self.choices.items():
            choices.setVisible(own is step)
        self._arrange()
        if instructing:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.choices[step].take_focus(Qt.FocusReason.TabFocusReason)

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        self._title.setGeometry(MARGIN, 25, width - 2 * MARGIN, self._title.sizeHint().height())
        under = self._title.geometry().bottom() + 3
        room = width - 2 * MARGIN
        self._promise.setGeometry(MARGIN, under, room, self._promise.heightForWidth(room))
        self._place_ways(width, height - MARGIN)
        hint = self._hint.sizeHint()
        crowded = self.person.geometry().right() > (width - hint.width()) // 2 - 8
        ways_top = min(self.person.y(), self.done.y())
        top = ways_top - hint.height() + (-10 if crowded else 7)
        self._hint.setGeometry(0, top, width, hint.height())
        self._place_answers(width, self._hint.y() - 13)
        self._place_words(width, self.next.y())

    def _place_ways(self, width: int, foot: int) -> None:
        """A person at the left and the way out at the right; above it where both do not fit."""
        person, done = self.person.sizeHint(), self.done.sizeHint()
        self.person.setGeometry(QRect(QPoint(MARGIN, foot - person.height()), person))
        stacked = person.width() + done.width() + 8 > width - 2 * MARGIN
        left = MARGIN if stacked else width - MARGIN - done.width()
        foot = self.person.y() - 8 if stacked else foot
        self.done.setGeometry(QRect(QPoint(left, foot - done.height()), done))

    def _place_answers(self, width: int, foot: int) -> None:
        size = self.next.sizeHint()
        wide = min(width - 2 * MARGIN, max(240, size.width()))
        self.next.setGeometry((width - wide) // 2, foot - size.height(), wide, size.height())
        for choices in self.choices.values():
            tall = choices.height_for(width - 2 * MARGIN)
            choices.setGeometry(MARGIN, foot - tall, width - 2 * MARGIN, tall)

    def _place_words(self, width: int, foot: int) -> None:
        line = self.words.line_height
        aside = self._aside.heightForWidth(min(width - 2 * MARGIN, self.look.px(640)))
        top = max(TOP, foot - 3 * line - 45 - self._look_line())
        self.words.setGeometry(MARGIN, top, width - 2 * MARGIN, 3 * line)
        below = top + max(2, self.words.rows) * line + 22
        wide = min(width - 2 * MARGIN, self.look.px(640))
        self._aside.setGeometry((width - wide) // 2, below, wide, aside)
        self._place_orb(width, top)

    def _place_orb(self, width: int, words_top: int) -> None:
        room = words_top - TOP
        radius = min(ORB * min(1.5, max(1.0, self.height() / 780)), room * 0.3)
        self.orb.setVisible(radius >= 36)
        self.orb.set_radius(max(36.0, radius))
        size = self.orb.sizeHint()
        centre = QPoint(width // 2, TOP + room // 2)
        self.orb.setGeometry(QRect(centre - QPoint(size.width() // 2, size.height() // 2), size))

    def _look_line(self) -> int:
        return self.look.line_height("heading")


def _questions() -> dict[Step, str]:
    return {
        Step.ASKING: _("How is it now?"),
        Step.STEADIER: _("The sit is where you left it."),
        Step.SAME: _("That’s all right. Once more, or someone to talk to?"),
    }
