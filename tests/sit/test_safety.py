"""The safety flow as a table: what is offered at which strength."""

from __future__ import annotations

import pytest

from mindful.sit.safety import (
    EARLY_MINUTES,
    EARLY_SITS,
    GENTLE_MINUTES,
    UNSAID,
    Care,
    Felt,
    Way,
    is_long,
    offered,
    suggested_minutes,
)

UP, DOWN = Felt(4, 5), Felt(5, 4)

SUGGESTED = {
    # minutes of the exercise, its least, few completed so far, asked for gentler: what is suggested
    (10, 5, True, False): 10,
    (20, 5, True, False): 20,
    (45, 5, True, False): EARLY_MINUTES,
    (45, 25, True, False): 25,
    (45, 5, False, False): 45,
    (10, 5, True, True): GENTLE_MINUTES,
    (45, 5, False, True): GENTLE_MINUTES,
    (10, 7, False, True): 7,
    (3, 3, False, True): 3,
}
LONG = {
    # minutes, feeling sits completed: whether that is longer than is suggested
    (20, 0): False,
    (21, 0): True,
    (90, EARLY_SITS - 1): True,
    (90, EARLY_SITS): False,
}

BEFORE = {None: Care.NONE, 0: Care.NONE, 7: Care.NONE, 8: Care.STRONG, 10: Care.STRONG}

AFTER = {
    # this sit, the last one that says both: what is called for
    (Felt(6, None), UP): Care.NONE,
    (Felt(6, 4), UP): Care.NONE,
    (Felt(6, 6), UP): Care.NONE,
    (Felt(None, 7), UP): Care.NONE,
    (Felt(0, 1), UNSAID): Care.RISEN,
    (Felt(6, 7), UNSAID): Care.RISEN,
    (Felt(6, 7), DOWN): Care.RISEN,
    (Felt(0, 2), UNSAID): Care.HARD,
    (Felt(4, 6), DOWN): Care.HARD,
    (Felt(7, 8), UNSAID): Care.HARD,
    (Felt(9, 8), UP): Care.HARD,
    (Felt(8, 8), UNSAID): Care.HARD,
    (Felt(None, 8), UNSAID): Care.HARD,
    (Felt(6, 7), UP): Care.REST,
    (Felt(4, 9), UP): Care.REST,
    (Felt(6, 7), Felt(0, 10)): Care.REST,
}

WAYS = {
    Care.RISEN: {Way.MINUTE},
    Care.HARD: {Way.GROUND, Way.PERSON, Way.HELP},
    Care.REST: {Way.WALK, Way.GROUND, Way.PERSON},
}
"""What has to be among the ways after a sit."""


@pytest.mark.parametrize("row", SUGGESTED, ids=str)
def test_the_length_that_is_suggested(row: tuple[int, int, bool, bool]) -> None:
    minutes, least, early, gentler = row
    assert suggested_minutes(minutes, least, early=early, gentler=gentler) == SUGGESTED[row]


@pytest.mark.parametrize("row", LONG, ids=str)
def test_what_is_long_so_early(row: tuple[int, int]) -> None:
    assert is_long(*row) is LONG[row]


@pytest.mark.parametrize("strength", BEFORE)
def test_before_a_sit(strength: int | None) -> None:
    offer = offered(Felt(strength), over=False)
    assert offer.care is BEFORE[strength]
    strong = offer.care is Care.STRONG
    assert offer.ways == ((Way.GROUND, Way.HELP, Way.KINDNESS) if strong else ())
    assert offer.minutes == (GENTLE_MINUTES if strong else None)


@pytest.mark.parametrize("felt", AFTER, ids=str)
def test_after_a_sit(felt: tuple[Felt, Felt]) -> None:
    offer = offered(*felt, over=True)
    assert offer.care is AFTER[felt]
    assert set(offer.ways) >= WAYS.get(offer.care, set())
    assert offer.minutes is None


def test_whatever_was_felt_a_person_and_grounding_are_offered_afterwards() -> None:
    said = (None, *range(11))
    for this in (Felt(before, after) for before in said for after in said):
        for last in (UNSAID, UP, DOWN):
            ways = offered(this, last, over=True).ways
            assert Way.PERSON in ways
            assert {Way.GROUND, Way.MINUTE} & set(ways)
