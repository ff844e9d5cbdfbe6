"""Calls that several operations want: who has one, what the others are called, and what keeps its name."""

import string
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import InputError
from tests.support.calls import LIST, ONE, calls
from tests.support.documents import api


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        # The item has the word, whatever the order; what is done to all of them says so.
        (
            "  /docs: {delete: {operationId: deleteDocs}}\n  /docs/{id}: {delete: {operationId: deleteDoc}}",
            ["docs.delete_many", "docs.delete"],
        ),
        ("  /docs/{id}: {put: {}, patch: {}}", ["docs.replace", "docs.update"]),
        (
            f"  /a/{{x}}/logs: {{get: {{{LIST}}}}}\n  /a/logs: {{get: {{{LIST}}}}}",
            ["a.logs.list", "a.logs.list_by_x"],
        ),
        (
            "  /user/{name}: {get: {}}\n  /v2/user/{id}: {get: {}}",
            ["user.get", "user.get_by_id"],
        ),
        # What can be called keeps its name; what is below it is beside it.
        (
            "  /runs/search: {get: {}}\n  /runs/search/history: {get: {}}",
            ["runs.search", "runs.search_history.get"],
        ),
        ("  /b/{id}/import: {post: {}, get: {}}", ["b.get_import", "b.import_"]),
        # What a fragment asks for tells two apart.
        (
            f"  '/servers#name': {{get: {{{ONE}}}}}\n  '/servers#path': {{get: {{{ONE}}}}}",
            ["servers.get", "servers.get_by_path"],
        ),
        # What is done to one is the plain one; what is done to all says so, or how.
        (
            (
                "  /rows/{id}/cancel: {post: {operationId: CancelRow}}\n"
                "  /rows/cancel: {post: {operationId: CancelRowByLabel}}"
            ),
            ["rows.cancel", "rows.cancel_by_label"],
        ),
        (
            (
                "  /rows/{id}/close: {post: {operationId: CloseRow}}\n"
                "  /rows/close: {post: {operationId: CloseRows}}"
            ),
            ["rows.close", "rows.close_many"],
        ),
        (
            (
                "  /rows/delete: {post: {operationId: DeleteRows}}\n"
                "  /rows/{id}: {delete: {operationId: DeleteRow}}"
            ),
            ["rows.delete", "rows.delete_many"],
        ),
        (
            "  /rows/{id}/upload: {post: {}}\n  /rows/upload: {post: {operationId: uploadRow}}",
            ["rows.create_upload", "rows.upload"],
        ),
        (
            "  /rows/{id}/extend: {post: {}, get: {}}",
            ["rows.extend", "rows.get_extend"],
        ),
        (
            "  /row_state/: {patch: {operationId: rows_bulk_update}}\n  /row_state/{id}: {patch: {}}",
            ["row_state.update", "row_state.update_many"],
        ),
        # What has items is listed, though it is had as one elsewhere; a list says that it is one.
        (
            (
                f"  /p/{{p}}/settings: {{get: {{{LIST.replace('array', 'object')}}}}}\n"
                "  /p/{p}/settings/{id}: {get: {}}"
            ),
            ["p.settings.get", "p.settings.list"],
        ),
        (
            f"  /rows: {{get: {{{LIST}}}}}\n  /rows/{{kind}}: {{get: {{operationId: getOldRows, {LIST}}}}}",
            ["rows.list", "rows.list_old"],
        ),
        (
            (f"  /v1/rows: {{get: {{{LIST}}}}}\n  /v2/rows: {{get: {{operationId: rows_get, {LIST}}}}}"),
            ["rows.list", "rows.list_v2"],
        ),
        # A request of another version has that behind it, the oldest none, however much they take.
        (
            "  /rows: {post: {parameters: [{in: query, name: q, schema: {}}]}}\n  /1.5/rows: {post: {}}",
            ["rows.create", "rows.create_v1_5"],
        ),
        (
            "  /v2/rows/{a}/cancel: {post: {}}\n  /v10/rows/{a}/cancel: {post: {operationId: cancelRowV10}}",
            ["rows.cancel", "rows.cancel_v10"],
        ),
        # Several in one version are told by what they ask for.
        (
            "  /v1/rows/{code}: {get: {}}\n  /v1/rows/{name}: {get: {}}",
            ["rows.get", "rows.get_by_name"],
        ),
        # What can be done is asked of a collection first.
        (
            "  /rows: {options: {}}\n  /rows/{id}: {options: {}}\n  /: {options: {}}",
            ["root.options", "rows.options", "rows.options_by_id"],
        ),
        # What ends with a parameter, and gives many of which one more gets one, is what they are in.
        (
            (
                f"  /rows/{{log}}: {{get: {{{LIST}}}, post: {{}}, delete: {{operationId: deleteAllRows}}}}\n"
                f"  /rows/{{log}}/{{id}}: {{get: {{{ONE}}}, delete: {{}}}}"
            ),
            ["rows.create", "rows.delete", "rows.delete_many", "rows.get", "rows.list"],
        ),
        (
            f"  /rows/{{id}}: {{get: {{{ONE}}}, post: {{}}}}\n  /rows/{{id}}/{{part}}: {{get: {{{ONE}}}}}",
            ["rows.get", "rows.get_by_part", "rows.update"],
        ),
        (
            (
                "  /row/{id}/cancel: {post: {operationId: CancelRow}}\n"
                "  /row/cancel: {post: {operationId: CancelRowByLabel}}"
            ),
            ["row.cancel_by_label", "row.cancel"],
        ),
        (
            "  /rows/{a}/cancel: {post: {}}\n  /rows/{a}/{b}/cancel: {post: {}}",
            ["rows.cancel", "rows.cancel_by_b"],
        ),
        # An id that reads the path aloud says no more than it.
        (
            (
                f"  /a/rows: {{get: {{{LIST}}}}}\n"
                f"  /a/rows/{{kind}}: {{get: {{operationId: GET_a-rows-kind, {LIST}}}}}"
            ),
            ["a.rows.list", "a.rows.list_by_kind"],
        ),
        (
            "  /a/{a_id}/meta: {get: {operationId: get_a_id_meta}}\n  /a/{a_id}/meta/{scope}: {get: {}}",
            ["a.meta.get_by_a_id", "a.meta.get"],
        ),
    ],
)
def test_who_yields(paths: str, expected: list[str]) -> None:
    assert sorted(calls(paths)) == sorted(expected)


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        # A segment that says that many are got, and one of them, is called as they are.
        (
            (
                "  /nodes/{n}/GetParts: {get: {}}\n  /nodes/{n}/GetParts/{p}: {get: {}}\n"
                "  /nodes/{n}/GetParts/{p}/Delete: {post: {}}\n  /nodes/{n}/GetHealth: {get: {}}"
            ),
            ["nodes.get_health", "nodes.parts.delete", "nodes.parts.get", "nodes.parts.list"],
        ),
        (
            "  /store/{p}/GetSession: {get: {}}\n  /store/GetSession: {get: {}}",
            ["store.get_session", "store.get_session_by_p"],
        ),
        ("  /zone: {get: {}}\n  /zone/{id}: {get: {}}", ["zone.get", "zone.list"]),
        (f"  /zone: {{get: {{{ONE}}}}}\n  /zone/{{id}}: {{get: {{}}}}", ["zone.get", "zone.get_zone"]),
        (
            "  /u/{u}/card: {get: {}}\n  /u/{u}/card/{id}: {get: {}}",
            ["u.card.get", "u.card.get_by_u"],
        ),
        (
            "  /u/{u}/card: {get: {operationId: getCards}}\n  /u/{u}/card/{id}: {get: {}}",
            ["u.card.get", "u.card.list"],
        ),
        ("  /log: {delete: {}}\n  /log/{id}: {delete: {}}", ["log.delete", "log.delete_many"]),
        (
            "  /racks: {put: {}, patch: {}}\n  /racks/{id}: {put: {}, patch: {}}",
            ["racks.replace", "racks.replace_many", "racks.update", "racks.update_many"],
        ),
        ("  /a/getText: {get: {}, post: {}}", ["a.get_text", "a.get_text_by_post"]),
        (
            "  /images/delete: {post: {}}\n  /images/{id}: {delete: {}}",
            ["images.delete", "images.delete_many"],
        ),
        # A GET has the plain name, though it may ask for more; a path that says `list` is called so.
        (
            "  '/#Action=GetText': {get: {parameters: [{name: x, in: query, schema: {}}]}, post: {}}",
            ["text.get", "text.get_by_post"],
        ),
        (
            (
                f"  /a: {{get: {{parameters: [{{name: x, in: query, schema: {{}}}}], {LIST}}}}}\n"
                "  /a/list: {post: {}}"
            ),
            ["a.get_list", "a.list"],
        ),
        # A number in a path is nothing that one may ask by.
        ("  /2/status: {get: {}}\n  /2/status/{key}: {get: {}}", ["status.get", "status.list"]),
        # Of what is answered as one, nothing says that it is many.
        (
            (
                f"  /calls: {{post: {{operationId: GetCallToken__1, {ONE}}}}}\n"
                "  /calls/{id}: {get: {operationId: getCall}}"
            ),
            ["calls.get", "calls.get_token"],
        ),
        (
            (
                f"  /calls: {{post: {{operationId: getCalls, {LIST}}}}}\n"
                "  /calls/{id}: {get: {operationId: getCall}}"
            ),
            ["calls.get", "calls.get_many"],
        ),
    ],
)
def test_no_verb_is_said_twice(paths: str, expected: list[str]) -> None:
    assert sorted(calls(paths)) == expected


