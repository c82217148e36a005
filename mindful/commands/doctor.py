"""``mindful doctor``: what works on this computer, and what would help where it does not."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import msgspec

from mindful.commands.common import parts_of, print_json
from mindful.commands.restore import with_a_way_on
from mindful.display import has_display
from mindful.log.rotation import folder_beside
from mindful.parts import Parts
from mindful.preflight import look, try_sound, try_voice
from mindful.trouble import Trouble
from mindful.wording import _, reason, tell

LITTLE_SPACE = 200_000_000
"""Bytes of free disk below which the doctor says so."""


class Finding(msgspec.Struct, frozen=True):
    """One thing looked at: whether it works, what was found, what helps."""

    what: str
    works: bool
    found: str
    remedy: str = ""


@click.command()
@click.option("--json", "as_json", is_flag=True, help=_("One JSON document."))
@click.pass_context
def doctor(context: click.Context, *, as_json: bool) -> None:
    """Look at voices, sound, display, log and disk space, and say what would help."""
    findings = list(examine(parts_of(context)))
    if as_json:
        print_json([msgspec.to_builtins(finding) for finding in findings])
    else:
        for finding in findings:
            mark = "✓" if finding.works else "✗"
            click.echo(f"{mark} {finding.what}: {finding.found}")
            if finding.remedy:
                click.echo(f"    {finding.remedy}")
    if not all(finding.works for finding in findings):
        context.exit(1)


def examine(parts: Parts) -> Iterator[Finding]:
    """Every finding, in the order a person would ask."""
    examiners: tuple[Callable[[Parts], Finding], ...] = (
        _voice,
        _natural_voice,
        _cache,
        _sound,
        _bell,
        _display,
        log_finding,
        backups_finding,
        _space,
        _exercises,
    )
    for examiner in examiners:
        yield examiner(parts)


def _voice(parts: Parts) -> Finding:
    what = _("Voice")
    try:
        chosen = parts.choose_voice(None)
        seconds = try_voice(parts, chosen)
    except Trouble as trouble:
        return Finding(
            what, works=False, found=tell(trouble), remedy=_("Sits go on with captions.")
        )
    return Finding(
        what,
        works=True,
        found=_("{voice} spoke {seconds:.1f} seconds").format(voice=chosen, seconds=seconds),
    )


def _natural_voice(parts: Parts) -> Finding:
    what = _("Natural voice")
    voices = [voice for voice in parts.speaker.voices() if voice.engine == "kokoro"]
    there = [voice.name for voice in voices if voice.available]
    if there:
        return Finding(what, works=True, found=", ".join(there))
    why = _("it {reason}").format(reason=reason(voices[0].why))
    return Finding(what, works=True, found=_("not here: {why}").format(why=why))


def _cache(parts: Parts) -> Finding:
    what = _("Spoken lines kept")
    try:
        size = parts.clip_cache.size()
    except Trouble as trouble:
        return Finding(what, works=False, found=tell(trouble))
    found = _("{size:.0f} MB in {path}; “mindful cache --clear” empties it").format(
        size=size / 1e6, path=parts.paths.clips
    )
    return Finding(what, works=True, found=found)


def _bell(parts: Parts) -> Finding:
    what = _("Bell")
    trouble = look(parts).bell
    if trouble is not None:
        remedy = _("Choose another under Settings, Sounds.")
        return Finding(what, works=False, found=tell(trouble), remedy=remedy)
    name = dict(parts.bell_options()).get(parts.settings.bell, parts.settings.bell)
    return Finding(what, works=True, found=name)


def _sound(_parts: Parts) -> Finding:
    what = _("Sound")
    try:
        device = try_sound()
    except Trouble as trouble:
        remedy = _("Start PulseAudio or PipeWire, or plug in a device. Captions carry on without.")
        return Finding(what, works=False, found=tell(trouble), remedy=remedy)
    return Finding(what, works=True, found=device)


def _display(_parts: Parts) -> Finding:
    if has_display():
        return Finding(_("Display"), works=True, found=_("a window can open"))
    remedy = _("“mindful sit breath --terminal” needs no window.")
    return Finding(_("Display"), works=False, found=_("none found"), remedy=remedy)


def log_finding(parts: Parts) -> Finding:
    """Whether the log can be used, and what mends it where it cannot."""
    try:
        count = parts.desk.submit(lambda log: len(log.history.find())).result()
    except Trouble as trouble:
        if parts.locked:
            return Finding(_("Log"), works=True, found=tell(trouble))
        found, *remedy = with_a_way_on(trouble).split("\n")
        return Finding(_("Log"), works=False, found=found, remedy=" ".join(remedy))
    found = _("{count} sits in {path}").format(count=count, path=parts.paths.log)
    return Finding(_("Log"), works=True, found=found)


def backups_finding(parts: Parts) -> Finding:
    """Which backup there is, looked through now."""
    folder = folder_beside(parts.paths.log)
    if parts.locked:
        told = _("locked like the log; not looked through, in {folder}").format(folder=folder)
        return Finding(_("Backups"), works=True, found=told)
    found = parts.desk.recovery().result()
    if found is None:
        return Finding(
            _("Backups"),
            works=not folder.exists(),
            found=_("none yet; each day’s first sit makes one in {folder}").format(folder=folder),
            remedy=_("“mindful backup” makes one now.") if folder.exists() else "",
        )
    told = _("newest good one of {day}, {count} sits, in {folder}").format(
        day=found.backup.day, count=found.contents.sits, folder=folder
    )
    return Finding(_("Backups"), works=True, found=told)


def _space(parts: Parts) -> Finding:
    folder = _existing(parts.paths.data)
    free = shutil.disk_usage(folder).free
    found = _("{free:.1f} GB free at {folder}").format(free=free / 1e9, folder=folder)
    if free < LITTLE_SPACE:
        return Finding(
            _("Disk"),
            works=False,
            found=found,
            remedy=_("Free some space, so that sits can be kept."),
        )
    return Finding(_("Disk"), works=True, found=found)


def _exercises(parts: Parts) -> Finding:
    library = parts.library
    found = _("{count} found").format(count=len(library.exercises))
    if library.broken:
        return Finding(
            _("Exercises"),
            works=False,
            found=found,
            remedy="\n    ".join(map(tell, library.broken)),
        )
    return Finding(_("Exercises"), works=True, found=found)


def _existing(folder: Path) -> Path:
    """The nearest folder that is there."""
    while not folder.exists():
        folder = folder.parent
    return folder
