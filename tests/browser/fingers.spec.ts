// Double and triple taps, and double key presses: no screen is skipped and nothing happens twice.

import { type Locator, type Page, expect, test } from "./fixtures";
import { Quick } from "./pages/hands";
import { Plan } from "./pages/plan";
import { DANGER, FOR_WHOM, START } from "./pages/roads";
import { GAPS, SERIES, inTime, tapPlace, tapTimes } from "./pages/taps";
import { Wizard } from "./pages/wizard";

const ONWARD = /^(Verder|Ga verder|Ga terug naar je antwoorden)$/;
const LAST = "#/vel";

function hash(page: Page): Promise<string> {
  return page.evaluate(() => location.hash);
}

/** Records every address from now on, including one that appears only for a moment. */
async function watchAddresses(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    addEventListener("hashchange", (event) => seen.push(new URL(event.newURL).hash));
  });
  return () => page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
}

/** Continues from each screen until the sheet opens; returns the addresses of the screens on the way. */
async function walk(page: Page, press: (button: Locator, nth: number) => Promise<void>): Promise<string[]> {
  const addresses = await watchAddresses(page);
  for (let nth = 0; (await hash(page)) !== LAST; nth += 1) {
    expect(nth, "screens before the sheet").toBeLessThan(60);
    const before = await hash(page);
    await press(page.getByRole("button", { name: ONWARD }), nth);
    await expect.poll(() => hash(page)).not.toBe(before);
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  }
  return addresses();
}

/** The answers before the walk: none, or danger, which adds screens that say what to do. */
const ROADS: [name: string, told: Record<string, string>][] = [
  ["nothing was told", {}],
  ["there is danger", { [DANGER]: "Ja" }],
];

for (const [name, told] of ROADS) {
  test(`every screen comes by when one taps twice or three times on the way on, when ${name}`, async ({ page }) => {
    test.setTimeout(600_000);
    const begin = async () => {
      const wizard = await Wizard.open(page, new Quick());
      for (const [question, answer] of Object.entries(told)) {
        await wizard.goTo("#/stap/3");
        await wizard.answer(question, answer);
      }
    };
    await begin();
    const once = await walk(page, (button) => button.tap());
    expect(once.length).toBeGreaterThan(5);
    for (const times of [2, 3]) {
      for (const first of GAPS.keys()) {
        const more = await inTime(async () => {
          await begin();
          // Each button gets each gap, because every walk begins with another one.
          return walk(page, (button, nth) => tapTimes(page, button, times, GAPS[(first + nth) % GAPS.length]));
        });
        expect(more, `${times} taps, beginning with ${GAPS[first]} ms`).toEqual(once);
      }
    }
  });
}

test("every screen of the road about what is stuck comes by", async ({ page }) => {
  test.setTimeout(240_000);
  const begin = async () => {
    const wizard = await Wizard.open(page, new Quick());
    await wizard.openMenu();
    return page.locator(".menu").getByText("Het loopt vast");
  };
  const road = async (press: (button: Locator, nth: number) => Promise<void>) => {
    const say = await begin();
    const addresses = await watchAddresses(page);
    await press(say, 0);
    await expect.poll(() => hash(page)).not.toBe("#/");
    for (let nth = 1; nth < 3; nth += 1) {
      const before = await hash(page);
      await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
      await press(page.getByRole("button", { name: ONWARD }), nth);
      await expect.poll(() => hash(page)).not.toBe(before);
    }
    return addresses();
  };
  const once = await road((button) => button.tap());
  for (const [times, gap] of SERIES) {
    const more = await inTime(() => road((button) => tapTimes(page, button, times, gap)));
    expect(more, `${times} × ${gap} ms`).toEqual(once);
  }
});

