# Copied from templates/_runtime/tls.py. DO NOT EDIT: it is made anew.
"""The TLS settings that all clients share."""

import ssl
from functools import cache

import httpx2


@cache
def ssl_context() -> ssl.SSLContext:
    """Return the HTTP library's TLS settings. Made once: reading the trusted certificates takes 17 ms."""
    return httpx2.create_ssl_context()


def refusal(cause: BaseException) -> str:
    """Return what is wrong with a server's certificate, where that is the cause of a fault; else nothing."""
    # A class of aiohttp says that it is one, too, but not what is wrong.
    if isinstance(cause, ssl.SSLCertVerificationError) and hasattr(cause, "verify_message"):
        return f"the server's certificate is refused: {cause.verify_message}"
    return ""
