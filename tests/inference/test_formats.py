"""How lists travel: what prose tells, and what it does not."""

import pytest

from generator.config import ClientConfig, ParameterConfig
from generator.inference.configured import apply_settings
from generator.inference.infer import infer
from generator.ir import Api, Array, Evidence, ListStyle, Nullable, String, Type, Union
from tests.support.documents import api, at

GET = at("/paths/~1runs/get")
TEXT_OR_LIST = Union((String(), Array(String())))


def with_filter(description: str, field: str = "", schema: str = "type: array", more: str = "") -> Api:
    """Return an API with a `deepObject` parameter of one field, by the words about both."""
    return api(f"""
paths:
  /runs:
    get:
      parameters:
        - name: filter
          in: query
          style: deepObject
          description: {description!r}
          {more}
          schema: {{properties: {{status: {{{schema}, description: {field!r}}}}}}}
""")


def with_text(description: str, more: str = "schema: {type: string}") -> Api:
    """Return an API with a query parameter, by the words about it."""
    return api(
        f"paths: {{/runs: {{get: {{parameters: "
        f"[{{name: tag, in: query, description: {description!r}, {more}}}]}}}}}}"
    )


@pytest.mark.parametrize(
    ("description", "field", "expected"),
    [
        ("", "A comma-separated list", "comma"),
        ("Values are comma delimited", "", "comma"),
        ("Such as `filter[status]=ACTIVE,CLOSED`", "", "comma"),
        ("", "?filter[status]=A%2CB", "comma"),
        ("Repeat `filter[status][]=ACTIVE`", "", "brackets"),
        ("Either comma-separated or `filter[status][]=A`", "", "comma"),
        ("Filters", "The status", None),
        ("One of a, b, c", "", None),
    ],
)
def test_lists_inside_deep_object(description: str, field: str, expected: ListStyle | None) -> None:
    assert infer(with_filter(description, field)).operations[0].parameters[0].lists == expected


def test_the_evidence_quotes_the_prose() -> None:
    assert infer(with_filter("", "Statuses,   comma-separated.")).evidence == (
        Evidence(
            subject=GET,
            topic="lists",
            conclusion="lists inside 'filter' are joined by commas",
            because="the description says: ...Statuses, comma-separated....",
        ),
    )


def test_without_lists_there_is_nothing_to_tell() -> None:
    found = infer(with_filter("comma-separated", schema="type: string"))
    assert (found.operations[0].parameters[0].lists, found.evidence) == (None, ())


@pytest.mark.parametrize(
    "schema",
    ["{type: array}", "{anyOf: [{type: array}, {type: string}]}", "{oneOf: [{type: object}, {type: array}]}"],
)
def test_a_list_in_place_of_the_object_has_indices(schema: str) -> None:
    found = infer(
        api(
            "paths: {/runs: {get: {parameters: "
            f"[{{name: filter, in: query, style: deepObject, schema: {schema}}}]}}}}}}"
        )
    )
    assert found.operations[0].parameters[0].lists == "indices"


def test_an_extension_comes_before_prose() -> None:
    found = infer(with_filter("comma-separated", more="x-oasmith-lists: indices"))
    assert (found.operations[0].parameters[0].lists, found.evidence) == ("indices", ())


def test_configuration_comes_before_both() -> None:
    config = ClientConfig(
        document="api.yaml",
        output=".",
        package="p",
        parameters={"filter": ParameterConfig(lists="repeat", dates="epoch-seconds")},
    )
    lowered = with_filter("comma-separated", more="x-oasmith-lists: indices")
    (found,) = infer(apply_settings(lowered, config)).operations[0].parameters
    assert (found.lists, found.objects, found.dates) == ("repeat", "brackets", "epoch-seconds")


@pytest.mark.parametrize(
    ("schema", "expected"),
    [("{type: string}", TEXT_OR_LIST), ("{type: string, nullable: true}", Nullable(TEXT_OR_LIST))],
)
def test_text_that_is_said_to_be_a_list_also_takes_one(schema: str, expected: Type) -> None:
    found = infer(with_text("Comma-separated tags", f"schema: {schema}"))
    (parameter,) = found.operations[0].parameters
    assert (parameter.type, parameter.style, parameter.explode) == (expected, "form", False)
    assert [item.conclusion for item in found.evidence] == ["'tag' also takes a list, joined by commas"]


@pytest.mark.parametrize(
    ("description", "more"),
    [
        ("One tag", "schema: {type: string}"),
        ("Comma-separated tags", "schema: {type: integer}"),
        ("Comma-separated tags", "schema: {type: array, items: {type: string}}"),
    ],
)
def test_other_parameters_stay(description: str, more: str) -> None:
    lowered = with_text(description, more)
    assert infer(lowered) == lowered
