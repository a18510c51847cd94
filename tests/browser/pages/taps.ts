// A finger that taps more than once, through the browser's own input, with measured time between the taps.

import type { Locator, Page } from "@playwright/test";

/** From the start of one tap to the start of the next, in milliseconds. */
export const GAPS = [20, 60, 120, 200, 300, 450];

/** Twice and three times, with each gap. */
export const SERIES: [times: number, gap: number][] = [2, 3].flatMap((times) => GAPS.map((gap): [number, number] => [times, gap]));

/** Taps the middle of a button this many times, wherever the button is by then. */
export async function tapTimes(page: Page, button: Locator, times: number, gap: number): Promise<void> {
  // Only waits until it can be tapped.
  await button.tap({ trial: true });
  const box = await button.boundingBox();
  if (!box) throw new Error(`${button} is not on the screen`);
  await tapPlace(page, box.x + box.width / 2, box.y + box.height / 2, times, gap);
}

/** Taps a point on the screen. Does not wait for the browser between taps, because no finger does. */
export async function tapPlace(page: Page, x: number, y: number, times: number, gap: number): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const sent: Promise<unknown>[] = [];
  const start = performance.now();
  for (let nth = 0; nth < times; nth += 1) {
    await moment(start + nth * gap);
    sent.push(cdp.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] }));
    sent.push(cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] }));
  }
  await Promise.all(sent);
  await cdp.detach();
}

function moment(at: number): Promise<void> {
  return new Promise((done) => setTimeout(done, Math.max(0, at - performance.now())));
}
