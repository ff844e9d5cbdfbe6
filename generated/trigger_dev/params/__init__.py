# Rendered from templates/params/__init__.py.jinja. DO NOT EDIT: it is made anew.
"""Dictionaries that stand for models in what is sent, each in the module of its model."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .batch_create import BatchCreateParams
    from .batch_item import BatchItemParam
    from .batch_trigger_task_request_body_item import BatchTriggerTaskRequestBodyItemParam
    from .batch_trigger_v2_request_body import BatchTriggerV2RequestBodyParam
    from .bulk_action_filter import BulkActionFilterParam
    from .bulk_actions_cursor_pagination import BulkActionsCursorPaginationParam
    from .close_session_request_body import CloseSessionRequestBodyParam
    from .common_runs_filter import CommonRunsFilterCreatedAtParam, CommonRunsFilterParam
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
    from .deployment_list import DeploymentListStatusParam
    from .env import EnvParam
    from .env_var import EnvVarParam
    from .env_var_value import EnvVarValueParam
    from .envvar_upload import EnvvarUploadParams
    from .error_ignore import ErrorIgnoreParams
    from .error_list_item_status import ErrorListItemStatusParam
    from .error_resolve import ErrorResolveParams
    from .errors_cursor_pagination import ErrorsCursorPaginationParam
    from .errors_filter import ErrorsFilterParam
    from .execute_query_request_body import (
        ExecuteQueryRequestBodyFormatParam,
        ExecuteQueryRequestBodyParam,
        ExecuteQueryRequestBodyScopeParam,
    )
    from .idempotency_key_reset import IdempotencyKeyResetParams
    from .queue_options import QueueOptionsParam
    from .queue_override_concurrency_limit import (
        ByPercentageParam,
        QueueOverrideConcurrencyLimitByNumberParam,
    )
    from .queue_pause import QueuePauseActionParam, QueuePauseParams
    from .queue_reset_concurrency_limit import QueueResetConcurrencyLimitParams
    from .queue_type import QueueTypeParam
    from .queue_type_name import QueueTypeNameParam
    from .queue_type_name_type import QueueTypeNameTypeParam
    from .reschedule_run_request_body import RescheduleRunRequestBodyParam
    from .run_metadata_update import RunMetadataUpdateParams
    from .run_status import RunStatusParam
    from .run_tag_add import RunTagAddParams
    from .runs_filter_with_env import RunsFilterWithEnvParam
    from .session_trigger_config import SessionTriggerConfigParam
    from .sessions_cursor_pagination import SessionsCursorPaginationParam
    from .sessions_filter import (
        SessionsFilterCreatedAtParam,
        SessionsFilterParam,
        SessionsFilterStatusParam,
    )
    from .task_batch_trigger import TaskBatchTriggerParams
    from .trigger_task_request_body import (
        TriggerTaskRequestBodyModeParam,
        TriggerTaskRequestBodyOptionsDebounceParam,
        TriggerTaskRequestBodyOptionsMachineParam,
        TriggerTaskRequestBodyOptionsParam,
        TriggerTaskRequestBodyParam,
    )
    from .update_schedule_options import UpdateScheduleOptionsParam
    from .update_session_request_body import UpdateSessionRequestBodyParam

__all__: list[str] = [
    "BatchCreateParams",
    "BatchItemParam",
    "BatchTriggerTaskRequestBodyItemParam",
    "BatchTriggerV2RequestBodyParam",
    "BulkActionFilterParam",
    "BulkActionsCursorPaginationParam",
    "ByPercentageParam",
    "CancelByFilterParam",
    "CancelByRunIDsParam",
    "CloseSessionRequestBodyParam",
    "CommonRunsFilterCreatedAtParam",
    "CommonRunsFilterParam",
    "CompleteWaitpointTokenRequestParam",
    "CreateScheduleOptionsParam",
    "CreateSessionRequestBodyParam",
    "CreateWaitpointTokenRequestParam",
    "CursorPaginationParam",
    "DeploymentListStatusParam",
    "EnvParam",
    "EnvVarParam",
    "EnvVarValueParam",
    "EnvvarUploadParams",
    "ErrorIgnoreParams",
    "ErrorListItemStatusParam",
    "ErrorResolveParams",
    "ErrorsCursorPaginationParam",
    "ErrorsFilterParam",
    "ExecuteQueryRequestBodyFormatParam",
    "ExecuteQueryRequestBodyParam",
    "ExecuteQueryRequestBodyScopeParam",
    "IdempotencyKeyResetParams",
    "QueueOptionsParam",
    "QueueOverrideConcurrencyLimitByNumberParam",
    "QueuePauseActionParam",
    "QueuePauseParams",
    "QueueResetConcurrencyLimitParams",
    "QueueTypeNameParam",
    "QueueTypeNameTypeParam",
    "QueueTypeParam",
    "ReplayByFilterParam",
    "ReplayByRunIDsParam",
    "RescheduleRunRequestBodyParam",
    "RunMetadataUpdateParams",
    "RunStatusParam",
    "RunTagAddParams",
    "RunsFilterWithEnvParam",
    "SessionTriggerConfigParam",
    "SessionsCursorPaginationParam",
    "SessionsFilterCreatedAtParam",
    "SessionsFilterParam",
    "SessionsFilterStatusParam",
    "TaskBatchTriggerParams",
    "TriggerTaskRequestBodyModeParam",
    "TriggerTaskRequestBodyOptionsDebounceParam",
    "TriggerTaskRequestBodyOptionsMachineParam",
    "TriggerTaskRequestBodyOptionsParam",
    "TriggerTaskRequestBodyParam",
    "UpdateScheduleOptionsParam",
    "UpdateSessionRequestBodyParam",
]

_MODULES: dict[str, str] = {
    "BatchCreateParams": ".batch_create",
    "BatchItemParam": ".batch_item",
    "BatchTriggerTaskRequestBodyItemParam": ".batch_trigger_task_request_body_item",
    "BatchTriggerV2RequestBodyParam": ".batch_trigger_v2_request_body",
    "BulkActionFilterParam": ".bulk_action_filter",
    "BulkActionsCursorPaginationParam": ".bulk_actions_cursor_pagination",
    "ByPercentageParam": ".queue_override_concurrency_limit",
    "CancelByFilterParam": ".create_bulk_action_request_body",
    "CancelByRunIDsParam": ".create_bulk_action_request_body",
    "CloseSessionRequestBodyParam": ".close_session_request_body",
    "CommonRunsFilterCreatedAtParam": ".common_runs_filter",
    "CommonRunsFilterParam": ".common_runs_filter",
    "CompleteWaitpointTokenRequestParam": ".complete_waitpoint_token_request",
    "CreateScheduleOptionsParam": ".create_schedule_options",
    "CreateSessionRequestBodyParam": ".create_session_request_body",
    "CreateWaitpointTokenRequestParam": ".create_waitpoint_token_request",
    "CursorPaginationParam": ".cursor_pagination",
    "DeploymentListStatusParam": ".deployment_list",
    "EnvParam": ".env",
    "EnvVarParam": ".env_var",
    "EnvVarValueParam": ".env_var_value",
    "EnvvarUploadParams": ".envvar_upload",
    "ErrorIgnoreParams": ".error_ignore",
    "ErrorListItemStatusParam": ".error_list_item_status",
    "ErrorResolveParams": ".error_resolve",
    "ErrorsCursorPaginationParam": ".errors_cursor_pagination",
    "ErrorsFilterParam": ".errors_filter",
    "ExecuteQueryRequestBodyFormatParam": ".execute_query_request_body",
    "ExecuteQueryRequestBodyParam": ".execute_query_request_body",
    "ExecuteQueryRequestBodyScopeParam": ".execute_query_request_body",
    "IdempotencyKeyResetParams": ".idempotency_key_reset",
    "QueueOptionsParam": ".queue_options",
    "QueueOverrideConcurrencyLimitByNumberParam": ".queue_override_concurrency_limit",
    "QueuePauseActionParam": ".queue_pause",
    "QueuePauseParams": ".queue_pause",
    "QueueResetConcurrencyLimitParams": ".queue_reset_concurrency_limit",
    "QueueTypeNameParam": ".queue_type_name",
    "QueueTypeNameTypeParam": ".queue_type_name_type",
    "QueueTypeParam": ".queue_type",
    "ReplayByFilterParam": ".create_bulk_action_request_body",
    "ReplayByRunIDsParam": ".create_bulk_action_request_body",
    "RescheduleRunRequestBodyParam": ".reschedule_run_request_body",
    "RunMetadataUpdateParams": ".run_metadata_update",
    "RunStatusParam": ".run_status",
    "RunTagAddParams": ".run_tag_add",
    "RunsFilterWithEnvParam": ".runs_filter_with_env",
    "SessionTriggerConfigParam": ".session_trigger_config",
    "SessionsCursorPaginationParam": ".sessions_cursor_pagination",
    "SessionsFilterCreatedAtParam": ".sessions_filter",
    "SessionsFilterParam": ".sessions_filter",
    "SessionsFilterStatusParam": ".sessions_filter",
    "TaskBatchTriggerParams": ".task_batch_trigger",
    "TriggerTaskRequestBodyModeParam": ".trigger_task_request_body",
    "TriggerTaskRequestBodyOptionsDebounceParam": ".trigger_task_request_body",
    "TriggerTaskRequestBodyOptionsMachineParam": ".trigger_task_request_body",
    "TriggerTaskRequestBodyOptionsParam": ".trigger_task_request_body",
    "TriggerTaskRequestBodyParam": ".trigger_task_request_body",
    "UpdateScheduleOptionsParam": ".update_schedule_options",
    "UpdateSessionRequestBodyParam": ".update_session_request_body",
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
