"""Methods that repeat a call until what it gives is final, where settings say what that is."""

from collections.abc import Iterable

from generator.config import PollConfig
from generator.python.text.prose import literal
from generator.python.views import ArgumentView
from generator.records import dataclass
from generator.scalars import Scalar


@dataclass(frozen=True, slots=True, kw_only=True)
class Polling:
    """How a call is repeated.

    Attributes:
        path: where the value stands that says whether what is given is final, in wire names.
        until: what it then is.
        interval: the name of the argument for the seconds between two calls.
        timeout: the name of the argument for the seconds in all.
        usual: the seconds between two calls, where a caller says nothing else.
    """

    path: tuple[str, ...]
    until: tuple[Scalar, ...]
    interval: str
    timeout: str
    usual: float

    @property
    def arguments(self) -> tuple[ArgumentView, ...]:
        """What the method takes besides."""
        return (
            ArgumentView(name=self.interval, annotation="float", default=literal(self.usual)),
            ArgumentView(name=self.timeout, annotation="float | None", default="None"),
        )

    @property
    def lines(self) -> dict[str, str]:
        """What there is to say of these arguments."""
        return {
            self.interval: f"Seconds between an answer and the next call; {self.usual:g}, unless given.",
            self.timeout: "Seconds after which to give up; None, which is usual, for never.",
        }

    @property
    def about(self) -> str:
        """When what is given is final, in words."""
        return f"Asks again until `{'.'.join(self.path)}` is {' or '.join(map(literal, self.until))}."


def polling_of(config: PollConfig, taken: Iterable[str]) -> Polling:
    """Return how a call is repeated, its arguments called as no other one is."""
    names = {*taken}
    interval, timeout = (name if name not in names else f"poll_{name}" for name in ("interval", "timeout"))
    return Polling(
        path=tuple(config.field.split(".")),
        until=config.until,
        interval=interval,
        timeout=timeout,
        usual=config.interval,
    )
