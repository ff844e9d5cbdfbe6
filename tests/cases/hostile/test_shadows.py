"""A key that is called as the module of dates is does not hide it from the keys beside it."""

from pathlib import Path

import pytest

from tests.conftest import Build
from tests.support.checkers import run_checker

DOCUMENT = """
openapi: 3.1.0
paths:
  /readings:
    post:
      operationId: add
      tags: [readings]
      requestBody:
        required: true
        content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Reading'}}}}
      responses: {"204": {description: d}}
components:
  schemas:
    Reading:
      type: object
      properties:
        dt: {type: integer}
        at: {type: string, format: date-time}
        station: {type: object, properties: {since: {type: string, format: date}}}
"""
USES = """
import datetime
from api import ApiClient, params

def use(client: ApiClient, now: datetime.datetime) -> None:
    reading: params.ReadingParam = {"dt": 1, "at": now, "station": {"since": now.date()}}
    client.readings.add(body=[reading])
    client.readings.add(body=[{"at": 1}])  # wrong
"""


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_dates_are_dates(
    checker: str, build: Build, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    package = build(DOCUMENT)
    (tmp_path / "api").symlink_to(Path(str(package.__file__)).parent)
    (tmp_path / "uses.py").write_text(USES, "utf-8")
    found = run_checker(checker, tmp_path, "uses.py", folders=tmp_path_factory)
    wrong = USES.splitlines().index('    client.readings.add(body=[{"at": 1}])  # wrong') + 1
    told = {
        line.split(":")[1] for line in found.stdout.splitlines() if ": error" in line or "- error" in line
    }
    assert told == {str(wrong)}, found.stdout
