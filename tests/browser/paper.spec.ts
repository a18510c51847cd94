// What is on the sheet, what is not, and the ways to take it along.

import { type Page, expect, test } from "./fixtures";
import { Quick } from "./pages/hands";
import { AREAS, K1, NEEDS, SHEET } from "./pages/roads";
import { expectToFit, heights, oneLine, printed } from "./pages/sheet";
import { type Screen, Wizard } from "./pages/wizard";

/** A sheet of this height uses nearly all the space there is. */
const FULL_MM = 200;
const SHARING = "Kies wat op je vel mag";
const needs: Screen = { title: NEEDS, answers: { [NEEDS]: "“Ik wil rust.”", [AREAS]: "Geld" } };

/** Opens the sheet after a few answers, one of them about safety. */
async function atTheSheet(page: Page, words = needs): Promise<Wizard> {
  const wizard = await Wizard.open(page, new Quick());
  await wizard.walk([...K1.slice(0, 3), words]);
  await wizard.goTo("#/vel");
  await wizard.isAt(SHEET);
  return wizard;
}

test("the text to copy is the sheet, and nothing about safety", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const wizard = await atTheSheet(page);
  await page.getByText("Je vel als gewone tekst").click();
  const text = await page.getByRole("textbox", { name: "Je vel als gewone tekst" }).inputValue();
  await wizard.press("Kopieer de tekst");
  await expect(page.getByText("De tekst is gekopieerd. Plak hem waar jij wilt.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  expect(oneLine(text)).toBe(oneLine(await page.locator(".sheet").innerText()));
  expect(text).toContain("“Ik wil rust.”");
  expect(text).not.toMatch(/gevaarlijk|bang|telefoon/i);
  await expect(wizard.status()).toContainText("Nog niet ingeleverd");
});

test("where copying is refused, it is said", async ({ page }) => {
  await page.addInitScript(() => {
    Clipboard.prototype.writeText = () => Promise.reject(new DOMException("", "NotAllowedError"));
  });
  const wizard = await atTheSheet(page);
  await page.getByText("Je vel als gewone tekst").click();
  await wizard.press("Kopieer de tekst");
  await expect(page.getByText("Kopiëren lukt hier niet. Kies de tekst zelf en kopieer die.")).toBeVisible();
});

test("the sheet is shown large to the desk", async ({ page }) => {
  const wizard = await atTheSheet(page);
  const small = await page.locator(".sheet").evaluate((sheet) => parseFloat(getComputedStyle(sheet).fontSize));
  await wizard.link("Laat zien aan het loket").click();
  await wizard.isAt("Laat dit zien");
  await expect(page.locator(".sheet")).toContainText("“Ik wil rust.”");
  const large = await page.locator(".sheet").evaluate((sheet) => parseFloat(getComputedStyle(sheet).fontSize));
  expect(large).toBeGreaterThan(small * 1.2);
  await wizard.link("Ga terug naar je vel").click();
  await wizard.isAt(SHEET);
});

test("the call note has lines for the pen, or the desk of a gemeente", async ({ page }, info) => {
  const wizard = await atTheSheet(page);
  await wizard.press("Maak een belbriefje");
  await wizard.isAt("Je belbriefje");
  for (const line of [/^Ik bel: _+$/, /^Open: _+$/]) await expect(page.getByText(line)).toBeVisible();
  await page.getByLabel("In welke gemeente woon je?").selectOption({ label: "Voorbeeldstad (verzonnen)" });
  await expect(page.getByText("Voorbeeldplein 1").first()).toBeVisible();
  await expect(page.getByText("000 000 00 00").first()).toBeVisible();
  await page.getByRole("checkbox", { name: "Zet het belbriefje op bladzijde 2" }).tap();
  await wizard.link("Ga terug naar je vel").click();
  await wizard.isAt(SHEET);
  const pages = await printed(page, info);
  expect(pages).toHaveLength(2);
  expect(pages[1]).toContain("Voorbeeldplein 1");
  await expectToFit(page);
});

test("a block that is set off is not on the sheet", async ({ page }) => {
  const wizard = await atTheSheet(page);
  await expect(page.locator(".sheet")).toContainText("Wie er zijn");
  await wizard.goTo("#/stap/117");
  await wizard.isAt(SHARING);
  await wizard.choice("Dit komt op je vel", "Wie er zijn").tap();
  await wizard.goTo("#/vel");
  await expect(page.locator(".sheet")).toContainText("Ik wil rust.");
  await expect(page.locator(".sheet")).not.toContainText("Wie er zijn");
});

test("what looks like a BSN is told at once, and stays off the sheet until the resident keeps it", async ({ page }) => {
  const wizard = await atTheSheet(page, { title: NEEDS, answers: { [NEEDS]: "“Mijn dossier is 111222333.”", [AREAS]: "Geld" } });
  await expect(page.locator(".sheet")).not.toContainText("111222333");
  await wizard.goTo("#/stap/10");
  await expect(page.getByText("Dit lijkt op een BSN. Zet dat hier niet neer.")).toBeVisible();
  await wizard.goTo("#/vel");
  await expect(page.locator(".sheet")).not.toContainText("111222333");
  await wizard.goTo("#/stap/10");
  await wizard.press("Houd de tekst: het is geen BSN");
  await wizard.isAnswered(NEEDS, "“Mijn dossier is 111222333.”");
  await wizard.goTo("#/vel");
  await expect(page.locator(".sheet")).toContainText("111222333");
});

/** More ticks than the sheet has room for; ticks further down the lists may close the sheet, so they are left out. */
const TICKS = 8;

/** Own words in ordinary letters, in capitals, and in the widest letters there are. */
const LETTERS = {
  "small letters": "Wij maken mooie woorden vol met wind. ",
  capitals: "WIJ MAKEN MOOIE WOORDEN VOL MET WIND. ",
  "only W and M": "WWW MMMMM WMWMWM WWMM MWMWMWMW. ",
};

for (const [letters, sentence] of Object.entries(LETTERS)) {
  test(`the fullest sheet in ${letters} keeps its pages within an A4`, async ({ page }, info) => {
    const wizard = await Wizard.open(page, new Quick());
    const words = sentence.repeat(40);
    await wizard.walk([
      ...K1.slice(0, 3),
      { title: NEEDS, answers: { [NEEDS]: `“${words.slice(0, 1199)}”`, [AREAS]: ["Geld", "Mijn lijf en mijn dag", "Kinderen en school"] } },
    ]);
    // Per area: situations, strengths, outcomes, severity, a step, nearby. Then first steps, people, sharing.
    const areas = [21, 41, 81].flatMap((first) => [0, 1, 2, 3, 4, 6, 9].map((screen) => first + screen));
    for (const number of [...areas, 111, 112, 114, 115]) await tellMuch(wizard, number, words);
    await wizard.goTo("#/stap/113");
    await wizard.answer("Wie zijn er om je heen?", ...["broer", "zus", "tante", "oom", "buurvrouw", "trainer"].map((role) => ({ role })));
    for (const number of [117, 118, 119]) await tellMuch(wizard, number, words);
    await wizard.goTo("#/vel");
    const pages = await printed(page, info);
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain("Dit vel is van mij.");
    await expect(page.getByText("Dit past niet op papier. Welke tekst gaat mee?")).toBeVisible();
    const [first] = await heights(page);
    if (letters === "small letters") expect(first, "this sheet is really full").toBeGreaterThan(FULL_MM);
    await expectToFit(page);
  });
}

/** Ticks a lot, chooses first answers, and types in every text field. */
async function tellMuch(wizard: Wizard, number: number, words: string): Promise<void> {
  await wizard.goTo(`#/stap/${number}`);
  await expect(wizard.heading()).toBeFocused();
  await wizard.page.locator("#app .question").evaluateAll(clickMuch, TICKS);
  for (const field of await wizard.page.locator("#app .question textarea").all()) await field.fill(words.slice(0, 99));
}

// Runs in the page.
function clickMuch(questions: Element[], most: number): void {
  for (const question of questions) {
    const ticks = question.querySelectorAll<HTMLElement>(":is(.ticks, .tiles) input:not(:checked)");
    for (const tick of [...ticks].slice(0, most)) tick.click();
    question.querySelector<HTMLElement>("input[type=radio]")?.click();
  }
}
