"""Names of models that a package has: they stay, and what is new yields."""

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.config import ClientConfig
from generator.diagnostics import Location
from generator.inference.infer import infer
from generator.ir import Api, Enum, Object
from generator.python.naming import Committed, ModelName, Names, name
from tests.support.documents import SCHEMAS, api, at, schemas

CONFIG = ClientConfig(document="api.yaml", package="acme")


def named(found: Api, committed: dict[Location, str] | None = None) -> dict[str, ModelName]:
    """Return the names of models by the pointers of their schemas."""
    names = name(found, CONFIG, Committed(models=committed or {}))
    return {place.pointer.removeprefix(SCHEMAS): it for place, it in names.models.items()}


def committed_by(names: Names) -> dict[Location, str]:
    """Return what a manifest says of the models of a package."""
    return {place: f"models.{it.module}.{it.name}" for place, it in names.models.items()}


def test_a_class_keeps_its_name_and_module_and_newcomers_yield() -> None:
    text = "Pet: {properties: {home: {properties: {x: {}}}}}\nPetHome: {properties: {y: {}}}"
    committed = {
        at(f"{SCHEMAS}Pet"): "models.animal.Animal",
        at(f"{SCHEMAS}Pet/properties/home"): "models.animal.PetHome",
    }
    assert named(schemas(text), committed) == {
        "Pet": ModelName("Animal", "animal"),
        "Pet/properties/home": ModelName("PetHome", "animal"),
        "PetHome": ModelName("PetHome_2", "pet_home"),
    }


@pytest.mark.parametrize(
    "wrong",
    [
        *("", "a", "models.pet", "models.a-b.Kept", "models.pet.1", "models.pet.Any", "models._x.Kept"),
        *("x.pet.def", "models.pet.Kept.x", "models.pet.__class__"),
    ],
)
def test_a_committed_class_that_is_none_is_not_kept(wrong: str) -> None:
    found = named(schemas("Pet: {properties: {y: {}}}"), {at(f"{SCHEMAS}Pet"): wrong})
    assert found == {"Pet": ModelName("Pet", "pet")}


def test_of_two_that_had_one_name_one_keeps_it() -> None:
    committed = {at(f"{SCHEMAS}{key}"): "models.a.C" for key in "AB"}
    found = named(schemas("A: {properties: {y: {}}}\nB: {properties: {x: {}}}"), committed)
    assert found == {"A": ModelName("C", "a"), "B": ModelName("B", "b")}


def test_a_module_that_a_class_is_called_as_is_not_kept() -> None:
    committed = {at(f"{SCHEMAS}A"): "models.a.B", at(f"{SCHEMAS}B"): "models.B.D"}
    found = named(schemas("A: {properties: {y: {}}}\nB: {properties: {x: {}}}"), committed)
    assert found == {"A": ModelName("B", "a"), "B": ModelName("D", "b")}


def test_a_class_in_a_circle_does_not_keep_a_name_that_is_built_in() -> None:
    text = "Pet: {properties: {b: {$ref: '#/components/schemas/B'}}}\n"
    committed = {at(f"{SCHEMAS}Pet"): "models.pet.Warning"}
    apart = f"{text}B: {{properties: {{x: {{}}}}}}"
    circle = f"{text}B: {{properties: {{x: {{$ref: '#/components/schemas/Pet'}}}}}}"
    assert named(schemas(apart), committed)["Pet"].name == "Warning"
    assert named(schemas(circle), committed)["Pet"].name == "Pet"


def test_variants_that_change_places_do_not_change_names() -> None:
    cat, dog = "{title: Cat, properties: {a: {}}}", "{title: Dog, properties: {b: {}}}"
    before = name(schemas(f"Pet: {{properties: {{it: {{oneOf: [{cat}, {dog}]}}}}}}"), CONFIG)
    after = schemas(f"Pet: {{properties: {{it: {{oneOf: [{dog}, {cat}]}}}}}}")
    found = named(after, committed_by(before))
    assert found["Pet/properties/it/oneOf/0"].name == "PetItDog"
    assert found["Pet/properties/it/oneOf/1"].name == "PetItCat"


def with_variants(keys: list[str]) -> Api:
    """Return a document with one of several objects, each with a constant and a property of its own."""
    told = (f"{{required: [k], properties: {{k: {{const: {key}}}, {key}1: {{}}}}}}" for key in keys)
    return infer(schemas(f"It: {{properties: {{it: {{oneOf: [{', '.join(told)}]}}}}}}"))


