"""Response bodies: decompression, size limits, and what to do when a body cannot be read."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import urllib3
from urllib3.exceptions import DecodeError, ProtocolError

from smscx_client._transport.failures import TRANSPORT_ERRORS, connection_failure

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LARGEST_BODY", "iter_body", "receive"]

#: Bytes: the largest body that is read into memory. Exports are streamed into files and have no limit.
LARGEST_BODY = 256 << 20
#: Bytes per read of a body of unknown length.
CHUNK = 1 << 16
#: Bytes per read of a compressed body. urllib3 1.26 decompresses a whole chunk, to up to a thousand times its size.
COMPRESSED_CHUNK = 1 << 13
#: The encodings that are supported. Others, and combinations, could decompress to any size.
ENCODINGS = ("", "identity", "gzip", "deflate")


def receive(response: urllib3.BaseHTTPResponse, *, preload: bool) -> urllib3.BaseHTTPResponse:
    """Return ``response``, with its body read into ``response.data`` if ``preload``.

    The body of an error response is always read. If it cannot be read, it is empty: the status is enough.

    :raises ApiConnectionException: the body cannot be read.
    """
    if not isinstance(response, urllib3.HTTPResponse):
        response = _replayed(response)
    try:
        if not 200 <= response.status <= 299:
            return _error_response(response)
        if preload:
            _read(response)
    except TRANSPORT_ERRORS as error:
        response.close()
        raise connection_failure(error) from error
    return response


def _replayed(response: Any) -> urllib3.HTTPResponse:
    """Return the response of a library that replays recorded responses, such as vcrpy, as one of urllib3."""
    return urllib3.HTTPResponse(
        io.BytesIO(response.read()),
        headers=dict(response.headers.items()),
        status=response.status,
        reason=response.reason,
        preload_content=False,
    )


def iter_body(response: urllib3.BaseHTTPResponse) -> Iterator[bytes]:
    """Yield the decompressed body in chunks.

    :raises urllib3.exceptions.HTTPError: the body is incomplete or cannot be decompressed.
    """
    encoding = response.headers.get("Content-Encoding", "").lower()  # as urllib3 reads it
    if encoding not in ENCODINGS:
        raise DecodeError(f"the response has the Content-Encoding {encoding}, which this client does not support")
    yield from response.stream(COMPRESSED_CHUNK if encoding else CHUNK, decode_content=True)
    decompressor = getattr(getattr(response, "_decoder", None), "_obj", None)
    if decompressor is not None and not decompressor.eof and response.status != 204:  # urllib3 accepts the part
        raise DecodeError("the compressed response is incomplete")


def _read(response: urllib3.BaseHTTPResponse) -> None:
    """Read the body into ``response.data`` and return the connection to the pool.

    The size of a body is checked while it is read unless its length is known: a few compressed kilobytes may become
    gigabytes.
    """
    length, headers = response.length_remaining, response.headers
    if (
        length is not None  # urllib3 sets None for a chunked body, whatever its Content-Length
        and length <= LARGEST_BODY
        and headers.get("Content-Length") == str(length)
        and "Content-Encoding" not in headers
    ):
        response.read(cache_content=True)
        return
    chunks, size = [], 0
    for chunk in iter_body(response):
        size += len(chunk)
        if size > LARGEST_BODY:
            raise DecodeError(f"the response is larger than {LARGEST_BODY >> 20} MiB")
        chunks.append(chunk)
    response._body = b"".join(chunks)  # type: ignore[attr-defined]
    response.release_conn()


def _error_response(response: urllib3.BaseHTTPResponse) -> urllib3.BaseHTTPResponse:
    """Return a response without success status, with its body if that can be read."""
    if response.status < 200:
        raise ProtocolError(f"the server sent the interim status {response.status} and no final response")
    try:
        _read(response)
    except TRANSPORT_ERRORS:
        response.close()
        return urllib3.HTTPResponse(headers=response.headers, status=response.status, reason=response.reason)
    return response
