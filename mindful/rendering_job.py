"""What a sit to be written to a file is, and how it goes: what the window and its child exchange.

Loads nothing slow, so that the window can.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Literal, TypeVar

import msgspec

from mindful.paths import Paths
from mindful.sit.choice import Choice
from mindful.trouble import Trouble

Stage = Literal["voice", "sound", "done", "failed", "cancelled"]
"""Making the voice, writing the sound, and the three ways to end."""

Fact = str | int | float | bool | None

Kind = TypeVar("Kind")


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be written where.

    Attributes:
        choice: the sit.
        output: the sound file; its ending says which kind.
        captions: the WebVTT file, or None.
        replace: whether files that are there already may go.
    """

    choice: Choice
    output: Path
    captions: Path | None = None
    replace: bool = False

    @property
    def places(self) -> tuple[Path, ...]:
        """The files that will be there."""
        return (self.output,) if self.captions is None else (self.output, self.captions)


class RenderJob(msgspec.Struct, frozen=True, kw_only=True):
    """An order, and where Mindful keeps its files: all that a process of its own needs."""

    paths: Paths
    order: Order


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """How far it is.

    Attributes:
        stage: what is done now, or how it ended.
        share: of the whole, 0 to 1; it never goes back.
        seconds_left: until the end; None where nobody knows.
        unspoken: of ``done``: lines that could not be spoken and are captions only.
        notices: of ``done``: codes of what else to tell, for `wording.notice`.
        code: of ``failed``: the trouble's code.
        facts: the trouble's facts.
    """

    stage: Stage
    share: float = 0.0
    seconds_left: float | None = None
    unspoken: int = 0
    notices: tuple[str, ...] = ()
    code: str = ""
    facts: dict[str, Fact] = {}

    @property
    def over(self) -> bool:
        """Whether nothing more will come."""
        return self.stage in {"done", "failed", "cancelled"}

    @property
    def trouble(self) -> Trouble | None:
        """What went wrong, for `wording.tell`; None unless it failed."""
        return Trouble(self.code, **self.facts) if self.stage == "failed" else None


def failed(trouble: Trouble, share: float = 0.0) -> Progress:
    """That it failed, and why."""
    facts = {name: _fact(value) for name, value in trouble.facts.items()}
    return Progress(stage="failed", share=share, code=trouble.code, facts=facts)


def to_line(message: RenderJob | Progress) -> bytes:
    """A line of JSON."""
    return msgspec.json.encode(message, enc_hook=_path_out) + b"\n"


def from_line(line: bytes, kind: type[Kind]) -> Kind:
    """What `to_line` made a line of.

    Raises:
        msgspec.DecodeError: it is something else, or only a part.
    """
    return msgspec.json.decode(line, type=kind, dec_hook=_path_in)


def _fact(value: object) -> Fact:
    if isinstance(value, int | float | bool | None):
        return value
    return str(value).encode(errors="replace").decode()  # a path may hold what is no text


def _path_out(value: Any) -> str:  # Any: what msgspec cannot encode
    if isinstance(value, Path):
        # Byte by byte: on Unix a name need not be text, and JSON would refuse it.
        return os.fsencode(value).decode("latin-1")
    raise TypeError(type(value))


def _path_in(kind: type, value: Any) -> Any:  # Any: what msgspec read, and what it asked for
    if kind is Path:
        return Path(os.fsdecode(value.encode("latin-1")))
    raise TypeError(kind)
