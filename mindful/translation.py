"""The one gettext catalogue, in the person's language."""

from __future__ import annotations

import gettext
from functools import lru_cache

from mindful.assets import asset


@lru_cache(maxsize=1)
def _catalogue() -> gettext.NullTranslations:
    return gettext.translation("mindful", localedir=asset("locale"), fallback=True)


def _(text: str) -> str:
    """`text` in the person's language."""
    return _catalogue().gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """`one` or `many` by `count`, in the person's language."""
    return _catalogue().ngettext(one, many, count)
