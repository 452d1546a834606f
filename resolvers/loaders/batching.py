"""What all loaders are built with."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import Any, TypeVar

from aiodataloader import DataLoader

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
G = TypeVar("G", bound=Hashable)


def grouped(group: Callable[[K], G], load: Callable[[G, list[K]], Awaitable[Sequence[V]]]) -> DataLoader[K, V]:
    """Return a loader that asks once per group of the keys of a batch.

    `load` gets a group and its keys, and returns a value for each of them. The groups are asked at the same time, and
    the failure of one is the failure of its own keys alone.
    """

    async def batch(keys: list[K]) -> list[V | BaseException]:
        by_group: dict[G, list[K]] = {}
        for key in keys:
            by_group.setdefault(group(key), []).append(key)
        answers = await asyncio.gather(
            *(load(name, members) for name, members in by_group.items()), return_exceptions=True
        )
        values: dict[K, V | BaseException] = {}
        for members, answer in zip(by_group.values(), answers, strict=True):
            if isinstance(answer, BaseException):
                if not isinstance(answer, Exception):
                    raise answer
                values.update(dict.fromkeys(members, answer))
            else:
                values.update(zip(members, answer, strict=True))
        return [values[key] for key in keys]

    # The loader raises the exceptions among the values.
    loader: DataLoader[K, Any] = DataLoader(batch)
    return loader
