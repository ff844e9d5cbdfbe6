"""Documents that know hardly anything but POST: what their paths end with is called."""

import pytest

from tests.python.test_calls import calls

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
