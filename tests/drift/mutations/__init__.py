"""Every kind of change, in the order in which documents share them."""

from tests.drift.mutations import (
    answers,
    bodies,
    documents,
    operations,
    parameters,
    properties,
    responses,
    unions,
    unseen,
)
from tests.drift.mutations.kinds import Kind

KINDS: tuple[Kind, ...] = (
    *parameters.KINDS,
    *properties.KINDS,
    *unions.KINDS,
    *bodies.KINDS,
    *responses.KINDS,
    *operations.KINDS,
    *documents.KINDS,
    *unseen.KINDS,
    *answers.KINDS,
)
