# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: SpanDetailedSummaryDataLevel."""

from .._runtime.enums import OpenStrEnum


class SpanDetailedSummaryDataLevel(OpenStrEnum):
    """Log level."""

    TRACE = "TRACE"
    DEBUG = "DEBUG"
    LOG = "LOG"
    INFO = "INFO"
    WARN = "WARN"
    ERROR = "ERROR"
