// When no plan is allowed: three households on their own roads, and what each sees instead. Earlier answers come back
// when the reason is gone; until then no page or paper shows them.

import { type Page, expect, test } from "./fixtures";
import { Quick } from "./pages/hands";
import { inspect } from "./pages/looks";
import { Plan } from "./pages/plan";
import { AFRAID, AREAS, CHILD_TONIGHT, DANGER, DEPENDS, DEVICE, FOR_WHOM, KEEP, LOOKS_ALONG, NEEDS, PROFESSIONAL } from "./pages/roads";
import { RECOGNISE, SAFE, SERIOUS, START, UNSAFE, WEAPON } from "./pages/roads";
import { type Screen, Wizard } from "./pages/wizard";

const CLOSER = "Nog een paar korte vragen";
const AT_HOME = "Nog een paar vragen over thuis";
const THROAT = "Iemand kneep mijn keel dicht.";
const LEAVING = "Ik wil weg, of ik ben net weg. Dat voelt gevaarlijk.";
const YOUNG = "Ben je jonger dan 18?";
const GOAL = "De kinderen slapen weer door.";
const WITH_PROFESSIONAL = "Met een hulpverlener erbij kan het wel.";
/** Every page of the plan that shows or prints something, and every other paper. */
const PAGES = ["#/samen", "#/samen/1", "#/samen/2/1", "#/samen/3", "#/samen/5/1", "#/samen/6", "#/samen/7/1", "#/samen/10", "#/samen/11/1"];
const PAPERS = ["#/samen/15", "#/samen/16", "#/samen/17/1", "#/samen/18", "#/vel", "#/vel/3", "#/vel/4", "#/meenemen", "#/overzicht"];

/** No page offers a plan, every address of it says whom to call, and nothing entered in it is visible anywhere. */
async function expectNoPlan(wizard: Wizard, first: string): Promise<void> {
  const { page } = wizard;
  await wizard.goTo("#/overzicht");
  await wizard.isAt("Kijk je antwoorden na");
  await wizard.openMenu();
  await expect(page.locator("a[href^='#/samen']")).toHaveCount(0);
  for (const address of [...PAGES, ...PAPERS]) {
    await wizard.goTo(address);
    await expect(wizard.heading()).toBeFocused();
    const text = await page.locator("body").innerText();
    expect(text, address).not.toMatch(/slapen weer door|gele huis|0612345678|Wie let erop|opa past op/);
    if (!address.startsWith("#/samen")) continue;
    await expect(page.locator(".sheet"), address).toHaveCount(0);
    await expect(page.locator(".leads"), address).toHaveCount(0);
    await expect(page.locator(":is(.flag-card, .page-part) .call strong").first(), address).toHaveText(first);
  }
  await wizard.goTo("#/samen");
  await inspect(page);
}

/** Fills in part of a plan: its goal, an agreement, and a card. */
async function somePlan(plan: Plan): Promise<void> {
  await plan.goTo("De mensen");
  await plan.addPerson("Wie wonen er in huis?", "dochter", { age: "4-tot-11" });
  await plan.addPerson("Wie zijn er om je heen?", "opa");
  await plan.goTo("Wat jullie willen");
  await plan.page.getByLabel("Wat willen jullie bereiken?").fill(GOAL);
  await plan.agree({ who: "opa", what: "opa past op", when: "elke avond", watcher: "ik" });
  await plan.card({ owner: "dochter", places: ["het gele huis"], numbers: [["opa", "0612345678"], ["buur", "0687654321"]] });
}

async function expectThePlan(plan: Plan): Promise<void> {
  await plan.goTo("Wat jullie willen");
  await expect(plan.page.getByLabel("Wat willen jullie bereiken?")).toHaveValue(GOAL);
  await plan.goTo("Afspraken");
  await expect(plan.page.getByRole("link", { name: /opa past op/ })).toBeVisible();
  await plan.goTo("Een eigen kaart voor ieder");
  await expect(plan.page.getByText("kaart: klaar")).toHaveCount(1);
}

