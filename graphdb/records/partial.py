"""Records of which a part was read."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

R = TypeVar("R")


def partial_record(record: type[R], names: Sequence[str]) -> Callable[[Sequence[Any]], R]:
    """Return what makes a `record`, a dataclass with slots, of the values of its fields `names` alone.

    Its other fields have no value: to read one raises `AttributeError`, so that what was not read is never taken for
    something that is not there.
    """
    setters = [getattr(record, name).__set__ for name in names]
    new = record.__new__

    def make(values: Sequence[Any]) -> R:
        made = new(record)
        for set_value, value in zip(setters, values, strict=True):
            set_value(made, value)
        return made

    return make
