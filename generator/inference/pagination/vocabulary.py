"""The words that names of paging are made of."""

CURSORS = frozenset({"cursor", "bookmark", "continuation", "continue", "scroll", "iterator"})
TOKENS = frozenset({"token", "marker", "key", "pointer", "state", "position", "id", "string", "value"})
PAGES = frozenset({"page", "paging", "pagination", "paginate"})
# What another page is called.
LEADING = frozenset({"next", "previous", "prev"})
BACK = frozenset(
    {"previous", "prev", "before", "first", "back", "backward", "start", "begin", "ending", "end"}
)
# What says of an item that the page begins beyond it.
BEYOND = frozenset({"after", "since", "max", "start", "last", "from"})
# A cursor backward is called as one forward is, with these words for those.
FORWARD = {"before": "after", "ending": "starting", "end": "start", "previous": "next", "prev": "next"}
NEVER = frozenset(
    {
        "date",
        "time",
        "timestamp",
        "day",
        "month",
        "year",
        "sync",
        "delta",
        "csrf",
        "access",
        "auth",
        "oauth",
        "authentication",
        "authorization",
        "refresh",
        "api",
        "secret",
        "version",
        "timezone",
    }
)
SIZES = frozenset({"limit", "take", "top"})
AMOUNTS = frozenset({"size", "count", "max", "maximum", "number", "num", "length", "row", "amount", "first"})
MEASURES = SIZES | {"size", "count", "length", "per"}
THINGS = frozenset(
    {"result", "item", "record", "row", "entry", "element", "hit", "object", "resource", "return"}
)
# What a size is called by: its name has others where it is of something else.
SIZE_WORDS = SIZES | AMOUNTS | THINGS | PAGES | {"per", "request", "call"}
TOTALS = frozenset(
    {"total", "count", "hit", "found", "matched", "match", "size", "number", "num", "nb", "available"}
)
CONTAINERS = frozenset(
    {"data", "item", "result", "record", "entry", "value", "list", "row", "content", "element", "hit"}
    | {
        "object",
        "resource",
        "node",
        "edge",
        "member",
        "collection",
        "document",
        "payload",
        "response",
        "body",
    }
)
# What makes a page a size, a place in a list, or a thing of its own.
NO_PAGES = frozenset(
    {
        "per",
        "size",
        "limit",
        "count",
        "id",
        "max",
        "total",
        "token",
        "key",
        "state",
        "url",
        "offset",
        "skip",
        "length",
    }
    | {"after", "before", "cursor", "start", "marker", "break", "title", "name", "type"}
)
PLAIN = frozenset({"data", "item", "result", "record", "entry", "value", "list", "row"})
ASIDE = frozenset(
    {"error", "warning", "included", "include", "link", "facet", "aggregation", "sort", "column", "header"}
    | {"schema", "tag", "filter", "message", "meta", "metadata", "bucket", "suggestion", "notice", "failure"}
    | {"order", "field", "warnings", "aggregate", "statistic", "stat", "permission", "action", "option"}
)
# What leads to the page itself, or to the ends, and never on.
STAYS = frozenset({"self", "current", "first"})
# What makes a size a place in a list, or the bound of something else.
STARTS = frozenset({"start", "from", "offset", "skip", "begin"})
NO_SIZES = frozenset(
    {"id", "date", "time", "timestamp", "font", "image", "thumbnail", "icon", "file", "text"}
)
# What something else than items and pages is measured in.
UNITS = frozenset(
    {"second", "sec", "millisecond", "milli", "ms", "minute", "hour", "day", "week", "month", "year", "tick"}
    | {"byte", "kilobyte", "megabyte", "kb", "mb", "gb", "bit", "bitrate", "pixel", "px", "dpi", "width"}
    | {"height", "channel", "frame", "degree", "radius", "distance", "meter", "metre", "mile", "km", "hz"}
)
# What a URL leads to that is no page of a list.
DOCUMENTED = frozenset({"doc", "documentation", "help", "schema"})
URLS = frozenset({"url", "uri", "href", "link"})
# What says nothing of a parameter: "Query parameter for marker", "The marker of the request".
EMPTY_WORDS = frozenset(
    {"the", "a", "an", "of", "for", "to", "query", "parameter", "request", "optional", "value"}
)
# What leads to a page, and is not its number.
NO_NUMBERS = frozenset({"offset", "start", "index", "cursor", "token", "id"})
# What sums up something else than items, or not all of them.
NO_TOTALS = frozenset(
    {"price", "cost", "amount", "time", "sum", "byte", "duration", "score", "remaining", "left", "weight"}
)
