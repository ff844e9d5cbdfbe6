# Rendered from templates/models/__init__.py.jinja. DO NOT EDIT: it is made anew.
"""The objects of the API, each in the module of the schema that it comes from."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .abort_bulk_action_response import AbortBulkActionResponse
    from .added_batch_items import AddedBatchItems
    from .batch import Batch, BatchProcessing, BatchProcessingError
    from .batch_create import BatchCreateParams
    from .batch_item import BatchItem
    from .batch_results import BatchResultsResponse
    from .batch_retrieve_counts import BatchRetrieveCountsResponse, BatchRetrieveCountsResponseError
    from .batch_status import BatchStatus
    from .batch_trigger import BatchTriggerResponse, BatchTriggerResponseRun
    from .batch_trigger_request_body import BatchTriggerRequestBody
    from .batch_trigger_task_request_body_item import BatchTriggerTaskRequestBodyItem
    from .batch_trigger_task_response import BatchTriggerTaskResponse
    from .batch_trigger_v2_request_body import BatchTriggerV2RequestBody
    from .bulk_action_filter import BulkActionFilter, BulkActionFilterQueue
    from .bulk_action_object import (
        BulkActionObject,
        BulkActionObjectCounts,
        BulkActionObjectStatus,
        BulkActionObjectType,
    )
    from .bulk_actions_cursor_pagination import BulkActionsCursorPagination
    from .close_session_request_body import CloseSessionRequestBody
    from .common_run_object import CommonRunObject, CommonRunObjectTriggerFunction
    from .common_runs_filter import CommonRunsFilter, CommonRunsFilterCreatedAt
    from .complete_waitpoint_token_request import CompleteWaitpointTokenRequest
    from .complete_waitpoint_token_response import CompleteWaitpointTokenResponse
    from .create_bulk_action_request_body import (
        CancelByFilter,
        CancelByRunIDs,
        CreateBulkActionRequestBody,
        ReplayByFilter,
        ReplayByRunIDs,
    )
    from .create_bulk_action_response import CreateBulkActionResponse
    from .create_schedule_options import CreateScheduleOptions
    from .create_session_request_body import CreateSessionRequestBody
    from .create_waitpoint_token_request import CreateWaitpointTokenRequest
    from .create_waitpoint_token_response import CreateWaitpointTokenResponse
    from .created_batch import CreatedBatch
    from .created_session_response_body import CreatedSessionResponseBody
    from .current_deployment import CurrentDeployment
    from .cursor_pagination import CursorPagination
    from .delay import Delay
    from .deployment_list import (
        DeploymentListResponse,
        DeploymentListResponseData,
        DeploymentListResponsePagination,
        DeploymentListStatus,
    )
    from .deployment_promote import DeploymentPromoteResponse
    from .deployment_retrieve import (
        DeploymentRetrieveResponse,
        DeploymentRetrieveResponseWorker,
        DeploymentRetrieveResponseWorkerTask,
    )
    from .deployment_retrieve_latest import DeploymentRetrieveLatestResponse
    from .deployment_retrieve_response_status import DeploymentRetrieveResponseStatus
    from .env import Env
    from .env_filter import EnvFilter
    from .env_var import EnvVar
    from .env_var_value import EnvVarValue
    from .environment_variable import EnvironmentVariable
    from .envvar_upload import EnvvarUploadParams
    from .error_body import ErrorBody
    from .error_ignore import ErrorIgnoreParams
    from .error_list_item import ErrorListItem
    from .error_list_item_status import ErrorListItemStatus
    from .error_object import ErrorObject
    from .error_resolve import ErrorResolveParams
    from .error_response import ErrorResponse
    from .error_with_details_response import (
        ErrorWithDetailsResponse,
        ErrorWithDetailsResponseDetail,
    )
    from .errors_cursor_pagination import ErrorsCursorPagination
    from .errors_filter import ErrorsFilter
    from .execute_query_request_body import (
        ExecuteQueryRequestBody,
        ExecuteQueryRequestBodyFormat,
        ExecuteQueryRequestBodyScope,
    )
    from .execute_query_response import (
        ExecuteQueryResponse,
        ExecuteQueryResponseCsv,
        ExecuteQueryResponseJson,
    )
    from .get_timezones_result import GetTimezonesResult
    from .idempotency_key_reset import IdempotencyKeyResetParams
    from .invalid_env_vars_request_response import InvalidEnvVarsRequestResponse
    from .list_bulk_actions_result import ListBulkActionsResult
    from .list_environment_variables_response import ListEnvironmentVariablesResponse
    from .list_errors_result import ListErrorsResult
    from .list_queues_result import ListQueuesResult
    from .list_result_pagination import ListResultPagination
    from .list_run_item import ListRunItem, ListRunItemEnv
    from .list_runs_result import ListRunsResult
    from .list_schedules_result import ListSchedulesResult
    from .list_sessions_result import ListSessionsResult
    from .list_waitpoint_tokens_result import (
        ListWaitpointTokensResult,
        ListWaitpointTokensResultPagination,
    )
    from .numbered_pagination import NumberedPagination
    from .query_dashboards import (
        QueryDashboardsResponse,
        QueryDashboardsResponseDashboard,
        QueryDashboardsResponseDashboardWidget,
        QueryDashboardsType,
    )
    from .query_execute import QueryExecuteResponse400, QueryExecuteResponse429
    from .query_schema import (
        QuerySchemaResponse,
        QuerySchemaResponseTable,
        QuerySchemaResponseTableColumn,
    )
    from .queue_object import QueueObject, QueueObjectConcurrency
    from .queue_options import QueueOptions
    from .queue_override_concurrency_limit import (
        ByPercentage,
        QueueOverrideConcurrencyLimitByNumber,
        QueueOverrideConcurrencyLimitParams,
    )
    from .queue_pause import QueuePauseAction, QueuePauseParams
    from .queue_reset_concurrency_limit import QueueResetConcurrencyLimitParams
    from .queue_type import QueueType
    from .queue_type_name import QueueTypeName
    from .queue_type_name_type import QueueTypeNameType
    from .reschedule_run_request_body import RescheduleRunRequestBody
    from .reset_idempotency_key import ResetIdempotencyKey
    from .retrieve_run_response import (
        RetrieveRunResponse,
        RetrieveRunResponseAttempt,
        RetrieveRunResponseAttemptStatus,
        RetrieveRunResponseRelatedRuns,
        RetrieveRunResponseSchedule,
        RetrieveRunResponseScheduleGenerator,
    )
    from .run_cancel import RunCancelResponse
    from .run_events import (
        RunEventsResponse,
        RunEventsResponseEvent,
        RunEventsResponseEventKind,
        RunEventsResponseEventStyle,
        RunEventsResponseEventStyleAccessory,
    )
    from .run_events_response401 import RunEventsResponse401
    from .run_metadata_update import (
        RunMetadataUpdateParams,
        RunMetadataUpdateResponse,
        RunMetadataUpdateResponse400,
        RunMetadataUpdateResponse400Error,
        RunMetadataUpdateResponse404,
    )
    from .run_replay import RunReplayResponse
    from .run_response400 import RunResponse400
    from .run_response400_error import RunResponse400Error
    from .run_response404 import RunResponse404
    from .run_result import RunResult, RunResultUsage
    from .run_result_2 import RunResultResponse404
    from .run_result_response401 import RunResultResponse401
    from .run_retrieve import RunRetrieveResponse400
    from .run_status import RunStatus
    from .run_tag import RunTag
    from .run_tag_add import RunTagAddParams, RunTagAddResponse, RunTagAddResponse422
    from .run_tags import RunTags
    from .run_trace import (
        RunTraceResponse,
        RunTraceResponse404,
        RunTraceResponse404Error,
        RunTraceResponseTrace,
    )
    from .runs_filter_with_env import RunsFilterWithEnv
    from .schedule_delete import ScheduleDeleteResponse
    from .schedule_environment import ScheduleEnvironment
    from .schedule_object import ScheduleObject, ScheduleObjectGenerator
    from .serialized_error import SerializedError
    from .session_object import SessionObject
    from .session_trigger_config import SessionTriggerConfig
    from .sessions_cursor_pagination import SessionsCursorPagination
    from .sessions_filter import SessionsFilter, SessionsFilterCreatedAt, SessionsFilterStatus
    from .span_detailed_summary import SpanDetailedSummary, SpanDetailedSummaryData
    from .span_detailed_summary_data_event import SpanDetailedSummaryDataEvent
    from .span_detailed_summary_data_level import SpanDetailedSummaryDataLevel
    from .succeed_response import SucceedResponse
    from .task_batch_trigger import TaskBatchTriggerParams
    from .trigger_task_request_body import (
        TriggerTaskRequestBody,
        TriggerTaskRequestBodyMode,
        TriggerTaskRequestBodyOptions,
        TriggerTaskRequestBodyOptionsDebounce,
        TriggerTaskRequestBodyOptionsMachine,
    )
    from .trigger_task_response import TriggerTaskResponse
    from .ttl import TTL
    from .update_schedule_options import UpdateScheduleOptions
    from .update_session_request_body import UpdateSessionRequestBody
    from .waitpoint_token_object import WaitpointTokenObject, WaitpointTokenObjectStatus

__all__: list[str] = [
    "AbortBulkActionResponse",
    "AddedBatchItems",
    "Batch",
    "BatchCreateParams",
    "BatchItem",
    "BatchProcessing",
    "BatchProcessingError",
    "BatchResultsResponse",
    "BatchRetrieveCountsResponse",
    "BatchRetrieveCountsResponseError",
    "BatchStatus",
    "BatchTriggerRequestBody",
    "BatchTriggerResponse",
    "BatchTriggerResponseRun",
    "BatchTriggerTaskRequestBodyItem",
    "BatchTriggerTaskResponse",
    "BatchTriggerV2RequestBody",
    "BulkActionFilter",
    "BulkActionFilterQueue",
    "BulkActionObject",
    "BulkActionObjectCounts",
    "BulkActionObjectStatus",
    "BulkActionObjectType",
    "BulkActionsCursorPagination",
    "ByPercentage",
    "CancelByFilter",
    "CancelByRunIDs",
    "CloseSessionRequestBody",
    "CommonRunObject",
    "CommonRunObjectTriggerFunction",
    "CommonRunsFilter",
    "CommonRunsFilterCreatedAt",
    "CompleteWaitpointTokenRequest",
    "CompleteWaitpointTokenResponse",
    "CreateBulkActionRequestBody",
    "CreateBulkActionResponse",
    "CreateScheduleOptions",
    "CreateSessionRequestBody",
    "CreateWaitpointTokenRequest",
    "CreateWaitpointTokenResponse",
    "CreatedBatch",
    "CreatedSessionResponseBody",
    "CurrentDeployment",
    "CursorPagination",
    "Delay",
    "DeploymentListResponse",
    "DeploymentListResponseData",
    "DeploymentListResponsePagination",
    "DeploymentListStatus",
    "DeploymentPromoteResponse",
    "DeploymentRetrieveLatestResponse",
    "DeploymentRetrieveResponse",
    "DeploymentRetrieveResponseStatus",
    "DeploymentRetrieveResponseWorker",
    "DeploymentRetrieveResponseWorkerTask",
    "Env",
    "EnvFilter",
    "EnvVar",
    "EnvVarValue",
    "EnvironmentVariable",
    "EnvvarUploadParams",
    "ErrorBody",
    "ErrorIgnoreParams",
    "ErrorListItem",
    "ErrorListItemStatus",
    "ErrorObject",
    "ErrorResolveParams",
    "ErrorResponse",
    "ErrorWithDetailsResponse",
    "ErrorWithDetailsResponseDetail",
    "ErrorsCursorPagination",
    "ErrorsFilter",
    "ExecuteQueryRequestBody",
    "ExecuteQueryRequestBodyFormat",
    "ExecuteQueryRequestBodyScope",
    "ExecuteQueryResponse",
    "ExecuteQueryResponseCsv",
    "ExecuteQueryResponseJson",
    "GetTimezonesResult",
    "IdempotencyKeyResetParams",
    "InvalidEnvVarsRequestResponse",
    "ListBulkActionsResult",
    "ListEnvironmentVariablesResponse",
    "ListErrorsResult",
    "ListQueuesResult",
    "ListResultPagination",
    "ListRunItem",
    "ListRunItemEnv",
    "ListRunsResult",
    "ListSchedulesResult",
    "ListSessionsResult",
    "ListWaitpointTokensResult",
    "ListWaitpointTokensResultPagination",
    "NumberedPagination",
    "QueryDashboardsResponse",
    "QueryDashboardsResponseDashboard",
    "QueryDashboardsResponseDashboardWidget",
    "QueryDashboardsType",
    "QueryExecuteResponse400",
    "QueryExecuteResponse429",
    "QuerySchemaResponse",
    "QuerySchemaResponseTable",
    "QuerySchemaResponseTableColumn",
    "QueueObject",
    "QueueObjectConcurrency",
    "QueueOptions",
    "QueueOverrideConcurrencyLimitByNumber",
    "QueueOverrideConcurrencyLimitParams",
    "QueuePauseAction",
    "QueuePauseParams",
    "QueueResetConcurrencyLimitParams",
    "QueueType",
    "QueueTypeName",
    "QueueTypeNameType",
    "ReplayByFilter",
    "ReplayByRunIDs",
    "RescheduleRunRequestBody",
    "ResetIdempotencyKey",
    "RetrieveRunResponse",
    "RetrieveRunResponseAttempt",
    "RetrieveRunResponseAttemptStatus",
    "RetrieveRunResponseRelatedRuns",
    "RetrieveRunResponseSchedule",
    "RetrieveRunResponseScheduleGenerator",
    "RunCancelResponse",
    "RunEventsResponse",
    "RunEventsResponse401",
    "RunEventsResponseEvent",
    "RunEventsResponseEventKind",
    "RunEventsResponseEventStyle",
    "RunEventsResponseEventStyleAccessory",
    "RunMetadataUpdateParams",
    "RunMetadataUpdateResponse",
    "RunMetadataUpdateResponse400",
    "RunMetadataUpdateResponse400Error",
    "RunMetadataUpdateResponse404",
    "RunReplayResponse",
    "RunResponse400",
    "RunResponse400Error",
    "RunResponse404",
    "RunResult",
    "RunResultResponse401",
    "RunResultResponse404",
    "RunResultUsage",
    "RunRetrieveResponse400",
    "RunStatus",
    "RunTag",
    "RunTagAddParams",
    "RunTagAddResponse",
    "RunTagAddResponse422",
    "RunTags",
    "RunTraceResponse",
    "RunTraceResponse404",
    "RunTraceResponse404Error",
    "RunTraceResponseTrace",
    "RunsFilterWithEnv",
    "ScheduleDeleteResponse",
    "ScheduleEnvironment",
    "ScheduleObject",
    "ScheduleObjectGenerator",
    "SerializedError",
    "SessionObject",
    "SessionTriggerConfig",
    "SessionsCursorPagination",
    "SessionsFilter",
    "SessionsFilterCreatedAt",
    "SessionsFilterStatus",
    "SpanDetailedSummary",
    "SpanDetailedSummaryData",
    "SpanDetailedSummaryDataEvent",
    "SpanDetailedSummaryDataLevel",
    "SucceedResponse",
    "TTL",
    "TaskBatchTriggerParams",
    "TriggerTaskRequestBody",
    "TriggerTaskRequestBodyMode",
    "TriggerTaskRequestBodyOptions",
    "TriggerTaskRequestBodyOptionsDebounce",
    "TriggerTaskRequestBodyOptionsMachine",
    "TriggerTaskResponse",
    "UpdateScheduleOptions",
    "UpdateSessionRequestBody",
    "WaitpointTokenObject",
    "WaitpointTokenObjectStatus",
]

_MODULES: dict[str, str] = {
    "AbortBulkActionResponse": ".abort_bulk_action_response",
    "AddedBatchItems": ".added_batch_items",
    "Batch": ".batch",
    "BatchCreateParams": ".batch_create",
    "BatchItem": ".batch_item",
    "BatchProcessing": ".batch",
    "BatchProcessingError": ".batch",
    "BatchResultsResponse": ".batch_results",
    "BatchRetrieveCountsResponse": ".batch_retrieve_counts",
    "BatchRetrieveCountsResponseError": ".batch_retrieve_counts",
    "BatchStatus": ".batch_status",
    "BatchTriggerRequestBody": ".batch_trigger_request_body",
    "BatchTriggerResponse": ".batch_trigger",
    "BatchTriggerResponseRun": ".batch_trigger",
    "BatchTriggerTaskRequestBodyItem": ".batch_trigger_task_request_body_item",
    "BatchTriggerTaskResponse": ".batch_trigger_task_response",
    "BatchTriggerV2RequestBody": ".batch_trigger_v2_request_body",
    "BulkActionFilter": ".bulk_action_filter",
    "BulkActionFilterQueue": ".bulk_action_filter",
    "BulkActionObject": ".bulk_action_object",
    "BulkActionObjectCounts": ".bulk_action_object",
    "BulkActionObjectStatus": ".bulk_action_object",
    "BulkActionObjectType": ".bulk_action_object",
    "BulkActionsCursorPagination": ".bulk_actions_cursor_pagination",
    "ByPercentage": ".queue_override_concurrency_limit",
    "CancelByFilter": ".create_bulk_action_request_body",
    "CancelByRunIDs": ".create_bulk_action_request_body",
    "CloseSessionRequestBody": ".close_session_request_body",
    "CommonRunObject": ".common_run_object",
    "CommonRunObjectTriggerFunction": ".common_run_object",
    "CommonRunsFilter": ".common_runs_filter",
    "CommonRunsFilterCreatedAt": ".common_runs_filter",
    "CompleteWaitpointTokenRequest": ".complete_waitpoint_token_request",
    "CompleteWaitpointTokenResponse": ".complete_waitpoint_token_response",
    "CreateBulkActionRequestBody": ".create_bulk_action_request_body",
    "CreateBulkActionResponse": ".create_bulk_action_response",
    "CreateScheduleOptions": ".create_schedule_options",
    "CreateSessionRequestBody": ".create_session_request_body",
    "CreateWaitpointTokenRequest": ".create_waitpoint_token_request",
    "CreateWaitpointTokenResponse": ".create_waitpoint_token_response",
    "CreatedBatch": ".created_batch",
    "CreatedSessionResponseBody": ".created_session_response_body",
    "CurrentDeployment": ".current_deployment",
    "CursorPagination": ".cursor_pagination",
    "Delay": ".delay",
    "DeploymentListResponse": ".deployment_list",
    "DeploymentListResponseData": ".deployment_list",
    "DeploymentListResponsePagination": ".deployment_list",
    "DeploymentListStatus": ".deployment_list",
    "DeploymentPromoteResponse": ".deployment_promote",
    "DeploymentRetrieveLatestResponse": ".deployment_retrieve_latest",
    "DeploymentRetrieveResponse": ".deployment_retrieve",
    "DeploymentRetrieveResponseStatus": ".deployment_retrieve_response_status",
    "DeploymentRetrieveResponseWorker": ".deployment_retrieve",
    "DeploymentRetrieveResponseWorkerTask": ".deployment_retrieve",
    "Env": ".env",
    "EnvFilter": ".env_filter",
    "EnvVar": ".env_var",
    "EnvVarValue": ".env_var_value",
    "EnvironmentVariable": ".environment_variable",
    "EnvvarUploadParams": ".envvar_upload",
    "ErrorBody": ".error_body",
    "ErrorIgnoreParams": ".error_ignore",
    "ErrorListItem": ".error_list_item",
    "ErrorListItemStatus": ".error_list_item_status",
    "ErrorObject": ".error_object",
    "ErrorResolveParams": ".error_resolve",
    "ErrorResponse": ".error_response",
    "ErrorWithDetailsResponse": ".error_with_details_response",
    "ErrorWithDetailsResponseDetail": ".error_with_details_response",
    "ErrorsCursorPagination": ".errors_cursor_pagination",
    "ErrorsFilter": ".errors_filter",
    "ExecuteQueryRequestBody": ".execute_query_request_body",
    "ExecuteQueryRequestBodyFormat": ".execute_query_request_body",
    "ExecuteQueryRequestBodyScope": ".execute_query_request_body",
    "ExecuteQueryResponse": ".execute_query_response",
    "ExecuteQueryResponseCsv": ".execute_query_response",
    "ExecuteQueryResponseJson": ".execute_query_response",
    "GetTimezonesResult": ".get_timezones_result",
    "IdempotencyKeyResetParams": ".idempotency_key_reset",
    "InvalidEnvVarsRequestResponse": ".invalid_env_vars_request_response",
    "ListBulkActionsResult": ".list_bulk_actions_result",
    "ListEnvironmentVariablesResponse": ".list_environment_variables_response",
    "ListErrorsResult": ".list_errors_result",
    "ListQueuesResult": ".list_queues_result",
    "ListResultPagination": ".list_result_pagination",
    "ListRunItem": ".list_run_item",
    "ListRunItemEnv": ".list_run_item",
    "ListRunsResult": ".list_runs_result",
    "ListSchedulesResult": ".list_schedules_result",
    "ListSessionsResult": ".list_sessions_result",
    "ListWaitpointTokensResult": ".list_waitpoint_tokens_result",
    "ListWaitpointTokensResultPagination": ".list_waitpoint_tokens_result",
    "NumberedPagination": ".numbered_pagination",
    "QueryDashboardsResponse": ".query_dashboards",
    "QueryDashboardsResponseDashboard": ".query_dashboards",
    "QueryDashboardsResponseDashboardWidget": ".query_dashboards",
    "QueryDashboardsType": ".query_dashboards",
    "QueryExecuteResponse400": ".query_execute",
    "QueryExecuteResponse429": ".query_execute",
    "QuerySchemaResponse": ".query_schema",
    "QuerySchemaResponseTable": ".query_schema",
    "QuerySchemaResponseTableColumn": ".query_schema",
    "QueueObject": ".queue_object",
    "QueueObjectConcurrency": ".queue_object",
    "QueueOptions": ".queue_options",
    "QueueOverrideConcurrencyLimitByNumber": ".queue_override_concurrency_limit",
    "QueueOverrideConcurrencyLimitParams": ".queue_override_concurrency_limit",
    "QueuePauseAction": ".queue_pause",
    "QueuePauseParams": ".queue_pause",
    "QueueResetConcurrencyLimitParams": ".queue_reset_concurrency_limit",
    "QueueType": ".queue_type",
    "QueueTypeName": ".queue_type_name",
    "QueueTypeNameType": ".queue_type_name_type",
    "ReplayByFilter": ".create_bulk_action_request_body",
    "ReplayByRunIDs": ".create_bulk_action_request_body",
    "RescheduleRunRequestBody": ".reschedule_run_request_body",
    "ResetIdempotencyKey": ".reset_idempotency_key",
    "RetrieveRunResponse": ".retrieve_run_response",
    "RetrieveRunResponseAttempt": ".retrieve_run_response",
    "RetrieveRunResponseAttemptStatus": ".retrieve_run_response",
    "RetrieveRunResponseRelatedRuns": ".retrieve_run_response",
    "RetrieveRunResponseSchedule": ".retrieve_run_response",
    "RetrieveRunResponseScheduleGenerator": ".retrieve_run_response",
    "RunCancelResponse": ".run_cancel",
    "RunEventsResponse": ".run_events",
    "RunEventsResponse401": ".run_events_response401",
    "RunEventsResponseEvent": ".run_events",
    "RunEventsResponseEventKind": ".run_events",
    "RunEventsResponseEventStyle": ".run_events",
    "RunEventsResponseEventStyleAccessory": ".run_events",
    "RunMetadataUpdateParams": ".run_metadata_update",
    "RunMetadataUpdateResponse": ".run_metadata_update",
    "RunMetadataUpdateResponse400": ".run_metadata_update",
    "RunMetadataUpdateResponse400Error": ".run_metadata_update",
    "RunMetadataUpdateResponse404": ".run_metadata_update",
    "RunReplayResponse": ".run_replay",
    "RunResponse400": ".run_response400",
    "RunResponse400Error": ".run_response400_error",
    "RunResponse404": ".run_response404",
    "RunResult": ".run_result",
    "RunResultResponse401": ".run_result_response401",
    "RunResultResponse404": ".run_result_2",
    "RunResultUsage": ".run_result",
    "RunRetrieveResponse400": ".run_retrieve",
    "RunStatus": ".run_status",
    "RunTag": ".run_tag",
    "RunTagAddParams": ".run_tag_add",
    "RunTagAddResponse": ".run_tag_add",
    "RunTagAddResponse422": ".run_tag_add",
    "RunTags": ".run_tags",
    "RunTraceResponse": ".run_trace",
    "RunTraceResponse404": ".run_trace",
    "RunTraceResponse404Error": ".run_trace",
    "RunTraceResponseTrace": ".run_trace",
    "RunsFilterWithEnv": ".runs_filter_with_env",
    "ScheduleDeleteResponse": ".schedule_delete",
    "ScheduleEnvironment": ".schedule_environment",
    "ScheduleObject": ".schedule_object",
    "ScheduleObjectGenerator": ".schedule_object",
    "SerializedError": ".serialized_error",
    "SessionObject": ".session_object",
    "SessionTriggerConfig": ".session_trigger_config",
    "SessionsCursorPagination": ".sessions_cursor_pagination",
    "SessionsFilter": ".sessions_filter",
    "SessionsFilterCreatedAt": ".sessions_filter",
    "SessionsFilterStatus": ".sessions_filter",
    "SpanDetailedSummary": ".span_detailed_summary",
    "SpanDetailedSummaryData": ".span_detailed_summary",
    "SpanDetailedSummaryDataEvent": ".span_detailed_summary_data_event",
    "SpanDetailedSummaryDataLevel": ".span_detailed_summary_data_level",
    "SucceedResponse": ".succeed_response",
    "TTL": ".ttl",
    "TaskBatchTriggerParams": ".task_batch_trigger",
    "TriggerTaskRequestBody": ".trigger_task_request_body",
    "TriggerTaskRequestBodyMode": ".trigger_task_request_body",
    "TriggerTaskRequestBodyOptions": ".trigger_task_request_body",
    "TriggerTaskRequestBodyOptionsDebounce": ".trigger_task_request_body",
    "TriggerTaskRequestBodyOptionsMachine": ".trigger_task_request_body",
    "TriggerTaskResponse": ".trigger_task_response",
    "UpdateScheduleOptions": ".update_schedule_options",
    "UpdateSessionRequestBody": ".update_session_request_body",
    "WaitpointTokenObject": ".waitpoint_token_object",
    "WaitpointTokenObjectStatus": ".waitpoint_token_object",
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