@given(
    old=st.lists(st.sampled_from("abcd"), unique=True, min_size=2),
    new=st.lists(st.sampled_from("abcdef"), unique=True, min_size=2),
)
def test_variants_that_come_and_go_keep_their_classes(old: list[str], new: list[str]) -> None:
    def classes(found: Api, committed: dict[Location, str]) -> dict[str, str]:
        names = name(found, CONFIG, Committed(models=committed)).models
        objects = {place: item.type for place, item in found.definitions.items() if "oneOf" in str(place)}
        return {
            item.name.removesuffix("1"): names[place].name
            for place, type_ in objects.items()
            if isinstance(type_, Object)
            for item in type_.fields
            if item.name != "k"
        }

    before, after = (with_variants(keys) for keys in (old, new))
    kept = {key: it for key, it in classes(before, {}).items() if key in new}
    found = classes(after, committed_by(name(before, CONFIG)))
    assert {key: found[key] for key in kept} == kept


def with_parameters(keys: list[str]) -> Api:
    """Return a document whose operation has these parameters, each with an enum of its own."""
    told = (f"{{name: {key}, in: query, schema: {{type: string, enum: [{key}1, {key}2]}}}}" for key in keys)
    return infer(api(f"paths: {{/jobs: {{get: {{parameters: [{', '.join(told)}]}}}}}}"))


def classes_of(found: Api, committed: dict[Location, str] | None = None) -> dict[str, str]:
    """Return the name of the class of each parameter, by what the values of its enum begin with."""
    names = name(found, CONFIG, Committed(models=committed or {})).models
    enums = {place: item.type for place, item in found.definitions.items()}
    return {
        str(enum.values[0])[:-1]: names[place].name for place, enum in enums.items() if isinstance(enum, Enum)
    }


@given(
    old=st.lists(st.sampled_from("abcd"), unique=True, min_size=1),
    new=st.lists(st.sampled_from("abcdef"), unique=True, min_size=1),
)
def test_parameters_that_change_places_keep_their_classes(old: list[str], new: list[str]) -> None:
    before = with_parameters(old)
    after = classes_of(with_parameters(new), committed_by(name(before, CONFIG)))
    kept = {key: it for key, it in classes_of(before).items() if key in new}
    assert {key: after[key] for key in kept} == kept
    assert after == classes_of(with_parameters(new))


def test_a_class_of_several_copies_keeps_its_name_when_a_nearer_one_comes() -> None:
    far = "C: {properties: {d: {properties: {e: {properties: {x: {type: string}}}}}}}"
    near = "A: {properties: {b: {properties: {x: {type: string}}}}}"
    before = name(infer(schemas(far)), CONFIG)
    found = named(infer(schemas(f"{far}\n{near}")), committed_by(before))
    assert found["A/properties/b"].name == "CDE"
    assert named(infer(schemas(f"{far}\n{near}")))["A/properties/b"].name == "AB"


KEYS = ["a", "A", "b", "Model", "Warning"]
NEW_KEYS = ["a_b", "B", "ab", "home_items", "日本"]
NAMES = [*KEYS, "home", "items"]
LEAVES = st.sampled_from(
    [
        {"type": "string"},
        {"type": "string", "enum": ["a", "b"]},
        {"type": "string", "enum": ["a", "c"], "title": "home"},
        {"properties": {"a": {"type": "string"}}},
        {"properties": {"b": {"type": "string", "readOnly": True}}, "required": ["b"]},
    ]
)
REFERENCES = st.sampled_from([{"$ref": f"#/components/schemas/{key}"} for key in KEYS])