function start(forWhom: string, answers: Screen["answers"]): Screen[] {
  return [
    { title: START, answers: { [FOR_WHOM]: forWhom } },
    { title: DEVICE, answers: { [LOOKS_ALONG]: "Nee", [KEEP]: "Ja", [YOUNG]: "Nee", ...answers } },
    { title: SAFE, answers: { [DANGER]: "Nee", [AFRAID]: "Ja" } },
    { title: UNSAFE },
  ];
}

async function change(wizard: Wizard, fragment: string, title: string, question: string, answer: string): Promise<void> {
  await wizard.goTo(fragment);
  await wizard.isAt(title);
  await wizard.choice(question, answer).evaluate((found: HTMLElement) => found.click());
}

async function untick(page: Page, name: string): Promise<void> {
  const tick = page.getByRole("checkbox", { name, exact: true });
  await expect(tick).toBeChecked();
  await tick.evaluate((found: HTMLElement) => found.click());
  await expect(tick).not.toBeChecked();
}

test("a throat that was squeezed, and no professional: no plan until both answers have changed", async ({ page }) => {
  test.slow();
  const wizard = await Wizard.open(page, new Quick());
  await wizard.walk([
    ...start("Samen met iemand", { "Zit die persoon nu naast je?": "Nee" }),
    { title: CLOSER, answers: { "Wat klopt?": THROAT, [WEAPON]: "Nee" } },
    { title: SERIOUS },
    {
      title: AT_HOME,
      answers: {
        "Woont er een kind bij je in huis?": "Ja",
        "Kun je vannacht veilig slapen?": "Nee",
        [DEPENDS]: "Nee",
        [PROFESSIONAL]: "Nee",
      },
    },
    { title: SERIOUS, answers: { [CHILD_TONIGHT]: "Nee" } },
    { title: NEEDS, answers: { [NEEDS]: "“Bram en Femke zijn thuis nooit meer bang.”", [AREAS]: ["Veilig zijn", "Geld", "Kinderen en school"] } },
  ]);
  await expectNoPlan(wizard, "112");
  await expect(page.getByText(WITH_PROFESSIONAL)).toHaveCount(0);
  // Without the tick about the throat, only a professional is still needed.
  await wizard.goTo("#/stap/5");
  await wizard.isAt(CLOSER);
  await untick(page, THROAT);
  await expectNoPlan(wizard, "0800 2000");
  await expect(page.getByText(WITH_PROFESSIONAL)).toBeVisible();
  await change(wizard, "#/stap/6", AT_HOME, PROFESSIONAL, "Ja");
  await wizard.goTo("#/samen");
  await wizard.isAt("Jullie eigen plan");
});

test("who wants to leave has no plan, also with a professional, and finds what was told when it is over", async ({ page }) => {
  test.slow();
  const wizard = await Wizard.open(page, new Quick());
  const plan = new Plan(wizard, page);
  await wizard.walk([
    ...start("Voor mezelf", {}),
    { title: CLOSER, answers: { [WEAPON]: "Nee" } },
    {
      title: AT_HOME,
      answers: { "Woont er een kind bij je in huis?": "Ja", "Kun je vannacht veilig slapen?": "Ja", [DEPENDS]: "Nee", [PROFESSIONAL]: "Ja" },
    },
    { title: UNSAFE },
  ]);
  await wizard.fill({ title: NEEDS, answers: { [AREAS]: ["Veilig zijn", "Geld", "Kinderen en school"] } });
  await somePlan(plan);
  await wizard.goTo("#/stap/11");
  await wizard.isAt(RECOGNISE);
  const ticks = ["Ik ben bang voor mijn partner of mijn ex.", "De kinderen horen of zien het geweld.", LEAVING];
  await wizard.answer(RECOGNISE, ...ticks);
  await expectNoPlan(wizard, "112");
  await expect(page.getByText(WITH_PROFESSIONAL)).toHaveCount(0);
  await wizard.goTo("#/stap/11");
  await untick(page, LEAVING);
  await expectThePlan(plan);
});

