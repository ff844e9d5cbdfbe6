"""Overlays: what their actions make of a document, and what is said of those that make nothing."""

import copy
from typing import Any

import pytest

from generator.diagnostics import Diagnostic, InputError, Location, Position, Severity
from generator.reading.document import Document, parse
from generator.reading.overlay import Overlaid, apply


def document(text: str, name: str = "api.yaml") -> Document:
    return parse(text.encode(), name)


def overlay(actions: str, version: str = "1.1.0") -> Document:
    """Return an overlay with these actions, each indented by nothing."""
    return document(
        f"overlay: {version}\ninfo: {{title: T, version: '1'}}\nactions:\n{actions}", "overlay.yaml"
    )


def applied(text: str, *actions: str) -> Any:
    """Return what one overlay for each text makes of a document, without a warning."""
    result = apply(document(text), [overlay(each) for each in actions])
    assert result.warnings == ()
    return result.document.data


def errors(text: str, *overlays: Document) -> list[tuple[str, str, str]]:
    """Return the code, message and pointer of each error of overlays."""
    with pytest.raises(InputError) as caught:
        apply(document(text), overlays)
    found = caught.value.diagnostics
    assert {each.location.file for each in found if each.location} == {"overlay.yaml"}
    return [(each.code, each.message, each.location.pointer) for each in found if each.location]


def test_without_overlays_nothing_changes() -> None:
    base = document("a: 1")
    assert apply(base, []).document.data is base.data


def test_mappings_are_merged_all_the_way_down() -> None:
    assert applied(
        "info: {title: A, contact: {name: B, tags: [1]}}",
        "- {target: $.info, update: {title: C, contact: {url: D, tags: [2, 3]}, x: null}}",
    ) == {"info": {"title": "C", "contact": {"name": "B", "tags": [1, 2, 3], "url": "D"}, "x": None}}


def test_the_root() -> None:
    assert applied("a: 1", "- {target: $, update: {b: {c: 2}}}") == {"a": 1, "b": {"c": 2}}


def test_sequences_take_an_item_or_items() -> None:
    base = "a: [{b: 1}]"
    assert applied(base, "- {target: $.a, update: {b: 2}}") == {"a": [{"b": 1}, {"b": 2}]}
    assert applied(base, "- {target: $.a, update: text}") == {"a": [{"b": 1}, "text"]}
    assert applied(base, "- {target: $.a, update: [{b: 2}, 3]}") == {"a": [{"b": 1}, {"b": 2}, 3]}
    assert applied(base, "- {target: $.a, update: [[4]]}") == {"a": [{"b": 1}, [4]]}


def test_values_are_replaced() -> None:
    assert applied(
        "a: {b: 1}\nc: [x, y]", "- {target: $.a.b, update: null}\n- {target: '$.c[-1]', update: z}"
    ) == {
        "a": {"b": None},
        "c": ["x", "z"],
    }


def test_actions_are_applied_one_after_the_other() -> None:
    assert applied(
        "a: {type: string}",
        "- {target: $.a.type, remove: true}\n- {target: $.a, update: {type: [string, 'null']}}",
        "- {target: $.a.type, update: integer}",
    ) == {"a": {"type": ["string", "null", "integer"]}}


def test_many_targets() -> None:
    base = "paths: {/a: {get: {tags: [x]}}, /b: {get: {tags: [y]}, put: {}}}"
    assert applied(base, "- {target: '$.paths.*.get', update: {deprecated: true}}") == {
        "paths": {
            "/a": {"get": {"tags": ["x"], "deprecated": True}},
            "/b": {"get": {"tags": ["y"], "deprecated": True}, "put": {}},
        }
    }
    assert applied(base, "- {target: \"$.paths[?@.get.tags[?@ == 'y']]\", remove: true}") == {
        "paths": {"/a": {"get": {"tags": ["x"]}}}
    }


def test_removal() -> None:
    assert applied("a: [0, 1, 2, 3]", "- {target: '$.a[0, 2, 1, 0]', remove: true}") == {"a": [3]}
    assert applied("a: {x: {x: 1}, y: [{x: 1}, 2]}", "- {target: $..x, remove: true}") == {
        "a": {"y": [{}, 2]}
    }
    assert applied("a: {b: 1, c: 2}", "- {target: $.a.b, remove: true, update: {d: 1}}") == {"a": {"c": 2}}
    assert applied("a: {b: 1}", "- {target: $.a, remove: false, update: {c: 2}}") == {"a": {"b": 1, "c": 2}}


