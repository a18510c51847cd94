// More pasted text than a field accepts: all of it stays, and the page says how much fits.

import { type Locator, type Page, expect, test } from "./fixtures";
import { Quick } from "./pages/hands";
import { inspect } from "./pages/looks";
import { Plan } from "./pages/plan";
import { K1, NEEDS } from "./pages/roads";
import { Wizard } from "./pages/wizard";

const PASTED = "Vijf woorden in een zin. ".repeat(400);

function tooLong(most: number): string {
  return `Je tekst is te lang voor dit vak. Er passen ${most} tekens in. Er is niets weg. Maak de tekst zelf korter.`;
}

async function paste(page: Page, field: Locator): Promise<void> {
  await field.tap();
  await page.keyboard.insertText(PASTED);
  await expect(field).toHaveValue(PASTED);
}

test("ten thousand characters pasted into the first field: it says how much fits and how much is too much", async ({ page }) => {
  const wizard = await Wizard.open(page, new Quick());
  await wizard.walk(K1.slice(0, 3));
  await wizard.isAt(NEEDS);
  await paste(page, wizard.question(NEEDS).getByRole("textbox"));
  await expect(page.getByText(tooLong(1200))).toBeVisible();
  await expect(page.getByText("8800 tekens te veel.", { exact: true })).toBeVisible();
  await inspect(page);
  // The first tap repeats the message, the second continues.
  await wizard.press("Verder");
  await wizard.next();
  await page.goBack();
  await expect(wizard.question(NEEDS).getByRole("textbox")).toHaveValue(PASTED);
});

test("ten thousand characters pasted into a field of the plan or the name of a person: it says how much fits", async ({ page }) => {
  const wizard = await Wizard.open(page, new Quick());
  const plan = new Plan(wizard, page);
  await wizard.fill(K1[0]);
  await plan.goTo("Wat jullie willen");
  await paste(page, page.getByLabel("Wat willen jullie bereiken?"));
  await expect(page.getByText(/^Je tekst is te lang voor dit vak\. Er passen \d+ tekens in\./)).toBeVisible();
  await expect(page.getByText(/^\d+ tekens te veel\.$/)).toBeVisible();
  await plan.goTo("De mensen");
  await plan.addPerson("Wie zijn er om je heen?", "buurvrouw", { name: "Een naam met meer dan veertig tekens, een kwartier lang" });
  await expect(page.getByText(tooLong(40))).toBeVisible();
});
