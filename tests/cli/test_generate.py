"""`oasmith generate`: what it prints, writes and leaves alone, and the status it ends with."""

import json

import pytest

from tests.support.folders import contents
from tests.support.workplace import DOCUMENT, IGNORED, MISSING, OVERLAY, Outcome, Workplace


class TestGenerate:
    def test_a_named_document(self, work: Workplace) -> None:
        run = work.run("generate", "acme.yaml", "--output", "src/lib", "--package", "client")
        assert (run.status, run.err) == (0, "")
        assert run.out.startswith("src/lib/client: 2 operations, ")
        assert run.out.endswith(" files, 0 approximated, 0 ignored\n")
        package = work.folder / "src" / "lib" / "client"
        manifest = json.loads((package / "oasmith.json").read_bytes())
        files = [path for path, content in contents(package).items() if content is not None]
        assert sorted(files) == sorted([*manifest["files"], "oasmith.json"])
        assert (work.folder / "acme.yaml").read_text() == DOCUMENT
        assert sorted(path.name for path in work.folder.iterdir()) == ["acme.yaml", "src"]

    def test_every_configured_client(self, work: Workplace) -> None:
        client = '[[tool.oasmith.clients]]\ndocument = "acme.yaml"\noutput = "src"\npackage = "{}"\n'
        work.write("pyproject.toml", client.format("one") + client.format("two"))
        run = work.run("generate")
        assert (run.status, [line.split(":")[0] for line in run.out.splitlines()]) == (
            0,
            ["src/one", "src/two"],
        )
        assert work.run("check") == Outcome(0, "src/one: up to date\nsrc/two: up to date\n", "")
        assert work.run("check", "--package", "two") == Outcome(0, "src/two: up to date\n", "")

    def test_a_configuration_elsewhere(self, work: Workplace) -> None:
        work.write("clients/oasmith.toml", '[[clients]]\ndocument = "../acme.yaml"\npackage = "acme"\n')
        assert work.run("generate", "--config", "clients/oasmith.toml").status == 0
        assert (work.folder / "clients" / "acme" / "py.typed").is_file()

    @pytest.mark.parametrize("command", ["generate", "check"])
    def test_two_configurations_are_refused(self, work: Workplace, command: str) -> None:
        """The clients of one of them would never be made or checked, and nobody would know."""
        client = '[[%sclients]]\ndocument = "acme.yaml"\npackage = "acme"\n'
        work.write("pyproject.toml", client % "tool.oasmith.")
        work.write("oasmith.toml", client % "")
        run = work.run(command)
        assert (run.status, run.out) == (2, "")
        assert run.err == (
            "oasmith.toml: error[two-configurations]: oasmith.toml and [tool.oasmith] in pyproject.toml both "
            "configure clients: keep one of them\n"
        )
        for other in ('[project]\nname = "x"\n', "no TOML"):
            work.write("pyproject.toml", other)
            assert work.run("generate").status == 0

    def test_a_configured_document_by_its_name(self, work: Workplace) -> None:
        work.write(
            "oasmith.toml", '[[clients]]\ndocument = "acme.yaml"\npackage = "other"\nclient = "Other"\n'
        )
        assert work.run("generate", "./acme.yaml").status == 0
        assert json.loads((work.folder / "other/oasmith.json").read_bytes())["async_client"] == "AsyncOther"

    def test_the_overlays_of_a_configuration_are_for_its_own_document(self, work: Workplace) -> None:
        work.write("overlay.yaml", OVERLAY.format("{target: $.paths.*, remove: true}"))
        settings = '[[clients]]\ndocument = "acme.yaml"\npackage = "client"\noverlays = ["overlay.yaml"]\n'
        work.write("oasmith.toml", settings)
        work.write("other.yaml", DOCUMENT)
        assert "client: 0 operations" in work.run("generate", "acme.yaml").out
        assert "client: 2 operations" in work.run("generate", "other.yaml", "--package", "client").out

    def test_a_package_is_named_after_its_document(self, work: Workplace) -> None:
        work.write("Pet Store/openapi.yaml", DOCUMENT)
        assert work.run("generate", "Pet Store/openapi.yaml").out.startswith("pet_store: ")

    @pytest.mark.parametrize(
        "ref", ["parts/none.yaml", "parts\\b.yaml", "parts", "#/components/schemas/Nope"]
    )
    def test_a_strict_run_refuses_what_leads_nowhere(self, work: Workplace, ref: str) -> None:
        (work.folder / "parts").mkdir()
        work.change('$ref: "#/components/schemas/Session"', f"$ref: '{ref}'")
        assert work.run("generate", "acme.yaml").status == 0
        for command in ("generate", "check", "inspect", "explain"):
            assert work.run(command, "acme.yaml", "--strict").status == 2

    def test_strict(self, work: Workplace) -> None:
        work.change(*IGNORED)
        before = work.contents()
        strict = work.run("generate", "acme.yaml", "--strict")
        assert (strict.status, strict.out, work.contents()) == (2, "", before)
        assert strict.err.startswith("acme.yaml:10:11: error[bad-parameter]: ")
        lenient = work.run("generate", "acme.yaml")
        assert (lenient.status, lenient.err) == (0, "")
        assert lenient.out.endswith("0 approximated, 1 ignored; see `oasmith inspect`\n")
        assert work.run("check", "acme.yaml").status == 0
        assert work.run("check", "acme.yaml", "--strict").status == 2

    @pytest.mark.parametrize("arguments", [("explain",), ("init",), ("diff", "acme.yaml")])
    def test_a_strict_run_fails_whatever_it_is_for(self, work: Workplace, arguments: tuple[str, ...]) -> None:
        work.write("bad.yaml", DOCUMENT.replace(*IGNORED))
        assert work.run(*arguments, "bad.yaml").status in (0, 3)
        run = work.run(*arguments, "bad.yaml", "--strict")
        assert (run.status, run.out) == (2, "")
        assert run.err.startswith("bad.yaml:10:11: error[bad-parameter]: ")

    @pytest.mark.parametrize("name", ["typing", "httpx2", "pydantic"])
    def test_a_package_hides_no_module(self, work: Workplace, name: str) -> None:
        run = work.run("generate", "acme.yaml", "--package", name)
        assert (run.status, run.out) == (2, "")
        assert run.err.startswith(
            f"error[bad-package]: {name!r} is what Python or the package itself imports"
        )
        work.write("inner/__init__.py", "")  # where it is inner.typing
        assert work.run("generate", "acme.yaml", "--package", name, "--output", "inner").status == 0

    @pytest.mark.parametrize("name", ["calendar", "pydantic"])
    def test_a_name_that_nobody_gave_gives_way(self, work: Workplace, name: str) -> None:
        document = f"{name}.yaml"
        work.write(document, DOCUMENT)
        run = work.run("generate", document)
        assert (run.status, run.err) == (0, "")
        assert f"{name}_api/__init__.py" in work.contents()
        assert [work.run(command, document).status for command in ("check", "explain", "inspect")] == [0] * 3
        work.write("oasmith.toml", f'[[clients]]\ndocument = "{document}"\n')
        assert work.run("check").status == 0
        work.write("oasmith.toml", f'[[clients]]\ndocument = "{document}"\npackage = "{name}"\n')
        assert "error[bad-package]" in work.run("check").err

    def test_warnings_have_their_place(self, work: Workplace) -> None:
        work.write("overlay.yaml", OVERLAY.format("{target: $.nothing, update: {}}"))
        run = work.run("generate", "acme.yaml", "--overlay", "overlay.yaml")
        assert (
            run.err == "overlay.yaml:4:6: warning[unmatched-target]: the target '$.nothing' matches nothing\n"
        )
        assert run.status == 0

    @pytest.mark.parametrize("action", ["{target: $.nothing, update: {}}", "{target: $.info}"])
    def test_an_action_that_does_nothing_fails_a_strict_run(self, work: Workplace, action: str) -> None:
        work.write("overlay.yaml", OVERLAY.format(action))
        before = work.contents()
        run = work.run("generate", "acme.yaml", "--overlay", "overlay.yaml", "--strict")
        assert (run.status, work.contents()) == (2, before)
        assert "overlay.yaml:4:" in run.err
        assert " error[" in run.err
        inspected = work.run("inspect", "acme.yaml", "--overlay", "overlay.yaml", "--strict")
        assert (inspected.status, inspected.err) == (2, run.err)
        assert work.run("inspect", "acme.yaml", "--overlay", "overlay.yaml").status == 0

    def test_what_each_action_did_is_told(self, work: Workplace) -> None:
        action = "{target: '$.info', description: It is so., update: {title: Other}}"
        work.write("overlay.yaml", OVERLAY.format(action))
        run = work.run("inspect", "acme.yaml", "--overlay", "overlay.yaml")
        assert run.out.splitlines()[-1] == "overlay.yaml:4:5: overlay: updated #/info: It is so."
        told = json.loads(
            work.run("inspect", "acme.yaml", "--overlay", "overlay.yaml", "--format", "json").out
        )
        assert told["overlays"] == [
            {
                "did": "updated",
                "nodes": ["/info"],
                "description": "It is so.",
                "file": "overlay.yaml",
                "pointer": "/actions/0",
                "line": 4,
                "column": 5,
            }
        ]

    def test_settings_that_nothing_in_the_document_has(self, work: Workplace) -> None:
        settings = (
            '[[clients]]\ndocument = "acme.yaml"\npackage = "acme"\n'
            'names = { list_sesions_v1 = "sessions.all", retrieve_session_v1 = "sessions.get" }\n'
            'client_parameters = ["LIMIT", "limits"]\n'
            "[clients.credentials.apiKey]\n"
            '[clients.parameters.limits]\nlists = "comma"\n[clients.parameters.cursor]\nlists = "comma"\n'
        )
        work.write("oasmith.toml", settings)
        run = work.run("generate")
        told = "which the settings have in"
        assert run.status == 0
        assert [
            line.removeprefix("acme.yaml: warning[unmatched-setting]: ") for line in run.err.splitlines()
        ] == [
            f"no operation is called 'list_sesions_v1', {told} 'names'; did you mean 'list_sessions_v1'?",
            f"no security scheme is called 'apiKey', {told} 'credentials'",
            f"no parameter is called 'limits', {told} 'parameters'; did you mean 'limit'?",
            f"no header or query with a single value is called 'LIMIT', {told} 'client_parameters'",
            (
                "no header or query with a single value is called 'limits', "
                f"{told} 'client_parameters'; did you mean 'limit'?"
            ),
        ]

    def test_an_operation_id_of_two_operations(self, work: Workplace) -> None:
        work.change("operationId: retrieve_session_v1", "operationId: list_sessions_v1")
        settings = (
            '[[clients]]\ndocument = "acme.yaml"\npackage = "acme"\n'
            'names = { list_sessions_v1 = "sessions.all", "GET /sessions/{id}" = "sessions.one" }\n'
            "positional.list_sessions_v1 = []\n"
            "pagination.list_sessions_v1.off = true\n"
        )
        work.write("oasmith.toml", settings)
        run = work.run("generate")
        both = "is the operationId of GET /sessions and of GET /sessions/{id}, and counts for each"
        assert (run.status, run.err.splitlines()) == (
            0,
            [
                (
                    "acme.yaml:25:7: warning[duplicate-operation-id]: GET /sessions/{id} has the operationId "
                    "'list_sessions_v1' of GET /sessions (acme.yaml:7:7): it has to be of one alone, and "
                    "whatever names it means all of them"
                ),
                (
                    "acme.yaml: warning[ambiguous-setting]: 'list_sessions_v1', which the settings have in "
                    f"'positional', {both}; say 'GET /sessions' for one of them"
                ),
                (
                    "acme.yaml: warning[ambiguous-setting]: 'list_sessions_v1', which the settings have in "
                    f"'pagination', {both}; say its path for one of them"
                ),
            ],
        )
        calls = {
            item["call"]
            for item in json.loads((work.folder / "acme/oasmith.json").read_bytes())["operations"]
        }
        assert {"sessions.all", "sessions.one"} <= calls
        told = work.run("explain", "acme.yaml", "list_sessions_v1").out.splitlines()
        assert told[0] == "2 operations have the operationId 'list_sessions_v1'"
        assert [line for line in told if line.startswith(("sessions.", "    GET"))] == [
            "sessions.all -> SessionAllResponse",
            "    GET /sessions (acme.yaml:6:5)",
            "sessions.one -> Session",
            "    GET /sessions/{id} (acme.yaml:24:5)",
        ]

    def test_fields_and_arguments_that_an_operation_does_not_have(self, work: Workplace) -> None:
        settings = (
            '[[clients]]\ndocument = "acme.yaml"\npackage = "acme"\n'
            'positional = { list_sessions_v1 = ["cursor", "limits"] }\n'
            'polling.retrieve_session_v1 = { field = "idd", until = ["a"] }\n'
        )
        work.write("oasmith.toml", settings)
        run = work.run("generate")
        told = "which the settings have in"
        assert (run.status, run.err.splitlines()) == (
            0,
            [
                (
                    "acme.yaml:24:5: warning[unmatched-setting]: its answer has no field 'idd', "
                    f"{told} 'polling'; did you mean 'id'?"
                ),
                (
                    "acme.yaml:6:5: warning[unmatched-setting]: it has no argument 'limits', "
                    f"{told} 'positional'; did you mean 'limit'?"
                ),
            ],
        )

    def test_settings_for_what_is_left_out(self, work: Workplace) -> None:
        settings = (
            '[[clients]]\ndocument = "acme.yaml"\npackage = "acme"\noperations = ["retrieve_session_v1"]\n'
            'names = { list_sessions_v1 = "sessions.all" }\n'
            '[clients.parameters.cursor]\nlists = "comma"\n[clients.credentials.apiKey]\nargument = "key"\n'
        )
        work.write("oasmith.toml", settings)
        # What other operations have is not known; the security schemes are.
        (line,) = work.run("generate").err.splitlines()
        assert "no security scheme is called 'apiKey'" in line

    def test_a_schema_that_is_missing_is_any_value_with_a_warning(self, work: Workplace) -> None:
        work.change(*MISSING)
        told = (
            "'#/components/schemas/Gone' does not exist; any value is accepted. An overlay mends it with the "
            "action {target: $, update: {components: {schemas: {Gone: ...}}}}\n"
        )
        run = work.run("generate", "acme.yaml")
        assert (run.status, run.err) == (0, f"acme.yaml:34:24: warning[missing-schema]: {told}")
        strict = work.run("generate", "acme.yaml", "--strict")
        assert strict == Outcome(2, "", f"acme.yaml:34:24: error[missing-schema]: {told}")

    def test_the_overlay_that_is_named_mends_it(self, work: Workplace) -> None:
        work.change(*MISSING)
        action = "{target: $, update: {components: {schemas: {Gone: {type: string}}}}}"
        work.write("mend.yaml", OVERLAY.format(action))
        run = work.run("generate", "acme.yaml", "--overlay", "mend.yaml", "--strict")
        assert (run.status, run.err) == (0, "")

    def test_many_references_to_one_missing_schema_are_one_warning(self, work: Workplace) -> None:
        work.change('"#/components/schemas/Session"', '"#/components/schemas/Gone"')
        run = work.run("generate", "acme.yaml")
        assert (run.status, run.err.count("warning[missing-schema]")) == (0, 1)
        assert work.run("inspect", "acme.yaml").out.count("ignored[missing-schema]") == 2

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("    Session:", "    Other:"),
            (MISSING[1], 'schema: {$ref: "#/definitions/Session/0"}'),
            (MISSING[1], "schema: {allOf: [{$ref: '#/components/schemas/Gone'}, {properties: {a: {}}}]}"),
            (MISSING[1], "schema: {oneOf: [{$ref: '#/components/schemas/Gone'}, {type: string}]}"),
            (MISSING[1], "schema: {$ref: '#/components/schemas/Gone', minProperties: 1}"),
            ("schema: {type: integer}", "schema: {$ref: '#/components/schemas/Gone'}"),
        ],
    )
    def test_wherever_a_schema_is_missing(self, work: Workplace, old: str, new: str) -> None:
        work.change(MISSING[0], MISSING[1])
        work.change(old, new)
        run = work.run("generate", "acme.yaml")
        assert run.status == 0
        assert "warning[missing-schema]" in run.err
        assert "error" not in run.err

    @pytest.mark.parametrize("paths", ["{}", "", "{/x: {}}", "{/x: {parameters: []}}"])
    def test_a_document_with_nothing_to_call_is_a_warning(self, work: Workplace, paths: str) -> None:
        work.write("empty.yaml", f'openapi: 3.1.0\ninfo: {{title: Acme, version: "1"}}\npaths: {paths}\n')
        run = work.run("generate", "empty.yaml")
        message = "it has no operations and no webhooks, so there is nothing to call"
        assert (run.status, run.err) == (0, f"empty.yaml: warning[no-operations]: {message}\n")

    def test_a_list_that_is_only_sent_is_no_page(self, work: Workplace) -> None:
        work.change("data: {type: array,", "data: {type: array, writeOnly: true,")
        run = work.run("generate", "acme.yaml")
        assert (run.status, run.err) == (0, "")

    def test_webhooks_are_something(self, work: Workplace) -> None:
        text = (
            'openapi: 3.1.0\ninfo: {title: Acme, version: "1"}\nwebhooks: {made: {post: {responses: {}}}}\n'
        )
        work.write("hooks.yaml", text)
        assert work.run("generate", "hooks.yaml").err == ""
