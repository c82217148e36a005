"""A page as a PDF, by Qt's own writer."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from mindful.ui.fonts import load_families
from mindful.ui.sheets import Sheet, sheets_of
from mindful.wording import _

MARGIN_MM, FOOT_MM = 18, 10
"""Around the page, and within that what its last line has below the text."""
RESOLUTION = 300
"""Dots an inch that the text is laid out in; the PDF holds outlines."""
BODY_POINTS, FOOT_POINTS = 9.5, 8.0
FOOT_INK = "#6b675f"


def pdf_of(html: str, source: str) -> bytes:
    """A PDF of A4 pages of a self-contained page of HTML.

    Works without a window or display; an application is made where there is none.

    Args:
        html: the page, without `source`.
        source: where it comes from: stands at the foot of every page, beside its number.
    """
    application = QGuiApplication.instance() or QGuiApplication(
        ["mindful", "-platform", "offscreen"]
    )
    family = load_families()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer)
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setDefaultFont(_font(family, BODY_POINTS))
    document.setDocumentMargin(0)
    document.setHtml(html)
    document.setTextWidth(writer.width())
    foot = FOOT_MM / 25.4 * RESOLUTION
    sheets = sheets_of(document, writer.height() - foot)
    painter = QPainter(writer)
    for number, sheet in enumerate(sheets, start=1):
        if number > 1:
            writer.newPage()
        _draw(painter, document, sheet)
        painter.setFont(_font(family, FOOT_POINTS))
        painter.setPen(QColor(FOOT_INK))
        line = QRectF(0, writer.height() - foot, writer.width(), foot)
        bottom = Qt.AlignmentFlag.AlignBottom
        painter.drawText(line, bottom | Qt.AlignmentFlag.AlignLeft, source)
        place = _("{page} of {pages}").format(page=number, pages=len(sheets))
        painter.drawText(line, bottom | Qt.AlignmentFlag.AlignRight, place)
    painter.end()
    del painter, writer, application
    return bytes(buffer.data().data())


def _writer(buffer: QBuffer) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setTitle(_("Sits"))
    writer.setCreator(_("Mindful"))
    writer.setResolution(RESOLUTION)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    return writer


def _font(family: str, points: float) -> QFont:
    font = QFont(family)
    font.setPointSizeF(points)
    return font


def _draw(painter: QPainter, document: QTextDocument, sheet: Sheet) -> None:
    """A sheet's parts of the document, one below the other from the top of the paper."""
    below = 0.0
    for part in filter(None, sheet):
        painter.save()
        painter.translate(0, below - part.top)
        document.drawContents(painter, QRectF(0, part.top, document.textWidth(), part.height))
        painter.restore()
        below += part.height
