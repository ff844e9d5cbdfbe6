"""`oasmith check`: how packages differ from what would be made now, in every format."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from generator.drift import Drift, Remedy
from generator.records import dataclass

_REMEDIES: Mapping[Remedy, str] = {
    "generate": "run `oasmith generate` to bring it up to date",
    "accept": "`oasmith generate` keeps these edits, and `oasmith check --accept-edits` lets them pass",
    "people": "`oasmith generate` leaves this as it is: edits and orphans are yours to keep or to drop",
    "mend": "`oasmith generate` writes nothing until what it refuses is mended",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A package that was looked at.

    Attributes:
        folder: where it is.
        drift: how it differs; None where its document cannot be used.
        errors: why that is so, as it is printed.
    """

    folder: str
    drift: Drift | None
    errors: tuple[str, ...] = ()


def as_json(checked: Sequence[Checked]) -> dict[str, Any]:
    """Return packages as `check --format json` prints them; `spec/changes.schema.json` describes it."""
    from generator.reports.difference import as_json as changes_as_json  # noqa: PLC0415 - a clean run needs none

    return {
        "packages": [
            {
                "package": item.folder,
                "status": _status(item.drift),
                "errors": list(item.errors),
                "causes": list(drift.causes),
                "files": list(drift.files),
                "refusals": list(drift.refusals),
                "edited": drift.kept,
                **changes_as_json(drift.changes, drift.places),
            }
            for item in checked
            for drift in (item.drift or Drift(),)
        ]
    }


def as_sarif(checked: Sequence[Checked]) -> dict[str, Any]:
    """Return the changes of all packages as SARIF."""
    from generator.reports.sarif import as_sarif as changes_as_sarif  # noqa: PLC0415 - a clean run needs little

    drifts = [item.drift for item in checked if item.drift is not None]
    places = {location: position for drift in drifts for location, position in drift.places.items()}
    causes = [
        f"{item.folder}: {cause}"
        for item in checked
        for cause in (*item.errors, *((*item.drift.causes, *_refused(item.drift)) if item.drift else ()))
    ]
    return changes_as_sarif([change for drift in drifts for change in drift.changes], places, causes)


def printed(
    checked: Sequence[Checked], format_: Literal["text", "markdown", "github"], *, most: int
) -> list[str]:
    """Return packages as lines; of the files that differ at most so many."""
    lines: list[str] = []
    for item in checked:
        if item.drift is None:
            continue  # why is on standard error
        if not item.drift:
            lines.append(f"{item.folder}: up to date{_kept(item.drift.kept)}")
        else:
            writer = {"text": _text, "markdown": _markdown, "github": _annotations}[format_]
            lines += writer(item.folder, item.drift, most)
    return lines


def _status(drift: Drift | None) -> str:
    if drift is None:
        return "error"
    return "breaking" if drift.breaking else "drift" if drift else "clean"


def _kept(count: int) -> str:
    if not count:
        return ""
    return (
        "; 1 file has edits by hand, which are kept"
        if count == 1
        else f"; {count} files have edits by hand, which are kept"
    )


def _text(folder: str, drift: Drift, most: int) -> list[str]:
    from generator.reports.difference import change_lines  # noqa: PLC0415

    told = [*drift.causes, *change_lines(drift.changes, drift.places), *_files(drift, most), *_refused(drift)]
    return [f"{folder}: out of date", *(f"  {line}" for line in (*told, *_advice(drift)))]


def _advice(drift: Drift) -> list[str]:
    """Return what to do; what the commit lacks says it itself."""
    if len(drift.causes) == drift.unstaged and not drift.files:
        return []
    return [_REMEDIES[drift.remedy]]


def _markdown(folder: str, drift: Drift, most: int) -> list[str]:
    from generator.python.text.markdown import code, inert  # noqa: PLC0415
    from generator.reports.difference import as_markdown  # noqa: PLC0415

    causes = [f"- {inert(cause)}" for cause in (*drift.causes, *_files(drift, most), *_refused(drift))]
    return [
        f"# {code(folder)} is out of date",
        "",
        *causes,
        "",
        *as_markdown(drift.changes, drift.places),
        "",
    ]


def _annotations(folder: str, drift: Drift, most: int) -> list[str]:
    from generator.reports.difference import annotation, as_annotations  # noqa: PLC0415

    del most
    causes = [
        annotation("warning", {"title": "oasmith check"}, f"{folder}: {cause}")
        for cause in (*drift.causes, *_refused(drift))
    ]
    return [*causes, *as_annotations(drift.changes, drift.places)]


def _files(drift: Drift, most: int) -> list[str]:
    more = [f"and {len(drift.files) - most} more files"] if len(drift.files) > most else []
    return [*drift.files[:most], *more]


def _refused(drift: Drift) -> list[str]:
    return [f"`oasmith generate` refuses {line}" for line in drift.refusals]
