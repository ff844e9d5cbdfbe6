"""JSONPath queries (RFC 9535), answered within limits: overlays are written by others, as documents are."""

import re
import time
from collections.abc import Iterable
from functools import lru_cache
from importlib import import_module
from typing import Any, Final

from iregexp_check import check
from jsonpath_rfc9535 import JSONPathEnvironment, JSONPathError, JSONPathNode, JSONPathQuery
from jsonpath_rfc9535.function_extensions import ExpressionType, FilterFunction
from jsonpath_rfc9535.parse import Parser
from jsonpath_rfc9535.segments import (
    JSONPathChildSegment,
    JSONPathRecursiveDescentSegment,
    JSONPathSegment,
)
from jsonpath_rfc9535.tokens import TokenStream

# Not an import statement: it says nothing of its types. The library matches with it, for it knows Unicode's
# properties; and it can be told when to stop.
_REGEX: Any = import_module("regex")
# Of a pattern (I-Regexp, RFC 9485) an escaped character, a class, or a dot, which is any character of a line.
_PART = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]?|(\.)", re.DOTALL)
_MAX_QUERY: Final = 10_000
# The library checks patterns by recursion outside of Python, where nothing stops it.
_MAX_PATTERN: Final = 1_000
_MAX_GROUPS: Final = 100
_PATTERN_SECONDS: Final = 1.0  # for one text
_STEPS_PER_LOOK: Final = 1_000  # at the clock


