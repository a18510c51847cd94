// Sanne's whole road: from the first screen, past the safety questions, to her sheet; and then her plan, in one
// sitting. Her case has her answers and the printed text.

import { expect, test } from "./fixtures";
import { Quick } from "./pages/hands";
import { Plan, calendarDays, household, kindOf } from "./pages/plan";
import { K4, SHEET } from "./pages/roads";
import { expectToFit, expected, oneLine, printed } from "./pages/sheet";
import { type Screen, Wizard } from "./pages/wizard";

const PLACES_AND_NUMBERS = /molenaar|gele huis|Wilma|0612345678|0687654321|06 ?12|06 ?87|Dennis|vriend van moeder/;

/** Fills in the only day that has a date field. */
async function reportedOn(wizard: Wizard, screen: Screen): Promise<void> {
  if (screen.title === "Kies wat op je vel mag") await wizard.page.locator("#app input[type=date]").fill("2026-05-04");
}

test("Sanne tells everything, makes a plan with her circle, and prints it, her card and her days apart", async ({ page }, info) => {
  test.setTimeout(300_000);
  const { plan: told, v2 } = household("K4");
  const wizard = await Wizard.open(page, new Quick());
  const plan = new Plan(wizard, page);

  await test.step("the road to the sheet", async () => {
    await wizard.walk(K4, (screen, state) => (state === "filled" ? reportedOn(wizard, screen) : Promise.resolve()));
    await wizard.isAt(SHEET);
    await expect(wizard.status()).toContainText("Niet bewaard");
    expect(await printed(page, info)).toEqual(expected("K4"));
  });

  await test.step("the plan, from the overview", async () => {
    await wizard.goTo("#/overzicht");
    await wizard.link("Jullie eigen plan").last().click();
    await wizard.isAt("Jullie eigen plan");
    await plan.tell(told);
    for (const agreement of told.agreements) {
      // The last demand first stays open: its two agreements have no watcher yet.
      const open = agreement.demands?.includes(3) ?? false;
      await plan.agree({ kind: kindOf(agreement), ...agreement, watcher: open ? undefined : agreement.watcher });
    }
    expect(await plan.coverage()).toEqual(["dekt: ja", "dekt: ja", "nog niet af"]);
  });

  await test.step("with a demand left open it prints, and says so", async () => {
    await wizard.goTo("#/samen/16");
    await expect(page.locator(".sheet")).toContainText("Nog niet af.");
    for (const [index, agreement] of told.agreements.entries()) {
      if (!agreement.demands?.includes(3)) continue;
      await plan.goTo("Afspraken");
      await page.getByRole("link", { name: new RegExp(`^${index + 1}\\.`) }).tap();
      await page.getByLabel("Wie let erop?").selectOption({ label: agreement.watcher });
    }
    expect(await plan.coverage()).toEqual(["dekt: ja", "dekt: ja", "dekt: ja"]);
  });

  await test.step("a card for each child, and nobody else sees it", async () => {
    for (const route of told.routes) await plan.card(route);
    await plan.goTo("Een eigen kaart voor ieder");
    await expect(page.locator(".leads")).toContainText("kaart: klaar");
    expect(await page.locator("body").innerText()).not.toMatch(/molenaar|gele huis|Wilma|0612345678/);
  });

  await test.step("on paper", async () => {
    await wizard.goTo("#/samen/16");
    const pages = await printed(page, info);
    expect(pages).toEqual(v2.map((lines) => oneLine(lines.join(" "))));
    expect(pages.join(" ")).not.toMatch(PLACES_AND_NUMBERS);
    await expectToFit(page);
    await page.setViewportSize({ width: 360, height: 740 });
    for (const paper of ["#/vel", "#/vel/3", "#/vel/4", "#/samen/18"]) {
      await wizard.goTo(paper);
      await expect(wizard.heading()).toBeVisible();
      expect((await printed(page, info)).join(" "), paper).not.toMatch(PLACES_AND_NUMBERS);
    }
    await plan.goTo("Een eigen kaart voor ieder");
    await page.getByRole("link", { name: /^zoon/ }).tap();
    await wizard.press("Toon mijn kaart");
    const card = oneLine((await printed(page, info)).join(" "));
    for (const own of ["de molenaar", "het gele huis", "0612345678", "112"]) expect(card).toContain(own);
    expect(card).not.toMatch(/Eigen plan|Dennis|vriend van moeder|Afspraken|Wat nodig is/);
    // Each heading needs its own line: on one line, “Dit doe jij” and the task would read as one sentence.
    await page.emulateMedia({ media: "print" });
    const lists = await page.locator(".sheet-card h2 + ul").evaluateAll((all) => all.map((list) => {
      const heading = list.previousElementSibling?.getBoundingClientRect();
      return heading !== undefined && list.getBoundingClientRect().top >= heading.bottom - 2;
    }));
    expect(lists).toEqual([true, true, true]);
    await page.emulateMedia({ media: null });
  });

  await test.step("later: the ladder in her son's words, and what was said when they looked back", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await plan.goTo("Zo zie je hoe het gaat");
    await page.getByRole("link", { name: /^zoon/ }).tap();
    const rung = page.locator(".rung").filter({ hasText: "Lichtoranje" });
    await rung.getByLabel("Dit zie of voel ik").fill("Ik zet mijn muziek harder.");
    await plan.goTo("Terugkijken");
    await page.getByRole("link", { name: /^Keer 1 / }).tap();
    await page.getByLabel("Goed", { exact: true }).fill("Mijn dochter slaapt weer door.");
    await page.getByRole("group", { name: "Hoe gaat het hiermee, van 0 tot 10?" }).last().getByLabel("6", { exact: true }).check();
    await wizard.goTo("#/samen/16");
    const pages = await printed(page, info);
    expect(pages).toHaveLength(2);
    for (const own of ["zoon – Lichtoranje: Ik zet mijn muziek harder.", "Mijn dochter slaapt weer door.", "week 4: 6"]) {
      expect(pages.join(" ")).toContain(own);
    }
  });

  await test.step("in a calendar", async () => {
    await plan.goTo("Op papier en in je agenda");
    const days = await calendarDays(page);
    // Three times four weeks from the start, and after that every six weeks.
    expect(days.slice(0, 4)).toEqual(["2026-06-01", "2026-06-29", "2026-07-27", "2026-09-07"]);
  });
});
