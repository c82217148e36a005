from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindful.log.instants import milliseconds_of, offset_of, written

zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(
    datetime.fromisoformat("1970-01-03"), datetime.fromisoformat("2200-01-01"), timezones=zones
)


@given(moments, moments)
def test_text_sorts_as_time_in_any_zones(one: datetime, other: datetime) -> None:
    if milliseconds_of(one) // 1000 != milliseconds_of(other) // 1000:
        assert (written(one) < written(other)) == (one < other)


def test_a_moment_is_written_in_utc_with_milliseconds() -> None:
    moment = datetime(2026, 11, 23, 0, 30, tzinfo=timezone(timedelta(hours=2)))
    assert written(moment) == "2026-11-22T22:30:00.000Z"
    assert offset_of(moment) == 7200
    assert offset_of(moment.astimezone(UTC)) == 0


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        offset_of(datetime.fromisoformat("2026-11-23"))
