"""A local HTTP server that records requests and sends the responses that a test sets."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit


class RecordedRequest(NamedTuple):
    """One request as it arrived."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    @property
    def query(self) -> list[tuple[str, str]]:
        return parse_qsl(urlsplit(self.target).query, keep_blank_values=True)

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Response(NamedTuple):
    """One response; by default status 200 with an empty object."""

    status: int = 200
    body: bytes = b"{}"
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "application/json"),)


class Recorder:
    """Sends the responses of a list, in order; the last one again and again."""

    def __init__(self) -> None:
        self.requests: list[RecordedRequest] = []
        self.responses: list[Response] = [Response()]
        recorder = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def handle_any(self) -> None:
                length = int(self.headers.get("Content-Length", 0))
                recorder.requests.append(
                    RecordedRequest(self.command, self.path, dict(self.headers.items()), self.rfile.read(length))
                )
                response = recorder.responses[0] if len(recorder.responses) == 1 else recorder.responses.pop(0)
                self.send_response_only(response.status)  # no Date: a test that needs one sends its own
                for name, value in response.headers:
                    self.send_header(name, value)
                if response.status != 204:
                    self.send_header("Content-Length", str(len(response.body)))
                self.end_headers()
                if response.status != 204:
                    self.wfile.write(response.body)

            do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = handle_any  # noqa: N815

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.host = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def respond(self, *responses: Response | Any, status: int = 200, **headers: str) -> None:
        """Set the responses; a value that is not an :class:`Response` is sent as JSON."""
        self.responses = [
            one
            if isinstance(one, Response)
            else Response(status, json.dumps(one).encode(), (("Content-Type", "application/json"), *headers.items()))
            for one in responses
        ]

    def clear(self) -> None:
        self.requests.clear()
        self.responses = [Response()]

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
