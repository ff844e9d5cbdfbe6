"""Trigger.dev's API as far as the tests need it, with the ways of the real server.

It follows the server, not the document: unknown query keys are dropped in silence, of repeated keys the last
counts, filters are applied after paging, cursors are absent at the ends, bodies are never optional.
"""

import base64
import json
import re
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias
from urllib.parse import unquote

from tests.support.http_server import HttpServer, RecordedRequest, Reply, json_reply

Row: TypeAlias = dict[str, Any]

SECRET_KEY = "tr_dev_1234"
ACCESS_TOKEN = "tr_pat_1234"
PUBLIC_TOKEN = "eyJhbGciOiJIUzI1NiJ9.e30.MTIzNA"

NOW = datetime(2026, 8, 7, 12, tzinfo=UTC)
"""The server's clock: the newest session is an hour old, each next one a day older."""

SESSION_STATUSES = frozenset({"ACTIVE", "CLOSED", "EXPIRED"})
RUN_STATUSES = frozenset(
    {"PENDING_VERSION", "DELAYED", "QUEUED", "DEQUEUED", "EXECUTING", "WAITING", "COMPLETED", "CANCELED"}
    | {"FAILED", "CRASHED", "SYSTEM_FAILURE", "EXPIRED", "TIMED_OUT"}
)
PERIOD_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


