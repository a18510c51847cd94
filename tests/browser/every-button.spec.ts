// Double and triple taps on every button and every link of every page: the page that comes is the page that one tap brings,
// and nothing on it was done twice.
//
// The buttons are not listed here: each state is opened, and what a finger can reach in it is tapped. Three kinds are left
// out. The exit acts at each tap, also right after another one (fingers.spec.ts, leaving.spec.ts). Ticks and fields are left
// to the browser: two taps tick and untick (fingers.spec.ts). A number to call leads out of the browser. The summary of the
// menu is around every page and never drawn anew, so it is tapped in one state only; of more than `MANY` lines of the same
// kind on one page the first, the middle and the last are tapped.

import { type Browser, expect, test } from "@playwright/test";
import { type Button, Lane, type Outcome, noteCopies } from "./pages/again";
import { Quick } from "./pages/hands";
import { fixedPages, planPages, screens } from "./pages/routes";
import { type State, pageOf } from "./pages/state";
import { parts } from "./pages/states";
import { GAPS, inTime } from "./pages/taps";
import { Wizard } from "./pages/wizard";

/** So many browsers measure at a time: most of a measurement is waiting. */
const LANES = 3;

for (const [name, { sees, prepare }] of Object.entries(parts)) {
  test(`${name}: every button takes two and three taps as one`, async ({ page, browser }) => {
    test.setTimeout(900_000);
    page.setDefaultTimeout(10_000);
    await noteCopies(page);
    const states = await prepare(await Wizard.open(page, new Quick()));
    await page.close();
    const { seen, wrong, buttons } = await measure(browser, states);
    console.log(`${name}: ${states.length} states, ${buttons} buttons, each tapped once, twice and three times`);
    expect.soft(wrong).toEqual([]);
    expect([...new Set(seen)].sort()).toEqual([...sees].sort());
  });
}

test("no page is left out", () => {
  const seen = new Set(Object.values(parts).flatMap((part) => part.sees));
  // The screens of the overview and the sheet lead to addresses of their own.
  const own = ["sc10", "sc13"];
  const all = [...screens().map(({ id }) => id), ...fixedPages().map(pageOf), ...planPages()];
  expect(all.filter((one) => !seen.has(one) && !own.includes(one))).toEqual([]);
});

/** Taps every button of every state, by several browsers at a time. */
async function measure(browser: Browser, states: State[]): Promise<Found> {
  const waiting = [...states];
  const found: Found = { seen: [], wrong: [], buttons: 0 };
  const work = async () => {
    const lane = await Lane.open(browser);
    for (let state = waiting.shift(); state; state = waiting.shift()) {
      await tapAll(lane, state, found).catch((error) => found.wrong.push(`${state?.name}: ${error}`));
    }
    found.wrong.push(...lane.watch.unexpected());
    await lane.close();
  };
  await Promise.all(Array.from({ length: LANES }, work));
  return found;
}

interface Found {
  seen: string[];
  wrong: string[];
  buttons: number;
}

async function tapAll(lane: Lane, state: State, found: Found): Promise<void> {
  const { at, buttons } = await lane.buttons(state);
  if (state.shows && pageOf(at) !== state.shows) throw new Error(`shows ${at} instead of ${state.shows}`);
  if (buttons.length === 0) throw new Error("has no button");
  for (const button of buttons) {
    found.buttons += 1;
    const name = `${state.name}, “${button.name}”`;
    const wrong = await moreThanOnce(lane, state, button, found.buttons).catch((error) => [`${error}`]);
    found.wrong.push(...wrong.map((differs) => `${name}: ${differs}`));
  }
  if (state.shows) found.seen.push(pageOf(at));
}

/** What two and three taps bring that one does not. Each button gets two of the gaps, and all together get each of them. */
async function moreThanOnce(lane: Lane, state: State, button: Button, nth: number): Promise<string[]> {
  const once = await lane.tap(state, button, 1, 0);
  const wrong: string[] = [];
  for (const times of [2, 3]) {
    const gap = GAPS[(nth + (times === 2 ? 0 : 3)) % GAPS.length];
    const more = await inTime(() => lane.tap(state, button, times, gap));
    const differs = differences(once, more);
    if (differs.length > 0) wrong.push([`${times} × ${gap} ms`, ...differs].join("\n  "));
  }
  return wrong;
}

function differences(once: Outcome, more: Outcome): string[] {
  const said = (value: unknown) => JSON.stringify(value)?.slice(0, 300);
  const parts = Object.keys(once).filter((part) => JSON.stringify(once[part]) !== JSON.stringify(more[part]));
  return parts.map((part) => `${part}: ${said(more[part])} instead of ${said(once[part])}`);
}