test("while someone looks along on the phone there is no plan and no link to call, nor on a safe device while one runs away", async ({ page }) => {
  test.slow();
  const wizard = await Wizard.open(page, new Quick());
  await wizard.walk([
    { title: START, answers: { [FOR_WHOM]: "Voor mezelf" } },
    { title: DEVICE, answers: { [LOOKS_ALONG]: "Ja", [YOUNG]: "Ja" } },
  ]);
  await wizard.isAt("Kijk even waar je dit invult.");
  await wizard.next();
  await wizard.walk([
    { title: SAFE, answers: { [DANGER]: "Nee", [AFRAID]: "Ja" } },
    { title: UNSAFE },
    { title: CLOSER, answers: { "Wat klopt?": LEAVING, [WEAPON]: "Nee" } },
    { title: SERIOUS },
    { title: AT_HOME, answers: { "Kun je vannacht veilig slapen?": "Ja", [DEPENDS]: "Nee", [PROFESSIONAL]: "Nee" } },
  ]);
  await wizard.fill({ title: NEEDS, answers: { [AREAS]: ["Veilig zijn", "Thuis en school", "Wonen"] } });
  await expectNoPlan(wizard, "112");
  await expect(page.locator("#app a[href^='tel:']")).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await wizard.goTo("#/vel");
  await wizard.answer(LOOKS_ALONG, "Nee");
  await expectNoPlan(wizard, "112");
  await expect(page.locator("#app a[href^='tel:']").first()).toBeVisible();
});

test("who cannot talk freely has no plan, and can change that answer where it was given", async ({ page }) => {
  const wizard = await Wizard.open(page, new Quick());
  const plan = new Plan(wizard, page);
  await wizard.walk([
    ...start("Voor mezelf", {}),
    { title: CLOSER },
    { title: AT_HOME, answers: { [PROFESSIONAL]: "Ja" } },
  ]);
  await somePlan(plan);
  for (const [question, answer, back] of [
    ["Kun je vrij praten met deze mensen?", "Nee", "Ja"],
    ["Is iemand van hen in de war, dronken of onder invloed?", "Ja", "Nee"],
    ["Hangt iedereen die jou steunt ook van die persoon af?", "Ja", "Nee"],
  ]) {
    await wizard.goTo("#/samen");
    await wizard.isAt("Jullie eigen plan");
    await inspect(page);
    await wizard.answer(question, answer);
    await expectNoPlan(wizard, "0800 2000");
    await wizard.answer(question, back);
    await wizard.isAt("Jullie eigen plan");
  }
  await expectThePlan(plan);
});

test("who has nobody finds whom to look for, and an agreement says where", async ({ page }) => {
  test.slow();
  const wizard = await Wizard.open(page, new Quick());
  const plan = new Plan(wizard, page);
  await wizard.fill({ title: START, answers: { [FOR_WHOM]: "Voor mezelf" } });
  await plan.agree({ who: "ik", what: "loop elke dag een rondje", when: "elke ochtend" });
  await expect(page.getByText("Hier let iemand anders op. Kijk bij “De mensen” wie dat kan zijn.")).toBeVisible();
  await inspect(page);
  await page.locator("main").getByRole("link", { name: "De mensen" }).tap();
  await wizard.isAt("De mensen");
  await expect(page.getByRole("heading", { name: "Heb je nog niemand?" })).toBeVisible();
  const looksFor = wizard.question("Wat zoek je?");
  for (const [who, where] of [
    ["Een Eigen Kracht-coördinator", "Deze persoon helpt je om mensen te vinden. Vraag de gemeente ernaar."],
    ["Een cliëntondersteuner", "Deze persoon gaat gratis met je mee. Vraag de gemeente ernaar."],
    ["Een maatje", "Een maatje doet iets met je, gratis. Vraag in het buurthuis of de bibliotheek."],
  ]) {
    await wizard.answer("Wat zoek je?", who);
    await expect(looksFor).toContainText(where);
  }
  await inspect(page);
  await wizard.goTo("#/vel");
  await expect(page.locator(".sheet")).toContainText("Ik heb nog niemand. Ik zoek: een maatje.");
  await plan.goTo("De mensen");
  await plan.addPerson("Wie zijn er om je heen?", "buurvrouw");
  await expect(page.getByRole("heading", { name: "Heb je nog niemand?" })).toHaveCount(0);
  await plan.goTo("Afspraken");
  await page.getByRole("link", { name: /^1\./ }).tap();
  await page.getByLabel("Wie let erop?").selectOption({ label: "buurvrouw" });
  await expect(page.getByText("Hier let iemand anders op.")).toHaveCount(0);
});
