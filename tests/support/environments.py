"""Virtual environments to install into."""

import os
import subprocess
import sysconfig
import venv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

HIDDEN = ("GIT_", "PYTHON")


@dataclass(frozen=True)
class Environment:
    """A virtual environment; nothing of this checkout is seen from it."""

    folder: Path

    def run(self, program: str, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        """Run a program of the environment, and return what it printed."""
        command = [str(self.folder / "bin" / program), *arguments]
        return subprocess.run(
            command, cwd=cwd, env=clean_environment(), capture_output=True, text=True, check=False
        )


def new_environment(folder: Path) -> Environment:
    """Return a new environment with pip, and what these tests run with."""
    venv.create(folder, with_pip=True)
    environment = Environment(folder)
    (site_packages,) = folder.glob("lib/python*/site-packages")
    (site_packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return environment


def clean_environment(**further: str) -> Mapping[str, str]:
    """Return the environment variables without those that guide Python and git, and further ones."""
    return {name: value for name, value in os.environ.items() if not name.startswith(HIDDEN)} | further
