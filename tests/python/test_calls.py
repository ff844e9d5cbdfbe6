"""Calls: what operations are named after, who yields where several want one name, and what keeps its name."""

import string
import tomllib
from textwrap import indent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config import ClientConfig
from generator.constraints import require_sound
from generator.diagnostics import InputError
from generator.inference.infer import infer
from generator.ir import Api
from generator.python.naming import Committed, Names, name
from tests.support.documents import api

LIST = "responses: {200: {description: d, content: {application/json: {schema: {type: array, items: {}}}}}}"

ONE = LIST.replace("{type: array, items: {}}", "{properties: {a: {type: string}}}")


def named(paths: str, committed: dict[str, str] | None = None, **settings: object) -> tuple[Api, Names]:
    found = api(f"paths:\n{paths}")
    config = ClientConfig(document="api.yaml", package="acme", **settings)  # type: ignore[arg-type]
    return found, name(found, config, Committed(calls=committed or {}))


def calls(paths: str, committed: dict[str, str] | None = None, **settings: object) -> list[str]:
    """Return how the operations are called, sorted by path and method."""
    found, names = named(paths, committed, **settings)
    return [names.operations[operation.location].call for operation in found.operations]


def call(request: str, operation_id: str = "", tag: str = "", more: str = "", **settings: object) -> str:
    """Return how one operation is called."""
    method, path = request.split()
    parts = [f"operationId: {operation_id!r}"] if operation_id else []
    parts += [f"tags: [{tag!r}]"] if tag else []
    parts += [more] if more else []
    (found,) = calls(f"  {path}: {{{method.lower()}: {{{', '.join(parts)}}}}}", **settings)
    return found


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        ("GET /runs", "runs.list"),
        ("POST /runs", "runs.create"),
        ("GET /runs/{id}", "runs.get"),
        ("PATCH /runs/{id}", "runs.update"),
        ("PUT /runs/{id}", "runs.update"),
        ("POST /runs/{id}", "runs.update"),
        ("DELETE /runs/{id}", "runs.delete"),
        ("HEAD /runs/{id}", "runs.head"),
        ("GET /api/v1/runs", "runs.list"),
        ("GET /rest/2010-04-01/Runs.json", "runs.list"),
        ("GET /public/v2beta1/runs/{id}/logs", "runs.logs.list"),
        ("POST /chat/completions", "chat.completions.create"),
        ("GET /news/news_items", "news.items.list"),
        ("GET /help_center/help_centers", "help_centers.list"),
        ("GET /users/{id}/avatar", "users.avatar.get"),
        ("POST /payments/{id}/capture", "payments.capture"),
        ("POST /payments/{id}/actions/hold", "payments.hold"),
        ("POST /levels/{id}:append", "levels.append"),
        ("POST /runs/{id}/submit_tool_outputs", "runs.submit_tool_outputs"),
        ("POST /runs/cancel/{id}", "runs.cancel"),
        ("GET /runs/search", "runs.search"),
        ("GET /pets/findByStatus", "pets.find_by_status"),
        ("POST /chat.postMessage", "chat.post_message"),
        ("GET /sign_requests/{id}", "sign_requests.get"),
        ("DELETE /gists/{id}/star", "gists.star.delete"),
        ("GET /oauth2/OAuthTokens", "oauth2.oauth_tokens.list"),
        ("GET /classes-6VMVochwUWo/EC2Instances", "classes.ec2_instances.list"),
        ("GET /users/by-name/{name}", "users.get_by_name"),
        ("POST /runs/cancel/by_tag", "runs.cancel_by_tag"),
        ("POST /inventory/batch-retrieve-counts", "inventory.batch_retrieve_counts"),
        ("GET /KeysApi/Current", "keys.current.get"),
        ("PUT /CreateTaskRun", "task_run.create"),
        ("POST /#Action=Jobs_v20140515.CheckRunOfUser", "run.check_of_user"),
        ("DELETE /DeleteTask#taskArn", "task.delete"),
        ("PUT /schemas#add", "schemas.add"),
        ("GET /userIDs", "user_ids.list"),
        ("GET /IPv4/githubURLs", "ipv4.github_urls.list"),
        ("GET /3d_models", "three_d_models.list"),
        ("GET /", "root.get"),
        # A version may have a variable, or two segments.
        ("GET /api/v{version}/runs", "runs.list"),
        ("GET /v{major}.{minor}/runs/{id}", "runs.get"),
        ("GET /api/v/2/runs", "runs.list"),
        ("GET /v/{api-version}/runs", "runs.list"),
        ("GET /v/{id}", "v.get"),
        ("GET /v1.{format}", "root.get"),
        # What names nothing where a path begins names something behind it.
        ("GET /public/lists/{id}", "lists.get"),
        ("GET /lists/public/{id}", "lists.public.get"),
        ("GET /timelines/public", "timelines.public.get"),
        ("GET /shop/rest/api/keys", "shop.rest.api.keys.list"),
        ("GET /{tenant}/api/keys", "keys.list"),
        ("GET /2/api/keys", "keys.list"),
        ("GET /api-public/keys", "keys.list"),
        ("GET /files/file-public", "files.public.get"),
        # A variable with a pattern stands for segments.
        ("GET /v1/{name=farms/*/barns/*}", "farms.barns.get"),
        ("GET /v1/{parent=farms/*}/barns", "farms.barns.list"),
        ("POST /v1/{barn=farms/*/barns/**}:paint", "farms.barns.paint"),
        ("GET /v1/farms/{path=**}", "farms.get"),
        ("GET /farms/{barn=red}", "farms.get"),
        # What is asked is a method.
        ("GET /seats/{id}/is_free", "seats.is_free"),
        ("POST /seats/isSeatTaken", "seats.is_seat_taken"),
        ("GET /isOpen", "root.is_open"),
        ("GET /seats/is_options", "seats.is_options.list"),
        # A verb and what it is done to may be one word; a GET does not do it.
        ("POST /seats/deleterow", "seats.delete_row"),
        ("POST /seats/deletedrows", "seats.deletedrows.create"),
        ("GET /seats/updaterow", "seats.updaterow.get"),
        ("POST /rows/new", "rows.new"),
        ("POST /rows/new-label", "rows.new_label.create"),
        ("POST /login", "root.login"),
        ("POST /rows/{id}/recreate", "rows.recreate"),
        ("POST /rows/count_cells", "rows.count_cells"),
        ("POST /rows/check_runs", "rows.check_runs.create"),
        ("DELETE /rows/{id}/unpublish", "rows.unpublish"),
        ("DELETE /rows/{id}/approve", "rows.approve.delete"),
        ("POST /rows/{id}/unhold", "rows.unhold"),
        ("POST /rows/{id}/favorite", "rows.favorite"),
        ("POST /#Action=DeprecateRow", "row.deprecate"),
    ],
)
def test_a_request_alone(request_: str, expected: str) -> None:
    assert call(request_) == expected


