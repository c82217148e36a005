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
from gi.repository import Atspi, Gio, GLib

ACCESSIBLE = "org.a11y.atspi.Accessible"
PROPERTIES = "org.freedesktop.DBus.Properties"
GONE = "/org/a11y/atspi/null"
"""The path of a child that is not there any more."""

STATES = {
    "active": pyatspi.STATE_ACTIVE,
    "checkable": pyatspi.STATE_CHECKABLE,
    "checked": pyatspi.STATE_CHECKED,
    "enabled": pyatspi.STATE_ENABLED,
    "focusable": pyatspi.STATE_FOCUSABLE,
    "focused": pyatspi.STATE_FOCUSED,
    "selected": pyatspi.STATE_SELECTED,
}
WHOLE = {"label", "push button", "check box", "radio button", "slider", "separator", "image"}
"""Roles of things in which nothing lies; a table keeps its cells to itself."""

announced: list[str] = []

TRIES = 3
"""How often the tree is read, while something in it goes away."""


def tell(answer: object) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def ask(bus: Gio.DBusConnection, *given: Any) -> Any:
    """Call by name, path, interface, method and arguments; gives the one thing that is told."""
    (told,) = bus.call_sync(*given, None, Gio.DBusCallFlags.NONE, -1, None).unpack()
    return told


class Thing:
    """An accessible object, asked over the bus itself: the bindings ask for each child alone."""

    def __init__(self, bus: Gio.DBusConnection, name: str, path: str) -> None:
        self._bus, self._name, self._path = bus, name, path

    def ask(self, interface: str, method: str, given: GLib.Variant | None = None) -> Any:
        """What a method of it tells."""
        return ask(self._bus, self._name, self._path, interface, method, given)

    @property
    def role(self) -> str:
        """As the bindings name it."""
        return str(Atspi.role_get_name(Atspi.Role(self.ask(ACCESSIBLE, "GetRole"))))

    @property
    def name(self) -> str:
        """What it is called."""
        return self._property("Name")

    @property
    def description(self) -> str:
        """What is told after its name."""
        return self._property("Description")

    @property
    def states(self) -> frozenset[int]:
        """The numbers of those that hold."""
        low, high = self.ask(ACCESSIBLE, "GetState")
        return frozenset(bit for bit in range(64) if (low | high << 32) >> bit & 1)

    @property
    def box(self) -> list[int]:
        """Its left and upper edge on the screen, its width and height."""
        where = GLib.Variant("(u)", (pyatspi.DESKTOP_COORDS,))
        return list(self.ask("org.a11y.atspi.Component", "GetExtents", where))

    def press(self) -> None:
        """Do its first action."""
        self.ask("org.a11y.atspi.Action", "DoAction", GLib.Variant("(i)", (0,)))

    def __iter__(self) -> Iterator[Thing]:
        for name, path in self.ask(ACCESSIBLE, "GetChildren"):
            if path != GONE:
                yield Thing(self._bus, name, path)

    def _property(self, name: str) -> str:
        return str(self.ask(PROPERTIES, "Get", GLib.Variant("(ss)", (ACCESSIBLE, name))))


def accessibility_bus() -> Gio.DBusConnection:
    """The bus that the session's own tells of."""
    session = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    address = ask(session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None)
    as_client = (
        Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
        | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    )
    return Gio.DBusConnection.new_for_address_sync(address, as_client, None, None)


def windows() -> Iterator[Thing]:
    for program in Thing(BUS, "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root"):
        yield from program


def walk(thing: Thing, path: tuple[str, ...] = ()) -> Iterator[dict[str, Any]]:
    """A thing and all in it, of which something is shown. Tables keep their cells to themselves.

    Nothing is asked twice: each question goes over the bus.
    """
    states = thing.states
    if pyatspi.STATE_SHOWING not in states:
        return
    role, name = thing.role, thing.name
    yield {
        "thing": thing,
        "role": role,
        "name": name,
        "states": [known for known, code in STATES.items() if code in states],
        "path": path,
    }
    if role != "table" and role not in WHOLE:
        for child in shown_part(thing) if role == "list" else thing:
            yield from walk(child, (*path, f"{role}:{name}"))


def shown_part(rows: Thing) -> Iterator[Thing]:
    """The rows of a list up to the last that is shown; it may have a hundred thousand more."""
    begun = False
    for row in rows:
        shown = pyatspi.STATE_SHOWING in row.states
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
    """Nothing without a name is described, and a label's words are its name."""
    silent = not told["name"] or told["role"] == "label"
    more = "" if silent else told["thing"].description
    return {**told, "thing": None, "description": more}


def found(words: str) -> Thing | None:
    role, name = words.split("\t", 1)
    return next(
        (told["thing"] for told in everything() if (told["role"], told["name"]) == (role, name)),
        None,
    )


def press(words: str) -> str:
    thing = found(words)
    if thing is None:
        return "not found"
    thing.press()
    return "done"


def rect(words: str) -> list[int]:
    thing = found(words)
    assert thing is not None, words
    return thing.box


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


BUS = accessibility_bus()
pyatspi.Registry.registerEventListener(
    lambda event: announced.append(str(event.any_data)), "object:announcement"
)
GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, answer)
tell("ready")
pyatspi.Registry.start()
