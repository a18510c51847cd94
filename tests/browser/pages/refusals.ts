// The states in which the device refuses to keep or to wipe the answers.

import { expect } from "@playwright/test";
import { left } from "./again";
import { AFRAID, DANGER, DEVICE, FOR_WHOM, KEEP, LOOKS_ALONG, NEEDS, SAFE, START } from "./roads";
import { type State, hash, openMenu, press } from "./state";
import type { Wizard } from "./wizard";

/** The device keeps the answers, until it refuses to. */
export async function refusals(wizard: Wizard): Promise<State[]> {
  await wizard.walk([
    { title: START, answers: { [FOR_WHOM]: "Voor mezelf" } },
    { title: DEVICE, answers: { [LOOKS_ALONG]: "Nee", [KEEP]: "Ja" } },
    { title: SAFE, answers: { [DANGER]: "Nee", [AFRAID]: "Nee" } },
  ]);
  await wizard.fill({ title: NEEDS, answers: { [NEEDS]: "“Ik wil rust.”" } });
  await expect(wizard.status()).toContainText("Bewaard");
  const needs = await hash(wizard);
  const { copy, records } = await left(wizard.page);
  const newer = Object.fromEntries(Object.entries(records ?? {}).map(([part, record]) => [part, record.replace(/^1:/, "9:")]));
  const told = (at: Wizard, text: string) => expect(at.page.getByRole("status").filter({ hasText: text })).toBeVisible();
  const refuses = (name: string, text: string, refuse: () => void): State => ({
    name,
    shows: "sc04",
    address: needs,
    left: { copy },
    anew: true,
    arrive: async (at) => {
      await at.page.evaluate(refuse);
      await at.page.locator("#app textarea").first().fill("Ik wil slapen.");
      await told(at, text);
    },
  });
  return [
    refuses("no room is left", "Het geheugen van dit apparaat is vol.", () => {
      Storage.prototype.setItem = () => {
        throw new DOMException("", "QuotaExceededError");
      };
    }),
    refuses("something else comes back", "Dit apparaat kan je antwoorden niet bewaren.", () => {
      Storage.prototype.getItem = () => '"iets anders"';
    }),
    {
      name: "a newer version wrote it",
      shows: "sc01",
      address: "#/",
      left: { records: newer },
      arrive: (at) => told(at, "Dit plan komt uit een nieuwere versie."),
    },
    {
      name: "not everything was wiped",
      shows: "sc04",
      address: needs,
      left: { copy },
      anew: true,
      arrive: async (at) => {
        await expect(at.status()).toContainText("Bewaard");
        await at.page.evaluate(() => (Storage.prototype.removeItem = () => {}));
        await openMenu(at);
        await press(at, "Wis alles");
        await at.page.getByRole("dialog").getByRole("button", { name: "Wis alles" }).evaluate((button: HTMLElement) => button.click());
        await told(at, "Niet alles is gewist.");
      },
    },
  ];
}