@pytest.mark.parametrize(
    ("request_", "operation_id", "expected"),
    [
        ("GET /orgs/{org}/repos", "repos/list-for-org", "repos.list_for_org"),
        ("GET /app/{id}/endpoint", "v1.endpoint.list", "endpoint.list"),
        ("POST /x", "admin::users::create", "admin.users.create"),
        ("POST /x", "UserController.findAll", "user.find_all"),
        ("GET /runs/{id}", "retrieveRun", "runs.retrieve"),
        ("GET /runs/{id}", "getRunById", "runs.get"),
        ("GET /runs", "getAllRuns", "runs.list"),
        ("GET /runs", "get_runs", "runs.list"),
        ("POST /charges/{charge}", "PostChargesCharge", "charges.update"),
        ("GET /items/{id}", "read_item_items__id__get", "items.get"),
        ("POST /messages", "sendMessage", "messages.send"),
        ("GET /files/{id}/content", "downloadFile", "files.download"),
        ("PUT /collections/{name}", "create_collection", "collections.create"),
        ("GET /companies/{id}/contacts", "ListAttachedContacts", "companies.contacts.list_attached"),
        ("GET /visitors", "listVisitorsWithoutTheUserOf", "visitors.list_without_user"),
        ("GET /albums/{id}", "get-an-album", "albums.get"),
        ("POST /indexes/{id}/similar", "similar", "indexes.similar"),
        ("POST /StartTaskRun", "StartTaskRun", "task_run.start"),
        ("POST /catalog/search-catalog-items", "SearchCatalogItems", "catalog.search_items"),
        ("POST /files/{id}/content", "sendFile_2", "files.send"),
        ("PUT /c/own/{id}/b", "update_own_b_of_the_c_of_the_user", "c.own.b.update_of_c"),
        ("POST /files/{id}/import", "uploadFiles", "files.upload"),
        # What frameworks and tools write into ids says nothing.
        ("GET /rows", "listUsingGET_1", "rows.list"),
        ("PUT /rows/{id}", "updateRowUsingPUT", "rows.update"),
        ("POST /rows/{id}", "rowUsingPOST_2_1", "rows.update"),
        ("GET /1.0/rows/{id}", "page__1.0_rows__id__getRow_GET", "rows.get"),
        ("GET /rows", "rows.index", "rows.list"),
        ("GET /rows/{id}", "rows.show", "rows.get"),
        ("POST /rows", "rows.store", "rows.create"),
        ("DELETE /rows/{id}", "rows.destroy", "rows.delete"),
        ("POST /rows/{id}/show", "rows.show", "rows.show"),
        ("POST /rows/rate", "rows#rate", "rows.rate"),
        ("PUT /rows-6aVfX1abQ#add", "put_rows-6aVfX1abQ#add", "rows.add"),
        ("GET /keys", "api-keys/list", "api_keys.list"),
        ("GET /x", "farm.api.barns.list", "farm.barns.list"),
        # A GET makes and changes nothing, whatever its id says.
        ("GET /rows/{id}", "change_row_get", "rows.get"),
        ("GET /rows", "setOfRows", "rows.list"),
        ("GET /cover", "createCoverRequest", "cover.get"),
        ("HEAD /rows/{id}", "deleteRow", "rows.head"),
        ("GET /rows/{id}/delete_with_cells", "rows_list_theirCells", "rows.list_their_cells"),
        # Which ones may be said behind the thing, unless the request says so.
        ("POST /rows/{id}", "updateRowPartial", "rows.update_partial"),
        ("PATCH /rows/{id}", "updateRowPartial", "rows.update"),
        ("GET /rows", "listRowsPublic", "rows.list_public"),
        # Words are those of the path, which may have two as one, and a preposition in a name.
        ("DELETE /rowlists/{id}/ids/{item}", "deleteIdFromRowList", "rowlists.ids.delete"),
        ("POST /rows/{id}/antispam", "configureAntiSpam", "rows.antispam.configure"),
        ("POST /rows/{id}/quicktest/url", "quickTestUrl", "rows.quicktest.url.test"),
        ("GET /chart-of-rows", "get-chart-of-rows-model", "chart_of_rows.list"),
        ("GET /rows/by-square", "getRowsOfInterestBySquare", "rows.get_of_interest_by_square"),
        # The word of another request is none for one that makes something.
        ("POST /rows", "Rows_Put", "rows.create"),
        ("POST /rows/{id}", "Rows_Put", "rows.update"),
        # By what one is got is said where it is asked for.
        ("GET /rows/{row_id}", "getLatestByUser", "rows.get"),
        ("GET /rows/{rowtype}", "getRowByType", "rows.get_by_type"),
        ("GET /rows/{name}", "getRowByUser", "rows.get_by_user"),
        ("GET /rows/{x}/{row_id}", "getRowByUser", "rows.get_by_user"),
        # What is new is made; a list may be a thing.
        ("POST /rowqueries", "newRowQuery", "rowqueries.create"),
        ("POST /rows/shifts/{kind}", "ShiftRowList", "rows.shifts.update"),
        # An id has the verb for what a path ends with.
        ("POST /rows/{id}/message", "SendMessage", "rows.send_message"),
        ("POST /rows/{id}/message", "createMessage", "rows.message"),
        ("POST /schedules/{id}/release", "ScheduleRelease", "schedules.release"),
        # What path and id both say is done.
        ("POST /rows/{id}/polish", "Rows_Polish", "rows.polish"),
        ("POST /rows/{id}/polish", "RowApi_Polish", "rows.polish"),
        ("POST /rows/{id}/polish", "TestRow_Polish", "rows.polish"),
        ("POST /rows/polishall", "Row_PolishAll", "rows.polish_all"),
        ("POST /rows/polishrow", "polishRow", "rows.polish"),
        ("GET /rows/canmove", "RowApi_CanMove", "rows.can_move"),
        ("POST /polish", "polish", "root.polish"),
        ("POST /grand-total", "grandTotal", "root.grand_total"),
        ("POST /row", "Create_Row", "row.create"),
        ("POST /batch", "Batch_Execute", "batch.execute"),
        ("POST /totals", "totals", "totals.create"),
        # A list of one is that one, unless nothing but the end of the id says list.
        ("GET /rows/{id}/cells/{cell}", "listRowCell", "rows.cells.get"),
        ("GET /rows/{id}", "listRows", "rows.list"),
        ("GET /rows/nearest/{x}", "NearestRowList", "rows.nearest.list"),
        # Several words may be one in the path, also with a verb that is none there.
        ("GET /rowlistversions/{id}", "RowListVersions_GetRowlistVersion", "rowlistversions.get"),
        ("GET /signinlogs", "getSignInLogs", "signinlogs.list"),
        ("GET /redsales", "getRedSales", "redsales.list"),
        ("POST /a/{id}/sendrowlogs", "SendRowLogs", "a.sendrowlogs.send_row_logs"),
        # A version that the path has is none of its words.
        ("GET /v3/rows/{ican}", "getRowByIcanv3", "rows.get"),
        ("GET /v3/rows/export", "exportRowsCSVV3", "rows.export"),
        ("GET /v3/rows/{id}/cells", "exportCellsCSVV3", "rows.cells.export_csv"),
        ("GET /rows", "getRowByCode", "rows.get_by_code"),
    ],
)
def test_an_id_where_it_says_more(request_: str, operation_id: str, expected: str) -> None:
    assert call(request_, operation_id) == expected


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        # It has items that are read and changed, in one of its places.
        (
            "  /deploy_keys: {get: {}}\n  /p/{p}/deploy_keys/{id}: {get: {}, delete: {}}",
            ["deploy_keys.list", "p.deploy_keys.delete", "p.deploy_keys.get"],
        ),
        (
            "  /leave_forms: {get: {}, post: {}}\n  /leave_forms/{id}: {put: {}}",
            ["leave_forms.create", "leave_forms.list", "leave_forms.update"],
        ),
        (
            "  /p/merge_forms: {get: {}, post: {operationId: merge_forms}}\n  /p/merge_forms/{id}: {get: {}}",
            ["p.merge_forms.create", "p.merge_forms.get", "p.merge_forms.list"],
        ),
        # A parameter is one of it.
        (
            "  /p/{p}/merge_form/{merge_form_id}: {get: {}}\n  /p/{p}/merge_form: {post: {}}",
            ["p.merge_form.create", "p.merge_form.get"],
        ),
        # An id makes or lists it; the request's own word says nothing.
        ("  /verify_forms: {post: {operationId: createVerifyForm}}", ["verify_forms.create"]),
        ("  /a/{a}/denyForms: {get: {operationId: DenyForms_List}}", ["a.deny_forms.list"]),
        ("  /a/{a}/submit_forms: {post: {operationId: post_submit_forms}}", ["a.submit_forms"]),
        ("  /a/{a}/clearForms: {post: {operationId: ClearForms_List}}", ["a.clear_forms"]),
        # It is answered as a list, and is nothing that is computed.
        (f"  /a/{{a}}/cancel_fees: {{get: {{{LIST}}}}}", ["a.cancel_fees.list"]),
        (f"  /a/{{a}}/suggest_names: {{get: {{{LIST}}}}}", ["a.suggest_names"]),
        (f"  /a/{{a}}/verify_fees: {{get: {{{ONE}}}}}", ["a.verify_fees"]),
        # What is done to one of many is done.
        ("  /a/cancel_forms/{id}: {post: {}}\n  /a/cancel_forms: {post: {}}", None),
        ("  /a/cancel_form/{form_id}: {get: {}, post: {}}", None),
        ("  /a/get_forms/{id}: {get: {}, post: {}}", None),
    ],
)
def test_a_thing_whose_name_begins_with_a_verb(paths: str, expected: list[str] | None) -> None:
    found = sorted(calls(paths))
    if expected is None:
        assert {call.rpartition(".")[0] for call in found} == {"a"}
    else:
        assert found == expected


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        ("  /cards/void/{id}: {post: {}}", ["cards.void"]),
        ("  /void/{id}: {post: {tags: [cards]}}", ["cards.void"]),
        ("  /cards/move_after/{id}: {post: {}}", ["cards.move_after"]),
        # Its items are read or changed, or called after it.
        ("  /cards/claim/{id}: {post: {}, get: {}}", ["cards.claim.get", "cards.claim.update"]),
        ("  /cards/claim/{claimId}: {post: {}}", ["cards.claim.update"]),
    ],
)
def test_a_verb_before_an_item_is_done_to_it(paths: str, expected: list[str]) -> None:
    assert sorted(calls(paths)) == expected


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        # Its items are changed, and read; or it is a list where others are made.
        (
            "  /barns/export: {get: {}, post: {}}\n  /barns/export/{id}: {put: {}, delete: {}}",
            ["barns.export.create", "barns.export.delete", "barns.export.get", "barns.export.update"],
        ),
        (
            "  /a/schedule-visit: {post: {}}\n  /a/schedule-visit/{v}: {get: {}, put: {}}",
            [
                "a.schedule_visit.create",
                "a.schedule_visit.get",
                "a.schedule_visit.update",
            ],
        ),
        (
            f"  /a/test_series: {{get: {{{LIST}}}, post: {{}}}}",
            ["a.test_series.create", "a.test_series.list"],
        ),
        (f"  /a/{{a}}/message: {{get: {{{LIST}}}, post: {{}}}}", ["a.message.create", "a.message.list"]),
        # What undoes it, another that reads the same, and a list that is searched for are none.
        ("  /a/{a}/pin: {post: {}, delete: {}}", ["a.delete_pin", "a.pin"]),
        ("  /a/{a}/export: {get: {}, post: {}}", ["a.create_export", "a.export"]),
        (f"  /a/search: {{get: {{{LIST}}}, post: {{{LIST}}}}}", ["a.create_search", "a.search"]),
        # A request for all of it is for many.
        (
            "  /barn/tag: {get: {}, post: {}, delete: {}}\n  /barn/tag/{id}: {get: {}, delete: {}}",
            ["barn.tag.create", "barn.tag.delete", "barn.tag.delete_many", "barn.tag.get", "barn.tag.list"],
        ),
        # What is behind a sign is done by who asks, and never removed: then it is a part of a name.
        (
            "  /look/sign.png: {get: {}, post: {}, delete: {}}",
            ["look.sign_png.create", "look.sign_png.delete", "look.sign_png.get"],
        ),
        ("  /look/sign.png: {get: {}}", ["look.sign.png"]),
        ("  /look/sign.png: {put: {}}", ["look.sign_png.update"]),
        ("  /look/Sign.Post/{a}/{b}: {get: {}, delete: {}}", ["look.sign_post.delete", "look.sign_post.get"]),
        ("  /look/sign:cancel: {delete: {}}", ["look.sign.cancel"]),
        # A variable of frameworks is one, unless it is a verb.
        ("  /looks/:look_id: {get: {}, delete: {}}", ["looks.delete", "looks.get"]),
        ("  /looks/:cancel: {delete: {}}", ["looks.cancel"]),
        ("  /look/{id}.png: {get: {}, delete: {}}", ["look.png.delete", "look.png.get"]),
    ],
)
def test_what_could_be_done_and_is_had(paths: str, expected: list[str]) -> None:
    assert sorted(calls(paths)) == expected


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        # What gets many gives a list of them.
        (f"  /getRows: {{get: {{{LIST}}}}}", ["rows.list"]),
        (f"  /getRowsOfUser: {{post: {{{LIST}}}}}", ["rows.list_of_user"]),
        (f"  /getRows: {{get: {{{ONE}}}}}", ["rows.get"]),
        (f"  /getSettings: {{get: {{{ONE}}}}}", ["settings.get"]),
        (f"  /barn.rows.get: {{get: {{{LIST}}}}}", ["barn.rows.list"]),
        (f"  /rows/get: {{post: {{{LIST}}}}}", ["rows.get"]),
    ],
)
def test_what_gets_many_lists_them(paths: str, expected: list[str]) -> None:
    assert calls(paths) == expected


