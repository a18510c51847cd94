// Every screen and paper in two pseudo-languages: no Dutch word is left, nothing is cut off on the smallest phone, and a
// language that is written from right to left turns the screen around.

import { readFileSync } from "node:fs";
import { type Page, expect, test } from "./fixtures";
import { LANGUAGES, type Language, inspectWords, makeWords, openIn, restart, told, typedIn } from "./pages/language";
import { addresses, fixedPages } from "./pages/routes";
import { type Wizard } from "./pages/wizard";

const SMALLEST = { width: 320, height: 640 };
/** The screen on which a resident says what they need. */
const NEEDS = "#/stap/10";
const PLAN_PAGES = 19;
const SANNE = readFileSync(new URL("../cases/K4.json", import.meta.url), "utf8");

test.beforeAll(makeWords);

/** The app in this language on the smallest phone, and the words that a test types. */
async function begin(page: Page, language: Language): Promise<{ wizard: Wizard; typed: Set<string> }> {
  await page.setViewportSize(SMALLEST);
  const wizard = await openIn(page, language);
  const typed = typedIn("veel Ik wil niet meer leven");
  await inspectWords(page, typed);
  return { wizard, typed };
}

/** The choice at this place in the question at this place on the screen. */
async function choose(page: Page, question: number, choice: number): Promise<void> {
  const group = page.locator("#app .question").nth(question);
  await group.locator("input[type=radio], input[type=checkbox]").nth(choice).evaluate((found: HTMLElement) => found.click());
}

async function goOn(page: Page): Promise<void> {
  const before = await page.evaluate(() => location.hash);
  await page.locator("#app :is(.actions .primary, .onward button)").last().evaluate((found: HTMLElement) => found.click());
  await expect.poll(() => page.evaluate(() => location.hash)).not.toBe(before);
}

/** Opens an address, or the page that the app shows in its place. */
async function see(wizard: Wizard, address: string, typed: Set<string>): Promise<void> {
  await wizard.goTo(address);
  await inspectWords(wizard.page, typed);
}

for (const language of LANGUAGES) {
  test(`${language.tag}: all screens, plan pages and papers of Sanne`, async ({ page }) => {
    test.setTimeout(600_000);
    const json = await told(page);
    await page.setViewportSize(SMALLEST);
    const wizard = await openIn(page, language);
    await restart(page, json);
    const typed = typedIn(SANNE, "nog iemand");
    await inspectWords(page, typed);
    for (const address of addresses()) await see(wizard, address, typed);
    for (const address of fixedPages()) await see(wizard, address, typed);
    for (let part = 0; part < PLAN_PAGES; part += 1) {
      await see(wizard, part ? `#/samen/${part}` : "#/samen", typed);
      const inside = page.locator("#app .leads a");
      const links = await inside.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
      for (const link of links.filter((link) => link.startsWith("#/samen/") && link.split("/").length > 3)) await see(wizard, link, typed);
    }
  });

  test(`${language.tag}: nothing told yet, an error, no network, and what lies over a page`, async ({ page, context }) => {
    test.slow();
    const { wizard, typed } = await begin(page, language);
    for (const address of fixedPages()) await see(wizard, address, typed);
    await wizard.goTo(NEEDS);
    await page.locator("#app textarea").first().fill("veel ".repeat(300));
    await page.locator("#app .actions .primary").last().evaluate((found: HTMLElement) => found.click());
    await expect(page.locator(".error-summary")).toBeVisible();
    await inspectWords(page, typed);
    await context.setOffline(true);
    await expect(page.locator("#app .notice").first()).toBeVisible();
    await inspectWords(page, typed);
    await context.setOffline(false);
    for (const event of ["quiet", "elsewhere", "lost"]) {
      await page.evaluate((kind) => document.querySelector("#app")?.dispatchEvent(new Event(kind)), event);
      await inspectWords(page, typed);
    }
  });

  test(`${language.tag}: danger, and a resident who is young`, async ({ page }) => {
    test.slow();
    const { wizard, typed } = await begin(page, language);
    await see(wizard, "#/stap/2", typed);
    await choose(page, 0, 1);
    await choose(page, 2, 0);
    await inspectWords(page, typed);
    await see(wizard, "#/stap/3", typed);
    await choose(page, 0, 0);
    await inspectWords(page, typed);
    await goOn(page);
    await inspectWords(page, typed);
  });

  test(`${language.tag}: a gentle question, and the screen after a yes`, async ({ page }) => {
    const { wizard, typed } = await begin(page, language);
    await wizard.goTo(NEEDS);
    await page.locator("#app textarea").first().fill("Ik wil niet meer leven.");
    await goOn(page);
    await inspectWords(page, typed);
    await choose(page, 0, 0);
    await goOn(page);
    await inspectWords(page, typed);
    await expect(page.locator("#app .flag-card")).toContainText("113");
  });

  test(`${language.tag}: the road that is stuck`, async ({ page }) => {
    test.slow();
    const { typed } = await begin(page, language);
    await page.locator("details.menu summary").click();
    await inspectWords(page, typed);
    await page.locator("details.menu .icon-let-op").locator("xpath=..").click();
    for (let screen = 0; screen < 7; screen += 1) {
      await inspectWords(page, typed);
      await goOn(page);
    }
  });
}

test("from right to left the bar and the text begin on the other side", async ({ page }) => {
  const sides = async () => {
    const width = page.viewportSize()?.width ?? 0;
    const middle = async (selector: string) => {
      const box = await page.locator(selector).first().boundingBox();
      return box ? (box.x + box.width / 2 < width / 2 ? "left" : "right") : "nowhere";
    };
    const start = await page.locator("#app p").first().evaluate((one) => {
      const range = document.createRange();
      range.selectNodeContents(one);
      const [text, box] = [range.getClientRects()[0], one.getBoundingClientRect()];
      return text.left - box.left < box.right - text.right ? "left" : "right";
    });
    return { exit: await middle("header.bar .exit"), title: await middle(".bar-word"), start };
  };
  await openIn(page, LANGUAGES[0]);
  expect(await sides()).toEqual({ exit: "right", title: "left", start: "left" });
  await page.unrouteAll();
  await openIn(page, LANGUAGES[1]);
  expect(await sides()).toEqual({ exit: "left", title: "right", start: "right" });
});
