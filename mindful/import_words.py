"""Words for what other apps' files hold, and why a line of one cannot be read."""

from __future__ import annotations

from mindful.translation import _


def format_names() -> dict[str, str]:
    """Names of the formats that can be brought in, by id."""
    return {
        "insight-timer": _("Insight Timer"),
        "meditate": _("Meditate"),
        "meditation-assistant": _("Meditation Assistant"),
        "brethap": _("brethap"),
        "daylio": _("Daylio"),
        "apple-health": _("Apple Health"),
        "breathe-cli": _("breathe-cli"),
        "meditation": _("meditation"),
        "mindful-csv": _("Mindful, as a table (CSV)"),
        "mindful-json": _("Mindful, everything (JSON)"),
        "mindful-log": _("Another Mindful’s log"),
    }


def line_reasons() -> dict[str, str]:
    """Why a line cannot be read, by the code of a `BadLine`."""
    return {
        "cells-missing": _("something is missing"),
        "date-early": _("the date is before 1980"),
        "date-late": _("the date is in the future"),
        "date-unreadable": _("the date or time can’t be read"),
        "length-endless": _("it’s longer than a day"),
        "length-negative": _("it ends before it begins"),
        "length-nothing": _("it has no length"),
        "length-unreadable": _("the length can’t be read"),
        "line-endless": _("the line is too long"),
        "quotes-open": _("a quotation mark has no partner"),
        "record-broken": _("it isn’t a record as Mindful keeps it"),
        "text-endless": _("the text is too long"),
        "words-unusable": _("a word or a number in it can’t be kept"),
    }
