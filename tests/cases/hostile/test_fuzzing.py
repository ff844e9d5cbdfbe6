"""Documents whose names are words of generated code: the first of those that `make fuzz` tries more of."""

import pytest

from tests.cases.hostile.fuzzing import Fuzzing

DOCUMENTS, LOTS = 300, 12


@pytest.mark.parametrize("lot", range(LOTS))
def test_nothing_differs_but_names(lot: int) -> None:
    size = DOCUMENTS // LOTS
    with Fuzzing() as fuzzing:
        for seed in range(lot * size, (lot + 1) * size):
            fuzzing.try_document(seed)
