"""What type checkers know of models that have typed further properties, or wire names by rule."""

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import Build
from tests.support.checkers import run_checker
from tests.support.conversations import document

LONG = "SomethingWhoseNameIsAsLongAsTheNamesOfThingsAreWhereNobodyHasToWriteThem"
DOCUMENT = document(
    """
/things:
  get:
    operationId: getThings
    responses:
      "200": {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
""",
    f"""
{LONG}: {{type: object, properties: {{some: {{type: string}}}}}}
Thing:
  type: object
  required: [zipCode]
  properties:
    zipCode: {{type: string}}
    texts: {{$ref: '#/components/schemas/Texts'}}
    longs: {{$ref: '#/components/schemas/Longs'}}
    selves: {{$ref: '#/components/schemas/Selves'}}
    derived: {{$ref: '#/components/schemas/Derived'}}
Texts: {{type: object, properties: {{a: {{type: string}}}}, additionalProperties: {{type: string}}}}
Longs:
  type: object
  properties: {{a: {{type: string}}}}
  additionalProperties: {{$ref: '#/components/schemas/{LONG}'}}
Selves:
  type: object
  properties: {{a: {{type: string}}}}
  additionalProperties: {{$ref: '#/components/schemas/Selves'}}
Derived:
  allOf:
  - {{$ref: '#/components/schemas/Texts'}}
  - {{type: object, required: [b], properties: {{b: {{type: string}}}}}}
""",
)
USES = f"""
from typing import assert_type

from api import models

thing = models.Thing(
    zip_code="1",
    texts=models.Texts(a="x"),
    longs=models.Longs(a="x"),
    selves=models.Selves(),
    derived=models.Derived(a="x", b="y"),
)
assert_type(models.Texts().model_extra, dict[str, str])
assert_type(models.Derived(b="y").model_extra, dict[str, str])
assert_type(models.Longs().model_extra, dict[str, models.{LONG}])
assert_type(models.Selves().model_extra, dict[str, models.Selves])
"""
PLUGIN = """
[mypy]
plugins = pydantic.mypy
[pydantic-mypy]
init_forbid_extra = True
init_typed = True
warn_required_dynamic_aliases = True
"""


@pytest.mark.parametrize("checker", ["mypy", "mypy with pydantic's plugin", "pyright"])
def test_models_are_made_by_their_fields(
    checker: str, build: Build, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    package = build(DOCUMENT)
    shutil.copytree(Path(package.__file__ or "").parent, tmp_path / "api")
    (tmp_path / "uses.py").write_text(USES, "utf-8")
    (tmp_path / "pyrightconfig.json").write_text(json.dumps({"typeCheckingMode": "strict"}), "utf-8")
    (tmp_path / "plugin.ini").write_text(PLUGIN, "utf-8")
    name, *plugin = checker.split(" with ")
    options = ["--config-file=plugin.ini"] if plugin else []
    arguments = [*options, "--strict", "uses.py", "api"] if name == "mypy" else []
    done = run_checker(name, tmp_path, *arguments, folders=tmp_path_factory)
    assert done.returncode == 0, done.stdout + done.stderr


def test_further_properties_stay_where_they_are_put(build: Build) -> None:
    models = build(DOCUMENT).models
    for made in (models.Texts(a="x"), models.Derived(b="y"), models.Texts.model_validate({"c": "z"})):
        made.model_extra["new"] = "n"
        assert made.model_extra["new"] == made.new == made.model_dump()["new"] == "n"
        assert not {"new", "model_extra"} & type(made).model_fields.keys()
    with pytest.raises(ValueError, match=r"c\n  Input should be a valid string"):
        models.Texts(c=5)
    nested = models.Selves.model_validate({"inner": {"a": "x", "more": {}}})
    assert isinstance(nested.inner.more, models.Selves)
