# Copied from templates/_runtime/tls.py. DO NOT EDIT: it is made anew.
"""The TLS settings that all clients share."""

import ssl
from functools import cache

import httpx2


@cache
def ssl_context() -> ssl.SSLContext:
    """Return the HTTP library's TLS settings. Made once: reading the trusted certificates takes 17 ms."""
    return httpx2.create_ssl_context()
