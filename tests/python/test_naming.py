"""Names: what an operation, a resource, a model and its module are called, whatever their order."""

import pytest

from generator.config import ClientConfig
from generator.ir import Origin
from generator.python.naming import ModelName, Names, Owner, class_name, name
from tests.support.documents import SCHEMAS, api, at, schemas


def config(
    package: str = "acme", client: str | None = None, names: dict[str, str] | None = None
) -> ClientConfig:
    return ClientConfig(
        document="api.yaml", package=package, client=client, names=names or {}, resources="tags"
    )


def calls(paths: str, names: dict[str, str] | None = None) -> list[str]:
    """Return how the operations are called, sorted by path and method."""
    found = api(f"paths:\n{paths}")
    operations = name(found, config(names=names)).operations
    return [operations[operation.location].call for operation in found.operations]


def call(path: str, operation_id: str, tag: str, method: str = "get") -> str:
    """Return how one operation is called."""
    (found,) = calls(f"  {path}: {{{method}: {{operationId: {operation_id!r}, tags: [{tag!r}]}}}}")
    return found


def named(text: str) -> Names:
    """Return the names of a document that has these named schemas and nothing else."""
    return name(schemas(text), config())


def models(text: str) -> dict[str, ModelName]:
    """Return the names of the models that named schemas make, by their pointers."""
    return {place.pointer.removeprefix(SCHEMAS): found for place, found in named(text).models.items()}


# --- operations, each tag a resource ---


@pytest.mark.parametrize(
    ("operation_id", "tag", "expected"),
    [
        ("listRuns", "runs", "runs.list"),
        ("list_runs", "Runs", "runs.list"),
        ("list-run", "runs", "runs.list"),
        ("runs.list", "runs", "runs.list"),
        ("RunsController_list", "RunsController", "runs.controller_list"),
        ("list_runs_v1", "runs", "runs.list"),
        ("list_runs_v2_v1", "runs", "runs.list"),
        ("listTaskRuns", "task runs", "task_runs.list"),
        ("cancel", "runs", "runs.cancel"),
        ("runs", "runs", "runs.runs"),
        ("runs", "jobs", "jobs.runs"),
        ("getRunLogs", "runs", "runs.get_logs"),
        ("import", "runs", "runs.import_"),
        ("self", "runs", "runs.self_"),
        ("日本", "runs", "runs.日本"),
    ],
)
def test_methods(operation_id: str, tag: str, expected: str) -> None:
    assert call("/runs", operation_id, tag) == expected


def test_what_a_framework_appends_is_cut_off() -> None:
    assert call("/items/{id}", "read_item_items__id__get", "runs") == "runs.read_item"
    assert call("/items/{id}", "_items__id__get", "runs") == "runs.items_id_get"


def test_words_of_parents_are_left_out_where_nobody_else_wants_the_name() -> None:
    alone = "  /projects/{p}/runs: {get: {operationId: list_project_runs, tags: [runs]}}\n"
    other = "  /runs: {get: {operationId: list_runs, tags: [runs]}}\n"
    assert calls(alone) == ["runs.list"]
    assert calls(alone + other) == ["runs.list_project", "runs.list"]


@pytest.mark.parametrize(
    ("method", "path", "expected"),
    [
        ("get", "/runs", "runs.list"),
        ("post", "/runs", "runs.create"),
        ("get", "/api/v1/runs/{id}", "runs.get"),
        ("put", "/runs/{id}", "runs.update"),
        ("put", "/runs", "runs.update"),
        ("patch", "/runs/{id}", "runs.update"),
        ("delete", "/runs/{id}/", "runs.delete"),
        ("head", "/runs", "runs.head"),
        ("post", "/runs/{id}/cancel", "runs.cancel"),
        ("get", "/runs/{id}/logs", "runs.logs.list"),
        ("get", "/runs/{id}/logs/{log}", "runs.logs.get"),
        ("post", "/runs/{id}/logs", "runs.logs.create"),
        ("get", "/", "root.get"),
        ("get", "/{id}", "root.get"),
    ],
)
def test_names_without_operation_id(method: str, path: str, expected: str) -> None:
    assert calls(f"  {path}: {{{method}: {{}}}}") == [expected]


