// The app as a resident uses it: screens with a heading, questions with answers, “Verder” and “Vorige”.

import { type Locator, type Page, expect } from "@playwright/test";
import { open } from "../fixtures";
import { Finger, type Hand } from "./hands";

/** “…” is typed, other words are the name of a choice, a number is typed or tapped in a row of numbers. */
export type Answer = string | number | Person;

export interface Person {
  role: string;
  name?: string;
  /** The age group, for a person in the household. */
  age?: string;
}

/** A screen on the road, and the answers given there. */
export interface Screen {
  title: string;
  /** By the text of the question. It may be followed, in “ ”, by the sentence it is about. */
  answers?: Record<string, Answer | Answer[]>;
}

/** The date in every journey: a Monday in May. */
export const TODAY = new Date("2026-05-11T10:00:00+02:00");

export class Wizard {
  constructor(
    readonly page: Page,
    private readonly hand: Hand = new Finger(),
  ) {}

  /** Opens the app on the date of the journeys. */
  static async open(page: Page, hand?: Hand, address?: string): Promise<Wizard> {
    await page.addInitScript(stopTheDate, TODAY.getTime());
    await open(page, address);
    return new Wizard(page, hand);
  }

  heading(name?: string): Locator {
    return this.page.getByRole("heading", { level: 1, name, exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  link(name: string): Locator {
    return this.page.getByRole("link", { name, exact: true });
  }

  /** The status line that says whether answers are stored. */
  status(): Locator {
    return this.page.locator(".status").getByRole("status");
  }

  question(words: string): Locator {
    const [name, about] = words.split(/(?<=\?) (?=“)/);
    const group = this.page.getByRole("group", { name, exact: true });
    return about ? group.filter({ hasText: about }) : group;
  }

  choice(question: string, name: string): Locator {
    const group = this.question(question);
    return group.getByRole("radio", { name, exact: true }).or(group.getByRole("checkbox", { name, exact: true }));
  }

  /** Checks that the screen is open, its heading has focus, and the page title gives nothing away. */
  async isAt(title: string): Promise<void> {
    await expect(this.heading()).toHaveText(title);
    await expect(this.page).toHaveTitle("Overzicht");
  }

  async answer(question: string, ...answers: Answer[]): Promise<void> {
    await expect(this.question(question)).toBeVisible();
    for (const answer of answers) await this.give(question, answer);
  }

  /** Checks that the screen shows the answer. */
  async isAnswered(question: string, ...answers: Answer[]): Promise<void> {
    for (const [index, answer] of answers.entries()) {
      if (typeof answer === "object") {
        const person = this.people(question).nth(index);
        await expect(person.getByLabel("Rol", { exact: true })).toHaveValue(answer.role);
        await expect(person.getByLabel("Roepnaam", { exact: true })).toHaveValue(answer.name ?? "");
      } else if (await this.isTyped(question, answer)) {
        await expect(this.question(question).getByRole("textbox")).toHaveValue(plain(answer));
      } else {
        await expect(this.choice(question, `${answer}`)).toBeChecked();
      }
    }
  }

  async fill(screen: Screen): Promise<void> {
    for (const [question, answers] of Object.entries(screen.answers ?? {})) await this.answer(question, ...[answers].flat());
  }

  async isFilled(screen: Screen): Promise<void> {
    for (const [question, answers] of Object.entries(screen.answers ?? {})) await this.isAnswered(question, ...[answers].flat());
  }

  async press(button: string): Promise<void> {
    await this.hand.press(this.button(button));
  }

  /** Taps “Verder”, and waits until the next heading has focus. */
  async next(): Promise<void> {
    const before = await this.page.evaluate(() => location.hash);
    // On the screen of a flag, and at the end of the road “Het loopt vast”, it has another name.
    for (const name of ["Ga verder", "Ga terug naar waar je was", "Verder"]) {
      if (await this.button(name).count()) {
        await this.press(name);
        break;
      }
    }
    await expect.poll(() => this.page.evaluate(() => location.hash)).not.toBe(before);
    await expect(this.heading()).toBeFocused();
  }

  /** Walks the screens in order and continues from each; calls `look` before and after filling in a screen. */
  async walk(screens: Screen[], look?: Look): Promise<void> {
    for (const screen of screens) {
      await this.isAt(screen.title);
      await look?.(screen, "empty");
      await this.fill(screen);
      await look?.(screen, "filled");
      await this.next();
    }
  }

  /** Goes to an address of the app without reloading it. */
  async goTo(fragment: string): Promise<void> {
    await this.page.evaluate((to) => (location.hash = to), fragment);
  }

  async openMenu(): Promise<void> {
    await this.page.getByText("Open het menu").click();
  }

  private people(question: string): Locator {
    return this.question(question).getByRole("group").filter({ has: this.page.getByLabel("Rol", { exact: true }) });
  }

  private async give(question: string, answer: Answer): Promise<void> {
    if (typeof answer === "object") return this.addPerson(question, answer);
    if (await this.isTyped(question, answer)) {
      return this.hand.write(this.question(question).getByRole("textbox"), plain(answer));
    }
    await this.hand.choose(this.choice(question, `${answer}`));
  }

  private async isTyped(question: string, answer: string | number): Promise<boolean> {
    if (typeof answer === "string") return answer.startsWith("“");
    return (await this.choice(question, `${answer}`).count()) === 0;
  }

  private async addPerson(question: string, { role, name, age }: Person): Promise<void> {
    const before = await this.people(question).count();
    await this.hand.press(this.question(question).getByRole("button", { name: /^Voeg (iemand|hulp)/ }));
    const person = this.people(question).nth(before);
    await this.hand.write(person.getByLabel("Rol", { exact: true }), role);
    if (name) await this.hand.write(person.getByLabel("Roepnaam", { exact: true }), name);
    if (age) await person.getByLabel("Leeftijd").selectOption({ label: age });
  }
}

// Runs in the page. Playwright's own clock also clears `performance`, by which the page tells a reload from a visit.
export function stopTheDate(now: number): void {
  globalThis.Date = class extends Date {
    constructor(...given: []) {
      super(...(given.length > 0 ? given : ([now] as unknown as [])));
    }

    static now(): number {
      return now;
    }
  } as DateConstructor;
}

export type Look = (screen: Screen, state: "empty" | "filled") => Promise<void>;

function plain(answer: string | number): string {
  return `${answer}`.replace(/^“|”$/g, "");
}
