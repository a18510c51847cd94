// Leaving halfway, wiping, restarting after an error, and restoring what was emptied.

import { NEUTRAL, type Page, expect, started, test } from "./fixtures";
import { lookOut, phone, travel } from "./pages/history";
import { Quick } from "./pages/hands";
import { AREAS, DEVICE, K1, KEEP, NEEDS, START } from "./pages/roads";
import { type Screen, Wizard } from "./pages/wizard";

const CANARY = "kanarie-4711";
const needs: Screen = { title: NEEDS, answers: { [NEEDS]: `“Mijn ${CANARY} is weg.”`, [AREAS]: "Geld" } };
const withCanary: Screen[] = [...K1.slice(0, 3), needs];
const NOTHING_LOST = "Er ging iets mis. Je antwoorden tot de laatste stap zijn er nog.";

/** Enters answers and opens the paper, which shows them all. */
async function tellAndLook(wizard: Wizard): Promise<void> {
  await wizard.walk(withCanary);
  await wizard.goTo("#/vel");
  await expect(wizard.page.locator(".sheet")).toContainText(CANARY);
  await wizard.page.addInitScript(lookOut, CANARY);
  await wizard.page.evaluate(lookOut, CANARY);
}

test("leaving in the middle: Back and Forward never show what was told", async ({}, info) => {
  const { page, context, watch, sightings } = await phone(info);
  await page.goto(`${NEUTRAL}voor`);
  const wizard = await Wizard.open(page, new Quick());
  await tellAndLook(wizard);
  await wizard.button("Sluit deze pagina").click();
  await expect(page).toHaveURL(NEUTRAL);
  await travel(page, [-1, -1, -1, -1, -1, -1, 1, 1, 1, 1]);
  expect(sightings()).toBe(0);
  expect(watch.unexpected()).toEqual([]);
  await context.browser()?.close();
});

test("wiping asks once, says what it cannot reach, and leaves nothing behind", async ({}, info) => {
  const { page, context, watch, sightings } = await phone(info);
  const wizard = await Wizard.open(page, new Quick());
  const kept = withCanary.map((screen) => (screen.title === DEVICE ? { ...screen, answers: { ...screen.answers, [KEEP]: "Ja" } } : screen));
  await wizard.walk(kept);
  await expect(wizard.status()).toContainText("Bewaard in deze browser");
  await page.evaluate(() => localStorage.setItem("van-een-ander", "blijft"));

  await wizard.openMenu();
  await wizard.press("Wis alles");
  const dialog = page.getByRole("dialog", { name: "Wil je alles wissen?" });
  await expect(dialog).toBeVisible();
  await dialog.getByRole("button", { name: "Laat het staan" }).click();
  await expect(dialog).toBeHidden();
  expect(await page.evaluate(() => JSON.stringify(localStorage))).toContain(CANARY);

  await wizard.press("Wis alles");
  await page.addInitScript(lookOut, CANARY);
  await page.evaluate(lookOut, CANARY);
  await dialog.getByRole("button", { name: "Wis alles" }).click();
  await expect(page.getByText("Alles van dit hulpmiddel is van dit apparaat gewist.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Dit kan ik niet wissen:" })).toBeVisible();
  for (const line of [/geschiedenis van je browser/, /gedownload/, /geprint/, /met anderen hebt gedeeld/, /Gesprekken in de lijst/]) {
    await expect(page.getByRole("listitem").filter({ hasText: line }).first()).toBeVisible();
  }
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(["van-een-ander"]);
  await wizard.press("Begin opnieuw");
  await wizard.isAt(START);
  await travel(page, [-1, -1, -1, -1, 1, 1, 1], () => true);
  expect(sightings()).toBe(0);
  expect(watch.unexpected()).toEqual([]);
  await context.browser()?.close();
});

/** Makes the next answer trap inside the app: the browser refuses the text change that the app makes then. */
async function trapAtNextAnswer(page: Page): Promise<void> {
  await page.evaluate(() => {
    const value = Object.getOwnPropertyDescriptor(Node.prototype, "nodeValue") as PropertyDescriptor;
    const fail = () => {
      Object.defineProperty(Node.prototype, "nodeValue", value);
      throw new WebAssembly.RuntimeError("unreachable");
    };
    Object.defineProperty(Node.prototype, "nodeValue", { ...value, set: fail });
  });
}

test("a fault while answering: everything told is back, also what was told last; the third time the static help stays", async ({ page, watch }) => {
  watch.allow(/^error: unreachable$/);
  const wizard = await Wizard.open(page, new Quick());
  await wizard.walk(withCanary.slice(0, 3));
  await wizard.isAt(NEEDS);
  // Long enough to change the count below the field: that is the text change the browser refuses.
  const long = (word: string, times: number): string => `“${`${word} `.repeat(times).trim()}.”`;
  for (const [times, words] of [[2, long("Vijf", 15)], [3, long("Twee", 14)]] as const) {
    await trapAtNextAnswer(page);
    await wizard.answer(NEEDS, words);
    await started(page, times);
    await expect(page.getByText(NOTHING_LOST)).toBeVisible();
    await wizard.isAt(NEEDS);
    await wizard.isAnswered(NEEDS, words);
  }
  await wizard.goTo("#/stap/2");
  await wizard.isFilled(withCanary[1]);
  await wizard.goTo("#/stap/3");
  await wizard.isFilled(withCanary[2]);
  await wizard.goTo("#/stap/10");
  await wizard.isAt(NEEDS);
  await trapAtNextAnswer(page);
  await wizard.question(NEEDS).getByRole("textbox").fill("Drie keer. ".repeat(7));
  await expect(page.getByText("Dit hulpmiddel start niet op.")).toBeVisible();
  await expect(page.getByRole("link", { name: "112", exact: true }).first()).toBeVisible();
  await expect(page.locator("#app")).toHaveCount(0);
});

test("an emptied text and a removed person come back", async ({ page }) => {
  const wizard = await Wizard.open(page);
  await wizard.walk(withCanary);
  await wizard.goTo("#/stap/10");
  await wizard.question(NEEDS).getByRole("textbox").fill("");
  await expect(page.getByText("Je antwoord is leeg gemaakt.")).toBeVisible();
  await wizard.press("Zet terug");
  await wizard.isFilled(needs);
  await expect(wizard.button("Zet terug")).toHaveCount(0);

  await wizard.goTo("#/stap/113");
  const people = "Wie zijn er om je heen?";
  const [zoon, til] = [{ role: "zoon" }, { role: "buurvrouw", name: "Til" }];
  await wizard.answer(people, zoon, til);
  await wizard.question(people).getByRole("button", { name: "Haal deze persoon weg" }).first().tap();
  await wizard.isAnswered(people, til);
  await expect(page.getByText("Dat is weggehaald.")).toBeVisible();
  await wizard.press("Zet terug");
  await wizard.isAnswered(people, zoon, til);
});
