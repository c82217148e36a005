"""Places to write: one line, or several."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QLineEdit, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from mindful.ui.controls.focus import FocusRing
from mindful.ui.controls.painted import DISABLED
from mindful.ui.controls.scroll import slim_bars
from mindful.ui.look import Look

PAD, ICON, ICON_GAP = 14, 18, 10


def writing_palette(look: Look, palette: QPalette) -> QPalette:
    """`palette` with the theme's colours for writing on a ground that is painted below."""
    role = QPalette.ColorRole
    palette.setColor(role.Base, Qt.GlobalColor.transparent)
    palette.setColor(role.Text, look.colour("ink"))
    palette.setColor(role.PlaceholderText, look.colour("ink3"))
    palette.setColor(role.Highlight, look.colour("selection"))
    palette.setColor(role.HighlightedText, look.colour("ink"))
    return palette


def draw_box(painter: QPainter, look: Look, widget: QWidget, *, quiet: bool = False) -> None:
    """The outlined ground of a place to write, or one without an outline."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if not widget.isEnabled():
        painter.setOpacity(DISABLED)
    radius = float(look.token("radius", "md")) - 0.5
    bare = quiet and not look.high_contrast
    painter.setBrush(look.colour("sunken" if quiet else "raised"))
    painter.setPen(QPen(Qt.PenStyle.NoPen) if bare else QPen(look.colour("lineStrong"), 1))
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


class Field(QLineEdit):
    """One line to write on, 44 high.

    Args:
        look: the look.
        name: what is written there, for a screen reader.
        hint: stands there while it is empty.
        icon: a Phosphor icon at the left.
        quiet: without an outline, where it stands beside what matters more.

    """

    def __init__(
        self,
        look: Look,
        name: str,
        *,
        hint: str = "",
        icon: str = "",
        quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self._quiet = quiet
        self.setFrame(False)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.ring = FocusRing(
            look, self, radius=lambda: float(look.token("radius", "md")), always=True
        )
        look.changed.connect(self._relook)
        self._relook()

    def sizeHint(self) -> QSize:
        """About twenty letters."""
        return QSize(self._look.px(240), 24 + self._look.line_height("label"))

    def minimumSizeHint(self) -> QSize:
        """About eight letters."""
        return QSize(self._look.px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box and the icon, then what Qt writes."""
        painter = QPainter(self)
        draw_box(painter, self._look, self, quiet=self._quiet)
        if self._icon:
            size = self._look.px(ICON)
            pixmap = self._look.icon(self._icon, size, "ink2", self.devicePixelRatioF())
            painter.drawPixmap(PAD, (self.height() - size) // 2, pixmap)
        painter.end()
        super().paintEvent(event)

    def _relook(self) -> None:
        icon = self._look.px(ICON) + ICON_GAP if self._icon else 0
        self.setTextMargins(QMargins(PAD - 2 + icon, 0, PAD - 2, 0))
        self.setFont(self._look.font("body"))
        self.setPalette(writing_palette(self._look, self.palette()))
        self.updateGeometry()
        self.update()


class TextArea(QWidget):
    """Several lines to write on; `edit` is Qt's editor inside. Tab leaves it.

    Args:
        look: the look.
        name: what is written there, for a screen reader.
        hint: stands there while it is empty.
        role: Newsreader roles for a person's own pages, ``body`` otherwise.

    """

    def __init__(
        self,
        look: Look,
        name: str,
        *,
        hint: str = "",
        role: str = "body",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._role = role
        self.edit = QTextEdit(self)
        self.edit.setFrameShape(QFrame.Shape.NoFrame)
        self.edit.setAcceptRichText(False)
        self.edit.setTabChangesFocus(True)
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(hint)
        self.edit.viewport().setAutoFillBackground(False)
        slim_bars(look, self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD - 4, 8, PAD - 8, 8)
        column.addWidget(self.edit)
        self.setFocusProxy(self.edit)
        self.ring = FocusRing(
            look,
            self.edit,
            radius=lambda: float(look.token("radius", "md")),
            around=self,
            always=True,
        )
        look.changed.connect(self._relook)
        self._relook()

    @property
    def words(self) -> str:
        """What is written there."""
        return self.edit.toPlainText()

    def set_words(self, words: str) -> None:
        """Replaces what is written there."""
        self.edit.setPlainText(words)
        self._space_lines()

    def sizeHint(self) -> QSize:
        """Four lines."""
        return QSize(self._look.px(360), 24 + 4 * self._look.line_height(self._role))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The box."""
        draw_box(QPainter(self), self._look, self)

    def _relook(self) -> None:
        self.edit.setFont(self._look.font(self._role))
        self.edit.setPalette(writing_palette(self._look, self.edit.palette()))
        self._space_lines()
        self.updateGeometry()
        self.update()

    def _space_lines(self) -> None:
        """Gives every paragraph the role's line height; new ones take it over from the last."""
        # Loaded with the first place to write: Home draws its fields without them.
        from PySide6.QtGui import QTextBlockFormat, QTextCursor

        unheard = QSignalBlocker(self.edit)
        lines = QTextBlockFormat()
        height = self._look.line_height(self._role)
        lines.setLineHeight(height, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        cursor = QTextCursor(self.edit.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(lines)
        unheard.unblock()
