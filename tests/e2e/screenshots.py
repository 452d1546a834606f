"""Takes the pictures of the documentation, and that of link previews, of the pages with the demo in them.

make screenshots [ADDRESS=http://127.0.0.1:8000]
python -m tests.e2e.screenshots --all folder        # every page, light and dark, narrow and wide, to look at
"""

import argparse
import asyncio
import base64
from collections.abc import Awaitable, Callable
from pathlib import Path

from playwright.async_api import Browser, expect

from tests.e2e.chromium import chromium
from tests.e2e.demo_server import ROOT, demo_server

IMAGES = ROOT / "docs" / "images"
FONTS = ROOT / "frontend" / "node_modules" / "@fontsource-variable"
PREVIEW = ROOT / "server" / "static" / "preview.png"
SEED = "r_gqwtcfjh7qyi6g7p"
WORK = "/works/svcca-singular-vector-canonical-correlation-analysis-for-deep-learning-dynamics-and-interpretability"

PAGES = {
    "start": "/",
    "profile": "/researchers/maithra-raghu",
    "work": WORK,
    "topic": "/topics/transfer-learning",
    "institution": "/institutions/google-brain",
    "source": "/sources/neurips",
    "search": "/search?q=deep%20learning",
    "works": "/search?q=deep&kind=works&from=2019",
    "explorer": f"/explore?seed={SEED}",
    "explorer-start": "/explore",
    "sign-in": "/sign-in",
    "feed": "/feed",
    "settings": "/settings",
    "nothing": "/nothing/at/all",
    "nobody": "/researchers/maithra-rahgu",
    "graphiql": "/graphql",
}
OF_DOCUMENTS = {
    "profile": "light",
    "works": "dark",
    "explorer": "light",
    "graphiql": "light",
}
WIDE, NARROW = (1440, 900), (390, 844)


Look = tuple[str, tuple[int, int]]
"""A colour scheme, and a width and height."""


async def take(browser: Browser, address: str, look: Look, file: Path) -> None:
    """Take one page: as high as the window, on phones as it is."""
    scheme, (width, height) = look
    context = await browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
    )
    page = await context.new_page()
    await page.goto(address, timeout=60_000)
    if "/explore?" in address:
        await expect(page.locator("[data-settled=true]")).to_be_visible(timeout=60_000)
    if address.endswith("/graphql"):
        await page.get_by_role("button", name="Execute query").click(timeout=60_000)
        await expect(page.locator(".graphiql-response .view-lines")).to_contain_text('"data"', timeout=60_000)
    if "/researchers/maithra-raghu" in address:
        await expect(page.get_by_role("button", name="Maithra Raghu, researcher")).to_be_visible(timeout=60_000)
    await page.wait_for_load_state("networkidle")
    await page.evaluate("document.fonts.ready.then(() => null)")
    await page.screenshot(path=file, full_page=(width, height) == NARROW)
    await context.close()


async def for_documents(browser: Browser, site: str) -> None:
    """Take what README and guides show, and the picture of link previews."""
    for name, scheme in OF_DOCUMENTS.items():
        await take(browser, f"{site}{PAGES[name]}", (scheme, (1280, 800)), IMAGES / f"{name}.png")
    page = await browser.new_page(viewport={"width": 1200, "height": 630})
    await page.set_content((IMAGES / "preview.html").read_text().replace("/* fonts */", fonts()))
    await page.evaluate("document.fonts.ready.then(() => null)")
    await page.screenshot(path=PREVIEW)


def fonts() -> str:
    """Return the fonts of the site as a style sheet that needs no server."""
    rules = []
    for family, name in (("Inter Variable", "inter"), ("Source Serif 4 Variable", "source-serif-4")):
        file = FONTS / name / "files" / f"{name}-latin-wght-normal.woff2"
        data = base64.b64encode(file.read_bytes()).decode()
        rules.append(
            f'@font-face {{ font-family: "{family}"; font-weight: 100 900; src: url(data:font/woff2;base64,{data}) }}'
        )
    return "\n".join(rules)


async def all_pages(browser: Browser, site: str, folder: Path) -> None:
    """Take every page in both schemes and both widths."""
    for name, path in PAGES.items():
        for look in (("light", WIDE), ("dark", NARROW), ("dark", WIDE), ("light", NARROW)):
            scheme, (width, _) = look
            await take(browser, f"{site}{path}", look, folder / f"{name}-{scheme}-{width}.png")


async def with_browser(job: Callable[[Browser], Awaitable[None]]) -> None:
    """Do it with a browser."""
    async with chromium() as browser:
        await job(browser)


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--address", help="of a server that runs; without it one is started over the demo")
    parser.add_argument("--all", type=Path, metavar="FOLDER", help="take every page into this folder instead")
    arguments = parser.parse_args()
    with demo_server(arguments.address or None) as site:
        folder: Path | None = arguments.all
        if folder is None:
            asyncio.run(with_browser(lambda browser: for_documents(browser, site)))
        else:
            asyncio.run(with_browser(lambda browser: all_pages(browser, site, folder)))


if __name__ == "__main__":
    main()