DEEP = "/plans/{p}/groups/{g}/parts/Acme.Farms"


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        (
            ["Rows_List", "Rows_ListByGroup", "RowCells_Delete"],
            ["rows.list", "rows.list_by_group", "row_cells.delete"],
        ),
        # One that has no group is called by its path, which is short.
        (["Rows_List", "Rows_ListByGroup", ""], None),
    ],
)
def test_groups_of_ids_stand_for_deep_paths(ids: list[str], expected: list[str] | None) -> None:
    paths = (f"{DEEP}/rows", f"{DEEP}/groups/{{h}}/rows", f"{DEEP}/rows/{{r}}/cells/{{c}}")
    methods = ("get", "get", "delete")
    lines = [
        f"  {path}: {{{method}: {{operationId: {given!r}}}}}"
        for path, method, given in zip(paths, methods, ids, strict=True)
    ]
    found = calls("\n".join(lines))
    assert (sorted(found) == sorted(expected)) if expected else found[0].startswith("plans.groups.parts.")


SENTENCES = "  /sendMessage: {post: {}}\n  /getChat: {post: {}}\n  /deletePhoto: {post: {}}\n"


@pytest.mark.parametrize(
    ("path", "expected", "elsewhere"),
    [
        ("/stopPoll", "poll.stop", "stop_poll.create"),
        ("/pinChatMessage", "chat_message.pin", "pin_chat_message.create"),
        ("/search_users", "users.search", "search_users.create"),
        ("/logOut", "root.log_out", "log_out.create"),
        ("/follow", "root.follow", "follow.create"),
        ("/subscribe", "root.subscribe", "root.subscribe"),
        ("/me", "me.create", "me.create"),
        ("/addStickerToSet", "sticker.add_to_set", "sticker.add_to_set"),
        ("/addSticker", "sticker.create", "sticker.create"),
    ],
)
def test_where_most_paths_say_what_is_done_all_do(path: str, expected: str, elsewhere: str) -> None:
    assert expected in calls(f"{SENTENCES}  {path}: {{post: {{}}}}")
    assert elsewhere in calls(f"  {path}: {{post: {{}}}}\n  /runs: {{get: {{}}}}\n  /jobs: {{get: {{}}}}")


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        # A path that ends with all of them says no more than a list, unless there is another one.
        ("  /barn/all: {get: {}}", ["barn.list"]),
        (f"  /barns: {{get: {{{LIST}}}}}\n  /barns/all: {{get: {{}}}}", ["barns.list", "barns.list_all"]),
        ("  /barns/{id}/rows/all: {delete: {}}", ["barns.rows.delete_all"]),
        ("  /all: {get: {}}", ["all.get"]),
        ("  /barns/all/{kind}: {get: {}}", ["barns.all.get"]),
        ("  /barns/all: {post: {}}", ["barns.all.create"]),
        ("  /barns/complete/all: {get: {}}", ["barns.complete.all.get"]),
        # A kind of search is one, unless it is kept.
        ("  /barns/{id}/cell-search: {post: {operationId: search}}", ["barns.cell_search.search"]),
        (f"  /cell-search: {{post: {{{LIST}}}}}", ["cell_search.search"]),
        ("  /row_query: {post: {}}\n  /row_query/{id}: {get: {}}", ["row_query.create", "row_query.get"]),
        # What a tag says is not said again.
        ("  /connect_barns: {post: {tags: [Barns]}}", ["barns.connect"]),
        ("  /add_to_barn: {post: {tags: [Barns]}}", ["barns.add"]),
        ("  /connect_barn: {get: {tags: [Barn]}}", ["barn.connect_barn"]),
        # Nothing is said twice in a row.
        (
            "  /barns/{id}/children: {get: {operationId: barnLinkToolsGetChildrenGet, tags: [x]}}",
            ["barns.children.link_tools_get"],
        ),
    ],
)
def test_what_a_path_ends_with(paths: str, expected: list[str]) -> None:
    assert sorted(calls(paths)) == sorted(expected)


