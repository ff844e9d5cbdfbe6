"""Requests against the document, by jsonschema and the standard library's parsers of URLs and of parts.

What this cannot see:

- constraints on single values (`pattern`, `minimum`, `format`, ...): samples know types only;
- whether exactly one variant of a `oneOf` fits: without those constraints several do, so one is enough; and
  where variants differ only in which properties they require, none has to;
- `unevaluatedProperties`, `contains`, `propertyNames`;
- how values of parameters are styled, beyond that they are there: `tests/runtime/test_styles.py` sees that;
- the types of the values in forms and of the parts of multipart bodies.

`nullable` counts whatever the version of OpenAPI, a readOnly property is required in responses only, and a
reference in the place of properties is followed.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from email.parser import BytesParser
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, best_match
from jsonschema.validators import create

from tests.corpus.raw import Raw, RawOperation

UNSEEN = (
    *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength"),
    *("pattern", "format", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties"),
    *("unevaluatedProperties", "unevaluatedItems", "contains", "propertyNames"),
)
ONLY_REQUIRES = {"required", "type", "not", "title", "description"}
SHOWN = 3

Check = Callable[[Any, Any, Any, Any], Iterator[ValidationError] | None]


@dataclass
class Requests:
    """Knows what requests a document allows; `base_url` is the server that the client was given."""

    raw: Raw
    base_url: str
    validator: Any = None

    def __post_init__(self) -> None:
        known: dict[str, Check] = dict(Draft202012Validator.VALIDATORS)
        self._any_of, self._properties = known["anyOf"], known["properties"]
        known |= {"anyOf": self._variants, "oneOf": self._variants, "required": self._required}
        known |= {"$ref": self._reference, "properties": self._followed}
        checks = {key: _unless_null(check) for key, check in known.items() if key not in UNSEEN}
        self.validator = create({}, checks, type_checker=Draft202012Validator.TYPE_CHECKER)

    def faults(self, operation: RawOperation, request: Any, given: "Given") -> Iterator[str]:
        """What is wrong with a request that was made with these arguments."""
        parts = urlsplit(request.url)
        if request.method != operation.method:
            yield f"the method is {request.method}"
        if not request.url.startswith(self.base_url):
            yield f"the server is not {self.base_url}, but that of {request.url}"
        base = urlsplit(self.base_url).path
        yield from _path_faults(operation.path, parts.path.removeprefix(base), given.path)
        if parts.fragment:
            yield f"the URL has the fragment {parts.fragment!r}"
        query = [name for name, _ in parse_qsl(parts.query, keep_blank_values=True)]
        for name in given.query:
            if not any(key == name or key.startswith((f"{name}[", f"{name}.")) for key in query):
                yield f"the query parameter {name!r} is missing in {parts.query!r}"
        for name in given.headers:
            if name not in request.headers:
                yield f"the header {name!r} is missing"
        for name in given.cookies:
            if not re.search(rf"(^|; ){re.escape(name)}=", request.headers.get("cookie", "")):
                yield f"the cookie {name!r} is missing"
        yield from self._body_faults(operation, request, given)

    def _body_faults(self, operation: RawOperation, request: Any, given: "Given") -> Iterator[str]:
        body = self.raw.follow(operation.node.get("requestBody")) or {}
        contents = body.get("content") or {}
        if request.content is None:
            if body.get("required"):
                yield "the body is missing"
            return
        sent = request.headers.get("content-type", "")
        same = [contents[key] for key in contents if _essence(key) == _essence(sent)]
        content = contents.get(sent, same[0] if same else None)
        if content is None:
            if contents and not any("*" in key for key in contents):
                yield f"the body is sent as {sent}; the document has {', '.join(contents)}"
            return
        schema = self.raw.follow(content).get("schema", {})
        if _essence(sent).endswith(("/json", "+json")):
            yield from self._schema_faults(schema, json.loads(request.content))
        elif _essence(sent) == "application/x-www-form-urlencoded":
            names = {name for name, _ in parse_qsl(request.content.decode(), keep_blank_values=True)}
            yield from _name_faults(names, given.fields)
        elif _essence(sent) == "multipart/form-data":
            names = _part_names(sent, request.content)
            yield from _name_faults(names | self._spread(content, names), given.fields)

    def _spread(self, content: Any, names: set[str]) -> set[str]:
        """The properties of a form whose own properties are parts (OAS 3.1.1, 4.8.15.1.2)."""
        encodings = self.raw.follow(content).get("encoding") or {}
        properties = self.raw.follow(self.raw.follow(content).get("schema", {})).get("properties", {})
        return {
            name
            for name, encoding in encodings.items()
            if encoding.get("style") == "form"
            and encoding.get("explode") is not False
            and names & self.raw.follow(properties.get(name, {})).get("properties", {}).keys()
        }

    def _schema_faults(self, schema: Any, data: Any) -> Iterator[str]:
        faults = list(self.validator(schema).iter_errors(data))
        for fault in [best_match([fault]) or fault for fault in faults[:SHOWN]]:
            schema_path = "/".join(str(key) for key in list(fault.absolute_schema_path)[-4:])
            yield f"the body at {fault.json_path}: {fault.message[:300]} (.../{schema_path})"

    def _reference(
        self, validator: Any, reference: str, instance: Any, _schema: Any
    ) -> Iterator[ValidationError]:
        yield from validator.descend(instance, self.raw.at(reference))

    def _followed(
        self, validator: Any, properties: Any, instance: Any, schema: Any
    ) -> Iterator[ValidationError]:
        yield from self._properties(validator, self.raw.follow(properties), instance, schema) or ()

    def _variants(
        self, validator: Any, variants: Any, instance: Any, schema: Any
    ) -> Iterator[ValidationError]:
        if not all(set(variant) <= ONLY_REQUIRES and "required" in variant for variant in variants):
            yield from self._any_of(validator, variants, instance, schema) or ()

    def _required(self, _validator: Any, names: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
        properties = self.raw.follow(schema.get("properties", {}))
        for name in names if isinstance(instance, Mapping) else ():
            if name not in instance and not self._is_read_only(properties.get(name)):
                yield ValidationError(f"{name!r} is a required property")

    def _is_read_only(self, schema: Any) -> bool:
        return isinstance(schema, Mapping) and (
            schema.get("readOnly") is True
            or ("$ref" in schema and self._is_read_only(self.raw.follow(schema)))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a call was made with: path parameters with values, the names of others and of a form's fields."""

    path: Mapping[str, Any]
    query: tuple[str, ...]
    headers: tuple[str, ...]
    cookies: tuple[str, ...]
    fields: tuple[str, ...]


