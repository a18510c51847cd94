// The fields of the circle's own plan: one sentence at the field explains an invalid value, the typed text stays so
// that it can be corrected, and none of it reaches the plan for the desk. And all of it by keyboard only.

import { type Locator, type Page, expect, test } from "./fixtures";
import { Keys, Quick } from "./pages/hands";
import { inspect } from "./pages/looks";
import { Plan } from "./pages/plan";
import { FOR_WHOM, START } from "./pages/roads";
import { oneLine, printed } from "./pages/sheet";
import { Wizard } from "./pages/wizard";

const BSN = "Dit lijkt op een BSN. Zet dat hier niet neer. De gemeente vraagt het zelf.";
const IBAN = "Dit lijkt op een rekeningnummer. Zet dat hier niet neer.";
const TOO_LONG = "Je tekst is te lang voor dit vak.";
const NO_DAY = "Deze datum bestaat niet";

/** A resident with a person, a demand, a wish and an agreement, so that every page has its fields. */
async function smallPlan(page: Page): Promise<Plan> {
  const wizard = await Wizard.open(page, new Quick());
  const plan = new Plan(wizard, page);
  await wizard.fill({ title: START, answers: { [FOR_WHOM]: "Voor mezelf" } });
  await plan.goTo("De mensen");
  await plan.addPerson("Wie wonen er in huis?", "dochter", { age: "4-tot-11" });
  await plan.addPerson("Wie zijn er om je heen?", "buurvrouw");
  await plan.goTo("Wat jullie willen");
  await page.getByLabel("Wanneer beginnen jullie?").fill("2026-05-04");
  await plan.demand("Ik", "bel iemand", "elke dag");
  await plan.goTo("Eisen en wensen");
  await wizard.press("Voeg een wens toe");
  await plan.agree({ kind: "Iemand doet iets", who: "ik", what: "wandel", when: "elke dag", watcher: "buurvrouw", demands: [1] });
  return plan;
}

/** The pages with free text, and the minimum number of text fields on each. */
const PAGES: [string, number][] = [
  ["#/samen/1", 1],
  ["#/samen/2/2", 1],
  ["#/samen/3", 3],
  ["#/samen/4", 2],
  ["#/samen/5/1", 4],
  ["#/samen/7/3", 4],
  ["#/samen/9/2", 10],
  ["#/samen/11/1", 5],
  ["#/samen/13/1", 3],
  ["#/samen/14", 1],
];

/** The fields of the plan itself, not those of the ordinary road on the same page. */
function fields(page: Page): Locator {
  const typed = page.locator("#app :is(textarea, input:not([type]), input[type=text], input[type=tel])");
  return typed.and(page.locator("[id^='p'], [id^='r0']"));
}

test("whatever is typed in a field of the plan that cannot be there is told there, stays, and is on no paper", async ({ page }, info) => {
  test.setTimeout(240_000);
  const plan = await smallPlan(page);
  for (const [address, least] of PAGES) {
    await plan.wizard.goTo(address);
    await expect(plan.wizard.heading()).toBeFocused();
    const mine = plan.wizard.button("Ga verder als dochter");
    if (await mine.isVisible()) await mine.tap();
    for (const word of await page.locator(".body summary").all()) await word.tap();
    const all = await fields(page).all();
    expect(all.length, address).toBeGreaterThanOrEqual(least);
    for (const [typed, told] of [["veel ".repeat(60), TOO_LONG], ["NL91ABNA0417164300", IBAN], ["Mijn nummer is 111222333", BSN]]) {
      for (const field of all) {
        // A telephone number may look like any number, and is never on the plan for the desk.
        const isPhone = /^(p10c|r03b)/.test((await field.getAttribute("id")) ?? "");
        if (isPhone && told === BSN) continue;
        const before = await page.locator("main").getByText(told).count();
        await field.fill(typed);
        await expect(page.locator("main").getByText(told), `${address} ${await field.getAttribute("id")}`).toHaveCount(before + 1);
        await expect(field).toHaveValue(typed);
      }
      if (told === TOO_LONG) await inspect(page);
    }
  }
  await plan.wizard.goTo("#/samen/16");
  const paper = (await printed(page, info)).join(" ");
  expect(paper).toContain("Nog niet af.");
  expect(paper).not.toMatch(/111222333|ABNA|veel veel/);
});