test("the way back, a change and the menu each lead one screen on", async ({ page }) => {
  test.setTimeout(240_000);
  const wizard = await Wizard.open(page, new Quick());
  for (const [times, gap] of SERIES) {
    const told = `${times} × ${gap} ms`;
    await inTime(async () => {
      await wizard.goTo("#/stap/10");
      await expect(wizard.heading()).toBeFocused();
      await tapTimes(page, wizard.link("Vorige"), times, gap);
      await expect.poll(() => hash(page), told).toBe("#/stap/3");
    });
    await inTime(async () => {
      await wizard.goTo("#/overzicht");
      await expect(wizard.heading()).toBeFocused();
      const addresses = await watchAddresses(page);
      await page.locator(".body summary").first().tap();
      await tapTimes(page, page.getByRole("button", { name: /^Vul het in/ }).first(), times, gap);
      await expect.poll(() => hash(page), told).not.toBe("#/overzicht");
      expect(await addresses(), told).toHaveLength(1);
    });
    await inTime(async () => {
      await page.locator("details.menu").evaluate((menu: HTMLDetailsElement) => (menu.open = false));
      await tapTimes(page, page.locator(".menu summary"), times, gap);
      await expect(page.locator("details.menu"), told).toHaveAttribute("open");
    });
    await inTime(async () => {
      await wizard.goTo("#/stap/3");
      await expect(wizard.heading()).toBeFocused();
      await page.locator("details.menu").evaluate((menu: HTMLDetailsElement) => (menu.open = true));
      await tapTimes(page, page.locator(".menu").getByRole("link", { name: "Kijk je antwoorden na" }), times, gap);
      await expect.poll(() => hash(page), told).toBe("#/overzicht");
      await expect(page.locator("details.menu"), told).not.toHaveAttribute("open");
    });
  }
});

test("one tap too many neither wipes nor closes the question about wiping", async ({ page }) => {
  test.setTimeout(240_000);
  const dialog = page.locator("dialog");
  for (const [times, gap] of SERIES) {
    await inTime(async () => {
      const wizard = await Wizard.open(page, new Quick());
      await wizard.answer(FOR_WHOM, "Voor mezelf");
      await wizard.openMenu();
      await tapTimes(page, page.locator(".menu").getByRole("button", { name: "Wis alles" }), times, gap);
      await expect(dialog, `${times} × ${gap} ms`).toBeVisible();
      await tapTimes(page, dialog.getByRole("button").last(), times, gap);
      await expect(dialog, `${times} × ${gap} ms`).toBeHidden();
      await wizard.isAnswered(FOR_WHOM, "Voor mezelf");
    });
  }
});

/** The number of parts of a kind in the plan, as shown on the page with all parts; 0 if it shows none. */
async function count(wizard: Wizard, part: string): Promise<number> {
  await wizard.goTo("#/samen");
  await wizard.isAt("Jullie eigen plan");
  const lead = wizard.page.locator(".leads").getByRole("link", { name: new RegExp(`^${part}`) });
  return Number(/\d+$/.exec(await lead.innerText())?.[0] ?? 0);
}

test("what is added comes once, and what is taken away is one thing", async ({ page }) => {
  test.setTimeout(360_000);
  const wizard = await Wizard.open(page, new Quick());
  const plan = new Plan(wizard, page);
  await wizard.fill({ title: START, answers: { [FOR_WHOM]: "Voor mezelf" } });
  for (const [part, button] of [["Eisen en wensen", "Voeg een eis toe"], ["Afspraken", "Voeg een afspraak toe"]]) {
    for (const [times, gap] of SERIES) {
      await inTime(async () => {
        const before = await count(wizard, part);
        await plan.goTo(part);
        await tapTimes(page, wizard.button(button), times, gap);
        await expect(wizard.heading()).not.toHaveText(part);
        expect(await count(wizard, part), `${button}, ${times} × ${gap} ms`).toBe(before + 1);
      });
    }
  }
  const lists: [part: string, button: Locator, lines: string][] = [
    ["Eisen en wensen", wizard.button("Voeg een wens toe"), "main button.remove"],
    ["De mensen", page.locator("#kr-mensen-add"), "[id^='kr-mensen'][id$='Role']"],
  ];
  for (const [part, button, lines] of lists) {
    await plan.goTo(part);
    for (const [times, gap] of SERIES) {
      await inTime(async () => {
        const before = await page.locator(lines).count();
        await tapTimes(page, button, times, gap);
        await expect(page.locator(lines), `${part}, ${times} × ${gap} ms`).toHaveCount(before + 1);
      });
    }
  }
  for (const [times, gap] of SERIES) {
    await inTime(async () => {
      await plan.goTo("Afspraken");
      await wizard.press("Voeg een afspraak toe");
      const before = await count(wizard, "Afspraken");
      await plan.goTo("Afspraken");
      await tapTimes(page, page.locator("a[href^='#/samen/7/']").first(), times, gap);
      await expect(wizard.heading()).toHaveText(/^Afspraak \d/);
      await tapTimes(page, wizard.button("Haal dit weg"), times, gap);
      await wizard.isAt("Afspraken");
      await expect(wizard.button("Zet terug")).toBeVisible();
      expect(await count(wizard, "Afspraken"), `${times} × ${gap} ms`).toBe(before - 1);
    });
  }
});

