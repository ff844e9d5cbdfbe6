# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: Env."""

from .._runtime.enums import OpenStrEnum


class Env(OpenStrEnum):
    """An open enum: other values are kept."""

    DEV = "dev"
    STAGING = "staging"
    PROD = "prod"
