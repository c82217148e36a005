"""Sentences of counts: what an import, its undoing and a merge found, or did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mindful.translation import _, ngettext

if TYPE_CHECKING:  # the database's library comes after the window
    from mindful.log.batches import Undone
    from mindful.log.merging import Merged
    from mindful.log.sorting import Preview


def import_counts(preview: Preview) -> str:
    """What is in a file: "12 new sits, 3 there already, 1 can’t be read"."""
    sits = ngettext("{count} new sit", "{count} new sits", preview.sits)
    counts = [sits.format(count=f"{preview.sits:,}")]
    if preview.others:
        others = ngettext("{count} other record", "{count} other records", preview.others)
        counts.append(others.format(count=f"{preview.others:,}"))
    if preview.known:
        counts.append(_("{count} there already").format(count=f"{preview.known:,}"))
    if preview.unreadable:
        counts.append(_("{count} can’t be read").format(count=f"{preview.unreadable:,}"))
    return ", ".join(counts)


def undone_words(undone: Undone) -> tuple[str, ...]:
    """What became of the records of an import that was undone, in sentences."""
    removed = ngettext("{count} record taken out.", "{count} records taken out.", undone.removed)
    kept = ngettext(
        "{count} stays, as it was edited since.",
        "{count} stay, as they were edited since.",
        undone.kept,
    )
    told = removed.format(count=f"{undone.removed:,}")
    return (told, kept.format(count=f"{undone.kept:,}")) if undone.kept else (told,)


def merged_words(merged: Merged) -> tuple[str, ...]:
    """What a merge did, in sentences."""
    came, edited, gone = merged.added, merged.changed, merged.removed
    return _told(
        (came, ngettext("{count} record came.", "{count} records came.", came)),
        (edited, ngettext("{count} was edited there.", "{count} were edited there.", edited)),
        (gone, ngettext("{count} was deleted there.", "{count} were deleted there.", gone)),
    )


def coming_words(merged: Merged) -> tuple[str, ...]:
    """What a merge would do, in sentences."""
    new, edited, gone = merged.added, merged.changed, merged.removed
    return _told(
        (new, ngettext("{count} record is new here.", "{count} records are new here.", new)),
        (
            edited,
            ngettext("{count} was edited later there.", "{count} were edited later there.", edited),
        ),
        (gone, ngettext("{count} was deleted there.", "{count} were deleted there.", gone)),
    )


def _told(*sentences: tuple[int, str]) -> tuple[str, ...]:
    told = tuple(words.format(count=f"{count:,}") for count, words in sentences if count)
    return told or (_("Nothing new: this log has everything that’s in the other."),)
