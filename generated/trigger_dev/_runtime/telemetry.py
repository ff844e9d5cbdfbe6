# Copied from templates/_runtime/telemetry.py. DO NOT EDIT: it is made anew.
"""Spans of OpenTelemetry, by its conventions for HTTP clients, where `opentelemetry-api` is installed."""

from dataclasses import replace
from functools import cache
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit

from .messages import Headers, Request
from .responses import is_failure


@cache
def tracer_of(package: str) -> Any:
    """Return what makes spans; None where OpenTelemetry is not installed."""
    try:
        return import_module("opentelemetry.trace").get_tracer(package)
    except ImportError:
        return None


def start_span(tracer: Any, request: Request, number: int) -> Any:
    """Return the span of one try, begun.

    Args:
        tracer: what makes spans.
        request: what is sent.
        number: 0 for the first try.
    """
    url = urlsplit(request.place)
    attributes: dict[str, Any] = {
        "http.request.method": request.method,
        "url.full": request.place,  # without its query, where credentials may be
        "server.address": url.hostname or "",
        "server.port": url.port or (443 if url.scheme == "https" else 80),
    }
    if number:
        attributes["http.request.resend_count"] = number
    kind = import_module("opentelemetry.trace").SpanKind.CLIENT
    return tracer.start_span(request.method, kind=kind, attributes=attributes)


def carrying(request: Request, span: Any) -> Request:
    """Return a request with the headers that tell the server of its span."""
    headers: dict[str, str] = {}
    context = import_module("opentelemetry.trace").set_span_in_context(span)
    import_module("opentelemetry.propagate").inject(headers, context=context)
    return replace(request, headers=Headers({**headers, **request.headers})) if headers else request


def end_span(span: Any, outcome: Any) -> None:
    """End a span with what came of its request: a response, or an error."""
    trace = import_module("opentelemetry.trace")
    if isinstance(outcome, BaseException):
        span.set_attribute("error.type", type(outcome).__qualname__)
        span.set_status(trace.Status(trace.StatusCode.ERROR, type(outcome).__qualname__))
    else:
        span.set_attribute("http.response.status_code", outcome.status)
        if is_failure(outcome):
            span.set_attribute("error.type", str(outcome.status))
            span.set_status(trace.Status(trace.StatusCode.ERROR))
    span.end()
