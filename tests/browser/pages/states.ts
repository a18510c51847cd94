// The states of every page of the app, for a test that opens them one by one: how each is prepared, and the page it shows.

import { expect } from "@playwright/test";
import { left } from "./again";
import { Quick } from "./hands";
import { Plan, type Told } from "./plan";
import { AFRAID, AREAS, DANGER, DEVICE, FOR_WHOM, K2, KEEP, LOOKS_ALONG, NEEDS, SAFE, START, STUCK } from "./roads";
import { planPages, screenAt } from "./routes";
import { refusals } from "./refusals";
import { type Part, type State, hash, openMenu, pageOf, press, tell, unfold } from "./state";
import { type Screen, Wizard } from "./wizard";

/** Walks a road and takes the state of each screen that was not seen yet, filled in. */
async function walked(wizard: Wizard, road: Screen[], seen = new Set<string>()): Promise<State[]> {
  const states: State[] = [];
  await wizard.walk(road, async ({ title }, state) => {
    const address = await hash(wizard);
    const shows = pageOf(address);
    if (state === "empty" || (seen.has(shows) && !/^sv/.test(shows))) return;
    seen.add(shows);
    states.push({ name: `“${title}”`, shows, address, left: { copy: (await left(wizard.page)).copy } });
  });
  return states;
}

const myself: Screen = { title: START, answers: { [FOR_WHOM]: "Voor mezelf" } };

export const parts: Record<string, Part> = {
  "nothing told, and what lies over a page": {
    sees: ["sc01", "sc02", "sc03", "#/overzicht", "#/vel", "#/uitleg"],
    prepare: nothingTold,
  },
  "the road to the needs, and the first area": {
    sees: ["sc01", "sc02", "sc03", "sc04", "sg01", "sg02", "sg03", "sg04", "sg05", "sg06", "sg07", "sg08", "sg09", "sg10"],
    prepare: (wizard) => walked(wizard, K2.slice(0, 14)),
  },
  "people, sharing and the sheet": {
    sees: ["sc05", "sc06", "sc07", "sc08", "sc09", "sc11", "sc12", "sc14", "sc15", "#/overzicht", "#/vel", "#/vel/groot", "#/meenemen"],
    prepare: muchTold,
  },
  "what went wrong, and what comes back": {
    sees: ["sc01", "sc03", "sc04", "sc07"],
    prepare: messages,
  },
  "when the device refuses": {
    sees: ["sc01", "sc04"],
    prepare: refusals,
  },
  "when one is not safe": {
    sees: ["sc04", "sv1", "sv2", "sv3", "sz", "#/vel", "#/meenemen", "#/vel/groot", "sc14", "#/samen"],
    prepare: unsafe,
  },
  "when it is stuck": {
    sees: ["sl01", "sl02", "sl03", "sl04", "sl05", "sl06", "sl07", "#/vel", "#/vel/3", "#/vel/4", "#/overzicht"],
    prepare: stuck,
  },
  "for someone else": {
    sees: ["sc01", "sc02", "sc03", "sa1", "sa2", "#/meenemen"],
    prepare: forAnother,
  },
  "the plan": {
    sees: planPages(),
    prepare: thePlan,
  },
  "long lists": {
    sees: ["#/samen", "#/samen/1", "#/samen/6", "#/samen/7"],
    prepare: longLists,
  },
};

/** A state with all that is folded away on its page open. */
function unfolded(state: State): State {
  const arrive = async (wizard: Wizard) => {
    await state.arrive?.(wizard);
    await unfold(wizard);
  };
  return { ...state, name: `${state.name}, unfolded`, arrive, within: "details:not(.menu) > :not(summary)" };
}

async function muchTold(wizard: Wizard): Promise<State[]> {
  const seen = new Set(["sc01", "sc02", "sc03", "sc04", "sg01", "sg02", "sg03", "sg04", "sg05", "sg06", "sg07", "sg08", "sg09", "sg10"]);
  const states = await walked(wizard, K2, seen);
  const told = { copy: (await left(wizard.page)).copy };
  const at = (address: string, name: string, more: Partial<State> = {}): State => ({ name, shows: address, address, left: told, ...more });
  const sheet = at("#/vel", "the sheet");
  const overview = states.find(({ shows }) => shows === "#/overzicht") as State;
  await wizard.goTo("#/vel");
  await press(wizard, "Maak een belbriefje");
  await wizard.isAt("Je belbriefje");
  const note = await hash(wizard);
  return [
    ...states,
    unfolded(overview),
    sheet,
    unfolded(sheet),
    at("#/vel/groot", "the sheet large"),
    at("#/meenemen", "the text to take along"),
    { name: "the call note", shows: "sc14", address: note, left: told },
    // Back on the road by way of the overview, the button leads back there.
    at("#/overzicht", "a change", { shows: undefined, arrive: (there) => press(there, /^Verander dit/) }),
  ];
}

