// The circle's own plan as a family makes it together on one phone, and the plan of a case.

import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import { type Page, expect } from "@playwright/test";
import { Quick } from "./hands";
import { type Screen, Wizard } from "./wizard";

export interface Agreement {
  kind?: string;
  who?: string;
  what: string;
  when?: string;
  situation?: string;
  watcher?: string;
  demands?: number[];
  visitor?: string;
  allowed?: string;
  with?: string;
  "how-long"?: string;
  "back-on"?: string;
  contact?: string;
  trial?: string;
}

/** The plan of a household in its case file, described in `tests/cases/README.md`. */
export interface Told {
  "more-people": { role: string; name?: string }[];
  afraid: string[];
  unsafe: string[];
  "said-yes": string[];
  can: Record<string, string[]>;
  "lived-it": string[];
  "own-name": string;
  goal: string;
  signs: string[];
  start: string;
  "demands-by": string;
  "demands-on": string;
  demands: [string, string, string][];
  wishes: string[];
  agreements: Agreement[];
  routes: { owner: string; places: string[]; numbers: [string, string][] }[];
  caller: string;
  "every-weeks": number;
  marks: Record<string, number[]>;
  "looked-along": string;
  signed: string[];
}

/** A household's case: its plan, the lines of its paper, and the texts that must never be on it. */
export function household(name: string): { plan: Told; v2: string[][]; never: string[] } {
  return JSON.parse(readFileSync(new URL(`../../cases/${name}.json`, import.meta.url), "utf8"));
}

const CAN: Record<string, string> = { "think-along": "meedenken", do: "iets doen", call: "bellen", "watch-over": "meekijken" };

export class Plan {
  constructor(
    readonly wizard: Wizard,
    readonly page: Page,
  ) {}

  async goTo(part: string): Promise<void> {
    await this.wizard.goTo("#/samen");
    await this.page.locator(".leads").getByRole("link", { name: new RegExp(`^${part}`) }).tap();
    await expect(this.wizard.heading()).toHaveText(part);
  }

  /** After a plan was restored from storage: answers that nobody in it is feared. */
  async nobodyIsFeared(): Promise<void> {
    await this.wizard.goTo("#/samen");
    await this.wizard.isAt("Ben je bang voor iemand die je hier noemde?");
    await this.wizard.press("Ga verder, er is niemand");
    await this.wizard.isAt("Jullie eigen plan");
  }

  async addPerson(list: string, role: string, { age, name }: { age?: string; name?: string } = {}): Promise<void> {
    const section = this.page.locator("section").filter({ has: this.page.getByRole("heading", { name: list }) });
    await section.getByRole("button", { name: /^Voeg iemand/ }).tap();
    const person = section.getByRole("group").last();
    await person.getByLabel("Rol", { exact: true }).fill(role);
    if (age) await person.getByLabel("Leeftijd").selectOption(age);
    if (name) await person.getByLabel("Roepnaam", { exact: true }).fill(name);
  }

  /** Opens the page of one person from the page of all people. */
  async openPerson(role: string): Promise<void> {
    await this.goTo("De mensen");
    await this.page.locator(".leads").getByRole("link", { name: called(role) }).tap();
    await expect(this.wizard.heading()).toHaveText(called(role));
  }

  async demand(who: string, what: string, when: string): Promise<void> {
    await this.goTo("Eisen en wensen");
    await this.wizard.press("Voeg een eis toe");
    await this.page.getByLabel("Wie moet iets doen?").fill(who);
    await this.page.getByLabel("Wat doet deze persoon wel of juist niet?").fill(what);
    await this.page.getByLabel("Wanneer, of in welke situatie?").fill(when);
  }

  async agree(agreement: Agreement): Promise<void> {
    await this.goTo("Afspraken");
    await this.wizard.press("Voeg een afspraak toe");
    await this.fill(agreement);
  }

