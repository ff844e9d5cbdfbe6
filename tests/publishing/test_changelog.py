"""Entries are put into a changelog; nothing that is there is changed."""

from generator.publishing.changelog import UNRELEASED, with_entry

OURS = ["### Breaking", "", "- `pets.get` is gone", ""]
KEPT = """# News

Words of ours.

## [1.1.0] - 2026-01-02

- Hand-written.

## 1.0.0
- First.
"""


def test_a_new_one() -> None:
    assert (
        with_entry("", "0.1.0", ["The first version.", ""])
        == "# Changelog\n\n## 0.1.0\n\nThe first version.\n"
    )


def test_an_entry_comes_above_the_others_which_stay() -> None:
    head, tail = KEPT.split("## [1.1.0]")
    expected = f"{head}## 2.0.0\n\n### Breaking\n\n- `pets.get` is gone\n\n## [1.1.0]{tail}"
    assert with_entry(KEPT, "2.0.0", OURS) == expected


def test_an_entry_that_is_there_is_added_to_once() -> None:
    once = with_entry(KEPT, "1.1.0", OURS)
    assert "## [1.1.0] - 2026-01-02\n\n### Breaking\n\n- `pets.get` is gone\n\n- Hand-written.\n" in once
    assert with_entry(once, "1.1.0", OURS) == once
    assert [line for line in KEPT.splitlines() if line not in once.splitlines()] == []


def test_what_was_unreleased_is_released() -> None:
    gathered = with_entry(KEPT, UNRELEASED, OURS)
    assert gathered.index("## Unreleased") < gathered.index("- `pets.get`") < gathered.index("## [1.1.0]")
    released = with_entry(gathered, "2.0.0", ["Nothing that a caller would see has changed.", ""])
    assert released == gathered.replace("## Unreleased", "## 2.0.0")


def test_a_text_without_entries_stays_above() -> None:
    assert with_entry("Some words.", "1.0.0", ["The first version."]).startswith(
        "Some words.\n\n## 1.0.0\n\n"
    )
