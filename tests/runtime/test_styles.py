"""The tables of OpenAPI's "Style Examples", row by row, and what a client has to decide beside them."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from pathlib import PurePosixPath

import pytest
from pydantic import BaseModel, Field, TypeAdapter
from trigger_dev._runtime.operation import DeepObject, Parameter
from trigger_dev._runtime.scalars import DateTime
from trigger_dev._runtime.styles import (
    cookie_pairs,
    form_urlencoded,
    header_value,
    path_segment,
    query_pairs,
    querystring,
)
from trigger_dev._runtime.unset import UNSET
from trigger_dev._runtime.values import UnsendableValueError

ARRAY = ["blue", "black", "brown"]
OBJECT = {"R": 100, "G": 200, "B": 150}
NOON_ELSEWHERE = datetime(2024, 5, 17, 14, tzinfo=timezone(timedelta(hours=2)))
DATE_TIMES = TypeAdapter(DateTime)
REFUSED = UnsendableValueError


class Colour(Enum):
    BLUE = "blue"


class CreatedAt(BaseModel):
    period: str | None = None
    since: datetime | None = Field(default=None, alias="from")


class RunsFilter(BaseModel):
    status: list[str] | None = None
    created_at: CreatedAt | None = Field(default=None, alias="createdAt")
    is_test: bool | None = Field(default=None, alias="isTest")


def path(style="simple", explode=False, **settings):
    return Parameter("color", "color", "path", style, explode, **settings)


def query(style="form", explode=True, *, name="color", **settings):
    return Parameter(name, name, "query", style, explode, **settings)


def header(explode=False, **settings):
    return Parameter("color", "color", "header", "simple", explode, **settings)


def cookie(style="form", explode=True, *, name="color", **settings):
    return Parameter(name, name, "cookie", style, explode, **settings)


def deep(**settings):
    return query("deepObject", name="filter", deep=DeepObject(**settings))


def whole(media_type):
    return Parameter("query", "query", "querystring", "form", media_type=media_type)


# OAS 3.1.1, 4.8.12, "Style Examples", and OAS 3.2 for the style `cookie`. Beside what is written there,
# - `refused` is what cannot be sent: nothing and `.` are no segments of a path, a cookie has no commas;
# - `open` is what OpenAPI leaves undefined.
# Cookies have `;` between them here, which is RFC 6570's `&` put right (OAS 3.1.1, appendix D).
STYLE_EXAMPLES = """
in      style           explode  empty    string       array                                object
path    matrix          false    ;color   ;color=blue  ;color=blue,black,brown              ;color=R,100,G,200,B,150
path    matrix          true     ;color   ;color=blue  ;color=blue;color=black;color=brown  ;R=100;G=200;B=150
path    label           false    refused  .blue        .blue,black,brown                    .R,100,G,200,B,150
path    label           true     refused  .blue        .blue.black.brown                    .R=100.G=200.B=150
path    simple          false    refused  blue         blue,black,brown                     R,100,G,200,B,150
path    simple          true     refused  blue         blue,black,brown                     R=100,G=200,B=150
query   form            false    color=   color=blue   color=blue,black,brown               color=R,100,G,200,B,150
query   form            true     color=   color=blue   color=blue&color=black&color=brown   R=100&G=200&B=150
query   spaceDelimited  false    open     open         color=blue%20black%20brown           color=R%20100%20G%20200%20B%20150
query   pipeDelimited   false    open     open         color=blue%7Cblack%7Cbrown           color=R%7C100%7CG%7C200%7CB%7C150
query   deepObject      false    refused  refused      refused                              color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150
query   deepObject      true     refused  refused      refused                              color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150
header  simple          false    ""       blue         blue,black,brown                     R,100,G,200,B,150
header  simple          true     ""       blue         blue,black,brown                     R=100,G=200,B=150
cookie  form            false    color=   color=blue   color=blue,black,brown               color=R,100,G,200,B,150
cookie  form            true     color=   color=blue   color=blue;color=black;color=brown   R=100;G=200;B=150
cookie  cookie          false    color=   color=blue   refused                              refused
cookie  cookie          true     color=   color=blue   color=blue;color=black;color=brown   R=100;G=200;B=150
"""  # noqa: E501

# What OpenAPI leaves open, but for an object that is none, is written as by `form`.
OPEN_EXAMPLES = """
in     style           explode  empty   string      array                               object
query  spaceDelimited  false    color=  color=blue  open                                open
query  pipeDelimited   false    color=  color=blue  open                                open
query  spaceDelimited  true     color=  color=blue  color=blue&color=black&color=brown  R=100&G=200&B=150
query  pipeDelimited   true     color=  color=blue  color=blue&color=black&color=brown  R=100&G=200&B=150
"""

WRITERS = {
    "path": path_segment,
    "query": lambda parameter, value: "&".join(query_pairs(parameter, value)),
    "header": header_value,
    "cookie": lambda parameter, value: ";".join(cookie_pairs(parameter, value)),
}


def cells(table):
    values = {"empty": "", "string": "blue", "array": ARRAY, "object": OBJECT}
    for line in table.strip().splitlines()[1:]:
        location, style, explode, *written = line.split()
        parameter = Parameter("color", "color", location, style, explode == "true")
        for (kind, value), text in zip(values.items(), written, strict=True):
            if text != "open":
                yield pytest.param(parameter, value, text, id=f"{location}-{style}-{explode}-{kind}")


@pytest.mark.parametrize(("parameter", "value", "text"), [*cells(STYLE_EXAMPLES), *cells(OPEN_EXAMPLES)])
def test_the_style_examples(parameter, value, text):
    write = WRITERS[parameter.location]
    if text == "refused":
        with pytest.raises(REFUSED, match=f"style {parameter.style}"):
            write(parameter, value)
    else:
        assert write(parameter, value) == text.strip('"')


# OAS 3.2, "Parameter Object Examples": what the table does not show.

JSON_QUERY = query(name="coordinates", media_type="application/json")
FORM_STRING = whole("application/x-www-form-urlencoded")
NUMBERS = "%7B%22numbers%22%3A%5B1%2C2%5D%2C%22flag%22%3Anull%7D"
GREETING = {"greeting": "Hello%2C%20world!", "code": 42}
TWO_THINGS = ["one thing", "another thing"]


@pytest.mark.parametrize(
    ("write", "parameter", "value", "expected"),
    [
        (path_segment, path(), "edijkstra", "edijkstra"),
        (path_segment, path(), "diṅnāga", "di%E1%B9%85n%C4%81ga"),
        (header_value, header(), [12345678, 90099], "12345678,90099"),
        (query_pairs, query(), TWO_THINGS, ["color=one%20thing", "color=another%20thing"]),
        (query_pairs, query(), {"page": 4, "pageSize": 50}, ["page=4", "pageSize=50"]),
        (query_pairs, JSON_QUERY, {"lat": 40.6}, ["coordinates=%7B%22lat%22%3A40.6%7D"]),
        (cookie_pairs, cookie(name="greeting"), "Hello, world!", ["greeting=Hello%2C%20world%21"]),
        (cookie_pairs, cookie("cookie"), GREETING, ["greeting=Hello%2C%20world!", "code=42"]),
        (querystring, FORM_STRING, {"foo": "a + b", "bar": True}, "foo=a+%2B+b&bar=true"),
        (querystring, whole("application/json"), {"numbers": [1, 2], "flag": None}, NUMBERS),
        (querystring, whole("application/jsonpath"), "$.a.b[1:1]", "%24.a.b%5B1%3A1%5D"),
    ],
)
def test_the_examples_of_parameters(write, parameter, value, expected):
    assert write(parameter, value) == expected


# Absent, null and empty.


@pytest.mark.parametrize("value", [None, UNSET, [], {}, (), [None], {"a": None}, [UNSET], {"a": UNSET}])
@pytest.mark.parametrize("explode", [False, True])
def test_what_is_absent_is_left_out(value, explode):
    for style in ("form", "spaceDelimited", "pipeDelimited"):
        assert query_pairs(query(style, explode), value) == []
    for style in ("form", "cookie"):
        assert cookie_pairs(cookie(style, explode), value) == []
    assert header_value(header(explode), value) is None
    for style in ("simple", "label", "matrix"):
        with pytest.raises(REFUSED, match="it is empty"):
            path_segment(path(style, explode), value)


@pytest.mark.parametrize(
    "value", [None, UNSET, {}, {"a": None, "b": [], "c": {}, "d": [None], "e": {"f": UNSET}}]
)
@pytest.mark.parametrize("lists", ["comma", "repeat", "brackets", "indices"])
def test_what_is_absent_in_a_deep_object_is_left_out(value, lists):
    assert query_pairs(deep(lists=lists), value) == []


def test_absent_items_and_properties_are_left_out():
    assert query_pairs(query(explode=False), ["a", None, "b"]) == ["color=a,b"]
    assert query_pairs(query(), {"a": 1, "b": None}) == ["a=1"]
    assert query_pairs(deep(lists="indices"), {"a": [None, 1]}) == ["filter%5Ba%5D%5B0%5D=1"]


@pytest.mark.parametrize("media_type", ["application/json", "text/plain"])
def test_absent_content_is_left_out(media_type):
    assert query_pairs(query(media_type=media_type), None) == []
    assert header_value(header(media_type=media_type), UNSET) is None
    assert cookie_pairs(cookie(media_type=media_type), None) == []
    assert querystring(whole(media_type), UNSET) == ""
    with pytest.raises(REFUSED, match="it is empty"):
        path_segment(path(media_type=media_type), None)


def test_empty_json_is_a_value():
    assert query_pairs(query(media_type="application/json"), []) == ["color=%5B%5D"]
    assert header_value(header(media_type="application/json"), {}) == "{}"


# Single values: Python's own forms stay in Python.


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (10**30, "1" + "0" * 30),
        (1.0, "1"),
        (-0.0, "0"),
        (0.1, "0.1"),
        (1e20, "1" + "0" * 20),
        (1e21, "1e%2B21"),
        (1e-7, "1e-07"),
        (Decimal("1.10"), "1.10"),
        (Decimal("12345678901234567.89"), "12345678901234567.89"),
        (Colour.BLUE, "blue"),
        (b"\xfb\xff", "%2B%2F8%3D"),
        (timedelta(days=1), "P1D"),
        (datetime(2024, 5, 17, 12, tzinfo=UTC), "2024-05-17T12%3A00%3A00Z"),
        (datetime(2024, 5, 17, 14, tzinfo=timezone(timedelta(hours=2))), "2024-05-17T12%3A00%3A00Z"),
        ("a b+c&d=e/f?g#h%20[i]", "a%20b%2Bc%26d%3De%2Ff%3Fg%23h%2520%5Bi%5D"),
        ("~-._", "~-._"),
        ("気温", "%E6%B0%97%E6%B8%A9"),
    ],
)
def test_single_values(value, text):
    assert query_pairs(query(), value) == [f"color={text}"]
    assert query_pairs(query(), [value, value]) == [f"color={text}"] * 2
    assert query_pairs(deep(), {"a": value}) == [f"filter%5Ba%5D={text}"]
    assert path_segment(path(), value) == text


@pytest.mark.parametrize(
    ("dates", "text"), [("epoch-seconds", "1715947200"), ("epoch-milliseconds", "1715947200000")]
)
def test_dates_as_numbers(dates, text):
    noon = datetime(2024, 5, 17, 12, tzinfo=UTC)
    assert query_pairs(query(dates=dates), noon) == [f"color={text}"]
    assert header_value(header(dates=dates), noon) == text


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (NOON_ELSEWHERE, "Fri, 17 May 2024 12:00:00 GMT"),
        (date(2024, 5, 17), "Fri, 17 May 2024 00:00:00 GMT"),
        (DATE_TIMES.validate_python("2024-05-17T12:00:00.123456789Z"), "Fri, 17 May 2024 12:00:00 GMT"),
        ("2024-05-17T12:00:00Z", "2024-05-17T12:00:00Z"),
        ('"etag"', '"etag"'),
    ],
)
def test_dates_of_http_but_text_as_it_is(value, expected):
    assert header_value(header(dates="http-date", takes=lambda: DateTime), value) == expected


def test_names_are_encoded():
    assert query_pairs(query(name="page[size]"), 5) == ["page%5Bsize%5D=5"]
    assert query_pairs(query(name="気温&"), 5) == ["%E6%B0%97%E6%B8%A9%26=5"]
    assert query_pairs(query(), {"a=b": "c"}) == ["a%3Db=c"]
    assert path_segment(path("matrix", explode=True), {"a;b": "c"}) == ";a%3Bb=c"


def test_the_name_of_a_cookie_stays():
    assert cookie_pairs(cookie(name="$Version"), "a b") == ["$Version=a%20b"]
    assert cookie_pairs(cookie(name="__Host-id^|`"), 1) == ["__Host-id^|`=1"]


def test_a_model_is_an_object():
    assert query_pairs(query(), RunsFilter(isTest=True)) == ["isTest=true"]


def test_no_python_repr_is_sent():
    assert path_segment(path(), ["a"]) == "a"
    assert path_segment(path(), Colour.BLUE) == "blue"
    assert header_value(header(), [True, Colour.BLUE]) == "true,blue"
    assert query_pairs(query(media_type="text/plain"), True) == ["color=true"]


def test_pairs_of_empty_texts():
    assert query_pairs(query(), ["", "a"]) == ["color=", "color=a"]
    assert query_pairs(query(), {"R": ""}) == ["R="]
    assert path_segment(path("matrix", explode=True), ["", "a"]) == ";color;color=a"
    assert path_segment(path("matrix", explode=True), {"R": ""}) == ";R"
    assert path_segment(path("simple", explode=True), {"R": ""}) == "R="


# deepObject


@pytest.mark.parametrize(
    ("settings", "value", "expected"),
    [
        ({}, {"createdAt": {"period": "1d"}}, "filter[createdAt][period]=1d"),
        ({"objects": "dots"}, {"createdAt": {"period": "1d"}}, "filter[createdAt.period]=1d"),
        ({"objects": "dots"}, {"a": {"b": {"c": 1}}}, "filter[a.b.c]=1"),
        ({}, {"a": {"b": {"c": 1}}}, "filter[a][b][c]=1"),
        ({"lists": "comma"}, {"status": ["A", "B"]}, "filter[status]=A,B"),
        ({"lists": "comma"}, {"status": ["A", "B,C"]}, "filter[status]=A,B%2CC"),
        ({"lists": "comma"}, {"status": ["A"]}, "filter[status]=A"),
        ({"lists": "comma"}, {"status": "A,B"}, "filter[status]=A%2CB"),
        ({"lists": "repeat"}, {"status": ["A", "B"]}, "filter[status]=A&filter[status]=B"),
        ({"lists": "brackets"}, {"status": ["A", "B"]}, "filter[status][]=A&filter[status][]=B"),
        ({"lists": "indices"}, {"status": ["A", "B"]}, "filter[status][0]=A&filter[status][1]=B"),
        ({"lists": "indices"}, {"a": [{"b": 1}, {"b": 2}]}, "filter[a][0][b]=1&filter[a][1][b]=2"),
        ({"lists": "indices"}, {"a": [[1], [2]]}, "filter[a][0][0]=1&filter[a][1][0]=2"),
        ({"lists": "indices", "objects": "dots"}, {"a": [{"b": {"c": 1}}]}, "filter[a][0][b.c]=1"),
        ({"lists": "comma"}, {"a": {"b": [1, 2]}, "c": True}, "filter[a][b]=1,2&filter[c]=true"),
        ({"lists": "comma", "objects": "dots"}, {"a": {"b": [1, 2]}}, "filter[a.b]=1,2"),
    ],
)
def test_deep_objects(settings, value, expected):
    brackets = expected.replace("[", "%5B").replace("]", "%5D")
    assert "&".join(query_pairs(deep(**settings), value)) == brackets


def test_a_model_as_a_deep_object():
    value = RunsFilter(
        status=["QUEUED", "EXECUTING"], createdAt={"from": datetime(2024, 5, 17, tzinfo=UTC)}, isTest=False
    )
    assert query_pairs(deep(lists="comma"), value) == [
        "filter%5Bstatus%5D=QUEUED,EXECUTING",
        "filter%5BcreatedAt%5D%5Bfrom%5D=2024-05-17T00%3A00%3A00Z",
        "filter%5BisTest%5D=false",
    ]


def test_a_deep_object_is_neither_merged_nor_json():
    # Both are what other generators send for `page[size]` and `page[after]`.
    parameter = query("deepObject", name="page")
    assert query_pairs(parameter, {"size": 10, "after": "x"}) == ["page%5Bsize%5D=10", "page%5Bafter%5D=x"]


@pytest.mark.parametrize("lists", ["comma", "repeat", "brackets", "indices"])
def test_objects_in_the_lists_of_a_deep_object_always_have_indices(lists):
    assert query_pairs(deep(lists=lists), {"a": [{"b": 1}]}) == ["filter%5Ba%5D%5B0%5D%5Bb%5D=1"]


def test_a_list_for_a_deep_object_is_written_like_one_inside_it():
    assert query_pairs(deep(lists="indices"), ["a", "b"]) == ["filter%5B0%5D=a", "filter%5B1%5D=b"]


def test_a_single_value_for_a_deep_object_is_refused_unless_the_document_has_one():
    assert query_pairs(deep(scalars=True), "all") == ["filter=all"]
    with pytest.raises(ValueError, match="for objects only"):
        query_pairs(deep(), "all")


def test_what_is_nested_too_deeply_for_form_is_json():
    parameter = query("form", explode=True, name="q")
    assert query_pairs(parameter, [{"a": [1]}]) == ["q=%7B%22a%22%3A%5B1%5D%7D"]
    assert query_pairs(parameter, {"a": {"b": 1}}) == ["a=%7B%22b%22%3A1%7D"]
    assert query_pairs(query("form", explode=False, name="q"), {"a": [1]}) == ["q=a,%5B1%5D"]


@pytest.mark.parametrize("style", ["form", "spaceDelimited", "pipeDelimited"])
def test_lists_in_exploded_objects_have_a_pair_for_each_item(style):
    parameter = query(style, explode=True, name="q")
    value = {"page": 2, "sort": ["name,asc", "a b"], "no": [], "nil": [None], "tags": [[1], {"x": 1}]}
    expected = ["page=2", "sort=name%2Casc", "sort=a%20b", "tags=%5B1%5D", "tags=%7B%22x%22%3A1%7D"]
    assert query_pairs(parameter, value) == expected


@pytest.mark.parametrize("key", ["a][b", "a[b]", "[]"])
def test_brackets_in_the_names_of_a_deep_object_are_refused(key):
    with pytest.raises(REFUSED, match="has a bracket in it"):
        query_pairs(deep(), {"x": {key: 1}})


# allowReserved: OAS 3.1.1, 4.8.12 and appendix E.


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a/b:c@d?e!f$g'(h)*,;", "a/b:c@d?e!f$g'(h)*,;"),
        ("[]#&=+", "%5B%5D%23%26%3D%2B"),
        ('a b"<>^', "a%20b%22%3C%3E%5E"),
        ("x%2By", "x%2By"),
        ("100%", "100%25"),
        ("%zz%é", "%25zz%25%C3%A9"),
    ],
)
def test_reserved_characters_stay_where_they_may(value, text):
    assert query_pairs(query(allow_reserved=True), value) == [f"color={text}"]
    assert query_pairs(query(allow_reserved=True), [value]) == [f"color={text}"]


def test_reserved_characters_never_end_a_value():
    assert query_pairs(query(explode=False, allow_reserved=True), ["a,b", "c/d"]) == ["color=a%2Cb,c/d"]
    assert path_segment(path(allow_reserved=True), ["a,b", "c:d"]) == "a%2Cb,c:d"
    assert path_segment(path("matrix", allow_reserved=True), "a;b=c") == ";color=a%3Bb=c"
    parameter = query("deepObject", name="f", allow_reserved=True, deep=DeepObject(lists="comma"))
    assert query_pairs(parameter, {"a": ["x,y", "z/"]}) == ["f%5Ba%5D=x%2Cy,z/"]


def test_reserved_characters_in_names_do_not_stay():
    assert query_pairs(query(name="$filter", allow_reserved=True), "$a") == ["%24filter=$a"]
    assert query_pairs(query(allow_reserved=True), {"$a": "$a"}) == ["%24a=$a"]


def test_reserved_characters_in_a_path_and_a_cookie():
    # OAS 3.2 allows it there; no path may have `/`, `?` and `#` in a value ("Path Templating").
    assert path_segment(path(allow_reserved=True), "a/b?c#d[e]@:=&+") == "a%2Fb%3Fc%23d%5Be%5D@:=&+"
    assert cookie_pairs(cookie(allow_reserved=True), 'a/b,c;d"e\\') == ["color=a/b%2Cc%3Bd%22e%5C"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("subscriptions/S/resourceGroups/a b", "subscriptions/S/resourceGroups/a%20b"),
        ("/subscriptions/S", "subscriptions/S"),
        ("//other/S", "other/S"),
        ("a/b:c@d!$&'()*+,;=", "a/b:c@d!$&'()*+,;="),
        ("a?b#c[d]\\", "a%3Fb%23c%5Bd%5D%5C"),
        ("a%2Fb/100%", "a%2Fb/100%25"),
        ("a/.../b", "a/.../b"),
    ],
)
def test_a_value_may_be_several_segments_of_a_path(value, text):
    assert path_segment(path(allow_reserved=True, allow_slashes=True), value) == text


@pytest.mark.parametrize("value", ["..", "a/../b", "a/..", "/./a", "a/%2E%2e/b", "a%2F..%2Fb", "/", ""])
def test_no_value_leads_out_of_its_place_in_a_path(value):
    with pytest.raises(REFUSED, match=r"is a step in a path|is empty"):
        path_segment(path(allow_reserved=True, allow_slashes=True), value)


# Paths


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        (path(), "."),
        (path(), ".."),
        (path(), [".."]),
        (path("label"), ""),
        (path("label"), "."),
        (path("label", explode=True), ["", ""]),
        (path(allow_reserved=True), "%2e%2E"),
        (path(allow_reserved=True), "%2e"),
        (path(allow_reserved=True), ".%2E"),
        (path(media_type="text/plain"), ".."),
    ],
)
def test_steps_in_a_path_are_refused(parameter, value):
    with pytest.raises(REFUSED, match=r"path parameter 'color' \(.*\): .* is a step|cannot|contains"):
        path_segment(parameter, value)


def test_a_path_value_is_one_segment():
    assert path_segment(path(), "../../etc/passwd") == "..%2F..%2Fetc%2Fpasswd"
    assert path_segment(path(), "%2e%2e") == "%252e%252e"
    assert path_segment(path(), "...") == "..."
    assert path_segment(path(), "..\\") == "..%5C"
    assert path_segment(path(media_type="application/json"), {"a": "/"}) == "%7B%22a%22%3A%22%2F%22%7D"


# Headers and cookies


@pytest.mark.parametrize(
    "value", ["a\r\nb", "a\nb", "a\rb", "a\0b", "a\x7f", " a", "a ", "\ta", "é", "☃", ["a", "b\n"]]
)
@pytest.mark.parametrize("media_type", [None, "text/plain"])
def test_what_no_header_may_have_is_refused(value, media_type):
    with pytest.raises(REFUSED, match="header parameter 'color'"):
        header_value(header(media_type=media_type), value)


def test_headers_are_not_encoded():
    assert header_value(header(), 'W/"a b", %20;q=1') == 'W/"a b", %20;q=1'
    assert header_value(header(media_type="application/json"), {"a": "é\n"}) == '{"a":"\\u00e9\\n"}'


@pytest.mark.parametrize("value", ["a;b", "a b", "a,b", 'a"b', "a\\b", "é", "a\r\nb", "a\0"])
@pytest.mark.parametrize("parameter", [cookie("cookie"), cookie(media_type="text/plain")])
def test_what_no_cookie_may_have_is_refused(parameter, value):
    with pytest.raises(REFUSED, match="cookie parameter 'color'"):
        cookie_pairs(parameter, value)


def test_cookies_of_content():
    assert cookie_pairs(cookie(media_type="text/plain"), '"a%20b"') == ['color="a%20b"']
    assert cookie_pairs(cookie(media_type="application/json"), {"a": 1}) == ["color=%7B%22a%22%3A1%7D"]


@pytest.mark.parametrize("name", ["a b", "a=b", "a;b", "é", ""])
def test_names_that_no_cookie_may_have_are_refused(name):
    with pytest.raises(REFUSED):
        cookie_pairs(cookie("cookie"), {name: "x"})


# Content


@pytest.mark.parametrize(
    ("media_type", "value", "text"),
    [
        ("application/json", "blue", "%22blue%22"),
        ("application/json", [1.5, None, True], "%5B1.5%2Cnull%2Ctrue%5D"),
        ("Application/Problem+JSON; charset=utf-8", {"a": "b c"}, "%7B%22a%22%3A%22b%20c%22%7D"),
        ("text/plain", "b c", "b%20c"),
        ("text/plain; charset=utf-8", 1.0, "1"),
    ],
)
def test_content_is_one_text(media_type, value, text):
    assert query_pairs(query(media_type=media_type), value) == [f"color={text}"]


@pytest.mark.parametrize(
    ("media_type", "value", "expected"),
    [
        ("application/x-www-form-urlencoded", {"a": [1, 2], "b": None, "c": "~"}, "a=1&a=2&c=%7E"),
        ("application/x-www-form-urlencoded", {"a": {"b": 1}, "c": [[1]]}, "a=%7B%22b%22%3A1%7D&c=%5B1%5D"),
        ("application/x-www-form-urlencoded", {"é ": "&="}, "%C3%A9+=%26%3D"),
        ("application/x-www-form-urlencoded", "a=%20b+c&d=[é]#", "a=%20b+c&d=%5B%C3%A9%5D%23"),
        ("application/x-www-form-urlencoded", {}, ""),
        ("text/plain", "a[0]=1&b=50%#", "a%5B0%5D=1&b=50%25%23"),
        ("application/json", "a", "%22a%22"),
    ],
)
def test_the_whole_query_string(media_type, value, expected):
    assert querystring(whole(media_type), value) == expected


@pytest.mark.parametrize(
    ("write", "parameter", "value", "expected"),
    [
        (header_value, header(), [{"a": [1]}], '[{"a":[1]}]'),
        (header_value, header(explode=True), {"a": {"b": "c"}}, '{"a":{"b":"c"}}'),
        (cookie_pairs, cookie(), {"a": [1]}, ["a=%5B1%5D"]),
        (query_pairs, query("pipeDelimited", explode=False), [[1], 2], ["color=%5B1%5D%7C2"]),
    ],
)
def test_what_is_too_deep_for_a_style_is_json(write, parameter, value, expected):
    assert write(parameter, value) == expected


def test_a_form():
    assert form_urlencoded({"a b": "c&d", "e": [True, None, 1.0]}) == "a+b=c%26d&e=true&e=1"


# What cannot be sent right is refused, with a sentence that names the parameter and how it is written.


NO_OBJECT = "an object cannot be written here, only text, numbers and booleans can"
NO_LIST = "a list cannot be written here, only text, numbers and booleans can"
NO_STYLE = "OpenAPI has no such style for a query parameter"
NO_TYPE = "a value of the type pathlib.PurePosixPath cannot be sent"
NO_TEXT = "its text has half of a surrogate pair, which UTF-8 cannot write"
NO_STEP = "'..' is a step in a path, not a segment of it"
NO_DOT = "'a.b' contains '.', which ends an item or a name in this style"


@pytest.mark.parametrize(
    ("write", "parameter", "value", "where", "why"),
    [
        (path_segment, path(), [{"a": 1}], "path parameter 'color' (style simple)", NO_OBJECT),
        (path_segment, path(), {"a": [1]}, "path parameter 'color' (style simple)", NO_LIST),
        (query_pairs, query(media_type="text/plain"), {}, "query parameter 'color' (text/plain)", NO_OBJECT),
        (query_pairs, query("matrix"), "a", "query parameter 'color' (style matrix)", NO_STYLE),
        (query_pairs, query(), PurePosixPath("a"), "query parameter 'color' (style form)", NO_TYPE),
        (query_pairs, query(), "\ud800", "query parameter 'color' (style form)", NO_TEXT),
        (path_segment, path(), [["a"]], "path parameter 'color' (style simple)", NO_LIST),
        (path_segment, path(), "..", "path parameter 'color' (style simple)", NO_STEP),
        (path_segment, path("label", True), ["a.b", "c"], "path parameter 'color' (style label)", NO_DOT),
    ],
)
def test_a_refusal_says_where_and_why(write, parameter, value, where, why):
    with pytest.raises(REFUSED) as refusal:
        write(parameter, value)
    assert str(refusal.value) == f"{where}: {why}"
    assert refusal.value.__context__ is None


@pytest.mark.parametrize(
    ("write", "parameter", "value"),
    [
        (query_pairs, query("spaceDelimited", explode=False), ["a b", "c"]),
        (query_pairs, query("pipeDelimited", explode=False), ["a|b", "c"]),
        (query_pairs, query("pipeDelimited", explode=False), {"a|b": "c"}),
        (path_segment, path("label", explode=True), {"a": "b.c"}),
        (header_value, header(), ["a,b", "c"]),
        (header_value, header(explode=True), {"a=b": "c"}),
        (header_value, header(explode=True), {"a,b": "c"}),
        (header_value, header(), {"a": "b,c"}),
    ],
)
def test_a_delimiter_inside_an_item_is_refused(write, parameter, value):
    with pytest.raises(REFUSED, match="which ends an item or a name in this style"):
        write(parameter, value)


def test_a_delimiter_in_quotes_or_in_a_single_value_is_fine():
    assert header_value(header(), ['"a,b"', 'W/"c\\",d"']) == '"a,b",W/"c\\",d"'
    assert header_value(header(), "Fri, 17 May 2024") == "Fri, 17 May 2024"
    assert query_pairs(query("spaceDelimited", explode=False), "a b") == ["color=a%20b"]
    assert path_segment(path("label"), 1.5) == ".1.5"
