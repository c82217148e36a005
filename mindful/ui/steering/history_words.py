"""From the log's records to what History shows of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mindful.exercises.timeline import RATE, CueKind
from mindful.log.records import Ended, Sit, SpokenCue, TimeSat, Written
from mindful.ui.history_models import (
    FeelingChange,
    HistoryRow,
    Median,
    Option,
    PageWritten,
    PastSit,
    Spoken,
)
from mindful.wording import _, length_words, ngettext

if TYPE_CHECKING:  # the statistics are loaded with the database's library
    from mindful.log.statistics import BeforeAfter, Middle


def row_of(sit: Sit) -> HistoryRow:
    """A sit as a row of the list."""
    return HistoryRow(
        key=sit.id,
        began=sit.started_there,
        title=sit.title,
        minutes=round(sit.sat_seconds / 60),
        feelings=sit.feelings,
        note=sit.note,
        before=sit.intensity_before,
        after=sit.intensity_after,
    )


def change_of(told: BeforeAfter) -> FeelingChange:
    """Before and after of a feeling."""
    return FeelingChange(
        word=told.word,
        sits=told.sits,
        lower=told.lower,
        same=told.same,
        higher=told.higher,
        before=_median(told.before),
        after=_median(told.after),
        able=_median(told.able),
    )


def _median(middle: Middle | None) -> Median | None:
    return None if middle is None else Median(middle.median, middle.low, middle.high)


def year_words(days: tuple[TimeSat, ...]) -> str:
    """A year in all: "148 sits, 45 hours", or minutes below two hours."""
    sits, seconds = sum(day.sits for day in days), sum(day.seconds for day in days)
    if not sits:
        return _("no sits")
    number = ngettext("{count} sit", "{count} sits", sits).format(count=f"{sits:,}")
    hours = round(seconds / 3600)
    time = (
        length_words(seconds)
        if seconds < 7200
        else ngettext("{count} hour", "{count} hours", hours).format(count=f"{hours:,}")
    )
    return _("{sits}, {time}").format(sits=number, time=time)


def past_sit_of(
    sit: Sit, cues: tuple[SpokenCue, ...], pages: tuple[Written, ...] = (), *, again: bool = True
) -> PastSit:
    """A sit with everything that was kept of it; `again` says whether it can be sat again."""
    return PastSit(
        row=row_of(sit),
        ended=_ended_words(sit),
        places=sit.places,
        able=sit.able_to_be_with,
        facts=_facts(sit),
        pages=tuple(
            PageWritten(prompt=page.prompt, text=page.text, rating=page.rating)
            for page in pages
            if page.text.strip()
        ),
        again=again,
        spoken=tuple(
            Spoken(second=cue.start // RATE, phase=cue.phase, text=cue.text)
            for cue in cues
            if cue.kind == CueKind.SAY.value and cue.text
        ),
    )


def _facts(sit: Sit) -> tuple[Option, ...]:
    """The rest, in the order a person may ask for it; what was not kept is empty."""
    times = ngettext("once", "{count} times", sit.groundings).format(count=sit.groundings)
    return (
        (_("Length chosen"), _("open-ended") if sit.minutes is None else _length(sit.minutes)),
        (_("Ground me"), times if sit.groundings else ""),
        (_("Guidance"), _guidance(sit.density or "")),
        (_("Voice"), sit.voice or _("none")),
        (_("Mindful"), sit.app_version),
    )


def _length(minutes: int) -> str:
    return length_words(60 * minutes)


def _ended_words(sit: Sit) -> str:
    return {
        Ended.FINISHED: _("to its end"),
        Ended.EARLY: _("ended early"),
        Ended.INTERRUPTED: _("interrupted"),
        None: "",
    }[sit.ended]


def _guidance(density: str) -> str:
    words = {
        "full": _("full"),
        "some": _("some"),
        "little": _("little"),
        "bells": _("bells only"),
    }
    return words.get(density, density)