  async fill(agreement: Agreement): Promise<void> {
    const { kind, who, what, when, situation, watcher, demands, trial } = agreement;
    if (kind) await this.tick(kind);
    await this.fillBefore(agreement);
    await this.choose("Wie doet het?", who);
    await this.page.getByLabel(/^Wat (doet deze persoon|doen jullie niet)\?/).fill(what);
    await this.write("Wanneer en hoe vaak?", when);
    await this.write("Of: in welke situatie?", situation);
    await this.choose("Wie let erop?", watcher);
    for (const demand of demands ?? []) await this.page.getByRole("checkbox", { name: new RegExp(`^Eis ${demand}:`) }).check();
    if (trial) {
      await this.page.getByText("Meer over deze afspraak").tap();
      await this.tick("op proef");
      await this.write("Tot wanneer proberen jullie het?", trial);
    }
  }

  /** What each demand still lacks, as shown on the page with all parts. */
  async coverage(): Promise<string[]> {
    await this.wizard.goTo("#/samen");
    const section = this.page.locator("section").filter({ has: this.page.getByRole("heading", { name: /^Is er bij elke eis/ }) });
    const states = await section.locator(".state").allInnerTexts();
    return states.map((state) => state.split(" · ").at(-1) ?? "");
  }

  /** Enters everything except the agreements and the cards, from the case of a household. */
  async tell(told: Told): Promise<void> {
    await this.tellPeople(told);
    await this.tellGoal(told);
    await this.goTo("Eisen en wensen");
    await this.write("Wie stelt de eisen?", told["demands-by"]);
    await this.write("Op welke dag kreeg je de eisen?", told["demands-on"]);
    for (const demand of told.demands) await this.demand(...demand);
    for (const wish of told.wishes) {
      await this.goTo("Eisen en wensen");
      await this.wizard.press("Voeg een wens toe");
      await this.page.getByLabel("Wat vindt de hulpverlener ook goed?").last().fill(wish);
    }
    await this.tellReviews(told);
    await this.goTo("Samen aan de slag");
    await this.write("Wie van de hulpverleners keek mee?", told["looked-along"]);
    for (const name of told.signed) await this.page.getByRole("checkbox", { name, exact: true }).check();
  }

  /** Fills in one card as its owner, and puts it away. */
  async card({ owner, places, numbers }: Told["routes"][number]): Promise<void> {
    await this.goTo("Een eigen kaart voor ieder");
    await this.page.getByRole("link", { name: new RegExp(`^${owner}`) }).tap();
    await this.wizard.press(`Ga verder als ${owner}`);
    await this.write("Waar kun je heen?", places[0]);
    await this.write("Waar kun je nog meer heen?", places[1]);
    await this.page.getByRole("group", { name: "Koos je deze plek zelf?" }).getByLabel("ja").check();
    for (const [index, [name, number]] of numbers.entries()) {
      await this.page.getByLabel("Wie bel je?").nth(index).fill(name);
      await this.page.getByLabel("Op welk nummer bel je?").nth(index).fill(number);
    }
    await this.wizard.press("Sluit mijn kaart");
    await expect(this.page.getByText("Je kaart is opgeborgen.")).toBeVisible();
  }

  private async tellPeople(told: Told): Promise<void> {
    await this.goTo("De mensen");
    for (const { role, name } of told["more-people"]) {
      await this.addPerson("Wie zijn er om je heen?", role, { name });
    }
    const roles = new Set([...told.afraid, ...told.unsafe, ...told["said-yes"], ...Object.keys(told.can), ...told["lived-it"]]);
    for (const role of roles) {
      await this.openPerson(role);
      if (told.unsafe.includes(role)) await this.yes("Voelt deze persoon zich soms niet veilig?");
      if (told["said-yes"].includes(role)) {
        await this.yes("Zegt deze persoon ja tegen het plan?");
        await this.yes("Is deze persoon 18 of ouder?");
      }
      for (const can of told.can[role] ?? []) await this.page.getByRole("checkbox", { name: CAN[can] }).check();
      if (told["lived-it"].includes(role)) await this.yes("Kent deze persoon dit uit eigen ervaring?");
      if (told.afraid.includes(role)) await this.page.getByLabel("Voor deze persoon ben ik bang.").check();
    }
  }

