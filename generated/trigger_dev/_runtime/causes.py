# Copied from templates/_runtime/causes.py. DO NOT EDIT: it is made anew.
"""What an exception came from, within the call that raised it."""

from collections.abc import Iterator


def causes_of(fault: BaseException, handled: BaseException | None) -> Iterator[BaseException]:
    """Give a fault and what it came from.

    Args:
        fault: what was raised.
        handled: what was being handled when the call began: the context of all that it raises.
    """
    cause: BaseException | None = fault
    while cause is not None and cause is not handled:
        yield cause
        cause = cause.__cause__ or cause.__context__
