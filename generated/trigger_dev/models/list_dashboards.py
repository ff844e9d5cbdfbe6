# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: ListDashboardsResponse, ListDashboardsResponseDashboard, ListDashboardsResponseDashboardWidget and others."""

from .._runtime.enums import OpenStrEnum
from .._runtime.model import Model


class ListDashboardsType(OpenStrEnum):
    """How the widget is drawn."""

    BIGNUMBER = "bignumber"
    CHART = "chart"
    TABLE = "table"


class ListDashboardsResponseDashboardWidget(Model):
    """An item of a list."""

    id: str | None = None
    """ID of the widget."""
    query: str | None = None
    """TRQL query behind the widget."""
    title: str | None = None
    """Title to show for the widget."""
    type: ListDashboardsType | None = None
    """How the widget is drawn."""


class ListDashboardsResponseDashboard(Model):
    """An item of a list."""

    key: str | None = None
    """Key of the dashboard, such as "overview" or "llm"."""
    title: str | None = None
    """Title to show for the dashboard."""
    widgets: list[ListDashboardsResponseDashboardWidget] | None = None


class ListDashboardsResponse(Model):
    """What a response with status 200 holds."""

    dashboards: list[ListDashboardsResponseDashboard] | None = None
