"""Documents compared as `oasmith diff` does, without files: the new one keeps the names of the old one."""

from dataclasses import dataclass
from typing import Any

from generator.config import ClientConfig
from generator.contract.committed import Before, committed
from generator.contract.compare import compare
from generator.contract.records import Change, Contract
from generator.contract.state import contract_of
from generator.inference.client_parameters import choose_client_parameters
from generator.inference.infer import infer
from generator.ir import Api
from generator.lowering.api import lower
from generator.python.naming import Names, name
from generator.python.plan import Plan, plan
from generator.reading.document import parse
from generator.reading.references import References
from generator.writing.contents import describe

NAME = "t.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A document and everything that is made of it before it is printed."""

    api: Api
    names: Names
    plan: Plan
    manifest: dict[str, Any]
    contract: Contract


def made(source: str | bytes, *, config: ClientConfig | None = None, before: Made | None = None) -> Made:
    """Return what a document makes, beside a package whose names are kept."""
    config = config or ClientConfig(document=NAME, package="t", resources="tags")
    if isinstance(source, str):
        head = "" if "openapi:" in source else "openapi: 3.1.1\ninfo: {title: T, version: '1'}\n"
        source = (head + source).encode()
    known = None if before is None else Before(manifest=before.manifest, contract=before.contract)
    lowered = lower(References(parse(source, NAME)))
    former = committed(known, NAME, lowered.operations)
    api = infer(lowered, former.models)
    api = choose_client_parameters(api, config, former.client_parameters)
    names = name(api, config, former)
    planned = plan(api, names, config)
    return Made(
        api=api,
        names=names,
        plan=planned,
        manifest=describe(api, names, planned),
        contract=contract_of(api, names, planned),
    )


def changes_of(old: str, new: str) -> tuple[Change, ...]:
    """Return what changed from one document to another."""
    before = made(old)
    return compare(before.contract, made(new, before=before).contract)
