"""Numbers as words, for the sentences that are read slowly."""

from __future__ import annotations

from mindful.wording import _

LARGEST = 90
"""The longest sit; numbers beyond stand as figures."""


def number_words(number: int) -> str:
    """0 to 90 as a word, such as "twenty" or "forty-five"; others as figures."""
    if not 0 <= number <= LARGEST:
        return str(number)
    small = _small()
    if number < len(small):
        return small[number]
    tens, rest = _tens()[number // 10 - 2], number % 10
    return _("{tens}-{ones}").format(tens=tens, ones=small[rest]) if rest else tens


def listed(words: tuple[str, ...]) -> str:
    """Words joined as in a sentence: "anxious, sad and tender"."""
    if len(words) < 2:
        return "".join(words)
    return _("{first} and {last}").format(first=", ".join(words[:-1]), last=words[-1])


def _small() -> tuple[str, ...]:
    return (
        _("no"),
        _("one"),
        _("two"),
        _("three"),
        _("four"),
        _("five"),
        _("six"),
        _("seven"),
        _("eight"),
        _("nine"),
        _("ten"),
        _("eleven"),
        _("twelve"),
        _("thirteen"),
        _("fourteen"),
        _("fifteen"),
        _("sixteen"),
        _("seventeen"),
        _("eighteen"),
        _("nineteen"),
    )


def _tens() -> tuple[str, ...]:
    return (
        _("twenty"),
        _("thirty"),
        _("forty"),
        _("fifty"),
        _("sixty"),
        _("seventy"),
        _("eighty"),
        _("ninety"),
    )
