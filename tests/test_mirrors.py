"""Facts that stand both in the generator and in the runtime: they say the same."""

from hypothesis import example, given
from hypothesis import strategies as st
from trigger_dev import errors
from trigger_dev._runtime import errors as runtime
from trigger_dev._runtime import model

from generator.python.operations import documentation
from generator.python.package import public
from generator.python.types.models import camel


def test_the_errors_that_docstrings_tell_are_those_that_are_raised() -> None:
    assert {int(status): name for status, name in documentation.ERRORS.items()} == {
        status: error.__name__ for status, error in runtime._BY_STATUS.items()
    }


def test_the_errors_that_a_package_exports_are_those_that_there_are() -> None:
    assert list(public.ERRORS) == errors.__all__
    assert set(errors.__all__) == {
        name
        for name, value in vars(runtime).items()
        if isinstance(value, type) and issubclass(value, Exception)
    }


@given(st.text(st.sampled_from("ab_Z09é"), max_size=12) | st.text())
@example("")
@example("__")
@example("created__at_")
def test_wire_names_are_derived_alike(name: str) -> None:
    assert camel(name) == model.camel(name)