/** Enters a text that is too long on the screen with the needs, and asks to go on. */
async function errors(wizard: Wizard): Promise<void> {
  await wizard.page.locator("#app textarea").first().fill("veel ".repeat(300));
  await press(wizard, "Verder");
  await expect(wizard.page.locator("#errors")).toBeVisible();
}

async function emptied(wizard: Wizard): Promise<void> {
  for (const answer of ["Nee", "Dat weet ik niet"]) await wizard.choice(DANGER, answer).evaluate((tick: HTMLElement) => tick.click());
  await expect(wizard.button("Zet terug")).toBeVisible();
}

async function messages(wizard: Wizard): Promise<State[]> {
  await wizard.walk(K2.slice(0, 3));
  await wizard.fill({ title: NEEDS, answers: { [NEEDS]: "“Ik ben 06-12345678, a@b.nl en NL91ABNA0417164300.”", [AREAS]: "Geld" } });
  const told = { copy: (await left(wizard.page)).copy };
  const needs = await hash(wizard);
  await wizard.goTo("#/stap/113");
  await wizard.answer("Wie zijn er om je heen?", { role: "oma" }, { role: "buurman" });
  const people = { copy: (await left(wizard.page)).copy };
  const restart = (at: Wizard) => at.page.evaluate(() => void dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("op proef") })));
  return [
    { name: "errors", shows: "sc04", address: needs, left: told, arrive: errors },
    { name: "findings in own words", shows: "sc04", address: needs, left: told },
    { name: "an emptied answer", shows: "sc03", address: "#/stap/3", left: told, arrive: emptied },
    {
      name: "a person taken away",
      shows: "sc07",
      address: "#/stap/113",
      left: people,
      arrive: (at) => press(at, /^Haal deze persoon weg/),
    },
    { name: "started again after a fault", shows: "sc01", address: "#/", left: told, arrive: restart },
  ];
}

async function unsafe(wizard: Wizard): Promise<State[]> {
  const gentle = "Denk je er weleens aan om niet meer te leven?";
  const road: Screen[] = [
    myself,
    { title: DEVICE, answers: { [LOOKS_ALONG]: "Nee" } },
    { title: SAFE, answers: { [DANGER]: "Nee", [AFRAID]: "Ja" } },
    { title: "Jouw veiligheid gaat voor." },
    { title: "Nog een paar korte vragen", answers: { "Heeft die persoon een wapen, of dreigt hij daarmee?": "Nee" } },
    { title: "Nog een paar vragen over thuis", answers: { "Kijkt een hulpverlener mee, en stelde die eisen?": "Nee" } },
    { title: NEEDS, answers: { [NEEDS]: "“Ik wil niet meer leven.”" } },
    { title: gentle, answers: { [gentle]: "Ja" } },
    { title: "Praat nu met iemand. Bel 113." },
  ];
  const states = await walked(wizard, road, new Set(["sc01", "sc02", "sc03", "sz"]));
  const needs = states.find(({ shows }) => shows === "sc04") as State;
  const softly = async (at: Wizard) => {
    await press(at, "Verder");
    await at.isAt(gentle);
  };
  await wizard.goTo("#/samen");
  const closed: State = { name: "a closed plan", shows: "#/samen", address: "#/samen", left: { copy: (await left(wizard.page)).copy } };
  const alone = await Wizard.open(wizard.page, new Quick());
  // A call note that was open before.
  await alone.goTo("#/vel");
  for (const name of ["Maak een leeg vel", "Maak een belbriefje"]) await press(alone, name);
  await alone.isAt("Je belbriefje");
  await alone.goTo("#/");
  await alone.walk([myself, { title: DEVICE, answers: { [LOOKS_ALONG]: "Ja" } }, { title: "Kijk even waar je dit invult." }]);
  const watched = { copy: (await left(wizard.page)).copy };
  const papers = ["#/vel", "#/meenemen", "#/vel/groot", numberOf("sc14")];
  return [
    ...states,
    { ...needs, name: "a gentle question", shows: "sz", arrive: softly },
    closed,
    ...papers.map((address): State => ({ name: `a closed paper ${address}`, shows: pageOf(address), address, left: watched })),
  ];
}

/** The address of a screen that is there once. */
function numberOf(id: string): string {
  const number = Array.from({ length: 300 }, (_, nth) => nth + 1).find((nth) => screenAt(`#/stap/${nth}`) === id);
  return `#/stap/${number}`;
}

