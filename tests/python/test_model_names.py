"""Names of inline models: the call or the nearest named thing, each word once, short, and without numbers."""

import pytest

from generator.config import ClientConfig
from generator.inference.infer import infer
from generator.lowering.api import EVERYTHING
from generator.lowering.selection import Selection
from generator.python.naming import ModelName, name
from generator.python.plan import plan
from generator.python.views import ClassView
from tests.support.documents import api, schemas

CONFIG = ClientConfig(document="api.yaml", package="acme")
OBJECT = "{properties: {x: {type: string}}}"
ENUM = "{type: string, enum: [a, b]}"
ONE_OR_MANY = f"{{oneOf: [{ENUM}, {{type: array, items: {ENUM}}}]}}"
TWO_FORMS = (
    "application/json: {schema: {properties: {x: {}}}}, multipart/form-data: {schema: {properties: {y: {}}}}"
)


def inline(text: str) -> list[str]:
    """Return the names of the inline models of named schemas, sorted."""
    found = infer(schemas(text))
    names = name(found, CONFIG).models
    return sorted(it.name for place, it in names.items() if not found.definitions[place].component)


def of_operation(request: str, text: str) -> list[str]:
    """Return the names of the models of an operation, sorted."""
    method, path = request.lower().split()
    found = infer(api(f"paths: {{{path!r}: {{{method}: {{{text}}}}}}}"))
    return sorted(it.name for it in name(found, CONFIG).models.values())


def body(schema: str) -> str:
    return f"requestBody: {{content: {{application/json: {{schema: {schema}}}}}}}"


def answers(**schemas: str) -> str:
    """Return responses by status: `s200`."""
    contents = (
        f"{status[1:]}: {{description: d, content: {{application/json: {{schema: {it}}}}}}}"
        for status, it in schemas.items()
    )
    return f"responses: {{{', '.join(contents)}}}"


@pytest.mark.parametrize(
    ("request_", "text", "expected"),
    [
        ("PATCH /subscriptions/{id}", body(OBJECT), ["SubscriptionUpdateParams"]),
        ("POST /runs", f"operationId: makeIt, {body(OBJECT)}", ["RunCreateParams"]),
        ("POST /chat/completions", body(OBJECT), ["ChatCompletionCreateParams"]),
        ("GET /ipfs", answers(s200=OBJECT), ["IpfsGetResponse"]),
        ("GET /runs", answers(s200=f"{{type: array, items: {OBJECT}}}"), ["RunListItem"]),
        ("POST /runs", f"operationId: create_runs_run, {answers(s201=OBJECT)}", ["RunCreateResponse"]),
        (
            "POST /runs",
            answers(s202=f"{{properties: {{job: {OBJECT}}}}}"),
            ["RunCreateResponse", "RunCreateResponseJob"],
        ),
        ("POST /runs", answers(s200=ENUM, s201=OBJECT), ["RunCreateResponse", "RunCreateResponse201"]),
        ("POST /runs", answers(s400=OBJECT), ["RunCreateResponse400"]),
        (
            "POST /runs",
            body(f"{{properties: {{options: {OBJECT}}}}}"),
            ["RunCreateOptions", "RunCreateParams"],
        ),
        ("GET /runs", f"parameters: [{{name: status, in: query, schema: {ENUM}}}]", ["RunListStatus"]),
        (
            "GET /runs",
            f"parameters: [{{name: status, in: query, schema: {ONE_OR_MANY}}}]",
            ["RunListStatus"],
        ),
        (
            "POST /runs",
            f"requestBody: {{content: {{{TWO_FORMS}}}}}",
            ["RunCreateParams", "RunCreateParamsMultipart"],
        ),
    ],
)
def test_models_of_operations(request_: str, text: str, expected: list[str]) -> None:
    assert of_operation(request_, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What says the beginning of what it stands in says it once.
        (f"shared_link: {{properties: {{shared_link_owner: {OBJECT}}}}}", ["SharedLinkOwner"]),
        # A title that begins so is a name of its own.
        (
            "PetShopRequest: {oneOf: [{title: Pet Shop Owner, properties: {x: {}}}, {type: string}]}",
            ["PetShopOwner"],
        ),
        # Who has the name itself keeps it; the other says what it is.
        (f"Pet: {{properties: {{home: {OBJECT}}}}}\nPetHome: {ENUM}", ["PetHomeObject"]),
        (f"Pet: {{properties: {{home: {ENUM}}}}}\nPetHome: {OBJECT}", ["PetHomeEnum"]),
        (
            f"Pet: {{properties: {{home: {{title: Cave, properties: {{x: {{}}}}}}}}}}\nPetHome: {ENUM}",
            ["PetCave"],
        ),
        # Nothing is told: that is the last thing to do.
        (
            f"Pet: {{properties: {{home: {ENUM}}}}}\nPetHome: {OBJECT}\nPetHomeEnum: {OBJECT}",
            ["PetHome_2"],
        ),
    ],
)
def test_models_in_components(text: str, expected: list[str]) -> None:
    assert inline(text) == expected


