"""openapi-pydantic's models: those that are used, and the library whole for whoever imports it."""

import subprocess
import sys

PROBE = """
import sys
from generator.reading import models
assert "openapi_pydantic.v3.v3_0" not in sys.modules
assert not {"openapi_pydantic", "openapi_pydantic.v3"} & sys.modules.keys()
import openapi_pydantic
assert openapi_pydantic.Operation is models.Operation
assert openapi_pydantic.v3.v3_0.Operation is not models.Operation
whole = openapi_pydantic.parse_obj({"openapi": "3.1.0", "info": {"title": "A", "version": "1"}, "paths": {}})
assert type(whole.info) is models.Info
"""
AFTERWARDS = """
import sys
import openapi_pydantic
from generator.reading import models
assert sys.modules["openapi_pydantic"] is openapi_pydantic
assert openapi_pydantic.Operation is models.Operation
"""


def test_models_that_are_not_used_are_not_imported() -> None:
    assert _run(PROBE) == ""


def test_a_library_that_is_there_already_stays() -> None:
    assert _run(AFTERWARDS) == ""


def _run(program: str) -> str:
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    return run.stderr
