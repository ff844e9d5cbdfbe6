"""`python -m generator` is the program `oasmith`."""

import sys

# Of a checkout nobody else says so, and what fails first is a module that older ones lack.
if sys.version_info < (3, 11):  # noqa: UP036 - see above
    sys.exit(f"oasmith needs Python 3.11 or later, and this is {sys.version.split()[0]}")

from generator.cli import run

run()
