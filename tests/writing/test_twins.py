"""The sync flavour: names change, text does not, and nothing of the async one is left over."""

import pytest

from generator.writing.twins import TABLE, TwinError, derive_sync, twin_names

NAMES = {**TABLE, "AsyncRuns": "Runs"}
# A module that uses the whole table.
EVERYTHING = "\n".join(TABLE)


def derived(text: str) -> str:
    return derive_sync(text, NAMES, "_async/runs.py")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("async def run() -> None: ...", "def run() -> None: ..."),
        ("return await self._call(x)", "return self._call(x)"),
        ("async with AsyncClient() as client:", "with Client() as client:"),
        ("async for item in pager:", "for item in pager:"),
        ("await pager.__anext__()", "pager.__next__()"),
        ("class AsyncRuns(AsyncResource):", "class Runs(Resource):"),
        ("AsyncRunsToo", "AsyncRunsToo"),
        ("awaited = asynchronous", "awaited = asynchronous"),
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
        ('"AsyncPager[models.Run]"', '"Pager[models.Run]"'),
        ('"AsyncPager[models.Run] | None"', '"Pager[models.Run] | None"'),
        ('"AsyncClient is text"', '"AsyncClient is text"'),
    ],
)
def test_annotations_in_quotes(text: str, expected: str) -> None:
    assert derived(text) == expected


@pytest.mark.parametrize(
    ("text", "left"),
    [("return await\n", "await"), ("x = (await(y))", "await"), ("async\tdef f(): ...", "async")],
)
def test_what_is_left_over_is_an_error(text: str, left: str) -> None:
    with pytest.raises(TwinError, match=f"_async/runs.py: '{left}' is left over in the sync flavour"):
        derived(text)


def test_classes_of_async_modules_join_the_table() -> None:
    files = {
        "_async/runs.py": f"class AsyncRuns(AsyncResource):\n    ...\n{EVERYTHING}",
        "_runtime/x.py": "class AsyncOther: ...",
    }
    assert twin_names(files) == NAMES


def test_an_entry_that_nothing_uses_is_an_error() -> None:
    files = {"_async/runs.py": EVERYTHING.replace("aclose", "'aclose'"), "_runtime/x.py": "aclose"}
    with pytest.raises(TwinError, match="the table of twins has an entry that nothing uses: aclose"):
        twin_names(files)
