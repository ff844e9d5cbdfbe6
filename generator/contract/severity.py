"""How severe each rule's changes are, by the direction in which what changed travels, and why."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.contract.records import Aspect, Direction, Severity

ALL = "all"
"""Stands for everything that is printed of an operation or a model."""

_B: Severity = "breaking"
_C: Severity = "compatible"


class Rule(NamedTuple):
    """What is said of the changes of one kind.

    Attributes:
        aspect: what they are about.
        request: how severe they are where what changed is sent.
        response: how severe they are where it is received; what goes both ways has the worse of the two.
        reason: why.
    """

    aspect: Aspect
    request: Severity
    response: Severity
    reason: str


def _always(aspect: Aspect, severity: Severity, reason: str) -> Rule:
    return Rule(aspect, severity, severity, reason)


_GONE = "code that names it no longer runs"
_NEW = "nobody uses it yet"
_SENT = "the server is sent something else"
_REFUSED = "calls without it are refused"
_NOT_OF_ITSELF = "requests have it no longer of themselves"
_ANY_CASE = "servers and clients read the names of headers in any case"
_TOLD = "only its documentation says so"
_WIDER_OR_NARROWER: Mapping[str, Rule] = {
    "type-changed": _always("source", _B, "what was right of the old type is not of the new one"),
    "type-widened": Rule(
        "source", _C, _B, "senders may go on; receivers meet values that they do not expect"
    ),
    "type-narrowed": Rule(
        "source", _B, _C, "what was sent may be refused; receivers get less than they expect"
    ),
    "type-extended": Rule(
        "source", _C, _C, "enums and unions are open: receivers have to expect more than is told"
    ),
    "type-items-changed": _always(
        "source", _B, "type checkers take a list or a map for none of other items, be they more or less"
    ),
    "type-items-extended": Rule(
        "source",
        _B,
        _C,
        "type checkers take a list for none of more; receivers have to expect more than is told",
    ),
    "type-named": _always("source", _C, "it is the same type by another name"),
    "type-reordered": Rule("wire", _C, _B, "values that fit several variants are read as another one"),
    "limits-changed": _always("wire", _B, "values that were allowed are not any more, and others are"),
    "limits-widened": Rule(
        "wire", _C, _B, "senders may go on; receivers meet values that they do not expect"
    ),
    "limits-narrowed": Rule(
        "wire", _B, _C, "what was sent may be refused; receivers get less than they expect"
    ),
    "default-changed": _always("behaviour", _C, "the server assumes something else where nothing is sent"),
    "deprecated": _always("source", _C, "it works on, and type checkers tell"),
    "no-longer-deprecated": _always("source", _C, _TOLD),
}
_SUBJECTS = ("parameter", "field", "body", "response", "header", "model", "webhook")

RULES: Mapping[str, Rule] = {
    **{f"{subject}-{name}": rule for subject in _SUBJECTS for name, rule in _WIDER_OR_NARROWER.items()},
    # the client
    "client-renamed": _always("source", _B, _GONE),
    "client-parameter-added": _always("source", _C, _NEW),
    "client-parameter-removed": _always("source", _B, _GONE),
    "client-parameter-renamed": _always("source", _B, "the client's argument has another name"),
    "credential-added": _always("source", _C, _NEW),
    "credential-removed": _always("source", _B, _GONE),
    "credential-renamed": _always("source", _B, "the client's argument has another name"),
    "credential-changed": _always("wire", _B, "the credential travels otherwise, and has to be another one"),
    "credential-spelled": _always("wire", _C, _ANY_CASE),
    "credential-variable-changed": _always("behaviour", _B, "the credential is read from another variable"),
    "credential-tokens-added": _always("source", _C, _NEW),
    "credential-tokens-changed": _always("wire", _B, "tokens are asked for elsewhere"),
    "undocumented-credentials-changed": _always("wire", _B, _SENT),
    "undocumented-credentials-extended": _always("wire", _C, "one more way to be let in"),
    "server-added": _always("source", _C, _NEW),
    "server-removed": _always("source", _B, "code that chooses it no longer runs"),
    "server-extended": _always("source", _C, _NEW),
    "server-changed": _always("wire", _B, "calls go elsewhere"),
    "server-spelled": _always("wire", _C, "the same is requested"),
    "server-argument-added": _always("source", _C, _NEW),
    "server-argument-removed": _always("source", _B, _GONE),
    "http-library-changed": _always(
        "source", _B, "what is given to the client as its HTTP client is another class"
    ),
    "setting-sent-changed": _always("wire", _B, _SENT),
    "setting-variable-added": _always("behaviour", _C, _NEW),
    "setting-variable-changed": _always("behaviour", _B, "it is read from another variable"),
    "setting-changed": _always("behaviour", _C, "calls are tried again and waited for otherwise"),
    "public-added": _always("source", _C, _NEW),
    "public-removed": _always("source", _B, _GONE),
    # operations
    "call-added": _always("source", _C, _NEW),
    "call-removed": _always("source", _B, _GONE),
    "call-changed": _always("wire", _B, _SENT),
    "operation-added": _always("source", _C, _NEW),
    "operation-removed": _always("source", _B, _GONE),
    "operation-renamed": _always("source", _B, "code that calls it by its old name no longer runs"),
    "operation-deprecated": _always("source", _C, "it works on, and type checkers tell"),
    "operation-no-longer-deprecated": _always("source", _C, _TOLD),
    "method-changed": _always("wire", _B, _SENT),
    "path-changed": _always("wire", _B, _SENT),
    "operation-server-changed": _always("wire", _B, "calls go elsewhere"),
    "security-added": _always("wire", _C, "one more way to be let in"),
    "security-removed": _always("wire", _B, "credentials that were enough are not any more"),
    "security-reordered": _always("wire", _B, _SENT),
    "security-required": _always("wire", _B, "calls without credentials are refused"),
    "security-not-required": _always("wire", _C, "calls without credentials are let in"),
    "pagination-added": _always("source", _B, "the call gives pages and no answer as a whole"),
    "pagination-removed": _always("source", _B, "the call gives no pages any more"),
    "pagination-changed": _always("behaviour", _C, "the pages are asked for otherwise, with the same code"),
    "polling-changed": _always("behaviour", _C, "it is waited for otherwise, with the same code"),
    "stream-added": _always("source", _C, _NEW),
    "stream-removed": _always("source", _B, _GONE),
    "stream-renamed": _always("source", _B, _GONE),
    "returns-changed": _always("source", _B, "what the call gives is of another type"),
    "returns-narrowed": _always("source", _C, "what the call gives is one of the types that it was"),
    "signature-changed": _always("source", _B, "what the call takes or gives is written otherwise"),
    "record-changed": _always("wire", _B, "what is sent or read is told otherwise"),
    # parameters
    "parameter-added": _always("source", _C, "calls go on without it"),
    "parameter-added-required": _always("source", _B, _REFUSED),
    "parameter-removed": _always("source", _B, _GONE),
    "parameter-required": _always("source", _B, _REFUSED),
    "parameter-no-constant": _always("source", _B, _NOT_OF_ITSELF),
    "parameter-optional": _always("source", _C, "calls go on with it"),
    "parameter-shared": _always("source", _C, "calls that give it go on"),
    "parameter-not-shared": _always("wire", _B, "what the client is given for it is no longer sent"),
    "parameter-moved": _always("wire", _B, _SENT),
    "parameter-renamed": _always("wire", _C, "the place in the path is the same, and the argument too"),
    "parameter-wire-name-changed": _always("wire", _B, f"{_SENT}, for the same argument"),
    "parameter-spelled": _always("wire", _C, _ANY_CASE),
    "parameter-style-changed": _always("wire", _B, _SENT),
    "parameter-explode-changed": _always("wire", _B, _SENT),
    "parameter-explode-told": _always("wire", _C, "a single value is written the same way"),
    "parameter-encoding-changed": _always("wire", _B, _SENT),
    "argument-renamed": _always("source", _B, "code that names it no longer runs"),
    "argument-added": _always("source", _C, "calls go on without it"),
    "argument-added-required": _always("source", _B, _REFUSED),
    "argument-removed": _always("source", _B, _GONE),
    "argument-required": _always("source", _B, _REFUSED),
    "argument-optional": _always("source", _C, "calls go on with it"),
    "argument-moved": _always("source", _B, "calls that give it by its position no longer run"),
    "argument-positioned": _always("source", _C, "calls that give it by its name go on"),
    # bodies
    "body-added": _always("source", _C, "calls go on without it"),
    "body-added-required": _always("source", _B, _REFUSED),
    "body-removed": _always("source", _B, _GONE),
    "body-required": _always("wire", _B, _REFUSED),
    "body-optional": _always("wire", _C, "calls go on with it"),
    "body-form-changed": _always("wire", _B, _SENT),
    "body-media-type-added": _always("source", _C, _NEW),
    "body-media-type-spelled": _always("wire", _C, "what is sent is the same, and is said to be"),
    "body-media-type-removed": _always("wire", _B, "what was sent is not understood any more"),
    "body-encoding-changed": _always("wire", _B, _SENT),
    # responses
    "response-added": _always("source", _C, "the call gives the types that it gave"),
    "response-removed": _always("source", _C, "the call gives no type that it did not give"),
    "response-media-type-added": _always("source", _C, _NEW),
    "response-media-type-spelled": _always("wire", _C, "what it holds is read the same way"),
    "response-media-type-removed": _always("wire", _B, "the answer comes in another form"),
    "header-added": _always("source", _C, _NEW),
    "header-removed": _always("source", _B, "code that reads it finds nothing"),
    "header-spelled": _always("source", _B, "results have it by its name as it is written"),
    "header-required": _always("source", _C, "only its documentation says so"),
    # webhooks
    "webhook-added": _always("source", _C, _NEW),
    "webhook-removed": _always("source", _B, _GONE),
    "webhook-event-added": _always("wire", _C, "what has no function may always arrive"),
    "webhook-event-removed": _always("wire", _B, "webhooks of it are read as unknown ones"),
    "webhook-event-changed": _always("wire", _B, "webhooks of it are read as something else"),
    "webhook-sign-changed": _always("wire", _B, "something else tells which webhook one is"),
    "webhook-method-changed": _always("wire", _B, "what receives it takes another method"),
    "webhook-parameter-added": _always("wire", _C, "receivers get more"),
    "webhook-parameter-removed": _always("wire", _B, "receivers may miss it"),
    "webhook-media-type-added": _always("wire", _B, "what arrives may be in another form"),
    "webhook-media-type-removed": _always("wire", _C, "what arrives is in a form that is known"),
    # models
    "model-added": _always("source", _C, _NEW),
    "model-removed": _always("source", _B, _GONE),
    "model-renamed": _always("source", _B, "code that imports it by its old name no longer runs"),
    "model-moved": _always("source", _B, "code that imports it from its old module no longer runs"),
    "model-kind-changed": _always("source", _B, "it is used otherwise"),
    "model-surface-changed": _always("source", _B, "it is written otherwise"),
    "model-sent": _always("source", _C, _NEW),
    "model-not-sent": _always("source", _B, "the type of what may be given in its place is gone"),
    "base-added": _always("source", _C, "it is what it was, and more"),
    "base-changed": _always("source", _B, "it is no longer what its old base is"),
    "field-added": _always("source", _C, "code goes on without it"),
    "field-added-required": Rule("source", _B, _C, "requests without it are refused; receivers get more"),
    "field-removed": _always("source", _B, _GONE),
    "field-required": Rule("source", _B, _C, "requests without it are refused; receivers get more"),
    "field-optional": Rule("source", _C, _B, "requests go on with it; receivers may miss it"),
    "field-no-constant": _always("source", _B, _NOT_OF_ITSELF),
    "field-renamed": _always("source", _B, "code that names it no longer runs"),
    "field-wire-name-changed": _always(
        "wire", _B, "it travels by another name, and has the same one in code"
    ),
    "field-not-sent": _always("source", _B, "it is no part of requests any more"),
    "field-sent": _always("source", _C, "it may be part of requests"),
    "field-not-received": _always("source", _B, "it is no part of answers any more"),
    "field-received": _always("source", _C, "it may be part of answers"),
    "extra-changed": _always("source", _B, "further properties are of another type"),
    "extra-widened": Rule(
        "source", _C, _B, "senders may go on; receivers meet values that they do not expect"
    ),
    "extra-narrowed": _always(
        "source", _B, "what was sent may be refused; type checkers take a map for none of other values"
    ),
    "extra-extended": _always("source", _C, "enums and unions are open"),
    "enum-closed": Rule("source", _B, _C, "no other value passes a type checker any more"),
    "enum-opened": _always("source", _C, "what was taken still is"),
    "enum-value-added": _always("source", _C, "enums are open: any other value was taken and kept before"),
    "enum-value-removed": _always("source", _B, "the member is gone, and the server may refuse its value"),
    "enum-member-renamed": _always("source", _B, "code that names the member no longer runs"),
    "variant-added": _always("source", _C, "unions are open: any other value was taken and kept before"),
    "variant-removed": Rule(
        "source", _B, _C, "what was sent may be refused; receivers get less than they expect"
    ),
    "discriminator-changed": _always("wire", _B, "another property tells what a value is"),
    "discriminator-value-added": _always(
        "wire", _C, "unions are open: any other value was taken and kept before"
    ),
    "discriminator-value-removed": _always("wire", _B, "values of it are not understood any more"),
    "discriminator-value-changed": _always("wire", _B, "values of it are something else"),
}
# What compatible changes print otherwise, by what they are of: of methods what they take and give, of records
# the parts that `surface.py` tells apart (`OWN`: the one that the change is in), of models the whole.
_OWN = "own"
_PRINTED: Mapping[str, frozenset[str]] = {
    "argument": frozenset({"taken"}),
    "parameter": frozenset({"taken", _OWN}),
    "body": frozenset({"taken", _OWN}),
    "security": frozenset({"security"}),
    "server": frozenset({"servers"}),
    "response": frozenset({"given", "accept", _OWN}),
    "returns": frozenset({"given"}),
    "header": frozenset({_OWN}),
    "call": frozenset({"taken", "given", "request", "poll"}),
    "stream": frozenset({"taken", "given", "accept", "responses"}),
    "pagination": frozenset({"given", "pages"}),
    "polling": frozenset({"taken", "poll"}),
    **dict.fromkeys(
        ("model", "base", "field", "extra", "enum", "variant", "discriminator"), frozenset({"model"})
    ),
}
# What is printed nowhere, but of parameters; and what is deprecated has overloads of its own.
_UNPRINTED = ("limits", "default", "deprecated", "no-longer-deprecated")


def severity_of(rule: Rule, direction: Direction) -> Severity:
    """Return how severe a rule's changes are; what is told of neither direction may go both ways."""
    severities = {"request": {rule.request}, "response": {rule.response}}.get(
        direction, {rule.request, rule.response}
    )
    return _B if _B in severities else _C


def explained_by(rule: str, severity: Severity, own: str) -> frozenset[str]:
    """Return what a rule's change prints otherwise; beside a breaking one no more has to be known.

    Args:
        rule: its id.
        severity: how severe it is.
        own: the part of an operation's record that it is in; empty where it is in none.
    """
    subject, _, rest = rule.partition("-")
    if severity == _B:
        return frozenset({ALL})
    if subject != "parameter" and rest.startswith(_UNPRINTED):
        return frozenset({"taken"}) if rest.endswith("deprecated") else frozenset()
    printed = _PRINTED.get(subject, frozenset())
    if rule == "parameter-renamed":  # in the path, whose template has its name
        printed |= {"request"}
    return frozenset(own if part == _OWN else part for part in printed if part != _OWN or own)
