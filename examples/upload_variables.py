"""Upload the environment variables of a file with lines such as `NAME=value`."""

import sys
from pathlib import Path

from trigger_dev import TriggerClient


def main(file: str, project: str) -> None:
    lines = Path(file).read_text(encoding="utf-8").splitlines()
    variables = dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    with TriggerClient() as client:
        client.envvars.upload(project, "dev", variables, override=True)
        for variable in client.envvars.list(project, "dev"):
            print(variable.name, "(secret)" if variable.is_secret else "")


if __name__ == "__main__":
    main(*sys.argv[1:])
