# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: TTL."""

from typing import TypeAlias

TTL: TypeAlias = str | float
"""How long a run may wait: it leaves the queue for good if it has not started by then. A text such
as `1h`, `1m` or `1h42m`, or seconds as a number (1 at least).
"""
