"""The YAML files that stand beside the Anthology's XML."""

from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load(content: bytes) -> Any:
    """Return what a YAML file says, or None if it is not YAML; only plain data, never an object of Python's."""
    try:
        # Both loaders are safe ones; the one in C reads the list of names in half a second instead of ten.
        return yaml.load(content, Loader=_LOADER)  # noqa: S506
    except (yaml.YAMLError, ValueError):
        return None
