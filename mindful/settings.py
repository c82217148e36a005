"""Settings: one declarative table, kept as JSON. Nothing private stands here."""

from __future__ import annotations

import contextlib
import os
from datetime import time
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from mindful.paths import private_folder
from mindful.sit.setup import Setup
from mindful.trouble import Trouble

Level = Annotated[int, Meta(ge=0, le=10)]


class Settings(msgspec.Struct, kw_only=True, frozen=True):
    """Everything that can be set, with its default. Unknown keys of other versions are ignored."""

    speak: Annotated[bool, Meta(description="Whether the guidance is spoken.")] = True
    voice: Annotated[str, Meta(description="Id of the voice; empty for the best there is.")] = ""
    pace: Annotated[float, Meta(ge=0.7, le=1.4, description="Speed of speech; 1 is usual.")] = 1.0
    bell: Annotated[str, Meta(description="Which bell is struck; 'none' for none.")] = "low-bowl"
    ambience: Annotated[str, Meta(description="What sounds under the sit.")] = "none"
    voice_level: Annotated[Level, Meta(description="Level of the voice, 0 to 10.")] = 7
    bell_level: Annotated[Level, Meta(description="Level of the bells, 0 to 10.")] = 7
    ambience_level: Annotated[Level, Meta(description="Level of the ambience, 0 to 10.")] = 7
    single_keys: Annotated[bool, Meta(description="Whether single keys work in a sit.")] = True
    captions: Annotated[bool, Meta(description="Whether the words are shown.")] = True
    show_time: Annotated[bool, Meta(description="Whether a sit shows the time left.")] = True
    theme: Annotated[
        Literal["light", "dark", "highContrast", "highContrastLight", "system"],
        Meta(description="Colours of the window."),
    ] = "system"
    text_scale: Annotated[float, Meta(ge=0.8, le=2.0, description="Text size, 1 is 100 %.")] = 1.0
    reduced_motion: Annotated[
        bool | Literal["system"],
        Meta(description="Hold moving pictures still; 'system' does as the desktop asks."),
    ] = "system"
    fade_controls: Annotated[
        bool, Meta(description="Whether a sit's controls fade while nothing is touched.")
    ] = True
    hide_numbers: Annotated[
        bool, Meta(description="Show no minutes, counts or strengths of past sits.")
    ] = False
    hide_notes: Annotated[
        bool, Meta(description="Show dots in lists in place of what a person wrote.")
    ] = False
    lock_after: Annotated[
        int, Meta(ge=0, le=1440, description="Minutes away until the log locks; 0 for never.")
    ] = 10
    open_unasked: Annotated[
        bool, Meta(description="Whether the computer's keyring holds the log's key.")
    ] = False
    copied_on: Annotated[str, Meta(description="The day of the last copy to another place.")] = ""
    gentler_next: Annotated[
        bool, Meta(description="Whether the next feeling sit is suggested gentler.")
    ] = False
    day_ends: Annotated[
        time, Meta(description="When a day ends; sits after midnight may belong to the day before.")
    ] = time(4)
    exercise: Annotated[str, Meta(description="The exercise chosen last.")] = "breath"
    minutes: Annotated[
        dict[str, int], Meta(description="The length chosen last, by exercise.")
    ] = {}
    density: Annotated[
        dict[str, str], Meta(description="How much of the guidance is spoken, by exercise.")
    ] = {}
    patterns: Annotated[
        dict[str, tuple[float, float, float, float]],
        Meta(description="Own paced breaths by exercise: seconds of in, hold, out, hold."),
    ] = {}
    timer: Annotated[
        Setup | None, Meta(description="How the timer is set up; null for as it comes.")
    ] = None
    check_out: Annotated[str, Meta(description="Id of a sleep that is yet to be asked about.")] = ""
    welcomed_back: Annotated[
        str, Meta(description="Id of the sit after whose gap a welcome back was said.")
    ] = ""
    welcomed: Annotated[bool, Meta(description="Whether the first-run page was left.")] = False
    read_safety: Annotated[
        bool, Meta(description="Whether the words before feeling sits were read.")
    ] = False
    folded: Annotated[
        tuple[str, ...], Meta(description="Groups of Home's list that are folded.")
    ] = ()
    favourites: Annotated[
        tuple[str, ...], Meta(description="Ids of the exercises kept close at hand on Home.")
    ] = ()
    straight: Annotated[
        tuple[str, ...],
        Meta(description="Ids of the exercises whose check-in was skipped last, so begin without."),
    ] = ()
    asked_name: Annotated[bool, Meta(description="Whether a name was asked for.")] = False
    asked_phrases: Annotated[bool, Meta(description="Whether own phrases were asked for.")] = False
    aloud: Annotated[
        Literal["ask", "speak", "captions"],
        Meta(description="Whether what a person chose or wrote is spoken aloud."),
    ] = "ask"


def load_settings(path: Path) -> Settings:
    """Read the settings; where the file is missing or damaged, the defaults stand.

    A damaged file holds nothing that cannot be chosen again, so it stops nobody.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=Settings)
    except (OSError, msgspec.DecodeError):
        return Settings()


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings whole or not at all.

    Raises:
        Trouble: ``settings-unwritable`` with ``path``.
    """
    private_folder(path.parent)
    data = msgspec.json.format(msgspec.json.encode(settings), indent=2)
    # A name of our own beside the file, so that two copies of the app never share one.
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise Trouble("settings-unwritable", path=str(path)) from error
