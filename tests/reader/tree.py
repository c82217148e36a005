"""Reads the accessibility bus for the tests. Run by Debian's own Python; answers lines of JSON.

`tree` gives everything that programs show, `press ROLE<tab>NAME` does the first action of a
thing, `rect ROLE<tab>NAME` tells where it is, `announced` what was announced since the last time.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, TextIO

import pyatspi
from gi.repository import Atspi, GLib

Thing = Any
"""An accessible object; the bindings have no types."""

STATES = {
    "active": pyatspi.STATE_ACTIVE,
    "checkable": pyatspi.STATE_CHECKABLE,
    "checked": pyatspi.STATE_CHECKED,
    "enabled": pyatspi.STATE_ENABLED,
    "focusable": pyatspi.STATE_FOCUSABLE,
    "focused": pyatspi.STATE_FOCUSED,
    "selected": pyatspi.STATE_SELECTED,
}
announced: list[str] = []

TRIES = 3
"""How often the tree is read, while something in it goes away."""


def tell(answer: object) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def windows() -> Iterator[Thing]:
    for program in pyatspi.Registry.getDesktop(0):
        if program is not None:
            yield from program


def walk(thing: Thing, path: tuple[str, ...] = ()) -> Iterator[dict[str, Any]]:
    """A thing and all in it, of which something is shown. Tables keep their cells to themselves.

    Nothing is asked twice: each question goes over the bus.
    """
    state = thing.getState()
    if not state.contains(pyatspi.STATE_SHOWING):
        return
    role, name = thing.getRoleName(), thing.name
    yield {
        "thing": thing,
        "role": role,
        "name": name,
        "states": [known for known, code in STATES.items() if state.contains(code)],
        "path": path,
    }
    if role != "table":
        for child in shown_part(thing) if role == "list" else thing:
            if child is not None:
                yield from walk(child, (*path, f"{role}:{name}"))


def shown_part(rows: Thing) -> Iterator[Thing]:
    """The rows of a list up to the last that is shown; it may have a hundred thousand more."""
    begun = False
    for row in rows:
        shown = row is not None and row.getState().contains(pyatspi.STATE_SHOWING)
        if begun and not shown:
            return
        begun = shown
        yield row


def everything() -> list[dict[str, Any]]:
    return [told for window in windows() for told in walk(window)]


def tree() -> list[dict[str, Any]]:
    """Everything, described; anew where something went away while it was read."""
    for _ in range(TRIES):
        with suppress(GLib.Error):
            return [described(told) for told in everything()]
    return [described(told) for told in everything()]


def described(told: dict[str, Any]) -> dict[str, Any]:
    return {**told, "thing": None, "description": told["thing"].description}


def found(words: str) -> Thing:
    role, name = words.split("\t", 1)
    return next(
        (told["thing"] for told in everything() if (told["role"], told["name"]) == (role, name)),
        None,
    )


def press(words: str) -> str:
    thing = found(words)
    if thing is None:
        return "not found"
    thing.queryAction().doAction(0)
    return "done"


def rect(words: str) -> list[int]:
    thing = found(words)
    box = thing.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    return [box.x, box.y, box.width, box.height]


def answer(source: TextIO, _condition: object) -> bool:
    line = source.readline()
    if not line:
        pyatspi.Registry.stop()
        return False
    try:
        obey(*line.rstrip("\n").split(" ", 1))
    except BaseException:  # noqa: BLE001 - ends the process
        # GLib would go on without this watch, and whoever asked would wait for ever.
        traceback.print_exc()
        os._exit(1)
    return True


def obey(command: str, words: str = "") -> None:
    if command == "tree":
        tell(tree())
    elif command == "press":
        tell(press(words))
    elif command == "rect":
        tell(rect(words))
    elif command == "announced":
        tell(announced)
        announced.clear()


# What was kept on this side would be of another page.
pyatspi.Registry.getDesktop(0).set_cache_mask(Atspi.Cache.NONE)
pyatspi.Registry.registerEventListener(
    lambda event: announced.append(str(event.any_data)), "object:announcement"
)
GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, answer)
tell("ready")
pyatspi.Registry.start()
