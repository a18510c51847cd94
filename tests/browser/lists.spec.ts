// A list of the plan that is longer than most: its first part, and the rest when one asks.

import { expect, test } from "./fixtures";
import { Keys, Quick } from "./pages/hands";
import { inspect } from "./pages/looks";
import { Plan } from "./pages/plan";
import { FOR_WHOM, START } from "./pages/roads";
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
  for (const number of [11, 12]) await plan.agree({ who: "ik", what: `doe ding ${number}`, when: "elke dag" });
  await plan.goTo("Afspraken");
  await expect(lines).toHaveCount(10);
  await expect(more).toHaveText("Laat er nog 2 zien");
  await inspect(page);
  const keys = new Keys(page);
  await keys.press(more);
  await expect(lines).toHaveCount(12);
  await expect(more).toHaveCount(0);
  await expect(page.locator("#agreements-1")).toBeFocused();
  await expect(page.locator("#agreements-1")).toHaveText(/doe ding 11/);
  await page.keyboard.press("Tab");
  await expect(lines.nth(10)).toBeFocused();
  await inspect(page);
  await page.keyboard.press("Enter");
  await wizard.isAt("Afspraak 11");
  await plan.goTo("Afspraken");
  await expect(lines).toHaveCount(12);

  // What is not finished is a list of its own on the page with all parts.
  await wizard.goTo("#/samen");
  await wizard.isAt("Jullie eigen plan");
  await expect(page.locator(".findings > li")).toHaveCount(10);
  const before = await page.locator(".findings > li").count();
  await keys.press(more.last());
  expect(await page.locator(".findings > li").count()).toBeGreaterThan(before);
  await expect(page.locator("#findings-1")).toBeFocused();
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
