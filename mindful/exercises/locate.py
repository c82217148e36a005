"""Where in an exercise file a value stands, since `tomllib` keeps no line numbers."""

from __future__ import annotations

import re

_HEADER = re.compile(r"^\s*(\[\[?)\s*([\w$.\-\"]+)\s*\]\]?")
_PARENT = re.compile(r"(.+?)(?:\.[^.\[\]]+|\[\d+\])$")
_KEY = re.compile(r"^\s*\"?([\w$\-]+)\"?\s*=")


def line_of(text: str, path: str) -> int:
    """Line number, from 1, of the value at `path` in the TOML `text`.

    Args:
        text: the whole file.
        path: as msgspec names it, such as ``$.phase[1].line[3].pause``.

    Returns:
        The line of the nearest thing that stands in the file: the key itself, else the table
        it belongs to, else 1.
    """
    wanted = re.sub(r"^\$\.?", "", path).replace("[...]", "[0]")
    places = _places(text)
    while wanted:
        if wanted in places:
            return places[wanted]
        wanted = (
            re.sub(r"(\.[^.\[\]]+|\[\d+\])$", "", wanted) if re.search(r"[.\[]", wanted) else ""
        )
    return 1


def _places(text: str) -> dict[str, int]:
    """Each table and key of the file with its line; values over several lines are passed over."""
    places: dict[str, int] = {}
    counts: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), start=1):
        header = _HEADER.match(line)
        if header:
            table = _enter(header[2].replace('"', ""), counts, repeated=header[1] == "[[")
            places.setdefault(table, number)
            continue
        key = _KEY.match(line)
        if key:
            places.setdefault(f"{table}.{key[1]}" if table else key[1], number)
    return places


def _enter(name: str, counts: dict[str, int], *, repeated: bool) -> str:
    """The path of a table header, with the index of every repeated table above it."""
    path = ""
    parts = name.split(".")
    for depth, part in enumerate(parts):
        path = f"{path}.{part}" if path else part
        if repeated and depth == len(parts) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = f"{path}[{counts[path]}]"
    return path
