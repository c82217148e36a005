"""Controls that step back while nothing is touched, and return at any movement or key."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QTimer, QVariantAnimation
from PySide6.QtWidgets import QApplication, QGraphicsOpacityEffect, QWidget

from mindful.ui.look import Look

WAKING = {
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.KeyPress,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
}
PRESSES = {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress}

PLAIN, GONE = 1.0, 0.0


class Fading(QObject):
    """Fades `widgets` after some seconds without pointer or keys. Begins with `start`.

    A press that wakes them does nothing else, since nobody aims at what cannot be seen.

    Args:
        look: times of the motion, and whether it is reduced.
        widgets: what fades.
        held: whether something open keeps the controls shown.
    """

    def __init__(
        self, look: Look, widgets: Sequence[QWidget], held: Callable[[], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._held = held
        self._effects = [QGraphicsOpacityEffect(widget) for widget in widgets]
        for widget, effect in zip(widgets, self._effects, strict=True):
            effect.setEnabled(False)
            widget.setGraphicsEffect(effect)
        self._opacity = PLAIN
        self._leaving = False
        self._watching = False
        self._animation = QVariantAnimation(self)
        self._animation.valueChanged.connect(self._set_opacity)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self.fade)

    @property
    def shown(self) -> bool:
        """Whether the controls are there, or on their way back."""
        return not self._leaving

    @property
    def waiting(self) -> bool:
        """Whether stillness is being waited for, after which the controls fade."""
        return self._idle.isActive()

    def start(self) -> None:
        """Shows the controls, and waits for stillness."""
        if not self._watching:
            self._watching = True
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr] # there is one
        self.wake()

    def stop(self) -> None:
        """Shows the controls for good."""
        if self._watching:
            self._watching = False
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr] # there is one
        self.wake()
        self._idle.stop()

    def wake(self) -> None:
        """Brings the controls back, and begins to wait anew."""
        self._idle.start(int(self._look.token("motion", "controlsFadeOut", "afterMs")))
        if self._leaving:
            self._leaving = False
            self._animate(PLAIN, "controlsFadeIn")

    def fade(self) -> None:
        """Lets the controls go, unless something holds them."""
        if self._held():
            self.wake()
        elif not self._leaving:
            self._leaving = True
            self._animate(GONE, "controlsFadeOut")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wakes the controls at any sign of a person."""
        kind = event.type()
        if kind not in WAKING:
            return False
        swallowed = self._leaving and kind in PRESSES and isinstance(watched, QWidget)
        self.wake()
        return swallowed and self._covers(watched)

    def _covers(self, watched: QObject) -> bool:
        """Whether the press was meant for something that had faded."""
        faded = [effect.parent() for effect in self._effects]
        return any(
            isinstance(widget, QWidget)
            and isinstance(watched, QWidget)
            and (widget is watched or widget.isAncestorOf(watched))
            for widget in faded
        )

    def _animate(self, opacity: float, motion: str) -> None:
        self._animation.stop()
        self._animation.setStartValue(self._opacity)
        self._animation.setEndValue(opacity)
        kind = self._look.token("motion", motion, "easing")
        self._animation.setEasingCurve(getattr(QEasingCurve.Type, kind))
        self._animation.setDuration(self._look.duration(motion))
        self._animation.start()

    def _set_opacity(self, opacity: float) -> None:
        self._opacity = opacity
        for effect in self._effects:
            effect.setOpacity(opacity)
            effect.setEnabled(opacity < PLAIN)
