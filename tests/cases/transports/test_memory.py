"""Memory does not grow with the number of calls: what is kept is kept once."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

from tests.cases.transports.many_calls import ROUNDS
from tests.support.flavours import NAMES

ROOT = Path(__file__).parents[3]
PROGRAM = "tests.cases.transports.many_calls"
# What the interpreter itself may keep of so many calls; an object for each call would be 600.
FEW = 150


@pytest.mark.parametrize("name", NAMES)
def test_memory_is_flat(name: str, packages: dict[str, ModuleType]) -> None:
    api = packages["httpx2"]
    folder = Path(api.__file__ or "").parents[1]
    command = [sys.executable, "-W", "error", "-m", PROGRAM, str(folder), api.__name__, name]
    run = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    found = [int(line) for line in run.stdout.splitlines()]
    assert (len(found), run.stderr) == (ROUNDS, "")
    # A leak is one in each round; what is made once may be made in any.
    assert min(later - earlier for earlier, later in pairwise(found)) < FEW
