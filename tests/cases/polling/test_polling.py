"""Methods that repeat a call until what it gives is final: how often, and for how long. Nobody waits."""

import time
from pathlib import Path
from typing import Any

import pytest

from generator.config import ClientConfig, PollConfig, load_config
from generator.diagnostics import InputError
from generator.pipeline import understand
from tests.support.conversations import Conversation, Talk
from tests.support.http_server import RecordedRequest, Reply, json_reply

DOCUMENT = """\
openapi: 3.1.0
info: {title: Jobs, version: "1"}
paths:
  /jobs:
    get: {operationId: list_jobs, tags: [Jobs], responses: {"200": {$ref: '#/components/responses/Jobs'}}}
  /jobs/{id}:
    get:
      operationId: get_job
      tags: [Jobs]
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: timeout, in: query, schema: {type: integer}}
      responses: {"200": {$ref: '#/components/responses/Job'}}
  /search:
    post:
      operationId: search_jobs
      tags: [Jobs]
      requestBody:
        required: true
        content:
          application/json:
            schema: {type: object, required: [text], properties: {text: {type: string}}}
      responses: {"200": {$ref: '#/components/responses/Job'}}
components:
  responses:
    Job:
      description: It
      content:
        application/json:
          schema:
            type: object
            properties:
              id: {type: string}
              data:
                type: object
                properties: {jobState: {type: string, enum: [queued, running, done, failed]}}
    Jobs:
      description: They
      content:
        application/json:
          schema:
            type: object
            properties: {next: {type: string}, data: {type: array, items: {type: object}}}
"""
STATE = PollConfig(field="data.jobState", until=("done", "failed"))


