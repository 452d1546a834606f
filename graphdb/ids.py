"""Deterministic ids: the same thing gets the same id whenever, and in whatever order, it is imported."""

import re
import secrets
from hashlib import blake2b

_PREFIX = {"Researcher": "r_", "Work": "w_", "Topic": "t_", "Institution": "i_", "Source": "s_"}
_ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
# Two digits at a time: the standard library's base 32 takes most of the time of an id.
_PAIRS = [a + b for a in _ALPHABET for b in _ALPHABET]
KIND_OF_PREFIX = {prefix: kind for kind, prefix in _PREFIX.items()}


def digest(*parts: str) -> str:
    """Return 16 characters (80 bits in lower-case base 32) that stand for `parts`.

    Two of 300 million meet with odds of 1 in 27 million.
    """
    data = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    number = int.from_bytes(blake2b(data, digest_size=10).digest())
    return "".join([_PAIRS[number >> shift & 1023] for shift in range(70, -1, -10)])


def node_id(kind: str, scheme: str, value: str) -> str:
    """Return the id of the entity of `kind` whose strongest identifier is (scheme, value).

    `kind` is a label: Researcher, Work, Topic, Institution or Source.
    """
    return _PREFIX[kind] + digest(kind, scheme, value)


def kind_of(id_: str) -> str | None:
    """Return the label of the entity that `id_` names, or None if it has no known prefix."""
    return KIND_OF_PREFIX.get(id_[:2])


_PEOPLE = {
    "acc_": "Account",
    "ses_": "Session",
    "tok_": "AccessToken",
    "aud_": "AuditEvent",
    "clm_": "Claim",
    "evi_": "Evidence",
    "inv_": "Invitation",
    "cnv_": "Conversation",
    "msg_": "Message",
    "ntf_": "Notification",
    "rep_": "Report",
    "edt_": "OwnerEdit",
}
_PREFIX_OF_PEOPLES = {kind: prefix for prefix, kind in _PEOPLE.items()}
_POSSIBLE_ID = re.compile(r"[a-z]{3}_[a-z2-7]{16}", re.ASCII)


def new_id(kind: str) -> str:
    """Return an id for something that a person does, which nothing determines and nobody can guess.

    `kind` is a label: Account, Session, AccessToken, AuditEvent, Claim, …
    """
    return _PREFIX_OF_PEOPLES[kind] + digest(secrets.token_hex(16))


def kind_of_peoples(id_: str) -> str | None:
    """Return the label that an id made by `new_id` names, or None if it is no such id."""
    return _PEOPLE.get(id_[:4]) if _POSSIBLE_ID.fullmatch(id_) else None
