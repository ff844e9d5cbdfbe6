# Rendered from templates/_runtime/__init__.py.jinja. DO NOT EDIT: it is made anew.
"""What every generated client runs on: plain functions over data, and nothing that waits."""

import sys

from pydantic import VERSION

_PACKAGE = __name__.rpartition(".")[0]

# With older ones calls fail after they were sent, or a value is written otherwise, and nobody is told.
if sys.version_info < (3, 11):
    raise ImportError(
        f"{_PACKAGE} needs Python 3.11 or later, and this is {sys.version.split()[0]}"
    )
if tuple(map(int, VERSION.split(".")[:2])) < (2, 14):
    raise ImportError(
        f"{_PACKAGE} needs pydantic 2.14 or later, and this is {VERSION}: "
        "pip install 'pydantic>=2.14,<3'"
    )
