"""The explorer, as visitors walk through it."""

import csv
import io
import re
from collections.abc import AsyncIterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.async_api import Browser, Download, Locator, Page, Route, expect

expect.set_options(timeout=30_000)

OPERATIONS = re.compile(r"/graphql(\?|$)")
"""The addresses that operations are asked at, and no asset."""
SEED = "r_gqwtcfjh7qyi6g7p"
EDGES = "AUTHORED,CITES,ABOUT,AFFILIATED_WITH,PUBLISHED_IN,COLLABORATED_WITH"


@pytest.fixture
async def page(browser: Browser) -> AsyncIterator[Page]:
    """A small window without motion: WebGL is drawn in software here, and every pixel and frame of it counts."""
    context = await browser.new_context(viewport={"width": 1000, "height": 560}, reduced_motion="reduce")
    yield await context.new_page()
    await context.close()


async def open_explorer(page: Page, address: str) -> None:
    await page.goto(address)
    await settled(page)


async def settled(page: Page) -> None:
    """Wait until what is asked for is there and laid out."""
    await expect(page.locator("[data-settled=true]")).to_be_visible()


def drawing(page: Page) -> Locator:
    return page.get_by_role("application", name="The research graph")


def counts(page: Page) -> Locator:
    return page.get_by_text(re.compile(r"^[\d,]+ nodes?, [\d,]+ edges?\."))


async def names(page: Page) -> set[str]:
    """What is shown, by the table."""
    await page.get_by_role("button", name="Table").click()
    rows = page.get_by_role("region", name="The research graph as a table").locator("tbody tr th")
    await expect(rows.first).to_be_visible()
    found = set(await rows.all_inner_texts())
    await page.get_by_role("button", name="Drawing").click()
    await settled(page)
    return found


async def downloaded(page: Page, name: str) -> tuple[Download, Path]:
    await page.locator("summary", has_text="Export").click()
    async with page.expect_download() as event:
        await page.get_by_role("button", name=name).click()
    download = await event.value
    await page.keyboard.press("Escape")
    return download, await download.path()


async def test_from_the_profile_to_a_picture_that_can_be_sent(page: Page, server_url: str) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    await page.goto(f"{server_url}/researchers/maithra-raghu")
    await page.get_by_role("link", name="Open full explorer").click()
    await settled(page)
    await expect(page).to_have_title("Explorer – BZPEER")
    await expect(counts(page)).to_be_visible()
    first = await names(page)
    # Expand somebody in the table, then find how two people hang together.
    await page.get_by_role("button", name="Table").click()
    table = page.get_by_role("region", name="The research graph as a table")
    await table.get_by_role("button", name="Expand Jon Kleinberg").click()
    await expect(table.get_by_role("button", name="Collapse Jon Kleinberg")).to_be_visible()
    await table.get_by_role("checkbox", name="Select Maithra Raghu").check()
    await table.get_by_role("checkbox", name="Select Google Brain").check()
    panel = page.get_by_role("complementary", name="What is selected")
    await panel.get_by_role("button", name="Find the path between").click()
    await expect(panel.get_by_role("list", name="Paths").get_by_text("Google Brain").first).to_be_visible()
    await page.get_by_role("button", name="Drawing").click()
    await settled(page)
    second = await names(page)
    assert second > first
    await page.get_by_role("checkbox", name="topics", exact=False).first.uncheck()
    await settled(page)
    third = await names(page)
    assert third < second
    # The files hold what is shown.
    download, path = await downloaded(page, "GEXF")
    assert download.suggested_filename == "graph.gexf"
    labels = {node.get("label") for node in ElementTree.parse(path).iter("{http://gexf.net/1.3}node")}
    assert len(labels) == len(third)
    _, path = await downloaded(page, "table of nodes")
    rows = list(csv.DictReader(io.StringIO(path.read_text(), newline="")))
    assert {row["label"] for row in rows} >= {"Maithra Raghu", "Jon Kleinberg", "Google Brain"}
    assert "TOPIC" not in {row["kind"] for row in rows}
    _, path = await downloaded(page, "PNG")
    assert path.read_bytes().startswith(b"\x89PNG")
    _, path = await downloaded(page, "SVG")
    assert len(ElementTree.parse(path).findall(".//{http://www.w3.org/2000/svg}path")) == len(third)
    await page.locator("summary", has_text="Export").click()
    async with page.expect_download() as event:
        await page.get_by_role("link", name="BibTeX").click()
    bibliography = (await (await event.value).path()).read_text()
    assert bibliography.count("\n@") + bibliography.startswith("@") == sum(row["kind"] == "WORK" for row in rows)
    # The address gives the same picture to whoever opens it.
    await page.reload()
    await settled(page)
    assert await names(page) == third
    assert complaints == []


