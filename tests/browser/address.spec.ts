// The address: Back, Forward, a bookmark, and invalid addresses.

import { expect, open, test } from "./fixtures";
import { AREAS, K1, LOOKS_ALONG, NEEDS, START } from "./pages/roads";
import { Quick } from "./pages/hands";
import { Wizard } from "./pages/wizard";

test("Back and Forward pass the screens with every answer", async ({ page }) => {
  const wizard = await Wizard.open(page, new Quick());
  const passed = K1.slice(0, 9);
  await wizard.walk(passed);
  for (const screen of passed.toReversed()) {
    await page.goBack();
    await wizard.isAt(screen.title);
    await expect(wizard.heading()).toBeFocused();
    await wizard.isFilled(screen);
  }
  for (const screen of [...passed.slice(1), K1[9]]) {
    await page.goForward();
    await wizard.isAt(screen.title);
  }
  await wizard.link("Vorige").click();
  await wizard.isAt(passed[8].title);
  await wizard.isFilled(passed[8]);
});

test("a bookmarked step opens, and one that is not on the road leads to the first open one", async ({ page }) => {
  const wizard = await Wizard.open(page, new Quick(), "./#/stap/2");
  await wizard.isAt("Dit apparaat en jij");
  await expect(wizard.question(LOOKS_ALONG)).toBeVisible();
  // Screen 8 belongs to the road for someone else, 41 to an area that was not chosen.
  for (const impossible of ["#/stap/8", "#/stap/41", "#/stap/999"]) {
    await wizard.goTo(impossible);
    await wizard.isAt(START);
  }
  await wizard.next();
  await wizard.next();
  await wizard.goTo("#/stap/41");
  await wizard.isAt("Voor je begint");
  await wizard.goTo("#/stap/10");
  await wizard.answer(AREAS, "Mijn lijf en mijn dag");
  await wizard.goTo("#/stap/41");
  await wizard.isAt("Wat herken je? Tik alles aan wat klopt.");
});

test("a changed early answer keeps the later ones", async ({ page }) => {
  const wizard = await Wizard.open(page, new Quick());
  await wizard.walk(K1.slice(0, 5));
  await wizard.goTo("#/stap/10");
  const area = wizard.choice(AREAS, "Mijn lijf en mijn dag");
  await area.uncheck();
  await wizard.goTo("#/overzicht");
  await expect(page.getByText("Als ik val, kan ik niemand roepen.")).toHaveCount(0);
  await wizard.goTo("#/stap/10");
  await area.check();
  await wizard.goTo("#/stap/41");
  await wizard.isFilled(K1[4]);
});

test("from the overview one answer is changed, and the way leads back there", async ({ page }) => {
  const wizard = await Wizard.open(page, new Quick());
  await wizard.walk(K1.slice(0, 5));
  await wizard.goTo("#/overzicht");
  await wizard.isAt("Kijk je antwoorden na");
  await page.getByRole("button", { name: /^Verander.*: Wat heb je nodig\?$/ }).click();
  await wizard.isAt(NEEDS);
  await wizard.answer(NEEDS, "“Ik wil mijn tuin terug.”");
  await wizard.press("Ga terug naar je antwoorden");
  await wizard.isAt("Kijk je antwoorden na");
  await expect(page.getByText("Ik wil mijn tuin terug.")).toBeVisible();
});

for (const address of ["./?dossier=x", "./#<script>alert(1)</script>", "./#javascript:alert(1)", "./#/stap/0", "./#/stap/007", "./#/stap/3?q=a", "./#/stap/", "./#//evil", "./#/VEL"]) {
  test(`the address ${address} is the start`, async ({ page }) => {
    await open(page, address);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(START);
  });
}

test("an empty part of the overview says that it may be, and leads to its first question and back", async ({ page }) => {
  const wizard = await Wizard.open(page);
  await wizard.goTo("#/overzicht");
  await wizard.isAt("Kijk je antwoorden na");
  const part = page.locator("section").filter({ has: page.getByRole("heading", { name: "Mensen om je heen" }) });
  await expect(part).toContainText("Dit is niet ingevuld. Dat mag.");
  await part.getByRole("button", { name: "Vul het in: Mensen om je heen" }).click();
  await wizard.answer("Woont er een kind bij je in huis?", "Nee");
  await wizard.press("Ga terug naar je antwoorden");
  await wizard.isAt("Kijk je antwoorden na");
  await expect(part).not.toContainText("Dat mag.");
  await expect(part.getByText("Woont er een kind bij je in huis?")).toBeVisible();
  await expect(part.getByText("niet ingevuld", { exact: true }).first()).toBeHidden();
  await part.getByText("Bekijk wat niet is ingevuld").click();
  await expect(part.getByText("niet ingevuld", { exact: true }).first()).toBeVisible();
});

test("one helper can be the steady one, and stands so on paper", async ({ page }) => {
  const wizard = await Wizard.open(page, new Quick());
  const helpers = "Wie helpt je nu al, en waarmee?";
  // Up to the screen about telling more.
  await wizard.walk(K1.slice(0, 7));
  await wizard.goTo("#/overzicht");
  const part = page.locator("section").filter({ has: page.getByRole("heading", { name: "Mensen om je heen" }) });
  await part.getByText("Bekijk de vragen").click();
  await part.getByRole("button", { name: `Vul het in: ${helpers}` }).click();
  await wizard.answer(helpers, { role: "wijkcoach" }, { role: "huisarts" });
  const steady = page.getByRole("checkbox", { name: "Dit is mijn vaste persoon" });
  await steady.nth(0).check();
  await steady.nth(1).check();
  await expect(steady.nth(0)).not.toBeChecked();
  await wizard.goTo("#/vel");
  await expect(page.locator(".sheet")).toContainText("Mijn vaste persoon: huisarts.");
});
