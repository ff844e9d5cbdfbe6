"""What an operation's prose says that its request does, where request, path and id do not."""

import re
from typing import Final

from generator.ir import Operation
from generator.python.naming.vocabulary import KINDS

# "Returns the distance", "Get a route"; of "Get or create a tag" nothing is told.
_FIRST: Final = re.compile(r"\W*([a-z]+)(?! (?:or|and)\b)(?!\S)", re.IGNORECASE)


def is_told_to_read(operation: Operation) -> bool:
    """Whether an operation's first words say that it returns something that is there, or is found."""
    found = _FIRST.match(operation.summary or operation.description or "")
    if found is None:
        return False
    word = found[1].lower()
    forms = (word, word.removesuffix("s"), word.removesuffix("es"))
    return "return" in forms or any(KINDS.get(form) == "get" for form in forms)
