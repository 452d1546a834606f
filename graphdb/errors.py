"""Errors that the graph database raises for its callers to report."""


class GraphError(Exception):
    """Base of all domain errors of this layer; the message says what happened, `hint` what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()
