"""The sync flavour: our names change, text does not, and nothing that stands in a template's braces does."""

import pytest

from generator.writing.twins import TABLE, TwinError, derive_sync, sync_templates

# A module that uses the whole table.
EVERYTHING = "\n".join(TABLE)


def derived(text: str) -> str:
    return derive_sync(text, "_async/runs.py.jinja")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("async def run() -> None: ...", "def run() -> None: ..."),
        ("return await self._call(x)", "return self._call(x)"),
        ("async with AsyncClient() as client:", "with Client() as client:"),
        ("async for item in pager:", "for item in pager:"),
        ("await pager.__anext__()", "pager.__next__()"),
        ("class AsyncRuns(AsyncResource):", "class Runs(Resource):"),
        ("class _AsyncOpened:", "class _Opened:"),
        ("x.AsyncClient.aclose", "x.Client.close"),
    ],
)
def test_code(text: str, expected: str) -> None:
    assert derived(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "'await AsyncClient'",
        '"async AsyncClient is quoted"',
        '"""Docstrings of AsyncClient\nawait "nothing".\n"""',
        "# await AsyncClient",
        r'"\" await AsyncClient"',
        r"'\' await AsyncClient'",
        r'"""\""" await AsyncClient"""',
        'f"{x} await "',
    ],
)
def test_strings_and_comments_stay(text: str) -> None:
    assert derived(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"AsyncRuns"', '"Runs"'),
        ('"Async{{ name }}"', '"{{ name }}"'),
        ('"AsyncPager[models.Run]"', '"Pager[models.Run]"'),
        ('"AsyncPager[T] | None"', '"Pager[T] | None"'),
        ('"AsyncClient is text"', '"AsyncClient is text"'),
    ],
)
def test_annotations_in_quotes(text: str, expected: str) -> None:
    assert derived(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("class Async{{ name }}(AsyncResource):", "class {{ name }}(Resource):"),
        ("{{ aclose }} = {{ AsyncPager }}.aclose", "{{ aclose }} = {{ AsyncPager }}.close"),
        ("{% if AsyncPage %}AsyncPage{% endif %}", "{% if AsyncPage %}Page{% endif %}"),
        ("{# await AsyncPage #}await x", "{# await AsyncPage #}x"),
        ('{{ lines | join("\n") }} "{{ await }}"', '{{ lines | join("\n") }} "{{ await }}"'),
        ("{{ x\n | async_sleep }}", "{{ x\n | async_sleep }}"),
        ("AsyncPager[{{ type }}]", "Pager[{{ type }}]"),
        ('"""{{ AsyncPage }} of AsyncPage"""', '"""{{ AsyncPage }} of AsyncPage"""'),
    ],
)
def test_what_stands_in_braces_stays(text: str, expected: str) -> None:
    assert derived(text) == expected


def test_braces_are_only_braces_where_jinja_reads_them() -> None:
    assert derive_sync("{{**AsyncPage}}", "_async/page.py") == "{{**Page}}"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("return await\n", "await"),
        ("x = (await(y))", "await"),
        ("async\tdef f(): ...", "async"),
        ("async_other()", "async_other"),
        ("Asynchronous", "Asynchronous"),
        ("awaited", "awaited"),
    ],
)
def test_what_is_left_over_is_an_error(text: str, left: str) -> None:
    with pytest.raises(TwinError, match=f"_async/runs.py.jinja: '{left}' is left over in the sync flavour"):
        derived(text)


def test_each_async_template_has_a_twin() -> None:
    templates = {
        "_async/runs.py": EVERYTHING,
        "_async/{x}.py.jinja": "await {{ await }}",
        "_runtime/x.py": "async",
    }
    assert sync_templates(templates) == {
        "_sync/runs.py": "\n".join(TABLE.values()),
        "_sync/{x}.py.jinja": "{{ await }}",
    }


def test_an_entry_that_nothing_uses_is_an_error() -> None:
    templates = {"_async/runs.py": EVERYTHING.replace("aclose", "'aclose'"), "_runtime/x.py": "aclose"}
    with pytest.raises(TwinError, match="the table of twins has an entry that nothing uses: aclose"):
        sync_templates(templates)
