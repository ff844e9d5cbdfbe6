"""Parameters: those of path items and operations, by their places and names."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias, get_args

from generator.diagnostics import Location
from generator.ir import (
    DateStyle,
    Hints,
    ListStyle,
    ObjectStyle,
    Parameter,
    ParameterLocation,
    Requirement,
    Scheme,
    String,
    Type,
)
from generator.lowering.context import Context, Place, place_of
from generator.lowering.declarations import notes_of
from generator.lowering.encodings import QUERY_STYLES
from generator.lowering.hints import hints_of
from generator.lowering.http_dates import as_moment, date_style
from generator.lowering.merging import Placed
from generator.lowering.notes import text
from generator.lowering.schemas import Schemas
from generator.media import FORM
from generator.reading.kinds import PARAMETER
from generator.reading.models import Parameter as ParameterObject
from generator.reading.objects import read
from generator.reading.raw import mapping_at, sequence_at, text_at

DEFAULT_STYLES: dict[ParameterLocation, str] = {
    "path": "simple",
    "query": "form",
    "header": "simple",
    "cookie": "form",
    "querystring": "form",
}
STYLES: dict[ParameterLocation, frozenset[str]] = {
    "path": frozenset({"simple", "label", "matrix"}),
    "query": QUERY_STYLES,
    "header": frozenset({"simple"}),
    "cookie": frozenset({"form", "cookie"}),
    "querystring": frozenset({"form"}),
}
# OAS 3.2, 4.12.2: their values are parted where nothing is said.
EXPLODED = frozenset({"form", "deepObject", "cookie"})
# OAS 3.1.1, 4.8.12.2.1: header parameters of these names are said by other means and shall be ignored.
AUTHORIZATION = "authorization"
IGNORED_HEADERS = frozenset({"accept", "content-type"})

# What tells a parameter from others: its place and its name; those of headers have no case (RFC 9110, 5.1).
Key: TypeAlias = tuple[str, str]

# What Swagger 2.0 says of values in the parameter itself.
OF_SWAGGER = ("type", "format", "items", "enum", "default", "minimum", "maximum", "pattern")


class Parameters:
    """Lowers parameters.

    Args:
        context: what lowering works with.
        schemas: lowers their schemas.
        schemes: the security schemes of the document.
    """

    def __init__(self, context: Context, schemas: Schemas, schemes: Mapping[str, Scheme]) -> None:
        self._context = context
        self._schemas = schemas
        self._schemes = schemes

    def declared(self, sources: Iterable[tuple[dict[str, Any], Place]]) -> dict[Key, Parameter]:
        """Return the declared parameters.

        Args:
            sources: the path item and the operation, and where each stands; later ones replace earlier ones.
        """
        declared: dict[Key, Parameter] = {}
        for source, where in sources:
            own: dict[Key, Parameter] = {}
            for index, node in enumerate(sequence_at(source.get("parameters"))):
                below = where.down("parameters", index)
                parameter = None if node is None else self._parameter(node, below)
                if parameter is not None:
                    self._look_at_double(own.get(_key_of(parameter)))
                    own[_key_of(parameter)] = parameter
            declared |= own
        return declared

    def _look_at_double(self, former: Parameter | None) -> None:
        if former is not None:
            message = f"there are two parameters {former.name!r} in {former.where!r}; the last one counts"
            self._context.record("double-parameter", message, former.location, "ignored")

    def effective(
        self,
        declared: Mapping[Key, Parameter],
        security: tuple[Requirement, ...],
        path: str,
        location: Location,
    ) -> tuple[Parameter, ...]:
        """Return the parameters that are sent and that nothing else says already.

        Args:
            declared: what is declared.
            security: the operation's requirements, whose credentials are no parameters.
            path: its path template.
            location: where it stands.
        """
        credentials = self._credentials(security)
        effective = {
            key: parameter
            for key, parameter in declared.items()
            if not self._is_said_otherwise(key, parameter, credentials)
        }
        wanted = _template_names(path)
        for name in wanted:
            if ("path", name) not in effective:
                message = f"the path parameter {name!r} is not declared; it is read as text"
                self._context.record("undeclared-path-parameter", message, location)
                effective["path", name] = _path_parameter(name, location)
        return tuple(found for found in effective.values() if self._has_place(found, wanted))

    def _credentials(self, security: tuple[Requirement, ...]) -> frozenset[Key]:
        """Return the places and names in which the credentials of requirements travel."""
        keys = {key for requirement in security for key in requirement}
        schemes = [scheme for key, scheme in self._schemes.items() if key in keys]
        return frozenset(
            (scheme.kind, scheme.name.lower() if scheme.kind == "header" else scheme.name)
            for scheme in schemes
        )

    def _is_said_otherwise(self, key: Key, parameter: Parameter, credentials: frozenset[Key]) -> bool:
        """Whether a parameter is sent anyway, and so is no argument; the ledger tells."""
        if key == ("header", AUTHORIZATION) or key in credentials:
            message = f"the parameter {parameter.name!r} is a credential; the client has an argument for it"
        elif key[0] == "header" and key[1] in IGNORED_HEADERS:
            message = f"the header parameter {parameter.name!r} is what the media types say"
        else:
            return False
        self._context.record("implied-parameter", message, parameter.location)
        return True

    def _has_place(self, parameter: Parameter, wanted: list[str]) -> bool:
        """Tell whether a parameter can be sent; `wanted` are the names in the path template."""
        if parameter.where != "path" or parameter.name in wanted:
            return True
        message = f"the path has no place for the parameter {parameter.name!r}; it is left out"
        self._context.record("unused-path-parameter", message, parameter.location, "ignored")
        return False

    def _parameter(self, node: Any, place: Place) -> Parameter | None:
        resolved = self._context.resolve(node, place.location)
        raw = self._context.kept(resolved.node, PARAMETER, resolved.location)
        where, name = raw.get("in"), raw.get("name")
        if where not in STYLES or not isinstance(name, str):
            message = "a parameter needs a name and a known place ('in'); this one is left out"
            self._context.record("bad-parameter", message, resolved.location, "ignored")
            return None
        # The typed model is OpenAPI 3.1's, which has no querystring.
        head = {**raw, "in": "query"} if where == "querystring" else raw
        typed = read(ParameterObject, head, resolved.location, self._context.ledger)
        style, explode = self._style(where, typed, resolved.location)
        media_type, schema, schema_place = schema_of(raw, place_of(resolved.location, place, step=name))
        default, notes = notes_of([Placed(schema, schema_place)])
        hints = hints_of(raw, schema)
        dates, type_ = self._dates(raw, schema, schema_place, hints)
        # Of Azure's documents: such an argument is the path of something, as in `/{scope}/providers`.
        is_encoded = where == "path" and raw.get("x-ms-skip-url-encoding") is True
        self._look_at_encoding(raw, media_type, resolved.location)
        if {"schema", "content"}.isdisjoint(raw) and "type" in raw:
            message = (
                f"what stands in the parameter {name!r} itself, as in Swagger 2.0, is taken for its schema"
            )
            self._context.record("parameter-without-schema", message, resolved.location.child("type"))
        self._context.honoured += 1
        return Parameter(
            name=name,
            where=where,
            type=type_,
            style=style,
            explode=explode,
            required=typed.required or where == "path",
            allow_reserved=typed.allowReserved or is_encoded,
            allow_slashes=is_encoded,
            media_type=media_type,
            lists=_choice(raw, "x-oasmith-lists", get_args(ListStyle), None),
            objects=_choice(raw, "x-oasmith-objects", get_args(ObjectStyle), "brackets"),
            dates=dates,
            description=text(typed.description) or text(mapping_at(schema).get("description")),
            deprecated=typed.deprecated,
            default=default,
            notes=notes,
            python_name=text_at(raw.get("x-oasmith-name")),
            location=resolved.location,
            hints=hints,
        )

    def _dates(
        self, raw: dict[str, Any], schema: Any, place: Place, hints: Hints | None
    ) -> tuple[DateStyle, Type]:
        """Return how a parameter writes a date-time, and its type, which is one where HTTP's own header is.

        Args:
            raw: the parameter.
            schema: its schema.
            place: where that stands.
            hints: what both say besides.
        """
        type_ = self._schemas.lower(schema, place)
        resolved = self._context.try_resolve_schema(schema, place.location)
        meant = None if resolved is None else resolved.node
        inferred = date_style(raw["in"], raw["name"], meant, None if hints is None else hints.example)
        dates: DateStyle = _choice(raw, "x-oasmith-dates", get_args(DateStyle), inferred)
        return dates, as_moment(type_, meant) if dates == "http-date" else type_

    def _look_at_encoding(self, raw: dict[str, Any], media_type: str | None, location: Location) -> None:
        """Tell of encodings beside a parameter's schema: here values are written in one way."""
        if media_type != FORM:
            return
        content = mapping_at(mapping_at(raw.get("content")).get(media_type))
        if mapping_at(content.get("encoding")):
            message = "how 'encoding' writes its values is not followed: each item of a list has the name"
            here = location.child("content", media_type, "encoding")
            self._context.record("parameter-encoding", message, here)

    def _style(
        self, where: ParameterLocation, typed: ParameterObject, location: Location
    ) -> tuple[str, bool]:
        style = typed.style or DEFAULT_STYLES[where]
        if style not in STYLES[where]:
            fallback = DEFAULT_STYLES[where]
            message = f"the style {style!r} is not for parameters in {where!r}; '{fallback}' is used"
            self._context.record("misplaced-style", message, location.child("style"))
            style = fallback
        explode = typed.explode if typed.explode is not None else style in EXPLODED
        return style, explode


