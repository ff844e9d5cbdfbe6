"""What is of one class stays so, and what is of two stays apart, whatever the document's prose says."""

from dataclasses import replace

import pytest

from tests.support.contracts import Made, changes_of, made

ROW = "{type: object, properties: {id: {type: string, description: %s}, at: {type: integer}}}"
PART = "{type: object, properties: {part: %s, size: {type: integer}}}"
KIND = "{type: object, properties: {kind: {type: string, enum: [a, b], description: %s}}}"


def document(one: str, two: str, schemas: str = "") -> str:
    return f"""
components: {{schemas: {{{schemas}}}}}
paths:
  /runs/cancel: {{post: {{operationId: cancel, tags: [runs], responses: {{"200": {{description: d, content: {{
    application/json: {{schema: {one}}}}}}}}}}}}}
  /runs/replay: {{post: {{operationId: replay, tags: [runs], responses: {{"200": {{description: d, content: {{
    application/json: {{schema: {two}}}}}}}}}}}}}
"""


def classes(package: Made) -> list[str]:
    return sorted(name.name for name in package.names.models.values())


def told(form: str, prose: str) -> str:
    return form % (ROW % prose if form is PART else prose)


@pytest.mark.parametrize("form", [ROW, PART, KIND], ids=["object", "object in an object", "enum"])
def test_copies_stay_one_class_when_one_is_told_of_otherwise(form: str) -> None:
    one, two = told(form, "Its id"), told(form, "The id of it.")
    assert changes_of(document(one, one), document(one, two)) == ()
    assert changes_of(document(one, one), document(two, one)) == ()


@pytest.mark.parametrize("form", [ROW, PART], ids=["object", "object in an object"])
def test_classes_stay_apart_when_they_are_told_of_alike(form: str) -> None:
    one, two = told(form, "Its id"), told(form, "The id of it.")
    apart = made(document(one, two))
    assert len(classes(apart)) > len(classes(made(document(one, one))))
    assert changes_of(document(one, two), document(one, one)) == ()
    assert changes_of(document(one, two), document(two, one)) == ()


def test_a_part_of_a_component_s_shape_stays_of_its_class_when_it_is_told_of_otherwise() -> None:
    component = "Run: {type: object, properties: {id: {type: string, description: %s}, at: {type: integer}}}"
    inline = f"{{type: object, properties: {{run: {ROW % 'Its id'}}}}}"
    before = document(inline, "{$ref: '#/components/schemas/Run'}", component % "Its id")
    assert classes(made(before)).count("Run") == 1
    assert len(classes(made(before))) == 2
    for prose in ("Its id", "The id of it."):
        other = inline.replace("Its id", "One of it") if prose == "Its id" else inline
        after = document(other, "{$ref: '#/components/schemas/Run'}", component % prose)
        assert changes_of(before, after) == ()


def test_copies_are_two_once_they_are_of_two_shapes() -> None:
    one = ROW % "Its id"
    two = one.replace("at: {type: integer}", "at: {type: string}")
    found = changes_of(document(one, one), document(one, two))
    assert {item.id for item in found} >= {"response-type-changed", "model-added"}


def test_what_is_new_is_of_the_class_that_says_the_same() -> None:
    one, two = ROW % "Its id", ROW % "The id of it."
    before = made(document(one, two))
    more = document(one, two).replace(
        "paths:",
        "paths:\n  /runs/stop: {post: {operationId: stop, tags: [runs],"
        ' responses: {"200": {description: d, content: {application/json: {schema: ' + two + "}}}}}}",
    )
    after = made(more, before=before)
    assert classes(after) == classes(before)


def test_copies_of_what_no_class_is_told_of_are_no_copies() -> None:
    """A manifest may have been merged by hand."""
    one = ROW % "Its id"
    before = made(document(one, one))
    odd = replace(before, manifest={**before.manifest, "copies": {"#/nowhere": ["#/paths/~1a"]}})
    assert classes(made(document(one, one), before=odd)) == classes(before)


def test_the_places_of_copies_are_in_the_manifest() -> None:
    one = ROW % "Its id"
    manifest = made(document(one, one)).manifest
    place = "#/paths/~1runs~1%s/post/responses/200/content/application~1json/schema"
    assert manifest["copies"] == {place % "cancel": [place % "replay"]}


SHARED = """
components:
  schemas:
    Alpha: {type: object, properties: {right: {$ref: '#/components/schemas/UserRight'}}}
    ShareRight: {type: object, properties: {access: {type: string, enum: [%s]}}}
    UserRight: {type: object, properties: {access: {type: string, enum: [%s]}}}
paths:
  /t:
    post:
      operationId: t
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Alpha'}}}}
      responses:
        '200':
          description: d
          content: {application/json: {schema: {$ref: '#/components/schemas/ShareRight'}}}
"""


@pytest.mark.parametrize(("one", "two"), [("a, b, c", "a, b"), ("a, b", "a, b, c")])
def test_of_copies_that_are_two_classes_now_the_name_stays_where_the_class_stood(one: str, two: str) -> None:
    before = made(SHARED % ("a, b", "a, b"))
    (path,) = before.manifest["copies"]
    ((place, name),) = [item for item in before.names.models.items() if item[0].pointer == path[1:]]
    apart = made(SHARED % (one, two), before=before)
    assert apart.names.models[place] == name
    assert len(apart.names.models) == len(before.names.models) + 1
