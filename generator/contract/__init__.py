"""The contract of a package: every public name and wire fact, and how two of them differ."""
