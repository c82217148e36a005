"""A page as a PDF: on as many sheets as it needs, in Mindful's own letters."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from mindful.ui.pdf import pdf_of


def pages(pdf: bytes) -> int:
    return pdf.count(b"/Type /Page\n")


def test_a_long_page_goes_on_on_another_sheet(qapp: QApplication) -> None:
    row = "<tr><td>2026-03-12</td><td>20 minutes</td></tr>"
    one = pdf_of(f"<h1>Sits</h1><table>{row}</table>", "Self-reported.")
    many = pdf_of(f"<h1>Sits</h1><table>{row * 200}</table>", "Self-reported.")
    assert pages(one) == 1
    assert 3 <= pages(many) <= 8
    assert b"Figtree" in one
