"""The browser of the tests: the machine's Chromium, or the one that `make browser` unpacks where there is none."""

import os
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, BrowserContext, Page, async_playwright

from tests.e2e import strange_works

ROOT = Path(__file__).parents[2]
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


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    """One browser for the run; WebGL is drawn in software, so that it works without a graphics card."""
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


@pytest.fixture
async def page(browser: Browser) -> AsyncIterator[Page]:
    """A page in a browser profile of its own."""
    context = await browser.new_context()
    yield await context.new_page()
    await context.close()


@pytest.fixture(scope="session")
async def visitor(browser: Browser) -> AsyncIterator[BrowserContext]:
    """A stranger's browser profile, for all tests that leave nothing behind in it; it keeps what it has loaded."""
    context = await browser.new_context()
    yield context
    await context.close()


@pytest.fixture
async def tab(visitor: BrowserContext) -> AsyncIterator[Page]:
    """A new tab in the stranger's browser."""
    page = await visitor.new_page()
    yield page
    await page.close()


@pytest.fixture(scope="session")
def strange(server_url: str, data_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The strange works, imported beside the demo; gives the address of the server."""
    file = tmp_path_factory.mktemp("strange") / "works.jsonl"
    file.write_text("\n".join(strange_works.lines()) + "\n")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("BZPEER_")}
    command = [sys.executable, "-c", "from server.cli import main; main()", "import", "openalex", str(file)]
    subprocess.run(command, cwd=ROOT, env={**environment, "BZPEER_DATA_DIR": str(data_dir)}, check=True, timeout=120)
    return server_url
