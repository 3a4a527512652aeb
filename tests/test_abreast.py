"""Many files at once: the same results in the same order as one by one, whatever happens to a process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from drafter.abreast import FEW, TOGETHER, each
from tests.conftest import ROOT

MANY = [Path(f"letter-{n}") for n in range(FEW + 2 * TOGETHER)]


def name_of(path: Path) -> str:
    """Work: the name, but the process ends where the name says so."""
    if "deadly" in path.name:
        os._exit(9)
    return path.name


def crashed(path: Path) -> str:
    return f"{path.name} crashed"


def process_of(path: Path) -> int:
    return os.getpid()


def no_process(path: Path) -> int:
    return 0


def slow(path: Path) -> str:
    time.sleep(0.2)
    return path.name


def refuse(path: Path) -> str:
    raise ValueError(path.name)


@pytest.mark.parametrize("count", [0, 1, FEW, len(MANY)])
@pytest.mark.parametrize("processes", [1, 2])
def test_results_come_in_the_order_of_the_files(count: int, processes: int) -> None:
    assert list(each(name_of, crashed, MANY[:count], processes)) == [p.name for p in MANY[:count]]


def test_few_files_are_read_in_this_process_and_many_in_others() -> None:
    assert set(each(process_of, no_process, MANY[: FEW - 1], 2)) == {os.getpid()}
    assert os.getpid() not in set(each(process_of, no_process, MANY, 2))


@pytest.mark.parametrize("places", [[0], [FEW + 3, FEW + 4], [len(MANY) - 1]])
def test_a_file_that_ends_its_process_is_one_result_and_stops_no_other(places: list[int]) -> None:
    paths = [Path(f"{p.name}-deadly") if n in places else p for n, p in enumerate(MANY)]
    expected = [f"{p.name} crashed" if n in places else p.name for n, p in enumerate(paths)]
    assert list(each(name_of, crashed, paths, 2)) == expected


def test_what_the_work_raises_is_raised() -> None:
    with pytest.raises(ValueError, match="letter-0"):
        list(each(refuse, crashed, MANY, 2))


def test_one_who_stops_listening_leaves_no_work_behind() -> None:
    started = time.monotonic()
    results = each(slow, crashed, MANY, 2)
    assert next(results) == "letter-0"
    results.close()
    assert time.monotonic() - started < 0.1 * len(MANY) * 2


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc").exists(), reason="processes are looked up in /proc")
@pytest.mark.parametrize("way", [signal.SIGINT, signal.SIGKILL])
def test_an_interrupt_or_a_kill_leaves_no_process_behind(way: signal.Signals) -> None:
    code = (
        "from tests.test_abreast import *\n"
        "if __name__ == '__main__':\n"
        "    for name in each(pid_slowly, no_process, MANY, 2): print(name, flush=True)\n"
    )
    command = [sys.executable, "-c", code]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, cwd=ROOT, text=True, **pipes) as parent:  # type: ignore[call-overload]
        worker = int(parent.stdout.readline())
        parent.send_signal(way)
        parent.wait(20)
    ended = time.monotonic() + 20
    while Path(f"/proc/{worker}").exists() and time.monotonic() < ended:
        time.sleep(0.05)
    assert not Path(f"/proc/{worker}").exists()


def pid_slowly(path: Path) -> int:
    time.sleep(0.1)
    return os.getpid()
