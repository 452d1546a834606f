"""The browser that the other tests stand on can do what the pages ask of it."""

from playwright.async_api import Page


async def test_the_browser_runs_scripts_and_lays_out_text(page: Page) -> None:
    await page.set_content("<h1>before</h1><script>document.querySelector('h1').textContent = 'after'</script>")
    heading = page.get_by_role("heading", name="after")
    box = await heading.bounding_box()
    assert box is not None
    assert box["height"] > 10
    width = (
        "(text) => { const c = document.createElement('canvas').getContext('2d'); return c.measureText(text).width }"
    )
    assert await page.evaluate(width, "mmmm") > await page.evaluate(width, "iiii") > 0


async def test_the_browser_draws_webgl(page: Page) -> None:
    assert await page.evaluate("document.createElement('canvas').getContext('webgl2') !== null")
