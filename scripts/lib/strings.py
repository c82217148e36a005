"""What `scripts/strings` runs: every string for people, gathered into the template of catalogues.

Places are named by file and not by line, so that the template changes only when words do.
"""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from mindful.exercises.feelings import load_vocabulary

ROOT = Path(__file__).parents[2]
TEMPLATE = ROOT / "assets" / "locale" / "mindful.pot"

HEAD = """\
# Every string of Mindful that a person reads, for translators. Made by scripts/strings.
msgid ""
msgstr ""
"Project-Id-Version: mindful\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""

FROM_VOCABULARY = {"mindful/ui/steering/checkin.py"}
"""Where words of the vocabulary are handed to gettext, not strings that stand there."""

Message = tuple[str, ...]
"""A string, or the forms for one and for many."""


def template() -> str:
    """The template as it is to be now."""
    places: dict[Message, list[str]] = defaultdict(list)
    for word in vocabulary_words():
        places[(word,)].append("assets/feelings.toml")
    for path in sorted((ROOT / "mindful").rglob("*.py")):
        place = path.relative_to(ROOT).as_posix()
        for message in messages(path.read_text(encoding="utf-8"), place):
            if place not in places[message]:
                places[message].append(place)
    entries = (_entry(message, places[message]) for message in sorted(places))
    return "\n".join((HEAD, *entries))


def vocabulary_words() -> list[str]:
    """The words for feelings and places, as the check-in shows them."""
    vocabulary = load_vocabulary(ROOT / "assets" / "feelings.toml")
    feelings = {feeling.adjective for feeling in vocabulary.feeling}
    return sorted(feelings | {place.name for place in vocabulary.place})


def messages(source: str, place: str) -> Iterator[Message]:
    """The strings that a file has translated.

    Raises:
        SystemExit: something else than a string is handed to gettext, which nobody can translate.
    """
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        forms = {"_": 1, "ngettext": 2}.get(node.func.id, 0)
        found = tuple(
            part.value
            for part in node.args[:forms]
            if isinstance(part, ast.Constant) and isinstance(part.value, str)
        )
        if len(found) != forms and place not in FROM_VOCABULARY:
            sys.exit(f"{place}:{node.lineno}: gettext is given something else than a string")
        if forms and len(found) == forms:
            yield found


def _entry(message: Message, places: list[str]) -> str:
    lines = [f"#: {place}" for place in places]
    if any("{" in form for form in message):
        lines.append("#, python-brace-format")
    lines.append(f"msgid {_quoted(message[0])}")
    if len(message) == 1:
        lines.append('msgstr ""')
    else:
        lines += [f"msgid_plural {_quoted(message[1])}", 'msgstr[0] ""', 'msgstr[1] ""']
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


if __name__ == "__main__":
    TEMPLATE.parent.mkdir(exist_ok=True)
    TEMPLATE.write_text(template(), encoding="utf-8")
