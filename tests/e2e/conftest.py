"""The browser of the tests and its tabs: those of strangers, and those of people who are signed in."""

import os
import re
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from pathlib import Path

import httpx
import pytest
from playwright.async_api import Browser, BrowserContext, Page

from tests.e2e import strange_works
from tests.e2e.chromium import chromium

ROOT = Path(__file__).parents[2]
SignIn = Callable[..., httpx.Client]


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    """One browser for the run."""
    async with chromium() as browser:
        yield browser


@pytest.fixture
async def page(browser: Browser) -> AsyncIterator[Page]:
    """A page in a browser profile of its own."""
    context = await browser.new_context()
    yield await context.new_page()
    await context.close()


@pytest.fixture(scope="session")
async def only_tab(browser: Browser) -> AsyncIterator[Page]:
    """The one tab of a stranger's browser: a browser takes longer to open another than to load a page."""
    context = await browser.new_context()
    yield await context.new_page()
    await context.close()


@pytest.fixture
async def tab(only_tab: Page) -> AsyncIterator[Page]:
    """A stranger's tab, for all tests that leave nothing behind in it; the browser keeps what it has loaded."""
    yield only_tab
    await as_it_was(only_tab)


async def as_it_was(page: Page) -> None:
    """Take back what a test has done to a page."""
    await page.unroute_all(behavior="ignoreErrors")
    await page.goto("about:blank")
    await page.set_viewport_size({"width": 1280, "height": 720})
    await page.emulate_media(color_scheme="light", reduced_motion="no-preference")


@pytest.fixture(scope="session")
def strange(server_url: str, data_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The strange works, imported beside the demo; gives the address of the server."""
    file = tmp_path_factory.mktemp("strange") / "works.jsonl"
    file.write_text("\n".join(strange_works.lines()) + "\n")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("BZPEER_")}
    command = [sys.executable, "-c", "from server.cli import main; main()", "import", "openalex", str(file)]
    subprocess.run(command, cwd=ROOT, env={**environment, "BZPEER_DATA_DIR": str(data_dir)}, check=True, timeout=120)
    return server_url


async def enter(context: BrowserContext, cookies: Mapping[str, str], site: str) -> None:
    """Give a browser the cookies of a session."""
    await context.add_cookies([{"name": name, "value": value, "url": site} for name, value in cookies.items()])


@pytest.fixture(scope="session")
async def members_tab(browser: Browser) -> AsyncIterator[Page]:
    """The one tab of a browser that people sign in with."""
    context = await browser.new_context()
    yield await context.new_page()
    await context.close()


@pytest.fixture
async def member(
    members_tab: Page, server_url: str, signed_in: SignIn, request: pytest.FixtureRequest
) -> AsyncIterator[Page]:
    """A tab of somebody who is signed in; each test has somebody of its own."""
    email = f"{re.sub('[^a-z0-9]+', '-', request.node.name)[:40].strip('-')}@example.org"
    await members_tab.context.clear_cookies()
    await enter(members_tab.context, signed_in(email).cookies, server_url)
    yield members_tab
    await as_it_was(members_tab)
