// “Het loopt vast”: onto its side road and back, and its two sheets on paper.

import { type Page, expect, test } from "./fixtures";
import { Quick } from "./pages/hands";
import { inspect } from "./pages/looks";
import { AREAS, K1, MORE, NEEDS, RECOGNISE, SHEET, STUCK } from "./pages/roads";
import { expectToFit, expected, heights, oneLine, printed } from "./pages/sheet";
import { type Screen, Wizard } from "./pages/wizard";

const OVERVIEW = "Kijk je antwoorden na";
const TELL = "Vertel waar het vastloopt";
const V3 = "Drie wegen naast elkaar";
const V4 = "Een gesprek met iedereen";
const TRIED = "Wat heb je al geprobeerd?";

async function begin(page: Page, story: string, area: string): Promise<Wizard> {
  const wizard = await Wizard.open(page, new Quick());
  await wizard.walk([...K1.slice(0, 3), { title: NEEDS, answers: { [NEEDS]: story, [AREAS]: area } }]);
  return wizard;
}

async function tell(wizard: Wizard, number: number, answers: Screen["answers"]): Promise<void> {
  await wizard.goTo(`#/stap/${number}`);
  await expect(wizard.heading()).toBeFocused();
  await wizard.fill({ title: "", answers });
}

async function sayStuck(wizard: Wizard): Promise<void> {
  await wizard.openMenu();
  await wizard.press("Het loopt vast");
  await wizard.isAt(STUCK[0].title);
}

/** Opens one of the two further sheets from the summary. */
async function openSheet(wizard: Wizard, link: string, title: string): Promise<void> {
  await wizard.goTo("#/vel");
  await wizard.isAt(SHEET);
  await wizard.link(link).click();
  await wizard.isAt(title);
}

/** Daisy of K12, up to the overview; `looks` answers the proposal to look at what is stuck. */
async function daisy(page: Page, looks: "Ja" | "Nee"): Promise<Wizard> {
  const wizard = await begin(page, "“Ik kan een baan krijgen, maar ik kom er niet.”", "Werk, leren en meedoen");
  await tell(wizard, 91, { [RECOGNISE]: "Ik kan een baan krijgen, maar ik kom er niet." });
  await tell(wizard, 93, { [MORE]: "Ja" });
  await tell(wizard, 95, { [TRIED]: "De gemeente" });
  await wizard.goTo("#/stap/98");
  await expect(wizard.heading()).toBeFocused();
  await page.locator("#app input[type=date]").first().fill("2026-07-01");
  await tell(wizard, 115, { "Zullen we kijken waar het vastloopt?": looks });
  await wizard.next();
  await wizard.isAt(OVERVIEW);
  return wizard;
}

test("Daisy comes from the overview, tells what is stuck, and prints three ways beside each other", async ({ page }, info) => {
  test.slow();
  const wizard = await daisy(page, "Ja");
  await wizard.press(TELL);
  await wizard.walk(STUCK);
  await wizard.isAt(OVERVIEW);
  await expect(page.getByRole("heading", { name: "Waar het vastloopt" })).toBeVisible();
  await openSheet(wizard, "Bekijk het vel met drie wegen", V3);
  await inspect(page);
  const pages = await printed(page, info);
  expect(pages).toHaveLength(1);
  for (const text of [
    "De doorbraak: “Vervoer.”",
    "Niets doen",
    "Wat er nu kan",
    "Het voorstel",
    "“Een auto.”",
    "Kosten per jaar",
    "Rechtmatigheid: Mag het binnen de regels, en wie beslist?",
    "Rendement:",
    "Betrokkenheid:",
    "Ik spreek af: “Ik los af als ik mijn baan houd.”",
  ]) {
    expect(pages[0]).toContain(text);
  }
  await expectToFit(page);
  await openSheet(wizard, "Bekijk het vel voor een gesprek", V4);
  expect(await printed(page, info)).toEqual(expected("K12-V4"));
  await expectToFit(page);
});

