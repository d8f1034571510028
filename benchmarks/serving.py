"""The app's server, started as `make run` does, for benchmarks and browser tests."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil

ROOT = Path(__file__).parent.parent
MB = 1_000_000


@dataclass
class Memory:
    """Samples the resident set of a process until stopped; megabytes."""

    process: psutil.Process
    samples_mb: list[float] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)

    def watch(self) -> None:
        """Sample until stopped or the process is gone."""
        with contextlib.suppress(psutil.NoSuchProcess):
            while not self.stopped.wait(0.05):
                self.samples_mb.append(self.process.memory_info().rss / MB)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def server(
    limit_mb: int | None = None,
    cores: int | None = None,
    case: Path | None = None,
    script: str = "app.py",
    *,
    edit: bool = False,
) -> Iterator[tuple[str, Memory]]:
    """Start the app, or another script, on a case, and stop it at the end; `edit` lets its pages change the case.

    Yields its address and its memory watch.
    """
    port = free_port()

    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        script,
        "--server.port",
        str(port),
        "--server.headless",
        "true",
    ]
    environment = os.environ | ({"SALIENT_CASE": str(case)} if case else {}) | {"SALIENT_EDIT": "1" if edit else ""}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    confine(psutil.Process(process.pid), limit_mb, cores)
    memory = Memory(psutil.Process(process.pid))
    threading.Thread(target=memory.watch, daemon=True).start()
    try:
        wait_for(f"http://127.0.0.1:{port}/_stcore/health")
        yield f"http://127.0.0.1:{port}/", memory
    finally:
        memory.stopped.set()
        process.terminate()
        process.wait(timeout=20)


def confine(process: psutil.Process, limit_mb: int | None, cores: int | None) -> None:
    """Hold a process that has just started to so much data memory (more raises MemoryError) and so many cores."""
    if cores:
        process.cpu_affinity(sorted(process.cpu_affinity() or [])[:cores])
    if limit_mb:
        process.rlimit(psutil.RLIMIT_DATA, (limit_mb * MB, limit_mb * MB))


def wait_for(address: str, seconds: float = 60) -> None:
    """Wait until the server answers."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            urllib.request.urlopen(address, timeout=2).read()  # noqa: S310 - our own server, by http
            return
        time.sleep(0.1)
    raise TimeoutError(f"the server did not answer at {address} within {seconds:g} s")
