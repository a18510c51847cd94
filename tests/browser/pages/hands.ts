// Ways to fill in the same screen: a finger on a phone, quick clicks, and a keyboard only.

import { type Locator, type Page, expect } from "@playwright/test";

/** How a resident gives an answer. */
export interface Hand {
  choose(choice: Locator): Promise<void>;
  write(field: Locator, text: string): Promise<void>;
  press(button: Locator): Promise<void>;
}

/** Taps; only text is typed, on the phone's keyboard. */
export class Finger implements Hand {
  async choose(choice: Locator): Promise<void> {
    await choice.tap();
    await expect(choice).toBeChecked();
  }

  async write(field: Locator, text: string): Promise<void> {
    await field.tap();
    await field.fill(text);
  }

  async press(button: Locator): Promise<void> {
    await button.tap();
  }
}

/** Clicks from inside the page: quick, for the part of a road that the test is not about. */
export class Quick implements Hand {
  async choose(choice: Locator): Promise<void> {
    await choice.evaluate((found: HTMLElement) => found.click());
    await expect(choice).toBeChecked();
  }

  async write(field: Locator, text: string): Promise<void> {
    await field.fill(text);
  }

  async press(button: Locator): Promise<void> {
    await button.evaluate((found: HTMLElement) => found.click());
  }
}

/** Maximum number of tab stops on a page. */
const MOST_STOPS = 200;

/** Tab, Shift+Tab, arrows, Space and Enter, from wherever the focus is. */
export class Keys implements Hand {
  constructor(private readonly page: Page) {}

  async choose(choice: Locator): Promise<void> {
    await this.reach(choice);
    if (await hasFocus(choice)) await this.page.keyboard.press("Space");
    else await this.arrowTo(choice);
    await expect(choice).toBeChecked();
  }

  async write(field: Locator, text: string): Promise<void> {
    await this.reach(field);
    await this.page.keyboard.press("ControlOrMeta+a");
    await this.page.keyboard.type(text);
  }

  async press(button: Locator): Promise<void> {
    await this.reach(button);
    await this.page.keyboard.press("Enter");
  }

  /** Chooses in a drop-down list, by typing the word. */
  async pick(list: Locator, word: string): Promise<void> {
    await this.reach(list);
    await this.page.keyboard.type(word);
    await expect(list.locator("option:checked")).toHaveText(word);
  }

  /** Tabs to the element, or to the radio group it belongs to. */
  private async reach(target: Locator): Promise<void> {
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      const way = await target.evaluate(wayTo);
      if (way === "here") return;
      await this.page.keyboard.press(way === "back" ? "Shift+Tab" : "Tab");
    }
    throw new Error(`the keyboard does not reach ${target}`);
  }

  private async arrowTo(choice: Locator): Promise<void> {
    for (let steps = 0; steps < MOST_STOPS && !(await hasFocus(choice)); steps += 1) {
      await this.page.keyboard.press((await choice.evaluate(wayBetween)) === "back" ? "ArrowUp" : "ArrowDown");
    }
  }
}

function hasFocus(element: Locator): Promise<boolean> {
  return element.evaluate((found) => found === document.activeElement);
}

// Runs in the page. A radio group is one tab stop: focus inside it counts as focus on the radio itself.
function wayTo(target: Element): "here" | "back" | "on" {
  const now = document.activeElement;
  if (now === target) return "here";
  const sameRow = (one: Element | null) => one instanceof HTMLInputElement && one.type === "radio" && one.name === (target as HTMLInputElement).name;
  if (target instanceof HTMLInputElement && target.type === "radio" && sameRow(now)) return "here";
  const back = now && now !== document.body && now.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING;
  return back ? "back" : "on";
}

// Runs in the page.
function wayBetween(target: Element): "back" | "on" {
  const now = document.activeElement;
  return now && now.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING ? "back" : "on";
}