  private async tellGoal(told: Told): Promise<void> {
    await this.goTo("Wat jullie willen");
    await this.write("Hoe heet jij in dit plan?", told["own-name"]);
    await this.write("Wat willen jullie bereiken?", told.goal);
    for (const [index, sign] of told.signs.entries()) await this.page.getByLabel("Hoe zie je dat het lukt?").nth(index).fill(sign);
    await this.write("Wanneer beginnen jullie?", told.start);
  }

  private async tellReviews(told: Told): Promise<void> {
    await this.goTo("Terugkijken");
    await this.write("Elke hoeveel weken daarna?", `${told["every-weeks"]}`);
    await this.choose("Wie roept de kring bij elkaar als het misgaat?", told.caller);
    await this.page.getByRole("link", { name: "Bij de start" }).tap();
    await expect(this.wizard.heading()).toHaveText("Bij de start");
    for (const [index, [mark]] of Object.values(told.marks).entries()) {
      const scale = this.page.getByRole("group", { name: "Hoe gaat het hiermee, van 0 tot 10?" }).nth(index);
      await scale.getByLabel(`${mark}`, { exact: true }).check();
    }
  }

  private async fillBefore(agreement: Agreement): Promise<void> {
    await this.choose("Wie komt niet, of alleen soms?", agreement.visitor);
    await this.write("Op welke dag en tijd mag het wel?", agreement.allowed);
    await this.choose("Wie vangt het kind op?", agreement.with);
    await this.write("Hoe lang?", agreement["how-long"]);
    await this.write("Wanneer kijken jullie of het kind terug kan?", agreement["back-on"]);
    await this.write("Hoe houden kind en ouders contact?", agreement.contact);
  }

  private async tick(name: string): Promise<void> {
    await this.page.getByRole("radio", { name, exact: true }).check();
  }

  private async yes(question: string): Promise<void> {
    await this.page.getByRole("group", { name: question }).getByLabel("ja", { exact: true }).check();
  }

  private async write(label: string, text?: string): Promise<void> {
    if (text) await this.page.getByLabel(label, { exact: true }).fill(text);
  }

  private async choose(label: string, option?: string): Promise<void> {
    if (!option) return;
    const list = this.page.getByLabel(label, { exact: true });
    const text = await list.locator("option").filter({ hasText: called(option) }).innerText();
    await list.selectOption({ label: text });
  }
}

/** Enters the plan of a case from the first screen: the road to the sheet, then everything but the cards. */
export async function tellWhole(page: Page, road: Screen[], told: Told): Promise<Plan> {
  const wizard = await Wizard.open(page, new Quick());
  await wizard.walk(road, async (screen, state) => {
    if (state === "filled" && screen.title === "Kies wat op je vel mag") await page.locator("#app input[type=date]").fill("2026-05-04");
  });
  const plan = new Plan(wizard, page);
  await plan.tell(told);
  for (const agreement of told.agreements) await plan.agree({ kind: kindOf(agreement), ...agreement });
  return plan;
}

/** Matches “opa”, or “Dennis (vriend van moeder)”, with or without “zegt ja”. */
function called(role: string): RegExp {
  return new RegExp(`^(\\S+ \\(${role}\\)|${role})( zegt ja)?$`);
}

/** The kind of an agreement, in the words on screen. */
export function kindOf(agreement: Agreement): string {
  if (agreement.visitor) return "Iemand komt niet, of alleen soms";
  return agreement.with ? "Zo thuis mogelijk" : "Iemand doet iets";
}

/** The days in the calendar file, as another program reads them; the file contains nothing else. */
export async function calendarDays(page: Page): Promise<string[]> {
  await page.getByRole("button", { name: "Maak een bestand voor je agenda" }).tap();
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "Zet de dagen in je agenda" }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe("afspraken.ics");
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(await download.path(), "utf8")));
  const events = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
  expect(new Set(events.map((event) => event.summary))).toEqual(new Set(["Afspraak"]));
  expect(new Set(events.map((event) => event.uid)).size).toBe(events.length);
  for (const event of calendar.getAllSubcomponents("vevent")) {
    const alarm = event.getFirstSubcomponent("valarm");
    expect(`${alarm?.getFirstPropertyValue("trigger")}`).toBe("-PT15H");
  }
  return events.map((event) => event.startDate.toString());
}
