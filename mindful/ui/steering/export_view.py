"""What the page of an export shows: notes to choose from, the page to share, the file."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from mindful.ui.data_models import ExportView, NoteRow
from mindful.ui.journal_models import DOTS
from mindful.ui.steering.privacy_way import day_words
from mindful.wording import _, length_words, ngettext

if TYPE_CHECKING:  # loaded with the database's library, after the window
    from mindful.log.records import Sit
    from mindful.share_page import Part

ROWS = 100
"""Sits that the preview shows; those with a note that was chosen besides."""
LETTERS = 90
"""Of a note, where it is offered."""


def note_rows(
    sits: Sequence[Sit], chosen: Collection[str], most: int, *, hidden: bool
) -> tuple[tuple[NoteRow, ...], int]:
    """The first sits that have a note, and how many more have one.

    Args:
        sits: newest first.
        chosen: ids of those whose notes are on the page.
        most: how many are offered.
        hidden: dots stand in place of what was written.
    """
    noted = [sit for sit in sits if sit.note.strip()]
    rows = tuple(
        NoteRow(
            key=sit.id,
            words=_("{day}, {title}, {length}").format(
                day=day_words(sit.started_there.date().isoformat()),
                title=sit.title,
                length=length_words(sit.sat_seconds),
            ),
            note=DOTS if hidden else _beginning(sit.note),
            shown=sit.id in chosen,
        )
        for sit in islice(noted, most)
    )
    return rows, max(0, len(noted) - most)


def preview_html(
    sits: Sequence[Sit], notes: Collection[str], made: datetime, parts: Collection[Part]
) -> tuple[str, str]:
    """The page to share as HTML, its table cut short where it is long, and a sentence on that."""
    from mindful.share_page import as_html, share_page

    page = share_page(sits, notes, made, parts)
    rows = tuple(row for place, row in enumerate(page.rows) if place < ROWS or row.note)
    left = len(page.rows) - len(rows)
    told = ngettext(
        "{count} more sit is on the page.", "{count} more sits are on the page.", left
    ).format(count=f"{left:,}")
    return as_html(msgspec.structs.replace(page, rows=rows)), told if left else ""


def file_kind(view: ExportView) -> tuple[str, str]:
    """The ending of the file that would be saved, and what such a file is called."""
    ending = view.ending if view.kind == "share" else f".{view.kind}"
    names = {".json": _("JSON"), ".csv": _("Table"), ".html": _("HTML page"), ".pdf": _("PDF")}
    return ending, names[ending]


def saved_words(file: Path, *, encrypted: bool) -> str:
    """Where it was saved; where the log is encrypted, that the file is not."""
    told = _("Saved to {path}.").format(path=file)
    plain = _("It can be read by whoever has it, without a passphrase.")
    return f"{told} {plain}" if encrypted else told


def _beginning(note: str) -> str:
    words = " ".join(note.split())
    return words if len(words) <= LETTERS else f"{words[: LETTERS - 1].rstrip()}…"
