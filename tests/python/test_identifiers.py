"""Identifiers: from any text to names that Python and every disk can hold."""

import keyword
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.python.identifiers import allocate, constant, pascal, snake
from generator.python.naming.plurals import singular
from generator.words import MAX_LENGTH, words

NAMES = st.text("aAbB_1", min_size=1, max_size=4)
WANTED = st.dictionaries(NAMES, NAMES, max_size=8)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("createdAt", ["created", "At"]),
        ("created_at", ["created", "at"]),
        ("created-at", ["created", "at"]),
        ("HTTPServer", ["HTTP", "Server"]),
        ("URLMap", ["URL", "Map"]),
        ("OAuth2Token", ["OAuth2", "Token"]),
        ("userID", ["user", "ID"]),
        ("page[after].id", ["page", "after", "id"]),
        ("éTude", ["é", "Tude"]),
        ("ﬁx", ["fix"]),
        ("ETag", ["ETag"]),
        ("fileETag", ["file", "ETag"]),
        ("eTagValue", ["eTag", "Value"]),
        ("fileTag", ["file", "Tag"]),
        ("ODataQuery", ["OData", "Query"]),
        ("FILETag", ["FILE", "Tag"]),
        ("IODatabase", ["IO", "Database"]),
        ("testJSONata", ["test", "JSONata"]),
        ("AWSIoTDevice", ["AWS", "IoT", "Device"]),
        ("SaaSPlan", ["SaaS", "Plan"]),
        ("convertToX", ["convert", "To", "X"]),
        ("MoUSD", ["Mo", "USD"]),
        ("TLSv1.2", ["TLSv1", "2"]),
        ("SNMPv3Fields", ["SNMPv3", "Fields"]),
        ("IPv4", ["IPv4"]),
        ("enableB2BSync", ["enable", "B2B", "Sync"]),
        ("B2B2C", ["B2B2C"]),
        ("S3URL", ["S3", "URL"]),
        ("address1A", ["address1", "A"]),
        ("require2FA", ["require", "2FA"]),
        ("vCPUsOfWiFi", ["vCPUs", "Of", "WiFi"]),
        ("gRPCPort", ["gRPC", "Port"]),
        ("zero\u200bwidth", ["zero", "width"]),
        ("日本語", ["日本語"]),
        ("__x__", ["x"]),
        ("$%&", []),
        ("\ud800", []),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == tuple(expected)


@pytest.mark.parametrize(
    ("text", "lower", "class_name", "upper"),
    [
        ("createdAt", "created_at", "CreatedAt", "CREATED_AT"),
        ("HTTPServer", "http_server", "HTTPServer", "HTTP_SERVER"),
        ("x-trigger-id", "x_trigger_id", "XTriggerId", "X_TRIGGER_ID"),
        ("2fa", "value_2fa", "Value2fa", "VALUE_2FA"),
        ("class", "class_", "Class", "CLASS"),
        ("none", "none", "None_", "NONE"),
        ("__class__", "class_", "Class", "CLASS"),
        ("naïve", "naïve", "Naïve", "NAÏVE"),
        (">=", "value", "Value", "GREATER_EQUAL"),
        ("", "value", "Value", "VALUE"),
    ],
)
def test_conventions(text: str, lower: str, class_name: str, upper: str) -> None:
    assert (snake(text), pascal(text), constant(text)) == (lower, class_name, upper)


def test_a_fallback_is_for_what_has_no_name() -> None:
    assert (snake("", fallback="model"), snake("1", fallback="model")) == ("model", "model_1")


def test_long_names_are_cut_and_stay_distinct() -> None:
    first, second = snake("a" * 200 + "b"), snake("a" * 200 + "c")
    assert first != second
    assert len(first) == len(second) == MAX_LENGTH + len("_12345678")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5Q", "VALUE_5Q"),
        ("720p", "VALUE_720P"),
        ("A-2XL", "A_2XL"),
        ("EC2Rows", "EC2_ROWS"),
        ("5QX9", "VALUE_5_QX9"),
    ],
)
def test_a_number_and_its_unit_are_one_word_of_a_constant(text: str, expected: str) -> None:
    assert constant(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DateSent<", "date_sent_lt"),
        ("DateSent>", "date_sent_gt"),
        ("created_at>=", "created_at_gte"),
        ("createdAt <=", "created_at_lte"),
        ("state!=", "state_ne"),
        ("state<>", "state_ne"),
        ("<b>", "b_gt"),
        ("list<", "list_lt"),
        ("a<b", "a_b"),
        ("!=", "value"),
        ("=", "value"),
        ("+1", "plus_1"),
        ("-1", "minus_1"),
        ("-id", "id"),
    ],
)
def test_what_compares_is_a_word_of_a_name(text: str, expected: str) -> None:
    assert snake(text) == expected


