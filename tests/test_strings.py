"""Every string for people is in the one catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest

from mindful import translation
from scripts.lib.strings import TEMPLATE, messages, template


def test_the_template_is_fresh() -> None:
    assert TEMPLATE.read_text(encoding="utf-8") == template(), "run scripts/strings"


def test_strings_and_their_plurals_are_found() -> None:
    source = 'a = _("One " "sentence.")\nb = ngettext("{n} sit", "{n} sits", 2)\nc = other("no")'
    assert list(messages(source, "x.py")) == [("One sentence.",), ("{n} sit", "{n} sits")]


def test_what_nobody_can_translate_is_refused() -> None:
    with pytest.raises(SystemExit, match=r"x\.py:1"):
        list(messages("_(words)", "x.py"))


def test_a_language_is_read_from_its_catalogue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "mindful.mo").write_bytes(catalogue({"Begin": "Beginnen"}))
    monkeypatch.setenv("LANGUAGE", "de")
    monkeypatch.setattr(translation, "asset", lambda _name: tmp_path)
    translation._catalogue.cache_clear()
    assert (translation._("Begin"), translation._("Skip")) == ("Beginnen", "Skip")
    monkeypatch.undo()
    translation._catalogue.cache_clear()


def catalogue(words: dict[str, str]) -> bytes:
    """Words in gettext's binary form (the GNU gettext manual, "The Format of GNU MO Files")."""
    pairs = sorted({"": "Content-Type: text/plain; charset=UTF-8\n", **words}.items())
    texts = [text.encode() for text, _ in pairs], [text.encode() for _, text in pairs]
    at = 28 + 16 * len(pairs)
    tables, body = b"", b""
    for column in texts:
        for text in column:
            tables += len(text).to_bytes(4, "little") + (at + len(body)).to_bytes(4, "little")
            body += text + b"\0"
    head = (0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0)
    return b"".join(number.to_bytes(4, "little") for number in head) + tables + body
