"""Which of many numbered things belong together, in four bytes each."""

from array import array
from collections.abc import Iterable, Iterator


class Forest:
    """A forest of disjoint sets over the numbers from 0 to `size` - 1."""

    def __init__(self, size: int) -> None:
        self._parent = array("I", range(size))

    def tie(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Note that the numbers of each pair belong together."""
        parent = self._parent
        for a, b in pairs:
            root_a, root_b = self._root(a), self._root(b)
            if root_a != root_b:
                # The smaller number stands for the set: which pair came first does not show.
                parent[max(root_a, root_b)] = min(root_a, root_b)

    def members(self) -> Iterator[tuple[int, int]]:
        """Yield (number, smallest number of its set) for all whose set has a smaller number than they."""
        for number in range(len(self._parent)):
            root = self._root(number)
            if root != number:
                yield number, root

    def _root(self, number: int) -> int:
        parent = self._parent
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number