def test_what_is_long_has_the_fewest_words_that_nobody_else_has() -> None:
    root, deep = "Organization_subscription_settings", "notification_preferences"
    alone = (
        f"{root}: {{properties: {{{deep}: {{properties: {{daily: {{properties: {{when: {OBJECT}}}}}}}}}}}}}"
    )
    assert "OrganizationSubscriptionSettingsWhen" in inline(alone)
    both = alone.replace("{properties: {daily", "{properties: {when: {enum: [a, b]}, daily")
    assert "OrganizationSubscriptionSettingsDailyWhen" in inline(both)


@pytest.mark.parametrize("count", [1, 2])
def test_no_name_is_too_long_and_none_is_cut_inside(count: int) -> None:
    root = "business_account_onboarding_verification_requirements"
    text = "\n".join(
        f"{'x' * i}{root}: {{properties: {{identity_document_images_front: {{enum: [a, b{i}]}}}}}}"
        for i in range(count)
    )
    for found in inline(text):
        assert len(found) <= 60 or count > 1
        assert found.endswith("IdentityDocumentImagesFront")


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        # A status is said behind what it is the status of.
        ("400", ModelName("Response400", "response_400")),
        ("400Error", ModelName("Error400", "error_400")),
        ("404_Not_Found", ModelName("NotFound404", "not_found_404")),
        ("5XXError", ModelName("Error5XX", "error_5_xx")),
        ("3DModel", ModelName("Value3DModel", "model_3d_model")),
        ("2FA", ModelName("Value2FA", "model_2fa")),
        ("4000Meters", ModelName("Value4000Meters", "model_4000_meters")),
    ],
)
def test_a_component_that_begins_with_a_digit(key: str, expected: ModelName) -> None:
    found = name(schemas(f"{key!r}: {{properties: {{x: {{}}}}}}"), CONFIG).models
    assert [*found.values()] == [expected]


def test_a_model_of_params_is_called_so_once() -> None:
    assert ModelName("RunCreateParams", "run").param == "RunCreateParams"
    assert ModelName("Run", "run").param == "RunParam"


ASIDE = """
components:
  schemas:
    Tag: {type: object, required: [kind], properties: {kind: {const: tag}, "odd name": {type: string}}}
    Field: {type: object, required: [kind], properties: {kind: {const: field}}}
    Model:
      type: object
      properties:
        one:
          oneOf: [{$ref: '#/components/schemas/Tag'}, {$ref: '#/components/schemas/Field'}]
          discriminator: {propertyName: kind}
"""


def test_classes_of_the_document_stand_beside_what_their_modules_import() -> None:
    found = infer(api(f"paths: {{}}\n{ASIDE}"))
    modules = {item.module: item for item in plan(found, name(found, CONFIG), CONFIG).view.models}
    assert set(modules) == {"tag", "field", "model"}
    (tag,) = modules["tag"].members
    assert isinstance(tag, ClassView)
    assert (tag.name, tag.base) == ("Tag", "_Model")
    assert (tag.fields[1].default or "").startswith("_Field(default=None, ")
    assert "from pydantic import Tag as _Tag" in modules["model"].imports
    assert "_Tag('Tag')" in repr(modules["model"].members)


def shared(*operations: str, schema: str) -> list[str]:
    """Return the names of what operations answer alike or are sent alike, sorted: `status METHOD /path`."""
    paths: list[str] = []
    for text in operations:
        status, method, path = text.split()
        is_sent = status == "body"
        told = body(schema) if is_sent else answers(**{f"s{status}": schema})
        paths.append(f"{path!r}: {{{method.lower()}: {{{told}}}}}")
    found = infer(api(f"paths: {{{', '.join(paths)}}}"))
    return sorted(it.name for it in name(found, CONFIG).models.values())


