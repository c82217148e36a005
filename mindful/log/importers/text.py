"""From a file to lines of text: which encoding it is in, told from all of its bytes."""

from __future__ import annotations

import codecs
import contextlib
import io
from collections.abc import Iterator
from typing import IO

from mindful.log.errors import LogTrouble

LONGEST_LINE = 1_000_000
"""Characters; no note comes near it."""
_PIECE = 1 << 20
_SAMPLE = 32 * 1024
"""Bytes that a guess is made from; more makes it slow and no better."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN = "cp1252"


def encoding_of(file: IO[bytes]) -> str:
    """The name of the encoding a text is in; the file stands at its beginning afterwards.

    A byte-order mark decides, then UTF-8 if all of it can be read so. What is left is guessed
    from the words; where Western Europe's code page is as likely as any, it is that.

    Raises:
        LogTrouble: ``import-binary``: it is no text.
    """
    head = file.read(4096)
    file.seek(0)
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    if b"\0" in head:
        return _wide(head)
    wrong = _first_not_utf8(file)
    if wrong is None:
        file.seek(0)
        return "utf-8"
    file.seek(max(0, wrong - _SAMPLE // 2))
    sample = file.read(_SAMPLE)
    file.seek(0)
    return _guessed(sample)


def lines_of(file: IO[bytes], encoding: str) -> Iterator[str]:
    """Lines without their ends; one beyond `LONGEST_LINE` is cut, and longer than that by one.

    What the encoding has no character for becomes U+FFFD.
    """
    text = io.TextIOWrapper(file, encoding=encoding, errors="replace")
    try:
        while line := text.readline(LONGEST_LINE + 1):
            yield line.removesuffix("\n")
            while len(line) > LONGEST_LINE and not line.endswith("\n"):
                line = text.readline(LONGEST_LINE + 1) or "\n"
    finally:
        with contextlib.suppress(ValueError):  # The file is another's, and may be closed already.
            text.detach()


def _wide(head: bytes) -> str:
    """UTF-16 without a mark: every other byte of Western text is zero."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > len(head) // 4 and even < len(head) // 64:
        return "utf-16-le"
    if even > len(head) // 4 and odd < len(head) // 64:
        return "utf-16-be"
    raise LogTrouble("import-binary")


def _first_not_utf8(file: IO[bytes]) -> int | None:
    """Where the first byte stands that is no UTF-8; None when there is none.

    Raises:
        LogTrouble: ``import-binary``: it has zero bytes, which no text has.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    before = 0
    while piece := file.read(_PIECE):
        if b"\0" in piece:
            raise LogTrouble("import-binary")
        try:
            decoder.decode(piece)
        except UnicodeDecodeError as error:
            return before + error.start
        before += len(piece)
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return before
    return None


def _guessed(sample: bytes) -> str:
    import charset_normalizer

    telling = b"\n".join(line for line in sample.splitlines() if not line.isascii())
    found = charset_normalizer.from_bytes(telling)
    best = found.best()
    if best is None:
        return _WESTERN if _is_mostly_letters(sample) else _refuse()
    as_likely = (
        each.chaos <= best.chaos and each.coherence >= best.coherence
        for each in found
        if _WESTERN in each.could_be_from_charset
    )
    return _WESTERN if any(as_likely) else best.encoding


def _is_mostly_letters(sample: bytes) -> bool:
    strange = sum(byte < 32 and byte not in b"\t\n\r" for byte in sample)
    return strange * 100 < len(sample)


def _refuse() -> str:
    raise LogTrouble("import-binary")