def test_tags_that_differ_in_number_or_case_are_one_resource() -> None:
    assert calls("""
  /a: {get: {operationId: a, tags: [run]}}
  /b: {get: {operationId: b, tags: [Runs]}}
  /c: {get: {operationId: c, tags: [RUN]}}
""") == ["runs.a", "runs.b", "runs.c"]


def test_names_that_a_client_has_itself_are_given_to_no_resource() -> None:
    assert [call("/a", "x", tag) for tag in ("close", "self", "client", "base_url", "!!!")] == [
        "close_.x",
        "self_.x",
        "client.x",
        "base_url_.x",
        "a.get",
    ]


def test_two_that_want_one_name_get_two() -> None:
    paths = """
  /a: {get: {operationId: get_things, tags: [x]}}
  /b: {get: {operationId: getThings, tags: [x]}}
"""
    found = api(f"paths:\n{paths}")
    names = name(found, config()).operations.values()
    assert [item.call for item in names] == ["x.get_things", "x.get_things_b"]
    assert [item.constant for item in names] == ["GET_THINGS", "GET_THINGS_B"]


@pytest.mark.parametrize(
    ("configured", "expected"),
    [("fetch", "runs.fetch"), ("jobs.fetch", "jobs.fetch"), ("fetchAll", "runs.fetch_all")],
)
def test_configured_names(configured: str, expected: str) -> None:
    paths = "  /runs: {get: {operationId: listRuns, tags: [runs]}}"
    assert calls(paths, {"listRuns": configured}) == [expected]


def test_extensions_name_too() -> None:
    assert calls(
        "  /a: {get: {operationId: a, tags: [x], x-oasmith-name: readIt, x-oasmith-group: Pets}}"
    ) == ["pets.read_it"]


def test_clients() -> None:
    found = api("paths: {}")
    assert (name(found, config("acme_corp")).client, name(found, config("acme")).async_client) == (
        "AcmeCorpClient",
        "AsyncAcmeClient",
    )
    assert name(found, config(client="Acme")).client == "Acme"


# --- models ---


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        (Origin("Pet"), "Pet"),
        (Origin("pet_list"), "PetList"),
        (Origin("Pet", ("home",)), "PetHome"),
        (Origin("Pet", ("tags", "[]")), "PetTag"),
        (Origin("Runs", ("[]",)), "Run"),
        (Origin("Pet", ("[]",)), "PetItem"),
        (Origin("Pet", ("data", "[]")), "PetData"),
        (Origin("Pet", ("env", "{}")), "PetEnvValue"),
        (Origin("Pet", ("home", "home_key")), "PetHomeKey"),
        (Origin("Pet", ("data", "database")), "PetDataDatabase"),
        (Origin("pet_home_door", ("pet_home_key",)), "PetHomeDoorKey"),
        (Origin("pet_home_door", ("home_door_key",)), "PetHomeDoorKey"),
        (Origin("pet_home_door", ("home_door",)), "PetHomeDoorHomeDoor"),
        (Origin("pet_home_door", ("home_door", "key")), "PetHomeDoorKey"),
        (Origin("", ("response 200",), operation=True), "RunLogListResponse"),
        (Origin("", ("response 404",), operation=True), "RunLogListResponse404"),
        (Origin("", ("response default", "variant 2"), operation=True), "RunLogListResponseDefaultVariant2"),
        (Origin("", ("response 200", "a"), operation=True), "RunLogListResponseA"),
        (Origin("", ("response 200", "[]"), operation=True), "RunLogListItem"),
        (Origin("", ("response 200", "[]", "a"), operation=True), "RunLogListItemA"),
        (Origin("", ("body",), operation=True), "RunLogListParams"),
        (Origin("", ("body", "[]"), operation=True), "RunLogListItem"),
        (Origin("", ("body", "a", "b"), operation=True), "RunLogListAB"),
        (Origin("", ("status",), operation=True), "RunLogListStatus"),
    ],
)
def test_class_names(origin: Origin, expected: str) -> None:
    parts = ("run", "log", "list") if origin.operation else (origin.root,)
    assert class_name(Owner(parts=parts), origin) == expected


