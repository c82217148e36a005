"""Ground me: one instruction at a time, no timer; afterwards how it is now."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from mindful.sit.breathing import Breath
from mindful.ui.controls import Label, PillButton
from mindful.ui.controls.caption import Caption
from mindful.ui.look import Look
from mindful.ui.pages.choices import Choices
from mindful.ui.pages.grounding_layout import GROWN, ORB, place_all
from mindful.ui.paint.land import Land
from mindful.ui.paint.orb import Orb
from mindful.ui.paint.ring import Ring
from mindful.ui.paint.still_pace import StillPace
from mindful.ui.sit_models import GroundingView, Instruction
from mindful.wording import _

LONG_EXHALE: Breath = ((4.0, 0.0, 1.0), (6.0, 1.0, 0.0))
"""In four seconds, out six: the breath the orb suggests."""


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
        self.ring = Ring(look, ORB, self, course=False)
        self.pace = StillPace(self.ring, LONG_EXHALE)
        self.title = Label(look, _("Ground me"), role="label", parent=self)
        promise = _("Stay as long as you like. Nothing is being timed.")
        self.promise = Label(look, promise, role="small", colour="ink2", wrap=True, parent=self)
        self.words = Caption(look, self, grow=GROWN)
        self.words.set_announcing(announces=True)
        middle = Qt.AlignmentFlag.AlignHCenter
        self.aside = Label(
            look, role="heading", weight=400, colour="ink2", wrap=True, align=middle, parent=self
        )
        self.next = PillButton(look, _("Next"), parent=self)
        hint = _("or press the space bar")
        self.hint = Label(look, hint, role="small", colour="ink2", align=middle, parent=self)
        self.person = PillButton(
            look, _("Reach a person"), "outline", icon="phone", over_land=True, parent=self
        )
        self.done = PillButton(look, _("I’m steadier now"), "outline", over_land=True, parent=self)
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

    @property
    def instructing(self) -> bool:
        """Whether an instruction is shown, and no question."""
        return self._step is Step.INSTRUCTIONS

    def show_light(self, *, shown: bool) -> None:
        """Shows the orb, with a ring that carries its pace where motion is reduced; or neither."""
        self.orb.setVisible(shown)
        self.ring.setVisible(shown and self.instructing and self.look.reduced_motion)

    def begin(self, view: GroundingView) -> None:
        """Starts at the first instruction, at once."""
        self._view = view
        self._number = 0
        self.orb.set_place(0.0)
        self.words.show_at_once(view.instructions[0].text)
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

    def showEvent(self, event: QShowEvent) -> None:
        """The ring begins to step."""
        super().showEvent(event)
        self._follow_pace()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing steps where nothing is seen."""
        super().hideEvent(event)
        self.pace.stop()

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
            self.aside.setText(shown.aside)
            self.instruction_shown.emit(self._number)
        else:
            self.words.show_text(_questions()[step])
            self.aside.setText("")
        for widget in (self.next, self.done):
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
        place_all(self)
        self._follow_pace()

    def _follow_pace(self) -> None:
        """Where motion is reduced and the ring is seen, it steps; otherwise the orb breathes."""
        if not (self.ring.isVisible() and self.instructing):
            self.pace.stop()
        elif not self.pace.running:
            self.pace.begin()


def _questions() -> dict[Step, str]:
    return {
        Step.ASKING: _("How is it now?"),
        Step.STEADIER: _("The sit is where you left it."),
        Step.SAME: _("That’s all right. Once more, or someone to talk to?"),
    }
