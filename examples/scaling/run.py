"""All of it on one machine, without an account: Redis, the sandbox, three workers, and the newsletter.

python examples/scaling/run.py                       20,000 recipients
python examples/scaling/run.py 200000 --disturb      kill a worker and restart Redis in the middle

It needs redis-server (apt install redis-server) and: pip install '.[sandbox,celery]'
"""

import argparse
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import ExitStack, closing, suppress
from pathlib import Path

from smscx_client.sandbox import Request, Response, Sandbox, Settings
from smscx_client.sandbox.serving.server import Server

HERE = Path(__file__).parent
WORKERS = 3


class WatchedSandbox(Sandbox):
    """A sandbox that signals how many sends it has carried out."""

    sends = 0
    reached: "dict[int, threading.Event]"

    def begin(self, request: Request) -> Response:
        response = super().begin(request)
        if request.path == "/sms" and response.status == 200:
            self.sends += 1
            if self.sends in self.reached:
                self.reached[self.sends].set()
        return response


def free_port() -> int:
    """Return a free port that Linux gives to no other program by itself: those start at 32768."""
    while True:
        with closing(socket.socket()) as trial, suppress(OSError):
            port = random.randrange(20_000, 32_000)
            trial.bind(("127.0.0.1", port))
            return port


def start_redis(port: int, folder: str) -> "subprocess.Popen[str]":
    command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--dir", folder, "--appendonly", "yes"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    if not any("Ready to accept connections" in line for line in process.stdout):
        sys.exit("redis-server did not start")
    return process


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("recipients", type=int, nargs="?", default=20_000)
    parser.add_argument("--disturb", action="store_true", help="kill a worker and restart Redis in the middle")
    options = parser.parse_args()
    if shutil.which("redis-server") is None:
        sys.exit("this needs redis-server: apt install redis-server")

    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        sandbox = stack.enter_context(closing(WatchedSandbox(Settings(balance="1000000"))))
        server = stack.enter_context(Server(sandbox))
        port = free_port()
        redis = [start_redis(port, folder)]
        stack.callback(lambda: redis[-1].wait())  # it needs its folder until it has ended
        stack.callback(lambda: redis[-1].terminate())
        environment = {
            **os.environ,
            "REDIS_URL": f"redis://127.0.0.1:{port}/0",
            "SMSCX_HOST": server.url,
            "SMSCX_API_KEY": "sandbox-key",
            "PYTHONPATH": str(HERE),
        }
        workers = []
        for number in range(WORKERS):
            command = [sys.executable, "-m", "celery", "-A", "jobs", "worker", "--pool=solo", "--loglevel=ERROR"]
            log = stack.enter_context((Path(folder) / f"worker{number}.log").open("wb"))
            command.append(f"--hostname=worker{number}@localhost")
            workers.append(subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log))
            stack.callback(workers[-1].wait)
            stack.callback(workers[-1].kill)

        batches = -(-options.recipients // 5_000)
        sandbox.reached = {max(1, batches // 3): threading.Event(), max(1, batches * 2 // 3): threading.Event()}
        if options.disturb:
            threading.Thread(target=disturb, args=(sandbox, workers[0], redis, port, folder), daemon=True).start()
        started = time.perf_counter()
        newsletter = [sys.executable, str(HERE / "newsletter.py"), str(options.recipients)]
        subprocess.run(newsletter, cwd=folder, env=environment, check=True)
        seconds = time.perf_counter() - started

        received = Counter(row["recipient"] for row in sandbox.messages())
        print(f"{len(received):,} recipients got {sum(received.values()):,} messages")
        print(f"{options.recipients / seconds:,.0f} recipients per second", file=sys.stderr)


def disturb(
    sandbox: WatchedSandbox,
    worker: "subprocess.Popen[bytes]",
    redis: "list[subprocess.Popen[str]]",
    port: int,
    folder: str,
) -> None:
    killed, restarted = sandbox.reached.values()
    killed.wait()
    worker.send_signal(signal.SIGKILL)
    print("killed a worker", file=sys.stderr)
    restarted.wait()
    redis[-1].terminate()
    redis[-1].wait()
    redis.append(start_redis(port, folder))
    print("restarted Redis", file=sys.stderr)


if __name__ == "__main__":
    main()