class Clock:
    """A clock that goes on by what is waited for, and by nothing else."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.waits: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds

    async def async_sleep(self, seconds: float) -> None:
        self.sleep(seconds)


def states(*names: str) -> Any:
    """A server that tells one state after the other, the last one for ever."""
    left = list(names)

    def answer(request: RecordedRequest) -> Reply:
        state = left.pop(0) if len(left) > 1 else left[0]
        return json_reply({"id": "1", "data": {"jobState": state}})

    return answer


@pytest.fixture
def clock() -> Clock:
    return Clock()


def watched(
    talk: Talk, clock: Clock, monkeypatch: pytest.MonkeyPatch, *names: str, **settings: Any
) -> Conversation:
    talking = talk(DOCUMENT, states(*names), {"polling": {"get_job": STATE}} | settings)
    package = talking.package.__name__
    monkeypatch.setattr(f"{package}._runtime.waiting.sleep", clock.sleep)
    monkeypatch.setattr(f"{package}._runtime.waiting.async_sleep", clock.async_sleep)
    monkeypatch.setattr(f"{package}._runtime.waiting.clock", lambda: clock.now)
    return talking


def test_a_call_is_repeated_until_its_result_is_final(
    talk: Talk, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    talking = watched(talk, clock, monkeypatch, "queued", "running", "failed")
    job = talking.call("jobs.poll", "1")
    assert job.data.job_state == "failed"
    assert clock.waits == [1.0, 1.0]
    assert [request.target for request in talking.server.requests] == ["/jobs/1"] * 3


def test_what_is_final_at_once_is_not_waited_for(
    talk: Talk, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert watched(talk, clock, monkeypatch, "done").call("jobs.poll", "1", timeout=3).id == "1"
    assert clock.waits == []


def test_states_that_nobody_knows_are_not_final(
    talk: Talk, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched(talk, clock, monkeypatch, "of-tomorrow", "done").call("jobs.poll", "1", interval=0.25)
    assert clock.waits == [0.25]


def test_arguments_that_the_call_has_keep_their_names(
    talk: Talk, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    talking = watched(talk, clock, monkeypatch, "queued")
    with pytest.raises(talking.package.PollTimeoutError):
        talking.call("jobs.poll", "1", timeout=9, poll_timeout=1)
    assert talking.server.requests[0].query == [("timeout", "9")]


def test_it_gives_up_in_time_and_tells_what_there_was(
    talk: Talk, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    talking = watched(talk, clock, monkeypatch, "running")
    with pytest.raises(talking.package.PollTimeoutError, match=r"jobs.*2\.5 seconds.*'running'") as raised:
        talking.call("jobs.poll", "1", poll_timeout=2.5)
    assert clock.waits == [1.0, 1.0, 0.5]
    assert raised.value.value.id == "1"
    assert isinstance(raised.value, talking.package.ApiError)


@pytest.mark.parametrize("wrong", [{"interval": 0}, {"interval": -1}, {"poll_timeout": -1}], ids=str)
def test_what_is_no_time_is_refused_before_anything_is_sent(
    talk: Talk, clock: Clock, monkeypatch: pytest.MonkeyPatch, wrong: dict[str, Any]
) -> None:
    talking = watched(talk, clock, monkeypatch, "running")
    with pytest.raises(talking.package.InvalidRequestError):
        talking.call("jobs.poll", "1", **wrong)
    assert talking.server.requests == []


RUNNING = json_reply({"id": "1", "data": {"jobState": "running"}})
FINAL = json_reply({"id": "1", "data": {"jobState": "done"}})
SLOW = Reply(delay=5)
BUSY = Reply(status=503, headers={"retry-after": "8"})


def answering(talk: Talk, *replies: Reply, **options: Any) -> Conversation:
    """A server that gives one answer after the other."""
    left = list(replies)
    return talk(DOCUMENT, lambda _: left.pop(0), {"polling": {"get_job": STATE}}, **options)


@pytest.mark.parametrize(
    ("replies", "known"),
    [([SLOW], None), ([RUNNING, SLOW], "1"), ([RUNNING, BUSY], "1"), ([BUSY], None)],
    ids=["slow", "slow at last", "asks to wait at last", "asks to wait"],
)
@pytest.mark.parametrize("options", [{}, {"timeout": None}], ids=["limits", "no limits"])
def test_its_time_is_that_of_each_try_and_of_what_is_between_them(
    replies: list[Reply], known: str | None, options: dict[str, Any], talk: Talk
) -> None:
    talking = answering(talk, *replies, **options)
    began = time.monotonic()
    with pytest.raises(talking.package.PollTimeoutError, match=r"0\.4 seconds") as raised:
        talking.call("jobs.poll", "1", interval=0.1, poll_timeout=0.4)
    assert time.monotonic() - began < 3
    assert getattr(raised.value.value, "id", None) == known
    assert isinstance(raised.value.__cause__, talking.package.ApiError)
    assert len(talking.server.requests) == len(replies)
    assert sum(talking.waits) <= 0.4


def test_there_are_other_tries_while_there_is_time(talk: Talk) -> None:
    talking = answering(talk, RUNNING, BUSY, FINAL)
    assert talking.call("jobs.poll", "1", interval=0.5, poll_timeout=60).id == "1"
    assert talking.waits == [0.5, 8]


def test_errors_in_time_are_errors(talk: Talk) -> None:
    talking = answering(talk, RUNNING, BUSY, max_retries=0)
    with pytest.raises(talking.package.InternalServerError):
        talking.call("jobs.poll", "1", poll_timeout=60)


@pytest.mark.parametrize("reply", [RUNNING, FINAL], ids=["running", "final"])
def test_who_has_no_time_asks_once(reply: Reply, talk: Talk) -> None:
    talking = answering(talk, reply)
    if reply is FINAL:
        assert talking.call("jobs.poll", "1", poll_timeout=0).id == "1"
    else:
        with pytest.raises(talking.package.PollTimeoutError):
            talking.call("jobs.poll", "1", poll_timeout=0)
    assert len(talking.server.requests) == 1


def test_errors_end_it(talk: Talk, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    talking = talk(DOCUMENT, Reply(status=404), {"polling": {"get_job": STATE}})
    with pytest.raises(talking.package.NotFoundError):
        talking.call("jobs.poll", "1")


def test_a_body_is_sent_each_time(talk: Talk, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    polling = {"POST /search": PollConfig(field="data.jobState", until=("done",), method="wait", interval=5)}
    talking = watched(talk, clock, monkeypatch, "queued", "done", polling=polling)
    call = next(name for name in ("search.wait", "jobs.wait") if _has(talking, name))
    talking.call(call, "a")
    assert [request.json for request in talking.server.requests] == [{"text": "a"}] * 2
    assert clock.waits == [5]


def _has(talking: Conversation, call: str) -> bool:
    resource, _, method = call.partition(".")
    return hasattr(getattr(talking.client, resource, None), method)


def test_a_list_has_nothing_to_wait_for(tmp_path: Path) -> None:
    document = tmp_path / "openapi.yaml"
    document.write_text(
        DOCUMENT.replace(
            "operationId: list_jobs,", "operationId: list_jobs, parameters: [{$ref: '#/components/x/Next'}],"
        )
        + "  x: {Next: {name: next, in: query, schema: {type: string}}}\n"
    )
    with pytest.raises(InputError, match="no single answer"):
        understand(ClientConfig(document=str(document), polling={"list_jobs": STATE}))


def test_settings_are_read_and_checked(tmp_path: Path) -> None:
    config = tmp_path / "oasmith.toml"
    config.write_text(
        '[[clients]]\ndocument = "d"\n[clients.polling.get_job]\nfield = "state"\nuntil = ["done", 3, true]\n'
    )
    (client,) = load_config(config)
    assert client.polling == {"get_job": PollConfig(field="state", until=("done", 3, True))}
    config.write_text('[[clients]]\ndocument = "d"\n[clients.polling.get_job]\nfield = "state"\n')
    with pytest.raises(InputError, match="needs 'until'"):
        load_config(config)


@pytest.mark.parametrize(
    "wrong",
    [
        PollConfig(field="a", until=()),
        PollConfig(field="a", until=("b",), interval=0),
        PollConfig(field="a", until=("b",), method="class"),
    ],
    ids=["nothing", "no-time", "no-name"],
)
def test_settings_that_make_no_sense_are_refused(tmp_path: Path, wrong: PollConfig) -> None:
    document = tmp_path / "openapi.yaml"
    document.write_text(DOCUMENT)
    with pytest.raises(InputError, match=r"polling\.get_job"):
        understand(ClientConfig(document=str(document), polling={"get_job": wrong}))