def test_copies() -> None:
    base = "paths: {/items: {get: {ok: 1}}, /some: {delete: {}}}"
    create = "- {target: $.paths, update: {/new: {}}}\n"
    move = create + "- {target: \"$.paths['/new']\", copy: \"$.paths['/items']\"}\n"
    assert applied(base, "- {target: \"$.paths['/some']\", copy: \"$.paths['/items']\"}") == {
        "paths": {"/items": {"get": {"ok": 1}}, "/some": {"delete": {}, "get": {"ok": 1}}}
    }
    assert applied(base, move + "- {target: \"$.paths['/items']\", remove: true}") == {
        "paths": {"/some": {"delete": {}}, "/new": {"get": {"ok": 1}}}
    }
    assert applied(base, move, "- {target: \"$.paths['/new'].get\", update: {more: 2}}")["paths"][
        "/items"
    ] == {"get": {"ok": 1}}


def test_what_is_copied_is_what_was_there_before() -> None:
    assert applied("a: {b: {c: 1}}", "- {target: $.a.b, copy: $.a}") == {"a": {"b": {"c": 1, "b": {"c": 1}}}}
    assert applied("a: [1]", "- {target: $.a, copy: $.a}\n- {target: $.a, copy: $.a}") == {"a": [1, 1, 1, 1]}
    assert applied("a: 1\nb: [2]", "- {target: $.b, copy: $.a}\n- {target: $.a, copy: '$.b[0]'}") == {
        "a": 2,
        "b": [2, 1],
    }


def test_nothing_is_changed_in_place() -> None:
    base = document("a: &a {b: [1], c: {d: 1}}\ne: *a\nf: &f {b: [1], c: {d: 1}}\n")
    update = overlay(
        "- {target: $.a, update: &u {b: [2], c: {g: [3]}}}\n"
        "- {target: $.f, update: *u}\n"
        "- {target: $.a.c.g, update: 4}\n"
        "- {target: '$.a.b[0]', remove: true}\n"
        "- {target: $.f, copy: $.a.c}\n"
    )
    before = copy.deepcopy((base.data, update.data))
    assert apply(base, [update]).document.data == {
        "a": {"b": [2], "c": {"d": 1, "g": [3, 4]}},
        "e": {"b": [1], "c": {"d": 1}},
        "f": {"b": [1, 2], "c": {"d": 1, "g": [3]}, "d": 1, "g": [3, 4]},
    }
    assert (base.data, update.data) == before


def test_the_result_is_still_the_document() -> None:
    base = document("a: 1\nb: [{c: 1}, {d: 2}]\n")
    changes = overlay("- {target: '$.b[0]', remove: true}\n- {target: $, update: {e: {f: 1}}}")
    result = apply(base, [changes]).document
    assert (result.name, result.digest, result.overlays) == ("api.yaml", base.digest, (changes,))
    assert base.position("/b/1/d") == Position(2, 14)
    assert result.positions(["/a", "/b", "/b/0/d", "/e/f"]) == {
        "/a": Position(1, 1),
        "/b": Position(2, 1),
        "/b/0/d": Position(2, 1),
        "/e/f": Position(1, 1),
    }


def test_a_target_that_matches_nothing() -> None:
    result = apply(
        document("a: 1"), [overlay("- {target: $.b, update: {c: 1}}\n- {target: $.b, copy: $.nothing}")]
    )
    assert result == Overlaid(
        result.document,
        tuple(
            Diagnostic(
                severity=Severity.WARNING,
                code="unmatched-target",
                message="the target '$.b' matches nothing",
                location=Location("overlay.yaml", f"/actions/{index}/target"),
            )
            for index in (0, 1)
        ),
    )
    assert result.document.data == {"a": 1}


def test_an_action_that_does_nothing() -> None:
    (doubt,) = apply(document("a: 1"), [overlay("- {target: $, x-own: 1}", "1.0.0")]).warnings
    assert (doubt.code, doubt.message) == (
        "idle-overlay-action",
        "an action without 'update', 'copy' and 'remove' does nothing",
    )