def test_a_verb_alone_that_is_read_is_a_thing() -> None:
    assert calls("  /reindex: {get: {}, post: {}}") == ["reindex.get", "reindex.create"]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        ("  /place_search/{text}: {post: {}}", ["place_search.get"]),
        ("  /place_search/{text}: {get: {}, post: {}}", ["place_search.get", "place_search.search"]),
        # Of the two the GET is the plain one, though it may ask for more.
        (
            "  /place_search/{text}: {get: {parameters: [{name: x, in: query, schema: {}}]}, post: {}}",
            ["place_search.get", "place_search.search"],
        ),
        (f"  /place_search/{{text}}: {{post: {{{LIST}}}}}", ["place_search.list"]),
        ("  /saved_search/{id}: {get: {}, post: {}}", ["saved_search.get", "saved_search.update"]),
    ],
)
def test_a_search_updates_nothing(paths: str, expected: list[str]) -> None:
    assert calls(paths) == expected


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        ("GET /videos.{format}", "videos.list"),
        ("POST /videos.{ext}", "videos.create"),
        ("POST /videos/{id}.{ext}", "videos.update"),
        ("POST /videos/{id}/capture.{ext}", "videos.capture"),
        ("GET /videos/{id}/stream.{ext}", "videos.stream"),
    ],
)
def test_a_format_is_no_item(request_: str, expected: str) -> None:
    assert call(request_) == expected