test("Daisy does not want to look at what is stuck: no road, no further sheets, and nothing of it on paper", async ({ page }, info) => {
  test.slow();
  const wizard = await daisy(page, "Nee");
  await expect(wizard.button(TELL)).toHaveCount(0);
  await wizard.goTo("#/vel");
  await wizard.isAt(SHEET);
  for (const link of ["Bekijk het vel met drie wegen", "Bekijk het vel voor een gesprek"]) await expect(wizard.link(link)).toHaveCount(0);
  expect(oneLine((await printed(page, info)).join(" "))).not.toMatch(/vastloopt|loopt vast|Dit moet nu|€/);
  for (const address of ["#/vel/3", "#/vel/4"]) {
    await wizard.goTo(address);
    await wizard.isAt(SHEET);
  }
});

test("Henk says it in the menu, which calls nobody, and prints the request to sit together", async ({ page }, info) => {
  const wizard = await begin(page, "“Ik val en dan lig ik daar.”", "Mijn lijf en mijn dag");
  await tell(wizard, 43, { [MORE]: "Ja" });
  await tell(wizard, 45, { [TRIED]: "Een hulpverlener" });
  await wizard.openMenu();
  await expect(page.getByText("Dit is geen noodknop.", { exact: true })).toBeVisible();
  await wizard.press("Het loopt vast");
  await expect(page.getByText("Dit is geen noodknop. Er komt niemand.")).toBeVisible();
  const answers: Record<string, string> = {
    "Het loopt vast": "“De dagbesteding is te ver.”",
    "Wat zou helpen": "“Plantenbakken op hoogte.”",
  };
  await wizard.walk([
    { title: "Het loopt vast", answers: { "Wat is het eerste probleem?": answers["Het loopt vast"] } },
    { title: "Wat er al gebeurde" },
    { title: "Wat het tegenhoudt" },
    {
      title: "Wat zou helpen",
      answers: {
        "Wat is het kleinste dat al helpt?": answers["Wat zou helpen"],
        "Wat is het grootste dat zou helpen?": "“Mijn hele tuin zonder drempels.”",
        "Helpt een ding, of juist een mens?": "Een ding",
      },
    },
    { title: "Waar je heen wilt" },
    { title: "Hoe snel, en met wie", answers: { "Wachten, de gewone weg, of nu?": "De gewone weg is goed" } },
    { title: "Twee vellen voor een gesprek" },
  ]);
  await wizard.isAt("Mijn lijf en mijn dag: waar het door komt");
  await openSheet(wizard, "Bekijk het vel voor een gesprek", V4);
  await inspect(page);
  const pages = await printed(page, info);
  expect(pages).toEqual(expected("K1b-V4"));
  expect(pages[0]).toContain("1 juni 2026");
  await expectToFit(page);
  const text = page.getByText("Je vel als gewone tekst");
  await text.click();
  expect(oneLine(await page.getByRole("textbox", { name: "Je vel als gewone tekst" }).inputValue())).toBe(pages[0]);
});

test("the longest answers stay on one page each, and the sheet goes along only when one says so", async ({ page }, info) => {
  test.slow();
  const wizard = await begin(page, "“Ik wil rust.”", "Geld");
  await sayStuck(wizard);
  const words = "Wij maken mooie woorden vol met wind en nog veel meer wijze woorden. ".repeat(9);
  for (;;) {
    for (const field of await page.locator("#app .question textarea").all()) {
      const before = (await field.getAttribute("maxlength")) ?? "";
      await field.fill(words.slice(0, before === "" ? 400 : Number(before)));
      for (let most = 400; (await field.getAttribute("aria-invalid")) === "true"; most -= 5) await field.fill(words.slice(0, most).trim());
    }
    for (const choice of await page.locator("#app .question input[type=radio]").all()) await choice.evaluate((found: HTMLElement) => found.click());
    if ((await wizard.heading().textContent()) === "Hoe snel, en met wie") break;
    await wizard.next();
  }
  await wizard.choice("Wil je erbij zijn als zij overleggen?", "Ja").tap();
  for (const [link, title] of [["Bekijk het vel met drie wegen", V3], ["Bekijk het vel voor een gesprek", V4]] as const) {
    await openSheet(wizard, link, title);
    expect(await printed(page, info)).toHaveLength(1);
    const [height] = await heights(page);
    expect(height, "this sheet is really full").toBeGreaterThan(200);
    await expectToFit(page);
    await page.setViewportSize({ width: 360, height: 740 });
  }
  await wizard.press("Laat dit vel groot zien");
  await expect(page.locator(".sheet-large")).toBeVisible();
  await page.getByRole("checkbox", { name: "Dit vel gaat mee met mijn vel" }).tap();
  await wizard.goTo("#/vel");
  await expect(page.locator(".sheet")).toContainText("V3 nee · V4 ja");
});

