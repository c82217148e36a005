"""A page as a PDF, by Qt's own writer."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
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
    foot = FOOT_MM / 25.4 * RESOLUTION
    document.setPageSize(QSizeF(writer.width(), writer.height() - foot))
    painter = QPainter(writer)
    for number in range(document.pageCount()):
        if number:
            writer.newPage()
        _draw(painter, document, number)
        painter.setFont(_font(family, FOOT_POINTS))
        painter.setPen(QColor(FOOT_INK))
        line = QRectF(0, writer.height() - foot, writer.width(), foot)
        bottom = Qt.AlignmentFlag.AlignBottom
        painter.drawText(line, bottom | Qt.AlignmentFlag.AlignLeft, source)
        place = _("{page} of {pages}").format(page=number + 1, pages=document.pageCount())
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


def _draw(painter: QPainter, document: QTextDocument, number: int) -> None:
    """One page's part of the document, from the top of the paper."""
    page = document.pageSize()
    painter.save()
    painter.translate(0, -number * page.height())
    place = QRectF(0, number * page.height(), page.width(), page.height())
    document.drawContents(painter, place)
    painter.restore()
