// Every page, empty, filled in and with errors: accessible, without sideways scrolling, large enough for a thumb.

import { type Page, expect, open, rememberingFields, test } from "./fixtures";
import { Quick } from "./pages/hands";
import { inspect } from "./pages/looks";
import { AFRAID, DANGER, DEVICE, FOR_WHOM, K2, LOOKS_ALONG, NEEDS, SAFE, START, STUCK } from "./pages/roads";
import { fixedPages, screenAt, screens } from "./pages/routes";
import { type Screen, Wizard } from "./pages/wizard";

interface Walk {
  /** How to get to the first screen, if not with “Verder”. */
  enter?: (wizard: Wizard) => Promise<void>;
  road: Screen[];
  /** The screens it inspects, by id or address; a screen that no walk inspects fails the last test. */
  sees: string[];
}

const myself: Screen = { title: START, answers: { [FOR_WHOM]: "Voor mezelf" } };
const walks: Record<string, Walk> = {
  "the road to the needs, and the first area": {
    road: K2.slice(0, 14),
    sees: ["sc01", "sc02", "sc03", "sc04", "sg01", "sg02", "sg03", "sg04", "sg05", "sg06", "sg07", "sg08", "sg09", "sg10"],
  },
  "what comes first, people and sharing": {
    // A weighing question that was never asked would come before the paper.
    enter: (wizard) => wizard.walk(K2.slice(0, 24)),
    road: K2.slice(24),
    sees: ["sc05", "sc06", "sc07", "sc08", "sc09", "#/overzicht", "sc11", "sc12", "sc15"],
  },
  "the road when one is afraid": {
    road: [
      myself,
      { title: DEVICE, answers: { [LOOKS_ALONG]: "Nee" } },
      { title: SAFE, answers: { [DANGER]: "Nee", [AFRAID]: "Ja" } },
      { title: "Jouw veiligheid gaat voor." },
      { title: "Nog een paar korte vragen", answers: { "Heeft die persoon een wapen, of dreigt hij daarmee?": "Nee" } },
      { title: "Nog een paar vragen over thuis", answers: { "Kijkt een hulpverlener mee, en stelde die eisen?": "Ja" } },
      { title: NEEDS, answers: { [NEEDS]: "“Ik wil niet meer leven.”" } },
      { title: "Denk je er weleens aan om niet meer te leven?", answers: { "Denk je er weleens aan om niet meer te leven?": "Ja" } },
      { title: "Praat nu met iemand. Bel 113." },
    ],
    sees: ["sc01", "sc02", "sc03", "sv1", "sv2", "sv3", "sc04", "sz"],
  },
  "the road when it is stuck": {
    enter: sayStuck,
    road: STUCK,
    sees: ["sl01", "sl02", "sl03", "sl04", "sl05", "sl06", "sl07"],
  },
  "the road for someone else": {
    road: [
      { title: START, answers: { [FOR_WHOM]: "Voor een ander" } },
      { title: DEVICE, answers: { [LOOKS_ALONG]: "Dat weet ik niet" } },
      { title: SAFE },
      { title: "Voor een ander", answers: { "Waar maak je je zorgen over?": "Geld", "Wat kun jij zelf doen?": "“Samen bellen.”" } },
    ],
    sees: ["sc01", "sc02", "sc03", "sa1"],
  },
};
/** Pages without “Verder”; each is inspected in its own test. */
const ends = ["sa2", "sc14"];

/** Taps it in the menu. */
async function sayStuck(wizard: Wizard): Promise<void> {
  await wizard.openMenu();
  await wizard.press("Het loopt vast");
}

/** Types an invalid value in the first field, if there is one; returns a function that restores the field. */
async function breakField(page: Page): Promise<(() => Promise<void>) | undefined> {
  const field = page.locator("#app .question").locator("textarea, input[inputmode=numeric]").first();
  if ((await field.count()) === 0) return undefined;
  const before = await field.inputValue();
  await field.fill("veel ".repeat(300));
  return () => field.fill(before);
}

