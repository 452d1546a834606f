"""One of Neo4j's offline tools in a process of ours: `python -m graphdb.embedded.tool PARENT HEAP ARGUMENT…`.

It ends when the tool does, with the tool's exit code, or when the process that started it is gone.
"""

import os
import sys
import threading
import time

import jpype

from graphdb.embedded import jars, jvm

_MAIN_CLASS = "org.neo4j.cli.AdminTool"
_PARENT_CHECK_SECONDS = 0.5


def main() -> None:
    """Run the tool; Java ends the process."""
    parent, heap, *arguments = sys.argv[1:]
    threading.Thread(target=_end_with, args=(int(parent),), daemon=True).start()
    jvm.start(jars.classpath(lambda _: None), heap)
    jpype.JClass(_MAIN_CLASS).main(arguments)


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_PARENT_CHECK_SECONDS)
    os._exit(1)


if __name__ == "__main__":
    main()
