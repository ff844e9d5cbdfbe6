"""The license of a distribution: an SPDX expression, and what its LICENSE says.

The text of a license is written where that is honest: where it is here, and the holder that it names is
configured. Else a sentence says what is known.
"""

import re
from functools import cache
from pathlib import Path

from generator.config import ProjectConfig
from generator.ir import License
from generator.python.text.prose import address, one_line
from generator.records import dataclass

_TEXTS = Path(__file__).parent / "texts"
_HOLDER = "{copyright}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Licensed:
    """What a distribution says of its license: the expression for its metadata, and the text of LICENSE."""

    expression: str | None
    text: str


def licensed(config: ProjectConfig, said: License | None) -> Licensed | None:
    """Return the license of a distribution; None where nothing is known.

    Args:
        config: what is configured, which comes first.
        said: what the document says.
    """
    if config.license is not None:
        text = _text(config.license, config.copyright) or _sentence(config.license)
        return Licensed(expression=config.license, text=text)
    if said is None:
        return None
    known = _known(said.identifier) or _known(said.name)
    if known is not None:
        return Licensed(expression=known, text=_text(known, config.copyright) or _sentence(known))
    return Licensed(expression=None, text=_hearsay(said))


def _known(name: str | None) -> str | None:
    """Return the SPDX id that a name is, of those whose texts are here: `Apache 2.0` is `Apache-2.0`."""
    plain = _plain(name or "")
    return next((path.stem for path in sorted(_TEXTS.glob("*.txt")) if _plain(path.stem) == plain), None)


def _plain(name: str) -> str:
    words = re.findall(r"[a-z0-9.]+", name.lower())
    return "-".join(word for word in words if word not in {"license", "licence", "the", "version"})


@cache
def _template(identifier: str) -> str | None:
    path = _TEXTS / f"{identifier}.txt"
    return path.read_text("utf-8") if path.is_file() else None


def _text(identifier: str, holder: str | None) -> str | None:
    template = _template(identifier)
    if template is None or (_HOLDER in template and holder is None):
        return None
    return template.replace(_HOLDER, holder or "")


def _sentence(expression: str) -> str:
    where = f"https://spdx.org/licenses/{expression}.html" if re.fullmatch(r"[\w.+-]+", expression) else ""
    if not where or expression.startswith("LicenseRef-"):
        return f"The license of this software is {expression}.\n"
    return f"The license of this software is {expression}: {where}\n"


def _hearsay(said: License) -> str:
    where = f" ({address(said.url)})" if said.url else ""
    name = one_line(said.name)
    return (
        f"The document that this software is made from says of the license of its API: {name}{where}.\n"
        "Nothing else is known of the license of this software.\n"
    )
