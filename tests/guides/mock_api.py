"""A server made from a document: it answers every operation as the document says, and refuses all else."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import reduce
from typing import Any

from generator.pages import Pagination, Read
from generator.pipeline import Package
from generator.python.operations.planning import OperationPlan
from tests.corpus.raw import Raw, RawOperation
from tests.corpus.requests import Requests
from tests.corpus.trials import Trial, answers_of
from tests.support.http_server import RecordedRequest, Reply

# A path that no document has; it is answered all the same.
UNDOCUMENTED = "/which/no/document/has"


@dataclass
class MockApi:
    """Answers requests, and keeps what is wrong with them.

    Attributes:
        package: the package, as it was generated.
        raw: its document, read without the generator.
        fails: the status with which every request is answered, or None.
        faults: what was wrong with requests so far.
        called: the operations that were asked for: `GET /runs`.
    """

    package: Package
    raw: Raw
    fails: int | None = None
    faults: list[str] = field(default_factory=list[str])
    called: set[str] = field(default_factory=set[str])

    def __post_init__(self) -> None:
        self._trial = Trial(package=self.package, raw=self.raw)
        self._raw = {(item.method, item.path): item for item in self.raw.operations()}
        # A path may be the end of another one, and fit one that has parameters.
        self._plans = sorted(
            self.package.understood.plan.operations,
            key=lambda plan: (-plan.operation.path.count("/"), plan.operation.path.count("{")),
        )
        self._requests = Requests(raw=self.raw, base_url="")

    def answer(self, request: RecordedRequest) -> Reply:
        """Return what the document says that a request is answered with."""
        if request.path == UNDOCUMENTED:
            return Reply(status=200, body=b'{"id": 1}', headers={"content-type": "application/json"})
        plan = next((plan for plan in self._plans if _is_for(plan, request)), None)
        if plan is None:
            self.faults.append(f"{request.method} {request.target}: there is no such operation")
            return Reply(status=418)
        subject = f"{plan.operation.method} {plan.operation.path}"
        self.called.add(subject)
        raw = self._raw[plan.operation.method, plan.operation.path]
        self.faults += [f"{subject}: {fault}" for fault in self._faults(plan, raw, request)]
        if self.fails is not None:
            return Reply(status=self.fails, body=b'{"message": "no"}', headers={"content-type": "text/plain"})
        return self._success(plan, request)

    def _success(self, plan: OperationPlan, request: RecordedRequest) -> Reply:
        accepted = request.headers.get("accept", "*/*")
        found = answers_of(plan)
        asked = [item for item in found if item[1] is not None and item[1].media_type in accepted]
        # What is preferred stands first in the header.
        asked.sort(key=lambda item: accepted.index(item[1].media_type) if item[1] is not None else 0)
        status, content = (asked or found)[0]
        answer, _ = self._trial.answer(plan, status, content, full=True)
        body = answer.content
        if plan.polling is not None:
            value = json.loads(body)
            _put(value, plan.polling.path, plan.polling.until[0])
            body = json.dumps(value).encode()
        pages = plan.operation.pagination
        if pages is not None and (answer.media_type or "").endswith("json"):
            body = json.dumps(_last_page(json.loads(body), pages, request)).encode()
        headers = {} if answer.media_type is None else {"content-type": answer.media_type}
        return Reply(status=answer.status, body=body, headers=headers)

    def _faults(self, plan: OperationPlan, raw: RawOperation, request: RecordedRequest) -> Iterator[str]:
        names = {name.partition("[")[0] for name, _ in request.query}
        for parameter in plan.operation.parameters:
            if parameter.where == "query" and parameter.required and parameter.style != "deepObject":
                spreads = parameter.style == "form" and parameter.explode
                if parameter.name not in names and not (spreads and names):
                    yield f"the query has no {parameter.name!r}"
            if parameter.where == "header" and parameter.required and parameter.name not in request.headers:
                yield f"the header {parameter.name!r} is missing"
        yield from self._body_faults(raw, request)

    def _body_faults(self, raw: RawOperation, request: RecordedRequest) -> Iterator[str]:
        body = self.raw.follow(raw.node.get("requestBody")) or {}
        sent = (request.headers.get("content-type") or "").partition(";")[0]
        if body.get("required") and not sent:
            yield "the body is missing"
        contents = body.get("content") or {}
        schema = self.raw.follow(contents.get(sent) or {}).get("schema", {})
        if sent.endswith("json") and request.body:
            validator: Any = self._requests.validator(schema)
            for fault in validator.iter_errors(_read(sent, request)):
                yield f"the body at {fault.json_path}: {fault.message[:300]}"


def _is_for(plan: OperationPlan, request: RecordedRequest) -> bool:
    """Whether a request is for an operation, whatever the path of the server."""
    texts = re.split(r"\{[^{}]+\}", plan.operation.path.partition("?")[0].partition("#")[0])
    pattern = ".*" + "[^/]+".join(map(re.escape, texts))
    return plan.operation.method == request.method and re.fullmatch(pattern, request.path) is not None


def _last_page(body: Any, pages: Pagination, request: RecordedRequest) -> Any:
    """Return a page with nothing behind it, and nothing in it where one was there before."""
    name = pages.next.write.path[-1] if pages.next.write.path else ""
    flat = {key.rpartition("[")[2].rstrip("]"): value for key, value in request.query}
    came_back = flat.get(name) not in {None, "0", str(pages.first)}
    if came_back and pages.items:
        _put(body, pages.items, [])
    elif came_back:
        return []
    _put(body, _path(pages.next.read), None)
    _put(body, _path(pages.more), False)
    _put(body, _path(pages.done), True)
    _put(body, _path(pages.total), 1)
    _put(body, _path(pages.total_pages), 1)
    return body


def _path(read: Read | None) -> tuple[str, ...]:
    return read.path if read is not None and read.place == "body" else ()


def _put(body: Any, path: tuple[str, ...], value: Any) -> None:
    if not path:
        return
    holder = reduce(lambda node, key: node.get(key) if isinstance(node, dict) else None, path[:-1], body)
    if isinstance(holder, dict) and path[-1] in holder:
        holder[path[-1]] = value


def _read(media_type: str, request: RecordedRequest) -> Any:
    """Return what a body says; of JSON lines all of them, as the schema of the whole describes them."""
    is_lines = media_type.endswith(("ndjson", "jsonl"))
    return [json.loads(line) for line in request.body.splitlines()] if is_lines else request.json
