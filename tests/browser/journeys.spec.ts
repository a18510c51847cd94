// Two households from the first screen to the paper: one by tapping, one by keyboard only.

import { expect, test } from "./fixtures";
import { Keys } from "./pages/hands";
import { K1, K2, SHEET } from "./pages/roads";
import { expectToFit, expected, oneLine, printed } from "./pages/sheet";
import { type Screen, Wizard } from "./pages/wizard";

/** Allows names in free text on paper; a yes holds for the person, wherever the name occurs. */
async function allowNames(wizard: Wizard, screen: Screen): Promise<void> {
  if (screen.title !== "Kies wat op je vel mag") return;
  const allow = wizard.button("Houd de tekst: de naam mag");
  while ((await allow.count()) > 0) {
    const before = await allow.count();
    await allow.first().tap();
    await expect.poll(() => allow.count()).toBeLessThan(before);
  }
}

test("Henk taps his way from the first screen to the paper", async ({ page }, info) => {
  const wizard = await Wizard.open(page);
  await wizard.walk(K1, (screen, state) => (state === "filled" ? allowNames(wizard, screen) : Promise.resolve()));
  await wizard.isAt(SHEET);
  await expect(page.getByText("Nog niet ingeleverd.").first()).toBeVisible();
  expect(oneLine(await page.locator(".sheet").innerText())).toBe(expected("K1").join(" "));
  expect(await printed(page, info)).toEqual(expected("K1"));
  await expectToFit(page);
});

test("Samira tells everything by keyboard alone", async ({ page }, info) => {
  test.slow();
  const wizard = await Wizard.open(page, new Keys(page));
  await wizard.walk(K2);
  await wizard.isAt(SHEET);
  expect(await printed(page, info)).toEqual(expected("K2"));
  await expectToFit(page);
  await wizard.press("Maak een belbriefje");
  await wizard.isAt("Je belbriefje");
});
