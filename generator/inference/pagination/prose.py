"""What descriptions say of paging, and what they say against it."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

_THINGS = r"(?:results?|items?|records?|entries|rows?|objects?|elements?|documents?|hits?|things|\w+s)"


def _pattern(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{text})" for text in alternatives), re.IGNORECASE)


SIZE = _pattern(
    r"\b(?:max(?:imum|\.)?|number|amount|count|quantity|how many|upper limit|up to)\b.{0,50}?\b"
    rf"{_THINGS}\b.{{0,40}}?\b(?:return|retriev|fetch|include|show|display|list|page\b|respon|per\b)",
    r"\bpage[- ]?size\b",
    rf"\b{_THINGS} (?:\w+ed |shown )?(?:per|on (?:a|each)|in (?:a|one|each)) (?:page|request|call)\b",
    r"\b(?:size|length) of (?:the|a|each|one) (?:page|batch|result)",
    rf"\b(?:limit|restrict)s?\b(?! (?:\w+ ){{0,2}}to\b).{{0,30}}\b(?:number|amount|{_THINGS})\b",
    r"\bhow many\b.{0,40}\b(?:return|fetch|retrieve|show|list)",
    r"\b(?:return|fetch|show|retrieve) (?:only |at most |up to )?(?:the first )?(?:n|this many|so many)\b",
    r"\bmax(?:imum)? (?:page|number of|results|items|records|limit)",
)
PAGE = _pattern(
    r"\b(?:page|paging|pagination)[- ]?(?:number|num|no\.?|index|idx)\b",
    r"\b(?:number|index) of (?:the |a )?(?:results? |result set )?page\b",
    r"\b(?:which|what|specific|requested|desired|current|results?|given) page\b(?! of the (?:doc|file|site))",
    r"\bpages? of (?:the |paginated )?(?:results?|response|list|items|records|entries|collection|data)\b",
    r"\bpage to (?:be )?(?:return|fetch|retriev|get|show|load|display|request|start|view|quer)",
    r"\b(?:zero|one|0|1)[- ](?:based|indexed) page",
)
# Some count pages with it, and some items.
PAGE_OFFSET = _pattern(r"\bpages? offset\b")
# A page of a book or a file: of one thing, and not of what a list has.
PAGE_OF_A_THING = _pattern(
    r"\bpages? (?:number )?(?:of|in|from|within) (?:the|a|an|this|your|its) "
    r"(?!\w+s\b|\w+ ?(?:results?|list|set)\b"
    r"|(?:result|list|response|collection|data|dataset|output|query|search|pagination|set|table|listing|feed"
    r"|history|log|report|api|request|inventory|catalog\w*|resource|current|requested|paginated)\b)\w+"
)
PAGES_SKIPPED = _pattern(r"\b(?:number|count|amount) of pages (?:to |that are )?(?:be )?(?:skip|omit)")
OFFSET = _pattern(
    r"\bnumber of (?:\w+ ){0,4}(?:to |that (?:are|will be) )?(?:be )?(?:skip|offset|omit|ignor|pass over)",
    rf"\b(?:skip|omit)(?:s|ped)? (?:over )?(?:the )?(?:first|this many|n\b|number|{_THINGS})",
    r"\b(?:index|position|number|rank) of (?:the )?first (?:\w+ ){0,3}",
    r"\bfirst (?:result|item|record|row|entry|element|hit)\b.{0,20}(?:return|retriev|show|list|fetch|index)",
    r"\bstart(?:ing)? (?:index|position|point|offset|row|record|item)\b",
    r"\b(?:zero|one|0|1)[- ](?:based|indexed) (?:index|offset|position|row)",
    r"\boffset\b.{0,40}(?:paginat|page|list|result|return|item|record|start|collection|response|first|begin)",
    r"\bhow many (?:\w+ ){1,4}(?:to )?(?:be )?(?:skip|omit)",
    r"\b(?:row|item|record|entry|index|position) (?:from|at|with) which\b.{0,40}\b(?:begins?|starts?)\b",
    r"\b(?:start|begin)(?:s|ing)? paging\b",
    r"\bwhere (?:the \w+ )?(?:to |will |should )?(?:start|begin)",
    r"\b(?:result|document|record|pagination|paging|list|item|row)s? offset\b",
)
CURSOR = _pattern(
    r"\bcursor\b",
    r"\b(?:paginat\w+|paging|page|continuation|next|scroll|resum\w+)[- ]"
    r"(?:token|key|marker|value|id|identifier|position|string|state)\b",
    r"\bcontinuation\b",
    r"\b(?:return|giv|provid|receiv|obtain|includ|found|suppl|generat|emitt)\w*\b.{0,40}"
    r"\b(?:previous|prior|last|preceding|earlier|initial|first)\b",
    r"\b(?:previous|prior|preceding|last)\b[^.]{0,30}\b(?:response|request|call|page|answer|query|invocation|result)\b",
    r"\bnext (?:page|set|batch|chunk|portion|group|results|items|records|segment)\b",
    r"\bnext [`'\"]?\w+[`'\"]? of results\b",
    r"\bpaginat",
    r"\bplace in the list\b",
    r"\b(?:start|begin|resum|continu|list)(?:e|e?s|ed|n?ing)? (?:\w+ ){0,4}"
    r"after (?:this|the|that|a|an|which|prefix)\b",
)
# A cursor of the page before.
BACK = _pattern(
    r"\b(?:fetch|get|retriev|return|request|load)\w* (?:the )?(?:previous|preceding) (?:page|set|results)",
    r"\b(?:before|preceding) (?:this|the|which|that) (?:cursor|id|object|item|token)\b",
)
# A cursor that nobody but the server can make.
OPAQUE = _pattern(
    r"\b(?:token|opaque|encoded|continuation)\b",
    r"\b(?:return|giv|provid|receiv|obtain)\w*\b.{0,40}\b(?:previous|prior|last|preceding)\b",
    r"\bprevious (?:response|request|call|page)\b",
)
# A cursor, which is no URL.
TOKEN = _pattern(r"\b(?:cursor|token|opaque|marker|key|id|identifier|continuation)\b")
# What a cursor of the response is said to be.
NEXT = _pattern(
    r"\bnext (?:\w+ )?(?:page|set|batch|chunk|portion|group|results?|items|records|requests?|call|query)\b",
    r"\bcursor\b",
    r"\bpaginat",
    r"\bcontinuation\b",
    r"\b(?:further|subsequent|following|more|additional|remaining) "
    r"(?:pages?|results|items|records|data|entries|requests?)\b",
    r"\bto (?:get|fetch|retrieve|request|obtain|load) (?:the )?(?:next|more|further)\b",
)
ENDS = _pattern(
    r"\b(?:null|empty|absent|missing|omitted|blank|(?:not|only) (?:present|set|returned|included))\b",
    r"\bno (?:more|further|next)\b",
    r"\blast page\b",
    r"\bend of\b",
)
_THAN = r"\b(?:greater|larger|higher|lower|smaller|lesser|less|older|newer|later|earlier) than\b"
# An id before or after which a list goes on.
ITEM_ORDER = _pattern(rf"\bid\b.{{0,25}}{_THAN}.{{0,25}}\bid\b", rf"{_THAN} (?:this|the|that) id\b")
OLDER = _pattern(
    r"\b(?:older|earlier|less|lower|smaller) than\b", r"\b(?:older|earlier) (?:ones|items|results)\b"
)
ITEM = _pattern(
    r"\b(?:id|identifier|uuid|key|name)s?\b.{0,40}\b(?:last|final)\b.{0,20}\b(?:item|object|record|result|entry|resource|element|page|list|row|\w+)",
    rf"\bid\b.{{0,25}}{_THAN}",
    rf"{_THAN}.{{0,25}}\bid\b",
    r"\b(?:after|before|beyond|past|following)\b.{0,35}\b(?:id|identifier|uuid)\b",
    r"\bid\b.{0,40}\b(?:after|before) which\b",
    r"\bid (?:of the \w+ )?to (?:start|begin|list) (?:after|from|before)\b",
    r"\blast (?:seen |returned |known )?(?:item|object|record|id|entry|resource|element)\b",
)
# An id of an item, and no word of where in a list.
ITEM_ID = _pattern(
    r"\b(?:object|item|resource|record|entry|entity) id\b",
    r"\bid of (?:the|an?) (?:object|item|record|resource|entry)\b",
)
URL = _pattern(r"\b(?:url|uri|link|href|hyperlink|endpoint)\b")
LINK_HEADER = _pattern(
    r"\blinks?\b[`'\"*\]]*\s*(?:response\s+|http\s+|pagination\s+)?headers?\b",
    r"\bheaders?\b\W{0,3}`?\blink\b`?",
    r"\brfc ?(?:8288|5988)\b",
    r"\brel=\W{0,2}next\b",
)
_HEADERS_OF_ANSWERS = re.compile(r"(?i:\bresponse headers?\b)[^.;]*")
_HEADER_NAME = re.compile(r"\b[A-Z][A-Za-z\d]*(?:-[A-Z][A-Za-z\d]*)+")
# What is there and does nothing.
FUTURE = _pattern(
    r"\bdeprecated parameter\W{1,3}ignored\b",
    r"\A\W*(?:(?:this|the) (?:parameter|value|field) is )?(?:not|no longer|currently not) "
    r"(?:used|supported)\W*\Z",
    r"\A\W*(?:ignored|unused)\W*\Z",
    r"\bfor future (?:use|usage|releases?|versions?)\b",
    r"\b(?:pagination|paging) (?:is|has|was) not (?:yet |currently )?(?:been )?"
    r"(?:enabled|supported|implemented|available|used)\b",
)
PAGING = _pattern(
    r"\bpaginat",
    r"\bpaging\b",
    r"\bpaged\b",
    r"\bpages? of (?:the |its )?(?:results?|list|items|records|entries|collection|data)\b",
    r"\b(?:per|for (?:each|every))[- _]page\b",
    r"\bnext page\b",
    r"\b(?:up to|at most|no more than|(?:a )?maximum(?: of)?|the first) (?:\d[\d,]*|\w+) \w+ (?:\w+ ){0,5}"
    r"(?:in|per|with|for) (?:a|an|one|each|every|the) (?:\w+ ){0,2}(?:call|request|response|page|query)\b",
)
# Filters: points in time, and positions in something else than the list.
TIME = _pattern(
    r"\b(?:date|datetime|timestamp|epoch|unix|iso[- ]?8601|rfc ?3339|yyyy)\b",
    r"\b(?:millis\w*|seconds?|minutes?|hours?|days?|weeks?)\b",
    r"\b(?:time ?zone|utc|duration|moment|point in time|time)\b",
    r"\b(?:created|updated|modified|changed|published|occurred|happened|sent|received)\b",
)
BYTES = _pattern(
    r"\b(?:bytes?|octets?|bits?|pixels?|characters?|frames?|degrees?|letters?|lines? of)\b",
    r"\bin the (?:file|text|recording|video)\b",
)
SYNC = _pattern(r"\bsync\w*\b", r"\bdelta\b", r"\bsince (?:then|the last)\b", r"\bincremental\w*\b")
# What asks for something, and is no place in a list.
SWITCH = _pattern(
    r"\A\W*(?:(?:an?|the|optional)\s+)*boolean\b", r"\A\W*(?:set|if)\s(?:this\s|to\s)*\W*true\b"
)
# What lets a caller in.
CREDENTIAL = _pattern(r"\bapi keys?\b", r"\boauth\b", r"\b(?:access|auth\w*) (?:key|token)\b")
# What items must have.
FILTER = _pattern(
    r"\bto filter\b",
    r"\bfilter(?:s|ed|ing)? (?:\w+ )?(?:by|on)\b",
    rf"\b(?:search|look)(?:es|s|ed|ing)? (?:up )?(?:{_THINGS} )?(?:by|using|with|for)\b",
    rf"\b{_THINGS} (?:that |which )?match(?:es|ing)?\b(?! (?:is|are|to)\b)",
    r"\bmatch(?:es|ing)? (?:the |this |an? )?(?:exact |given |specified )?(?:\w+ )?"
    r"(?:id|identifier|uuid|key|name|value|criteria|pattern)\b",
)
TOTAL_PAGES = _pattern(
    r"\b(?:number|count|total|amount) of (?:\w+ )?pages\b", r"\btotal pages\b", r"\blast page\b"
)
TOTAL = _pattern(
    rf"\b(?:total|overall|full|entire|complete)\b.{{0,40}}\b(?:number|count|amount|{_THINGS})\b",
    r"\b(?:number|count|amount) of (?:all|total|available|matching|existing|found)\b",
    rf"\b(?:number|count|amount) of {_THINGS}\b.{{0,50}}"
    r"\b(?:match|exist|available|in total|all pages|overall|satisf|found)",
    r"\bwithout (?:paging|pagination|limit)\b",
)
_ON_PAGE = (
    r"\b(?:in|on|of|for) (?:this|the|each|a|current)(?: (?:current|existing))? (?:page|batch|chunk|set)\b",
    r"\bcurrent page\b",
    r"\bper page\b",
)
# A count of what is here, and not of all; what is returned may be either.
ON_PAGE = _pattern(*_ON_PAGE)
OF_PAGE = _pattern(r"\b(?:returned|retrieved|fetched)\b", r"\bmaximum (?:number|amount)\b", *_ON_PAGE)
MORE = _pattern(
    r"\b(?:more|further|additional|another|next|remaining)\b.{0,40}\b(?:page|results?|items?|records?|elements?|available|\w+s|data)\b",
    r"\bhas more\b",
)
# A flag, whatever its type.
FLAG = _pattern(r"^\W*(?:true|false|whether)\b")
DONE = _pattern(r"\b(?:last|final) page\b", r"\b(?:no more|end of|complete|exhausted|finished|done)\b")
# `name`, "name", 'name' or name=...: what prose calls a value on the wire.
NAMED = re.compile(r"[`'\"*]([\w.$@\-\[\]]{1,80})[`'\"*]|\b([\w.\-\[\]]{1,80})=")
# What is no word of any language names something without quotes, too: lastKey, next_token.
_COMPOUND = re.compile(r"\b[a-z]+(?:_[a-z0-9]+|[A-Z][a-z0-9]+)+\b")
_TAG = re.compile(r"</?[a-z][^<>]{0,300}>", re.IGNORECASE)  # its attributes name nothing on the wire
# What stands around words that are meant as words: `page`, 'page', **page**.
_UNQUOTED = dict.fromkeys(map(ord, "`'\"*"))
ZERO = _pattern(
    r"\b(?:zero|0)[- ]?(?:based?\b|paged?\b|index)",
    r"\b(?:start|begin|count|index)\w* (?:from|at|with) (?:zero|0)\b",
    r"\bfirst page is (?:zero|0)\b",
    r"\(0\.\.",
)
ONE = _pattern(
    r"\b(?:one|1)[- ]?(?:based|index)",
    r"\b(?:start|begin|count|index)\w* (?:from|at|with) (?:one|1)\b",
    r"\bfirst page is (?:one|1)\b",
)


# So much of a description is read: documents are untrusted, and nobody explains paging at greater length.
READ = 4000


def says(pattern: re.Pattern[str], *texts: str) -> bool:
    """Tell whether prose says something."""
    return any(_found(pattern, text) for text in texts if text)


@lru_cache(maxsize=4096)  # the operations of a document say many things in the same words
def _found(pattern: re.Pattern[str], text: str) -> bool:
    return pattern.search(text[:READ].translate(_UNQUOTED)) is not None


def named_in(text: str) -> Iterable[str]:
    """Return the names that prose says in quotes, before an equals sign, or as words that are none."""
    plain = _TAG.sub(" ", text[:READ])
    quoted = {quoted or bare for quoted, bare in NAMED.findall(plain)}
    return quoted if " instead" in plain else quoted | {*_COMPOUND.findall(plain)}


def headers_of_answers(text: str) -> Iterator[str]:
    """Yield the names of the headers that prose says are those of responses: `X-Cursor-Next`."""
    for told in _HEADERS_OF_ANSWERS.findall(text):
        yield from _HEADER_NAME.findall(told)