def test_inline_models_are_named_after_the_call() -> None:
    found = api("""
paths:
  /runs:
    post:
      operationId: createRun
      requestBody: {content: {application/json: {schema: {properties: {a: {properties: {b: {}}}}}}}}
      responses:
        200: {content: {application/json: {schema: {properties: {a: {}}}}}}
        404: {content: {application/json: {schema: {properties: {a: {}}}}}}
""")
    names = name(found, config()).models.values()
    assert sorted((item.name, item.module) for item in names) == [
        ("RunCreateA", "run_create"),
        ("RunCreateParams", "run_create"),
        ("RunCreateResponse", "run_create"),
        ("RunCreateResponse404", "run_create"),
    ]


def test_inline_models_need_no_operation_id() -> None:
    found = api("""
paths:
  /runs/{id}: {get: {responses: {200: {content: {application/json: {schema: {properties: {a: {}}}}}}}}}
""")
    assert list(name(found, config()).models.values()) == [ModelName("RunGetResponse", "run_get")]


def test_inline_models_stand_with_their_component_and_yield_its_names() -> None:
    assert models("""
Pet: {properties: {home: {properties: {x: {}}}}}
PetHome: {properties: {y: {}}}
""") == {
        "Pet": ModelName("Pet", "pet"),
        "Pet/properties/home": ModelName("PetHomeObject", "pet"),
        "PetHome": ModelName("PetHome", "pet_home"),
    }


def test_components_that_differ_in_case_or_signs() -> None:
    assert models("pet: {type: string}\nPet: {type: string}\nPe-t: {type: string}\nPET: {type: string}") == {
        "Pet": ModelName("Pet", "pet_2"),
        "PET": ModelName("PET", "pet"),
        "Pe-t": ModelName("PeT", "pe_t"),
        "pet": ModelName("Pet_2", "pet_3"),
    }


def test_modules_differ_in_more_than_case() -> None:
    found = models("Pet: {type: string}\nPET: {type: string}\nmodels: {type: string}\nclass: {type: string}")
    modules = [item.module for item in found.values()]
    assert len({module.casefold() for module in modules}) == len(modules)
    assert (found["models"].module, found["class"].module) == ("models_", "class_")


def test_names_that_model_modules_use_are_reserved_or_imported_under_another() -> None:
    found = models("Model: {properties: {x: {}}}\nField: {type: string}\nAny: {type: string}")
    assert {key: item.name for key, item in found.items()} == {
        "Model": "Model",
        "Field": "Field",
        "Any": "Any_",
    }


def test_no_module_takes_the_place_of_what_the_package_uses() -> None:
    found = models("list: {type: string}\nimportModule: {type: string}\n日本: {type: string}")
    assert {key: (item.name, item.module) for key, item in found.items()} == {
        "list": ("List", "list_"),
        "importModule": ("ImportModule", "import_module_"),
        "日本": ("日本", "日本_"),
    }


@pytest.mark.parametrize(("operation_id", "expected"), [("models", "a.models"), ("dt", "a.dt_")])
def test_no_method_hides_what_annotations_use(operation_id: str, expected: str) -> None:
    assert call("/a", operation_id, "a") == expected


def test_no_record_hides_what_its_module_imports() -> None:
    found = api("paths: {/a: {get: {operationId: uuid, tags: [a]}}}")
    assert [item.constant for item in name(found, config()).operations.values()] == ["UUID_"]


def test_models_in_a_circle_share_a_module() -> None:
    text = """
A: {properties: {b: {$ref: '#/components/schemas/B'}}}
B: {properties: {a: {$ref: '#/components/schemas/A'}}}
C: {properties: {a: {$ref: '#/components/schemas/A'}, c: {$ref: '#/components/schemas/C'}}}
"""
    assert {key: item.module for key, item in models(text).items()} == {"A": "a", "B": "a", "C": "c"}
    assert named(text).cycles == (frozenset({at(f"{SCHEMAS}A"), at(f"{SCHEMAS}B")}),)


def test_names_do_not_depend_on_the_order() -> None:
    parts = ["pet: {type: string}", "Pet: {type: string}", "PET: {type: string}", "Pet_2: {type: string}"]
    assert models("\n".join(parts)) == models("\n".join(reversed(parts)))
