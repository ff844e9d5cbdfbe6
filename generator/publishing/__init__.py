"""A distribution around a package: its version, changelog, license and pyproject.toml."""