async def test_a_thousand_nodes_are_drawn_and_listed(page: Page, server_url: str) -> None:
    await page.goto(f"{server_url}/explore?seed={SEED}&steps=3&each=25")
    # Three rings are read, and laid out by a worker, on whatever machine this is.
    await expect(counts(page)).to_have_text(re.compile("^1,000 nodes, .* has no room for more"), timeout=90_000)
    await expect(page.locator("[data-settled=true]")).to_be_visible(timeout=90_000)
    await page.get_by_role("button", name="Table").click()
    rows = page.get_by_role("region", name="The research graph as a table").locator("tbody tr")
    await expect(rows).to_have_count(1_000)
    # By its address: there may be two of one name.
    address = await rows.nth(5).locator("th a").get_attribute("href")
    row = rows.filter(has=page.locator(f'th a[href="{address}"]'))
    back = page.get_by_role("button", name="Bring back 1 dismissed node")
    await row.get_by_role("button", name="Dismiss").click()
    await expect(back).to_be_visible()
    await expect(row).to_have_count(0)
    await page.get_by_role("button", name="Undo").click()
    await expect(back).to_be_hidden()
    await expect(row).to_have_count(1)
    await expect(rows).to_have_count(1_000)


async def test_a_node_that_is_dragged_stays_there_until_that_is_undone(page: Page, server_url: str) -> None:
    # Without edges to follow the seed is alone, in the middle.
    await open_explorer(page, f"{server_url}/explore?seed={SEED}&hide={EDGES}")
    box = await drawing(page).bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 40, y, steps=4)
    await page.mouse.move(x + 90, y + 50, steps=4)
    await page.mouse.up()
    await expect(page).to_have_url(re.compile("pin="))
    dragged = await place_of_the_seed(page)
    await page.get_by_role("button", name="Undo").click()
    await expect(page).not_to_have_url(re.compile("pin="))
    before = await place_of_the_seed(page)
    assert max(abs(before[0] - dragged[0]), abs(before[1] - dragged[1])) > 20
    assert max(abs(before[0]), abs(before[1])) < 1
    await page.get_by_role("button", name="Redo").click()
    await expect(page).to_have_url(re.compile("pin="))
    assert await place_of_the_seed(page) == dragged


async def place_of_the_seed(page: Page) -> tuple[float, float]:
    _, path = await downloaded(page, "table of nodes")
    [row] = [row for row in csv.DictReader(io.StringIO(path.read_text(), newline="")) if row["id"] == SEED]
    return float(row["x"]), float(row["y"])


async def test_a_saved_view_has_a_short_address_and_the_same_places(page: Page, server_url: str) -> None:
    await open_explorer(page, f"{server_url}/explore?seed={SEED}&steps=1&open=r_6olfv5tdevs5oxzk")
    before = await names(page)
    _, path = await downloaded(page, "table of nodes")
    places = {row["id"]: (row["x"], row["y"]) for row in csv.DictReader(io.StringIO(path.read_text(), newline=""))}
    await page.locator("summary", has_text="Share").click()
    await page.get_by_label("A name for a saved view").fill("Of the explorer's test")
    await page.get_by_role("button", name="Save this view").click()
    await expect(page.get_by_role("button", name="Copy the short address")).to_be_visible()
    address = await page.get_by_label("Address", exact=True).last.input_value()
    assert re.search(r"\?view=v_[a-z2-7]{16}$", address)
    await open_explorer(page, address)
    assert await names(page) == before
    _, path = await downloaded(page, "table of nodes")
    rows = list(csv.DictReader(io.StringIO(path.read_text(), newline="")))
    assert {row["id"]: (row["x"], row["y"]) for row in rows} == places


async def test_the_keyboard_does_it_all(page: Page, server_url: str) -> None:
    await open_explorer(page, f"{server_url}/explore?seed={SEED}&steps=1")
    await drawing(page).focus()
    told = page.get_by_role("status").filter(has_text="edges shown")
    await expect(told).to_contain_text("Maithra Raghu, researcher")
    for key in ("ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"):
        await page.keyboard.press(key)
    await expect(told).not_to_contain_text("Maithra Raghu")
    await page.keyboard.press("Space")
    panel = page.get_by_role("complementary", name="About")
    await expect(panel).to_be_visible()
    await page.keyboard.press("p")
    await expect(told).to_contain_text("pinned")
    await page.keyboard.press("Enter")
    await expect(told).to_contain_text("expanded")
    await settled(page)
    assert "open=" in page.url
    assert "pin=" in page.url
    await page.keyboard.press("Delete")
    await expect(panel).to_be_hidden()
    await expect(page.get_by_role("button", name="Bring back 1 dismissed node")).to_be_visible()
    for _ in range(3):
        await page.keyboard.press("z")
    await expect(page.get_by_role("button", name="Undo")).to_be_disabled()
    await expect(page).to_have_url(re.compile(f"seed={SEED}&steps=1$"))
    await page.keyboard.press("Shift+Z")
    await expect(page).to_have_url(re.compile("pin="))
    await page.keyboard.press("?")
    await expect(page.get_by_role("dialog", name="Keys and gestures")).to_be_visible()
    await page.keyboard.press("Escape")
    await page.keyboard.press("/")
    await expect(page.get_by_role("combobox", name="Add a person")).to_be_focused()