def test_paths_that_differ_in_their_queries() -> None:
    paths = "\n".join(
        f'  "/weather?{query}": {{get: {{parameters: [{parameters}]}}}}'
        for query, parameters in (
            ("lat={lat}&lon={lon}", "{name: lat, in: path}, {name: lon, in: path}"),
            ("city={city}", "{name: city, in: path}"),
            ("kind=sea", ""),
        )
    )
    assert sorted(calls(paths)) == ["weather.get", "weather.get_by_city", "weather.get_by_lat_lon"]


def test_two_that_are_configured_the_same_are_an_error() -> None:
    paths = "  /a: {get: {operationId: a}}\n  /b: {get: {operationId: b}}"
    with pytest.raises(InputError) as caught:
        calls(paths, names={"a": "x.y", "b": "x.y"})
    assert 'names = { "b" = "x.y_..." }' in caught.value.diagnostics[0].message


def test_operations_of_one_id_are_named_by_their_requests() -> None:
    paths = "  /a: {get: {operationId: a}}\n  /b: {get: {operationId: a}}"
    with pytest.raises(InputError) as caught:
        calls(paths, names={"a": "x.y"})
    assert 'names = { "GET /b" = "x.y_..." }' in caught.value.diagnostics[0].message
    assert calls(paths, names={"a": "x.y", "GET /b": "x.z"}) == ["x.y", "x.z"]


