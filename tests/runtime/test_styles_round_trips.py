"""What is written reads back the same, by decoders that know nothing of the encoder."""

import json
import re
from http.cookies import SimpleCookie
from urllib.parse import parse_qsl, unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trigger_dev._runtime.operation import DeepObject, Parameter
from trigger_dev._runtime.styles import (
    cookie_pairs,
    header_value,
    path_segment,
    query_pairs,
    querystring,
)
from trigger_dev._runtime.values import UnsendableValueError

# RFC 3986: what a path segment and a query are made of.
SEGMENT = re.compile(r"(?:[A-Za-z0-9\-._~!$&'()*+,;=:@]|%[0-9A-F]{2})+")
QUERY = re.compile(r"(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*")
# RFC 9110, 5.5, without its obsolete parts.
FIELD = re.compile(r"[\t -~]*")
# RFC 6265, 4.1.1.
COOKIE_VALUE = r"[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*"

TEXTS = st.text()
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
ANYTHING = (
    TEXTS | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.binary() | st.lists(TEXTS)
) | st.dictionaries(TEXTS, TEXTS)

unhurried = settings(deadline=None)


def text_without(characters):
    return st.text(st.characters(codec="utf-8", exclude_characters=characters))


def lists_of(texts):
    return st.lists(texts, min_size=1)


def objects_of(texts):
    return st.dictionaries(texts, texts, min_size=1)


def segments(texts):
    """Texts of which none is a step in a path or nothing."""
    return texts.filter(lambda text: text.strip("."))


def query(style, explode, **settings):
    return Parameter("color", "color", "query", style, explode, **settings)


def path(style, explode):
    return Parameter("color", "color", "path", style, explode)


def decoded_pairs(pairs):
    return parse_qsl("&".join(pairs), keep_blank_values=True, strict_parsing=True)


def paired(texts):
    return dict(zip(texts[::2], texts[1::2], strict=True))


def split(text, delimiter):
    return [unquote(part) for part in text.split(delimiter)]


# Queries


@given(TEXTS)
@unhurried
def test_form_text(value):
    assert decoded_pairs(query_pairs(query("form", explode=True), value)) == [("color", value)]


@given(lists_of(TEXTS))
@unhurried
def test_form_list_exploded(value):
    assert decoded_pairs(query_pairs(query("form", explode=True), value)) == [
        ("color", item) for item in value
    ]


@given(objects_of(TEXTS))
@unhurried
def test_form_object_exploded(value):
    assert decoded_pairs(query_pairs(query("form", explode=True), value)) == list(value.items())


DELIMITED = [("form", ",", ""), ("spaceDelimited", "%20", " "), ("pipeDelimited", "%7C", "|")]


@pytest.mark.parametrize(("style", "delimiter", "character"), DELIMITED)
@given(data=st.data())
@unhurried
def test_delimited_list(style, delimiter, character, data):
    value = data.draw(lists_of(text_without(character)))
    (pair,) = query_pairs(query(style, explode=False), value)
    name, _, text = pair.partition("=")
    assert name == "color"
    assert split(text, delimiter) == value


@pytest.mark.parametrize(("style", "delimiter", "character"), DELIMITED)
@given(data=st.data())
@unhurried
def test_delimited_object(style, delimiter, character, data):
    value = data.draw(objects_of(text_without(character)))
    (pair,) = query_pairs(query(style, explode=False), value)
    assert paired(split(pair.partition("=")[2], delimiter)) == value


@given(JSON.filter(lambda value: value is not None))
@unhurried
def test_json_content(value):
    ((name, text),) = decoded_pairs(
        query_pairs(query("form", explode=True, media_type="application/json"), value)
    )
    assert name == "color"
    assert json.loads(text) == value


@given(st.dictionaries(TEXTS, TEXTS | lists_of(TEXTS), min_size=1))
@unhurried
def test_form_urlencoded_query_string(value):
    parameter = Parameter(
        "color", "color", "querystring", "form", media_type="application/x-www-form-urlencoded"
    )
    expected = [
        (name, item)
        for name, items in value.items()
        for item in (items if isinstance(items, list) else [items])
    ]
    assert decoded_pairs([querystring(parameter, value)]) == expected


# deepObject

