"""What `make bench` measures can be measured."""

from tests import bench_calls


def test_calls_are_measured() -> None:
    rows = bench_calls.rows(1)
    assert all(seconds > 0 and other > 0 for _, seconds, _, other in rows)
    assert len({what for what, *_ in rows}) == len(rows) == 8