class TriggerServer(HttpServer):
    """The API on loopback; what it keeps and how it behaves are attributes to change before a request.

    Attributes:
        sessions, runs, schedules: the rows, newest first.
        variables, batches, queues: by their names and IDs.
        keys: the runs that idempotency keys stand for.
        interruptions: replies that the next requests get in place of their own; None hangs up.
        splits_commas: whether a session filter may hold several values. The document says so; the real
            server takes the whole text as one value.
        cursors: what `next` says in place of the cursor that would be right.
        last_page: what the `pagination` of a list's last page holds in place of `next`.
        timezones: what the anonymous operation returns.
    """

    def __init__(self, *, splits_commas: bool = True) -> None:
        super().__init__(self._reply)
        self.sessions = [session_row(number) for number in range(1, 8)]
        self.runs = [run_row(number) for number in range(1, 4)]
        self.schedules = [schedule_row(number) for number in range(1, 6)]
        self.variables: dict[str, str] = {"SLACK_API_KEY": "slack_1234"}
        self.batches: dict[str, Row] = {}
        self.queues = {"my-queue": queue_row("my-queue")}
        self.keys: dict[str, str] = {}
        self.timezones = ["UTC", "Europe/Rome", "Africa/Accra"]
        self.interruptions: deque[Reply | None] = deque()
        self.splits_commas = splits_commas
        self.cursors: dict[str, str] = {}
        self.last_page: Row = {}

    def interrupt(self, *replies: Reply | None) -> None:
        """Give the next requests these replies; None hangs up."""
        self.interruptions.extend(replies)

    def _reply(self, request: RecordedRequest) -> Reply | None:
        reply = self.interruptions.popleft() if self.interruptions else self._answer(request)
        if reply is None:
            return None
        headers = {"x-request-id": f"req_{len(self.requests)}", **reply.headers}
        return Reply(
            status=reply.status,
            body=reply.body,
            headers=headers,
            delay=reply.delay,
            close_connection=reply.close_connection,
        )

    def _answer(self, request: RecordedRequest) -> Reply:
        try:
            return self._route(request)
        except _RefusedError as refusal:
            return refusal.reply

    def _route(self, request: RecordedRequest) -> Reply:
        if "transfer-encoding" in request.headers:
            return json_reply({"error": "Request body too large"}, status=413)
        for method, path, operation, tokens in self._operations():
            found = re.fullmatch(path, request.raw_path)
            if found and method == request.method:
                authenticate(request, tokens)
                return operation(request, *map(unquote, found.groups()))
        return json_reply({"error": "Not Found"}, status=404)

    def _operations(self) -> list[tuple[str, str, Callable[..., Reply], frozenset[str]]]:
        anonymous: frozenset[str] = frozenset()
        secret = frozenset({SECRET_KEY})
        public = frozenset({SECRET_KEY, PUBLIC_TOKEN})
        personal = frozenset({SECRET_KEY, ACCESS_TOKEN})
        session = "/api/v1/sessions/([^/]+)"
        return [
            ("GET", "/api/v1/sessions", self._list_sessions, public),
            ("POST", "/api/v1/sessions", self._create_session, public),
            ("GET", session, self._retrieve_session, public),
            ("PATCH", session, self._update_session, public),
            ("POST", f"{session}/close", self._close_session, public),
            ("GET", "/api/v1/runs", self._list_runs, public),
            ("GET", "/api/v1/projects/proj_1/runs", self._list_runs, frozenset({ACCESS_TOKEN})),
            ("GET", "/api/v3/runs/([^/]+)", self._retrieve_run, public),
            ("POST", "/api/v2/runs/([^/]+)/cancel", self._cancel_run, public),
            ("GET", "/api/v1/schedules", self._list_schedules, secret),
            ("GET", "/api/v1/timezones", self._list_timezones, anonymous),
            ("GET", "/api/v1/projects/([^/]+)/envvars/([^/]+)", self._list_variables, personal),
            ("POST", "/api/v1/projects/([^/]+)/envvars/([^/]+)/import", self._import_variables, personal),
            ("POST", "/api/v1/tasks/batch", self._batch, secret),
            ("POST", "/api/v1/tasks/([^/]+)/trigger", self._trigger, public),
            ("POST", "/api/v3/batches", self._create_batch, public),
            ("POST", "/api/v3/batches/([^/]+)/items", self._add_items, public),
            ("GET", "/api/v2/batches/([^/]+)", self._retrieve_batch, public),
            ("POST", "/api/v1/idempotencyKeys/([^/]+)/reset", self._reset_key, secret),
            ("POST", "/api/v1/queues/([^/]+)/pause", self._pause_queue, secret),
            ("POST", "/api/v1/queues/([^/]+)/concurrency/override", self._override_queue, secret),
            ("POST", "/api/v1/bulk-actions", self._create_bulk_action, secret),
            ("POST", "/api/v1/waitpoints/tokens", self._create_token, secret),
            ("POST", "/api/v1/query", self._query, public),
        ]

    # Sessions

    def _list_sessions(self, request: RecordedRequest) -> Reply:
        query = dict(request.query)
        if "page[after]" in query and "page[before]" in query:
            raise query_error("page", "Only one of page[after] or page[before] can be set")
        keep = self._session_filter(query)
        page, pagination = self._cursor_page(self.sessions, query)
        rows = [
            {key: value for key, value in row.items() if key != "triggerConfig"} for row in page if keep(row)
        ]
        return json_reply({"data": rows, "pagination": pagination})

    def _session_filter(self, query: Mapping[str, str]) -> Callable[[Row], bool]:
        statuses = self._listed(query, "filter[status]")
        if statuses is not None and not SESSION_STATUSES.issuperset(statuses):
            raise query_error("filter[status]", f"Invalid status: {query['filter[status]']}")
        types = self._listed(query, "filter[type]")
        tasks = self._listed(query, "filter[taskIdentifier]")
        tags = self._listed(query, "filter[tags]")
        external_id = query.get("filter[externalId]")
        earliest, latest = session_times(query)
        return lambda row: (
            (statuses is None or status_of(row) in statuses)
            and (types is None or row["type"] in types)
            and (tasks is None or row["taskIdentifier"] in tasks)
            and (tags is None or not tags.isdisjoint(row["tags"]))
            and external_id in (None, row["externalId"])
            and earliest <= datetime.fromisoformat(row["createdAt"]) <= latest
        )

    def _listed(self, query: Mapping[str, str], key: str) -> frozenset[str] | None:
        if key not in query:
            return None
        return frozenset(query[key].split(",") if self.splits_commas else [query[key]])

    def _create_session(self, request: RecordedRequest) -> Reply:
        body = json_object(request, nullable=())
        missing = [key for key in ("type", "taskIdentifier", "triggerConfig") if key not in body]
        if missing:
            raise unprocessable(missing[0], "Required")
        if str(body.get("externalId", "")).startswith("session_"):
            raise unprocessable("externalId", "externalId cannot start with session_")
        created = {"runId": "run_1", "publicAccessToken": PUBLIC_TOKEN}
        for row in self.sessions:
            if row["externalId"] is not None and row["externalId"] == body.get("externalId"):
                if status_of(row) != "ACTIVE":
                    return json_reply({"error": "Session is closed"}, status=409)
                return json_reply({**row, **created, "isCached": True})
        row = session_row(len(self.sessions) + 1) | body
        self.sessions.insert(0, row)
        return json_reply({**row, **created, "isCached": False}, status=201)

    def _session(self, session: str) -> Row:
        for row in self.sessions:
            if session in (row["id"], row["externalId"]):
                return row
        raise _RefusedError(json_reply({"error": "Session not found"}, status=404))

    def _retrieve_session(self, _request: RecordedRequest, session: str) -> Reply:
        return json_reply(self._session(session))

    def _update_session(self, request: RecordedRequest, session: str) -> Reply:
        row = self._session(session)
        body = json_object(request, nullable=("metadata", "externalId"))
        if row["externalId"] is not None and body.get("externalId", row["externalId"]) != row["externalId"]:
            raise unprocessable("externalId", "externalId cannot be changed")
        row.update(body)
        return json_reply(row)

    def _close_session(self, request: RecordedRequest, session: str) -> Reply:
        row = self._session(session)
        body = json_object(request, nullable=())
        if row["closedAt"] is None:
            row |= {"closedAt": instant(NOW), "closedReason": body.get("reason")}
        return json_reply(row)

    # Runs, schedules, time zones, variables

    def _list_runs(self, request: RecordedRequest) -> Reply:
        query = dict(request.query)
        if "page[before]" in query:
            query.pop("page[after]", None)  # `before` wins
        statuses = query["filter[status]"].split(",") if "filter[status]" in query else None
        test = query.get("filter[isTest]")
        page, pagination = self._cursor_page(self.runs, query)
        rows = [
            row
            for row in page
            if (statuses is None or row["status"] in statuses) and test in (None, json.dumps(row["isTest"]))
        ]
        if "page[before]" in query:
            rows.reverse()
        return json_reply({"data": rows, "pagination": pagination})

    def _run(self, run: str) -> Row:
        for row in self.runs:
            if row["id"] == run:
                return row
        raise _RefusedError(json_reply({"error": "Run not found"}, status=404))

    def _retrieve_run(self, _request: RecordedRequest, run: str) -> Reply:
        row = self._run(run)
        if row.get("progress"):
            row |= run_state(row["progress"].pop(0))
        single = {"triggerFunction": "trigger", "relatedRuns": {}, "attempts": [], "attemptCount": 1}
        shown = {key: value for key, value in row.items() if key != "progress"}
        return json_reply({**shown, **single})

    def _cancel_run(self, _request: RecordedRequest, run: str) -> Reply:
        row = self._run(run)
        row["status"] = "CANCELED"
        return json_reply({"id": row["id"]})

    def _list_schedules(self, request: RecordedRequest) -> Reply:
        query = dict(request.query)
        number, size = int(query.get("page", 1)), int(query.get("perPage", 50))
        pagination = {
            "currentPage": number,
            "totalPages": -(-len(self.schedules) // size),
            "count": len(self.schedules),
        }
        rows = self.schedules[(number - 1) * size : number * size]
        return json_reply({"data": rows, "pagination": pagination})

    def _list_timezones(self, request: RecordedRequest) -> Reply:
        without_utc = dict(request.query).get("excludeUtc") == "true"
        names = [name for name in self.timezones if not (without_utc and name == "UTC")]
        return json_reply({"timezones": names})

    def _list_variables(self, _request: RecordedRequest, _project: str, _environment: str) -> Reply:
        rows = [{"name": key, "value": value, "isSecret": False} for key, value in self.variables.items()]
        return json_reply(rows)

    def _import_variables(self, request: RecordedRequest, _project: str, _environment: str) -> Reply:
        variables = json_object(request, nullable=()).get("variables")
        if not isinstance(variables, dict):
            return json_reply({"error": "Invalid request body", "issues": []}, status=400)
        self.variables |= variables
        return json_reply({"success": True})

    # Triggering

    def _trigger(self, request: RecordedRequest, task: str) -> Reply:
        body = json_object(request, nullable=("payload",))
        run, cached = self._started(task, body)
        headers = {"x-trigger-jwt": PUBLIC_TOKEN}
        return json_reply({"id": run, "isCached": cached}, headers=headers)

    def _started(self, task: str, body: Row) -> tuple[str, bool]:
        """Return the run that is triggered, and whether it was there; unknown options count nothing."""
        options: Row = body.get("options", {})
        key = options.get("idempotencyKey")
        if key in self.keys:
            return self.keys[key], True
        run = f"run_{len(self.runs) + 1}"
        row = run_row(len(self.runs) + 1) | run_state("QUEUED") | {"taskIdentifier": task}
        self.runs.insert(0, row | {"payload": body.get("payload"), "progress": ["EXECUTING", "COMPLETED"]})
        if key is not None:
            self.keys[key] = run
        return run, False

    def _batch(self, request: RecordedRequest) -> Reply:
        items = json_object(request, nullable=())["items"]
        runs = [(item["task"], *self._started(item["task"], item)) for item in items]
        rows = [{"id": run, "taskIdentifier": task, "isCached": cached} for task, run, cached in runs]
        return json_reply({"id": "batch_1", "isCached": False, "runs": rows}, status=202)

    def _create_batch(self, request: RecordedRequest) -> Reply:
        batch = f"batch_{len(self.batches) + 1}"
        count = json_object(request, nullable=())["runCount"]
        self.batches[batch] = {"runCount": count, "items": {}, "runs": []}
        headers = {"x-trigger-jwt": PUBLIC_TOKEN}
        return json_reply({"id": batch, "runCount": count, "isCached": False}, status=202, headers=headers)

    def _add_items(self, request: RecordedRequest, batch: str) -> Reply:
        if request.headers.get("content-type") != "application/x-ndjson":
            return json_reply({"error": "Content-Type must be application/x-ndjson"}, status=415)
        row = self.batches[batch]
        lines = [json.loads(line) for line in request.body.splitlines()]
        new = {item["index"]: item for item in lines if item["index"] not in row["items"]}
        row["items"] |= new
        row["runs"] += [self._started(item["task"], item)[0] for item in new.values()]
        told = {"itemsAccepted": len(new), "itemsDeduplicated": len(lines) - len(new)}
        return json_reply({"id": batch, **told, "sealed": len(row["items"]) == row["runCount"]})

    def _retrieve_batch(self, _request: RecordedRequest, batch: str) -> Reply:
        row = self.batches[batch]
        times = {"createdAt": instant(NOW), "updatedAt": instant(NOW)}
        told = {"id": batch, "status": "PENDING", "runCount": row["runCount"], "runs": row["runs"]}
        return json_reply({**told, **times, "processing": {"errors": []}})

    def _reset_key(self, request: RecordedRequest, key: str) -> Reply:
        if "taskIdentifier" not in json_object(request, nullable=()):
            raise unprocessable("taskIdentifier", "Required")
        if self.keys.pop(key, None) is None:
            return json_reply({"error": "No runs found with that key"}, status=404)
        return json_reply({"id": key})

    # Queues, bulk actions, tokens, queries

    def _pause_queue(self, request: RecordedRequest, queue: str) -> Reply:
        action = json_object(request, nullable=()).get("action")
        if action not in {"pause", "resume"}:
            raise unprocessable("action", "Invalid action")
        self.queues[queue]["paused"] = action == "pause"
        return json_reply(self.queues[queue])

    def _override_queue(self, request: RecordedRequest, queue: str) -> Reply:
        body = json_object(request, nullable=())
        if ("concurrencyLimit" in body) == ("percent" in body):
            return json_reply({"error": "Exactly one of concurrencyLimit or percent"}, status=400)
        self.queues[queue]["concurrencyLimit"] = body.get("concurrencyLimit")
        return json_reply(self.queues[queue])

    def _create_bulk_action(self, request: RecordedRequest) -> Reply:
        body = json_object(request, nullable=())
        statuses = body.get("filter", {}).get("status", [])
        unknown = {statuses} if isinstance(statuses, str) else {*statuses}
        if not unknown <= RUN_STATUSES:
            return json_reply({"error": f"Invalid status: {min(unknown - RUN_STATUSES)}"}, status=400)
        return json_reply({"id": "bulk_1"}, status=202)

    def _create_token(self, request: RecordedRequest) -> Reply:
        json_object(request, nullable=())
        return json_reply({"id": "waitpoint_1", "isCached": False, "url": "https://example.com/callback"})

    def _query(self, request: RecordedRequest) -> Reply:
        if "query" not in json_object(request, nullable=()):
            return json_reply({"error": "Validation error: query is required"}, status=400)
        return json_reply({"format": "json", "results": [{"count": len(self.runs)}]})

    # Cursor pages

    def _cursor_page(self, rows: Sequence[Row], query: Mapping[str, str]) -> tuple[Sequence[Row], Row]:
        """Return a page of the rows, filters not yet applied, and its `pagination`.

        A cursor that is not the server's own counts as none. A page read backward that comes out short
        has no `next`.
        """
        size = page_size(query)
        places = {cursor_of(row): place for place, row in enumerate(rows)}
        if query.get("page[before]") in places:
            end = places[query["page[before]"]]
            start = max(end - size, 0)
            has_next, has_previous = end - start == size, start > 0
        else:
            after = places.get(query.get("page[after]", ""))
            start = 0 if after is None else after + 1
            end = min(start + size, len(rows))
            has_next, has_previous = end < len(rows), start > 0
        pagination: Row = {}
        if has_next:
            cursor = cursor_of(rows[end - 1])
            pagination["next"] = self.cursors.get(cursor, cursor)
        else:
            pagination |= self.last_page
        if has_previous:
            pagination["previous"] = cursor_of(rows[start])
        return rows[start:end], pagination


class _RefusedError(Exception):
    def __init__(self, reply: Reply) -> None:
        super().__init__(reply.status)
        self.reply = reply


def query_error(path: str, message: str) -> Exception:
    """Return the 400 for a query that is not valid."""
    detail = {"code": "custom", "message": message, "path": [path]}
    return _RefusedError(json_reply({"error": "Query Error", "details": [detail]}, status=400))


def refused(message: str, status: int) -> Exception:
    """Return an answer that only has a message."""
    return _RefusedError(json_reply({"error": message}, status=status))


def unprocessable(path: str, message: str) -> Exception:
    """Return the 422 for a body that is not valid."""
    detail = {"code": "custom", "message": message, "path": [path]}
    return _RefusedError(json_reply({"error": "Invalid request body", "details": [detail]}, status=422))


def problem(status: int, title: str, headers: Mapping[str, str] | None = None) -> Reply:
    """Return an answer of RFC 9457's form."""
    body = {"title": title, "status": status, "type": f"https://httpstatuses.com/{status}"}
    return json_reply(body, status=status, media_type="application/problem+json", headers=headers)


def rate_limited(reset: float) -> Reply:
    """Return the rate limiter's answer; `reset`, in seconds since the epoch, is told in milliseconds."""
    return problem(429, "Rate limit exceeded", {"x-ratelimit-reset": str(int(reset * 1000))})


def authenticate(request: RecordedRequest, tokens: frozenset[str]) -> None:
    """Refuse a request without one of the tokens, if any is needed."""
    if not tokens:
        return
    if "authorization" not in request.headers:
        raise _RefusedError(problem(401, "Unauthorized"))
    if request.headers["authorization"] not in {f"Bearer {token}" for token in tokens}:
        raise _RefusedError(json_reply({"error": "Invalid or Missing API key"}, status=401))


def json_object(request: RecordedRequest, *, nullable: tuple[str, ...]) -> Row:
    """Return the body, which has to be an object without nulls but for these properties."""
    try:
        body = json.loads(request.body)
    except ValueError:
        raise _RefusedError(json_reply({"error": "Invalid JSON"}, status=400)) from None
    if not isinstance(body, dict):
        raise unprocessable("", "Expected object")
    for key, value in body.items():
        if value is None and key not in nullable:
            raise unprocessable(key, "Invalid input: null")
    return body


def page_size(query: Mapping[str, str]) -> int:
    """Return the page size that a query asks for."""
    text = query.get("page[size]", "20")
    if not text.isdecimal() or not 1 <= int(text) <= 100:
        raise query_error("page[size]", "Number must be between 1 and 100")
    return int(text)


def session_times(query: Mapping[str, str]) -> tuple[datetime, datetime]:
    """Return the earliest and latest creation time asked for: epoch milliseconds, ANDed with the period."""
    earliest, latest = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
    times = {key: query.get(f"filter[createdAt][{key}]") for key in ("from", "to", "period")}
    for key, text in times.items():
        if text is not None and not re.fullmatch(r"\d+[smhdw]" if key == "period" else r"\d+", text):
            raise query_error(f"filter[createdAt][{key}]", f"Invalid {key}: {text}")
    if times["from"]:
        earliest = datetime.fromtimestamp(int(times["from"]) / 1000, UTC)
    if times["to"]:
        latest = datetime.fromtimestamp(int(times["to"]) / 1000, UTC)
    if times["period"]:
        unit = PERIOD_UNITS[times["period"][-1]]
        earliest = max(earliest, NOW - timedelta(**{unit: int(times["period"][:-1])}))
    return earliest, latest


def cursor_of(row: Row) -> str:
    """Return the server's cursor for a row: a client has nothing to read in it, and something to escape."""
    return base64.b64encode(f">>{row['id']}??".encode()).decode()


def status_of(session: Row) -> str:
    """Return the status that a session is filtered by; its row does not tell."""
    if session["closedAt"] is not None:
        return "CLOSED"
    return "EXPIRED" if session["expiresAt"] is not None else "ACTIVE"


def instant(time: datetime) -> str:
    """Return a time as JavaScript writes it."""
    return time.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def session_row(number: int) -> Row:
    """Return a session: the 3rd and 4th are of another type, the 5th is closed, the 6th has expired."""
    created = instant(NOW - timedelta(days=number - 1, hours=1))
    return {
        "id": f"session_{number}",
        "externalId": "chat-2" if number == 2 else None,
        "type": "workflow" if number in (3, 4) else "chat.agent",
        "taskIdentifier": "my-chat-task",
        "triggerConfig": {"basePayload": {"chatId": "chat_1234"}, "tags": ["chat"]},
        "currentRunId": f"run_{number}" if number == 1 else None,
        "tags": ["odd"] if number % 2 else [],
        "metadata": {"customer": number} if number == 1 else None,
        "closedAt": created if number == 5 else None,
        "closedReason": "user-ended" if number == 5 else None,
        "expiresAt": created if number == 6 else None,
        "createdAt": created,
        "updatedAt": created,
        "isTest": False,  # not in the document
    }


def run_row(number: int) -> Row:
    """Return a run: the 2nd is in a state that the client does not know."""
    created = instant(NOW - timedelta(hours=number))
    return {
        "id": f"run_{number}",
        "status": "PAUSED_BY_TEST" if number == 2 else "COMPLETED",
        "taskIdentifier": "my-task",
        "env": {"id": "env_1234", "name": "dev", "user": "Ada"},
        "isTest": number == 3,
        "createdAt": created,
        "updatedAt": created,
        "tags": [],
        "costInCents": 0.5,
        "baseCostInCents": 0.1,
        "durationMs": 120,
        "depth": 0,
        "isQueued": False,
        "isExecuting": False,
        "isWaiting": False,
        "isCompleted": number != 2,
        "isSuccess": number != 2,
        "isFailed": False,
        "isCancelled": False,
        "region": "us-east-1",
        "taskKind": "STANDARD",
        # not in the document
        "queue": "task/my-task",
    }


def run_state(status: str) -> Row:
    """Return what a run says of where it is."""
    return {
        "status": status,
        "isQueued": status == "QUEUED",
        "isExecuting": status == "EXECUTING",
        "isCompleted": status == "COMPLETED",
        "isSuccess": status == "COMPLETED",
    }


def queue_row(name: str) -> Row:
    """Return a queue."""
    return {"id": "queue_1", "name": name, "type": "custom", "running": 0, "queued": 0, "paused": False}


def schedule_row(number: int) -> Row:
    """Return a schedule."""
    return {
        "id": f"sched_{number}",
        "task": "my-task",
        "type": "IMPERATIVE",
        "active": True,
        "deduplicationKey": f"key-{number}",
        "externalId": f"user_{number}",
        "generator": {"type": "CRON", "expression": "0 0 * * *", "description": "Every day at midnight"},
        "timezone": "UTC",
        "nextRun": instant(NOW + timedelta(hours=12)),
        "environments": [{"id": "env_1234", "type": "DEVELOPMENT", "userName": "Ada"}],
    }