async function inspectWithError(wizard: Wizard): Promise<void> {
  const mend = await breakField(wizard.page);
  if (!mend) return;
  await wizard.press("Verder");
  const summary = wizard.page.getByRole("alert").filter({ has: wizard.page.getByRole("heading", { name: "Kijk dit nog na" }) });
  await expect(summary).toBeFocused();
  await inspect(wizard.page);
  await summary.getByRole("listitem").first().locator("a, button").click();
  await expect(wizard.page.locator("[aria-invalid=true]").first()).toBeFocused();
  await mend();
  await expect(summary).toHaveCount(0);
}

for (const [name, { enter, road, sees }] of Object.entries(walks)) {
  test(`${name}: every screen is for everyone`, async ({ page }) => {
    test.slow();
    const wizard = await Wizard.open(page, new Quick());
    const seen = new Set<string>();
    await enter?.(wizard);
    await wizard.walk(road, async (_, state) => {
      seen.add(screenAt(await page.evaluate(() => location.hash)));
      await inspect(page);
      if (state === "filled") await inspectWithError(wizard);
    });
    expect([...seen]).toEqual(sees);
  });
}

/** Enters just enough for the second half of K2 to be on the road, without walking the first half. */
async function jumpAhead(wizard: Wizard): Promise<void> {
  for (const [fragment, screen] of [["#/stap/10", K2[3]], ["#/stap/21", K2[4]], ["#/stap/23", K2[6]], ["#/stap/81", K2[14]]] as const) {
    await wizard.goTo(fragment);
    await wizard.isAt(screen.title);
    await wizard.fill(screen);
  }
  await wizard.goTo("#/stap/111");
}

test("a field that remembers is found, and the first screen has fields and none that does", async ({ page }) => {
  await open(page);
  await expect(page.locator("input").first()).toBeAttached();
  expect(await rememberingFields(page)).toEqual([]);
  await page.evaluate(() => document.body.append(document.createElement("textarea")));
  expect(await rememberingFields(page)).toHaveLength(1);
});

test("every page with an address of its own, with nothing told and with much told", async ({ page }) => {
  test.slow();
  const wizard = await Wizard.open(page, new Quick());
  for (const fragment of fixedPages()) {
    await wizard.goTo(fragment);
    await expect(wizard.heading()).toBeVisible();
    await inspect(page);
  }
  await jumpAhead(wizard);
  for (const fragment of fixedPages()) {
    await wizard.goTo(fragment);
    await expect(wizard.heading()).toBeVisible();
    await inspect(page);
  }
  await wizard.goTo("#/vel");
  await wizard.press("Maak een belbriefje");
  await wizard.isAt("Je belbriefje");
  expect(screenAt(await page.evaluate(() => location.hash))).toBe(ends[1]);
  await inspect(page);
});

test("the advice about someone else is for everyone", async ({ page }) => {
  const wizard = await Wizard.open(page, new Quick());
  await wizard.walk(walks["the road for someone else"].road);
  expect(screenAt(await page.evaluate(() => location.hash))).toBe(ends[0]);
  await inspect(page);
});

for (const colorScheme of ["dark", "light"] as const) {
  test(`in ${colorScheme} colours with more contrast every kind of page can be read`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, contrast: "more", reducedMotion: "reduce" });
    const wizard = await Wizard.open(page, new Quick());
    await inspect(page);
    await wizard.fill(myself);
    await wizard.goTo("#/stap/3");
    await wizard.answer(DANGER, "Ja");
    await wizard.next();
    await wizard.isAt("Bel nu 112.");
    await inspect(page);
    await wizard.next();
    await jumpAhead(wizard);
    for (const fragment of ["#/stap/10", "#/stap/21", "#/overzicht"]) {
      await wizard.goTo(fragment);
      await expect(wizard.heading()).toBeFocused();
      await inspect(page);
    }
  });
}

test("no page is left out", () => {
  const seen = new Set([...Object.values(walks).flatMap((walk) => walk.sees), ...ends]);
  // The overview and the sheet have their own addresses.
  const own: Record<string, string> = { sc10: "#/overzicht", sc13: "#/vel" };
  expect(fixedPages()).toEqual(expect.arrayContaining(["#/", "#/overzicht", "#/vel"]));
  expect(screens().filter(({ id }) => !seen.has(id) && !(id in own)).map(({ id }) => id)).toEqual([]);
  expect(Object.values(own).filter((page) => !fixedPages().includes(page))).toEqual([]);
});
