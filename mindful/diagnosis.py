"""What can be told of this Mindful to whoever mends it: nothing in it is the person's.

No words, names, feelings or days; folders under the home folder begin with "~".
"""

from __future__ import annotations

import platform
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from mindful import __version__
from mindful.exercises.timeline import RATE
from mindful.parts import Parts
from mindful.paths import at_home
from mindful.preflight import look, try_sound
from mindful.sit.measures import Measures
from mindful.sit.measuring import Measure
from mindful.trouble import Trouble
from mindful.wording import _, ngettext


class Fact(msgspec.Struct, frozen=True):
    """One thing: what it is about, and what was found."""

    about: str
    found: str


class Diagnosis(msgspec.Struct, frozen=True):
    """What works here, and how exactly the last sits were played, newest first."""

    facts: tuple[Fact, ...]
    sits: tuple[Fact, ...]

    @property
    def text(self) -> str:
        """All of it, to be copied."""
        return "\n".join(f"{fact.about}: {fact.found}" for fact in (*self.facts, *self.sits))


def diagnose(parts: Parts) -> Diagnosis:
    """Look at everything now. Takes up to some seconds: not for Qt's thread."""
    measures = Measures(parts.paths.measures).all()
    sits = (Fact(_length(measure), told_of(measure)) for measure in measures)
    return Diagnosis(tuple(_facts(parts)), tuple(sits))


def told_of(measure: Measure) -> str:
    """One sit in a few sentences."""
    return " ".join(filter(None, (_bells(measure), _gaps(measure), _voice(measure))))


def _facts(parts: Parts) -> Iterator[Fact]:
    python = platform.python_version()
    yield Fact(_("Mindful"), f"{__version__}, Python {python}, {sys.platform}")
    voice = parts.find_voice()
    yield Fact(_("Voice"), _("none") if voice is None else voice.id)
    try:
        yield Fact(_("Sound"), try_sound())
    except Trouble as trouble:
        yield Fact(_("Sound"), trouble.code)
    bell = look(parts).bell
    yield Fact(_("Bell"), _("can be struck") if bell is None else bell.code)
    try:
        parts.desk.submit(lambda log: log.history.last()).result()
        yield Fact(_("Log"), _("can be read"))
    except Trouble as trouble:
        yield Fact(_("Log"), trouble.code)
    yield Fact(_("Free disk"), _free(parts.paths.data))
    reports = len(list(parts.paths.reports.glob("report-*.txt")))
    told = ngettext("{count} report of a mistake", "{count} reports of mistakes", reports)
    place = at_home(parts.paths.reports, Path.home())
    yield Fact(
        _("Reports"), _("{told} in {place}").format(told=told.format(count=reports), place=place)
    )


def _free(folder: Path) -> str:
    while not folder.exists():
        folder = folder.parent
    return f"{shutil.disk_usage(folder).free / 1e9:.1f} GB"


def _length(measure: Measure) -> str:
    return _("{minutes:.1f} minutes").format(minutes=measure.frames / RATE / 60)


def _bells(measure: Measure) -> str:
    if not measure.strikes:
        return _("No bell was struck.")
    last = measure.strikes[-1]
    worst = max((strike.error for strike in measure.strikes), key=abs)
    return _(
        "{count} bells, at most {worst:+.1f} ms off; the last planned at frame {planned:,}, heard "
        "at {actual:,}."
    ).format(
        count=len(measure.strikes),
        worst=worst * 1000,
        planned=last.planned,
        actual=last.actual,
    )


def _gaps(measure: Measure) -> str:
    gaps = _("No gaps.") if not measure.missing else _("Gaps of {seconds:.2f} s.")
    told = gaps.format(seconds=measure.missing / RATE)
    if not measure.outages:
        return told
    outages = ngettext(
        "Sound gone {count} time, for {seconds:g} s.",
        "Sound gone {count} times, for {seconds:g} s.",
        measure.outages,
    ).format(count=measure.outages, seconds=measure.silent_seconds)
    return f"{told} {outages}"


def _voice(measure: Measure) -> str:
    if not measure.lines:
        return ""
    return _(
        "Voice {voice}: {lines} lines, {unspoken} as captions alone, {late} late, by {latest:g} s "
        "at most."
    ).format(
        voice=measure.voice or _("none"),
        lines=measure.lines,
        unspoken=measure.unspoken,
        late=measure.late_lines,
        latest=measure.latest_seconds,
    )
