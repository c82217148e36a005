"""What the pages of import, export and merge show: small frozen records, no behaviour, no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from mindful.ui.models import Option


class ImportStage(Enum):
    """How far bringing a file in is."""

    CHOOSING = auto()
    READING = auto()
    FOUND = auto()
    TAKING = auto()
    TAKEN = auto()


@dataclass(frozen=True)
class MoodRow:
    """A word of the other app, what is said of it, and the feeling it becomes.

    Attributes:
        word: as the file has it.
        words: for the row: "“rad”, 12 times".
        feeling: id of the option chosen; empty leaves the word out.
        options: what it may become.
    """

    word: str
    words: str
    feeling: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class FileView:
    """What the pages show alike that bring a file in.

    Attributes:
        file: name of the file; empty before one is chosen.
        told: what was found in it, or came, in sentences.
        new: something of it is new here.
        refused: why it can't be brought in; empty where nothing failed.
    """

    file: str = ""
    told: str = ""
    new: bool = False
    refused: str = ""


@dataclass(frozen=True)
class ImportView(FileView):
    """Everything the page of an import shows.

    Attributes:
        stage: how far it is.
        format: name of what was recognised.
        days: the days of what is new: "12 March 2024 to 3 May 2026".
        bad: lines that can't be read, each in a sentence.
        zone_asked: its times are without a zone.
        zone: id of the zone chosen; empty for this computer's.
        moods: words that become feelings.
        moods_left: that more words stay as they are; empty for none.
        last: when the import was made that can be undone; empty without one.
    """

    stage: ImportStage = ImportStage.CHOOSING
    format: str = ""
    days: str = ""
    bad: tuple[str, ...] = ()
    zone_asked: bool = False
    zone: str = ""
    moods: tuple[MoodRow, ...] = ()
    moods_left: str = ""
    last: str = ""


class MergeStage(Enum):
    """How far bringing another log in is."""

    CHOOSING = auto()
    LOCKED = auto()
    READING = auto()
    FOUND = auto()
    TAKING = auto()
    MERGED = auto()


@dataclass(frozen=True)
class MergeView(FileView):
    """Everything the page of a merge shows.

    Attributes:
        stage: how far it is.
    """

    stage: MergeStage = MergeStage.CHOOSING


@dataclass(frozen=True)
class NoteRow:
    """A sit that has a note, which may be shown on the page to share.

    Attributes:
        key: of the sit.
        words: "12 March 2026, Breath, 20 minutes".
        note: its beginning, or dots where notes are hidden.
        shown: whether it is on the page.
    """

    key: str
    words: str
    note: str
    shown: bool


@dataclass(frozen=True)
class ExportView:
    """Everything the page of an export shows.

    Attributes:
        which: which sits, in a sentence.
        kind: ``json``, ``csv`` or ``share``.
        ending: of the page to share: ``.html`` or ``.pdf``.
        parts: ids of what stands on the page to share.
        notes: the first sits with a note.
        notes_left: how many more sits have one.
        page: the page to share as HTML; empty while it is made.
        page_told: what the preview leaves out; empty for nothing.
        busy: it is being written.
        ready: it can be saved now.
        saved: where it was saved; empty before.
        refused: why it wasn't saved; empty where nothing failed.
    """

    which: str = ""
    kind: str = "json"
    ending: str = ".html"
    parts: frozenset[str] = frozenset()
    notes: tuple[NoteRow, ...] = ()
    notes_left: int = 0
    page: str = ""
    page_told: str = ""
    busy: bool = False
    ready: bool = True
    saved: str = ""
    refused: str = ""