def test_a_committed_call_is_kept_and_newcomers_yield() -> None:
    paths = "  /runs: {get: {operationId: listRuns}}\n  /docs: {get: {operationId: listDocs}}"
    committed = {"GET /runs": "jobs.all", "GET /docs": "runs.list", "GET /gone": "docs.list"}
    assert calls(paths, committed) == ["runs.list", "jobs.all"]
    assert calls("  /runs: {get: {}}\n  /x: {get: {}}", {"GET /x": "runs.list"})[1] == "runs.list"


@pytest.mark.parametrize("wrong", ["", "a", "a..b", "a.1", "a.b c", "a.__class__", "a.b; import os"])
def test_a_committed_call_that_is_none_is_not_kept(wrong: str) -> None:
    assert calls("  /runs: {get: {}}", {"GET /runs": wrong}) == ["runs.list"]


SEGMENTS = st.sampled_from(
    ["runs", "run", "search", "{id}", "{run}", "v1", "import", "list", "3d", "type", "a-b"]
)
PATHS = st.lists(SEGMENTS, min_size=1, max_size=4).map(lambda parts: "/" + "/".join(dict.fromkeys(parts)))
METHODS = st.sampled_from(["get", "post", "put", "patch", "delete", "head"])
IDS = st.sampled_from(["", "runs/list", "getRun", "list_runs", "searchRuns", "a.b.c", "import", "run"])
OPERATIONS = st.dictionaries(st.tuples(PATHS, METHODS), IDS, min_size=1, max_size=12)


def document(operations: dict[tuple[str, str], str]) -> str:
    paths: dict[str, list[str]] = {}
    for (path, method), operation_id in operations.items():
        own = f"operationId: {operation_id!r}" if operation_id else ""
        paths.setdefault(path, []).append(f"{method}: {{{own}}}")
    return "\n".join(f"  {path!r}: {{{', '.join(methods)}}}" for path, methods in sorted(paths.items()))


@given(old=OPERATIONS, new=OPERATIONS)
def test_adding_operations_renames_no_old_one(
    old: dict[tuple[str, str], str], new: dict[tuple[str, str], str]
) -> None:
    before = dict(zip(_requests(old), calls(document(old)), strict=True))
    both = new | old
    after = dict(zip(_requests(both), calls(document(both), before), strict=True))
    assert {request: after[request] for request in before} == before


@given(operations=OPERATIONS)
def test_no_two_are_called_the_same_and_none_has_a_number_of_ours(
    operations: dict[tuple[str, str], str],
) -> None:
    found = calls(document(operations))
    methods, resources = set(found), {call.rpartition(".")[0] for call in found}
    assert len(methods) == len(found)
    assert not methods & {".".join(r.split(".")[:size]) for r in resources for size in range(1, 9)}
    assert not [call for call in found if call.removesuffix("_v1")[-1] in string.digits]


def _requests(operations: dict[tuple[str, str], str]) -> list[str]:
    found = api(f"paths:\n{document(operations)}")
    return [f"{operation.method} {operation.path}" for operation in found.operations]


def test_extensions_for_other_tools_yield_where_two_say_the_same() -> None:
    """They are made for packages of others: no fault of theirs ends a run."""
    hint = "x-fern-sdk-group-name: runs, x-fern-sdk-method-name: make"
    paths = f"  /runs: {{post: {{{hint}}}}}\n  /runs/{{id}}/copies: {{post: {{{hint}}}}}\n"
    assert calls(paths) == ["runs.make", "runs.make_copies"]
    # Someone who adds them to a package that is there already wants them.
    assert calls(paths, {"POST /runs": "runs.create"}) == ["runs.make", "runs.make_copies"]


def test_the_line_to_paste_is_toml() -> None:
    paths = "".join(f"  /runs/{name}: {{get: {{operationId: 'a\"{name}'}}}}\n" for name in ("a", "b"))
    names = {'a"a': "runs.same", 'a"b': "runs.same"}
    with pytest.raises(InputError) as caught:
        calls(paths, names=names)
    (line,) = [item.message.split("settings: ")[1] for item in caught.value.diagnostics]
    assert tomllib.loads(line)["names"].keys() <= names.keys()
