"""Path templates as they are requested."""


def template(path: str) -> str:
    """Return a path template without the names in it, which nobody sends."""
    parts = path.split("{")
    return "{".join([parts[0], *(f"}}{part.partition('}')[2]}" for part in parts[1:])])
