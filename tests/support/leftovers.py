"""What nobody closed, and who comes upon it."""

import gc
import warnings


def forget_leftovers() -> None:
    """Collect what was left open, as by event loops that ended: else another test comes upon it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()
