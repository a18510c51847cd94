// A calm screen instead of the page: nobody touched it for a while, or another tab has the answers.

import { type Page, expect, open, started, test } from "./fixtures";
import { inspect } from "./pages/looks";
import { AREAS, DEVICE, FOR_WHOM, KEEP, LOOKS_ALONG, NEEDS, SAFE, START } from "./pages/roads";
import { type Screen, Wizard } from "./pages/wizard";

const QUIET = "Ben je er nog?";
const ELSEWHERE = "Je plan staat ook open in een ander tabblad.";
const TAKEN_OVER = "Je bent in een ander tabblad verder gegaan.";
const WIPED = "Je hebt alles gewist in een ander tabblad.";
const KEPT = "Bewaard in deze browser";
const WORDS = "Ik wil rust.";

const road: Screen[] = [
  { title: START, answers: { [FOR_WHOM]: "Voor mezelf" } },
  { title: DEVICE, answers: { [LOOKS_ALONG]: "Nee", [KEEP]: "Ja" } },
  { title: SAFE },
];
const needs: Screen = { title: NEEDS, answers: { [NEEDS]: `“${WORDS}”`, [AREAS]: "Geld" } };

/** A page whose clock the test controls. */
async function withClock(page: Page): Promise<Wizard> {
  await page.clock.install();
  await open(page);
  return new Wizard(page);
}

async function isCovered(page: Page, heading: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page.getByRole("main")).not.toContainText(WORDS);
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Sluit deze pagina" })).toBeVisible();
}

test("after ten minutes without a touch the answers go behind a question, and come back", async ({ page }) => {
  const wizard = await withClock(page);
  await wizard.walk([road[0], { title: DEVICE }, { title: SAFE }]);
  await wizard.fill(needs);
  await page.clock.fastForward("09:50");
  await wizard.isAt(NEEDS);
  // Any input restarts the count.
  await page.keyboard.press("Tab");
  await page.clock.fastForward("09:50");
  await wizard.isAt(NEEDS);
  await page.clock.fastForward("00:20");
  await isCovered(page, QUIET);
  await expect(page.getByText("Ze zijn dan weg, want er is niets bewaard.")).toBeVisible();
  await inspect(page);
  await wizard.press("Ga verder");
  await wizard.isAt(NEEDS);
  await wizard.isFilled(needs);
  await page.clock.fastForward("10:01");
  await wizard.press("Vraag dit niet meer");
  await wizard.isFilled(needs);
  await page.clock.fastForward("30:00");
  await wizard.isFilled(needs);
});

test("when nobody answers, what was only in memory is gone", async ({ page }) => {
  const wizard = await withClock(page);
  await wizard.walk([road[0], { title: DEVICE }, { title: SAFE }]);
  await wizard.fill(needs);
  await page.clock.fastForward("10:01");
  await isCovered(page, QUIET);
  await page.clock.fastForward("02:01");
  await wizard.isAt(START);
  await expect(page.getByText("Alles van dit hulpmiddel is van dit apparaat gewist.")).toBeVisible();
  await wizard.goTo("#/stap/10");
  await wizard.isAt(NEEDS);
  await expect(wizard.question(NEEDS).getByRole("textbox")).toHaveValue("");
});

test("when nobody answers, what is kept on the device is offered again", async ({ page }) => {
  const wizard = await withClock(page);
  await wizard.walk(road);
  await wizard.fill(needs);
  await expect(wizard.status()).toContainText(KEPT);
  await page.clock.fastForward("10:01");
  await expect(page.getByText("Wat bewaard is, blijft bewaard in deze browser.")).toBeVisible();
  await page.clock.fastForward("02:01");
  await wizard.isAt("Je was al begonnen");
  await wizard.press("Ga verder waar je was");
  await wizard.isFilled(needs);
});

