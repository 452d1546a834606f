"""The socket that the server listens on."""

import socket


def listen(host: str, port: int) -> socket.socket:
    """Take the port before anything slow is done; port 0 takes a free one. Raises `OSError`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.create_server((host, port), family=family, backlog=2048)
    listener.set_inheritable(True)
    return listener


def address(host: str, listener: socket.socket) -> str:
    """The address to print."""
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{listener.getsockname()[1]}"