@pytest.mark.parametrize(
    ("request_", "operation_id", "tag", "expected"),
    [
        ("GET /x", "", "Organization::Users", "organization.users.get"),
        ("GET /x", "", "Users", "x.get"),
        # Its number, its versions and variables are none of its words.
        ("PUT /", "", "2. Rows", "rows.update"),
        ("POST /polish", "polish", "1.2 Rows", "rows.polish"),
        ("POST /polish", "polish", "03 - Rows", "rows.polish"),
        ("POST /polish", "polish", "2-Factor", "two_factor.polish"),
        ("GET /x", "", "1.0/rows/{rowId}/cells", "rows.cells.get"),
        # It may say what is done, too.
        ("POST /rows/{rowId}/cancel", "", "rows/{rowId}/cancel", "rows.cancel"),
        ("POST /login", "login", "1. Login", "root.login"),
        ("POST /track", "trackRow", "Track", "root.track_row"),
        ("POST /total", "total", "Total (new)", "total.create"),
        ("POST /shiftRow", "shiftRow", "Rows", "rows.shift_row"),
        ("POST /rowsToText", "rowsToText", "Rows", "rows.rows_to_text"),
        ("POST /rowTotal", "rowTotal", "Rows", "rows.total"),
    ],
)
def test_a_tag(request_: str, operation_id: str, tag: str, expected: str) -> None:
    assert call(request_, operation_id, tag) == expected