test("who has a hard time with language is given all the time", async ({ page }) => {
  const wizard = await withClock(page);
  await wizard.walk([road[0], { title: DEVICE }, { title: SAFE }]);
  await wizard.fill({ title: NEEDS, answers: { [AREAS]: "Post, taal en regelen" } });
  await wizard.next();
  await wizard.answer("Wat herken je? Tik alles aan wat klopt.", "Ik begrijp de brieven van de overheid niet.");
  await page.clock.fastForward("30:00");
  await expect(wizard.choice("Wat herken je? Tik alles aan wat klopt.", "Ik begrijp de brieven van de overheid niet.")).toBeChecked();
});

test("an empty page asks nobody whether they are there", async ({ page }) => {
  const wizard = await withClock(page);
  await page.keyboard.press("Tab");
  await page.clock.fastForward("30:00");
  await wizard.isAt(START);
});

/** A tab with stored answers. */
async function first(page: Page): Promise<Wizard> {
  const wizard = await Wizard.open(page);
  await wizard.walk(road);
  await wizard.fill(needs);
  await expect(wizard.status()).toContainText(KEPT);
  return wizard;
}

test("a second tab says that the plan is open elsewhere, and can take it over and back", async ({ page, context }) => {
  const one = await first(page);
  const other = await context.newPage();
  await open(other);
  await isCovered(other, ELSEWHERE);
  await inspect(other);
  // The first tab continues as if nothing happened.
  await page.bringToFront();
  await one.answer(NEEDS, `“${WORDS} En slaap.”`);
  await expect(one.status()).toContainText(KEPT);
  await other.bringToFront();
  const two = new Wizard(other);
  await two.press("Neem het hier over");
  await two.isAt(NEEDS);
  await expect(two.question(NEEDS).getByRole("textbox")).toHaveValue(`${WORDS} En slaap.`);
  await isCovered(page, TAKEN_OVER);
  await inspect(page);
  await two.answer(NEEDS, `“${WORDS} En werk.”`);
  await expect(two.status()).toContainText(KEPT);
  await page.bringToFront();
  await one.press("Neem het hier over");
  await expect(one.question(NEEDS).getByRole("textbox")).toHaveValue(`${WORDS} En werk.`);
  await isCovered(other, TAKEN_OVER);
  await page.reload();
  await started(page);
  await expect(one.question(NEEDS).getByRole("textbox")).toHaveValue(`${WORDS} En werk.`);
});

test("when the first tab closes, the second can go on", async ({ page, context }) => {
  await first(page);
  const other = await context.newPage();
  await open(other);
  await isCovered(other, ELSEWHERE);
  await page.close();
  const two = new Wizard(other);
  await two.press("Neem het hier over");
  await two.isFilled(needs);
  await two.answer(NEEDS, "“Ik wil slaap.”");
  await expect(two.status()).toContainText(KEPT);
});

test("a wipe in one tab is a wipe in all", async ({ page, context }) => {
  const one = await first(page);
  const other = await context.newPage();
  await open(other);
  const two = new Wizard(other);
  await two.press("Neem het hier over");
  await two.isFilled(needs);
  await two.openMenu();
  await two.press("Wis alles");
  await other.getByRole("dialog").getByRole("button", { name: "Wis alles" }).click();
  await two.isAt(START);
  await isCovered(page, WIPED);
  await inspect(page);
  await page.bringToFront();
  await one.press("Begin");
  await one.isAt(START);
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test("a restart after a fault goes on writing in the same tab", async ({ page }) => {
  const wizard = await first(page);
  await page.evaluate(() => dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("op proef") })));
  await started(page, 2);
  await expect(wizard.heading()).not.toHaveText(ELSEWHERE);
  await wizard.answer(NEEDS, "“Ik wil slaap.”");
  await expect(wizard.status()).toContainText(KEPT);
  await page.reload();
  await started(page);
  await expect(wizard.question(NEEDS).getByRole("textbox")).toHaveValue("Ik wil slaap.");
});

test("without internet it says so, and one can simply go on", async ({ page, context }) => {
  const wizard = await Wizard.open(page);
  const said = page.getByText("Je hebt geen internet. Je kunt gewoon verder. Alles blijft op dit apparaat.");
  await context.setOffline(true);
  await expect(said).toBeVisible();
  await wizard.walk(road);
  await context.setOffline(false);
  await expect(said).toHaveCount(0);
});
