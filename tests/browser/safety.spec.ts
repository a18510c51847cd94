// What the app does when a resident is not safe: whom to call first, what closes, what is wiped, and the way back.

import { type Page, expect, test } from "./fixtures";
import { AFRAID, AREAS, DANGER, DEVICE, FOR_WHOM, KEEP, K1, LOOKS_ALONG, NEEDS, RECOGNISE, SAFE, START } from "./pages/roads";
import { type Screen, Wizard } from "./pages/wizard";

const CHECK_ALONE = "Ben je nu alleen?";
const SITS_HERE = "Zit die persoon nu naast je?";
const YOUNG = "Ben je jonger dan 18?";
const CLOSER = "Nog een paar korte vragen";
const AT_HOME = "Nog een paar vragen over thuis";
const SERIOUS = "Dit is ernstig. Bel 112 of Veilig Thuis.";
const STOPPED = "Ik stop met bewaren en wis wat hier bewaard was.";
const myself: Screen = { title: START, answers: { [FOR_WHOM]: "Voor mezelf" } };

/** The numbers on the card of the highest flag, in order, each as `link` or `words`. */
async function numbers(page: Page): Promise<string[]> {
  const shown = page.locator(":is(.flag-card, .page-part) .call");
  return shown.evaluateAll((calls) => calls.map((call) => `${call.querySelector("strong")?.textContent} ${call.tagName === "A" ? "link" : "words"}`));
}

function stored(page: Page): Promise<number> {
  return page.evaluate(() => localStorage.length);
}

/** The sheet is not available, and one sentence says why. */
async function expectNoSheet(wizard: Wizard, reason: string): Promise<void> {
  await wizard.goTo("#/vel");
  await expect(wizard.page.getByText(reason)).toBeVisible();
  await expect(wizard.page.locator(".sheet")).toHaveCount(0);
  await expect(wizard.button("Print je vel")).toHaveCount(0);
}

test("danger now: call first, no sheet, and both go away when the danger is over", async ({ page }) => {
  const wizard = await Wizard.open(page);
  await wizard.walk([
    myself,
    { title: DEVICE, answers: { [LOOKS_ALONG]: "Nee" } },
    { title: SAFE, answers: { [DANGER]: "Ja" } },
  ]);
  await wizard.isAt("Bel nu 112.");
  expect(await numbers(page)).toEqual(["112 link", "0800 2000 link"]);
  await wizard.goTo("#/stap/10");
  await expect.poll(() => page.evaluate(() => location.hash)).not.toBe("#/stap/10");
  await wizard.isAt("Bel nu 112.");
  await wizard.next();
  await wizard.isAt(NEEDS);
  await expectNoSheet(wizard, "Eerst bellen. Je vel komt later.");

  await wizard.goTo("#/stap/4");
  await page.getByText("Is het gevaar voorbij?").tap();
  // The question disappears with its reason, so there is no checked answer to see.
  await wizard.choice(DANGER, "Nee").tap();
  await wizard.isAt("Dit is nu niet meer nodig.");
  await wizard.goTo("#/stap/10");
  await wizard.answer(AREAS, "Geld");
  await wizard.goTo("#/vel");
  await expect(page.locator(".sheet")).toBeVisible();
});

test("a throat that was squeezed: stored answers are wiped, and the sheet says nothing of it", async ({ page }) => {
  const wizard = await Wizard.open(page);
  await wizard.walk([
    { title: START, answers: { [FOR_WHOM]: "Samen met iemand" } },
    { title: DEVICE, answers: { [LOOKS_ALONG]: "Nee", [KEEP]: "Ja", [YOUNG]: "Nee", [SITS_HERE]: "Nee" } },
  ]);
  await expect(wizard.status()).toContainText("Bewaard in deze browser");
  expect(await stored(page)).toBeGreaterThan(0);

  await wizard.fill({ title: SAFE, answers: { [DANGER]: "Nee", [AFRAID]: "Ja" } });
  await expect(page.getByText(STOPPED)).toBeVisible();
  await expect(wizard.status()).toContainText("Niet bewaard");
  await expect.poll(() => stored(page)).toBe(0);
  await wizard.next();
  await wizard.isAt("Jouw veiligheid gaat voor.");
  expect(await numbers(page)).toEqual(["0800 2000 link", "112 link"]);
  await wizard.next();
  await wizard.walk([
    {
      title: CLOSER,
      answers: { "Wat klopt?": "Iemand kneep mijn keel dicht.", "Heeft die persoon een wapen, of dreigt hij daarmee?": "Nee" },
    },
    { title: SERIOUS },
    {
      title: AT_HOME,
      answers: {
        "Woont er een kind bij je in huis?": "Ja",
        "Kun je vannacht veilig slapen?": "Nee",
        "Zorgt alleen die persoon voor een kind of een zieke?": "Nee",
        "Kijkt een hulpverlener mee, en stelde die eisen?": "Nee",
      },
    },
  ]);
  await wizard.isAt(SERIOUS);
  expect(await numbers(page)).toEqual(["112 link", "0800 2000 link"]);
  await expect(page.getByRole("heading", { name: "Ook je kind telt mee." })).toBeVisible();
  await wizard.answer("Kan het kind vannacht veilig slapen?", "Nee");
  await wizard.next();
  await wizard.fill({ title: NEEDS, answers: { [NEEDS]: "“Bram en Femke zijn thuis nooit meer bang.”", [AREAS]: ["Veilig zijn", "Geld"] } });
  expect(await stored(page)).toBe(0);
  const asked = "Is dit een naam: “Bram”, “Femke”? Je tekst staat nog niet op het papier.";
  await expect(page.getByText(asked)).toBeVisible();
  await wizard.goTo("#/vel");
  // While the resident is unsafe, a name in free text needs a yes of its own.
  await expect(page.locator(".sheet")).not.toContainText("Femke");
  await wizard.press("Houd de tekst: de naam mag");
  await expect(page.locator(".sheet")).toContainText("Bram en Femke");
  await expect(page.locator(".sheet")).not.toContainText(/keel|geweld|bang voor|Veilig zijn/);
});

