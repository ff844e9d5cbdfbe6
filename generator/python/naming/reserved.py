"""The words that generated code uses itself, for each scope: no name of a document takes the place of one.

`tests/python/test_reserved.py` reads what modules of packages look up in each scope, and what their base
classes have, and fails when a word is missing here. Who wants a reserved name gets an underscore behind.
"""

# Builtins that annotations name. A method may be called so: its class then says `builtins.list`.
BUILTINS = frozenset(
    {"bool", "bytes", "dict", "float", "int", "list", "str", "tuple", "object", "type", "set"}
)
# Classes, enums and aliases of models: what their modules use, and `models/__init__.py`, which gets them all.
CLASSES = (
    frozenset({"Annotated", "Any", "AttributeError", "ClassVar", "Decimal", "Literal", "Nothing"})
    | frozenset({"OpenEnum", "OpenIntEnum", "OpenStrEnum", "RecursionError", "Sequence", "TypeAlias"})
    | frozenset({"TypeAliasType", "UNKNOWN", "UUID", "UnknownVariant", "Unset"})
)
# What modules of models import under another name where the document has a class of this one (`add_aside`).
CLASSES_ASIDE = frozenset({"CamelModel", "Discriminator", "Field", "Json", "Model", "Tag"})
# Classes, enums and aliases of models in a circle. What is not there yet when it is named is looked up again,
# but not where a builtin has the name.
BUILTIN_CLASSES = (
    frozenset({"ArithmeticError", "AssertionError", "AttributeError", "BaseException"})
    | frozenset({"BaseExceptionGroup", "BlockingIOError", "BrokenPipeError", "BufferError", "BytesWarning"})
    | frozenset({"ChildProcessError", "ConnectionAbortedError", "ConnectionError"})
    | frozenset({"ConnectionRefusedError", "ConnectionResetError", "DeprecationWarning", "EOFError"})
    | frozenset({"Ellipsis", "EncodingWarning", "EnvironmentError", "Exception", "ExceptionGroup"})
    | frozenset({"FileExistsError", "FileNotFoundError", "FloatingPointError", "FutureWarning"})
    | frozenset({"GeneratorExit", "IOError", "ImportError", "ImportWarning", "IndentationError"})
    | frozenset({"IndexError", "InterruptedError", "IsADirectoryError", "KeyError", "KeyboardInterrupt"})
    | frozenset({"LookupError", "MemoryError", "ModuleNotFoundError", "NameError", "NotADirectoryError"})
    | frozenset({"NotImplemented", "NotImplementedError", "OSError", "OverflowError"})
    | frozenset({"PendingDeprecationWarning", "PermissionError", "ProcessLookupError"})
    | frozenset({"PythonFinalizationError", "RecursionError", "ReferenceError", "ResourceWarning"})
    | frozenset({"RuntimeError", "RuntimeWarning", "StopAsyncIteration", "StopIteration", "SyntaxError"})
    | frozenset({"SyntaxWarning", "SystemError", "SystemExit", "TabError", "TimeoutError", "TypeError"})
    | frozenset({"UnboundLocalError", "UnicodeDecodeError", "UnicodeEncodeError", "UnicodeError"})
    | frozenset({"UnicodeTranslateError", "UnicodeWarning", "UserWarning", "ValueError", "Warning"})
    | frozenset({"WindowsError", "ZeroDivisionError"})
)
# Devices of Windows, where no file can be called so, whatever its suffix, nor be checked out.
DEVICES = frozenset({"aux", "con", "nul", "prn"}) | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(10)
}
# Modules of models. Once imported they are in `models/__init__.py`, in place of what it uses itself.
MODEL_MODULES = (
    frozenset({"__init__", "models", "dict", "getattr", "globals", "import_module", "list", "str"}) | DEVICES
)
# Fields of models: what pydantic's BaseModel and its metaclass have, and what annotations after them use.
FIELDS = (
    frozenset({"cls", "construct", "copy", "dict", "from_orm", "json", "model_computed_fields"})
    | frozenset({"model_config", "model_construct", "model_copy", "model_dump", "model_dump_json"})
    | frozenset({"model_extra", "model_fields", "model_fields_set", "model_json_schema"})
    | frozenset({"model_parametrized_name", "model_post_init", "model_rebuild", "model_validate"})
    | frozenset({"model_validate_json", "model_validate_strings", "mro", "parse_file", "parse_obj"})
    | frozenset({"parse_raw", "register", "scalars", "schema", "schema_json", "self"})
    | frozenset({"update_forward_refs", "validate"})
    | BUILTINS - {"type", "object", "set", "bytes"}
)
# Members of enums. They are in capitals, so that only scripts without them could want one of these.
MEMBERS = frozenset({"mro", "name", "value", "is_known"})
# Constants of `_operations/`: what the modules use that is in capitals too.
CONSTANTS = frozenset({"UUID"})
# Methods of resources: what annotations and decorators of the methods after them use.
METHODS = frozenset({"builtins", "cached_property", "deprecated", "dt", "overload", "scalars", "self"})
# Modules that resources import under another name where one of their methods has this one.
METHODS_ASIDE = frozenset({"models", "params"})
# Arguments of methods: what their bodies use.
ARGUMENTS = frozenset(
    {"choosing_stream", "choosing_whole", "dt", "models", "operations", "scalars", "self"}
) | frozenset({"whole_or_parts", "whole_or_properties", "whole_or_variant"})
# Resources: what the client has besides, and what its class uses after them.
RESOURCES = frozenset(
    {"base_url", "cached_property", "close", "self", "type", "with_options", "with_response"}
) | frozenset({"delete", "get", "patch", "post", "put", "request", "stream"})
# Modules of resources: the other modules of `_async/`.
RESOURCE_MODULES = (
    frozenset(
        {"__init__", "client", "http", "opening", "pager", "resource", "stream", "transport", "undocumented"}
    )
    | frozenset({"aiohttp", "file_content", "granting", "pyreqwest", "raw", "unpacking"})
    | DEVICES
)
# Classes of resources, without `Async`: what their modules and the client's use in either flavour.
RESOURCE_CLASSES = (
    frozenset(
        {"Answer", "Answering", "Any", "BaseException", "Client", "Credential", "Decimal", "FileContent"}
    )
    | frozenset({"Http", "Httpx", "Literal", "Mapping", "Method", "P", "Pager", "ParamSpec", "Resource"})
    | frozenset(
        {"Self", "Sequence", "ServerSentEvent", "Settings", "Stream", "T", "TracebackType", "Transport"}
    )
    | frozenset({"TypeError", "TypeVar", "UNSET", "UUID", "Unset"})
    | frozenset(
        {"Grant", "Hooks", "Source", "Supplied", "Never", "Nothing", "PACKAGE", "Timeout", "Undocumented"}
    )
)
# Arguments of the client: its others, and what its constructor uses.
CLIENT_ARGUMENTS = (
    frozenset(
        {
            "base_url",
            "base_url_of",
            "getattr",
            "PACKAGE",
            "hooks",
            "switch_log_on",
            "tracer_of",
            "waiting",
            "limits",
            "limits_of_client",
            "merged_headers",
            "merged_parameters",
            "user_agent",
            "UNSET",
            "bool",
            "carrier",
            "carrier_of",
            "chosen",
            "chosen_server",
            "collect",
            "dict",
            "documented",
            "given",
        }
    )
    | frozenset({"headers", "http_client", "httpx", "httpx2", "isinstance", "max_response_bytes"})
    | frozenset(
        {"max_retries", "os", "self", "server", "settings", "str", "strict_responses", "timeout", "variables"}
    )
)
# The client's arguments for parameters of calls, which `with_options` takes, too.
CLIENT_PARAMETERS = CLIENT_ARGUMENTS | frozenset(
    {"Any", "Unset", "body", "changes", "client", "idempotency_key", "key", "limits_of", "name", "object"}
    | {"query", "reconnect", "replace", "type", "value"}
)
