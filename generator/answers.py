"""What a call gives: which successful answers there are, and in which media types they can be asked for."""

from collections.abc import Iterable

from generator.ir import Anything, Content, Operation, Response, String
from generator.media import PLAIN_TEXT, by_preference, essence_of, response_kind, stream_kind
from generator.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerForm:
    """One form in which the answer of an operation can be asked for.

    Attributes:
        media_types: the media types that ask for it, the preferred one first.
        contents: what a successful response holds then, for each status that holds something.
    """

    media_types: tuple[str, ...]
    contents: tuple[Content, ...]


def successes(operation: Operation) -> tuple[Response, ...]:
    """Return the responses that a call returns: `default` is one only where nothing else is."""
    found = tuple(response for response in operation.responses if response.status.startswith("2"))
    return found or tuple(response for response in operation.responses if response.status == "default")


def answer_forms(operation: Operation) -> tuple[AnswerForm, ...]:
    """Return the forms of an operation's whole answers, the preferred one first; none where there is nothing.

    What only writes the same schema in another way, such as XML beside JSON, is no form of its own: a client
    asks for the JSON. Streams are another method's.
    """
    offers = [offer for response in successes(operation) if (offer := _offer(response))]
    if not offers:
        return ()
    grouped: dict[object, list[Content]] = {}
    for content in (item for offer in offers for item in offer[1:]):
        if not any(says_the_same(content, offer[0]) for offer in offers):
            kind = response_kind(content)
            grouped.setdefault((kind, content.type if kind == "json" else None), []).append(content)
    return (_usual_form(offers), *(_form(contents, offers) for contents in grouped.values()))


def wants_accept(forms: tuple[AnswerForm, ...]) -> bool:
    """Whether a call may have to say in which media type it wants its answer."""
    usual = forms[:1]
    is_json = any(response_kind(content) == "json" for form in usual for content in form.contents)
    return len(forms) > 1 or any(len(form.media_types) > 1 and not is_json for form in usual)


def says_the_same(content: Content, first: Content) -> bool:
    """Whether a content holds what the preferred one beside it holds, only written in another way."""
    if response_kind(first) != "json":
        return response_kind(content) == response_kind(first)
    if content.type != first.type:
        return False
    # A schema that says little is no sign: a file and a report may both be any text.
    tells = not isinstance(first.type, Anything | String)
    return tells or response_kind(content) == "json" or essence_of(content.media_type) == PLAIN_TEXT


def record_kind(content: Content, contents: Iterable[Content]) -> str:
    """Return how a response of a media type is decoded, beside the others of its status.

    JSON that servers may also call plain text is JSON under either name.
    """
    kind = response_kind(content)
    if essence_of(content.media_type) != PLAIN_TEXT:
        return kind
    is_json = any(response_kind(item) == "json" and item.type == content.type for item in contents)
    return "json" if is_json else kind


def decoding_of(operation: Operation, response: Response, content: Content, beside: Iterable[Content]) -> str:
    """Return how a response of a media type is decoded: an error in place of a stream is read as a whole."""
    if stream_kind(content.media_type) is not None and response not in successes(operation):
        return "json"
    return record_kind(content, beside)


def _offer(response: Response) -> list[Content]:
    """Return what a response may hold as a whole, by preference."""
    return [
        content for content in by_preference(response.contents) if stream_kind(content.media_type) is None
    ]


def _usual_form(offers: list[list[Content]]) -> AnswerForm:
    """Return the form that a call asks for unless it says otherwise."""
    asked: dict[str, str] = {}
    for first, *others in offers:
        for item in (first, *others):
            if says_the_same(item, first) and response_kind(item) == response_kind(first):
                # One media type with other parameters is another way to ask for the same.
                asked.setdefault(essence_of(item.media_type), item.media_type)
    return AnswerForm(media_types=tuple(asked.values()), contents=tuple(offer[0] for offer in offers))


def _form(contents: list[Content], offers: list[list[Content]]) -> AnswerForm:
    """Return the form of contents of one kind; a status that has none of them keeps its usual one."""
    return AnswerForm(
        media_types=tuple(dict.fromkeys(content.media_type for content in contents)),
        contents=tuple(next((item for item in offer if item in contents), offer[0]) for offer in offers),
    )