async def test_a_search_adds_what_it_finds(page: Page, server_url: str) -> None:
    await page.goto(f"{server_url}/explore")
    await expect(page.get_by_role("heading", name="Walk through the research graph")).to_be_visible()
    box = page.get_by_role("combobox", name="Add a person")
    await box.fill("kleinb")
    await expect(page.get_by_role("option", name="Jon Kleinberg").first).to_be_visible()
    await box.press("Enter")
    await settled(page)
    await expect(page).to_have_url(re.compile(r"/explore\?seed=r_"))
    await box.fill("transfer lear")
    await page.get_by_role("option", name="Transfer learning").first.click()
    await settled(page)
    assert {"Jon Kleinberg", "Transfer learning"} <= {name.split("\n")[0] for name in await names(page)}


async def test_years_and_similar_works(page: Page, server_url: str) -> None:
    await open_explorer(page, f"{server_url}/explore?seed={SEED}&steps=1&each=25")
    await page.get_by_label("From year").fill("2021")
    await page.get_by_label("To year").fill("2021")
    await page.keyboard.press("Enter")
    await expect(page).to_have_url(re.compile("years=2021-2021"))
    await settled(page)
    await page.get_by_role("button", name="Table").click()
    table = page.get_by_role("region", name="The research graph as a table")
    works = table.locator("tbody tr", has=page.get_by_role("cell", name="work", exact=True))
    await expect(works).to_have_count(2)
    await works.first.get_by_role("checkbox").check()
    panel = page.get_by_role("complementary", name="About")
    await panel.get_by_role("button", name="Find similar works").click()
    similar = panel.get_by_role("region", name="Similar works")
    await similar.get_by_role("button", name=re.compile("^Add .* to the picture")).first.click()
    await expect(works).to_have_count(3)
    await expect(page).to_have_url(re.compile("with=w_"))


async def test_an_address_that_names_nothing_says_so(page: Page, server_url: str) -> None:
    await page.goto(f"{server_url}/explore?seed=w_aaaaaaaaaaaaaaaa,nonsense")
    await expect(page.get_by_text("Some of what the address names is not there")).to_be_visible()
    await page.goto(f"{server_url}/explore?view=v_aaaaaaaaaaaaaaaa")
    await expect(page.get_by_text("Nobody has saved this view")).to_be_visible()


async def test_a_graph_that_cannot_be_read_is_asked_for_again(page: Page, server_url: str) -> None:
    async def refuse(route: Route) -> None:
        await route.fulfill(
            status=503, json={"errors": [{"message": "Too busy.", "extensions": {"code": "GRAPH_BUSY"}}]}
        )

    await page.route(OPERATIONS, refuse)
    await page.goto(f"{server_url}/explore?seed={SEED}")
    alert = page.get_by_role("alert")
    await expect(alert).to_contain_text("Too busy.")
    await page.unroute(OPERATIONS)
    await alert.get_by_role("button", name="Try again").click()
    await settled(page)
    await expect(alert).to_be_hidden()


async def test_where_no_stream_comes_through_the_graph_comes_at_once(page: Page, server_url: str) -> None:
    async def cut(route: Route) -> None:
        if route.request.headers.get("accept") == "text/event-stream":
            await route.abort("connectionreset")
        else:
            await route.continue_()

    await page.route(OPERATIONS, cut)
    await open_explorer(page, f"{server_url}/explore?seed={SEED}")
    await expect(counts(page)).to_be_visible()


async def test_without_webgl_the_table_stands_in(page: Page, server_url: str) -> None:
    await page.add_init_script(
        "const get = HTMLCanvasElement.prototype.getContext;"
        "HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {"
        " return kind === 'webgl2' ? null : get.call(this, kind, ...rest); };"
    )
    await page.goto(f"{server_url}/explore?seed={SEED}")
    await expect(page.get_by_text("This browser draws no graphs")).to_be_visible()
    await expect(page.get_by_role("region", name="The research graph as a table")).to_be_visible()


async def test_a_tap_selects_on_a_phone_and_two_expand(browser: Browser, server_url: str) -> None:
    context = await browser.new_context(viewport={"width": 390, "height": 780}, has_touch=True, reduced_motion="reduce")
    page = await context.new_page()
    # Without edges to follow the seed is alone, in the middle.
    await open_explorer(page, f"{server_url}/explore?seed={SEED}&hide={EDGES}")
    box = await drawing(page).bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    await page.touchscreen.tap(x, y)
    panel = page.get_by_role("complementary", name="About Maithra Raghu")
    await expect(panel).to_be_visible()
    await panel.get_by_role("button", name="Close").tap()
    await expect(panel).to_be_hidden()
    await page.touchscreen.tap(x, y)
    await page.touchscreen.tap(x, y)
    await expect(page).to_have_url(re.compile(f"open={SEED}"))
    await context.close()