OK = "{properties: {ok: {type: boolean}}}"
MANY = "{properties: {a: {}, b: {}, c: {}, d: {}}}"


@pytest.mark.parametrize(
    ("operations", "schema", "expected"),
    [
        (("200 POST /jobs/{id}/enable", "200 POST /jobs/{id}/disable"), OK, ["JobResponse"]),
        (("body POST /pets", "body PATCH /pets/{id}"), MANY, ["PetParams"]),
        (
            ("200 GET /pets/{id}", "200 GET /cats/{id}"),
            "{properties: {in: {properties: {x: {}, y: {}}}}}",
            ["In", "InResponse"],
        ),
        (("200 POST /pets/{id}/walk", "200 POST /mail/send"), OK, ["OkResponse"]),
        (("404 GET /pets/{id}", "404 GET /jobs/{id}"), MANY, ["Response404"]),
        (("404 GET /pets/{id}", "400 GET /jobs/{id}"), MANY, ["ErrorResponse"]),
        (("404 GET /pets/{id}", "200 GET /jobs/{id}"), OK, ["OkResponse"]),
        (("200 POST /pets/{id}/walk", "200 POST /mail/send"), MANY, ["MailSendResponse"]),
        (
            ("body POST /pets", "body POST /jobs"),
            "{properties: {kind: {type: string, enum: [a, b]}, x: {}}}",
            ["Kind", "KindXParams"],
        ),
    ],
)
def test_what_several_operations_have_is_called_by_what_they_share(
    operations: tuple[str, ...], schema: str, expected: list[str]
) -> None:
    assert shared(*operations, schema=schema) == expected


ERROR = "{required: [message], properties: {message: {type: string}}}"
OTHER = "{properties: {message: {type: string}}}"
# Two things that are answered or sent in places that have nothing in common.
APART = {
    "/a/pets/{id}/walk": ("post", "one", 200),
    "/b/mail/send": ("post", "one", 200),
    "/c/jobs/{id}": ("put", "two", 200),
    "/d/files/{id}": ("get", "two", 200),
}


def apart(one: str, two: str, status: int = 200) -> set[str]:
    """Return the names of what two pairs of operations answer that have nothing in common."""
    told = {"one": one, "two": two}
    paths = [
        f"{path!r}: {{{method}: {{{answers(**{f's{status}': told[key]})}}}}}"
        for path, (method, key, _) in APART.items()
    ]
    components = "{Cat: {properties: {a: {}}}, CatResponse: {properties: {b: {}}}}"
    found = infer(api(f"paths: {{{', '.join(paths)}}}\ncomponents: {{schemas: {components}}}"))
    return {it.name for it in name(found, CONFIG).models.values()} - {"Cat", "CatResponse"}


@pytest.mark.parametrize(
    ("one", "two", "status", "expected"),
    [
        # Where both are called by the same fields, one has another word for what it is.
        (ERROR, OTHER, 200, {"MessageResponse", "MessageReply"}),
        (ERROR, OK, 200, {"MessageResponse", "OkResponse"}),
        # What tells of errors has its status, or is told apart by its fields.
        (ERROR, OK, "default", {"MessageError", "OkError"}),
        (ERROR, MANY, "default", {"MessageError", "ErrorResponse"}),
        # A title comes first, unless it is a sentence or says nothing.
        (ERROR.replace("{req", "{title: Notice, req"), OK, 200, {"Notice", "OkResponse"}),
        (
            ERROR.replace("{req", "{title: What we tell you then, req"),
            OK,
            200,
            {"MessageResponse", "OkResponse"},
        ),
        (ERROR.replace("{req", "{title: 404 error, req"), OK, 200, {"MessageResponse", "OkResponse"}),
        (ERROR.replace("{req", "{title: Response Data, req"), OK, 200, {"MessageResponse", "OkResponse"}),
        # What holds a component, or a list of it, is called by that.
        (
            "{properties: {data: {$ref: '#/components/schemas/Cat'}}}",
            "{properties: {data: {type: array, items: {$ref: '#/components/schemas/Cat'}}}}",
            200,
            {"CatReply", "CatListResponse"},
        ),
        (
            "{properties: {data: {$ref: '#/components/schemas/CatResponse'}}}",
            "{properties: {answer: {$ref: '#/components/schemas/CatResponse'}}}",
            200,
            {"CatResponseData", "CatResponseAnswer"},
        ),
    ],
)
def test_what_places_with_nothing_in_common_have_is_called_by_none_of_them(
    one: str, two: str, status: int, expected: set[str]
) -> None:
    assert apart(one, two, status) == expected