test("someone looks along: no link to call, nothing stored, no sheet, until the device is safe", async ({ page }) => {
  const wizard = await Wizard.open(page);
  await wizard.walk([myself, { title: DEVICE, answers: { [LOOKS_ALONG]: "Ja", [YOUNG]: "Ja" } }]);
  await wizard.isAt("Kijk even waar je dit invult.");
  expect(await numbers(page)).toEqual(["0800 2000 words"]);
  await wizard.next();
  await wizard.walk([
    { title: SAFE, answers: { [DANGER]: "Nee", [AFRAID]: "Ja" } },
    { title: "Jouw veiligheid gaat voor." },
    {
      title: CLOSER,
      answers: {
        "Wat klopt?": "Ik wil weg, of ik ben net weg. Dat voelt gevaarlijk.",
        "Heeft die persoon een wapen, of dreigt hij daarmee?": "Nee",
      },
    },
    { title: SERIOUS },
    { title: AT_HOME, answers: { "Kun je vannacht veilig slapen?": "Ja", "Kijkt een hulpverlener mee, en stelde die eisen?": "Nee" } },
  ]);
  await wizard.fill({ title: NEEDS, answers: { [AREAS]: ["Veilig zijn", "Thuis en school", "Wonen"] } });
  const card = page.getByRole("region", { name: "Jij mag zelf bellen" });
  await expect(card).toContainText("Je mag zelf bellen. Je hoeft niemand toestemming te vragen.");
  await expect(card).toContainText("Wis dit na het bellen.");
  for (const number of ["112", "0800 2000", "0800 0432"]) await expect(card).toContainText(number);
  await expect(page.locator("#app a[href^='tel:']")).toHaveCount(0);
  expect(await stored(page)).toBe(0);

  await wizard.goTo("#/meenemen");
  await expect(page.getByText("Op dit apparaat maak ik nu geen vel.")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await expectNoSheet(wizard, "Op dit apparaat maak ik nu geen vel.");

  await wizard.answer(LOOKS_ALONG, "Nee");
  await expect(page.locator(".sheet")).toContainText("Wonen");
  await expect(page.locator("#app a[href^='tel:']").first()).toBeVisible();
});

test("for someone else: five screens, advice without names, no sheet", async ({ page }) => {
  const wizard = await Wizard.open(page);
  await wizard.walk([
    { title: START, answers: { [FOR_WHOM]: "Voor een ander" } },
    { title: DEVICE, answers: { [LOOKS_ALONG]: "Nee", [YOUNG]: "Nee", [CHECK_ALONE]: "Ja" } },
    { title: SAFE, answers: { [DANGER]: "Nee" } },
    {
      title: "Voor een ander",
      answers: {
        "Waar maak je je zorgen over?": "Het is niet veilig",
        "Weet die persoon dat je dit invult?": "Nee",
        "Wat kun jij zelf doen?": "“Ik kan koffie drinken met buurvrouw Jannie.”",
      },
    },
  ]);
  await wizard.isAt("Dit kun je doen");
  await expect(page.getByText("Bel Veilig Thuis voor advies. Je hoeft geen naam te noemen.")).toBeVisible();
  await expect(page.getByText("Praat eerst met die persoon, als dat veilig is.")).toBeVisible();
  await expect(page.getByText("Over een ander maak ik geen vel.")).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText(/Jannie|koffie|buurvrouw/);
  await expect(wizard.button("Verder")).toHaveCount(0);
  await wizard.goTo("#/vel");
  await expect(page.locator(".sheet")).toHaveCount(0);
  await wizard.goTo("#/stap/9");
  await wizard.goTo("#/meenemen");
  await expect(page.getByText("Over een ander maak ik geen vel.")).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText(/Jannie|koffie|buurvrouw/);
  await wizard.goTo("#/stap/9");
  await wizard.choice("Wil je ook iets voor jezelf invullen?", "Ja").tap();
  await wizard.next();
  // The answers are now about the resident, so the safety questions are asked again.
  await wizard.isAt(SAFE);
  await wizard.answer(AFRAID, "Nee");
  await wizard.next();
  await wizard.isAt(NEEDS);
});

test("what an earlier visit kept goes too when it is not safe, whatever is chosen about it", async ({ page }) => {
  const wizard = await Wizard.open(page);
  await wizard.walk([myself, { title: DEVICE, answers: { [LOOKS_ALONG]: "Nee", [KEEP]: "Ja" } }]);
  await expect.poll(() => stored(page)).toBeGreaterThan(0);
  await page.goto("about:blank");
  await page.goto("./");
  await wizard.isAt("Je was al begonnen");
  await wizard.press("Ga verder waar je was");
  await wizard.walk([{ title: SAFE, answers: { [AFRAID]: "Ja" } }]);
  await expect.poll(() => stored(page)).toBe(0);
});

test("a call note that was open before is closed too while someone looks along", async ({ page }) => {
  const wizard = await Wizard.open(page);
  await wizard.goTo("#/vel");
  await wizard.press("Maak een leeg vel");
  await wizard.press("Maak een belbriefje");
  await wizard.isAt("Je belbriefje");
  await expect(page.locator(".sheet")).toBeVisible();
  const note = await page.evaluate(() => location.hash);
  await wizard.goTo("#/stap/2");
  await wizard.isAt(DEVICE);
  await wizard.answer(LOOKS_ALONG, "Ja");
  await wizard.goTo(note);
  await wizard.isAt("Je belbriefje");
  await expect(page.getByText("Op dit apparaat maak ik nu geen vel.")).toBeVisible();
  await expect(page.locator(".sheet")).toHaveCount(0);
});

test("a line without a number says where to look", async ({ page }) => {
  const wizard = await Wizard.open(page);
  await wizard.walk([...K1.slice(0, 3), { title: NEEDS, answers: { [AREAS]: "Ik zorg voor iemand" } }]);
  await wizard.goTo("#/stap/71");
  await wizard.answer(RECOGNISE, "Ik kom niet meer aan mezelf toe.");
  await wizard.goTo("#/overzicht");
  await expect(page.getByText("Mantelzorglijn. Kijk op mantelzorg.nl.")).toBeVisible();
});

test("danger that is told by way of the overview leads on to what to do, and says so", async ({ page }) => {
  const wizard = await Wizard.open(page);
  await wizard.fill(myself);
  await wizard.goTo("#/overzicht");
  const change = page.getByRole("button", { name: `Vul het in: ${DANGER}`, includeHidden: true });
  await change.evaluate((button: HTMLElement) => button.click());
  await wizard.isAt(SAFE);
  await expect(wizard.button("Ga terug naar je antwoorden")).toBeVisible();
  await expect(wizard.button("Verder")).toHaveCount(0);
  await wizard.answer(DANGER, "Ja");
  await expect(wizard.button("Ga terug naar je antwoorden")).toHaveCount(0);
  await wizard.button("Verder").tap();
  await wizard.isAt("Bel nu 112.");
});

for (const height of [740, 640]) {
  test(`what puts an emptied answer back is in view at once, above the bar, at 360 × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height });
    const wizard = await Wizard.open(page);
    await wizard.goTo("#/stap/3");
    await expect(wizard.heading()).toBeFocused();
    await wizard.choice(DANGER, "Nee").tap();
    await wizard.choice(DANGER, "Dat weet ik niet").tap();
    const back = wizard.button("Zet terug");
    // Not by looking for it: what is looked for is scrolled to.
    await expect.poll(() => back.evaluate(isUncovered)).toBe(true);
    await back.tap();
    await wizard.isAnswered(DANGER, "Nee");
  });
}

// Runs in the page: whether a finger can reach the element, from corner to corner, where it is now.
function isUncovered(button: Element): boolean {
  const { left, right, top, bottom } = button.getBoundingClientRect();
  const corners = [[left + 4, top + 4], [right - 4, top + 4], [left + 4, bottom - 4], [right - 4, bottom - 4]];
  return corners.every(([x, y]) => button.contains(document.elementFromPoint(x, y)));
}
