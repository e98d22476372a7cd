"""`smscx webhooks listen`: print the callbacks of the API as they arrive."""

import os
import secrets
import sys
import time
from socketserver import ThreadingMixIn
from threading import Lock, Thread
from typing import TYPE_CHECKING, Annotated, Any, Optional
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import typer

from smscx_client.cli import output
from smscx_client.cli.exit_codes import CommandError, ExitCode
from smscx_client.cli.options import Json
from smscx_client.cli.shell import Shell, shell_of

if TYPE_CHECKING:
    from smscx_client.webhooks import Event

__all__ = ["register"]

group = typer.Typer(name="webhooks", help="Callbacks of the API.", no_args_is_help=True)

_VARIABLE = "SMSCX_WEBHOOK_TOKEN"
#: Seconds that the end of the command waits for replies.
_PATIENCE = 2.0


@group.command()
def listen(
    context: typer.Context,
    port: Annotated[
        int, typer.Option("--port", metavar="N", min=0, max=65535, help="The port to listen on; 0 for a free one.")
    ] = 8026,
    host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "127.0.0.1",
    public_url: Annotated[
        Optional[str],
        typer.Option(
            "--public-url",
            metavar="URL",
            help="The address at which the API reaches this machine, such as that of a tunnel.",
        ),
    ] = None,
    count: Annotated[
        Optional[int], typer.Option("--count", metavar="N", min=1, help="Stop after this many events.")
    ] = None,
    json: Json = False,
) -> None:
    """Listen for callbacks and print each event once, until Ctrl-C. With --json, each event is one line.

    The URL to give to the API is printed first, on stderr. It has a token, which is new each time unless
    SMSCX_WEBHOOK_TOKEN is set.
    """
    from smscx_client.webhooks import Event, Receiver

    shell = shell_of(context, json)
    receiver = Receiver(token=os.environ.get(_VARIABLE) or secrets.token_urlsafe())
    printer = _Printer(shell, count)
    receiver.on(Event)(printer)
    with _server(host, port, receiver.wsgi) as server:
        printer.server = server
        url = public_url or f"http://{host}:{server.server_port}/"
        shell.note(f"listening; the callback URL is {receiver.url(url)}")
        server.serve_forever(poll_interval=0.1)


class _Printer:
    """Prints events, and stops the server after the last one."""

    def __init__(self, shell: Shell, count: Optional[int]):
        self.shell = shell
        self.left = count
        self.server: Optional[WSGIServer] = None
        self._lock = Lock()

    def __call__(self, event: "Event") -> None:
        with self._lock:
            if self.left == 0:
                return
            self._print(event)
            if self.left is not None:
                self.left -= 1
                if self.left == 0 and self.server is not None:
                    Thread(target=self.server.shutdown, daemon=True).start()  # it waits for the loop that calls us

    def _print(self, event: "Event") -> None:
        data = event.to_dict(wire=True)
        if self.shell.json:
            output.print_json({"event": event.event, "class": type(event).__name__, "data": data}, indent=None)
        else:
            at = event.at.strftime("%Y-%m-%d %H:%M:%S") if event.at else "no time"
            fields = "  ".join(
                f"{name}={output.printable(one)}" for name, one in output.flat(data).items() if one is not None
            )
            print(f"{at}  {type(event).__name__}  {fields}", flush=True)


class _Server(ThreadingMixIn, WSGIServer):
    """Serves each request in a thread. Its end waits for replies that are on their way, but not for slow senders."""

    daemon_threads = True

    def __init__(self, *args: Any, **kwargs: Any):
        self._replies: list[Thread] = []  # before the next line, which closes the server if it fails
        super().__init__(*args, **kwargs)

    def process_request(self, request: Any, client_address: Any) -> None:
        self._replies = [thread for thread in self._replies if thread.is_alive()]
        thread = Thread(target=self.process_request_thread, args=(request, client_address), daemon=True)
        self._replies.append(thread)
        thread.start()

    def server_close(self) -> None:
        super().server_close()
        deadline = time.monotonic() + _PATIENCE
        for thread in self._replies:
            thread.join(max(0.0, deadline - time.monotonic()))

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Print nothing for a sender that goes away."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


class _Quiet(WSGIRequestHandler):
    timeout = 10

    def get_environ(self) -> dict[str, Any]:
        """The environment of a request. A missing type of the body stays missing, instead of being plain text."""
        environ = super().get_environ()
        return environ if self.headers.get("content-type") else {**environ, "CONTENT_TYPE": ""}

    def log_message(self, format: str, *args: Any) -> None:
        """Log nothing: the URL has the token."""


def _server(host: str, port: int, application: Any) -> WSGIServer:
    try:
        return make_server(host, port, application, server_class=_Server, handler_class=_Quiet)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CommandError(
            f"cannot listen on {host}:{port}: {reason}; choose another --port", ExitCode.REFUSED
        ) from None


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.add_typer(group)
