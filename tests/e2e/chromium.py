"""The Chromium of the tests: the machine's own, or the one that `make browser` unpacks where there is none."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Browser, async_playwright

UNPACKED = Path(__file__).parent / "browser" / "node_modules" / ".unpacked"
CHROME_OF_MACOS = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


def find_browser() -> tuple[Path, dict[str, str]]:
    """Find a Chromium and the environment variables that it needs beside those of this process."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return Path(found), {}
    if CHROME_OF_MACOS.exists():
        return CHROME_OF_MACOS, {}
    if (UNPACKED / "chromium").exists():
        # The package carries what a bare machine lacks: fonts, and the cryptographic libraries of browsers.
        return UNPACKED / "chromium", {
            "FONTCONFIG_FILE": str(UNPACKED / "fonts.conf"),
            "LD_LIBRARY_PATH": str(UNPACKED / "al2023" / "lib"),
        }
    raise FileNotFoundError("There is no Chromium on this machine: run `make browser`.")


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Give a browser; WebGL is drawn in software, so that it works without a graphics card."""
    executable, environment = find_browser()
    arguments = ["--headless=shell", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=executable,
            args=arguments,
            env={**os.environ, **environment},
        )
        yield browser
        await browser.close()
