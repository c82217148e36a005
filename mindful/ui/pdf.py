"""A page as a PDF, by Qt's own writer."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from mindful.wording import _

MARGIN_MM = 18


def pdf_of(html: str) -> bytes:
    """A PDF of A4 pages of a self-contained page of HTML.

    Works without a window or display; an application is made where there is none.
    """
    application = QGuiApplication.instance() or QGuiApplication(
        ["mindful", "-platform", "offscreen"]
    )
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(_("Sits"))
    writer.setCreator(_("Mindful"))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    document = QTextDocument()
    document.setHtml(html)
    document.print_(writer)
    del writer, application
    return bytes(buffer.data().data())
