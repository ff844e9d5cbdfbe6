"""What of a package's folder is looked at."""

from pathlib import Path

from generator.writing.ownership import NOTICE, listed, orphans


def test_ordinary_files_are_listed_and_nothing_else(tmp_path: Path) -> None:
    package = tmp_path / "api"
    for path in ("a.py", "deep/er/b.md", "__pycache__/c.py", "inner/oasmith.json", "inner/d.py"):
        (package / path).parent.mkdir(parents=True, exist_ok=True)
        (package / path).write_text(f"# {NOTICE}\n")
    (package / "odd/oasmith.json").mkdir(parents=True)
    (package / "odd/e.py").write_text(f"# {NOTICE}\n")
    (package / "link.py").symlink_to("a.py")
    (package / "linked").symlink_to("deep")
    (package / "oasmith.json").write_text("")
    there = listed(package)
    assert there == {"a.py", "deep/er/b.md", "odd/e.py", "oasmith.json"}
    assert orphans(package, {"a.py"}, there) == ["deep/er/b.md", "odd/e.py"]


def test_a_folder_that_is_not_there_has_nothing(tmp_path: Path) -> None:
    assert listed(tmp_path / "api") == set()
