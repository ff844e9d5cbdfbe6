"""What is no sound Python is told and never written."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.config import ClientConfig
from generator.diagnostics import InputError
from generator.pipeline import generate, understand
from generator.python.package.scopes import refuse_twice
from generator.python.views import AliasView, ClassView, EnumView, PackageView
from generator.writing import output
from generator.writing.output import formatted

DOCUMENT = """
openapi: 3.1.0
info: {title: T, version: "1"}
components:
  schemas:
    A: {type: object, properties: {a: {type: string}, b: {type: string}}}
    B: {enum: [x, y]}
    C: {type: array, items: {$ref: "#/components/schemas/A"}}
  securitySchemes: {k: {type: apiKey, in: header, name: k}}
servers: [{url: "https://{v}.example.com", variables: {v: {default: a}}}]
paths:
  /a: {get: {tags: [t], operationId: first, parameters: [{name: p, in: query, schema: {}}]}}
  /b: {get: {tags: [t], operationId: second}}
  /c: {get: {tags: [u], operationId: third}}
webhooks: {h: {post: {}}, i: {post: {}}}
"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("def f(:\n", "Expected a parameter"),
        ("def f(a, a): ...\n", "Duplicate parameter"),
        ("f = print\nf(a=1, a=2)\n", "Duplicate keyword argument"),
        ("x = 1\nfrom __future__ import annotations\n", "from __future__"),
        ("class A:\n    def m(self): ...\n    def m(self): ...\n", "Redefinition of unused `m`"),
        ("class A:\n    x: int = 1\n    x: str = 2\n", "`x` is defined multiple times"),
        ("def f(): await print()\n", "should be used within an async function"),
        ("return 1\n", "outside of a function"),
        ("x = nothing\n", "Undefined name `nothing`"),
        ("None = 1\n", "Invalid assignment target"),
    ],
)
def test_text(text: str, told: str) -> None:
    with pytest.raises(InputError) as caught:
        formatted([{"models/sound.py": "x = 1\n"}, {"models/a.py": text}])
    found = caught.value.diagnostics
    assert any(told in item.message for item in found), found
    assert {(item.code, str(item.location)) for item in found} == {("unsound-package", "models/a.py#")}


def view(folder: Path) -> PackageView:
    source = folder / "openapi.yaml"
    source.write_text(DOCUMENT, "utf-8")
    return understand(ClientConfig(document=str(source), package="api", resources="tags")).plan.view


def doubled(found: PackageView) -> list[tuple[str, PackageView]]:
    """Return the view with one name in each scope given to two things, and that name."""
    method, other = next(item for item in found.resources if item.module == "t").methods
    argument = method.signature.keywords[0]
    signature = replace(method.signature, keywords=(argument, argument))
    model = next(item for module in found.models for item in module.members if isinstance(item, ClassView))
    enum = next(item for module in found.models for item in module.members if isinstance(item, EnumView))
    alias = next(item for module in found.models for item in module.members if isinstance(item, AliasView))
    constant = found.operations[0].constants[0]
    hook = found.webhooks[0].functions[0]
    module = found.models[0]

    def members(*items: ClassView | EnumView) -> PackageView:
        return replace(found, models=(replace(module, members=items),))

    def resource(*items: object) -> PackageView:
        return replace(found, resources=(replace(found.resources[0], methods=items),))

    exports = tuple(item for item in found.exports if item.name == alias.name)
    return [
        (argument.name, resource(replace(method, signature=signature))),
        (argument.name, resource(replace(method, overloads=(signature,)))),
        (other.name, resource(method, other, other)),
        ("a", members(replace(model, fields=(model.fields[0], model.fields[0])))),
        ("X", members(replace(enum, members=(enum.members[0], enum.members[0])))),
        (alias.name, replace(found, exports=exports * 2)),
        (
            constant.name,
            replace(found, operations=(replace(found.operations[0], constants=(constant,) * 2),)),
        ),
        (hook.name, replace(found, webhooks=(replace(found.webhooks[0], functions=(hook, hook)),))),
        ("t", replace(found, children=found.children[:1] * 2)),
        ("k", replace(found, credentials=found.credentials * 2)),
        ("v", replace(found, server_arguments=found.server_arguments * 2)),
        ("a", replace(found, models=(module, replace(module, module=module.module.upper())))),
    ]


@pytest.mark.parametrize("index", range(12))
def test_one_name_for_two_things_of_a_scope(index: int, tmp_path: Path) -> None:
    found = view(tmp_path)
    refuse_twice(found)
    name, broken = doubled(found)[index]
    with pytest.raises(InputError) as caught:
        refuse_twice(broken)
    assert f"would define `{name}` twice; nothing was written" in caught.value.diagnostics[0].message


def test_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "openapi.yaml"
    source.write_text(DOCUMENT, "utf-8")
    config = ClientConfig(document=str(source), output=str(tmp_path / "out"), package="api")
    monkeypatch.setattr(output, "_lay", lay_with_fault)
    with pytest.raises(InputError, match="no sound Python"):
        generate(config)
    assert list(tmp_path.iterdir()) == [source]


LAY = output._lay


def lay_with_fault(files: dict[str, bytes], stage: Path) -> None:
    LAY({**files, **{path: b"class A:\n" for path in files if path.endswith("models/a.py")}}, stage)


def nested(depth: int) -> str:
    return "x: " + "list[" * depth + "str" + "]" * depth + "\n"


def in_a_row(count: int) -> str:
    return (
        "def f(\n    x: "
        + "\n    | ".join(f"Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa{at}" for at in range(count))
        + "\n): ...\n"
    )


@pytest.mark.parametrize("text", [nested(201), in_a_row(1001)], ids=["nested", "in a row"])
def test_what_ruff_reads_and_python_cannot_compile_is_refused(text: str) -> None:
    names = "".join(f"Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa{at} = int\n" for at in range(1001))
    with pytest.raises(InputError, match="Python cannot compile"):
        formatted([{"models/a.py": names + text}])


@pytest.mark.parametrize("text", [nested(150), in_a_row(900)], ids=["nested", "in a row"])
def test_what_is_deep_and_can_be_compiled_is_written(text: str) -> None:
    names = "".join(f"Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa{at} = int\n" for at in range(1001))
    (written,) = formatted([{"models/a.py": names + text}]).values()
    compile(written, "a", "exec", dont_inherit=True)
