"""Writes what is made from sources: the exercises' JSON Schema, docs/exercises.md, README's
list, and docs/schema.md from the steps of the log's schema.

.venv/bin/python scripts/lib/generate.py            # writes them
.venv/bin/python scripts/lib/generate.py --check    # names those that are stale, exit 1
"""

from __future__ import annotations

import inspect
import json
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

import msgspec  # noqa: E402 — after the path
import sqlite_utils  # noqa: E402

from mindful.exercises import model  # noqa: E402
from mindful.exercises.library import Library, load_library  # noqa: E402
from mindful.exercises.model import Exercise, Phase, PhaseKind  # noqa: E402
from mindful.log.schema import migrations  # noqa: E402

GROUPS = {
    "steady": "Steady",
    "here": "With what’s here",
    "kindness": "Kindness",
    "paper": "On paper",
    "breathing": "Breathing",
    "quiet": "Quiet",
}
ASKS = {
    "feeling": "a feeling",
    "place": "a place in the body",
    "name": "a name",
    "phrase": "a phrase of your own",
    "writing": "what you write",
}
KINDS = {PhaseKind.WRITE: "writing", PhaseKind.BREATH: "paced breath", PhaseKind.TIMER: "timer"}
BEGIN, END = "<!-- exercises: generated -->", "<!-- /exercises -->"
MADE = "<!-- Generated from assets/exercises by scripts/lib/generate.py; do not edit. -->"


def generated() -> dict[Path, str]:
    """Each generated file with what it should hold."""
    library = load_library(ROOT / "assets" / "exercises" / "en")
    if library.broken:
        raise SystemExit("\n".join(str(trouble) for trouble in library.broken))
    readme = ROOT / "README.md"
    return {
        ROOT / "assets" / "exercises" / "schema.json": schema(),
        ROOT / "docs" / "exercises.md": catalogue(library),
        ROOT / "docs" / "schema.md": log_schema(),
        readme: with_list(readme.read_text(encoding="utf-8"), library),
    }


# The log


LOG_HEAD = """<!-- Generated from mindful/log/schema.py by scripts/lib/generate.py; do not edit. -->
# What is in the log's file

An unlocked log is one plain SQLite file, `mindful.db` in the data folder; a locked one is the same
file encrypted by SQLCipher. Close Mindful, or open a copy (`mindful backup FILE`), and look at it
with any tool: `sqlite-utils rows FILE sits_readable`, or `datasette FILE`. Only read it: what other
programs write has no stamp, and is lost when two logs are merged.

Moments are UTC in ISO 8601, `utc_offset` is what the clock of the place was ahead by, in seconds.
Records that merging moves have a `uuid` or `key`, a stamp `hlc` of a hybrid logical clock
(milliseconds since 1970 times 65,536, and a counter), the `device` of the last edit, and
`deleted_at`: a deleted record stays as an empty row, so that the deletion can be carried to another
computer. The JSON of `mindful export` has the same records: `table`, `cells` by column, `parts` by
table.

Tables that begin with `_`, and those of the full-text index (`sit_words_…`, `entry_words_…`), are
SQLite's and sqlite-utils' own.
"""
SCHEMA_KINDS = {
    "view": "Views for people",
    "table": "Tables",
    "index": "Indexes",
    "trigger": "Triggers",
}
OWN = "NOT GLOB '_sqlite*' AND name NOT GLOB '*_words_*' AND name NOT GLOB 'sqlite_*'"


def log_schema() -> str:
    """docs/schema.md: every statement of a log that is brought up to date, with its comments."""
    db = sqlite_utils.Database(memory=True)
    migrations().apply(db)
    parts = [LOG_HEAD]
    for kind, title in SCHEMA_KINDS.items():
        parts.append(f"## {title}\n")
        found = db.execute(
            f"SELECT name, sql FROM sqlite_master WHERE type = ? AND name {OWN} "
            "AND sql IS NOT NULL ORDER BY rowid",
            [kind],
        )
        for name, sql in found:
            parts.append(f"### {name}\n\n```sql\n{sql};\n```\n")
    return "\n".join(parts)


# The schema


def schema() -> str:
    """The JSON Schema of an exercise file, told by the docstrings of the structs."""
    document: dict[str, Any] = msgspec.json.schema(Exercise)  # Any: a JSON document
    for name, table in document["$defs"].items():
        kind = getattr(model, name)
        paragraphs = (inspect.getdoc(kind) or "").split("\n\n")
        table["description"] = plain(paragraphs[0])
        if issubclass(kind, msgspec.Struct):
            told = dict(attributes(kind))
            for field in msgspec.structs.fields(kind):
                table["properties"][field.encode_name]["description"] = told[field.name]
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Mindful exercise"}
    return json.dumps(head | document, indent=1, ensure_ascii=False) + "\n"


def attributes(kind: type) -> Iterator[tuple[str, str]]:
    """What the docstring of a struct says of each of its fields."""
    _, _, section = (inspect.getdoc(kind) or "").partition("Attributes:\n")
    for entry in re.split(r"\n(?= {4}\w)", section.rstrip()):
        name, _, told = entry.strip().partition(": ")
        yield name, plain(told)


def plain(text: str) -> str:
    """A docstring's text on one line, without marks."""
    return " ".join(text.replace("`", "").split())


# Pages


def catalogue(library: Library) -> str:
    """docs/exercises.md."""
    count = len(library.exercises)
    what = f"{count} exercises, each at every whole minute of its range."
    parts = [f"{MADE}\n# The exercises\n\n{what}\n"]
    for group, exercises in groupby(library.exercises, key=lambda each: each.group):
        parts += [f"## {GROUPS[group]}\n", *map(entry, exercises)]
    return "\n".join(parts)


def entry(exercise: Exercise) -> str:
    """One exercise of the catalogue."""
    minutes = exercise.minutes
    span = f"{minutes.least} to {minutes.longest} minutes, {minutes.suggested} suggested"
    facts = [
        f"*{exercise.purpose}*",
        f"`{exercise.id}` · {span}{asked(exercise.asks)}",
        "Phases: " + " · ".join(map(phase, exercise.phase)),
    ]
    facts += [f"Caution: {exercise.caution}"] if exercise.caution else []
    facts += [f"Evidence: {exercise.evidence}"] if exercise.evidence else []
    return f"### {exercise.title}\n\n" + "\n\n".join(facts) + "\n"


def asked(asks: Iterable[str]) -> str:
    """What an exercise takes up, as half a sentence."""
    named = [ASKS[ask] for ask in asks]
    return f" · takes up {', '.join(named)}" if named else ""


def phase(each: Phase) -> str:
    """A phase with its share of the time."""
    kind = f", {KINDS[each.kind]}" if each.kind in KINDS else ""
    return f"{each.name} ({each.share:g} %{kind})"


def with_list(readme: str, library: Library) -> str:
    """README with the list of exercises between its two marks."""
    before, _, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    if not after:
        raise SystemExit(f"README.md has no {BEGIN} … {END}")
    groups = groupby(library.exercises, key=lambda each: each.group)
    rows = [
        f"- **{GROUPS[group]}**: {', '.join(each.title for each in exercises)}"
        for group, exercises in groups
    ]
    return f"{before}{BEGIN}\n" + "\n".join(rows) + f"\n{END}{after}"


def main(arguments: list[str]) -> int:
    """Write the files, or with ``--check`` name those that are stale."""
    stale = [
        path
        for path, text in generated().items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    for path in stale:
        if "--check" not in arguments:
            path.write_text(generated()[path], encoding="utf-8")
        print(path.relative_to(ROOT))
    return int("--check" in arguments and bool(stale))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
