// A long list in the plan: its first part, and the rest on request.

import { type Locator } from "@playwright/test";
import { expect, open, test } from "./fixtures";
import { Keys, Quick } from "./pages/hands";
import { inspect } from "./pages/looks";
import { Plan } from "./pages/plan";
import { DEVICE, FOR_WHOM, KEEP, LOOKS_ALONG, SAFE, START } from "./pages/roads";
import { oneLine, printed } from "./pages/sheet";
import { Wizard } from "./pages/wizard";

test("a long list shows its first part, goes on at the first line of the next, and stays as it was left", async ({ page }) => {
  test.slow();
  const wizard = await Wizard.open(page, new Quick());
  const plan = new Plan(wizard, page);
  await wizard.fill({ title: START, answers: { [FOR_WHOM]: "Voor mezelf" } });
  for (let number = 1; number <= 10; number += 1) await plan.agree({ who: "ik", what: `doe ding ${number}`, when: "elke dag" });
  await plan.goTo("Afspraken");
  const lines = page.locator(".leads a[href^='#/samen/7/']");
  const more = page.getByRole("button", { name: /^Laat er nog/ });
  await expect(lines).toHaveCount(10);
  await expect(more).toHaveCount(0);
  const add = async (first: number, last: number) => {
    for (let number = first; number <= last; number += 1) await plan.agree({ who: "ik", what: `doe ding ${number}`, when: "elke dag" });
    await plan.goTo("Afspraken");
  };
  // A few more than ten do not get a button of their own.
  await add(11, 15);
  await expect(lines).toHaveCount(15);
  await expect(more).toHaveCount(0);
  await add(16, 16);
  await expect(lines).toHaveCount(10);
  await expect(more).toHaveText("Laat er nog 6 zien");
  await inspect(page);
  const keys = new Keys(page);
  await keys.press(more);
  await expect(lines).toHaveCount(16);
  await expect(more).toHaveCount(0);
  await expect(page.locator("#agreements-1")).toBeFocused();
  await expect(page.locator("#agreements-1")).toHaveText(/doe ding 11/);
  await page.keyboard.press("Tab");
  await expect(lines.nth(10)).toBeFocused();
  await inspect(page);
  await page.keyboard.press("Enter");
  await wizard.isAt("Afspraak 11");
  await plan.goTo("Afspraken");
  await expect(lines).toHaveCount(16);

  // Unfinished items form a list of their own on the page with all parts.
  await wizard.goTo("#/samen");
  await wizard.isAt("Jullie eigen plan");
  await expect(page.locator(".findings > li")).toHaveCount(5);
  await keys.press(page.getByRole("button", { name: /^Laat er nog 5 zien: Dit is nog niet af/ }));
  await expect(page.locator(".findings > li")).toHaveCount(10);
  await expect(page.locator("#findings-1")).toBeFocused();
});

test("a field with many people or demands shows the first ones and the chosen ones, and no line goes under a finger", async ({ page }) => {
  test.slow();
  const wizard = await Wizard.open(page, new Quick());
  const plan = new Plan(wizard, page);
  await wizard.walk([
    { title: START, answers: { [FOR_WHOM]: "Voor mezelf" } },
    { title: DEVICE, answers: { [LOOKS_ALONG]: "Nee", [KEEP]: "Ja" } },
    { title: SAFE, answers: { "Ben je bang voor iemand thuis, of voor je ex?": "Nee" } },
  ]);
  await plan.goTo("De mensen");
  for (let number = 1; number <= 16; number += 1) await plan.addPerson("Wie zijn er om je heen?", `buur ${number}`);
  for (let number = 1; number <= 12; number += 1) await plan.demand("De kinderen", `slapen op dag ${number} thuis`, "elke dag");
  await plan.agree({ what: "kookt", when: "elke dag" });

  // The resident and sixteen neighbours: the list has fifteen of them, and the line that says to choose.
  const who = page.getByLabel("Wie doet het?");
  const options = (list: Locator) => list.locator("option");
  await expect(options(who)).toHaveCount(16);
  const keys = new Keys(page);
  await keys.press(page.getByRole("button", { name: "Laat er nog 2 zien: Wie doet het?" }));
  await expect(options(who)).toHaveCount(18);
  await expect(options(page.getByLabel("Wie let erop?"))).toHaveCount(16);
  await expect(who).toBeFocused();
  await who.selectOption("buur 16");

  const demands = page.getByRole("group", { name: "Bij welke eis hoort dit?" }).getByRole("checkbox");
  await expect(demands).toHaveCount(10);
  await keys.press(page.getByRole("button", { name: "Laat er nog 2 zien: Bij welke eis hoort dit?" }));
  await expect(demands).toHaveCount(12);
  await expect(demands.nth(10)).toBeFocused();
  await demands.last().check();
  await expect(demands).toHaveCount(12);
  await inspect(page);

  // On the next visit the list has the first part plus the chosen person.
  await expect(wizard.status()).toContainText("Bewaard");
  await open(page);
  await wizard.press("Ga verder waar je was");
  await plan.nobodyIsFeared();
  await plan.goTo("Afspraken");
  await page.locator(".leads a[href^='#/samen/7/']").tap();
  await wizard.isAt("Afspraak 1");
  await expect(who.locator("option:checked")).toHaveText("buur 16");
  await expect(options(who)).toHaveCount(17);
  await expect(demands).toHaveCount(6);
  const last = page.getByRole("checkbox", { name: /^Eis 12:/ });
  await expect(last).toBeChecked();
  await last.uncheck();
  await expect(demands).toHaveCount(6);
  await expect(last).not.toBeChecked();
  await plan.goTo("Afspraken");
  await page.locator(".leads a[href^='#/samen/7/']").tap();
  await expect(demands).toHaveCount(10);
});

test("the page for the fridge is one page, however much there is", async ({ page }, info) => {
  test.slow();
  const wizard = await Wizard.open(page, new Quick());
  const plan = new Plan(wizard, page);
  await wizard.fill({ title: START, answers: { [FOR_WHOM]: "Voor mezelf" } });
  for (let number = 1; number <= 24; number += 1) {
    await plan.agree({ who: "ik", what: `ruim kamer ${number} op en zet daarna alles weer terug in de grote kast`, when: "elke dag na het eten" });
  }
  await wizard.goTo("#/samen/18");
  const pages = await printed(page, info);
  expect(pages).toHaveLength(1);
  const text = oneLine(pages[0]);
  expect(text).toContain("ruim kamer 1 op");
  expect(text).toContain("De andere afspraken staan in ons plan.");
  expect(text).toContain("Bel 112.");
});
