// A finger that taps more than once, through the browser's own input, with the time between the taps as the page saw it.

import type { Locator, Page } from "@playwright/test";

/** From the start of one tap to the start of the next, in milliseconds. */
export const GAPS = [20, 60, 120, 200, 300, 450];

/** Twice and three times, with each gap. */
export const SERIES: [times: number, gap: number][] = [2, 3].flatMap((times) => GAPS.map((gap): [number, number] => [times, gap]));

/** Longer than this after the last tap, a tap is one of its own: the page promises no more than half a second. */
const ONE_TAP = 500;

/** So long the browser gets to answer that it took the last tap, in milliseconds. */
const ANSWERED = 2000;

/** How often a measurement is begun anew on a machine that is too busy to tap in time. */
const MOST_TRIES = 8;

/** A tap came so late that it says nothing about a finger that taps more than once. */
export class LateTap extends Error {}

/** Measures, and measures afresh when a tap came too late. Nothing else leads to another try: what fails, fails. */
export async function inTime<T>(measure: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await measure();
    } catch (error) {
      if (!(error instanceof LateTap) || tries === MOST_TRIES) throw error;
    }
  }
}

/** Taps the middle of a button this many times, wherever the button is by then. */
export async function tapTimes(page: Page, button: Locator, times: number, gap: number): Promise<void> {
  // Only waits until it can be tapped.
  await button.tap({ trial: true });
  const box = await button.boundingBox();
  if (!box) throw new Error(`${button} is not on the screen`);
  await tapPlace(page, box.x + box.width / 2, box.y + box.height / 2, times, gap);
}

/**
 * Taps a point on the screen. Does not wait for the browser between taps, because no finger does. Throws a `LateTap` when
 * the machine made the time between two taps longer than half a second.
 */
export async function tapPlace(page: Page, x: number, y: number, times: number, gap: number): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await page.evaluate(noteTaps);
  const sent: Promise<unknown>[] = [];
  const sentAt: number[] = [];
  const start = performance.now();
  for (let nth = 0; nth < times; nth += 1) {
    await moment(start + nth * gap);
    sentAt.push(performance.now());
    sent.push(cdp.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] }));
    sent.push(cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] }));
  }
  // A page that was left meanwhile answers no more.
  await Promise.race([Promise.allSettled(sent), moment(performance.now() + ANSWERED)]);
  await cdp.detach();
  if (gap > ONE_TAP) return;
  // A page that was left took its notes with it; then only the sender knows.
  const seen = await page.evaluate(() => (globalThis as unknown as Noted).taps).catch(() => undefined);
  const longest = Math.max(longestGap(sentAt), longestGap(seen ?? []));
  if (longest > ONE_TAP) throw new LateTap(`${times} taps, ${gap} ms apart, came up to ${Math.round(longest)} ms apart`);
}

interface Noted {
  taps?: number[];
}

// Runs in the page: from now on notes when it hears each tap, wherever that lands.
function noteTaps(): void {
  const noted = globalThis as unknown as Noted;
  if (!noted.taps) addEventListener("click", () => noted.taps?.push(performance.now()), true);
  noted.taps = [];
}

function longestGap(times: number[]): number {
  return Math.max(0, ...times.slice(1).map((time, index) => time - times[index]));
}

function moment(at: number): Promise<void> {
  return new Promise((done) => setTimeout(done, Math.max(0, at - performance.now())));
}