test("the parts of the plan open and close one at a time", async ({ page }) => {
  test.setTimeout(240_000);
  const wizard = await Wizard.open(page, new Quick());
  await wizard.fill({ title: START, answers: { [FOR_WHOM]: "Voor mezelf" } });
  await wizard.goTo("#/samen");
  const parts = page.locator(".leads a[href^='#/samen/']");
  await expect(parts.first()).toBeVisible();
  for (const [nth, address] of (await parts.evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""))).entries()) {
    for (const times of [2, 3]) {
      const gap = GAPS[(nth + times) % GAPS.length];
      await inTime(async () => {
        await wizard.goTo("#/samen");
        await wizard.isAt("Jullie eigen plan");
        const addresses = await watchAddresses(page);
        await tapTimes(page, page.locator(`.leads a[href='${address}']`), times, gap);
        await expect(wizard.heading()).not.toHaveText("Jullie eigen plan");
        await tapTimes(page, nth % 2 ? wizard.link("Vorige") : wizard.button("Klaar"), times, gap);
        await wizard.isAt("Jullie eigen plan");
        expect(await addresses(), `${address}, ${times} × ${gap} ms`).toEqual([address, "#/samen"]);
      });
    }
  }
});

test("a sheet prints once, is copied once and is shown once", async ({ page }) => {
  test.setTimeout(120_000);
  await page.addInitScript(() => {
    const done = { prints: 0, copies: 0 };
    Object.assign(globalThis, { done });
    globalThis.print = () => {
      done.prints += 1;
      dispatchEvent(new Event("beforeprint"));
    };
    navigator.clipboard.writeText = async () => {
      done.copies += 1;
    };
  });
  const done = () => page.evaluate(() => (globalThis as unknown as { done: { prints: number; copies: number } }).done);
  const wizard = await Wizard.open(page, new Quick());
  await wizard.answer(FOR_WHOM, "Voor mezelf");
  await wizard.goTo("#/vel");
  await page.locator("main details").filter({ hasText: "Kopieer de tekst" }).locator("summary").tap();
  for (const [times, gap] of SERIES) {
    const told = `${times} × ${gap} ms`;
    await inTime(async () => {
      const { prints, copies } = await done();
      await tapTimes(page, wizard.button("Print je vel"), times, gap);
      await tapTimes(page, wizard.button("Kopieer de tekst"), times, gap);
      await expect.poll(done, told).toEqual({ prints: prints + 1, copies: copies + 1 });
    });
  }
  for (const [times, gap] of SERIES) {
    await inTime(async () => {
      await wizard.goTo(LAST);
      await expect.poll(() => hash(page)).toBe(LAST);
      const addresses = await watchAddresses(page);
      await tapTimes(page, wizard.link("Laat zien aan het loket"), times, gap);
      await expect(wizard.heading()).toBeFocused();
      expect(await addresses(), `${times} × ${gap} ms`).toHaveLength(1);
      await tapTimes(page, wizard.link("Ga terug naar je vel"), times, gap);
      await expect.poll(() => hash(page)).toBe(LAST);
      expect(await addresses(), `${times} × ${gap} ms`).toHaveLength(2);
    });
  }
});