def _around(inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """Return schemas that hold others: objects, lists and unions."""
    return (
        st.dictionaries(st.sampled_from(NAMES), inner, min_size=1, max_size=3).map(
            lambda it: {"properties": it}
        )
        | inner.map(lambda it: {"type": "array", "items": it})
        | st.lists(inner, min_size=2, max_size=2).map(lambda it: {"oneOf": it})
    )


TREES = st.recursive(LEAVES | REFERENCES, _around, max_leaves=4)
MODELS = st.fixed_dictionaries(dict.fromkeys(KEYS, _around(TREES)))
NEW_MODELS = st.dictionaries(st.sampled_from(NEW_KEYS), _around(TREES), max_size=3)
PATHS = st.sampled_from(["/a", "/a/{id}", "/home", "/a/home", "/b/{id}/home"])
BODIES = st.dictionaries(PATHS, st.tuples(TREES, TREES), max_size=3)


def document(models: dict[str, object], bodies: dict[str, tuple[object, object]]) -> Api:
    """Return a document with named schemas and operations that are sent and give something, inferred."""
    paths = {
        path: {
            "post": {
                "requestBody": {"content": {"application/json": {"schema": sent}}},
                "responses": {
                    "200": {"description": "d", "content": {"application/json": {"schema": given}}}
                },
            }
        }
        for path, (sent, given) in bodies.items()
    }
    return infer(api(f"paths: {json.dumps(paths)}\ncomponents: {json.dumps({'schemas': models})}"))


# A class that two variants share and a newcomer holds nearer; the others may be called so as well.
HELD = {"properties": {"a": {"type": "string"}}}
LISTED = {"type": "array", "items": {"type": "array", "items": HELD}}
LEADING = {"oneOf": [{"type": "string"}, {"$ref": f"#{SCHEMAS}b"}]}
CHOSEN = {"oneOf": [{"type": "string"}, HELD]}


@settings(max_examples=25, deadline=None)
@example(
    models={
        "a": {"type": "array", "items": {"type": "string"}},
        "A": HELD,
        "b": {"oneOf": [LISTED, {"type": "array", "items": CHOSEN}]},
        "Model": HELD,
        "Warning": HELD,
    },
    bodies={},
    new_models={"a_b": CHOSEN},
    new_bodies={},
)
@example(
    models={
        "a": {"properties": {"a": {"type": "array", "items": LEADING}}},
        "b": {"type": "array", "items": {"oneOf": [{"type": "string"}, {"$ref": f"#{SCHEMAS}a"}]}},
    },
    bodies={},
    new_models={},
    new_bodies={"/a": ({"type": "string"}, {"$ref": f"#{SCHEMAS}a"})},
)
@given(models=MODELS, bodies=BODIES, new_models=NEW_MODELS, new_bodies=BODIES)
def test_adding_schemas_and_operations_renames_no_old_class(
    models: dict[str, object],
    bodies: dict[str, tuple[object, object]],
    new_models: dict[str, object],
    new_bodies: dict[str, tuple[object, object]],
) -> None:
    before = name(document(models, bodies), CONFIG)
    larger = document(new_models | models, new_bodies | bodies)
    after = name(larger, CONFIG, Committed(models=committed_by(before)))
    standing = {
        copy: place
        for place, it in larger.definitions.items()
        for copy in (place, *(copy.location for copy in it.copies))
    }
    former: dict[Location, set[str]] = {}
    for place, it in before.models.items():
        former.setdefault(standing[place], set()).add(it.name)
    # Two may have become one, where nobody reads any more what told them apart.
    assert [place for place, names in former.items() if after.models[place].name not in names] == []


# --- answers that another response describes ---


def answering(*statuses: str) -> Api:
    """Return an operation whose errors have a body of their own."""
    told = "\n".join(f"        '{item}': {FAULT.replace('code', f'code{item}')}" for item in statuses)
    return api(f"paths:\n  /t:\n    get:\n      operationId: t\n      responses:\n{told}")


FAULT = "{description: d, content: {application/json: {schema: {type: object, properties: {code: {}}}}}}"


@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [
        (["404"], ["4XX"], {"TGetResponse404"}),
        (["4XX"], ["404"], {"TGetResponse4XX"}),
        (["404"], ["default"], {"TGetResponse404"}),
        (["404"], ["5XX"], set()),
        (["404"], ["409"], set()),
        (["404", "409"], ["4XX"], set()),  # it could be either
        (["404"], ["404", "4XX"], {"TGetResponse404"}),
    ],
)
def test_an_answer_that_another_response_describes(
    before: list[str], after: list[str], kept: set[str]
) -> None:
    former = name(infer(answering(*before)), CONFIG)
    now = name(infer(answering(*after)), CONFIG, Committed(models=committed_by(former)))
    names = [{item.name for item in names.models.values()} for names in (former, now)]
    assert names[0] & names[1] == kept
    assert len(names[1]) == len(after)


@pytest.mark.parametrize(
    ("status", "media_type", "is_kept"),
    [
        ("201", "application/json", True),
        ("2XX", "application/json", True),
        ("302", "application/json", False),
        ("200", "application/json; charset=utf-8", True),
        ("201", "application/vnd.t+json", True),
        ("200", "application/xml", False),
    ],
)
def test_an_answer_of_another_status_or_media_type(status: str, media_type: str, *, is_kept: bool) -> None:
    described = answering("200")
    (place,) = described.definitions
    told = json.dumps({"description": "d", "content": {media_type: {"schema": {"properties": {"a": {}}}}}})
    now = api(f"paths: {{/t: {{get: {{operationId: t, responses: {{'{status}': {told}}}}}}}}}")
    names = name(infer(now), CONFIG, Committed(models={place: "models.old.Old"}))
    assert ("Old" in {item.name for item in names.models.values()}) is is_kept
