"""Where the templates are."""

from pathlib import Path


def template_root() -> Path:
    """Return the folder of templates: beside this package in a checkout, inside it when installed."""
    installed = Path(__file__).parents[1] / "templates"
    return installed if installed.is_dir() else Path(__file__).parents[2] / "templates"
