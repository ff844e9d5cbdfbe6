# Rendered from templates/models/__init__.py.jinja. DO NOT EDIT: it is made anew.
"""The objects of the API, each in the module of the schema that it comes from."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .abort_bulk_action_response import AbortBulkActionResponse
    from .add_run_tags import AddRunTagsBody, AddRunTagsResponse, AddRunTagsResponse422
    from .batch_trigger_request_body import BatchTriggerRequestBody
    from .batch_trigger_task import BatchTriggerTaskResponse202, BatchTriggerTaskResponse202Run
    from .batch_trigger_task_by_id import BatchTriggerTaskByIdBody
    from .batch_trigger_task_request_body_item import BatchTriggerTaskRequestBodyItem
    from .batch_trigger_task_response import BatchTriggerTaskResponse
    from .batch_trigger_v2_request_body import BatchTriggerV2RequestBody
    from .bulk_action_filter import (
        BulkActionFilter,
        BulkActionFilterQueue,
        BulkActionFilterStatusEnum,
    )
    from .bulk_action_object import (
        BulkActionObject,
        BulkActionObjectCounts,
        BulkActionObjectStatus,
        BulkActionObjectType,
    )
    from .bulk_actions_cursor_pagination import BulkActionsCursorPagination
    from .cancel_run import CancelRunResponse
    from .close_session_request_body import CloseSessionRequestBody
    from .common_run_object import (
        CommonRunObject,
        CommonRunObjectStatus,
        CommonRunObjectTriggerFunction,
    )
    from .common_runs_filter import (
        CommonRunsFilter,
        CommonRunsFilterCreatedAt,
        CommonRunsFilterStatus,
    )
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
    from .created_session_response_body import CreatedSessionResponseBody
    from .cursor_pagination import CursorPagination
    from .delay import Delay
    from .env import Env
    from .env_filter import EnvFilter, EnvFilterEnv
    from .env_var import EnvVar
    from .env_var_value import EnvVarValue
    from .error_list_item import ErrorListItem
    from .error_list_item_status import ErrorListItemStatus
    from .error_object import ErrorObject
    from .error_response import ErrorResponse
    from .error_with_details_response import (
        ErrorWithDetailsResponse,
        ErrorWithDetailsResponseDetail,
    )
    from .errors_cursor_pagination import ErrorsCursorPagination
    from .errors_filter import ErrorsFilter, ErrorsFilterStatus
    from .execute_query import ExecuteQueryResponse400, ExecuteQueryResponse429
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
    from .get_batch_results import GetBatchResultsResponse
    from .get_batch_results_response_item import GetBatchResultsResponseItem
    from .get_batch_results_response_item_usage import GetBatchResultsResponseItemUsage
    from .get_deployment import (
        GetDeploymentResponse,
        GetDeploymentResponseWorker,
        GetDeploymentResponseWorkerTask,
    )
    from .get_latest_deployment import GetLatestDeploymentResponse
    from .get_latest_deployment_response_status import GetLatestDeploymentResponseStatus
    from .get_query_schema import (
        GetQuerySchemaResponse,
        GetQuerySchemaResponseTable,
        GetQuerySchemaResponseTableColumn,
    )
    from .get_run_events import (
        GetRunEventsResponse,
        GetRunEventsResponseEvent,
        GetRunEventsResponseEventKind,
        GetRunEventsResponseEventStyle,
        GetRunEventsResponseEventStyleAccessory,
    )
    from .get_run_events_response401 import GetRunEventsResponse401
    from .get_run_events_response404 import GetRunEventsResponse404
    from .get_run_result import GetRunResultResponse404
    from .get_run_result_response401 import GetRunResultResponse401
    from .get_run_trace import (
        GetRunTraceResponse,
        GetRunTraceResponse404,
        GetRunTraceResponse404Error,
        GetRunTraceResponseTrace,
    )
    from .get_timezones_result import GetTimezonesResult
    from .ignore_error import IgnoreErrorBody
    from .invalid_env_vars_request_response import InvalidEnvVarsRequestResponse
    from .list_bulk_actions_result import ListBulkActionsResult, ListBulkActionsResultPagination
    from .list_dashboards import (
        ListDashboardsResponse,
        ListDashboardsResponseDashboard,
        ListDashboardsResponseDashboardWidget,
        ListDashboardsType,
    )
    from .list_deployments import (
        ListDeploymentsResponse,
        ListDeploymentsResponseData,
        ListDeploymentsResponseDataStatus,
        ListDeploymentsResponsePagination,
        ListDeploymentsStatus,
    )
    from .list_environment_variables_response import ListEnvironmentVariablesResponse
    from .list_errors_result import ListErrorsResult, ListErrorsResultPagination
    from .list_queues_result import ListQueuesResult, ListQueuesResultPagination
    from .list_run_item import ListRunItem, ListRunItemEnv, ListRunItemStatus
    from .list_runs_result import ListRunsResult, ListRunsResultPagination
    from .list_schedules_result import ListSchedulesResult, ListSchedulesResultPagination
    from .list_sessions_result import ListSessionsResult, ListSessionsResultPagination
    from .list_waitpoint_tokens_result import (
        ListWaitpointTokensResult,
        ListWaitpointTokensResultPagination,
    )
    from .override_queue_concurrency import OverrideQueueConcurrencyBody
    from .override_queue_concurrency_body_type import OverrideQueueConcurrencyBodyType
    from .pause_queue import PauseQueueBody, PauseQueueBodyAction
    from .promote_deployment import PromoteDeploymentResponse
    from .promote_deployment_response400 import PromoteDeploymentResponse400
    from .queue_object import QueueObject, QueueObjectConcurrency, QueueObjectType
    from .queue_options import QueueOptions
    from .queue_type_name import QueueTypeName, QueueTypeNameType
    from .replay_run import ReplayRunResponse
    from .replay_run_response400 import ReplayRunResponse400
    from .replay_run_response400_error import ReplayRunResponse400Error
    from .reschedule_run_request_body import RescheduleRunRequestBody
    from .reset_queue_concurrency import ResetQueueConcurrencyBody
    from .resolve_error import ResolveErrorBody
    from .retrieve_batch import (
        RetrieveBatchResponse,
        RetrieveBatchResponseError,
        RetrieveBatchResponseStatus,
    )
    from .retrieve_queue import RetrieveQueueType
    from .retrieve_run import RetrieveRunResponse400
    from .retrieve_run_response import (
        RetrieveRunResponse,
        RetrieveRunResponseAttempt,
        RetrieveRunResponseAttemptStatus,
        RetrieveRunResponseRelatedRuns,
        RetrieveRunResponseSchedule,
    )
    from .run_tag import RunTag
    from .run_tags import RunTags
    from .runs_filter_with_env import RunsFilterWithEnv
    from .schedule_environment import ScheduleEnvironment
    from .schedule_object import ScheduleObject
    from .schedule_object_generator import ScheduleObjectGenerator
    from .serialized_error import SerializedError
    from .session_object import SessionObject
    from .session_trigger_config import SessionTriggerConfig
    from .sessions_cursor_pagination import SessionsCursorPagination
    from .sessions_filter import SessionsFilter, SessionsFilterCreatedAt, SessionsFilterStatus
    from .span_detailed_summary import SpanDetailedSummary, SpanDetailedSummaryData
    from .span_detailed_summary_data_event import SpanDetailedSummaryDataEvent
    from .span_detailed_summary_data_level import SpanDetailedSummaryDataLevel
    from .succeed_response import SucceedResponse
    from .trigger_task_request_body import (
        TriggerTaskRequestBody,
        TriggerTaskRequestBodyOptions,
        TriggerTaskRequestBodyOptionsMachine,
    )
    from .trigger_task_response import TriggerTaskResponse
    from .ttl import TTL
    from .update_run_metadata import (
        UpdateRunMetadataBody,
        UpdateRunMetadataResponse,
        UpdateRunMetadataResponse400,
        UpdateRunMetadataResponse400Error,
        UpdateRunMetadataResponse404,
    )
    from .update_schedule_options import UpdateScheduleOptions
    from .update_session_request_body import UpdateSessionRequestBody
    from .upload_project_envvars import UploadProjectEnvvarsBody
    from .waitpoint_token_object import WaitpointTokenObject, WaitpointTokenObjectStatus

__all__: list[str] = [
    "AbortBulkActionResponse",
    "AddRunTagsBody",
    "AddRunTagsResponse",
    "AddRunTagsResponse422",
    "BatchTriggerRequestBody",
    "BatchTriggerTaskByIdBody",
    "BatchTriggerTaskRequestBodyItem",
    "BatchTriggerTaskResponse",
    "BatchTriggerTaskResponse202",
    "BatchTriggerTaskResponse202Run",
    "BatchTriggerV2RequestBody",
    "BulkActionFilter",
    "BulkActionFilterQueue",
    "BulkActionFilterStatusEnum",
    "BulkActionObject",
    "BulkActionObjectCounts",
    "BulkActionObjectStatus",
    "BulkActionObjectType",
    "BulkActionsCursorPagination",
    "CancelByFilter",
    "CancelByRunIDs",
    "CancelRunResponse",
    "CloseSessionRequestBody",
    "CommonRunObject",
    "CommonRunObjectStatus",
    "CommonRunObjectTriggerFunction",
    "CommonRunsFilter",
    "CommonRunsFilterCreatedAt",
    "CommonRunsFilterStatus",
    "CompleteWaitpointTokenRequest",
    "CompleteWaitpointTokenResponse",
    "CreateBulkActionRequestBody",
    "CreateBulkActionResponse",
    "CreateScheduleOptions",
    "CreateSessionRequestBody",
    "CreateWaitpointTokenRequest",
    "CreateWaitpointTokenResponse",
    "CreatedSessionResponseBody",
    "CursorPagination",
    "Delay",
    "Env",
    "EnvFilter",
    "EnvFilterEnv",
    "EnvVar",
    "EnvVarValue",
    "ErrorListItem",
    "ErrorListItemStatus",
    "ErrorObject",
    "ErrorResponse",
    "ErrorWithDetailsResponse",
    "ErrorWithDetailsResponseDetail",
    "ErrorsCursorPagination",
    "ErrorsFilter",
    "ErrorsFilterStatus",
    "ExecuteQueryRequestBody",
    "ExecuteQueryRequestBodyFormat",
    "ExecuteQueryRequestBodyScope",
    "ExecuteQueryResponse",
    "ExecuteQueryResponse400",
    "ExecuteQueryResponse429",
    "ExecuteQueryResponseCsv",
    "ExecuteQueryResponseJson",
    "GetBatchResultsResponse",
    "GetBatchResultsResponseItem",
    "GetBatchResultsResponseItemUsage",
    "GetDeploymentResponse",
    "GetDeploymentResponseWorker",
    "GetDeploymentResponseWorkerTask",
    "GetLatestDeploymentResponse",
    "GetLatestDeploymentResponseStatus",
    "GetQuerySchemaResponse",
    "GetQuerySchemaResponseTable",
    "GetQuerySchemaResponseTableColumn",
    "GetRunEventsResponse",
    "GetRunEventsResponse401",
    "GetRunEventsResponse404",
    "GetRunEventsResponseEvent",
    "GetRunEventsResponseEventKind",
    "GetRunEventsResponseEventStyle",
    "GetRunEventsResponseEventStyleAccessory",
    "GetRunResultResponse401",
    "GetRunResultResponse404",
    "GetRunTraceResponse",
    "GetRunTraceResponse404",
    "GetRunTraceResponse404Error",
    "GetRunTraceResponseTrace",
    "GetTimezonesResult",
    "IgnoreErrorBody",
    "InvalidEnvVarsRequestResponse",
    "ListBulkActionsResult",
    "ListBulkActionsResultPagination",
    "ListDashboardsResponse",
    "ListDashboardsResponseDashboard",
    "ListDashboardsResponseDashboardWidget",
    "ListDashboardsType",
    "ListDeploymentsResponse",
    "ListDeploymentsResponseData",
    "ListDeploymentsResponseDataStatus",
    "ListDeploymentsResponsePagination",
    "ListDeploymentsStatus",
    "ListEnvironmentVariablesResponse",
    "ListErrorsResult",
    "ListErrorsResultPagination",
    "ListQueuesResult",
    "ListQueuesResultPagination",
    "ListRunItem",
    "ListRunItemEnv",
    "ListRunItemStatus",
    "ListRunsResult",
    "ListRunsResultPagination",
    "ListSchedulesResult",
    "ListSchedulesResultPagination",
    "ListSessionsResult",
    "ListSessionsResultPagination",
    "ListWaitpointTokensResult",
    "ListWaitpointTokensResultPagination",
    "OverrideQueueConcurrencyBody",
    "OverrideQueueConcurrencyBodyType",
    "PauseQueueBody",
    "PauseQueueBodyAction",
    "PromoteDeploymentResponse",
    "PromoteDeploymentResponse400",
    "QueueObject",
    "QueueObjectConcurrency",
    "QueueObjectType",
    "QueueOptions",
    "QueueTypeName",
    "QueueTypeNameType",
    "ReplayByFilter",
    "ReplayByRunIDs",
    "ReplayRunResponse",
    "ReplayRunResponse400",
    "ReplayRunResponse400Error",
    "RescheduleRunRequestBody",
    "ResetQueueConcurrencyBody",
    "ResolveErrorBody",
    "RetrieveBatchResponse",
    "RetrieveBatchResponseError",
    "RetrieveBatchResponseStatus",
    "RetrieveQueueType",
    "RetrieveRunResponse",
    "RetrieveRunResponse400",
    "RetrieveRunResponseAttempt",
    "RetrieveRunResponseAttemptStatus",
    "RetrieveRunResponseRelatedRuns",
    "RetrieveRunResponseSchedule",
    "RunTag",
    "RunTags",
    "RunsFilterWithEnv",
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
    "TriggerTaskRequestBody",
    "TriggerTaskRequestBodyOptions",
    "TriggerTaskRequestBodyOptionsMachine",
    "TriggerTaskResponse",
    "UpdateRunMetadataBody",
    "UpdateRunMetadataResponse",
    "UpdateRunMetadataResponse400",
    "UpdateRunMetadataResponse400Error",
    "UpdateRunMetadataResponse404",
    "UpdateScheduleOptions",
    "UpdateSessionRequestBody",
    "UploadProjectEnvvarsBody",
    "WaitpointTokenObject",
    "WaitpointTokenObjectStatus",
]

_MODULES: dict[str, str] = {
    "AbortBulkActionResponse": ".abort_bulk_action_response",
    "AddRunTagsBody": ".add_run_tags",
    "AddRunTagsResponse": ".add_run_tags",
    "AddRunTagsResponse422": ".add_run_tags",
    "BatchTriggerRequestBody": ".batch_trigger_request_body",
    "BatchTriggerTaskByIdBody": ".batch_trigger_task_by_id",
    "BatchTriggerTaskRequestBodyItem": ".batch_trigger_task_request_body_item",
    "BatchTriggerTaskResponse": ".batch_trigger_task_response",
    "BatchTriggerTaskResponse202": ".batch_trigger_task",
    "BatchTriggerTaskResponse202Run": ".batch_trigger_task",
    "BatchTriggerV2RequestBody": ".batch_trigger_v2_request_body",
    "BulkActionFilter": ".bulk_action_filter",
    "BulkActionFilterQueue": ".bulk_action_filter",
    "BulkActionFilterStatusEnum": ".bulk_action_filter",
    "BulkActionObject": ".bulk_action_object",
    "BulkActionObjectCounts": ".bulk_action_object",
    "BulkActionObjectStatus": ".bulk_action_object",
    "BulkActionObjectType": ".bulk_action_object",
    "BulkActionsCursorPagination": ".bulk_actions_cursor_pagination",
    "CancelByFilter": ".create_bulk_action_request_body",
    "CancelByRunIDs": ".create_bulk_action_request_body",
    "CancelRunResponse": ".cancel_run",
    "CloseSessionRequestBody": ".close_session_request_body",
    "CommonRunObject": ".common_run_object",
    "CommonRunObjectStatus": ".common_run_object",
    "CommonRunObjectTriggerFunction": ".common_run_object",
    "CommonRunsFilter": ".common_runs_filter",
    "CommonRunsFilterCreatedAt": ".common_runs_filter",
    "CommonRunsFilterStatus": ".common_runs_filter",
    "CompleteWaitpointTokenRequest": ".complete_waitpoint_token_request",
    "CompleteWaitpointTokenResponse": ".complete_waitpoint_token_response",
    "CreateBulkActionRequestBody": ".create_bulk_action_request_body",
    "CreateBulkActionResponse": ".create_bulk_action_response",
    "CreateScheduleOptions": ".create_schedule_options",
    "CreateSessionRequestBody": ".create_session_request_body",
    "CreateWaitpointTokenRequest": ".create_waitpoint_token_request",
    "CreateWaitpointTokenResponse": ".create_waitpoint_token_response",
    "CreatedSessionResponseBody": ".created_session_response_body",
    "CursorPagination": ".cursor_pagination",
    "Delay": ".delay",
    "Env": ".env",
    "EnvFilter": ".env_filter",
    "EnvFilterEnv": ".env_filter",
    "EnvVar": ".env_var",
    "EnvVarValue": ".env_var_value",
    "ErrorListItem": ".error_list_item",
    "ErrorListItemStatus": ".error_list_item_status",
    "ErrorObject": ".error_object",
    "ErrorResponse": ".error_response",
    "ErrorWithDetailsResponse": ".error_with_details_response",
    "ErrorWithDetailsResponseDetail": ".error_with_details_response",
    "ErrorsCursorPagination": ".errors_cursor_pagination",
    "ErrorsFilter": ".errors_filter",
    "ErrorsFilterStatus": ".errors_filter",
    "ExecuteQueryRequestBody": ".execute_query_request_body",
    "ExecuteQueryRequestBodyFormat": ".execute_query_request_body",
    "ExecuteQueryRequestBodyScope": ".execute_query_request_body",
    "ExecuteQueryResponse": ".execute_query_response",
    "ExecuteQueryResponse400": ".execute_query",
    "ExecuteQueryResponse429": ".execute_query",
    "ExecuteQueryResponseCsv": ".execute_query_response",
    "ExecuteQueryResponseJson": ".execute_query_response",
    "GetBatchResultsResponse": ".get_batch_results",
    "GetBatchResultsResponseItem": ".get_batch_results_response_item",
    "GetBatchResultsResponseItemUsage": ".get_batch_results_response_item_usage",
    "GetDeploymentResponse": ".get_deployment",
    "GetDeploymentResponseWorker": ".get_deployment",
    "GetDeploymentResponseWorkerTask": ".get_deployment",
    "GetLatestDeploymentResponse": ".get_latest_deployment",
    "GetLatestDeploymentResponseStatus": ".get_latest_deployment_response_status",
    "GetQuerySchemaResponse": ".get_query_schema",
    "GetQuerySchemaResponseTable": ".get_query_schema",
    "GetQuerySchemaResponseTableColumn": ".get_query_schema",
    "GetRunEventsResponse": ".get_run_events",
    "GetRunEventsResponse401": ".get_run_events_response401",
    "GetRunEventsResponse404": ".get_run_events_response404",
    "GetRunEventsResponseEvent": ".get_run_events",
    "GetRunEventsResponseEventKind": ".get_run_events",
    "GetRunEventsResponseEventStyle": ".get_run_events",
    "GetRunEventsResponseEventStyleAccessory": ".get_run_events",
    "GetRunResultResponse401": ".get_run_result_response401",
    "GetRunResultResponse404": ".get_run_result",
    "GetRunTraceResponse": ".get_run_trace",
    "GetRunTraceResponse404": ".get_run_trace",
    "GetRunTraceResponse404Error": ".get_run_trace",
    "GetRunTraceResponseTrace": ".get_run_trace",
    "GetTimezonesResult": ".get_timezones_result",
    "IgnoreErrorBody": ".ignore_error",
    "InvalidEnvVarsRequestResponse": ".invalid_env_vars_request_response",
    "ListBulkActionsResult": ".list_bulk_actions_result",
    "ListBulkActionsResultPagination": ".list_bulk_actions_result",
    "ListDashboardsResponse": ".list_dashboards",
    "ListDashboardsResponseDashboard": ".list_dashboards",
    "ListDashboardsResponseDashboardWidget": ".list_dashboards",
    "ListDashboardsType": ".list_dashboards",
    "ListDeploymentsResponse": ".list_deployments",
    "ListDeploymentsResponseData": ".list_deployments",
    "ListDeploymentsResponseDataStatus": ".list_deployments",
    "ListDeploymentsResponsePagination": ".list_deployments",
    "ListDeploymentsStatus": ".list_deployments",
    "ListEnvironmentVariablesResponse": ".list_environment_variables_response",
    "ListErrorsResult": ".list_errors_result",
    "ListErrorsResultPagination": ".list_errors_result",
    "ListQueuesResult": ".list_queues_result",
    "ListQueuesResultPagination": ".list_queues_result",
    "ListRunItem": ".list_run_item",
    "ListRunItemEnv": ".list_run_item",
    "ListRunItemStatus": ".list_run_item",
    "ListRunsResult": ".list_runs_result",
    "ListRunsResultPagination": ".list_runs_result",
    "ListSchedulesResult": ".list_schedules_result",
    "ListSchedulesResultPagination": ".list_schedules_result",
    "ListSessionsResult": ".list_sessions_result",
    "ListSessionsResultPagination": ".list_sessions_result",
    "ListWaitpointTokensResult": ".list_waitpoint_tokens_result",
    "ListWaitpointTokensResultPagination": ".list_waitpoint_tokens_result",
    "OverrideQueueConcurrencyBody": ".override_queue_concurrency",
    "OverrideQueueConcurrencyBodyType": ".override_queue_concurrency_body_type",
    "PauseQueueBody": ".pause_queue",
    "PauseQueueBodyAction": ".pause_queue",
    "PromoteDeploymentResponse": ".promote_deployment",
    "PromoteDeploymentResponse400": ".promote_deployment_response400",
    "QueueObject": ".queue_object",
    "QueueObjectConcurrency": ".queue_object",
    "QueueObjectType": ".queue_object",
    "QueueOptions": ".queue_options",
    "QueueTypeName": ".queue_type_name",
    "QueueTypeNameType": ".queue_type_name",
    "ReplayByFilter": ".create_bulk_action_request_body",
    "ReplayByRunIDs": ".create_bulk_action_request_body",
    "ReplayRunResponse": ".replay_run",
    "ReplayRunResponse400": ".replay_run_response400",
    "ReplayRunResponse400Error": ".replay_run_response400_error",
    "RescheduleRunRequestBody": ".reschedule_run_request_body",
    "ResetQueueConcurrencyBody": ".reset_queue_concurrency",
    "ResolveErrorBody": ".resolve_error",
    "RetrieveBatchResponse": ".retrieve_batch",
    "RetrieveBatchResponseError": ".retrieve_batch",
    "RetrieveBatchResponseStatus": ".retrieve_batch",
    "RetrieveQueueType": ".retrieve_queue",
    "RetrieveRunResponse": ".retrieve_run_response",
    "RetrieveRunResponse400": ".retrieve_run",
    "RetrieveRunResponseAttempt": ".retrieve_run_response",
    "RetrieveRunResponseAttemptStatus": ".retrieve_run_response",
    "RetrieveRunResponseRelatedRuns": ".retrieve_run_response",
    "RetrieveRunResponseSchedule": ".retrieve_run_response",
    "RunTag": ".run_tag",
    "RunTags": ".run_tags",
    "RunsFilterWithEnv": ".runs_filter_with_env",
    "ScheduleEnvironment": ".schedule_environment",
    "ScheduleObject": ".schedule_object",
    "ScheduleObjectGenerator": ".schedule_object_generator",
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
    "TriggerTaskRequestBody": ".trigger_task_request_body",
    "TriggerTaskRequestBodyOptions": ".trigger_task_request_body",
    "TriggerTaskRequestBodyOptionsMachine": ".trigger_task_request_body",
    "TriggerTaskResponse": ".trigger_task_response",
    "UpdateRunMetadataBody": ".update_run_metadata",
    "UpdateRunMetadataResponse": ".update_run_metadata",
    "UpdateRunMetadataResponse400": ".update_run_metadata",
    "UpdateRunMetadataResponse400Error": ".update_run_metadata",
    "UpdateRunMetadataResponse404": ".update_run_metadata",
    "UpdateScheduleOptions": ".update_schedule_options",
    "UpdateSessionRequestBody": ".update_session_request_body",
    "UploadProjectEnvvarsBody": ".upload_project_envvars",
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
