# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: QueryDashboardListResponse, QueryDashboardListResponseDashboard, QueryDashboardListWidget and others."""

from .._runtime.enums import OpenStrEnum
from .._runtime.model import Model


class QueryDashboardListType(OpenStrEnum):
    """How the widget is drawn."""

    BIGNUMBER = "bignumber"
    CHART = "chart"
    TABLE = "table"


class QueryDashboardListWidget(Model):
    """An item of a list."""

    id: str | None = None
    """ID of the widget."""
    query: str | None = None
    """TRQL query behind the widget."""
    title: str | None = None
    """Title to show for the widget."""
    type: QueryDashboardListType | None = None
    """How the widget is drawn."""


class QueryDashboardListResponseDashboard(Model):
    """An item of a list."""

    key: str
    """Key of the dashboard, such as "overview" or "llm"."""
    title: str
    """Title to show for the dashboard."""
    widgets: list[QueryDashboardListWidget]


class QueryDashboardListResponse(Model):
    """What a response with status 200 holds."""

    dashboards: list[QueryDashboardListResponseDashboard]
