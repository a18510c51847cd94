// A reload at every step of a road, with and without answers on the device.

import { expect, started, test } from "./fixtures";
import { AREAS, DEVICE, K1, KEEP, MORE, NEEDS, SAFE, SHEET, START } from "./pages/roads";
import { Quick } from "./pages/hands";
import { type Screen, Wizard } from "./pages/wizard";

const LOADED_ANEW = "De pagina is opnieuw geladen. Er was niets bewaard. Je begint weer aan het begin.";
const KEPT = "Bewaard in deze browser";

/** The overview and the screens after it. */
const AFTER = K1.slice(-4).map((screen) => screen.title);

/** K1 with answers stored on the device. */
const kept: Screen[] = K1.map((screen) =>
  screen.title === DEVICE ? { ...screen, answers: { ...screen.answers, [KEEP]: "Ja" } } : screen,
);

test("with answers on the device every step comes back as it was", async ({ page }) => {
  test.slow();
  const wizard = await Wizard.open(page, new Quick());
  let keeping = false;
  for (const screen of kept) {
    await wizard.isAt(screen.title);
    await wizard.fill(screen);
    keeping ||= screen.title === DEVICE;
    if (keeping) await loadAnew(screen);
    await goOnFrom(screen);
  }
  async function loadAnew(screen: Screen): Promise<void> {
    await expect(wizard.status()).toContainText(KEPT);
    await page.reload();
    await started(page);
    await wizard.isAt(screen.title);
    await expect(wizard.status()).toContainText(KEPT);
    // Safety answers are nowhere on the device, so they are asked again.
    if (screen.title !== SAFE) await wizard.isFilled(screen);
    else await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  }
  /** From the overview on, the safety questions come again before anything on paper, once per visit. */
  async function goOnFrom(screen: Screen): Promise<void> {
    await wizard.next();
    if (!AFTER.includes(screen.title)) return;
    await wizard.isAt(SAFE);
    await wizard.press("Ga terug naar je antwoorden");
    for (const title of AFTER.slice(0, AFTER.indexOf(screen.title) + 1)) {
      await wizard.isAt(title);
      await wizard.next();
    }
  }
  const records = await page.evaluate(() => JSON.stringify(localStorage));
  expect(records).not.toMatch(/q1|q2/);
  await page.reload();
  await expect(page.locator(".sheet")).toContainText("Ik wil mijn tuin niet kwijt.");
});

test("without storing every step begins at the start, says so, and holds no answer", async ({ page }) => {
  test.slow();
  const wizard = await Wizard.open(page, new Quick());
  const steps: [string, string][] = [];
  await wizard.walk(K1, async ({ title }, state) => {
    if (state === "filled") steps.push([title, await page.evaluate(() => location.hash || "#/")]);
  });
  steps.push([SHEET, "#/vel"]);
  expect(steps.length).toBe(K1.length + 1);
  for (const [title, fragment] of steps) {
    await wizard.goTo(fragment);
    await wizard.isAt(title);
    await page.reload();
    await started(page);
    await wizard.isAt(START);
    await expect(page.getByText(LOADED_ANEW)).toBeVisible();
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
    await tellWhatMakesTheRoad(wizard);
  }
});

/** Enters just enough for every step of K1 to be on the road again. */
async function tellWhatMakesTheRoad(wizard: Wizard): Promise<void> {
  await wizard.goTo("#/stap/10");
  await wizard.isAt(NEEDS);
  await expect(wizard.page.getByRole("checkbox", { checked: true })).toHaveCount(0);
  await wizard.fill({
    title: NEEDS,
    answers: { [NEEDS]: "“Ik val.”", [AREAS]: ["Mijn lijf en mijn dag", "Mensen om mij heen"] },
  });
  await wizard.goTo("#/stap/41");
  await wizard.answer("Wat herken je? Tik alles aan wat klopt.", ...[K1[4].answers?.["Wat herken je? Tik alles aan wat klopt."] ?? []].flat());
  await wizard.goTo("#/stap/43");
  await wizard.answer(MORE, "Ja");
}

test("a new visit offers to go on, and does nothing by itself", async ({ page }) => {
  const wizard = await Wizard.open(page);
  await wizard.walk(kept.slice(0, 4));
  const where = await wizard.heading().innerText();
  await expect(wizard.status()).toContainText(KEPT);
  for (const choice of ["Ga verder waar je was", "Begin opnieuw"]) {
    await page.goto("about:blank");
    await page.goto("./");
    await started(page);
    await wizard.isAt("Je was al begonnen");
    await expect(page.getByText("Je was al begonnen. Wil je verder waar je was?")).toBeVisible();
    await expect(wizard.button("Verder")).toHaveCount(0);
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
    await wizard.press(choice);
    // Stored answers are wiped only after a second yes.
    if (choice === "Begin opnieuw") await page.getByRole("dialog").getByRole("button", { name: "Wis alles" }).click();
    await expect(page.getByText("Je was al begonnen.")).toHaveCount(0);
    if (choice === "Ga verder waar je was") await wizard.isAt(where);
  }
  await wizard.isAt(START);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test("a restart with a damaged copy offers what the device keeps", async ({ page }) => {
  const wizard = await Wizard.open(page);
  await wizard.walk(kept.slice(0, 4));
  const where = await wizard.heading().innerText();
  await expect(wizard.status()).toContainText(KEPT);
  await page.evaluate(() => {
    (globalThis as unknown as { wizard: { keep(copy: string): void } }).wizard.keep("1:0000000000000000:{}");
    dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") }));
  });
  await started(page, 2);
  await wizard.isAt("Je was al begonnen");
  await wizard.press("Ga verder waar je was");
  await wizard.isAt(where);
});
