// Call links: large enough for a thumb wherever they appear, even in a sentence, and with no loose punctuation after
// them.

import { type Page, expect, open, test } from "./fixtures";
import { Quick } from "./pages/hands";
import { DANGER } from "./pages/roads";
import { Wizard } from "./pages/wizard";

const THUMB = 44;
/** A larger gap between a number and its full stop looks like a space, in pixels. */
const LOOSE = 3;

/** The problems with the numbers on screen; a screen without numbers is a problem too. */
async function wrong(page: Page): Promise<string[]> {
  return page.evaluate(lookAtNumbers, { THUMB, LOOSE });
}

function lookAtNumbers({ THUMB, LOOSE }: { THUMB: number; LOOSE: number }): string[] {
  const numbers = [...document.querySelectorAll<HTMLElement>('a[href^="tel:"]')].filter((one) => one.checkVisibility());
  if (numbers.length === 0) return ["there is no number"];
  return numbers.flatMap((number) => {
    const { width, height } = number.getBoundingClientRect();
    const told = [];
    if (Math.round(width) < THUMB || Math.round(height) < THUMB) told.push(`${number.innerText} ${width} × ${height}`);
    const [word, after] = [document.createRange(), document.createRange()];
    const next = number.nextSibling;
    if (next?.nodeType === Node.TEXT_NODE && next.textContent?.startsWith(".")) {
      word.selectNodeContents(number);
      after.setStart(next, 0);
      after.setEnd(next, 1);
      const gap = after.getBoundingClientRect().left - word.getBoundingClientRect().right;
      if (Math.abs(gap) > LOOSE) told.push(`${number.innerText} and its full stop: ${gap}`);
    }
    return told;
  });
}

test("before the app starts", async ({ page, watch }) => {
  watch.allow(/Failed to load resource|ERR_FAILED/);
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("./");
  await expect(page.locator("#crash")).toBeVisible();
  expect(await wrong(page)).toEqual([]);
});

test("on the first screen, also on the smallest phone", async ({ page }) => {
  await open(page);
  for (const width of [360, 320]) {
    await page.setViewportSize({ width, height: 740 });
    expect(await wrong(page)).toEqual([]);
  }
});

test("on the screen that says there is danger", async ({ page }) => {
  const wizard = await Wizard.open(page, new Quick());
  await wizard.goTo("#/stap/3");
  await wizard.answer(DANGER, "Ja");
  await wizard.next();
  await expect(page.locator(".flag-card")).toBeVisible();
  expect(await wrong(page)).toEqual([]);
});