test("Back and Forward, taking it back, and an address that leads nowhere any more", async ({ page }) => {
  const wizard = await begin(page, "“Ik wil rust.”", "Geld");
  const before = await wizard.heading().textContent();
  await sayStuck(wizard);
  await wizard.next();
  await wizard.isAt(STUCK[1].title);
  const second = await page.evaluate(() => location.hash);
  await page.goBack();
  await wizard.isAt(STUCK[0].title);
  await page.goForward();
  await wizard.isAt(STUCK[1].title);
  await wizard.link("Vorige").click();
  await wizard.isAt(STUCK[0].title);
  await wizard.press("Zet “Het loopt vast” uit");
  await wizard.isAt(before ?? "");
  await wizard.goTo(second);
  await expect(wizard.heading()).not.toHaveText(STUCK[1].title);
  await wizard.goTo("#/vel/4");
  await wizard.isAt(SHEET);
  await expect(wizard.link("Bekijk het vel voor een gesprek")).toHaveCount(0);
});

test("for someone else the menu does not offer it", async ({ page }) => {
  const wizard = await Wizard.open(page, new Quick());
  await wizard.openMenu();
  await expect(wizard.button("Het loopt vast")).toBeVisible();
  await wizard.answer("Voor wie vul je dit in?", "Voor een ander");
  await expect(wizard.button("Het loopt vast")).toHaveCount(0);
});

test("the road ends with its two sheets, and with the way back to where one was", async ({ page }) => {
  const wizard = await begin(page, "“Ik wil rust.”", "Geld");
  const before = (await wizard.heading().textContent()) ?? "";
  await sayStuck(wizard);
  await wizard.walk(STUCK.slice(0, -1));
  await wizard.isAt("Twee vellen voor een gesprek");
  await inspect(page);
  await wizard.link("Bekijk het vel met drie wegen").tap();
  await wizard.isAt(V3);
  await page.goBack();
  await wizard.link("Bekijk het vel voor een gesprek").tap();
  await wizard.isAt(V4);
  await page.goBack();
  await wizard.next();
  await wizard.isAt(before);
});

test("a helper beside the resident goes on together with one tap, and nobody asks two whether one is alone", async ({ page }) => {
  const wizard = await Wizard.open(page, new Quick());
  await wizard.walk([
    { title: "Kijk rustig wat je nodig hebt", answers: { "Voor wie vul je dit in?": "Voor een ander" } },
    { title: "Dit apparaat en jij" },
    { title: "Voor je begint" },
  ]);
  await wizard.isAt("Voor een ander");
  await inspect(page);
  await wizard.press("Vul het samen in");
  await wizard.isAt("Dit apparaat en jij");
  await expect(wizard.question("Ben je nu alleen?")).toHaveCount(0);
  await wizard.answer("Zit die persoon nu naast je?", "Ja");
  await wizard.next();
  await wizard.isAt("Wat heb je nodig?");
});

test("the way back from a flag that stops the questions leads to the answer behind it", async ({ page }) => {
  const wizard = await Wizard.open(page, new Quick());
  await wizard.walk([
    { title: "Kijk rustig wat je nodig hebt" },
    { title: "Dit apparaat en jij" },
    { title: "Voor je begint" },
    { title: NEEDS, answers: { [NEEDS]: "“Ik wil dood.”" } },
    { title: "Denk je er weleens aan om niet meer te leven?", answers: { "Denk je er weleens aan om niet meer te leven?": "Ja" } },
  ]);
  await wizard.isAt("Praat nu met iemand. Bel 113.");
  await wizard.press("Verander je antwoord");
  await wizard.isAt(OVERVIEW);
  await page.getByRole("button", { name: "Verander dit: Denk je er weleens aan om niet meer te leven?" }).tap();
  await wizard.isAnswered("Denk je er weleens aan om niet meer te leven?", "Ja");
});