@pytest.mark.parametrize(
    ("action", "message", "key"),
    [
        (
            "{target: $.a, update: text}",
            "'#/a' is a mapping, and a single value cannot be merged with it; remove it first",
            "update",
        ),
        (
            "{target: $, update: {a: {b: {c: 1}}}}",
            "'#/a/b' is a single value, and a mapping cannot be merged with it; remove it first",
            "update",
        ),
        (
            "{target: $, update: {s: {}}}",
            "'#/s' is a sequence, and a mapping cannot be merged with it; remove it first",
            "update",
        ),
        (
            "{target: $.*, update: {}}",
            "the target selects nodes of more than one kind: mappings, sequences, values",
            "update",
        ),
        ("{target: $.a, copy: '$.s[*]'}", "'copy' selects 2 nodes and not one", "copy"),
        ("{target: $.a, copy: $.x}", "'copy' selects 0 nodes and not one", "copy"),
        ("{target: $, remove: true}", "the whole document cannot be removed", "remove"),
    ],
)
def test_an_action_that_does_not_fit(action: str, message: str, key: str) -> None:
    assert errors("a: {b: 1}\ns: [1, 2]", overlay(f"- {action}")) == [
        ("bad-overlay-action", message, f"/actions/0/{key}")
    ]


@pytest.mark.parametrize(
    ("text", "message", "pointer"),
    [
        ("openapi: 3.1.0", "this is not an overlay: it has no 'overlay' version", ""),
        (
            "{overlay: 1.2.0, info: {title: T, version: 1}, actions: [{target: $}]}",
            "the overlay version '1.2.0' is not supported; oasmith reads '1.0.0' and '1.1.0'",
            "/overlay",
        ),
        (
            "{overlay: 1.0, info: {title: T, version: 1}, actions: [{target: $}]}",
            "the overlay version 1.0 is not supported; oasmith reads '1.0.0' and '1.1.0'",
            "/overlay",
        ),
        (
            "{overlay: 1.0.0, info: {title: T}, actions: [{target: $}]}",
            "an overlay has an 'info' with a 'title' and a 'version'",
            "/info",
        ),
        (
            "{overlay: 1.0.0, info: {title: T, version: 1}, actions: []}",
            "an overlay has a list of 'actions'",
            "/actions",
        ),
        (
            "{overlay: 1.0.0, info: {title: T, version: 1}, actions: [{target: $}], extend: x}",
            "the field 'extend' is not known; did you mean 'extends'?",
            "/extend",
        ),
    ],
)
def test_what_is_no_overlay(text: str, message: str, pointer: str) -> None:
    assert errors("a: 1", document(text, "overlay.yaml")) == [("not-an-overlay", message, pointer)]


def test_every_fault_of_every_overlay_is_told() -> None:
    first = overlay("- text\n- {update: {}}\n- {target: $, updates: {}}\n- {target: 'paths', copy: '$['}\n")
    second = overlay(
        "- {target: $, remove: 'yes'}\n- {target: $, copy: $, update: 1}\n- {target: $, copy: [$]}\n", "1.0.3"
    )
    needs_target = "an action is a mapping with a 'target', a JSONPath query"
    needs_version = "'copy' came with Overlay 1.1: say 'overlay: 1.1.0'"
    found = errors("a: 1", first, second)
    assert [(code, message) for code, message, pointer in found if code == "bad-jsonpath"] == [
        ("bad-jsonpath", "not a JSONPath query (RFC 9535): expected '$', found 'p'"),
        ("bad-jsonpath", "not a JSONPath query (RFC 9535): unbalanced brackets"),
    ]
    assert [(message, pointer) for code, message, pointer in found if code == "bad-overlay-action"] == [
        (needs_target, "/actions/0"),
        (needs_target, "/actions/1"),
        ("the field 'updates' is not known; did you mean 'update'?", "/actions/2/updates"),
        ("'remove' is true or false", "/actions/0/remove"),
        (needs_version, "/actions/1/copy"),
        ("an action has an 'update' or a 'copy', not both", "/actions/1/copy"),
        ("'copy' is a JSONPath query", "/actions/2/copy"),
        (needs_version, "/actions/2/copy"),
    ]
