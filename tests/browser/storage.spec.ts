// Storage that refuses: one sentence says so, and nothing on screen is lost.

import { type Page, expect, started, test } from "./fixtures";
import { AREAS, DEVICE, FOR_WHOM, KEEP, LOOKS_ALONG, NEEDS, SAFE, START } from "./pages/roads";
import { type Screen, Wizard } from "./pages/wizard";

const road: Screen[] = [
  { title: START, answers: { [FOR_WHOM]: "Voor mezelf" } },
  { title: DEVICE, answers: { [LOOKS_ALONG]: "Nee", [KEEP]: "Ja" } },
  { title: SAFE },
];
const needs: Screen = { title: NEEDS, answers: { [NEEDS]: "“Ik wil rust.”", [AREAS]: "Geld" } };

const BLOCKED = "Deze browser laat bewaren niet toe. Je kunt gewoon verder. Maak een vel voor je sluit.";
const FULL = "Het geheugen van dit apparaat is vol. Je antwoorden staan nog op het scherm. Maak een vel.";
const DIFFERENT = "Dit apparaat kan je antwoorden niet bewaren. Ze staan nog op het scherm. Maak een vel of een bestand.";

const refusals: [string, string, (page: Page) => Promise<unknown>][] = [
  ["blocked", BLOCKED, (page) => page.addInitScript(() => {
    Object.defineProperty(globalThis, "localStorage", { get: () => { throw new DOMException("", "SecurityError"); } });
  })],
  ["not there at all", BLOCKED, (page) => page.addInitScript(() => Object.defineProperty(globalThis, "localStorage", { value: null }))],
  ["full", FULL, (page) => page.addInitScript(() => {
    Storage.prototype.setItem = () => { throw new DOMException("", "QuotaExceededError"); };
  })],
  ["really full", FULL, (page) => page.addInitScript(() => {
    const fill = (size: number) => {
      for (let part = 0; ; part += 1) localStorage.setItem(`vol-${size}-${part}`, "x".repeat(size));
    };
    for (const size of [1_000_000, 10_000, 10]) {
      try {
        fill(size);
      } catch {
        // Then try the next smaller size.
      }
    }
  })],
  ["giving back something else", DIFFERENT, (page) => page.addInitScript(() => {
    Storage.prototype.getItem = () => '"iets anders"';
  })],
];

for (const [name, sentence, refuse] of refusals) {
  test(`storage ${name}: it is said, and every answer stays`, async ({ page }) => {
    await refuse(page);
    const wizard = await Wizard.open(page);
    await wizard.walk(road);
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(wizard.status()).toContainText("Niet bewaard");
    await wizard.fill(needs);
    await wizard.isFilled(needs);
    await page.goBack();
    await page.goBack();
    await wizard.isFilled(road[1]);
    await wizard.goTo("#/vel");
    await expect(page.locator(".sheet")).toContainText("Ik wil rust.");
    await expect(page.getByText(sentence)).toBeVisible();
  });
}

test("a record that was damaged is told, and the rest is there", async ({ page }) => {
  const wizard = await Wizard.open(page);
  await wizard.walk(road);
  await wizard.fill(needs);
  await expect(wizard.status()).toContainText("Bewaard in deze browser");
  await page.evaluate(() => localStorage.setItem("overzicht.start", '"half"'));
  await page.reload();
  await started(page);
  await wizard.goTo("#/stap/10");
  await wizard.isFilled(needs);
  await expect(page.locator(".notice").first()).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText("message.");
});

test("what a newer version wrote is left alone, and the page can be loaded anew", async ({ page }) => {
  const wizard = await Wizard.open(page);
  await wizard.walk(road);
  await wizard.fill(needs);
  await expect(wizard.status()).toContainText("Bewaard in deze browser");
  const record = await page.evaluate(() => {
    const newer = localStorage.getItem("overzicht.nodig")?.replace(/^1:/, "9:") ?? "";
    localStorage.setItem("overzicht.nodig", newer);
    return newer;
  });
  await page.reload();
  await started(page);
  const told = page.getByRole("status").filter({ hasText: "Dit plan komt uit een nieuwere versie." });
  await expect(told).toBeVisible();
  await wizard.goTo("#/stap/10");
  await wizard.answer(NEEDS, "“Iets anders.”");
  expect(await page.evaluate(() => localStorage.getItem("overzicht.nodig"))).toBe(record);
  await told.getByRole("button", { name: "Ververs de pagina" }).click();
  await expect(wizard.question(NEEDS).getByRole("textbox")).toHaveValue("");
  expect(await page.evaluate(() => localStorage.getItem("overzicht.nodig"))).toBe(record);
});
