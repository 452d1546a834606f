"""How long a frame of the explorer takes with 1,000 nodes, while it is moved, zoomed and pointed at.

    make bench-frames [ADDRESS=http://127.0.0.1:8000]

Chromium draws WebGL in software here, as it must on machines without a graphics card: the frames per second are
those of the rasteriser, and a lower bound of what anybody sees. What our code costs is the time of scripts on the main
thread, from which the time inside calls of WebGL is taken out, since these may wait for the rasteriser. 60 frames a
second leave 16.7 ms to a frame. With --no-raster nothing is rasterised, and the frames per second are what the main
thread gives.
"""

import argparse
import asyncio
import json
import platform
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from playwright.async_api import Page, ViewportSize, expect

from tests.e2e.chromium import chromium
from tests.e2e.demo_server import demo_server

RESULTS = Path("benchmarks/results/frames.json")
PICTURE = "/explore?seed=r_gqwtcfjh7qyi6g7p&steps=3&each=25"
"""Of the demo: as many nodes as a picture can have."""
SIZE: ViewportSize = {"width": 1000, "height": 600}
MOVES = 60

WATCH = """
(rasterises) => {
  const spent = { webgl: 0, calls: 0, frames: [] };
  window.spent = spent;
  const prototype = WebGL2RenderingContext.prototype;
  for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    if (typeof value === "function") {
      const draws = /^(draw|clear|readPixels)/.test(name);
      prototype[name] = function (...given) {
        if (draws && !rasterises) return undefined;
        const begun = performance.now();
        const result = value.apply(this, given);
        spent.webgl += performance.now() - begun;
        spent.calls += 1;
        return result;
      };
    }
  }
  const request = window.requestAnimationFrame.bind(window);
  let last = null;
  window.requestAnimationFrame = (callback) => request((now) => {
    const [begun, webgl] = [performance.now(), spent.webgl];
    callback(now);
    const took = performance.now() - begun - (spent.webgl - webgl);
    if (last !== null && last.now === now) {
      last.took += took;
    } else {
      last = { now, took };
      spent.frames.push(last);
    }
  });
  const tick = () => window.requestAnimationFrame(tick);
  tick();
}
"""


@dataclass(frozen=True)
class Timing:
    """What one kind of movement costs."""

    what: str
    frames: int
    frames_per_second: float
    script: float
    """Milliseconds of a frame on the main thread, without WebGL; the mean."""
    webgl: float
    """Milliseconds of a frame inside WebGL's calls, which wait for the rasteriser; the mean."""
    script_95: float
    """Of 20 frames all but one take less: of callbacks before a frame alone, without those of events."""


async def pan(page: Page) -> None:
    """Drag the whole drawing to and fro."""
    x, y = await corner(page)
    await page.mouse.move(x, y)
    await page.mouse.down()
    for step in range(MOVES):
        await page.mouse.move(x + 4 * min(step, MOVES - step), y + 2 * min(step, MOVES - step))
    await page.mouse.up()


async def zoom(page: Page) -> None:
    """Turn the wheel over the middle."""
    await page.mouse.move(SIZE["width"] / 2, SIZE["height"] / 2)
    for step in range(MOVES // 4):
        await page.mouse.wheel(0, -60 if step < MOVES // 8 else 60)
        await page.wait_for_timeout(40)


async def point(page: Page) -> None:
    """Go over the nodes, each of which is emphasised with its neighbours."""
    width, height = SIZE["width"], SIZE["height"]
    for step in range(MOVES):
        await page.mouse.move(width * (0.35 + 0.4 * step / MOVES), height * (0.4 + 0.3 * (step % 12) / 12))


async def corner(page: Page) -> tuple[float, float]:
    """Return a point of the drawing where no node is."""
    box = await page.get_by_role("application", name="The research graph").bounding_box()
    assert box is not None
    return box["x"] + 12, box["y"] + 12


async def timed(page: Page, what: str, act: Callable[[Page], Awaitable[None]]) -> Timing:
    """Do it, and count the frames meanwhile and what they take."""
    session = await page.context.new_cdp_session(page)
    await session.send("Performance.enable")

    async def script() -> float:
        metrics = (await session.send("Performance.getMetrics"))["metrics"]
        return float(next(metric["value"] for metric in metrics if metric["name"] == "ScriptDuration")) * 1_000

    await page.evaluate("() => { spent.frames = []; spent.webgl = 0; }")
    before = await script()
    await act(page)
    frames, webgl = await page.evaluate("() => [spent.frames, spent.webgl]")
    after = await script()
    await session.detach()
    took = sorted(frame["took"] for frame in frames)
    seconds = (frames[-1]["now"] - frames[0]["now"]) / 1_000
    count = len(frames)
    return Timing(
        what,
        count,
        round((count - 1) / seconds, 1),
        round((after - before - webgl) / count, 1),
        round(webgl / count, 1),
        round(took[int(count * 0.95)], 1),
    )


async def measure(site: str, rasterises: bool) -> tuple[str, list[Timing]]:
    """Open the picture and move about in it; returns what it shows, and the timings."""
    async with chromium() as browser:
        page = await browser.new_page(viewport=SIZE, reduced_motion="reduce")
        page.set_default_timeout(120_000)
        await page.add_init_script(f"({WATCH})({json.dumps(rasterises)})")
        await page.goto(f"{site}{PICTURE}")
        await expect(page.locator("[data-settled=true]")).to_be_visible(timeout=120_000)
        shown = await page.locator("p[role=status]", has_text="edges.").inner_text()
        return shown, [
            await timed(page, "pan", pan),
            await timed(page, "zoom", zoom),
            await timed(page, "point", point),
        ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--address", help="of a server that runs; without it one is started over the demo")
    parser.add_argument("--no-raster", action="store_true", help="leave out what is drawn")
    arguments = parser.parse_args()
    with demo_server(arguments.address or None) as site:
        shown, timings = asyncio.run(measure(site, rasterises=not arguments.no_raster))
    print(shown)
    print("| movement | frames | a second | ms of script | its 95th percentile | ms in WebGL |")
    print("|---|---:|---:|---:|---:|---:|")
    for timing in timings:
        print(
            f"| {timing.what} | {timing.frames} | {timing.frames_per_second} | {timing.script} | {timing.script_95} "
            f"| {timing.webgl} |"
        )
    RESULTS.parent.mkdir(exist_ok=True)
    found = {"picture": shown, "machine": platform.platform(), "timings": [asdict(timing) for timing in timings]}
    RESULTS.write_text(json.dumps(found, indent=2) + "\n")


if __name__ == "__main__":
    main()
