from __future__ import annotations

from mindful.log.script import statements

TRIGGER = """CREATE TRIGGER kept AFTER INSERT ON sits BEGIN
    UPDATE sits SET note = 'one; two'; -- and; so on
END;"""


def test_a_semicolon_within_a_statement_does_not_end_it() -> None:
    script = f"\n-- First; then\nDROP TABLE old;\n{TRIGGER}\nDELETE FROM sits;\n"
    assert list(statements(script)) == [
        "-- First; then\nDROP TABLE old;",
        TRIGGER,
        "DELETE FROM sits;",
    ]


def test_nothing_but_air_is_no_statement() -> None:
    assert list(statements("\n")) == []
