"""Why a file cannot be imported."""


class FileRefused(Exception):
    """The file is not of the format, or cannot be opened: nothing of it was read."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.file = file
        self.reason = reason


class FileCutShort(Exception):
    """The file broke off or became unreadable: what came before it was kept."""

    def __init__(self, file: str, place: str, reason: str) -> None:
        super().__init__(f"{file}, {place}: {reason}")
        self.file = file
        self.place = place
        self.reason = reason
