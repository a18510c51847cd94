// Dates typed on a keyboard, key by key, in every date field; and an unfinished date when the resident continues.

import { readFileSync, readdirSync } from "node:fs";
import { type Locator, type Page, expect, test } from "./fixtures";
import { Quick } from "./pages/hands";
import { Plan } from "./pages/plan";
import { FOR_WHOM, START } from "./pages/roads";
import { Wizard } from "./pages/wizard";

const ASKS = /^De datum bij “.+” is niet af\. Wil je hem afmaken of leeg laten\?$/;
const NO_DAY = "Deze datum bestaat niet";
const CONTENT = new URL("../../content/nl/", import.meta.url);

/** Every question of the road with a date as its answer, and the file it is in. */
function questions(): { id: string; text: string; shown: string; area: string }[] {
  const areas = readdirSync(new URL("areas/", CONTENT)).map((file) => `areas/${file}`);
  return ["flow.toml", ...areas].flatMap((file) => {
    const blocks = readFileSync(new URL(file, CONTENT), "utf8").split(/^\[\[/m);
    const area = /^areas\/\d+-(.*)\.toml$/.exec(file)?.[1] ?? "";
    const dates = blocks.filter((block) => /^kind = "date"$/m.test(block));
    const said = (block: string, key: string) => new RegExp(`^${key} = "(.*)"$`, "m").exec(block)?.[1] ?? "";
    return dates.map((block) => ({ id: said(block, "id"), text: said(block, "text"), shown: said(block, "shown"), area }));
  });
}

/** Types 01 06 2026 as a keyboard sends it. The browser decides which of the two is the month. */
async function type(page: Page, field: Locator): Promise<void> {
  await field.focus();
  for (const key of "01062026") await page.keyboard.press(key);
  await expect(field).toHaveValue(/^2026-(06-01|01-06)$/);
  await expect(mistakes(page)).toHaveCount(0);
  await expect(field).not.toHaveAttribute("aria-invalid", "true");
}

function mistakes(page: Page): Locator {
  return page.locator("main .error", { hasText: NO_DAY }).filter({ visible: true });
}

/** Types a date in each date field on the page; returns the ids. */
async function typeAll(page: Page): Promise<string[]> {
  const ids = await page.locator("main input[type=date]:visible").evaluateAll((fields) => fields.map((field) => field.id));
  for (const id of ids) await type(page, page.locator(`[id='${id}']`));
  return ids;
}

/** Ticks the first answer that a condition names, if it is on screen. */
async function meet(page: Page, condition: string): Promise<void> {
  const tick = condition.split(" ")[0];
  const said = /= ja/.test(condition) ? `[id='${tick}-ja']` : `main input[id$='-${tick}']`;
  const choice = page.locator(said);
  if ((await choice.count()) === 1 && !(await choice.isChecked())) await choice.evaluate((found: HTMLElement) => found.click());
}

test("a date typed key by key stays as it is typed, in every question of the road", async ({ page }) => {
  test.setTimeout(240_000);
  const all = questions();
  expect(all.length).toBeGreaterThan(4);
  const areas = [...new Set(all.map((question) => question.area))].filter((area) => area !== "");
  const typed = new Set<string>();
  while (areas.length > 0) {
    const wizard = await Wizard.open(page, new Quick());
    const chosen = areas.splice(0, 2);
    while ((await page.evaluate(() => location.hash)) !== "#/vel") {
      for (const area of chosen) await meet(page, area);
      for (const question of all) await meet(page, question.shown);
      for (const more of await page.locator("main input[id$='.u-meer-ja']").all()) await more.evaluate((found: HTMLElement) => found.click());
      for (const id of await typeAll(page)) typed.add(id.replace(/-date$/, ""));
      await wizard.next();
    }
    // Questions that the road skips are asked from the overview.
    for (const question of all.filter(({ id, area }) => chosen.includes(area) && !typed.has(id))) {
      await wizard.goTo("#/overzicht");
      await page.getByRole("button", { name: `Vul het in: ${question.text}`, includeHidden: true }).evaluate((found: HTMLElement) => found.click());
      await expect(page.locator(`[id='${question.id}-date']`)).toBeVisible();
      for (const id of await typeAll(page)) typed.add(id.replace(/-date$/, ""));
    }
  }
  expect([...typed].sort()).toEqual(all.map((question) => question.id).sort());
});

/** A resident without other people, with a plan that shows every date field. */
async function plan(page: Page): Promise<Plan> {
  const wizard = await Wizard.open(page, new Quick());
  const plan = new Plan(wizard, page);
  await wizard.fill({ title: START, answers: { [FOR_WHOM]: "Voor mezelf" } });
  await plan.goTo("Afspraken");
  await wizard.press("Voeg een afspraak toe");
  return plan;
}

test("a date typed key by key stays as it is typed, in every field of the plan", async ({ page }) => {
  test.setTimeout(240_000);
  const { wizard } = await plan(page);
  const typed: string[] = [];
  const kinds = page.locator("fieldset").first().getByRole("radio");
  for (let nth = 0; nth < (await kinds.count()); nth += 1) {
    await kinds.nth(nth).evaluate((found: HTMLElement) => found.click());
    const more = page.getByText("Meer over deze afspraak");
    if ((await more.count()) === 1 && !(await page.getByText("op proef").isVisible())) await more.tap();
    for (const trial of await page.getByText("op proef").all()) await trial.tap();
    typed.push(...(await typeAll(page)));
  }
  for (const address of ["#/samen/3", "#/samen/4", "#/samen/12", "#/samen/13/1", "#/samen/14"]) {
    await wizard.goTo(address);
    await expect(wizard.heading()).toBeFocused();
    const weeks = page.getByLabel("Elke hoeveel weken daarna?");
    if ((await weeks.count()) === 1) await weeks.fill("6");
    typed.push(...(await typeAll(page)));
  }
  const fields = new Set(typed.map((id) => id.split("-")[0]));
  expect(fields.size, [...fields].join(" ")).toBe(DAYS_OF_THE_PLAN);
});

/** The number of date fields in a plan: the model has one line for each. */
const DAYS_OF_THE_PLAN = readdirSync(new URL("../../src/model/plan/", import.meta.url))
  .map((file) => readFileSync(new URL(`../../src/model/plan/${file}`, import.meta.url), "utf8"))
  .reduce((sum, source) => sum + (source.match(/at\.day\(Field::/g)?.length ?? 0), 0);

test("a field in which someone types keeps its words when the page is drawn anew", async ({ page }) => {
  const { wizard } = await plan(page);
  await wizard.goTo("#/samen/3");
  const day = page.getByLabel("Wanneer beginnen jullie?");
  await day.focus();
  for (const key of "0106202") await page.keyboard.press(key);
  await expect(day).toHaveValue(/^0202-/);
  await page.evaluate(() => document.querySelector("#app")?.dispatchEvent(new Event("offline")));
  await expect(page.locator("#app main")).toContainText("Je hebt geen internet");
  await page.keyboard.press("6");
  await expect(day).toHaveValue(/^2026-/);
  await page.evaluate(() => document.querySelector("#app")?.dispatchEvent(new Event("online")));
});

/** Types only the day. */
async function half(page: Page, field: Locator): Promise<void> {
  await field.focus();
  for (const key of "12") await page.keyboard.press(key);
}

/** Opens the screen with the day of a report, with that question asked. */
async function report(page: Page): Promise<{ wizard: Wizard; day: Locator }> {
  const wizard = await Wizard.open(page, new Quick());
  const day = page.locator("#ml-datum-date");
  for (let nth = 0; nth < 40 && (await day.count()) === 0; nth += 1) {
    await meet(page, "ml-gedaan = ja");
    if ((await day.count()) === 0 && !(await page.locator("[id='ml-gedaan-ja']").count())) await wizard.next();
  }
  await expect(day).toBeVisible();
  return { wizard, day };
}

test("half a date is asked about once before one goes on: finish it", async ({ page }) => {
  const { wizard, day } = await report(page);
  const here = await page.evaluate(() => location.hash);
  await half(page, day);
  await wizard.button("Verder").tap();
  await expect(page.getByText(ASKS)).toBeVisible();
  expect(await page.evaluate(() => location.hash)).toBe(here);
  await wizard.button("Maak de datum af").tap();
  await expect(day).toBeFocused();
  await expect(page.getByText(ASKS)).toHaveCount(0);
  await type(page, day);
  await wizard.next();
});

test("half a date is asked about once before one goes on: leave it empty", async ({ page }) => {
  const { wizard, day } = await report(page);
  const here = await page.evaluate(() => location.hash);
  await half(page, day);
  await wizard.button("Verder").tap();
  await wizard.button("Laat de datum leeg").tap();
  await expect.poll(() => page.evaluate(() => location.hash)).not.toBe(here);
  await wizard.goTo(here);
  await expect(day).toHaveValue("");
  await wizard.next();
});

test("a date that is finished without the button is not asked about any more, and stays", async ({ page }) => {
  const { wizard, day } = await report(page);
  const here = await page.evaluate(() => location.hash);
  await half(page, day);
  await wizard.button("Verder").tap();
  await expect(page.getByText(ASKS)).toBeVisible();
  await type(page, day);
  await expect(page.getByText(ASKS)).toHaveCount(0);
  const value = await day.inputValue();
  expect(value).not.toBe("");
  await wizard.button("Verder").tap();
  await expect.poll(() => page.evaluate(() => location.hash)).not.toBe(here);
  await wizard.goTo(here);
  await expect(day).toHaveValue(value);
});

test("a year that is not finished is kept and asked about, and a second try goes on", async ({ page }) => {
  const { wizard, day } = await report(page);
  await day.focus();
  for (const key of "010620") await page.keyboard.press(key);
  await expect(mistakes(page)).toHaveCount(0);
  // Another answer on the same screen redraws everything, while the field has no focus.
  await page.locator(".quiet label").first().tap();
  await expect(day).toHaveValue(/^0020-/);
  const here = await page.evaluate(() => location.hash);
  await wizard.button("Verder").tap();
  await expect(page.getByText(ASKS)).toBeVisible();
  await wizard.button("Verder").tap();
  await expect.poll(() => page.evaluate(() => location.hash)).not.toBe(here);
});

test("half a date in the plan is asked about at every way on: the button, a link, the menu", async ({ page }) => {
  const { wizard } = await plan(page);
  const ways: [string, () => Locator][] = [
    ["the button", () => wizard.button("Klaar")],
    ["the link", () => wizard.link("Vorige")],
    ["the menu", () => page.locator(".menu").getByRole("link", { name: "Kijk je antwoorden na" })],
  ];
  for (const [name, way] of ways) {
    await wizard.goTo("#/samen/3");
    await expect(wizard.heading()).toBeFocused();
    await half(page, page.getByLabel("Wanneer beginnen jullie?"));
    if (!(await way().isVisible())) await wizard.openMenu();
    await way().tap();
    await expect(page.getByText(ASKS), name).toBeVisible();
    expect(await page.evaluate(() => location.hash), name).toBe("#/samen/3");
    await wizard.button("Laat de datum leeg").tap();
    await expect.poll(() => page.evaluate(() => location.hash), name).not.toBe("#/samen/3");
  }
});

test("of more dates on a page, the one that is not finished is named", async ({ page }) => {
  const { wizard } = await plan(page);
  const here = await page.evaluate(() => location.hash);
  await page.getByText("Zo thuis mogelijk").tap();
  await page.getByText("Meer over deze afspraak").tap();
  await page.getByText("op proef").tap();
  const days = ["Wanneer kijken jullie of het kind terug kan?", "Tot wanneer proberen jullie het?"];
  for (const label of days) await type(page, page.getByLabel(label));
  // From the last one to the first: an earlier one that is finished is not the one that is named.
  for (const label of days.reverse()) {
    const day = page.getByLabel(label);
    await day.focus();
    await page.keyboard.press("Delete");
    await wizard.button("Klaar").tap();
    await expect(page.getByText(ASKS)).toHaveText(`De datum bij “${label}” is niet af. Wil je hem afmaken of leeg laten?`);
    expect(await page.evaluate(() => location.hash)).toBe(here);
    await wizard.button("Maak de datum af").tap();
    await expect(day).toBeFocused();
    await type(page, day);
  }
});

test("the date of a question is named by the words of the question", async ({ page }) => {
  const { wizard, day } = await report(page);
  await half(page, day);
  await wizard.button("Verder").tap();
  const question = questions().find(({ id }) => id === "ml-datum")?.text;
  await expect(page.getByText(ASKS)).toHaveText(`De datum bij “${question}” is niet af. Wil je hem afmaken of leeg laten?`);
});
