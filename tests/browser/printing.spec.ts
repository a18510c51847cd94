// Printing in browsers that do not print, and printing from the browser's own menu.

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { type Page, type TestInfo, expect, open, started, test } from "./fixtures";
import { Quick } from "./pages/hands";
import { inspect } from "./pages/looks";
import { Plan } from "./pages/plan";
import { AREAS, K1, NEEDS, SAFE, SHEET } from "./pages/roads";
import { oneLine } from "./pages/sheet";
import { takeAway } from "./pages/taken";
import { told } from "./pages/texts";
import { type Screen, Wizard } from "./pages/wizard";

const FAILED = told("paper.print-failed");
const NO_PAPER = "Dit scherm print je niet. Ga naar je vel.";
const needs: Screen = { title: NEEDS, answers: { [NEEDS]: "“Ik wil rust.”", [AREAS]: "Geld" } };
/** The summary, the meeting request, the plan, the part of a helper, and the page for the fridge. */
const PAPERS = ["#/vel", "#/vel/4", "#/samen/16", "#/samen/17/1", "#/samen/18"];

/** Enters enough for every paper, and fills in a card. */
async function withEveryPaper(page: Page): Promise<Plan> {
  const wizard = await Wizard.open(page, new Quick());
  const plan = new Plan(wizard, page);
  await wizard.walk([...K1.slice(0, 3), needs]);
  await wizard.openMenu();
  await wizard.press("Het loopt vast");
  await plan.goTo("De mensen");
  await plan.addPerson("Wie zijn er om je heen?", "buurvrouw");
  await plan.agree({ who: "buurvrouw", what: "buurvrouw belt mij", when: "elke avond", watcher: "ik" });
  return plan;
}

/** The words on paper, as the browser's own menu prints the page. */
async function printedWords(page: Page, info: TestInfo): Promise<string> {
  const file = info.outputPath("page.pdf");
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
  return oneLine(execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" }));
}

test("where printing does nothing it is said on every page that prints, and only there", async ({ page }) => {
  test.slow();
  await takeAway(page, "print", "answers nothing");
  const plan = await withEveryPaper(page);
  for (const address of PAPERS) {
    await plan.wizard.goTo(address);
    await expect(page.locator(".sheet"), address).toBeVisible();
    await expect(page.getByText(FAILED), address).toHaveCount(0);
    await page.getByRole("button", { name: /^Print (je|dit) vel$/ }).tap();
    await expect(page.getByText(FAILED), address).toBeVisible();
    await inspect(page);
  }
  await plan.goTo("Een eigen kaart voor ieder");
  await page.locator(".leads").getByRole("link").first().tap();
  await plan.wizard.press("Verder");
  await page.getByLabel("Waar kun je heen?").fill("het gele huis");
  await plan.wizard.press("Sluit mijn kaart");
  await plan.wizard.press("Toon mijn kaart");
  await plan.wizard.press("Print je vel");
  // Nobody sees a card.
  await expect(page.getByText(told("paper.card-print-failed"))).toBeVisible();
  await expect(page.getByText(FAILED)).toHaveCount(0);
});

/** Opens the sheet in a browser whose `print` sends `beforeprint` after this many ms; the test controls the clock. */
async function atTheSheet(page: Page, tellsAfter: number): Promise<Wizard> {
  await page.clock.install();
  await page.addInitScript((late) => {
    globalThis.print = () => {
      const begin = () => dispatchEvent(new Event("beforeprint"));
      if (late === 0) begin();
      else if (late > 0) setTimeout(begin, late);
    };
  }, tellsAfter);
  await open(page);
  const wizard = new Wizard(page, new Quick());
  await wizard.goTo("#/vel");
  await wizard.press("Maak een leeg vel");
  await expect(wizard.button("Print je vel")).toBeVisible();
  return wizard;
}

test("a browser that prints is believed", async ({ page }) => {
  const wizard = await atTheSheet(page, 0);
  await wizard.press("Print je vel");
  await page.clock.fastForward("00:10");
  await expect(page.getByText(FAILED)).toHaveCount(0);
});

test("a browser that prints late is believed as soon as it prints", async ({ page }) => {
  const wizard = await atTheSheet(page, 5_000);
  await wizard.press("Print je vel");
  await page.clock.fastForward("00:02");
  await expect(page.getByText(FAILED)).toBeVisible();
  await page.clock.fastForward("00:04");
  await expect(page.getByText(FAILED)).toHaveCount(0);
});

test("a browser that never tells when it prints is not doubted", async ({ page }) => {
  await takeAway(page, "onbeforeprint", "absent");
  const wizard = await atTheSheet(page, -1);
  await wizard.press("Print je vel");
  await page.clock.fastForward("00:10");
  await expect(page.getByText(FAILED)).toHaveCount(0);
});

test("the browser's own menu prints a sheet, and of any other screen one sentence and no answer", async ({ page }, info) => {
  test.slow();
  await page.goto("./");
  await started(page);
  expect(await printedWords(page, info)).toBe(NO_PAPER);
  const { wizard } = await withEveryPaper(page);
  for (const address of ["#/stap/2", "#/stap/3", "#/stap/10", "#/overzicht", "#/meenemen", "#/uitleg", "#/samen", "#/samen/11/0"]) {
    await wizard.goTo(address);
    await expect(wizard.heading()).toBeFocused();
    expect(await printedWords(page, info), address).toBe(NO_PAPER);
  }
  for (const address of PAPERS) {
    await wizard.goTo(address);
    await expect(page.locator(".sheet"), address).toBeVisible();
    expect(await printedWords(page, info), address).not.toContain(NO_PAPER);
  }
  await expect(page.getByText(NO_PAPER)).toBeHidden();
});

/** A browser whose style sheets do not support `:has`, like Firefox before 121. */
async function withoutHas(page: Page): Promise<void> {
  const change = (file: RegExp, from: RegExp, to: string) =>
    page.route(file, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace(from, to) });
    });
  await change(/\/plan\/$/, / integrity="[^"]*"/g, "");
  await change(/\.css$/, /:has\(/g, ":heeft(");
}

test("where style sheets cannot look into an element a sheet prints alone, and no other screen prints", async ({ page }, info) => {
  test.slow();
  const { wizard } = await withEveryPaper(page);
  const papers = new Map<string, string>();
  const printAll = async (see: (address: string, words: string) => void) => {
    for (const address of PAPERS) {
      await wizard.goTo(address);
      await expect(page.locator(".sheet"), address).toBeVisible();
      see(address, await printedWords(page, info));
    }
  };
  await printAll((address, words) => papers.set(address, words));
  await withoutHas(page);
  await withEveryPaper(page);
  await printAll((address, words) => expect(words, address).toBe(papers.get(address)));
  for (const address of ["#/stap/3", "#/overzicht", "#/meenemen"]) {
    await wizard.goTo(address);
    await expect(wizard.heading()).toBeFocused();
    expect(await printedWords(page, info), address).toBe("");
  }
});
