import copy
import pickle

import pytest
from trigger_dev._runtime.unset import UNSET, Unset


def test_it_is_the_only_one_of_its_type():
    assert Unset() is UNSET


def test_it_is_falsy_and_not_none():
    assert not UNSET
    assert UNSET is not None


def test_it_prints_as_it_is_written():
    assert repr(UNSET) == "UNSET"


@pytest.mark.parametrize(
    "duplicate", [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))]
)
def test_copies_are_itself(duplicate):
    assert duplicate(UNSET) is UNSET
    assert duplicate({"a": [UNSET]})["a"][0] is UNSET


def test_it_has_no_attributes():
    with pytest.raises(AttributeError):
        UNSET.anything = 1