FILE = "responses: {200: {description: d, content: {image/png: {schema: {type: string, format: binary}}}}}"
NUMBER = LIST.replace("{type: array, items: {}}", "{type: integer}")


@pytest.mark.parametrize(
    ("request_", "operation_id", "answer", "expected"),
    [
        # An answer that is a list, and an id that says so.
        ("GET /rows/kind/{kind}", "getRowsByKind", LIST, "rows.kind.list"),
        ("GET /rows/{row_id}", "get_rows_row_id", LIST, "rows.list"),
        ("GET /rows/{row_id}", "getRow", LIST, "rows.get"),
        ("GET /rows/{id}", "getRows", ONE, "rows.get"),
        ("GET /rows/{id}/delete_with_cells", "rows_list_theirCells", LIST, "rows.list_their_cells"),
        # What is had as one, or is one.
        ("GET /stats", "", ONE, "stats.get"),
        ("GET /row_settings", "getRowSettings", "", "row_settings.get"),
        ("GET /stats", "getStats", LIST, "stats.list"),
        ("GET /totals_of_rows", "", NUMBER, "totals_of_rows.get"),
        ("GET /pictures", "", FILE, "pictures.get"),
        ("GET /rows", "rows_retrieve", LIST.replace("array", "object"), "rows.retrieve"),
        ("GET /rows", "rows_retrieve", LIST, "rows.list"),
        ("GET /rows", "retrieveRows", LIST.replace("array", "object"), "rows.list"),
    ],
)
def test_how_many_are_given(request_: str, operation_id: str, answer: str, expected: str) -> None:
    assert call(request_, operation_id, more=answer) == expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("x-fern-sdk-group-name: [chat, completions], x-fern-sdk-method-name: make", "chat.completions.make"),
        ("x-fern-sdk-method-name: make", "runs.make"),
        ("x-speakeasy-group: chat.completions, x-speakeasy-name-override: make", "chat.completions.make"),
        ("x-speakeasy-group: admin", "admin.create"),
        ("x-methodName: makeRun", "runs.make_run"),
        ("x-stainless-naming: {python: {method_name: make}}", "runs.make"),
        ("x-methodName: no, x-oasmith-group: a.b, x-oasmith-name: yes_", "a.b.yes"),
        ("x-methodName: 3, x-speakeasy-group: {}, x-fern-sdk-group-name: [1]", "runs.create"),
    ],
)
def test_extensions(more: str, expected: str) -> None:
    assert call("POST /runs", more=more) == expected
    refused = call("POST /runs", more=more, ignore_extensions=True)
    assert refused == (expected if "oasmith" in more else "runs.create")