async function stuck(wizard: Wizard): Promise<State[]> {
  await wizard.fill(myself);
  await wizard.goTo("#/stap/10");
  await wizard.fill({ title: NEEDS, answers: { [NEEDS]: "“Ik wil rust.”", [AREAS]: "Geld" } });
  await openMenu(wizard);
  await wizard.press("Het loopt vast");
  const states = await walked(wizard, STUCK);
  const told = { copy: (await left(wizard.page)).copy };
  const at = (address: string, name: string, arrive?: State["arrive"]): State => ({ name, shows: address, address, left: told, arrive });
  const large = (there: Wizard) => press(there, "Laat dit vel groot zien");
  const sheet = at("#/vel", "the sheet with two more");
  return [
    ...states,
    sheet,
    at("#/overzicht", "the overview when it is stuck"),
    at("#/vel/3", "the sheet with three ways"),
    at("#/vel/3", "the sheet with three ways, large", large),
    at("#/vel/4", "the sheet for a talk"),
    unfolded(at("#/vel/4", "the sheet for a talk")),
  ];
}

async function forAnother(wizard: Wizard): Promise<State[]> {
  const states = await walked(wizard, [
    { title: START, answers: { [FOR_WHOM]: "Voor een ander" } },
    { title: DEVICE, answers: { [LOOKS_ALONG]: "Nee" } },
    { title: SAFE },
    { title: "Voor een ander", answers: { "Waar maak je je zorgen over?": "Geld", "Wat kun jij zelf doen?": "“Samen bellen.”" } },
  ]);
  const told = { copy: (await left(wizard.page)).copy };
  const rest = [await hash(wizard), "#/meenemen"];
  return [...states, ...rest.map((address): State => ({ name: `for someone else ${address}`, shows: pageOf(address), address, left: told }))];
}

async function nothingTold(wizard: Wizard): Promise<State[]> {
  await wizard.fill(myself);
  await wizard.goTo("#/stap/2");
  await wizard.fill({ title: DEVICE, answers: { [LOOKS_ALONG]: "Nee", [KEEP]: "Ja" } });
  await expect(wizard.status()).toContainText("Bewaard");
  const { copy, records } = await left(wizard.page);
  const told = { copy };
  const cover = (kind: string): State => ({ name: `covered: ${kind}`, address: "#/stap/2", left: told, arrive: (at) => tell(at, kind) });
  return [
    { name: "the first screen", shows: "sc01", address: "#/" },
    { name: "the menu", shows: "sc01", address: "#/", arrive: openMenu, within: ".menu" },
    {
      name: "the question about wiping",
      shows: "sc01",
      address: "#/",
      left: told,
      arrive: async (at) => {
        await openMenu(at);
        await press(at, "Wis alles");
      },
    },
    {
      name: "the page about wiping, where no dialog opens",
      address: "#/",
      left: told,
      anew: true,
      arrive: async (at) => {
        await at.page.evaluate(() => Object.assign(HTMLDialogElement.prototype, { showModal: undefined }));
        await openMenu(at);
        await press(at, "Wis alles");
        await at.isAt("Wil je alles wissen?");
      },
    },
    { name: "the device", shows: "sc02", address: "#/stap/2" },
    { name: "safety", shows: "sc03", address: "#/stap/3" },
    { name: "the empty overview", shows: "#/overzicht", address: "#/overzicht" },
    { name: "no sheet yet", shows: "#/vel", address: "#/vel" },
    { name: "an empty sheet", shows: "#/vel", address: "#/vel", arrive: (at) => press(at, "Maak een leeg vel") },
    { name: "traces", shows: "#/uitleg", address: "#/uitleg" },
    { name: "found again", address: "#/", left: { records } },
    cover("quiet"),
    cover("elsewhere"),
    cover("lost"),
    {
      ...cover("storage"),
      arrive: async (at) => {
        await expect(at.status()).toContainText("Bewaard");
        await at.page.evaluate(() => localStorage.clear());
        await tell(at, "storage");
      },
    },
  ];
}

/** A plan with two of each piece, of which one is whole and one is not. */
const TOLD: Told = {
  "more-people": [{ role: "opa" }, { role: "ex", name: "Dennis" }, { role: "tante" }],
  afraid: ["ex"],
  unsafe: [],
  "said-yes": ["opa"],
  can: { opa: ["do"], tante: ["call"] },
  "lived-it": [],
  "own-name": "Sanne",
  goal: "Wij eten elke avond samen.",
  signs: ["Mijn dochter slaapt door.", "De post is open."],
  start: "2026-05-18",
  "demands-by": "wijkteam",
  "demands-on": "2026-05-04",
  demands: [["Ik", "betaal de huur", "elke maand"], ["Opa", "let goed op", ""]],
  wishes: ["Ik volg een training.", "Ik slaap meer."],
  agreements: [],
  routes: [],
  caller: "opa",
  "every-weeks": 6,
  marks: {},
  "looked-along": "wijkteam",
  signed: ["ik"],
};