# A name that is a number, or nothing, looks like the index of an item, so none here is.
DEEP_NAMES = text_without("[].").map(lambda text: f"n{text}")
DEEP_VALUES = st.recursive(
    TEXTS | lists_of(TEXTS), lambda inner: st.dictionaries(DEEP_NAMES, inner, min_size=1), max_leaves=6
)
DEEP_OBJECTS = st.dictionaries(DEEP_NAMES, DEEP_VALUES)


def leaves(value, steps=()):
    """Each text and each list of texts in an object, and the steps to it."""
    if isinstance(value, dict):
        return [leaf for name, inner in value.items() for leaf in leaves(inner, (*steps, name))]
    return [(steps, value)]


def decoded_deep_object(pairs, objects, lists):
    """The leaves that the pairs tell of, texts as lists of one."""
    found = {}
    for pair in pairs:
        raw_name, _, raw_value = pair.partition("=")
        name = unquote(raw_name)
        assert name.startswith("color[")
        assert name.endswith("]")
        steps = name.removeprefix("color[").removesuffix("]").split("][")
        if lists in {"brackets", "indices"} and len(steps) > 1 and re.fullmatch(r"\d*", steps[-1]):
            steps.pop()
        if objects == "dots":
            steps = steps[0].split(".")
        values = split(raw_value, ",") if lists == "comma" else [unquote(raw_value)]
        found.setdefault(tuple(steps), []).extend(values)
    return found


@given(
    DEEP_OBJECTS,
    st.sampled_from(["brackets", "dots"]),
    st.sampled_from(["comma", "repeat", "brackets", "indices"]),
)
@unhurried
def test_deep_object(value, objects, lists):
    pairs = query_pairs(
        query("deepObject", explode=True, deep=DeepObject(objects=objects, lists=lists)), value
    )
    assert decoded_deep_object(pairs, objects, lists) == {
        steps: leaf if isinstance(leaf, list) else [leaf] for steps, leaf in leaves(value)
    }


# Paths


@given(segments(TEXTS))
@unhurried
def test_simple_text(value):
    assert unquote(path_segment(path("simple", explode=False), value)) == value


@given(TEXTS)
@unhurried
def test_matrix_text(value):
    segment = path_segment(path("matrix", explode=False), value)
    assert unquote(segment.removeprefix(";color").removeprefix("=")) == value


@given(segments(TEXTS))
@unhurried
def test_label_text(value):
    segment = path_segment(path("label", explode=False), value)
    assert unquote(segment.removeprefix(".")) == value


# How a path value begins, where it is split, what no item may have, and whether the parts are named.
PATHS = [
    ("simple", False, "", ",", "", False),
    ("simple", True, "", ",", "", False),
    ("label", False, ".", ",", "", False),
    ("label", True, ".", ".", ".", False),
    ("matrix", False, ";color=", ",", "", False),
    ("matrix", True, ";", ";", "", True),
]


@pytest.mark.parametrize(("style", "explode", "first", "delimiter", "character", "named"), PATHS)
@given(data=st.data())
@unhurried
def test_path_list(style, explode, first, delimiter, character, named, data):
    value = data.draw(lists_of(segments(text_without(character))))
    segment = path_segment(path(style, explode), value)
    assert segment.startswith(first)
    parts = segment.removeprefix(first).split(delimiter)
    if named:
        assert all(part.startswith("color=") for part in parts)
        parts = [part.removeprefix("color=") for part in parts]
    assert [unquote(part) for part in parts] == value


@pytest.mark.parametrize(("style", "explode", "first", "delimiter", "character", "named"), PATHS)
@given(data=st.data())
@unhurried
def test_path_object(style, explode, first, delimiter, character, named, data):
    value = data.draw(objects_of(segments(text_without(character))))
    segment = path_segment(path(style, explode), value)
    assert segment.startswith(first)
    parts = segment.removeprefix(first).split(delimiter)
    if explode:
        pairs = [part.partition("=") for part in parts]
        assert {unquote(name): unquote(text) for name, _, text in pairs} == value
    else:
        assert paired([unquote(part) for part in parts]) == value


# Headers and cookies

