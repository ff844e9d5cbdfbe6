"""What servers say of trying again may be any text; it is a delay, the end of trying, or nothing."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trigger_dev._runtime.retries import RetryPolicy, Try, delay_before_retry

POLICY = RetryPolicy(initial_delay=1.0, jitter=0.0)
LONG = "9" * 5_000
RESETS = ("x-ratelimit-reset", "x-rate-limit-reset", "ratelimit-reset")
HEADERS = ("retry-after", "retry-after-ms", *RESETS)


def delay(header: str, value: str, status: int = 429) -> float | None:
    failed = Try(number=0, method="GET", status=status, headers={header: value})
    return delay_before_retry(POLICY, failed, max_retries=1)


@pytest.mark.parametrize("header", HEADERS)
def test_a_number_too_long_to_wait_for_ends_the_tries(header: str) -> None:
    assert delay(header, LONG) is None
    assert delay(header, "0" * 5_000) == POLICY.initial_delay


@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize("value", ["0", "-1", "-0.0", "nan", "-inf", "", "soon"])
def test_asked_for_no_time_a_client_takes_its_own(header: str, value: str) -> None:
    assert delay(header, value) == POLICY.initial_delay


@pytest.mark.parametrize("header", RESETS)
@pytest.mark.parametrize("status", [408, 500, 502, 503, 504])
def test_the_reset_of_a_limit_counts_for_limits_only(header: str, status: int) -> None:
    assert delay(header, "7", status) == POLICY.initial_delay
    assert delay("retry-after", "7", status) == 7.0
    assert delay(header, "7", 429) == 7.0


def test_what_ends_alike_is_not_tried_again() -> None:
    failed = Try(number=0, method="GET", unsent=True, is_final=True)
    assert delay_before_retry(POLICY, failed, max_retries=1) is None


@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Asia/Tokyo"])
@pytest.mark.parametrize(
    "form",
    [
        *("%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT", "%a %b %e %H:%M:%S %Y"),
        *("%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%d %H:%M:%S"),
    ],
)
def test_a_date_is_in_utc_in_each_form(zone: str, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        text = time.strftime(form, time.gmtime(time.time() + 20))
        assert delay("retry-after", text) == pytest.approx(20, abs=5)
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize(
    "value",
    [
        f"Mon, 01 Jan {LONG} 00:00:00 GMT",
        "Mon, 01 Jan 99999999999 00:00:00 GMT",
        "Mon, 99999999999999999999 Jan 2020 00:00:00 GMT",
        f"Mon, 01 Jan 2020 00:00:00 +{'9' * 30}",
        "soon",
        "",
    ],
)
def test_what_is_no_date_is_no_word_of_the_server(value: str) -> None:
    assert delay("retry-after", value) == 1.0


DATES = st.lists(
    st.sampled_from(["Mon, ", "01 ", "Jan ", "2020 ", "00:00:00 ", "GMT", "-", "+", LONG, "9" * 20])
)


@given(st.sampled_from(HEADERS), st.one_of(st.text(), DATES.map("".join)))
def test_any_text_is_read(header: str, value: str) -> None:
    found = delay(header, value)
    assert found is None or found >= 0
