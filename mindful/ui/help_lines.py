"""Reads the people to reach from the file that ships with Mindful."""

from __future__ import annotations

import datetime
import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Line:
    """Numbers of a country.

    Attributes:
        region: ISO 3166 code of the country.
        country: its name, in English.
        numbers: as dialled there.
        emergency: the number that brings an ambulance there.
        note: a limit, such as a language; empty for none.
    """

    region: str
    country: str
    numbers: tuple[str, ...]
    emergency: str
    note: str = ""


@dataclass(frozen=True)
class Directory:
    """A list of people to reach, on the web."""

    name: str
    address: str
    about: str


@dataclass(frozen=True)
class HelpLines:
    """The whole file: when it was checked, numbers by country, directories."""

    checked_on: datetime.date
    lines: tuple[Line, ...]
    directories: tuple[Directory, ...]

    def at(self, region: str) -> Line | None:
        """The line of this country, where it is listed."""
        return next((line for line in self.lines if line.region == region), None)

    def for_region(self, region: str) -> tuple[Line, ...]:
        """The lines with this country's first, the others in their order."""
        return tuple(sorted(self.lines, key=lambda line: line.region != region))


def read_help_lines(path: Path) -> HelpLines:
    """Reads ``lines.toml``, which ships with Mindful and so is sound."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    lines = (
        Line(
            row["region"],
            row["country"],
            tuple(row["numbers"]),
            row["emergency"],
            row.get("note", ""),
        )
        for row in table["line"]
    )
    return HelpLines(
        checked_on=table["checked_on"],
        lines=tuple(lines),
        directories=tuple(Directory(**row) for row in table["directory"]),
    )
