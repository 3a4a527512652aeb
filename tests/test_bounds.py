"""What is no letter is refused, or read, within ten seconds and a gigabyte."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec

import pytest

from tests.bounds import FILES
from tests.conftest import ROOT

SECONDS = 10

READ = {
    "an answer torn by every page": "27276",
    "names of many parts": "6044",
    "labels of many words": "8657",
    "a Word file of many parts": "NoText",
    "text of quotations": "1",
    "text of bars": "NoText",
    "text of blanks": "1",
    "a PDF stream of many shapes": "NoText",
    "a PDF stream of much text": "1",
}
"""What comes of a file where it is not TooLarge."""


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_a_file_made_to_hurt_ends_in_time_and_memory(name: str) -> None:
    limits = ["resource"] if find_spec("resource") and sys.platform == "linux" else []
    command = [sys.executable, "-m", "tests.bounds", name, *limits]
    ended = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=120, check=False)
    assert ended.stderr == ""
    came, took = ended.stdout.split()
    assert came == READ.get(name, "TooLarge")
    assert float(took) < SECONDS
