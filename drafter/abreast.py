"""Many files worked on at once, over the cores: results in order, and no file that stops the others."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

Result = TypeVar("Result")

FEW = 24
"""Files that are read in this process sooner than others have started."""

TOGETHER = 32
"""Files begun together; as many again are begun before the first results are used."""

MOST = 60
"""Processes at once: Windows waits for no more."""


def each(
    work: Callable[[Path], Result],
    crashed: Callable[[Path], Result],
    paths: Iterable[Path],
    processes: int = 1,
) -> Generator[Result, None, None]:
    """What `work` gives for each file, in order, from that many processes; 0 for one on each core.

    `work` and `crashed` are functions of a module. What `work` raises is raised here: what is to be told of a
    file, it gives. `crashed` gives the result for a file at which a process ended. Few files are worked on in
    this process. Other processes want a program whose main module can be imported without running it.
    """
    left, processes = iter(paths), min(processes or cores(), MOST)
    some = list(islice(left, FEW))
    if processes < 2 or len(some) < FEW:
        yield from map(work, chain(some, left))
        return
    left = chain(some, left)
    with _Crew(work, crashed, processes) as crew:
        ahead = crew.begin(list(islice(left, TOGETHER)))
        while ahead:
            now, ahead = ahead, crew.begin(list(islice(left, TOGETHER)))
            for one in now:
                yield crew.result(one)


def cores() -> int:
    """The processors that this process may use."""
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class _Begun(Generic[Result]):
    """A file that is worked on by processes; no future where they had just ended."""

    path: Path
    pool: ProcessPoolExecutor
    future: Future[Result] | None


class _Crew(Generic[Result]):
    """Processes that work on files. Where one ends, the files that were begun are worked on one by one."""

    def __init__(
        self, work: Callable[[Path], Result], crashed: Callable[[Path], Result], processes: int
    ) -> None:
        self._work = work
        self._crashed = crashed
        self._processes = processes
        self._many: ProcessPoolExecutor | None = None
        self._one: ProcessPoolExecutor | None = None

    def __enter__(self) -> _Crew[Result]:
        return self

    def __exit__(self, failed: object, *_: object) -> None:
        """Nothing more is begun; after a failure, what is being worked on is not waited for."""
        for pool in (self._many, self._one):
            if pool:
                pool.shutdown(wait=not failed, cancel_futures=True)

    def begin(self, paths: Sequence[Path]) -> list[_Begun[Result]]:
        """Begins the work on those files."""
        self._many = self._many or _pool(self._processes)
        return [self._begin(self._many, path) for path in paths]

    def _begin(self, pool: ProcessPoolExecutor, path: Path) -> _Begun[Result]:
        from concurrent.futures.process import BrokenProcessPool

        try:
            return _Begun(path, pool, pool.submit(self._work, path))
        except BrokenProcessPool:
            return _Begun(path, pool, None)

    def result(self, begun: _Begun[Result]) -> Result:
        """The result for that file."""
        from concurrent.futures.process import BrokenProcessPool

        try:
            if begun.future:
                return begun.future.result()
        except BrokenProcessPool:
            pass
        if begun.pool is self._many:
            self._many = None
        return self._alone(begun.path)

    def _alone(self, path: Path) -> Result:
        from concurrent.futures.process import BrokenProcessPool

        self._one = self._one or _pool(1)
        try:
            return self._one.submit(self._work, path).result()
        except BrokenProcessPool:
            self._one = None
            return self._crashed(path)


def _pool(processes: int) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    return ProcessPoolExecutor(processes, get_context("spawn"), _at_work)


def _at_work() -> None:
    """In each process: an interrupt is the parent's to hear, and no process outlives it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    if parent := parent_process():
        parent.join()
        os._exit(1)
