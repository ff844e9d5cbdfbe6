"""All lists and the main writes of Trigger.dev's API, beside what `trigger_server` has of it."""

import re
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

from tests.support.http_server import RecordedRequest, Reply, json_reply
from tests.support.trigger_server import (
    ACCESS_TOKEN,
    NOW,
    PUBLIC_TOKEN,
    SECRET_KEY,
    Row,
    TriggerServer,
    instant,
    json_object,
    page_size,
    query_error,
    refused,
    run_state,
    unprocessable,
)

Answer = Callable[..., Reply]
SECRET = frozenset({SECRET_KEY})
PUBLIC = frozenset({SECRET_KEY, PUBLIC_TOKEN})
PERSONAL = frozenset({SECRET_KEY, ACCESS_TOKEN})
TOKEN_STATUSES = frozenset({"WAITING", "COMPLETED", "TIMED_OUT"})


class FullTriggerServer(TriggerServer):
    """The API with errors, deployments, tokens, bulk actions, queues, schedules and variables.

    Attributes:
        errors, deployments, tokens, bulk_actions: the rows, newest first.
    """

    def __init__(self, *, splits_commas: bool = True) -> None:
        super().__init__(splits_commas=splits_commas)
        self.errors = [error_row(number) for number in range(1, 8)]
        self.deployments = [deployment_row(number) for number in range(1, 8)]
        self.tokens = [token_row(number) for number in range(1, 8)]
        self.bulk_actions = [bulk_row(number) for number in range(1, 8)]

    def _operations(self) -> list[tuple[str, str, Answer, frozenset[str]]]:
        def one(rows: list[Row]) -> Answer:
            return lambda _request, key: json_reply(found(rows, key))

        error, run = "/api/v1/errors/([^/]+)", "/api/v1/runs/([^/]+)"
        bulk, token = "/api/v1/bulk-actions", "/api/v1/waitpoints/tokens"
        schedule, variable = "/api/v1/schedules/([^/]+)", "/api/v1/projects/[^/]+/envvars/[^/]+"
        return [
            *super()._operations(),
            ("GET", "/api/v1/errors", self._list_errors, PUBLIC),
            ("GET", error, one(self.errors), PUBLIC),
            ("POST", f"{error}/(resolve|ignore|unresolve)", self._settle_error, PUBLIC),
            ("GET", "/api/v1/deployments", self._list_deployments, PUBLIC),
            ("GET", "/api/v1/deployments/(current|latest)", self._newest_deployment, SECRET),
            ("GET", "/api/v1/deployments/([^/]+)", one(self.deployments), SECRET),
            ("GET", token, self._list_tokens, SECRET),
            ("GET", f"{token}/([^/]+)", one(self.tokens), SECRET),
            ("POST", f"{token}/([^/]+)/complete", self._complete_token, PUBLIC),
            ("GET", bulk, self._list_bulk_actions, SECRET),
            ("GET", f"{bulk}/([^/]+)", one(self.bulk_actions), SECRET),
            ("POST", f"{bulk}/([^/]+)/abort", self._abort, SECRET),
            ("GET", "/api/v1/queues", self._list_queues, SECRET),
            ("GET", "/api/v1/queues/([^/]+)", self._retrieve_queue, PUBLIC),
            ("POST", "/api/v1/queues/([^/]+)/concurrency/reset", self._reset_queue, SECRET),
            ("POST", "/api/v1/schedules", self._create_schedule, SECRET),
            ("GET", schedule, one(self.schedules), SECRET),
            ("PUT", schedule, self._update_schedule, SECRET),
            ("DELETE", schedule, self._delete_schedule, SECRET),
            ("POST", f"{schedule}/(activate|deactivate)", self._switch_schedule, SECRET),
            ("POST", variable, self._create_variable, PERSONAL),
            ("GET", f"{variable}/([^/]+)", self._retrieve_variable, PERSONAL),
            ("PUT", f"{variable}/([^/]+)", self._update_variable, PERSONAL),
            ("DELETE", f"{variable}/([^/]+)", self._delete_variable, PERSONAL),
            ("POST", f"{run}/replay", self._replay, SECRET),
            ("POST", f"{run}/reschedule", self._reschedule, SECRET),
            ("POST", f"{run}/tags", self._tag, SECRET),
            ("PUT", f"{run}/metadata", self._set_metadata, SECRET),
            ("POST", "/api/v1/tasks/([^/]+)/batch", self._batch_of_task, SECRET),
        ]

    # Cursor lists

    def _list_errors(self, request: RecordedRequest) -> Reply:
        query = dict(request.query)
        for key in ("filter[from]", "filter[to]"):
            if not query.get(key, "0").isdecimal():
                raise query_error(key, "Expected number")
        statuses = query["filter[status]"].split(",") if "filter[status]" in query else None
        page, pagination = self._cursor_page(self.errors, query)
        return json_reply({"data": having(page, "status", statuses), "pagination": pagination})

    def _list_deployments(self, request: RecordedRequest) -> Reply:
        query = dict(request.query)
        if page_size(query) < 5:
            raise query_error("page[size]", "Number must be greater than or equal to 5")
        statuses = [query["status"]] if "status" in query else None
        page, pagination = self._cursor_page(self.deployments, query)
        pagination.pop("previous", None)
        return json_reply({"data": having(page, "status", statuses), "pagination": pagination})

    def _list_tokens(self, request: RecordedRequest) -> Reply:
        query = dict(request.query)
        for key in ("from", "to"):
            if not query.get(f"filter[createdAt][{key}]", "0").isdecimal():
                raise query_error(f"filter[createdAt][{key}]", "Expected number")
        statuses = query["filter[status]"].split(",") if "filter[status]" in query else None
        if statuses is not None and not TOKEN_STATUSES.issuperset(statuses):
            raise query_error("filter[status]", "Invalid status")
        page, pagination = self._cursor_page(self.tokens, query)
        return json_reply({"data": having(page, "status", statuses), "pagination": pagination})

    def _list_bulk_actions(self, request: RecordedRequest) -> Reply:
        query = dict(request.query)
        if "page[after]" in query and "page[before]" in query:
            return json_reply({"error": "Internal Server Error"}, status=500)
        page, pagination = self._cursor_page(self.bulk_actions, query)
        return json_reply({"data": page, "pagination": pagination})

    # Errors, deployments, tokens, bulk actions

    def _settle_error(self, request: RecordedRequest, error: str, action: str) -> Reply:
        row = found(self.errors, error)
        if action != "unresolve":
            json_object(request, nullable=())
        row["status"] = {"resolve": "resolved", "ignore": "ignored", "unresolve": "unresolved"}[action]
        return json_reply(row)

    def _newest_deployment(self, _request: RecordedRequest, _which: str) -> Reply:
        return json_reply(self.deployments[0])

    def _complete_token(self, request: RecordedRequest, token: str) -> Reply:
        json_object(request, nullable=("data",))
        found(self.tokens, token)["status"] = "COMPLETED"
        return json_reply({"success": True})

    def _abort(self, _request: RecordedRequest, bulk_action: str) -> Reply:
        row = found(self.bulk_actions, bulk_action)
        if row["status"] != "PENDING":
            return json_reply({"error": "Bulk action is not pending"}, status=400)
        row["status"] = "ABORTED"
        return json_reply({"id": row["id"]})

    # Queues, schedules, variables

    def _list_queues(self, request: RecordedRequest) -> Reply:
        query = dict(request.query)
        number, size = int(query.get("page", 1)), int(query.get("perPage", 25))
        rows = [*self.queues.values()]
        pages = -(-len(rows) // size)
        pagination = {"currentPage": number, "totalPages": pages, "count": len(rows)}
        return json_reply({"data": rows[(number - 1) * size : number * size], "pagination": pagination})

    def _retrieve_queue(self, request: RecordedRequest, queue: str) -> Reply:
        name = f"task/{queue}" if dict(request.query).get("type") == "task" else queue
        if name not in self.queues:
            raise refused("Queue not found", 404)
        return json_reply(self.queues[name])

    def _reset_queue(self, request: RecordedRequest, queue: str) -> Reply:
        json_object(request, nullable=())
        self.queues[queue].pop("concurrencyLimit", None)
        return json_reply(self.queues[queue])

    def _create_schedule(self, request: RecordedRequest) -> Reply:
        body = json_object(request, nullable=())
        for key in ("task", "cron", "deduplicationKey"):
            if key not in body:
                raise unprocessable(key, "Required")
        for row in self.schedules:
            if row["deduplicationKey"] == body["deduplicationKey"]:
                return json_reply(row)
        number = len(self.schedules) + 1
        row = self.schedules[0] | body | {"id": f"sched_{number}"}
        self.schedules.insert(0, row)
        return json_reply(row)

    def _update_schedule(self, request: RecordedRequest, schedule: str) -> Reply:
        row = found(self.schedules, schedule)
        row |= json_object(request, nullable=())
        return json_reply(row)

    def _delete_schedule(self, _request: RecordedRequest, schedule: str) -> Reply:
        self.schedules.remove(found(self.schedules, schedule))
        return json_reply({"message": "Schedule deleted"})

    def _switch_schedule(self, _request: RecordedRequest, schedule: str, action: str) -> Reply:
        row = found(self.schedules, schedule)
        row["active"] = action == "activate"
        return json_reply(row)

    def _create_variable(self, request: RecordedRequest) -> Reply:
        body = json_object(request, nullable=())
        self.variables[body["name"]] = body["value"]
        return json_reply({"success": True})

    def _retrieve_variable(self, _request: RecordedRequest, name: str) -> Reply:
        if name not in self.variables:
            raise refused("Environment variable not found", 404)
        return json_reply({"name": name, "value": self.variables[name], "isSecret": False})

    def _update_variable(self, request: RecordedRequest, name: str) -> Reply:
        self.variables[name] = json_object(request, nullable=())["value"]
        return json_reply({"success": True})

    def _delete_variable(self, _request: RecordedRequest, name: str) -> Reply:
        if self.variables.pop(name, None) is None:
            raise refused("Environment variable not found", 404)
        return json_reply({"success": True})

    # Runs

    def _replay(self, _request: RecordedRequest, run: str) -> Reply:
        return json_reply({"id": self._started(self._run(run)["taskIdentifier"], {})[0]})

    def _reschedule(self, request: RecordedRequest, run: str) -> Reply:
        delay = json_object(request, nullable=()).get("delay", "")
        if not re.fullmatch(r"\d+[smhdw]|\d{4}-\d\d-\d\dT.+", delay):
            raise unprocessable("delay", "Invalid delay")
        self._run(run).update(run_state("DELAYED"))
        return self._retrieve_run(request, run)

    def _tag(self, request: RecordedRequest, run: str) -> Reply:
        tags = json_object(request, nullable=()).get("tags", [])
        row = self._run(run)
        row["tags"] = [*dict.fromkeys([*row["tags"], *([tags] if isinstance(tags, str) else tags)])]
        if len(row["tags"]) > 10:
            raise unprocessable("tags", "Runs can only have 10 tags")
        return json_reply({"message": f"Successfully set {len(row['tags'])} tags."})

    def _set_metadata(self, request: RecordedRequest, run: str) -> Reply:
        metadata = json_object(request, nullable=()).get("metadata", {})
        self._run(run)["metadata"] = metadata
        return json_reply({"metadata": metadata})

    def _batch_of_task(self, request: RecordedRequest, task: str) -> Reply:
        items = json_object(request, nullable=())["items"]
        return json_reply({"batchId": "batch_1", "runs": [self._started(task, item)[0] for item in items]})


def found(rows: Sequence[Row], key: str) -> Row:
    """Return the row with an ID, else refuse."""
    for row in rows:
        if row["id"] == key:
            return row
    raise refused("Not Found", 404)


def having(rows: Sequence[Row], field: str, values: Sequence[Any] | None) -> list[Row]:
    """Return the rows with one of some values: filters are applied after paging."""
    return [row for row in rows if values is None or row[field] in values]


def error_row(number: int) -> Row:
    """Return a group of errors: the 3rd and 4th are resolved."""
    seen = instant(NOW - timedelta(hours=number))
    return {
        "id": f"error_{number}",
        "fingerprint": f"f{number}",
        "taskIdentifier": "my-task",
        "errorType": "Error",
        "errorMessage": "boom",
        "status": "resolved" if number in (3, 4) else "unresolved",
        "count": number,
        "firstSeen": seen,
        "lastSeen": seen,
        "affectedVersions": ["20260807.1"],
    }


def deployment_row(number: int) -> Row:
    """Return a deployment: the 2nd failed."""
    return {
        "id": f"deployment_{number}",
        "createdAt": instant(NOW - timedelta(days=number)),
        "shortCode": f"abc{number}",
        "version": f"20260807.{number}",
        "runtime": "node",
        "runtimeVersion": None,
        "status": "FAILED" if number == 2 else "DEPLOYED",
        "contentHash": "sha",
        "imagePlatform": "linux/amd64",
    }


def token_row(number: int) -> Row:
    """Return a waitpoint token: the 3rd and 4th are completed."""
    return {
        "id": f"waitpoint_{number}",
        "url": f"https://example.com/{number}",
        "status": "COMPLETED" if number in (3, 4) else "WAITING",
        "tags": [],
        "createdAt": instant(NOW - timedelta(hours=number)),
    }


def bulk_row(number: int) -> Row:
    """Return a bulk action: the first is pending."""
    return {
        "id": f"bulk_{number}",
        "type": "CANCEL",
        "status": "PENDING" if number == 1 else "COMPLETED",
        "counts": {"total": 1, "success": 1, "failure": 0},
        "createdAt": instant(NOW - timedelta(hours=number)),
    }
