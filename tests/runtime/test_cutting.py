"""Lines and values of JSON out of bytes that come in any pieces."""

import json
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trigger_dev._runtime import cutting
from trigger_dev._runtime.cutting import Cutter, JsonValues, TextLines
from trigger_dev._runtime.errors import DecodingError, StreamError
from trigger_dev._runtime.messages import Headers, Request, Response

REQUEST = Request(method="GET", url="http://a.test/x", headers=Headers.of([]), content=None)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def head(content_type: str = "") -> Response:
    return Response(
        status=200, headers=Headers.of([("content-type", content_type)]), content=b"", request=REQUEST
    )


def cut(kind: Callable[[Response], Cutter], pieces: Iterable[bytes], content_type: str = "") -> list[Any]:
    cutter = kind(head(content_type))
    found = [part for piece in pieces for part in cutter(piece, last=False)]
    return [*found, *cutter(b"", last=True)]


@st.composite
def pieces(draw: st.DrawFn, content: bytes) -> list[bytes]:
    places = sorted(draw(st.lists(st.integers(0, len(content)), max_size=6)))
    return [content[a:b] for a, b in zip([0, *places], [*places, len(content)], strict=True)]


@given(
    st.data(),
    st.lists(VALUES, max_size=5),
    st.sampled_from(["\n", "\r\n", "\n\n", " ", "\x1e", "\n\x1e"]),
    st.sampled_from([None, 2]),
    st.booleans(),
)
def test_values_come_however_they_are_cut_and_written(
    data: st.DataObject, values: list[Any], between: str, indent: int | None, is_escaped: bool
) -> None:
    texts = [json.dumps(value, indent=indent, ensure_ascii=is_escaped) for value in values]
    content = "".join(f"{text}{between}" for text in texts).encode("utf-8", "surrogatepass")
    assert cut(JsonValues, data.draw(pieces(content))) == values


@given(st.data(), st.lists(st.lists(VALUES, max_size=3) | st.text() | st.dictionaries(st.text(), VALUES)))
def test_nothing_need_be_between_them(data: st.DataObject, values: list[Any]) -> None:
    content = "".join(map(json.dumps, values)).encode()
    assert cut(JsonValues, data.draw(pieces(content))) == values


@pytest.mark.parametrize("content", [b"<html>", b'{"a": 1} x', b"{]", b"]", b"nul ", b"\xff\xff "])
def test_what_is_no_json_is_an_error(content: bytes) -> None:
    with pytest.raises(DecodingError, match=r"GET .*/x: values of JSON .* something that is none") as caught:
        cut(JsonValues, [content + b" "])
    assert caught.value.response.content in content


@pytest.mark.parametrize("content", [b'{"a": 1', b'"a', b'"a\\', b'"a\\"', b'{"a": 1}\n[', b'[{"a": "}]"}'])
def test_so_is_what_ends_too_early(content: bytes) -> None:
    for parts in ([content], [content[at : at + 1] for at in range(len(content))]):
        with pytest.raises(DecodingError, match="ends in the middle of a value"):
            cut(JsonValues, parts)


@given(st.data(), st.lists(st.text().filter(lambda text: not {"\n", "\r"} & set(text))))
def test_lines(data: st.DataObject, lines: list[str]) -> None:
    for end in ("\n", "\r\n"):
        content = "".join(f"{line}{end}" for line in lines).encode()
        given = data.draw(pieces(content))
        assert cut(TextLines, given) == [
            line.removeprefix("\ufeff") if at == 0 else line for at, line in enumerate(lines)
        ]


def test_the_last_line_needs_no_end_and_a_charset_counts() -> None:
    assert cut(TextLines, [b"a\n\nb"]) == ["a", "", "b"]
    assert cut(TextLines, [b"caf\xe9\nb"], "text/plain; charset=latin-1") == ["café", "b"]
    assert cut(TextLines, []) == []


@pytest.mark.parametrize("kind", [TextLines, JsonValues])
def test_what_never_ends_is_given_up(
    kind: Callable[[Response], Cutter], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cutting, "MOST_PENDING", 100)
    with pytest.raises(StreamError, match="larger than 100 bytes"):
        cut(kind, [b'"', *[b"x" * 60] * 9])


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        (JsonValues, b'"' + b"x" * 2**23 + b'"'),
        (JsonValues, b"{}" * 2**18),
        (JsonValues, b"[" + b"1,\n" * 2**18 + b"1]"),
        (TextLines, b"x" * 2**23),
    ],
)
@pytest.mark.parametrize("size", [64, 2**30])
def test_it_takes_linear_time(kind: Callable[[Response], Cutter], content: bytes, size: int) -> None:
    found = cut(kind, (content[at : at + size] for at in range(0, len(content), size)))
    assert len(found) in {1, 2**18}