def test_the_settings_come_first() -> None:
    settings = {"names": {"GET /runs": "admin.organization.users.list"}}
    assert call("GET /runs", "x", more="x-oasmith-name: a", **settings) == "admin.organization.users.list"
    assert call("GET /runs", "x", more="x-oasmith-name: a", names={"x": "b"}) == "runs.b"
    assert call("GET /accounts/{a}/runs", scopes=("accounts",)) == "runs.list"


@pytest.mark.parametrize("wrong", ["a..b", "", "1.b", "a.b c", "a.__b", ".".join(["a"] * 200)])
def test_settings_that_are_no_calls_are_refused(wrong: str) -> None:
    with pytest.raises(InputError, match="names"):
        require_sound(ClientConfig(document="a", names={"x": wrong}))


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


PAGES = """
parameters:
  - {name: offset, in: query, schema: {type: integer}}
  - {name: limit, in: query, schema: {type: integer}}
responses:
  200:
    description: d
    content:
      application/json:
        schema: {properties: {items: {type: array, items: {}}, total: {type: integer}}}
"""


@pytest.mark.parametrize(
    ("requests", "expected"),
    [
        (["POST /searches createSearch"], ["searches.list"]),
        (["POST /searches"], ["searches.list"]),
        (["POST /runs/search"], ["runs.search"]),
        (["POST /runs queryRuns"], ["runs.query"]),
        # What is asked by a GET is the plain one.
        (["GET /runs", "POST /runs"], ["runs.list", "runs.search"]),
        (["POST /runs/{id}"], ["runs.update"]),
    ],
)
def test_what_gives_pages_lists(requests: list[str], expected: list[str]) -> None:
    paths: dict[str, str] = {}
    for request in requests:
        method, path, *ids = request.split()
        own = indent(PAGES + "".join(f"operationId: {it}" for it in ids), "      ")
        if method == "GET":  # which may ask for more, and is the plain one all the same
            own = own.replace("parameters:", "parameters:\n        - {name: x, in: query, schema: {}}")
        paths[path] = paths.get(path, f"  {path}:\n") + f"    {method.lower()}:{own}\n"
    found = infer(api("paths:\n" + "".join(paths.values())))
    names = name(found, ClientConfig(document="api.yaml", package="acme"))
    assert sorted(it.call for it in names.operations.values()) == expected


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
