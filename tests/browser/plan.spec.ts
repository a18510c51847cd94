// The circle's own plan, made by a family together on one phone: from the people to the paper, the card and the
// calendar.

import { readFileSync } from "node:fs";
import { type Page, expect, test } from "./fixtures";
import { Quick } from "./pages/hands";
import { inspect } from "./pages/looks";
import { Plan, calendarDays } from "./pages/plan";
import { AFRAID, DANGER, DEVICE, FOR_WHOM, LOOKS_ALONG, PROFESSIONAL, SAFE, START, UNSAFE, WEAPON } from "./pages/roads";
import { expectToFit, oneLine, printed } from "./pages/sheet";
import { type Screen, Wizard } from "./pages/wizard";

/** The road of a resident who is afraid of someone at home, with or without a professional who looks along. */
function afraid(professional: "Ja" | "Nee"): Screen[] {
  return [
    { title: START, answers: { [FOR_WHOM]: "Voor mezelf" } },
    { title: DEVICE, answers: { [LOOKS_ALONG]: "Nee" } },
    { title: SAFE, answers: { [DANGER]: "Nee", [AFRAID]: "Ja" } },
    { title: UNSAFE },
    { title: "Nog een paar korte vragen", answers: { [WEAPON]: "Nee" } },
    { title: "Nog een paar vragen over thuis", answers: { [PROFESSIONAL]: professional } },
  ];
}

async function family(page: Page): Promise<Plan> {
  const wizard = await Wizard.open(page, new Quick());
  await wizard.walk(afraid("Ja"));
  const plan = new Plan(wizard, page);
  await plan.goTo("De mensen");
  await plan.addPerson("Wie wonen er in huis?", "zoon", { age: "12-tot-15" });
  await plan.addPerson("Wie wonen er in huis?", "dochter", { age: "4-tot-11" });
  await plan.addPerson("Wie wonen er in huis?", "vriend");
  for (const role of ["tante", "vriendin", "opa"]) await plan.addPerson("Wie zijn er om je heen?", role);
  await page.getByRole("link", { name: /^vriend( |$)/ }).tap();
  await page.getByLabel("Voor deze persoon ben ik bang.").check();
  // The page asks the earlier question about danger once more.
  await expect(page.getByRole("group", { name: DANGER })).toBeVisible();
  await plan.goTo("Wat jullie willen");
  await page.getByLabel("Hoe heet jij in dit plan?").fill("Sanne");
  await page.getByLabel("Wat willen jullie bereiken?").fill("De kinderen zijn thuis nooit meer bang.");
  await page.getByLabel("Hoe zie je dat het lukt?").first().fill("Iedereen slaapt door");
  await page.getByLabel("Wanneer beginnen jullie?").fill("2026-05-04");
  await plan.goTo("Eisen en wensen");
  await page.getByLabel("Wie stelt de eisen?").fill("jeugdbeschermer");
  await plan.demand("Zoon", "kan ergens anders slapen", "op elk moment");
  await plan.demand("De ander", "is niet in huis", "als de kinderen er zijn");
  await plan.demand("Ik", "kan iemand bellen", "dag en nacht");
  await plan.agree({ who: "zoon", what: "volgt de eigen kaart", situation: "als het misgaat", watcher: "tante", demands: [1] });
  await plan.agree({
    kind: "Iemand komt niet, of alleen soms",
    visitor: "vriend",
    allowed: "woensdagavond",
    who: "vriend",
    what: "komt alleen als de kinderen bij opa zijn",
    when: "woensdagavond",
    watcher: "opa",
    demands: [2],
  });
  await plan.agree({ who: "ik", what: "heeft drie nummers in haar telefoon", when: "altijd", demands: [3] });
  return plan;
}

test("a family makes its plan: a demand is open until someone else watches over it, and the plan goes to the desk on two pages", async ({ page }, info) => {
  test.slow();
  const plan = await family(page);
  expect(await plan.coverage()).toEqual(["dekt: ja", "dekt: ja", "nog niet af"]);
  await expect(page.getByText("Eis 3 heeft nog geen volledige afspraak.")).toBeVisible();

  await page.getByRole("link", { name: "Op papier en in je agenda" }).tap();
  await page.getByRole("link", { name: "Het plan voor de gemeente" }).tap();
  await expect(page.locator(".sheet")).toContainText("Nog niet af.");

  await plan.goTo("Afspraken");
  await page.getByRole("link", { name: /^3\./ }).tap();
  await page.getByLabel("Wie let erop?").selectOption({ label: "vriendin" });
  expect(await plan.coverage()).toEqual(["dekt: ja", "dekt: ja", "dekt: ja"]);

  await plan.wizard.goTo("#/samen/16");
  const pages = await printed(page, info);
  expect(pages.length).toBeLessThanOrEqual(2);
  const text = pages.join(" ");
  expect(text).toContain("Dit is ons persoonlijk plan (Wmo 2015, artikel 2.3.2) en familiegroepsplan (Jeugdwet, artikel 4.1.2).");
  expect(text).toContain("E1 Zoon – kan ergens anders slapen – op elk moment · afspraak 1 · dekt: ja");
  expect(text).toContain("de ander");
  expect(text.match(/dekt: ja/g)).toHaveLength(3);
  for (const day of ["1 juni 2026", "29 juni 2026", "27 juli 2026"]) expect(text).toContain(`Terugkijken op ${day} ☐ gedaan`);
  await expectToFit(page);
});

