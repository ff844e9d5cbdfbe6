"""The words of messages: types as annotations have them, and what may be given for a class."""

import pytest

from generator.contract.spelling import in_words, pair_in_words
from generator.contract.terms import Term
from tests.support.contracts import changes_of

NULL_VARIANT = ["or", ["str:uuid", "null", "num"], None]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("str", "str"),
        ("str:date-time", "dt.datetime"),
        ("str:date", "dt.date"),
        ("str:uuid?", "UUID | None"),
        ("str:hostname", "str"),
        ("num", "float"),
        ("null", "None"),
        ("any?", "Any"),
        ("@Pet[]", "list[Pet]"),
        ("@Pet?[]", "list[Pet | None]"),
        ("@Pet[]?", "list[Pet] | None"),
        ("str{}", "dict[str, str]"),
        ("num{}[]", "list[dict[str, float]]"),
        (NULL_VARIANT, "UUID | float | None"),
        (["or", ["@Cat?", "@Cat", "@Dog"], None], "Cat | Dog | None"),
        (["or", ["@Cat", "any"], None], "Any"),
        (["[]", NULL_VARIANT], "list[UUID | float | None]"),
        (["const", "cat"], 'Literal["cat"]'),
        (["const", True], "Literal[True]"),
        (["enum", "a", "b"], 'one of "a", "b"'),
        (["json", "str:date[]"], "Json[list[dt.date]]"),
        (["tuple", ["str", "num"], None], "tuple[str, float]"),
        (["tuple", [], "any"], "tuple[()]"),
        (["tuple", ["str"], "int"], "list[str | int]"),
        (["object", {}, None], "dict[str, Any]"),
    ],
)
def test_a_type(term: Term, text: str) -> None:
    assert in_words(term) == text


@pytest.mark.parametrize(
    ("old", "new", "texts"),
    [
        ("num", "str:date", ("float", "dt.date")),
        ("str:hostname", "str", ("str (str of the format hostname)", "str (str)")),
        (
            ["tuple", ["str"], "str"],
            "str[]",
            ("list[str] (str, then str)", "list[str] (list of str)"),
        ),
        ("any", "never", ("Any (any)", "Any (never)")),
    ],
)
def test_types_that_are_one_in_annotations(old: Term, new: Term, texts: tuple[str, str]) -> None:
    assert pair_in_words(old, new) == texts


def travelling(name: str, *, is_sent: bool) -> str:
    content = f"content: {{application/json: {{schema: {{$ref: '#/components/schemas/{name}'}}}}}}"
    body = f"requestBody: {{{content}}}," if is_sent else ""
    return f"""paths:
  /t: {{post: {{operationId: make, {body} responses: {{"200": {{description: d, {content}}}}}}}}}
components:
  schemas:
    Hue: {{type: string, enum: [red, blue]}}
    Cat: {{type: object, properties: {{name: {{type: string}}}}}}
"""


@pytest.mark.parametrize(("name", "given"), [("Hue", "one of its values"), ("Cat", "a dictionary")])
def test_what_may_be_given_for_a_class(name: str, given: str) -> None:
    changes = changes_of(travelling(name, is_sent=False), travelling(name, is_sent=True))
    (change,) = (item for item in changes if item.id == "model-sent")
    assert (change.subject, change.message) == (
        f"models.{name}",
        f"is part of requests, and may be given as {given}",
    )
