"""The ids that the ACL Anthology gives to papers."""

import re

_NEW_COLLECTION = re.compile(r"\d{4}\.[a-z0-9_]+")
_OLD_COLLECTION = re.compile(r"[A-Z]\d{2}")
_NUMBER = re.compile(r"\d{1,5}")
_VOLUME = re.compile(r"[A-Za-z0-9]+")


def paper_id(collection: str, volume: str, paper: str) -> str | None:
    """Return the Anthology id of a paper, or None if the three parts make none.

    `2019.iwslt`, `1`, `7` make `2019.iwslt-1.7`. Collections of a letter and a year have four digits after the hyphen:
    two of the volume and two of the paper in workshop collections (`W`, `C69`, and `D19` from volume 5 on), else one
    and three.
    """
    if not _NUMBER.fullmatch(paper):
        return None
    if _NEW_COLLECTION.fullmatch(collection):
        return f"{collection}-{volume}.{paper}" if _VOLUME.fullmatch(volume) else None
    if not _OLD_COLLECTION.fullmatch(collection) or not _NUMBER.fullmatch(volume):
        return None
    is_workshop = collection[0] == "W" or collection == "C69" or (collection == "D19" and int(volume) >= 5)
    digits = f"{int(volume):02d}{int(paper):02d}" if is_workshop else f"{int(volume)}{int(paper):03d}"
    return f"{collection}-{digits}" if len(digits) == 4 else None
