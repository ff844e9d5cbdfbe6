"""The infer pass: the IR with everything that can be concluded from it."""

from dataclasses import replace

from generator.inference.directions import split_directions
from generator.inference.formats import infer_list_styles
from generator.inference.hierarchies import spread_subtypes
from generator.inference.pagination import infer_pagination
from generator.inference.unions import infer_discriminators
from generator.ir import Api, Evidence


def infer(api: Api) -> Api:
    """Return the API with list styles, discriminators and pagination inferred, and the evidence for each."""
    api = spread_subtypes(api)
    evidence: list[Evidence] = []
    definitions = infer_discriminators(api.definitions, evidence)
    operations = tuple(
        infer_pagination(infer_list_styles(operation, definitions, evidence), definitions, evidence)
        for operation in api.operations
    )
    inferred = replace(
        api,
        operations=operations,
        definitions=definitions,
        evidence=(*api.evidence, *dict.fromkeys(evidence)),
    )
    return split_directions(inferred)
