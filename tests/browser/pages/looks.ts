// What every screen must be: accessible, readable when small or enlarged, and large enough for a thumb.

import { type Page, expect, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "../fixtures";

/** The smallest phone, and a desktop at 400 %. */
const SMALL = [{ width: 320, height: 640 }, { width: 320, height: 256 }];
const THUMB = 44;

/** Inspects the current screen; a problem names the screen by its heading. */
export async function inspect(page: Page): Promise<void> {
  await test.step(await page.getByRole("heading", { level: 1 }).innerText(), () => look(page));
}

async function look(page: Page): Promise<void> {
  // From the top, because a control half below the bar would count as a small target.
  await page.evaluate(() => scrollTo(0, 0));
  await expectAccessible(page);
  expect.soft(await page.evaluate(tooSmall, THUMB), "smaller than a thumb").toEqual([]);
  // A missing text shows its key.
  await expect(page.locator("#app")).not.toContainText(/(?:message|button|answer|label|paper|check|sharing|error|flag)\.[\w-]+/);
  const before = page.viewportSize();
  for (const size of SMALL) {
    await page.setViewportSize(size);
    await expectNoSidewaysScroll(page);
  }
  if (before) await page.setViewportSize(before);
}

// Runs in the page. A link inside a sentence is as high as its line, so it does not count.
function tooSmall(least: number): string[] {
  const inSentence = (one: Element) =>
    one.tagName === "A" && getComputedStyle(one).display === "inline" && [...(one.parentElement?.childNodes ?? [])].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
  const controls = [...document.querySelectorAll("header.bar a, #app :is(a, button, summary, select, textarea, input)")];
  return controls
    .filter((one) => one.checkVisibility() && !inSentence(one))
    .map((one) => one.closest("label") ?? one)
    .map((one) => ({ one, box: one.getBoundingClientRect() }))
    .filter(({ box }) => Math.round(box.height) < least || Math.round(box.width) < least)
    .map(({ one, box }) => `${one.tagName} “${one.textContent?.trim()}” ${Math.round(box.width)} × ${Math.round(box.height)}`);
}