async function thePlan(wizard: Wizard): Promise<State[]> {
  const { page } = wizard;
  const plan = new Plan(wizard, page);
  await wizard.walk([
    myself,
    { title: DEVICE, answers: { [LOOKS_ALONG]: "Nee", [KEEP]: "Ja" } },
    { title: SAFE, answers: { [DANGER]: "Nee", [AFRAID]: "Nee" } },
  ]);
  await plan.goTo("De mensen");
  for (const role of ["dochter", "zoon"]) await plan.addPerson("Wie wonen er in huis?", role);
  await plan.tell(TOLD);
  await plan.agree({ who: "opa", what: "past op de kinderen", when: "elke zondag", watcher: "tante", demands: [1] });
  await plan.agree({ who: "ik", what: "bel opa op 06-12345678", when: "elke dag" });
  const bare = await left(page);
  for (const owner of ["ik", "dochter"]) {
    await plan.goTo("Een eigen kaart voor ieder");
    await page.locator(".leads").getByRole("link", { name: new RegExp(`^${owner}`) }).tap();
    await press(wizard, owner === "ik" ? "Verder" : `Ga verder als ${owner}`);
    await page.getByLabel("Waar kun je heen?").fill("opa");
    await press(wizard, "Sluit mijn kaart");
  }
  const told = { copy: (await left(page)).copy };
  const lasts = new Map<string, string>();
  let cards = "";
  for (const list of planPages()) {
    await wizard.goTo(list);
    await expect(wizard.heading()).toBeFocused();
    const hrefs = await page.locator("#app .leads a").evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
    // The last one of each: the person whom nothing is known of, the piece that is not whole.
    for (const href of hrefs) lasts.set(pageOf(href), href);
    cards = hrefs.find((href) => pageOf(href) === "#/samen/11") ?? cards;
  }
  const pages = planPages().map((shows): State => ({ name: `the plan ${shows}`, shows, address: lasts.get(shows) ?? shows, left: told }));
  const one = (number: number, name: string, arrive?: State["arrive"]): State => {
    const shows = `#/samen/${number}`;
    return { name, shows, address: lasts.get(shows) ?? shows, left: told, arrive };
  };
  const fill = (label: string, text: string) => (at: Wizard) => at.page.getByLabel(label).first().fill(text);
  const half = async (at: Wizard) => {
    await at.page.getByLabel("Wanneer beginnen jullie?").fill("");
    await at.page.getByLabel("Wanneer beginnen jullie?").focus();
    for (const key of "12") await at.page.keyboard.press(key);
    await press(at, "Klaar");
    await expect(at.page.locator("#unfinished")).toBeVisible();
  };
  const card = (name: string | RegExp) => (at: Wizard) => press(at, name);
  const again: State = { name: "who is feared, asked again", shows: "#/samen", address: "#/", left: { records: bare.records } };
  return [
    ...pages,
    unfolded(one(2, "a person who has a task")),
    one(7, "an agreement with all that can be asked", unfold),
    one(11, "a card being filled in", card(/^(Verder|Ga verder als)/)),
    { ...one(11, "a card that can be shown"), address: cards },
    { ...one(11, "a card shown", card("Toon mijn kaart")), address: cards, anew: true },
    one(4, "a wish taken away", card("Haal dit weg")),
    one(3, "an emptied line", fill("Hoe zie je dat het lukt?", "")),
    one(3, "half a date", half),
    one(14, "a day that can hardly be meant", fill("Op welke dag keek iemand mee?", "2016-05-11")),
    one(15, "the days made into a file", card("Maak een bestand voor je agenda")),
    {
      ...again,
      arrive: async (at) => {
        await press(at, "Ga verder waar je was");
        await at.goTo("#/samen");
        await at.isAt("Ben je bang voor iemand die je hier noemde?");
      },
    },
  ];
}

async function longLists(wizard: Wizard): Promise<State[]> {
  const { page } = wizard;
  const plan = new Plan(wizard, page);
  await wizard.walk([myself, { title: DEVICE, answers: { [LOOKS_ALONG]: "Nee" } }, { title: SAFE, answers: { [AFRAID]: "Nee" } }]);
  await plan.goTo("De mensen");
  for (let number = 1; number <= 16; number += 1) await plan.addPerson("Wie zijn er om je heen?", `buur ${number}`);
  for (let number = 1; number <= 12; number += 1) await plan.demand("De kinderen", `slapen op dag ${number} thuis`, "elke dag");
  for (let number = 1; number <= 16; number += 1) await plan.agree({ what: `doe ding ${number}` });
  const told = { copy: (await left(page)).copy };
  const last = await hash(wizard);
  return ["#/samen", "#/samen/1", "#/samen/6", last].map((address): State => {
    return { name: `long lists on ${address}`, shows: pageOf(address), address, left: told, only: "^Laat er nog" };
  });
}
