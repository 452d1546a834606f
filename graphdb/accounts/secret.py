"""Secrets that prove who somebody is: made at random, shown once, kept as a hash."""

import hashlib
import secrets

_BYTES = 32


def new_secret(prefix: str = "") -> str:
    """Return 256 random bits as text that fits into a header, after `prefix`."""
    return prefix + secrets.token_urlsafe(_BYTES)


def hash_of(secret: str) -> str:
    """Return what is kept of a secret: SHA-256 in hexadecimal digits.

    Who reads the store cannot sign in with it. No salt and no slow hash: nobody guesses 256 bits.
    """
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