def schema_of(raw: dict[str, Any], place: Place) -> tuple[str | None, Any, Place]:
    """Return a parameter's schema with its place, and the media type where `content` gives it.

    Without either it is what Swagger 2.0 has in the parameter itself.
    """
    content = mapping_at(raw.get("content"))
    if not content:
        inside = {key: raw[key] for key in OF_SWAGGER if key in raw} if "type" in raw else True
        return None, raw.get("schema", inside), place.down("schema") if "schema" in raw else place
    media_type = next(iter(content))
    schema = mapping_at(content[media_type]).get("schema", True)
    return media_type, schema, place.down("content", media_type, "schema")


def _key_of(parameter: Parameter) -> Key:
    return parameter.where, parameter.name.lower() if parameter.where == "header" else parameter.name


def _path_parameter(name: str, location: Location) -> Parameter:
    return Parameter(
        name=name,
        where="path",
        type=String(),
        style="simple",
        explode=False,
        required=True,
        location=location,
    )


def _template_names(path: str) -> list[str]:
    names: list[str] = []
    for part in path.split("{")[1:]:
        name, closed, _ = part.partition("}")
        # A callback's URL has runtime expressions in braces (OAS 3.1.1, 4.8.20.4).
        if closed and name and not name.startswith("$"):
            names.append(name)
    return names


def _choice(raw: dict[str, Any], key: str, allowed: tuple[Any, ...], default: Any) -> Any:
    value = raw.get(key)
    return value if value in allowed else default