def _path_faults(template: str, path: str, given: Mapping[str, Any]) -> Iterator[str]:
    names = re.findall(r"\{([^{}]+)\}", template)
    texts = re.split(r"\{[^{}]+\}", template.partition("?")[0].partition("#")[0])
    # RFC 3986, 3.3: what a path cannot have as it is; documents have it all the same.
    sent = (quote(text, safe="/%:@!$&'()*+,;=") for text in texts)
    match = re.fullmatch("([^/]*)".join(map(re.escape, sent)), path)
    if match is None:
        yield f"the path is {path}"
        return
    for name, text in zip(names, match.groups(), strict=False):
        value = given.get(name)
        if not text or (isinstance(value, str) and value not in unquote(text)):
            yield f"the path has {text!r} for {name}={value!r}"


def _name_faults(names: set[str], given: tuple[str, ...]) -> Iterator[str]:
    heads = {name.partition("[")[0] for name in names}
    for name in given:
        if name not in names and name not in heads:
            yield f"the body has no {name!r}, but {', '.join(sorted(names))}"


def _part_names(content_type: str, content: bytes) -> set[str]:
    message = BytesParser().parsebytes(f"Content-Type: {content_type}\r\n\r\n".encode() + content)
    parts = message.get_payload() if message.is_multipart() else []
    return {
        str(part.get_param("name", header="content-disposition"))
        for part in parts
        if not isinstance(part, str)
    }


def _essence(media_type: str) -> str:
    return media_type.partition(";")[0].strip().lower()


def _unless_null(check: Check) -> Check:
    def checked(validator: Any, value: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
        if instance is None and schema.get("nullable") is True:
            return
        yield from check(validator, value, instance, schema) or ()

    return checked