FIELDS = st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters=',="'), min_size=1)
COOKIES = st.from_regex(re.compile(COOKIE_VALUE), fullmatch=True)
TOKENS = st.from_regex(re.compile(r"[A-Za-z0-9!#$%&'*+\-.^_`|~]+"), fullmatch=True)


@given(lists_of(FIELDS), st.booleans())
@unhurried
def test_header_list(value, explode):
    parameter = Parameter("color", "color", "header", "simple", explode)
    assert header_value(parameter, value).split(",") == value


@given(objects_of(FIELDS))
@unhurried
def test_header_object(value):
    joined = header_value(Parameter("color", "color", "header", "simple", explode=False), value)
    assert paired(joined.split(",")) == value
    exploded = header_value(Parameter("color", "color", "header", "simple", explode=True), value)
    assert dict(pair.split("=") for pair in exploded.split(",")) == value


@given(TEXTS)
@unhurried
def test_form_cookie(value):
    (pair,) = cookie_pairs(Parameter("color", "color", "cookie", "form", explode=True), value)
    assert unquote(SimpleCookie(pair)["color"].value) == value


@given(lists_of(TEXTS))
@unhurried
def test_form_cookie_list(value):
    (pair,) = cookie_pairs(Parameter("color", "color", "cookie", "form", explode=False), value)
    assert split(pair.removeprefix("color="), ",") == value


@given(st.dictionaries(TOKENS, COOKIES, min_size=1))
@unhurried
def test_cookie_object(value):
    pairs = cookie_pairs(Parameter("color", "color", "cookie", "cookie", explode=True), value)
    assert dict(pair.split("=", 1) for pair in "; ".join(pairs).split("; ")) == value


# What any server and any proxy lets through: each text is made of the characters of its place.

PATH_STYLES = ["simple", "label", "matrix"]
QUERY_STYLES = ["form", "spaceDelimited", "pipeDelimited", "deepObject"]


def written_or_refused(write, parameter, value):
    try:
        return write(parameter, value)
    except UnsendableValueError:
        return None


@given(ANYTHING, st.sampled_from(PATH_STYLES), st.booleans(), st.booleans(), TEXTS.filter(bool))
@unhurried
def test_a_segment_is_legal(value, style, explode, reserved, name):
    parameter = Parameter("color", name, "path", style, explode, allow_reserved=reserved)
    segment = written_or_refused(path_segment, parameter, value)
    if segment is not None:
        assert SEGMENT.fullmatch(segment)
        assert unquote(segment) not in {".", ".."}


@given(ANYTHING, st.sampled_from(QUERY_STYLES), st.booleans(), st.booleans(), TEXTS)
@unhurried
def test_a_query_is_legal(value, style, explode, reserved, name):
    parameter = Parameter("color", name, "query", style, explode, allow_reserved=reserved)
    for pair in written_or_refused(query_pairs, parameter, value) or []:
        assert QUERY.fullmatch(pair)
        assert "&" not in pair
        assert "+" not in pair
        assert pair.count("=") == 1


@given(
    ANYTHING,
    st.sampled_from(
        ["application/json", "application/x-www-form-urlencoded", "text/plain", "application/jsonpath"]
    ),
)
@unhurried
def test_a_whole_query_string_is_legal(value, media_type):
    parameter = Parameter("color", "color", "querystring", "form", media_type=media_type)
    text = written_or_refused(querystring, parameter, value)
    if text is not None:
        assert QUERY.fullmatch(text)


@given(ANYTHING, st.booleans(), st.sampled_from([None, "application/json", "text/plain"]))
@unhurried
def test_a_header_is_legal(value, explode, media_type):
    parameter = Parameter("color", "color", "header", "simple", explode, media_type=media_type)
    text = written_or_refused(header_value, parameter, value)
    if text is not None:
        assert FIELD.fullmatch(text)
        assert text == text.strip()


@given(ANYTHING, st.sampled_from(["form", "cookie"]), st.booleans())
@unhurried
def test_a_cookie_is_legal(value, style, reserved):
    parameter = Parameter("color", "color", "cookie", style, explode=True, allow_reserved=reserved)
    for pair in written_or_refused(cookie_pairs, parameter, value) or []:
        assert re.fullmatch(COOKIE_VALUE + '|[^=]*="' + COOKIE_VALUE + '"', pair)
