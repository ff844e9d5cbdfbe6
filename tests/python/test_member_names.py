"""Names of members of enums that the document does not name."""

import pytest

from generator.python.identifiers import constant
from generator.python.types.members import member_names


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["a", "b-c"], ["A", "B_C"]),
        ([-1, 2], ["MINUS_1", "VALUE_2"]),
        (["created_at", "-created_at"], ["CREATED_AT", "MINUS_CREATED_AT"]),
        # Signs are said where they tell values apart that begin with the same.
        (["UTC+2", "UTC-2", "UTC"], ["UTC_PLUS_2", "UTC_MINUS_2", "UTC"]),
        (["A", "A+", "A-"], ["A", "A_PLUS", "A_MINUS"]),
        (["c", "c++", "c#"], ["C", "C_PLUS_PLUS", "C_HASH"]),
        (["votes-+1", "votes--1"], ["VOTES_PLUS_1", "VOTES_MINUS_1"]),
        (["UTC+2", "UTC-3"], ["UTC_PLUS_2", "UTC_MINUS_3"]),
        # And nowhere else.
        (["a+b", "up-4", "up-5"], ["A_B", "UP_4", "UP_5"]),
        (["+1", "-1"], ["PLUS_1", "MINUS_1"]),
        (["a-1", "a.1"], ["A_1", "A_1"]),
    ],
)
def test_members(values: list[object], expected: list[str]) -> None:
    assert [*map(constant, member_names(values))] == expected