test("the exit acts at once, also right after a tap", async ({ page }) => {
  const wizard = await Wizard.open(page);
  await wizard.button("Verder").tap();
  const exit = await page.locator("header .exit").boundingBox();
  if (!exit) throw new Error("no exit");
  await tapPlace(page, exit.x + exit.width / 2, exit.y + exit.height / 2, 1, 0);
  await expect(page).toHaveURL("https://www.knmi.nl/");
});

test("the exit is never under what lies on the place of the last tap", async ({ page }) => {
  const wizard = await Wizard.open(page);
  const back = wizard.link("Vorige");
  await wizard.button("Verder").tap();
  await back.tap({ trial: true });
  const [exit, link] = [await page.locator("header .exit").boundingBox(), await back.boundingBox()];
  if (!exit || !link) throw new Error("no exit or no way back");
  // Scrolls the back link as near to the exit as possible.
  await page.evaluate((distance) => scrollBy(0, distance), link.y - exit.y - exit.height);
  await back.tap();
  await tapPlace(page, exit.x + exit.width / 2, exit.y + exit.height / 2, 1, 0);
  await expect(page).toHaveURL("https://www.knmi.nl/");
});

test("after half a second the same place acts again", async ({ page }) => {
  const wizard = await Wizard.open(page);
  await tapTimes(page, wizard.button("Verder"), 2, 900);
  await expect(wizard.heading()).toBeFocused();
  await expect.poll(() => hash(page)).toBe("#/stap/3");
});

test("a key pressed twice or held down goes on once and adds once", async ({ page }) => {
  const wizard = await Wizard.open(page, new Quick());
  await wizard.button("Verder").focus();
  await page.keyboard.down("Enter");
  for (let nth = 0; nth < 10; nth += 1) await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
  await wizard.isAt("Dit apparaat en jij");
  await expect(wizard.heading()).toBeFocused();

  await wizard.goTo("#/stap/113");
  const add = page.locator("#kr-mensen-add");
  const people = page.locator("[id^='kr-mensen'][id$='Role']");
  await add.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(people).toHaveCount(1);
  await add.focus();
  await page.keyboard.down("Enter");
  for (let nth = 0; nth < 10; nth += 1) await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
  await expect(people.nth(2)).toHaveCount(0);
});

test("a tick is left to the browser: two taps tick and untick", async ({ page }) => {
  await inTime(async () => {
    const wizard = await Wizard.open(page, new Quick());
    await wizard.goTo("#/stap/10");
    const tick = page.locator(".tiles label").first();
    await tapTimes(page, tick, 2, 120);
    await expect(tick.getByRole("checkbox")).not.toBeChecked();
    await tapTimes(page, tick, 3, 120);
    await expect(tick.getByRole("checkbox")).toBeChecked();
  });
});

test("two taps on “Dat weet ik niet” are one: the answer is replaced once, and does not come back by itself", async ({ page }) => {
  test.setTimeout(120_000);
  const wizard = await Wizard.open(page, new Quick());
  const danger = page.locator("#q1-nee");
  const unknown = page.locator("label").filter({ has: page.locator("#q1-quiet-unknown") });
  for (const [times, gap] of SERIES) {
    await wizard.goTo("#/stap/3");
    await wizard.isAt("Voor je begint");
    await expect(wizard.heading()).toBeFocused();
    await danger.check();
    // In the middle of the screen, so that what comes in its place can come under the finger.
    await unknown.evaluate((label) => label.scrollIntoView({ block: "center" }));
    // The shield of the round before lies on the same place.
    await expect(page.locator(".shield")).toBeHidden();
    const before = await unknown.boundingBox();
    await tapTimes(page, unknown, times, gap);
    await expect(page.locator("#q1-quiet-unknown"), `${times} × ${gap} ms`).toBeChecked();
    await expect(danger).not.toBeChecked();
    await expect(wizard.button("Zet terug")).toBeVisible();
    expect((await unknown.boundingBox())?.y, `${times} × ${gap} ms: does not move under the finger`).toBeCloseTo(before?.y ?? 0, 0);
    await wizard.goTo("#/overzicht");
  }
});