test("a card is filled in by its owner alone, is hidden again, and prints apart from the plan", async ({ page }, info) => {
  test.slow();
  const plan = await family(page);
  await plan.goTo("Een eigen kaart voor ieder");
  await expect(page.getByRole("link", { name: /^vriend( |$)/ })).toHaveCount(0);
  await page.getByRole("link", { name: /^dochter/ }).tap();
  await expect(page.getByText("Geef de telefoon aan dochter.")).toBeVisible();
  await plan.wizard.press("Ga verder als dochter");
  await page.getByLabel("Waar kun je heen?").fill("het huis met de rode deur");
  await page.getByRole("group", { name: "Koos je deze plek zelf?" }).getByLabel("ja").check();
  await page.getByLabel("Wie bel je?").first().fill("Ineke");
  await page.getByLabel("Op welk nummer bel je?").first().fill("06 1234 5678");
  await page.getByLabel("Wie bel je?").nth(1).fill("opa");
  await page.getByLabel("Op welk nummer bel je?").nth(1).fill("06 8765 4321");
  await plan.wizard.press("Sluit mijn kaart");
  await expect(page.getByText("Je kaart is opgeborgen.")).toBeVisible();
  await expect(page.getByText("rode deur")).toHaveCount(0);

  // Neither the page with all cards nor the plan for the desk shows what is on it.
  await plan.goTo("Een eigen kaart voor ieder");
  await expect(page.getByText("kaart: klaar")).toHaveCount(1);
  for (const address of ["#/samen", "#/samen/16", "#/samen/18", "#/vel", "#/meenemen", "#/overzicht"]) {
    await plan.wizard.goTo(address);
    await expect(plan.wizard.heading()).toBeVisible();
    expect(await page.locator("body").innerText()).not.toMatch(/rode deur|1234|8765/);
  }

  await plan.goTo("Een eigen kaart voor ieder");
  await page.getByRole("link", { name: /^dochter/ }).tap();
  await plan.wizard.press("Toon mijn kaart");
  const card = oneLine((await printed(page, info)).join(" "));
  expect(card).toContain("het huis met de rode deur");
  expect(card).toContain("Het is niet jouw schuld.");
  expect(card).not.toMatch(/vriend|de ander|Eigen plan/);
});

test("a card that is shown is put away after half a minute", async ({ page }) => {
  test.slow();
  const plan = await family(page);
  await plan.goTo("Een eigen kaart voor ieder");
  await page.getByRole("link", { name: /^zoon/ }).tap();
  await plan.wizard.press("Ga verder als zoon");
  await page.getByLabel("Waar kun je heen?").fill("de kamer boven de winkel");
  await plan.wizard.press("Sluit mijn kaart");
  await plan.wizard.press("Toon mijn kaart");
  await expect(page.locator(".sheet")).toContainText("boven de winkel");
  await expect(page.locator(".sheet")).toHaveCount(0, { timeout: 40_000 });
  await expect(page.getByText("Je kaart is opgeborgen.")).toBeVisible();
});

test("the days go into a calendar that another program reads, and tell nothing", async ({ page }) => {
  test.slow();
  const plan = await family(page);
  await plan.goTo("Op papier en in je agenda");
  expect(await calendarDays(page)).toEqual(["2026-06-01", "2026-06-29", "2026-07-27"]);
});

test("without a professional who looks along there is no plan, and what was told of it is on no page", async ({ page }) => {
  const wizard = await Wizard.open(page, new Quick());
  await wizard.walk(afraid("Nee"));
  for (const address of ["#/samen", "#/samen/1", "#/samen/11/1", "#/samen/16"]) {
    await wizard.goTo(address);
    await expect(page.getByText("Met een hulpverlener erbij kan het wel.")).toBeVisible();
    await expect(page.getByRole("link", { name: "De mensen" })).toHaveCount(0);
    await expect(page.getByRole("link", { name: "0800 2000" }).first()).toBeVisible();
    await inspect(page);
  }
});

test("a flag that comes up later closes the plan and keeps what was told", async ({ page }) => {
  test.slow();
  const plan = await family(page);
  await plan.wizard.goTo("#/stap/3");
  await plan.wizard.answer(DANGER, "Ja");
  await plan.wizard.goTo("#/samen/16");
  await expect(page.locator(".sheet")).toHaveCount(0);
  await expect(page.getByText("nooit meer bang")).toHaveCount(0);
  await plan.wizard.goTo("#/stap/3");
  await plan.wizard.isAt("Bel nu 112.");
  await plan.wizard.next();
  await plan.wizard.goTo("#/stap/3");
  await plan.wizard.answer(DANGER, "Nee");
  await plan.goTo("Wat jullie willen");
  await expect(page.getByLabel("Wat willen jullie bereiken?")).toHaveValue("De kinderen zijn thuis nooit meer bang.");
});

/** Every page of the plan, from the list in the source. */
function planPages(): string[] {
  const source = readFileSync(new URL("../../src/model/route.rs", import.meta.url), "utf8");
  const listed = /pub const ALL: \[PlanPage; (\d+)\]/.exec(source);
  return Array.from({ length: Number(listed?.[1]) }, (_, page) => (page === 0 ? "#/samen" : `#/samen/${page}`));
}

test("every page of the plan is for everyone, empty and filled in", async ({ page }) => {
  test.slow();
  const wizard = await Wizard.open(page, new Quick());
  const pages = planPages();
  expect(pages.length).toBeGreaterThan(15);
  for (const address of pages) {
    await wizard.goTo(address);
    await expect(wizard.heading()).toBeVisible();
    await inspect(page);
  }
});

test("every page of a whole plan is for everyone", async ({ page }) => {
  test.slow();
  await family(page);
  for (const address of [...planPages(), "#/samen/2/1", "#/samen/2/4", "#/samen/5/1", "#/samen/7/4", "#/samen/7/5", "#/samen/9/1", "#/samen/11/1", "#/samen/13/1", "#/samen/17/4"]) {
    await page.evaluate((to) => (location.hash = to), address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await inspect(page);
  }
});
