"""The server's secret: what it signs is believed when it comes back."""

import os
import secrets

from server.settings import ServerSettings

FILE = "secret.key"
"""In the data folder, where the settings name no key."""


def secret_key(settings: ServerSettings) -> bytes:
    """Return the key of the settings, else that of the data folder, which is made where there is none (mode 600)."""
    if settings.secret_key is not None:
        return settings.secret_key.get_secret_value().encode()
    path = settings.data_dir / FILE
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    # Written whole under another name and then linked: several workers may start at once, and all must have one key.
    draft = path.with_name(f".{FILE}.{secrets.token_hex(8)}")
    if not path.exists():
        descriptor = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        try:
            with os.fdopen(descriptor, "w") as file:
                file.write(secrets.token_hex(32))
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_bytes().strip()
