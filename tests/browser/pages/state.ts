// A state of a page as a test opens it, and what is done there without a finger.

import type { Place } from "./again";
import { screenAt } from "./routes";
import type { Wizard } from "./wizard";

/** A state of a page, and the page it must show. */
export interface State extends Place {
  /** The id of a screen, or an address without the number of a part. */
  shows?: string;
}

/** Prepares the states of a part of the app; `sees` are the pages they show. */
export interface Part {
  sees: string[];
  prepare: (wizard: Wizard) => Promise<State[]>;
}

export const hash = (wizard: Wizard) => wizard.page.evaluate(() => location.hash || "#/");

/** The page of an address: a screen by its id, a page of the plan without the number of a part. */
export function pageOf(address: string): string {
  return screenAt(address.replace(/^(#\/samen\/\d+)\/\d+$/, "$1"));
}

/** Presses something without a finger, so that nothing lies over the page. */
export function press(wizard: Wizard, name: string | RegExp, nth = 0): Promise<void> {
  return wizard.page.getByRole("button", { name, exact: true }).nth(nth).evaluate((button: HTMLElement) => button.click());
}

export async function openMenu({ page }: Wizard): Promise<void> {
  await page.locator(".menu summary").evaluate((summary: HTMLElement) => summary.click());
}

/** Opens all that is folded away on the page, except the menu. */
export async function unfold({ page }: Wizard): Promise<void> {
  for (let depth = 0; depth < 2; depth += 1) {
    const folded = page.locator("details:not(.menu, [open]) > summary");
    await folded.evaluateAll((all) => all.forEach((one) => (one as HTMLElement).click()));
  }
}

export function tell(wizard: Wizard, kind: string): Promise<void> {
  return wizard.page.evaluate((event) => void document.querySelector("#app")?.dispatchEvent(new Event(event)), kind);
}
