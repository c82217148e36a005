"""Drafts of the journal and what becomes of them, on the log's thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from mindful.log.errors import LogTrouble
from mindful.log.records import Entry, JournalPage, SitPage

if TYPE_CHECKING:  # the database's library comes after the window
    from mindful.log.log import Log

ENTRY, NOTE = "entry/", "note/"
"""How the keys of drafts begin: of entries, and of sits' notes, as After keeps them too."""
NEW = f"{ENTRY}new"
"""The draft of something new."""


@dataclass(frozen=True)
class Unfinished:
    """A draft that was left: its key and text, when it was saved, and what it belongs to."""

    draft: str
    text: str
    begun: datetime
    page: JournalPage | None


def draft_key(page: JournalPage) -> str:
    """Where the draft of a page is kept."""
    return f"{ENTRY}{page.id}" if isinstance(page, Entry) else f"{NOTE}{page.sit.id}"


def draft_of(log: Log, draft: str) -> str | None:
    """What was left there; None for nothing."""
    left = log.drafts.load(draft)
    return left.text if left is not None and left.text else None


def unfinished(log: Log) -> Unfinished | None:
    """The draft that was saved last, of whatever it is.

    One whose entry or sit is gone has become something new, so that it is not lost.
    """
    draft = log.drafts.unfinished(ENTRY, NOTE)
    left = None if draft is None else log.drafts.load(draft)
    if draft is None or left is None:
        return None
    page = None if draft == NEW else _page_of(log, draft)
    if page is None and draft != NEW:
        log.drafts.save(NEW, left.text)
        log.drafts.clear(draft)
        draft = NEW
    return Unfinished(draft, left.text, left.saved_at.astimezone(), page)


def keep(log: Log, draft: str, text: str) -> int:
    """Keep what was written, and be done with its draft.

    Returns:
        The page's number in the journal.

    Raises:
        LogTrouble: it could not be kept; the draft is as it was.
    """
    if draft == NEW:
        kept = log.journal.add(text).id
    elif draft.startswith(ENTRY):
        kept = log.journal.edit(draft.removeprefix(ENTRY), text).id
    else:
        kept = _keep_note(log, draft.removeprefix(NOTE), text)
    log.drafts.clear(draft)
    return log.journal.key_of(kept)


def _keep_note(log: Log, sit: str, text: str) -> str:
    before = log.sits.get(sit)
    log.sits.reflect(
        sit,
        intensity_after=before.intensity_after,
        able_to_be_with=before.able_to_be_with,
        note=text,
    )
    return sit


def _page_of(log: Log, draft: str) -> JournalPage | None:
    try:
        if draft.startswith(ENTRY):
            return log.journal.get(draft.removeprefix(ENTRY))
        return SitPage(sit=log.history.get(draft.removeprefix(NOTE)), writings=())
    except LogTrouble as trouble:
        if trouble.code in {"entry-unknown", "sit-unknown"}:
            return None
        raise
