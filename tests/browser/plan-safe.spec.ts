// Safety of a plan: removed parts can be restored, nobody is named where they should not be, and a person who looks at
// a paper sees only that paper.

import { type Page, expect, open, test } from "./fixtures";
import { Quick } from "./pages/hands";
import { inspect } from "./pages/looks";
import { Plan } from "./pages/plan";
import { DEVICE, FOR_WHOM, KEEP, LOOKS_ALONG, SAFE, START } from "./pages/roads";
import { oneLine, printed } from "./pages/sheet";
import { Wizard } from "./pages/wizard";

const AFRAID = "Ben je bang voor iemand die je hier noemde?";

/** A resident with a former partner, a father, and two agreements. */
async function smallPlan(page: Page, keep: "Ja" | "Nee"): Promise<Plan> {
  const wizard = await Wizard.open(page, new Quick());
  const plan = new Plan(wizard, page);
  await wizard.walk([
    { title: START, answers: { [FOR_WHOM]: "Voor mezelf" } },
    { title: DEVICE, answers: { [LOOKS_ALONG]: "Nee", [KEEP]: keep } },
    { title: SAFE, answers: { "Ben je bang voor iemand thuis, of voor je ex?": "Nee" } },
  ]);
  await plan.goTo("De mensen");
  await plan.addPerson("Wie zijn er om je heen?", "ex", { name: "Dennis" });
  await plan.addPerson("Wie zijn er om je heen?", "opa");
  await plan.agree({ who: "opa", what: "past op de kinderen", when: "elke zondag", watcher: "ik" });
  await plan.agree({ who: "ik", what: "bel opa op 06-12345678", when: "elke dag", watcher: "opa" });
  return plan;
}

async function pointOut(plan: Plan, name: string): Promise<void> {
  await plan.goTo("De mensen");
  await pointOutHere(plan, name);
}

async function pointOutHere(plan: Plan, name: string): Promise<void> {
  await plan.page.locator(".leads").getByRole("link", { name, exact: true }).tap();
  await plan.page.getByLabel("Voor deze persoon ben ik bang.").check();
}

test("what was taken away comes back, and nobody is removed by looking at them", async ({ page }) => {
  const plan = await smallPlan(page, "Nee");
  await plan.goTo("Afspraken");
  const lines = page.locator(".leads a[href^='#/samen/7/']");
  await lines.first().tap();
  await plan.wizard.press("Haal dit weg");
  await expect(lines).toHaveCount(1);
  await expect(page.getByRole("status").filter({ hasText: "Dat is weggehaald." })).toBeVisible();
  // Not on a paper, nor where another person fills in a card.
  for (const address of ["#/samen/16", "#/samen/18", "#/samen/11/2"]) {
    await plan.wizard.goTo(address);
    await expect(plan.wizard.heading()).toBeFocused();
    await expect(plan.wizard.button("Zet terug")).toHaveCount(0);
  }
  await plan.goTo("Afspraken");
  await plan.wizard.press("Zet terug");
  await expect(lines).toHaveCount(2);
  await expect(lines.first()).toContainText("1. opa – past op de kinderen");
  await expect(page.locator("body")).not.toBeFocused();

  await plan.openPerson("opa");
  const remove = page.getByRole("button", { name: "Haal deze persoon weg" });
  await expect(remove).toBeHidden();
  await page.getByText("Haal deze persoon weg", { exact: true }).first().tap();
  await page.getByLabel("Wie neemt het over?").selectOption({ label: "ik" });
  await expect(plan.wizard.heading()).toHaveText("opa");
  await inspect(page);
  await remove.tap();
  await plan.wizard.isAt("De mensen");
  await plan.goTo("Afspraken");
  await expect(lines.first()).toContainText("1. ik – past op de kinderen");
});

test("who looks at the card of a helper or the page for the fridge sees nothing else of the plan", async ({ page }) => {
  const plan = await smallPlan(page, "Nee");
  await plan.goTo("Op papier en in je agenda");
  for (const paper of ["opa", "Het vel voor op de koelkast"]) {
    await page.getByRole("link", { name: paper, exact: true }).tap();
    await expect(page.locator(".sheet")).toContainText("past op de kinderen");
    await expect(page.getByRole("link", { name: "Dit staat nog niet op papier" })).toBeVisible();
    expect(await page.locator("body").innerText()).not.toMatch(/12345678|elke dag/);
    await plan.wizard.link("Vorige").tap();
  }
  await page.getByRole("link", { name: "Het plan voor de gemeente" }).tap();
  await expect(page.getByRole("link", { name: /^bel opa op 06-12345678/ })).toBeVisible();
});

