# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: QueryDashboardsResponse, QueryDashboardsResponseDashboard, QueryDashboardsResponseDashboardWidget and others."""

from .._runtime.enums import OpenStrEnum
from .._runtime.model import Model


class QueryDashboardsType(OpenStrEnum):
    """How the widget is drawn."""

    BIGNUMBER = "bignumber"
    CHART = "chart"
    TABLE = "table"


class QueryDashboardsResponseDashboardWidget(Model):
    """An item of a list."""

    id: str | None = None
    """ID of the widget."""
    query: str | None = None
    """TRQL query behind the widget."""
    title: str | None = None
    """Title to show for the widget."""
    type: QueryDashboardsType | None = None
    """How the widget is drawn."""


class QueryDashboardsResponseDashboard(Model):
    """An item of a list."""

    key: str
    """Key of the dashboard, such as "overview" or "llm"."""
    title: str
    """Title to show for the dashboard."""
    widgets: list[QueryDashboardsResponseDashboardWidget]


class QueryDashboardsResponse(Model):
    """What a response with status 200 holds."""

    dashboards: list[QueryDashboardsResponseDashboard]
