"""The words that names of calls are read by: closed lists of English, and what frameworks add."""

from typing import Literal, TypeAlias

from generator.verbs import CHANGING

Kind: TypeAlias = Literal["list", "get", "create", "update", "delete"]

# What operationIds say for one of the five methods that everybody knows.
KINDS: dict[str, Kind] = {
    "list": "list",
    "index": "list",
    "get": "get",
    "retrieve": "get",
    "fetch": "get",
    "read": "get",
    "show": "get",
    "describe": "get",
    "find": "get",
    "view": "get",
    "create": "create",
    "new": "create",
    "post": "create",
    "insert": "create",
    "add": "create",
    "update": "update",
    "put": "update",
    "patch": "update",
    "edit": "update",
    "modify": "update",
    "change": "update",
    "set": "update",
    "replace": "update",
    "delete": "delete",
    "del": "delete",
    "destroy": "delete",
    "remove": "delete",
}
# Words of frameworks for four of them, and the request that each is of.
FRAMEWORK_WORDS: dict[str, tuple[Kind, str]] = {
    "index": ("list", "GET"),
    "show": ("get", "GET"),
    "store": ("create", "POST"),
    "destroy": ("delete", "DELETE"),
}
# Of the words for methods, what an author may say instead: the word is as plain, and theirs.
AUTHORS_WORDS = frozenset({"retrieve", "fetch"})
# And what says something else than the method that its request would get.
TELLING_WORDS = frozenset({"add", "insert", "remove", "set", "replace"})

# What can only be done: a path's last segment that begins with one is what the operation does.
ACTIONS = CHANGING | frozenset(
    "allow analyse analyze annotate apply associate authenticate authorize autocomplete begin bind "
    "calculate categorize classify collect commit compact compare compile complete compute configure "
    "confirm connect convert decode decompress decrypt deidentify denoise describe detect detokenize "
    "discover dispatch distribute encode encrypt enqueue enrich estimate evaluate exclude execute exists "
    "fetch finish forget freeze generate get grant identify ignore include insert inspect introspect leave "
    "lemmatize list navigate normalize notify optimize parse perform predict prepare put rebuild "
    "recalculate receive recognize recompute recover redact reevaluate refresh register render repair "
    "repeat reply reprocess rerank rescan resize resolve resume retrain retrieve retry revalidate reveal "
    "revise rewrite sanitize set shorten simulate suggest synchronize synthesize tokenize transcribe "
    "translate troubleshoot uncompress upgrade validate verify visualize".split()
)
# What can be done and had: it is done at the end of the path of a request that changes something.
ALSO_NOUNS = frozenset(
    "answer archive backup ban block bookmark boost broadcast capture check claim clone close copy "
    "count dial downgrade download duplicate edit exchange export extract favorite favourite filter find "
    "fix flag follow fork forward hide import init install invite issue join kick launch like link lock "
    "login logout lookup mark message moderate mount move new open patch pause pay pin ping play poll "
    "preview process purchase query read refund release reload renew replay report request reserve "
    "reset retest reverse rollback run scan schedule scroll search select sell share ship show sign signin "
    "signup skip split star start stop stream summarize swap switch sync tag test track train transfer "
    "trigger upload void vote wait watch write".split()
)
# Of those, what is done to many also where these are all that it says: `count_tokens`, and no `check_runs`.
DONE_TO_MANY = frozenset("close count extract move pause reload renew reverse select summarize swap".split())
# Of those, what is done also where a path has nothing else: `POST /login`.
DONE_ALONE = frozenset("import login logout lookup search signin signup sync upload".split())
# What brings a new one into a collection, so that it is done to that.
BRINGING = frozenset("import install purchase register upload".split())
# What a DELETE does that ends with it; of others, such as `approve`, it takes back what was done.
TAKING_AWAY = frozenset(
    "abort cancel clear deregister discard dismiss flush purge revoke terminate unassign uninstall unlink "
    "unpublish unregister unsubscribe wipe withdraw".split()
)
# What a question begins with: `is_available`.
QUESTIONS = frozenset({"are", "can", "has", "is"})
# And what a GET does, too.
ALSO_READ = frozenset(
    "check count download exists export find lookup poll preview query scroll search stream watch".split()
)
# What else says of a segment that it is read: `GetPartitions`.
READING = frozenset({"get", "list", "fetch", "retrieve"})
# What is done to find an answer, so that a GET does it and may give a list of it.
COMPUTING = frozenset(
    "autocomplete calculate compare compute describe detect estimate evaluate exists fetch generate get "
    "identify list parse recognize render resolve retrieve suggest transcribe translate validate "
    "verify".split()
)
# What parameters end with that are one of many.
IDENTIFIERS = frozenset({"id", "ids", "key", "sid", "uid", "uuid"})
# What a POST makes, though its prose may say that who asks gets one.
MADE_FOR_WHO_ASKS = frozenset({"session", "ticket", "token"})
# What the name of a search ends with: it changes nothing.
SEARCHES = frozenset({"filter", "lookup", "query", "search"})
VERBS = ACTIONS | ALSO_NOUNS | KINDS.keys() | frozenset({"ask", "batch"})

ARTICLES = frozenset({"a", "an", "the", "this", "that", "these", "those", "its"})
PREPOSITIONS = frozenset(
    "about after along and are as at before between by for from in into is of on onto or over per than "
    "through to under using via where which with within without".split()
)
# Words that say which ones of a thing; so do participles.
ADJECTIVES = frozenset(
    "active due featured free full inactive latest local own partial pending popular private public "
    "recent related remote similar trending upcoming".split()
)
# Plurals of what is had as one: it is a list only where the answer is one.
COLLECTIVES = frozenset("details preferences prefs settings statistics stats totals".split())
# Words that say how many or which, where the request says so itself.
EMPTY_WORDS = frozenset(
    "all available current details existing given id ids individual info information item items list "
    "many multiple my new object one record resource several single some specific specified uuid your".split()
)
# What frameworks put behind the name of a group or of a function.
TAILS = frozenset(
    "action api controller ctrl endpoint endpoints handler operation resource route router routes "
    "service view viewset".split()
)
# Segments that name nothing where a path begins.
NAMELESS = frozenset({"api", "apis", "public", "rest"})
