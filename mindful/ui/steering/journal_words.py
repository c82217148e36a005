"""From the log's records to what the Journal shows of them."""

from __future__ import annotations

from datetime import datetime, timedelta

from mindful.log.records import Entry, JournalPage, Sit
from mindful.trouble import Trouble
from mindful.ui.journal_models import JournalRow, JournalSheet, Passage
from mindful.ui.pages.when import time_words
from mindful.ui.paint.year_cells import day_name
from mindful.wording import _, length_words, tell


def row_of(key: int, page: JournalPage | None) -> JournalRow | None:
    """A row of the list; None for what was deleted since the list was read."""
    if page is None:
        return None
    if isinstance(page, Entry):
        return JournalRow(key, page.written_there, _("No sit"), page.text)
    text = page.sit.note.strip() or "\n".join(one.text for one in page.writings)
    return JournalRow(key, _ended(page.sit), page.sit.title, text)


def sheet_of(key: int, page: JournalPage, *, numbers: bool) -> JournalSheet:
    """A page in full; without `numbers` no minutes and no strengths."""
    if isinstance(page, Entry):
        return JournalSheet(
            key=key,
            when=moment_words(page.written_there),
            passages=(Passage(page.text),),
            note=page.text,
            free=True,
        )
    sit = page.sit
    note = (Passage(sit.note),) if sit.note else ()
    return JournalSheet(
        key=key,
        when=sit_words(sit, numbers=numbers),
        passages=note + tuple(Passage(one.text, one.prompt) for one in page.writings),
        feelings=sit.feelings,
        strengths=_strengths(sit) if numbers else "",
        note=sit.note,
    )


def moment_words(moment: datetime) -> str:
    """Such as ``Thursday 12 March, 7:42 pm.``"""
    return _("{day}, {time}.").format(day=day_name(moment.date()), time=time_words(moment))


def sit_words(sit: Sit, *, numbers: bool = True) -> str:
    """Such as ``Thursday 12 March, 7:42 pm. After 20 minutes, Sit With the Feeling.``"""
    when = moment_words(_ended(sit))
    if not numbers:
        return _("{when} After {title}.").format(when=when, title=sit.title)
    length = length_words(sit.sat_seconds)
    return _("{when} After {length}, {title}.").format(when=when, length=length, title=sit.title)


def unsaved_words(trouble: Trouble) -> str:
    """Why a page could not be kept; it stays on the screen, and so do these words."""
    if trouble.code == "log-disk-full":
        return _("This couldn’t be saved: the disk is full. Copy your note, or try again.")
    return _("This couldn’t be saved. Copy your note, or try again. {why}").format(
        why=tell(trouble)
    )


def _ended(sit: Sit) -> datetime:
    return sit.started_there + timedelta(seconds=sit.sat_seconds)


def _strengths(sit: Sit) -> str:
    before, after = sit.intensity_before, sit.intensity_after
    if before is not None and after is not None:
        return _("{before} before, {after} after").format(before=before, after=after)
    if before is not None:
        return _("{before} before").format(before=before)
    return "" if after is None else _("{after} after").format(after=after)
