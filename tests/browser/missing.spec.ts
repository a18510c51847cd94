// Missing browser features: without each feature that the page uses, and without all of them, the road still leads from
// the first question to a paper, and the page says what does not work. `missing.json` lists the features.

import { readFileSync, readdirSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { NEUTRAL, type Page, expect, test } from "./fixtures";
import { Quick } from "./pages/hands";
import { inspect } from "./pages/looks";
import { AREAS, DEVICE, K1, KEEP, LOOKS_ALONG, NEEDS, SHEET } from "./pages/roads";
import { type Way, takeAway } from "./pages/taken";
import { told } from "./pages/texts";
import { type Screen, Wizard } from "./pages/wizard";

interface Feature {
  name: string;
  path: string;
  ways: Way[];
  tries?: string;
  says?: string;
  words: string[];
}

const list: { optional: Feature[]; needed: Feature[]; always: { words: string[] }[] } = JSON.parse(
  readFileSync(new URL("missing.json", import.meta.url), "utf8"),
);

/** The shortest road with stored answers and a text to read aloud. */
const road: Screen[] = [
  K1[0],
  { title: DEVICE, answers: { [LOOKS_ALONG]: "Nee", [KEEP]: "Ja" } },
  K1[2],
  { title: NEEDS, answers: { [NEEDS]: "“Ik wil rust.”", [AREAS]: "Geld" } },
];
const MOST_SCREENS = 40;

async function toThePaper(page: Page): Promise<Wizard> {
  const wizard = await Wizard.open(page, new Quick());
  await wizard.walk(road);
  for (let screens = 0; screens < MOST_SCREENS && (await wizard.heading().innerText()) !== SHEET; screens += 1) await wizard.next();
  await wizard.isAt(SHEET);
  await expect(page.locator(".sheet")).toContainText("“Ik wil rust.”");
  return wizard;
}

/** Tries what does not work, with every fold-out open, and checks what the page says about it. */
async function isTold({ page }: Wizard, { tries, says }: Feature): Promise<void> {
  await page.locator("details").evaluateAll((all: HTMLDetailsElement[]) => all.forEach((one) => (one.open = true)));
  if (tries) await page.getByRole("button", { name: tries, exact: true }).last().click();
  if (says) await expect(page.getByText(told(says)).filter({ visible: true })).toHaveCount(1);
}

for (const feature of list.optional) {
  for (const way of feature.ways) {
    test(`${feature.name}, ${way}: the road leads to a paper`, async ({ page }) => {
      await takeAway(page, feature.path, way);
      await isTold(await toThePaper(page), feature);
    });
  }
}

for (const feature of list.needed) {
  test(`without ${feature.name} the page says that it never works here, and still helps`, async ({ page }) => {
    await takeAway(page, feature.path, "absent");
    await page.goto("./");
    await expect(page.getByText("Dit hulpmiddel werkt niet in deze browser.")).toBeVisible();
    await expect(page.getByText("Bel of ga naar de gemeente.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Probeer opnieuw" })).toBeHidden();
    await expect(page.getByText("De vragen komen zo.")).toBeHidden();
    await page.getByRole("button", { name: "Sluit deze pagina" }).click();
    await expect(page).toHaveURL(NEUTRAL);
  });
}

test("with all of it missing at once, as in a browser inside another app, the road leads to a paper", async ({ page }) => {
  for (const { path } of list.optional) await takeAway(page, path, "absent");
  const wizard = await toThePaper(page);
  const spoken = new Set(list.optional.filter(({ tries }) => tries !== "Wis alles").map(({ tries, says }) => JSON.stringify({ tries, says })));
  for (const tried of spoken) await isTold(wizard, JSON.parse(tried));
  await expect(wizard.status()).toContainText("Niet bewaard");
});

test("a browser that has no opinion of what is in a field: a day that becomes half a day does no harm", async ({ page }) => {
  await takeAway(page, "HTMLInputElement.prototype.validity", "absent");
  const wizard = await Wizard.open(page, new Quick());
  await wizard.walk(road);
  await wizard.goTo("#/stap/117");
  await wizard.answer("Heb je dit al gemeld bij de gemeente?", "Ja");
  const day = page.locator("#app input[type=date]");
  await day.fill("2026-05-04");
  await day.press("Backspace");
  await expect(day).toHaveValue("");
  await wizard.next();
});

test("where no dialog opens, wiping is asked on the page, can be refused, and wipes", async ({ page }) => {
  await takeAway(page, "HTMLDialogElement.prototype.showModal", "absent");
  const wizard = await toThePaper(page);
  await wizard.openMenu();
  await wizard.press("Wis alles");
  await wizard.isAt(told("wipe.question"));
  await expect(wizard.heading()).toBeFocused();
  await inspect(page);
  await wizard.press("Laat het staan");
  await wizard.isAt(SHEET);
  await expect(page.locator(".sheet")).toContainText("“Ik wil rust.”");
  expect(await page.evaluate(() => localStorage.length)).toBeGreaterThan(0);
  await wizard.openMenu();
  await wizard.press("Wis alles");
  await wizard.press("Wis alles");
  await expect(page.getByText(told("message.N32.text"))).toBeVisible();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test("where no dialog opens and not all can be wiped, that is said", async ({ page }) => {
  await takeAway(page, "HTMLDialogElement.prototype.showModal", "absent");
  await takeAway(page, "Storage.prototype.removeItem", "answers nothing");
  const wizard = await toThePaper(page);
  await wizard.openMenu();
  await wizard.press("Wis alles");
  await wizard.isAt(told("wipe.question"));
  await wizard.press("Wis alles");
  await expect(page.getByText(told("message.N32b.text"))).toBeVisible();
});

test("every feature that the built scripts name is on the list, and every name on the list is in them", async ({ page }) => {
  // Another page of the browser, where the app has added nothing.
  await page.goto(NEUTRAL);
  const language = new Set(runInNewContext(`(${vocabulary})()`) as string[]);
  const browser = new Set((await page.evaluate(vocabulary)).filter((word) => !language.has(word)));
  const named = new Set(scripts().flatMap((script) => script.match(/[A-Za-z_$][\w$]{2,}/g) ?? []));
  const listed = new Set([...list.optional, ...list.needed, ...list.always].flatMap(({ words }) => words));
  expect([...named].filter((word) => browser.has(word) && !listed.has(word)).sort(), "not on the list").toEqual([]);
  expect([...listed].filter((word) => !named.has(word)).sort(), "in no script").toEqual([]);
});

/** The boot file and the glue as served, without their string literals. */
function scripts(): string[] {
  const dist = new URL("../../dist/", import.meta.url);
  const names = readdirSync(dist).filter((name) => name.endsWith(".js"));
  expect(names).toHaveLength(2);
  return names.map((name) => readFileSync(new URL(name, dist), "utf8").replace(/(["'`])(?:\\.|(?!\1)[^\\])*\1/g, '""'));
}

// Runs in the page and in plain JavaScript without a browser: all global names, and the members of each global.
function vocabulary(): string[] {
  const names = new Set<string>();
  const add = (thing: object | null | undefined) => thing && Object.getOwnPropertyNames(thing).forEach((name) => names.add(name));
  for (let at: object | null = globalThis; at; at = Object.getPrototypeOf(at)) add(at);
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    const thing = (globalThis as unknown as Record<string, { prototype?: object }>)[name];
    if (Object(thing) !== thing) continue;
    add(thing);
    add(thing.prototype);
  }
  return [...names];
}
