"""A port for a server that is another program, and so cannot take port 0 and say which port it got."""

from __future__ import annotations

import random
import socket
from contextlib import closing


def free_port() -> int:
    """Return a port of 127.0.0.1 that is free, and that the system gives to no other program by itself.

    Linux takes the ports of connections, and of servers that ask for port 0, from 32768 on.
    """
    while True:
        port = random.SystemRandom().randrange(20_000, 32_000)  # a seed of a test changes nothing
        with closing(socket.socket()) as trial:
            try:
                trial.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port