test("half a day is asked about, a number that is none is told at the field, signs nobody sees are taken out", async ({ page }) => {
  const plan = await smallPlan(page);
  await plan.goTo("Wat jullie willen");
  const day = page.getByLabel("Wanneer beginnen jullie?");
  await day.fill("");
  await day.focus();
  await page.keyboard.type("3102");
  // A date that is still being typed is no mistake; the page asks about it when the resident continues.
  await expect(page.locator("main").getByText(NO_DAY)).toHaveCount(0);
  await plan.wizard.press("Klaar");
  await expect(page.getByText("De datum bij “Wanneer beginnen jullie?” is niet af.")).toBeVisible();
  await inspect(page);
  await plan.wizard.press("Maak de datum af");
  await expect(day).toBeFocused();
  await day.fill("2026-05-04");
  await expect(page.locator("main").getByText(NO_DAY)).toHaveCount(0);
  const goal = page.getByLabel("Wat willen jullie bereiken?");
  await goal.fill("Wij \u202Eeten\u200B samen");
  await expect(goal).toHaveValue("Wij eten samen");
  await day.fill("1926-05-04");
  await expect(page.getByText("Deze datum kan hier niet kloppen.")).toBeVisible();
  await inspect(page);
  await day.fill("2026-05-04");

  await plan.goTo("Terugkijken");
  const weeks = page.getByLabel("Elke hoeveel weken daarna?");
  for (const [typed, told] of [["elke week", "Vul hier een getal in, zonder letters."], ["99", "Kies een getal van 1 tot en met 52."]]) {
    await weeks.fill(typed);
    await expect(page.getByText(told)).toBeVisible();
    await expect(weeks).toHaveValue(typed);
    await inspect(page);
  }
  await weeks.fill("6");
  await expect(page.getByText("Kies een getal")).toHaveCount(0);
});

test("a whole agreement and a card by keyboard alone", async ({ page }, info) => {
  test.slow();
  const keys = new Keys(page);
  const wizard = await Wizard.open(page, keys);
  const field = (label: string) => page.getByLabel(label, { exact: true });
  await wizard.fill({ title: START, answers: { [FOR_WHOM]: "Voor mezelf" } });
  await keys.press(page.locator("summary").filter({ hasText: "Open het menu" }));
  await keys.press(wizard.link("Jullie eigen plan"));
  await wizard.isAt("Jullie eigen plan");
  const part = (name: string) => page.locator(".leads").getByRole("link", { name: new RegExp(`^${name}`) });

  await keys.press(part("De mensen"));
  await keys.press(page.locator("#kr-huis-add"));
  await keys.write(page.getByLabel("Rol", { exact: true }).first(), "dochter");
  await keys.press(page.locator("#kr-mensen-add"));
  await keys.write(page.getByLabel("Rol", { exact: true }).last(), "opa");
  await keys.press(wizard.button("Klaar"));

  await keys.press(part("Afspraken"));
  await keys.press(wizard.button("Voeg een afspraak toe"));
  await wizard.isAt("Afspraak 1");
  await keys.choose(page.getByRole("radio", { name: "Iemand komt niet, of alleen soms" }));
  await keys.pick(field("Wie komt niet, of alleen soms?"), "opa");
  await keys.write(field("Op welke dag en tijd mag het wel?"), "zondag");
  await keys.pick(field("Wie doet het?"), "ik");
  await keys.write(field("Wat doet deze persoon?"), "doet open");
  await keys.write(field("Wanneer en hoe vaak?"), "elke zondag");
  await keys.pick(field("Wie let erop?"), "opa");
  await keys.press(page.locator("summary").filter({ hasText: "Meer over deze afspraak" }));
  await keys.choose(page.getByRole("radio", { name: "op proef" }));
  await keys.press(wizard.button("Klaar"));
  await expect(page.getByRole("link", { name: "1. ik – doet open – elke zondag" })).toBeVisible();
  await keys.press(wizard.button("Klaar"));

  await keys.press(part("Een eigen kaart voor ieder"));
  await keys.press(part("dochter"));
  await keys.press(wizard.button("Ga verder als dochter"));
  await keys.write(field("Waar kun je heen?"), "het huis met de rode deur");
  await keys.choose(page.getByRole("group", { name: "Koos je deze plek zelf?" }).getByLabel("ja"));
  for (const [index, [name, number]] of [["opa", "06 1234 5678"], ["juf", "06 8765 4321"]].entries()) {
    await keys.write(field("Wie bel je?").nth(index), name);
    await keys.write(field("Op welk nummer bel je?").nth(index), number);
  }
  await keys.choose(page.getByRole("checkbox", { name: "sleutel" }));
  await keys.press(wizard.button("Sluit mijn kaart"));
  await expect(page.getByText("Je kaart is opgeborgen.")).toBeVisible();
  await keys.press(wizard.button("Toon mijn kaart"));
  expect(oneLine((await printed(page, info)).join(" "))).toContain("het huis met de rode deur");
  await keys.press(wizard.button("Sluit mijn kaart"));
  await expect(page.getByText("rode deur")).toHaveCount(0);
});
