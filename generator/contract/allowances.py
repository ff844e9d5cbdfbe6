"""What a configuration says of changes: those that are allowed, and those that are to break."""

from dataclasses import replace

from generator.config import ClientConfig
from generator.contract.records import Change


def weighed(changes: tuple[Change, ...], config: ClientConfig) -> tuple[Change, ...]:
    """Return changes as severe as a configuration says that they are, breaking ones first."""
    drift = config.drift
    found = [
        replace(item, severity="compatible", reason=f"{item.reason}; allowed by the configuration")
        if item.id in drift.allow and item.breaking
        else replace(item, severity="breaking", reason=f"{item.reason}; breaking by the configuration")
        if item.id in drift.breaking and not item.breaking
        else item
        for item in changes
    ]
    return tuple(sorted(found, key=lambda item: not item.breaking))
