# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: Delay."""

from typing import TypeAlias

Delay: TypeAlias = str
"""Time until the run may start, or the date to start at: a duration such as `60s`, `15m`, `1h`,
`30d` or `2w` (seconds, minutes, hours, days, weeks), or a date-time.
"""
