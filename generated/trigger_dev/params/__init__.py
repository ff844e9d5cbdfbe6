# Rendered from templates/params/__init__.py.jinja. DO NOT EDIT: it is made anew.
"""Dictionaries that stand for models in what is sent, each in the module of its model."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .add_run_tags import AddRunTagsBodyParam
    from .batch_trigger_task_by_id import BatchTriggerTaskByIdBodyParam
    from .batch_trigger_task_request_body_item import BatchTriggerTaskRequestBodyItemParam
    from .batch_trigger_v2_request_body import BatchTriggerV2RequestBodyParam
    from .bulk_action_filter import BulkActionFilterParam, BulkActionFilterStatusEnumParam
    from .bulk_actions_cursor_pagination import BulkActionsCursorPaginationParam
    from .close_session_request_body import CloseSessionRequestBodyParam
    from .common_runs_filter import (
        CommonRunsFilterCreatedAtParam,
        CommonRunsFilterParam,
        CommonRunsFilterStatusParam,
    )
    from .complete_waitpoint_token_request import CompleteWaitpointTokenRequestParam
    from .create_bulk_action_request_body import (
        CancelByFilterParam,
        CancelByRunIDsParam,
        ReplayByFilterParam,
        ReplayByRunIDsParam,
    )
    from .create_schedule_options import CreateScheduleOptionsParam
    from .create_session_request_body import CreateSessionRequestBodyParam
    from .create_waitpoint_token_request import CreateWaitpointTokenRequestParam
    from .cursor_pagination import CursorPaginationParam
    from .env import EnvParam
    from .env_filter import EnvFilterEnvParam
    from .env_var import EnvVarParam
    from .env_var_value import EnvVarValueParam
    from .errors_cursor_pagination import ErrorsCursorPaginationParam
    from .errors_filter import ErrorsFilterParam, ErrorsFilterStatusParam
    from .execute_query_request_body import (
        ExecuteQueryRequestBodyFormatParam,
        ExecuteQueryRequestBodyParam,
        ExecuteQueryRequestBodyScopeParam,
    )
    from .ignore_error import IgnoreErrorBodyParam
    from .list_deployments import ListDeploymentsStatusParam
    from .override_queue_concurrency import OverrideQueueConcurrencyBodyParam
    from .override_queue_concurrency_body_type import OverrideQueueConcurrencyBodyTypeParam
    from .pause_queue import PauseQueueBodyActionParam, PauseQueueBodyParam
    from .queue_options import QueueOptionsParam
    from .queue_type_name import QueueTypeNameParam, QueueTypeNameTypeParam
    from .reschedule_run_request_body import RescheduleRunRequestBodyParam
    from .reset_queue_concurrency import ResetQueueConcurrencyBodyParam
    from .resolve_error import ResolveErrorBodyParam
    from .retrieve_queue import RetrieveQueueTypeParam
    from .runs_filter_with_env import RunsFilterWithEnvParam
    from .session_trigger_config import SessionTriggerConfigParam
    from .sessions_cursor_pagination import SessionsCursorPaginationParam
    from .sessions_filter import (
        SessionsFilterCreatedAtParam,
        SessionsFilterParam,
        SessionsFilterStatusParam,
    )
    from .trigger_task_request_body import (
        TriggerTaskRequestBodyOptionsMachineParam,
        TriggerTaskRequestBodyOptionsParam,
        TriggerTaskRequestBodyParam,
    )
    from .update_run_metadata import UpdateRunMetadataBodyParam
    from .update_schedule_options import UpdateScheduleOptionsParam
    from .update_session_request_body import UpdateSessionRequestBodyParam
    from .upload_project_envvars import UploadProjectEnvvarsBodyParam

__all__: list[str] = [
    "AddRunTagsBodyParam",
    "BatchTriggerTaskByIdBodyParam",
    "BatchTriggerTaskRequestBodyItemParam",
    "BatchTriggerV2RequestBodyParam",
    "BulkActionFilterParam",
    "BulkActionFilterStatusEnumParam",
    "BulkActionsCursorPaginationParam",
    "CancelByFilterParam",
    "CancelByRunIDsParam",
    "CloseSessionRequestBodyParam",
    "CommonRunsFilterCreatedAtParam",
    "CommonRunsFilterParam",
    "CommonRunsFilterStatusParam",
    "CompleteWaitpointTokenRequestParam",
    "CreateScheduleOptionsParam",
    "CreateSessionRequestBodyParam",
    "CreateWaitpointTokenRequestParam",
    "CursorPaginationParam",
    "EnvFilterEnvParam",
    "EnvParam",
    "EnvVarParam",
    "EnvVarValueParam",
    "ErrorsCursorPaginationParam",
    "ErrorsFilterParam",
    "ErrorsFilterStatusParam",
    "ExecuteQueryRequestBodyFormatParam",
    "ExecuteQueryRequestBodyParam",
    "ExecuteQueryRequestBodyScopeParam",
    "IgnoreErrorBodyParam",
    "ListDeploymentsStatusParam",
    "OverrideQueueConcurrencyBodyParam",
    "OverrideQueueConcurrencyBodyTypeParam",
    "PauseQueueBodyActionParam",
    "PauseQueueBodyParam",
    "QueueOptionsParam",
    "QueueTypeNameParam",
    "QueueTypeNameTypeParam",
    "ReplayByFilterParam",
    "ReplayByRunIDsParam",
    "RescheduleRunRequestBodyParam",
    "ResetQueueConcurrencyBodyParam",
    "ResolveErrorBodyParam",
    "RetrieveQueueTypeParam",
    "RunsFilterWithEnvParam",
    "SessionTriggerConfigParam",
    "SessionsCursorPaginationParam",
    "SessionsFilterCreatedAtParam",
    "SessionsFilterParam",
    "SessionsFilterStatusParam",
    "TriggerTaskRequestBodyOptionsMachineParam",
    "TriggerTaskRequestBodyOptionsParam",
    "TriggerTaskRequestBodyParam",
    "UpdateRunMetadataBodyParam",
    "UpdateScheduleOptionsParam",
    "UpdateSessionRequestBodyParam",
    "UploadProjectEnvvarsBodyParam",
]

_MODULES: dict[str, str] = {
    "AddRunTagsBodyParam": ".add_run_tags",
    "BatchTriggerTaskByIdBodyParam": ".batch_trigger_task_by_id",
    "BatchTriggerTaskRequestBodyItemParam": ".batch_trigger_task_request_body_item",
    "BatchTriggerV2RequestBodyParam": ".batch_trigger_v2_request_body",
    "BulkActionFilterParam": ".bulk_action_filter",
    "BulkActionFilterStatusEnumParam": ".bulk_action_filter",
    "BulkActionsCursorPaginationParam": ".bulk_actions_cursor_pagination",
    "CancelByFilterParam": ".create_bulk_action_request_body",
    "CancelByRunIDsParam": ".create_bulk_action_request_body",
    "CloseSessionRequestBodyParam": ".close_session_request_body",
    "CommonRunsFilterCreatedAtParam": ".common_runs_filter",
    "CommonRunsFilterParam": ".common_runs_filter",
    "CommonRunsFilterStatusParam": ".common_runs_filter",
    "CompleteWaitpointTokenRequestParam": ".complete_waitpoint_token_request",
    "CreateScheduleOptionsParam": ".create_schedule_options",
    "CreateSessionRequestBodyParam": ".create_session_request_body",
    "CreateWaitpointTokenRequestParam": ".create_waitpoint_token_request",
    "CursorPaginationParam": ".cursor_pagination",
    "EnvFilterEnvParam": ".env_filter",
    "EnvParam": ".env",
    "EnvVarParam": ".env_var",
    "EnvVarValueParam": ".env_var_value",
    "ErrorsCursorPaginationParam": ".errors_cursor_pagination",
    "ErrorsFilterParam": ".errors_filter",
    "ErrorsFilterStatusParam": ".errors_filter",
    "ExecuteQueryRequestBodyFormatParam": ".execute_query_request_body",
    "ExecuteQueryRequestBodyParam": ".execute_query_request_body",
    "ExecuteQueryRequestBodyScopeParam": ".execute_query_request_body",
    "IgnoreErrorBodyParam": ".ignore_error",
    "ListDeploymentsStatusParam": ".list_deployments",
    "OverrideQueueConcurrencyBodyParam": ".override_queue_concurrency",
    "OverrideQueueConcurrencyBodyTypeParam": ".override_queue_concurrency_body_type",
    "PauseQueueBodyActionParam": ".pause_queue",
    "PauseQueueBodyParam": ".pause_queue",
    "QueueOptionsParam": ".queue_options",
    "QueueTypeNameParam": ".queue_type_name",
    "QueueTypeNameTypeParam": ".queue_type_name",
    "ReplayByFilterParam": ".create_bulk_action_request_body",
    "ReplayByRunIDsParam": ".create_bulk_action_request_body",
    "RescheduleRunRequestBodyParam": ".reschedule_run_request_body",
    "ResetQueueConcurrencyBodyParam": ".reset_queue_concurrency",
    "ResolveErrorBodyParam": ".resolve_error",
    "RetrieveQueueTypeParam": ".retrieve_queue",
    "RunsFilterWithEnvParam": ".runs_filter_with_env",
    "SessionTriggerConfigParam": ".session_trigger_config",
    "SessionsCursorPaginationParam": ".sessions_cursor_pagination",
    "SessionsFilterCreatedAtParam": ".sessions_filter",
    "SessionsFilterParam": ".sessions_filter",
    "SessionsFilterStatusParam": ".sessions_filter",
    "TriggerTaskRequestBodyOptionsMachineParam": ".trigger_task_request_body",
    "TriggerTaskRequestBodyOptionsParam": ".trigger_task_request_body",
    "TriggerTaskRequestBodyParam": ".trigger_task_request_body",
    "UpdateRunMetadataBodyParam": ".update_run_metadata",
    "UpdateScheduleOptionsParam": ".update_schedule_options",
    "UpdateSessionRequestBodyParam": ".update_session_request_body",
    "UploadProjectEnvvarsBodyParam": ".upload_project_envvars",
}

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        module = _MODULES.get(name)
        if module is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(_module(module), name)
        globals()[name] = value
        return value

    def _module(name: str) -> Any:
        try:
            return import_module(name, __name__)
        except RecursionError:  # modules that import each other hundreds deep
            from .._runtime.room import with_room

            return with_room(lambda: import_module(name, __name__))

    def __dir__() -> list[str]:
        return __all__
