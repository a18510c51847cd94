// Back, Forward and the pages in the browser's back/forward cache.

import { type BrowserContext, type CDPSession, type Page, type TestInfo, chromium, expect } from "@playwright/test";
import { NEUTRAL, Watch } from "../fixtures";

const OUTSIDE = [NEUTRAL, `${NEUTRAL}voor`, "about:blank"];

/** A browser like on a phone, with the back/forward cache that Playwright turns off. */
export async function phone(info: TestInfo): Promise<{ page: Page; context: BrowserContext; watch: Watch; sightings: () => number }> {
  const { launchOptions, baseURL, locale } = info.project.use;
  const browser = await chromium.launch({ ...launchOptions, ignoreDefaultArgs: ["--disable-back-forward-cache"] });
  const context = await browser.newContext({ baseURL, locale });
  const watch = new Watch();
  await watch.follow(context);
  let seen = 0;
  await context.exposeBinding("sawCanary", () => { seen += 1; });
  return { page: await context.newPage(), context, watch, sightings: () => seen };
}

/** The position in the history. A page from the back/forward cache needs its own session, so this opens a new one. */
async function history(page: Page): Promise<{ at: number; url: string; ids: number[]; cdp: CDPSession }> {
  const cdp = await page.context().newCDPSession(page);
  const { entries, currentIndex } = await cdp.send("Page.getNavigationHistory");
  return { at: currentIndex, url: entries[currentIndex].url, ids: entries.map((entry) => entry.id), cdp };
}

/** Moves through the history; each step must end at one of the given addresses, which are outside the app. */
export async function travel(page: Page, steps: number[], ends = (url: string) => OUTSIDE.includes(url)): Promise<void> {
  for (const step of steps) {
    let target = 0;
    // During a page change there is briefly no page to query.
    await expect.poll(() => go(page, step).then((to) => (target = to), () => undefined)).toBeDefined();
    const arrived = () => history(page).then((now) => now.at === target && ends(now.url), () => false);
    await expect.poll(arrived, { message: `step ${step} to entry ${target} ends where it may` }).toBe(true);
    // The app corrects the address when it starts, which would cancel an earlier navigation.
    await expect.poll(() => page.evaluate(isSettled).catch(() => false)).toBe(true);
  }
}

/** Returns the position it goes to: the current one at either end of the history. */
async function go(page: Page, step: number): Promise<number> {
  const { at, ids, cdp } = await history(page);
  if (ids[at + step] === undefined) return at;
  await cdp.send("Page.navigateToHistoryEntry", { entryId: ids[at + step] });
  return at + step;
}

// Checks every frame, so that even a flash is caught: in new pages from before the page's own script, in a page from
// the back/forward cache from the moment it is shown again.
export function lookOut(canary: string): void {
  const look = () => {
    const fields = [...document.querySelectorAll<HTMLInputElement>("input, textarea")].map((field) => field.value);
    const seen = document.documentElement && !document.documentElement.hidden && `${document.body?.innerText} ${fields}`.includes(canary);
    if (seen) (globalThis as unknown as { sawCanary: () => void }).sawCanary();
    requestAnimationFrame(look);
  };
  if (document.readyState === "loading") look();
  else addEventListener("pageshow", look);
}

/** Whether this is a page of another site, or the app has started on it. */
function isSettled(): boolean {
  return document.getElementById("help") === null || document.documentElement.dataset.started !== undefined;
}
