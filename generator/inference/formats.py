"""How lists travel where OpenAPI leaves it open and only the document's prose tells."""

import re
from collections.abc import Mapping
from dataclasses import replace

from generator.diagnostics import Location
from generator.ir import (
    Array,
    Definition,
    Evidence,
    ListStyle,
    Nullable,
    Object,
    Operation,
    Parameter,
    String,
    Type,
    Union,
)
from generator.type_tree import deref, fields_of, variants_of, without_null

COMMA_WORDS = re.compile(r"comma[- ]?(?:separated|delimited|joined)", re.IGNORECASE)
# An example URL in prose: `filter[status]=ACTIVE,CLOSED`. A name is only looked for where a word begins:
# a word of a megabyte would else be read again from each of its letters.
COMMA_EXAMPLE = re.compile(r"(?<![\w.-])[\w.-]+(?:\[[\w.-]+\])+=[\w.-]+(?:,|%2C)[\w.-]+", re.IGNORECASE)
BRACKETS_EXAMPLE = re.compile(r"(?<![\w.-])[\w.-]+(?:\[[\w.-]+\])*\[\]=", re.IGNORECASE)
# What prose says of lists inside `deepObject`, and the words for it, the plainest first.
TOLD_STYLES: tuple[tuple[re.Pattern[str], ListStyle, str], ...] = (
    (COMMA_WORDS, "comma", "joined by commas"),
    (COMMA_EXAMPLE, "comma", "joined by commas"),
    (BRACKETS_EXAMPLE, "brackets", "repeated under name[]"),
)
EXCERPT = 60


def infer_list_styles(
    operation: Operation, definitions: Mapping[Location, Definition], evidence: list[Evidence]
) -> Operation:
    """Return the operation with the list style of each parameter that only prose tells."""
    parameters = tuple(_infer(item, operation, definitions, evidence) for item in operation.parameters)
    return replace(operation, parameters=parameters)


def _infer(
    parameter: Parameter,
    operation: Operation,
    definitions: Mapping[Location, Definition],
    evidence: list[Evidence],
) -> Parameter:
    if parameter.where != "query":
        return parameter
    type_ = without_null(deref(parameter.type, definitions))
    if parameter.style == "deepObject" and parameter.lists is None and _may_be_list(type_, definitions):
        return replace(parameter, lists="indices")
    if parameter.style == "deepObject" and isinstance(type_, Object):
        return _infer_deep(parameter, type_, operation, definitions, evidence)
    if isinstance(type_, String) and COMMA_WORDS.search(parameter.description):
        return _infer_text(parameter, operation, evidence)
    return parameter


def _may_be_list(type_: Type, definitions: Mapping[Location, Definition]) -> bool:
    """Whether the whole of a parameter may be a list, for which `deepObject` has no form of its own."""
    return any(isinstance(variant, Array) for variant in variants_of(type_, definitions))


def _infer_deep(
    parameter: Parameter,
    type_: Object,
    operation: Operation,
    definitions: Mapping[Location, Definition],
    evidence: list[Evidence],
) -> Parameter:
    fields = fields_of(type_, definitions)
    listed = [item for item in fields if isinstance(without_null(deref(item.type, definitions)), Array)]
    if not listed or parameter.lists is not None:
        return parameter
    prose = [parameter.description, *(item.description for item in listed)]
    for pattern, style, words in TOLD_STYLES:
        for text in prose:
            found = pattern.search(text)
            if found is not None:
                conclusion = f"lists inside '{parameter.name}' are {words}"
                evidence.append(_evidence(operation, conclusion, text, found))
                return replace(parameter, lists=style)
    return parameter


def _infer_text(parameter: Parameter, operation: Operation, evidence: list[Evidence]) -> Parameter:
    """Return a text parameter that also takes a list, because its prose says that it holds one."""
    found = COMMA_WORDS.search(parameter.description)
    assert found is not None
    conclusion = f"'{parameter.name}' also takes a list, joined by commas"
    evidence.append(_evidence(operation, conclusion, parameter.description, found))
    inner = Union((String(), Array(String())))
    type_: Type = Nullable(inner) if isinstance(parameter.type, Nullable) else inner
    return replace(parameter, type=type_, style="form", explode=False)


def _evidence(operation: Operation, conclusion: str, text: str, found: re.Match[str]) -> Evidence:
    start = max(0, found.start() - EXCERPT)
    end = min(len(text), found.end() + EXCERPT)
    excerpt = " ".join(text[start:end].split())
    return Evidence(
        subject=operation.location,
        topic="lists",
        conclusion=conclusion,
        because=f"the description says: ...{excerpt}...",
    )