def test_a_component_comes_before_what_is_shared() -> None:
    nested = "{properties: {in: {properties: {x: {}, y: {}}}}}"
    paths = ", ".join(
        f"{path!r}: {{get: {{{answers(s200=nested)}}}}}" for path in ("/pets/{id}", "/cats/{id}")
    )
    component = "{$ref: '#/components/schemas/In'}"
    text = f"paths: {{{paths}, /in: {{get: {{{answers(s200=component)}}}}}}}"
    found = infer(api(f"{text}\ncomponents: {{schemas: {{In: {{properties: {{z: {{}}}}}}}}}}"))
    names = {place.pointer: it.name for place, it in name(found, CONFIG).models.items()}
    assert names["/components/schemas/In"] == "In"
    assert len({*names.values()}) == 3


THERE = "/paths/~1pets~1{id}/get"


def referred(second: str, selection: Selection = EVERYTHING) -> list[str]:
    """Return the names of the models where a second operation refers to what is in the first."""
    inner = "{title: A pet, properties: {tag: {properties: {a: {}, b: {}}}}}"
    given = "{name: kind, in: query, schema: {enum: [a, b]}}"
    first = f"{{get: {{parameters: [{given}], {answers(s200=inner, s401=OK)}}}}}"
    found = api(f'paths: {{"/pets/{{id}}": {first}, /jobs: {{post: {{{second}}}}}}}', selection=selection)
    return sorted(it.name for it in name(infer(found), CONFIG).models.values())


REFERRING = {
    body(f"{{$ref: '#{THERE}/responses/200/content/application~1json/schema'}}"): [
        "PetsResponse200",
        "PetsResponse200Tag",
    ],
    f"responses: {{401: {{$ref: '#{THERE}/responses/401'}}}}": ["PetsResponse401"],
    f"parameters: [{{$ref: '#{THERE}/parameters/0'}}]": ["PetsKind"],
    f"parameters: [{{in: query, name: b, schema: {{$ref: '#{THERE}/parameters/0/schema'}}}}]": ["PetsKind"],
}


@pytest.mark.parametrize("second", REFERRING)
def test_what_is_referred_to_in_an_operation_is_named_after_that(second: str) -> None:
    assert referred(second) == ["PetGetKind", "PetGetResponse", "PetGetResponse401", "PetGetResponseTag"]


@pytest.mark.parametrize(("second", "expected"), REFERRING.items())
def test_of_an_operation_that_is_left_out_the_path_names_it(second: str, expected: list[str]) -> None:
    assert referred(second, Selection(paths=("/jobs",))) == expected


def test_a_property_that_is_referred_to_in_an_operation_is_named_after_itself() -> None:
    place = f"{THERE}/responses/200/content/application~1json/schema/properties/tag"
    assert referred(body(f"{{$ref: '#{place}'}}"), Selection(paths=("/jobs",))) == ["Tag"]


@pytest.mark.parametrize(
    ("first", "second", "more", "expected"),
    [
        # What several components have is called by what all of them say of it.
        ("File.shared_link", "Folder.shared_link", "", "SharedLink"),
        ("OldBoat.hull_color", "OldShip.hull_color", "", "OldHullColor"),
        # One word says too little, and so does what they do not share.
        ("File.status", "Folder.status", "", "FileStatus"),
        ("File.made_by", "Folder.owner", "", "FileMadeBy"),
        # A component of that name comes before.
        (
            "File.shared_link",
            "Folder.shared_link",
            "SharedLink: {type: integer, minimum: 1}",
            "FileSharedLink",
        ),
    ],
)
def test_what_several_components_have(first: str, second: str, more: str, expected: str) -> None:
    lines = [
        f"{component}: {{properties: {{{property_}: {OBJECT}}}}}"
        for component, property_ in (place.split(".") for place in (first, second))
    ]
    assert inline("\n".join([*lines, more])) == [expected]