class TooMuchError(Exception):
    """The overlays take more than they may.

    Attributes:
        message: what is too much, a sentence.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class BadQueryError(Exception):
    """A query is not JSONPath, or cannot be answered.

    Attributes:
        message: why, the second half of a sentence.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Budget:
    """What the overlays of a document may take: time, and nodes that they add to it."""

    def __init__(self, *, seconds: float, nodes: int) -> None:
        self._seconds = seconds
        self._nodes = nodes
        self._end = time.monotonic() + seconds
        self._steps = 0
        self._added = 0

    def step(self, count: int = 1) -> None:
        """Take so many steps.

        Raises:
            TooMuchError: where the time is over.
        """
        self._steps += count
        if self._steps >= _STEPS_PER_LOOK:
            self._steps = 0
            self.left()

    def left(self) -> float:
        """Return how many seconds are left; errors as in `step`."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TooMuchError(f"the overlays take more than {self._seconds:g} s")
        return left

    def add(self, count: int) -> None:
        """Add so many nodes to the document.

        Raises:
            TooMuchError: where that is too many.
        """
        self._added += count
        if self._added > self._nodes:
            raise TooMuchError(f"the overlays add more than {self._nodes:,} nodes to the document")

    @property
    def room(self) -> int:
        """How many nodes may still be added."""
        return self._nodes - self._added


class Queries:
    """Compiles queries, and answers them out of a budget."""

    def __init__(self, budget: Budget) -> None:
        self._environment = _Environment(budget)

    def compile(self, text: str) -> JSONPathQuery:
        """Return a query, ready to be answered.

        Raises:
            BadQueryError: where it is none.
        """
        if len(text) > _MAX_QUERY:
            raise BadQueryError(f"it is longer than {_MAX_QUERY:,} characters")
        try:
            return self._environment.compile(text)
        except JSONPathError as problem:
            raise BadQueryError(str(problem.args[0])) from None
        except RecursionError:
            raise BadQueryError("it is nested too deeply") from None
        except (ValueError, OverflowError):
            raise BadQueryError("a number in it is too long") from None


def locations(query: JSONPathQuery, data: Any) -> list[tuple[str | int, ...]]:
    """Return where the nodes are that a query selects, each once.

    Raises:
        BadQueryError: where it cannot be answered.
        TooMuchError: where that takes too long.
    """
    try:
        return list(dict.fromkeys(node.location for node in query.finditer(data)))
    except JSONPathError as problem:
        raise BadQueryError(str(problem.args[0])) from None
    except RecursionError:
        raise BadQueryError("it leads too deep") from None


# --- the library's parts, each with a budget ---


class _Environment(JSONPathEnvironment):
    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self.parser_class = _Parser
        super().__init__()

    def setup_function_extensions(self) -> None:
        super().setup_function_extensions()
        self.function_extensions["match"] = _Pattern(self.budget, is_whole=True)
        self.function_extensions["search"] = _Pattern(self.budget, is_whole=False)


class _Parser(Parser):
    """Makes segments that count what they select, in the queries of filters too."""

    env: _Environment

    def parse_query(self, stream: TokenStream, *, in_filter: bool = False) -> Iterable[JSONPathSegment]:
        for segment in super().parse_query(stream, in_filter=in_filter):
            is_descent = isinstance(segment, JSONPathRecursiveDescentSegment)
            kind = _Descent if is_descent else _Children
            yield kind(self.env.budget, segment, in_filter=in_filter)


class _Children(JSONPathChildSegment):
    __slots__ = ("_budget", "_in_filter")

    def __init__(self, budget: Budget, segment: JSONPathSegment, *, in_filter: bool) -> None:
        super().__init__(env=segment.env, token=segment.token, selectors=segment.selectors)
        self._budget = budget
        self._in_filter = in_filter

    def resolve(self, nodes: Iterable[JSONPathNode]) -> Iterable[JSONPathNode]:
        return _counted(super().resolve(nodes), self._budget, in_filter=self._in_filter)


class _Descent(JSONPathRecursiveDescentSegment):
    __slots__ = ("_budget", "_in_filter")

    def __init__(self, budget: Budget, segment: JSONPathSegment, *, in_filter: bool) -> None:
        super().__init__(env=segment.env, token=segment.token, selectors=segment.selectors)
        self._budget = budget
        self._in_filter = in_filter

    def resolve(self, nodes: Iterable[JSONPathNode]) -> Iterable[JSONPathNode]:
        return _counted(super().resolve(nodes), self._budget, in_filter=self._in_filter)

    def _visit(self, node: JSONPathNode, depth: int = 1) -> Iterable[JSONPathNode]:
        self._budget.step()
        return super()._visit(node, depth)


def _counted(nodes: Iterable[JSONPathNode], budget: Budget, *, in_filter: bool) -> Iterable[JSONPathNode]:
    """Yield nodes, each step out of a budget.

    A node that a target selects several times comes once, and so does what is below it. In filters all are
    counted, as `count` wants it.
    """
    seen: set[tuple[str | int, ...]] = set()
    for node in nodes:
        budget.step()
        if in_filter or node.location not in seen:
            seen.add(node.location)
            yield node


class _Pattern(FilterFunction):
    """The functions `match` and `search` (RFC 9535, 2.4.6 and 2.4.7)."""

    def __init__(self, budget: Budget, *, is_whole: bool) -> None:
        self._budget = budget
        self._is_whole = is_whole

    @property
    def arg_types(self) -> list[ExpressionType]:
        return [ExpressionType.VALUE, ExpressionType.VALUE]

    @property
    def return_type(self) -> ExpressionType:
        return ExpressionType.LOGICAL

    def __call__(self, text: object, pattern: object) -> bool:
        compiled = _compiled(pattern) if isinstance(text, str) and isinstance(pattern, str) else None
        if compiled is None:
            return False
        self._budget.step()
        find = compiled.fullmatch if self._is_whole else compiled.search
        try:
            return find(text, timeout=_PATTERN_SECONDS) is not None
        except TimeoutError:
            raise TooMuchError(f"a pattern of a query takes more than {_PATTERN_SECONDS:g} s") from None


@lru_cache
def _compiled(pattern: str) -> Any:
    """Return a pattern as the library for it has it; None where it is no I-Regexp: nothing fits it.

    Raises:
        TooMuchError: where it is too large.
    """
    if len(pattern) > _MAX_PATTERN or pattern.count("(") > _MAX_GROUPS:
        message = f"a pattern of a query has more than {_MAX_PATTERN:,} characters or {_MAX_GROUPS} groups"
        raise TooMuchError(message)
    if not check(pattern):
        return None
    spelled = _PART.sub(lambda found: r"[^\n\r]" if found[1] else found[0], pattern)
    try:
        return _REGEX.compile(spelled)
    except _REGEX.error:  # the check lets a few pass
        return None