@pytest.mark.parametrize("convention", [snake, pascal, constant])
@given(text=st.text())
def test_whatever_the_text_it_is_an_identifier(convention: Callable[[str], str], text: str) -> None:
    name = convention(text)
    assert name.isidentifier()
    assert not keyword.iskeyword(name)
    assert not name.startswith("__")
    # Python reads identifiers in this form: any other would not be found by its name.
    assert unicodedata.normalize("NFKC", name) == name


@pytest.mark.parametrize(
    ("plural", "expected"),
    [
        ("runs", "run"),
        ("queries", "query"),
        ("ties", "tie"),
        ("boxes", "box"),
        ("matches", "match"),
        ("classes", "class"),
        ("addresses", "address"),
        ("statuses", "status"),
        ("warehouses", "warehouse"),
        ("databases", "database"),
        ("caches", "cache"),
        ("Series", "Series"),
        ("status", "status"),
        ("address", "address"),
        ("analysis", "analysis"),
        ("news", "news"),
        ("data", "data"),
        ("marketdata", "marketdata"),
        ("Data", "Data"),
        ("dice", "dice"),
        ("us", "us"),
        ("ids", "id"),
        ("addOns", "addOn"),
        ("vms", "vm"),
        ("cms", "cms"),
        ("NAS", "NAS"),
        ("saas", "saas"),
        ("apis", "api"),
        ("uris", "uri"),
        ("redis", "redis"),
        ("kurtosis", "kurtosis"),
        ("chaos", "chaos"),
        ("photos", "photo"),
        ("cpus", "cpu"),
        ("campus", "campus"),
        ("areas", "area"),
        ("s", "s"),
        ("", ""),
    ],
)
def test_singular(plural: str, expected: str) -> None:
    assert singular(plural) == expected


def test_who_is_called_just_as_wanted_keeps_the_name() -> None:
    assert allocate([("A", "a"), ("a", "a"), ("b", "a")]) == {"a": "a", "A": "a_2", "b": "a_3"}


def test_who_is_spelled_just_as_wanted_keeps_the_name() -> None:
    wanted = [("body 1", "a"), ("body 2", "a")]
    assert allocate(wanted, spelled={"body 1": "A", "body 2": "a"}) == {"body 2": "a", "body 1": "a_2"}


def test_what_is_reserved_is_given_to_nobody() -> None:
    wanted = [("w", "close"), ("x", "self"), ("y", "class_"), ("z", "self")]
    assert allocate(wanted, reserved={"self", "class_"}) == {
        "w": "close",
        "x": "self_",
        "y": "class_2",
        "z": "self_2",
    }
    assert allocate([("x", "Close")], reserved={"close"}, fold=True) == {"x": "Close_"}


def test_what_others_have_is_given_to_nobody() -> None:
    assert allocate([("x", "a"), ("y", "self")], reserved={"self"}, taken={"a", "self_"}) == {
        "x": "a_2",
        "y": "self_2",
    }


def test_names_that_differ_in_case_are_one_where_asked() -> None:
    wanted = [("1", "Pet"), ("2", "pet")]
    assert allocate(wanted) == {"1": "Pet", "2": "pet"}
    assert allocate(wanted, fold=True) == {"1": "Pet", "2": "pet_2"}


@given(wanted=WANTED, data=st.data(), fold=st.booleans())
def test_allocated_names_are_distinct_in_any_order(
    wanted: dict[str, str], data: st.DataObject, fold: bool
) -> None:
    reserved = data.draw(st.frozensets(NAMES))
    names = allocate(wanted.items(), reserved=reserved, fold=fold)
    shown = [name.casefold() if fold else name for name in (*names.values(), *reserved)]
    assert len(set(shown[: len(names)])) == len(wanted)
    assert not set(shown[: len(names)]) & set(shown[len(names) :])
    assert allocate(data.draw(st.permutations(list(wanted.items()))), reserved=reserved, fold=fold) == names