test("on the next visit it is asked of whom one is afraid, before anything goes on paper", async ({ page }, info) => {
  const plan = await smallPlan(page, "Ja");
  await plan.goTo("Wat jullie willen");
  await page.getByLabel("Wat willen jullie bereiken?").fill("Dennis laat ons met rust.");
  await pointOut(plan, "Dennis (ex)");
  await expect(plan.wizard.status()).toContainText("Bewaard");
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toMatch(/afraid|bang/);

  await open(page);
  await plan.wizard.press("Ga verder waar je was");
  for (const address of ["#/samen", "#/samen/16", "#/samen/18", "#/vel", "#/meenemen"]) {
    await plan.wizard.goTo(address);
    await plan.wizard.isAt(AFRAID);
    expect(await page.locator("body").innerText()).not.toMatch(/Dennis/);
  }
  await inspect(page);
  await plan.wizard.press("Kies die persoon");
  await plan.wizard.isAt("De mensen");
  await pointOutHere(plan, "Dennis (ex)");
  await plan.wizard.goTo("#/samen/16");
  const paper = (await printed(page, info)).join(" ");
  expect(paper).toContain("past op de kinderen");
  expect(paper).not.toMatch(/Dennis/);
});

test("the own card wants no address and real numbers, says that it is not kept, and closes at a tap", async ({ page }) => {
  const plan = await smallPlan(page, "Ja");
  await plan.goTo("Een eigen kaart voor ieder");
  await expect(page.getByText("Een kaart bewaar ik nooit.")).toBeVisible();
  await page.getByRole("link", { name: /^ik/ }).tap();
  await plan.wizard.isAt("Mijn kaart");
  await expect(page.getByText(/aan ik|als ik/)).toHaveCount(0);
  await plan.wizard.press("Verder");
  const place = page.getByLabel("Waar kun je heen?");
  await place.fill("Kerkstraat 12");
  await expect(place).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText("Schrijf geen adres op. Een naam is genoeg.")).toBeVisible();
  await page.getByText("Weet de ander van deze plek?").first().tap();
  await expect(page.getByText("Kies dan liever een andere plek.").first()).toBeVisible();
  const number = page.getByLabel("Op welk nummer bel je?").first();
  await number.fill("abc");
  await expect(page.getByText("Dit is geen telefoonnummer.")).toBeVisible();
  await inspect(page);
  await place.fill("opa");
  await number.fill("0612345678");
  await expect(page.locator("#app .error")).toHaveCount(0);
  await plan.wizard.press("Sluit mijn kaart");
  await plan.wizard.press("Toon mijn kaart");
  await expect(page.locator(".sheet")).toContainText("opa");
  await page.locator(".sheet").tap();
  await expect(page.getByText("Je kaart is opgeborgen.")).toBeVisible();
  await expect(page.locator(".sheet")).toHaveCount(0);
});

test("a plan that closes under one's hand says why, and the heading has focus", async ({ page }) => {
  const plan = await smallPlan(page, "Nee");
  await pointOut(plan, "Dennis (ex)");
  const again = page.getByRole("group", { name: "Ben je bang voor iemand thuis, of voor je ex?" });
  await again.getByText("Ja", { exact: true }).tap();
  await expect(plan.wizard.heading()).toBeFocused();
  for (const text of ["Eerst veilig, dan een plan.", "Deel je plannen nu met zo min mogelijk mensen.", "Met een hulpverlener erbij kan het wel."]) {
    await expect(page.getByText(text)).toBeVisible();
  }
  await inspect(page);
  expect(oneLine(await page.locator("body").innerText())).not.toMatch(/Dennis|past op|Zet terug/);
});

test("a role that is too long is told at the field", async ({ page }) => {
  const plan = await smallPlan(page, "Nee");
  await plan.goTo("De mensen");
  const role = page.getByRole("group", { name: "opa" }).getByLabel("Rol", { exact: true });
  await role.fill("o".repeat(41));
  await expect(page.getByText("Je tekst is te lang voor dit vak.")).toBeVisible();
  await expect(page.locator("#app [aria-invalid=true]")).toHaveValue("o".repeat(41));
  await inspect(page);
});

test("a day before the plan begins is told at the field", async ({ page }) => {
  const plan = await smallPlan(page, "Nee");
  await plan.goTo("Wat jullie willen");
  await page.getByLabel("Wanneer beginnen jullie?").fill("2026-05-09");
  await plan.goTo("Terugkijken");
  await page.getByLabel("Elke hoeveel weken daarna?").fill("6");
  const until = page.getByLabel("Tot wanneer?");
  await until.fill("2026-05-01");
  await expect(page.getByText("Deze dag ligt voor het begin van jullie plan.")).toBeVisible();
  await expect(until).toHaveAttribute("aria-invalid", "true");
  await until.fill("2026-12-01");
  await expect(page.getByText("Deze dag ligt voor het begin van jullie plan.")).toHaveCount(0);
});
