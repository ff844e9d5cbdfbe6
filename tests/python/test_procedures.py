"""What a POST is called that makes nothing: in documents that know hardly anything else, and by its prose."""

import pytest

from tests.support.calls import LIST, calls

READ = "  /jobs/list: {post: {}}\n  /jobs/info: {post: {}}\n  /users/delete: {post: {}}\n"
SINGLE = "  /jobs/info: {post: {}}\n  /jobs/history: {post: {}}\n  /users/profile: {post: {}}\n"
MANY = "  /embeddings: {post: {}}\n  /images/edits: {post: {}}\n  /completions: {post: {}}\n"
MORE = "  /tags/history: {post: {}}\n  /tags/time-series: {post: {}}\n"


@pytest.mark.parametrize(
    ("around", "path", "expected"),
    [
        (READ, "/users/senders", "users.senders"),
        (READ, "/ips/pool-info", "ips.pool_info"),
        (READ, "/ips/check-pool", "ips.check_pool"),
        (READ, "/balance", "root.balance"),
        (SINGLE, "/users/senders", "users.senders"),
        # Where most paths end with what there are many of, one of them is made.
        (MANY, "/images/generations", "images.generations.create"),
    ],
)
def test_what_a_path_ends_with_is_called(around: str, path: str, expected: str) -> None:
    assert expected in calls(f"{around}{MORE}  {path}: {{post: {{}}}}")


def test_an_id_says_more_than_the_end_of_its_path() -> None:
    found = calls(f"{READ}{MORE}  /jobs/state: {{post: {{operationId: fetchJobState}}}}")
    assert "jobs.state.get" in found


@pytest.mark.parametrize(
    "others",
    [
        "  /runs: {get: {}}\n",
        "  /runs/{run_id}/logs: {post: {}}\n",
        "",
    ],
)
def test_other_requests_and_parameters_tell_that_things_are_made(others: str) -> None:
    fewer = READ if others else READ.partition("\n")[0] + "\n"
    assert "users.senders.create" in calls(f"{fewer}{MORE}{others}  /users/senders: {{post: {{}}}}")


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        ("summary: Returns the distance", "routes.distance.get"),
        ("description: Get a distance.", "routes.distance.get"),
        ("{summary: Retrieves distances, " + LIST + "}", "routes.distance.list"),
        ("{summary: Returns a distance, operationId: post_distance}", "routes.distance.get"),
        # What makes one says so, in its id or its prose, or by what it is.
        ("{summary: Returns a distance, operationId: create_distance}", "routes.distance.create"),
        ("summary: Get or create a distance", "routes.distance.create"),
        ("summary: Compute a distance", "routes.distance.create"),
        ("summary: Getaway distance", "routes.distance.create"),
        ("{}", "routes.distance.create"),
    ],
)
def test_a_post_is_a_get_where_its_prose_says_that_it_reads(request_: str, expected: str) -> None:
    if not request_.startswith("{"):
        request_ = f"{{{request_}}}"
    assert calls(f"  /routes/distance: {{post: {request_}}}") == [expected]


def test_a_post_that_reads_beside_a_get_is_told_from_it() -> None:
    found = calls("  /routes: {get: {}, post: {summary: Returns routes}}")
    assert found == ["routes.list", "routes.create"]


def test_what_is_made_for_who_asks_is_created() -> None:
    assert calls("  /oauth/token: {post: {summary: Get a token}}") == ["oauth.token.create"]
